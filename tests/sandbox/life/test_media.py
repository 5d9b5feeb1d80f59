import pytest

from sandbox.life.media import media_of
from sandbox.payload import Json


@pytest.mark.parametrize(
    ("record", "field"),
    [
        ({"photo": "x"}, "photo"),
        ({"media_type": "sticker"}, "sticker"),
        ({"media_type": "video_file"}, "video"),
        ({"media_type": "video_message"}, "video_note"),
        ({"media_type": "voice_message"}, "voice"),
        ({"media_type": "audio_file", "title": "Song"}, "audio"),
        ({"media_type": "animation"}, "animation"),
        ({"file": "x", "file_name": "a.pdf"}, "document"),
        ({"poll": {"question": "?"}}, "poll"),
        ({"contact_information": {}}, "contact"),
        ({"location_information": {}}, "location"),
        ({"place_name": "Café", "location_information": {}}, "venue"),
        ({"game_title": "Chess"}, "game"),
        ({"dice_emoji": "🎲"}, "dice"),
        ({"photo": None, "file": "x"}, "document"),
    ],
)
def test_media_gets_its_field(record: Json, field: str) -> None:
    assert field in media_of({"id": 1, **record})


def test_words_alone_are_no_media() -> None:
    assert media_of({"id": 1, "text": "hello"}) == {}


def test_a_files_name_and_type_are_kept() -> None:
    record: Json = {"id": 4, "file": "x", "file_name": "a.pdf", "mime_type": "application/pdf"}

    assert media_of(record) == {
        "document": {
            "file_id": "export-document-4",
            "file_unique_id": "export-document-4",
            "mime_type": "application/pdf",
            "file_name": "a.pdf",
        }
    }
