import pytest

from sandbox.acts import LinkButton, Meet, OpenChat, Say
from sandbox.payload import Json, child
from sandbox.world import World
from tests.sandbox.stage import ANN, BOB, CHANNEL, CID, CLUB, club, happen, heard, say

INLINE_BOT = 77
BUTTONS = ((LinkButton(text="Join", url="https://t.me/+abc"),),)


@pytest.fixture
def world() -> World:
    world = club()
    happen(
        world,
        Meet(person_id=INLINE_BOT, first_name="Inline", username="inline_bot", is_bot=True),
        OpenChat(chat_id=CHANNEL, kind="channel", title="News", creator_id=ANN),
    )
    return world


def told(world: World, act: Say) -> Json:
    happen(world, act)
    return child(heard(world)[-1], "message")


def of_bob(**fields: object) -> Say:
    return Say(**{"chat_id": CLUB, "person_id": BOB, "text": "look", **fields})  # type: ignore[arg-type]  # whatever the case names


def test_a_message_made_by_an_inline_bot_has_its_buttons(world: World) -> None:
    message = told(world, of_bob(via_bot_id=INLINE_BOT, buttons=BUTTONS))
    assert (child(message, "via_bot")["id"], message["reply_markup"]) == (
        INLINE_BOT,
        {"inline_keyboard": [[{"text": "Join", "url": "https://t.me/+abc"}]]},
    )


@pytest.mark.parametrize(
    ("act", "kind"),
    [
        (of_bob(forward_from=CID), "user"),
        (of_bob(forward_from=INLINE_BOT), "user"),
        (of_bob(forward_name="Nobody"), "hidden_user"),
        (of_bob(forward_from=CLUB), "chat"),
        (of_bob(forward_from=CHANNEL), "channel"),
    ],
)
def test_a_forward_tells_its_origin(world: World, act: Say, kind: str) -> None:
    assert child(told(world, act), "forward_origin")["type"] == kind


def test_a_spoiler_covers_the_picture(world: World) -> None:
    assert told(world, of_bob(kind="photo", spoiler=True))["has_media_spoiler"] is True


def test_a_quote_tells_where_it_stood_and_who_chose_it(world: World) -> None:
    number = say(world, "🙂 buy now, it is cheap", by=CID)
    quoted = told(world, of_bob(reply_to=number, quote="buy now"))
    automatic = told(world, of_bob(reply_to=number, quote="cheap", quote_is_manual=False))
    assert quoted["quote"] == {"text": "buy now", "position": 3, "is_manual": True}
    assert automatic["quote"] == {"text": "cheap", "position": 18}


def test_a_quote_keeps_no_links(world: World) -> None:
    number = say(world, "see t.me/abc", by=CID)
    quote = child(told(world, of_bob(reply_to=number, quote="see <b>t.me/abc</b>", html=True)), "quote")
    entities = quote["entities"]
    assert isinstance(entities, list)
    assert [entity["type"] for entity in entities] == ["bold"]


def test_an_answer_to_another_chat_shows_where_it_came_from(world: World) -> None:
    reply = child(told(world, of_bob(external_reply=CHANNEL, quote="casino")), "external_reply")
    assert (child(reply, "origin")["type"], child(reply, "chat")["id"]) == ("channel", CHANNEL)


def test_an_answer_to_a_person_elsewhere_shows_no_chat(world: World) -> None:
    reply = child(told(world, of_bob(external_reply=CID)), "external_reply")
    assert (child(reply, "origin")["type"], "chat" in reply) == ("user", False)


def test_an_answer_to_a_story_names_it(world: World) -> None:
    story = child(told(world, of_bob(reply_to_story=CID)), "reply_to_story")
    assert child(story, "chat")["id"] == CID


def test_marked_up_words_get_the_entities_of_a_client_as_well(world: World) -> None:
    words = (
        'a <tg-spoiler>b</tg-spoiler> <a href="https://a.io">c</a> <tg-emoji emoji-id="5">👍</tg-emoji> #d +4930123456'
    )
    entities = told(world, of_bob(text=words, html=True))["entities"]
    assert isinstance(entities, list)
    assert [entity["type"] for entity in entities] == [
        "spoiler",
        "text_link",
        "custom_emoji",
        "hashtag",
        "phone_number",
    ]


@pytest.mark.parametrize(
    ("act", "reason"),
    [
        (of_bob(buttons=BUTTONS), "only bots' messages have buttons"),
        (of_bob(quote="x"), "a quote is of the message that is answered"),
        (of_bob(quote="never said", reply_to="m"), "the message holds no such words"),
        (of_bob(forward_from=-77), "chat not found"),
    ],
)
def test_what_no_client_offers_is_refused(world: World, act: Say, reason: str) -> None:
    happen(world, Say(chat_id=CLUB, person_id=CID, text="hello", name="m"))
    assert world.apply_all([act])[0].error == reason
