import pytest

from sandbox.calling import Upload
from sandbox.errors import ApiError
from sandbox.world import World
from tests.sandbox.stage import CLUB, ask, ask_object, club, error

CAT = Upload(name="cat.png", content=b"a cat", mime_type="image/png")


@pytest.fixture
def world() -> World:
    return club()


@pytest.mark.parametrize("kind", ["photo", "document", "video", "audio", "animation", "voice", "sticker", "video_note"])
def test_a_file_is_sent_and_found_again(world: World, kind: str) -> None:
    method = "send" + kind.title().replace("_", "")
    sent = ask(world, method, {kind: CAT}, chat_id=CLUB)
    assert isinstance(sent, dict)
    file = sent[kind][-1] if kind == "photo" else sent[kind]
    path = str(ask_object(world, "getFile", file_id=file["file_id"])["file_path"])
    stored = world.files.by_path(path)
    assert stored is not None
    assert stored.content == b"a cat"


def test_a_known_file_is_sent_by_its_id(world: World) -> None:
    sent = ask(world, "sendDocument", {"document": CAT}, chat_id=CLUB)
    assert isinstance(sent, dict)
    again = ask_object(world, "sendDocument", chat_id=CLUB, document=sent["document"]["file_id"], caption="<b>x</b>")
    assert (again["document"], again["caption"]) == (sent["document"], "<b>x</b>")


def test_captions_are_marked_up(world: World) -> None:
    sent = ask(world, "sendPhoto", {"photo": CAT}, chat_id=CLUB, caption="<b>x</b>", parse_mode="HTML")
    assert isinstance(sent, dict)
    assert (sent["caption"], sent["caption_entities"][0]["type"]) == ("x", "bold")


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ({}, "there is no photo in the request"),
        ({"photo": "no-such-id"}, "wrong file identifier/HTTP URL specified"),
        ({"photo": "https://a.io/x.jpg", "caption": "x" * 1025}, "message caption is too long"),
    ],
)
def test_wrong_media_is_refused(world: World, arguments: dict[str, object], reason: str) -> None:
    assert error(world, "sendPhoto", chat_id=CLUB, **arguments) == f"Bad Request: {reason}"


def test_an_album_shares_its_id(world: World) -> None:
    media = [{"type": "photo", "media": "attach://one"}, {"type": "video", "media": "attach://two", "caption": "x"}]
    sent = ask(world, "sendMediaGroup", {"one": CAT, "two": CAT}, chat_id=CLUB, media=media)
    assert isinstance(sent, list)
    assert len({message["media_group_id"] for message in sent}) == 1
    assert ["photo" in sent[0], "video" in sent[1], sent[1]["caption"]] == [True, True, "x"]


@pytest.mark.parametrize(
    ("media", "reason"),
    [
        ([{"type": "photo", "media": "attach://one"}], "wrong number of items in the album: expected 2-10"),
        (
            [{"type": "photo", "media": "attach://one"}, {"type": "document", "media": "attach://one"}],
            "can't use the media of the specified type in the album",
        ),
    ],
)
def test_wrong_albums_are_refused(world: World, media: list[dict[str, str]], reason: str) -> None:
    with pytest.raises(ApiError) as refused:
        ask(world, "sendMediaGroup", {"one": CAT}, chat_id=CLUB, media=media)
    assert refused.value.description == f"Bad Request: {reason}"


def test_unknown_files_are_not_found(world: World) -> None:
    assert error(world, "getFile", file_id="x") == ("Bad Request: wrong file_id or the file is temporarily unavailable")


def test_a_photo_is_exchanged_for_another(world: World) -> None:
    sent = ask(world, "sendPhoto", {"photo": CAT}, chat_id=CLUB, caption="old")
    assert isinstance(sent, dict)
    media = {"type": "video", "media": "attach://new", "caption": "new"}
    edited = ask(world, "editMessageMedia", {"new": CAT}, chat_id=CLUB, message_id=sent["message_id"], media=media)
    assert isinstance(edited, dict)
    assert ("photo" in edited, "video" in edited, edited["caption"]) == (False, True, "new")
