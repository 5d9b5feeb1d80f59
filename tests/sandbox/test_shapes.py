"""python-telegram-bot parses everything the sandbox says, and finds no field it does not know."""

from collections.abc import Callable, Iterator

import pytest
import telegram
from telegram import TelegramObject

from sandbox.acts import (
    Act,
    AddBot,
    AutoDelete,
    Block,
    Boost,
    ChangePhoto,
    CloseTopic,
    Demote,
    Edit,
    EndVideoChat,
    Expel,
    Join,
    Leave,
    LinkButton,
    Meet,
    MessageKind,
    Migrate,
    Mute,
    OpenChat,
    OpenTopic,
    Pardon,
    Pin,
    Press,
    Promote,
    React,
    RemovePhoto,
    RequestJoin,
    Retitle,
    Say,
    Start,
    StartVideoChat,
    Vote,
)
from sandbox.calling import Upload
from sandbox.payload import Json
from sandbox.world import World
from tests.sandbox.stage import ANN, BOB, CHANNEL, CID, CLUB, DAN, GROUP, ask, ask_object, club, happen, heard

# Fields Telegram still sends for old bots, which PTB no longer names.
LEGACY = {
    "new_chat_participant",
    "new_chat_member",
    "left_chat_participant",
    "all_members_are_administrators",
    "can_manage_voice_chats",
    "forward_from",
    "forward_from_chat",
    "forward_from_message_id",
    "forward_date",
    "correct_option_id",
    "forward_sender_name",
}
KEYS = {
    "inline_keyboard": [
        [{"text": "Yes", "callback_data": "y", "style": "success"}],
        [{"text": "Site", "url": "https://a.io"}, {"text": "Copy", "copy_text": {"text": "x"}}],
    ]
}
KINDS: tuple[MessageKind, ...] = (
    "text",
    "photo",
    "sticker",
    "voice",
    "document",
    "video",
    "video_note",
    "audio",
    "animation",
    "location",
    "contact",
    "dice",
    "venue",
    "story",
    "game",
    "invoice",
    "giveaway",
    "paid_media",
)
BUTTONS = ((LinkButton(text="Join", url="https://t.me/+abc"),),)


@pytest.fixture(autouse=True)
def _durations(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")


def unknown(value: object) -> Iterator[str]:
    """The fields PTB did not know, at any depth."""
    if isinstance(value, TelegramObject):
        yield from set(value.api_kwargs) - LEGACY
        for name in value.to_dict(recursive=False):
            yield from unknown(getattr(value, "from_user" if name == "from" else name, None))
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from unknown(item)


def story() -> list[Json]:
    """A day on which everything happens that a bot can hear of."""
    world = club(forum=True)
    poll = ask_object(world, "sendPoll", chat_id=CLUB, question="?", options=["a", "b"], is_anonymous=False)
    menu = ask_object(world, "sendMessage", chat_id=CLUB, text="?", reply_markup=KEYS)
    happen(
        world,
        OpenTopic(chat_id=CLUB, person_id=ANN, title="Tea", name="tea"),
        *(Say(chat_id=CLUB, person_id=BOB, kind=kind, text="hi @ann_archer", thread_id="tea") for kind in KINDS),
        Say(chat_id=CLUB, person_id=BOB, text="<b>x</b> /help #a https://a.io", html=True, name="m"),
        Say(chat_id=CLUB, person_id=CID, text="re", reply_to="m"),
        Say(chat_id=CLUB, person_id=CID, kind="poll", text="Cake?", options=("a", "b")),
        Say(chat_id=CLUB, person_id=CID, text="fwd", forward_from=BOB, via_bot_id=world.bot.id, buttons=BUTTONS),
        Say(chat_id=CLUB, person_id=CID, text="fwd", forward_name="Nobody"),
        Say(chat_id=CLUB, person_id=CID, text="no", reply_to="m", quote="help"),
        Say(chat_id=CLUB, person_id=CID, text="elsewhere", external_reply=CLUB, quote="x"),
        Say(chat_id=CLUB, person_id=CID, text="nice", reply_to_story=BOB),
        Say(chat_id=CLUB, person_id=CID, kind="checklist", text="Buy", options=("tea",)),
        Say(chat_id=CLUB, person_id=CID, kind="sticker", sticker_format="video", premium=True, set_name="Ducks"),
        Say(chat_id=CLUB, person_id=CID, kind="photo", text="psst", spoiler=True),
        *_announced(),
        Edit(chat_id=CLUB, person_id=BOB, message="m", text="changed"),
        React(chat_id=CLUB, person_id=CID, message="m", emoji=("👍",)),
        Press(chat_id=CLUB, person_id=CID, message=int(str(menu["message_id"])), data="y"),
        Vote(chat_id=CLUB, person_id=CID, poll_message=int(str(poll["message_id"])), option_ids=(1,)),
        Pin(chat_id=CLUB, person_id=ANN, message="m"),
        Retitle(chat_id=CLUB, person_id=ANN, title="Tea Club"),
        CloseTopic(chat_id=CLUB, person_id=ANN, thread_id="tea"),
        RequestJoin(chat_id=CLUB, person_id=DAN, bio="hi", invite_link="https://t.me/+abc"),
        Join(chat_id=CLUB, person_id=DAN, invite_link="https://t.me/+abc"),
        Mute(chat_id=CLUB, person_id=DAN, by_id=ANN),
        Pardon(chat_id=CLUB, person_id=DAN, by_id=ANN),
        Expel(chat_id=CLUB, person_id=DAN, by_id=ANN),
        Promote(chat_id=CLUB, person_id=CID, by_id=ANN, anonymous=True, title="Boss"),
        Say(chat_id=CLUB, person_id=CID, text="as the group"),
        Demote(chat_id=CLUB, person_id=CID, by_id=ANN),
        Leave(chat_id=CLUB, person_id=CID),
        Start(person_id=BOB, payload="x"),
        Block(person_id=BOB),
    )
    _elsewhere(world)
    return heard(world)


def _announced() -> list[Act]:
    return [
        ChangePhoto(chat_id=CLUB, person_id=ANN),
        RemovePhoto(chat_id=CLUB, person_id=ANN),
        StartVideoChat(chat_id=CLUB, person_id=ANN),
        EndVideoChat(chat_id=CLUB, person_id=ANN),
        AutoDelete(chat_id=CLUB, person_id=ANN, seconds=60),
        Boost(chat_id=CLUB, person_id=BOB),
    ]


def _elsewhere(world: World) -> None:
    happen(
        world,
        OpenChat(chat_id=CHANNEL, kind="channel", title="News", creator_id=ANN, linked_chat_id=CLUB),
        AddBot(chat_id=CHANNEL, by_id=ANN, administrator=("can_post_messages",)),
        Say(chat_id=CHANNEL, person_id=ANN, text="news", name="news"),
        Edit(chat_id=CHANNEL, person_id=ANN, message="news", text="old news"),
        React(chat_id=CHANNEL, person_id=ANN, message="news", emoji=("👍",)),
        Say(chat_id=CLUB, person_id=ANN, text="as the channel", sender_chat_id=CHANNEL),
        OpenChat(chat_id=GROUP, kind="group", title="Old", creator_id=ANN),
        AddBot(chat_id=GROUP, by_id=ANN),
        Migrate(chat_id=GROUP, new_chat_id=-10077),
    )


def test_every_update_is_parsed_whole() -> None:
    updates = story()
    parsed = [telegram.Update.de_json(dict(update), None) for update in updates]
    assert {name for update in parsed for name in unknown(update)} == set()
    assert {name for update in updates for name in update if name != "update_id"} == {
        "message",
        "edited_message",
        "channel_post",
        "edited_channel_post",
        "message_reaction",
        "message_reaction_count",
        "callback_query",
        "poll",
        "poll_answer",
        "my_chat_member",
        "chat_member",
        "chat_join_request",
        "chat_boost",
    }


Ask = Callable[[World], object]
FILE = {"photo": Upload(name="x", content=b"x", mime_type="image/png")}
PINNED = {"chat_id": CLUB, "message_id": 4}

RESULTS: list[tuple[type[TelegramObject], Ask]] = [
    (telegram.User, lambda w: ask(w, "getMe")),
    (telegram.WebhookInfo, lambda w: ask(w, "getWebhookInfo")),
    (telegram.Message, lambda w: ask(w, "sendMessage", chat_id=CLUB, text="x", reply_markup=KEYS)),
    (telegram.Message, lambda w: ask(w, "sendPhoto", FILE, chat_id=CLUB)),
    (telegram.Message, lambda w: ask(w, "sendDice", chat_id=CLUB)),
    (telegram.Message, lambda w: ask(w, "sendContact", chat_id=CLUB, phone_number="1", first_name="x")),
    (telegram.Message, lambda w: ask(w, "sendLocation", chat_id=CLUB, latitude=1, longitude=2)),
    (telegram.Message, lambda w: ask(w, "sendVenue", chat_id=CLUB, latitude=1, longitude=2, title="x", address="y")),
    (telegram.Message, lambda w: ask(w, "sendPoll", chat_id=CLUB, question="?", options=["a"])),
    (telegram.Message, lambda w: ask(w, "forwardMessage", chat_id=CLUB, from_chat_id=CLUB, message_id=4)),
    (telegram.MessageId, lambda w: ask(w, "copyMessage", chat_id=CLUB, from_chat_id=CLUB, message_id=4)),
    (telegram.ChatFullInfo, lambda w: ask(w, "getChat", chat_id=CLUB)),
    (telegram.ChatFullInfo, lambda w: ask(w, "getChat", chat_id=ANN)),
    (telegram.ChatFullInfo, lambda w: ask(w, "getChat", chat_id=DAN)),
    (telegram.ChatMember, lambda w: ask(w, "getChatMember", chat_id=CLUB, user_id=ANN)),
    (telegram.ChatMember, lambda w: ask(w, "getChatMember", chat_id=CLUB, user_id=BOB)),
    (telegram.ChatMember, lambda w: ask(w, "getChatMember", chat_id=CLUB, user_id=DAN)),
    (telegram.ChatMember, lambda w: ask(w, "getChatMember", chat_id=CLUB, user_id=w.bot.id)),
    (telegram.ChatMember, lambda w: ask(w, "getChatMember", chat_id=CLUB, user_id=77)),
    (telegram.ChatMember, lambda w: ask(w, "getChatMember", chat_id=CLUB, user_id=78)),
    (telegram.ChatInviteLink, lambda w: ask(w, "createChatInviteLink", chat_id=CLUB, name="x", member_limit=4)),
    (telegram.ForumTopic, lambda w: ask(w, "createForumTopic", chat_id=CLUB, name="x")),
    (telegram.UserProfilePhotos, lambda w: ask(w, "getUserProfilePhotos", user_id=DAN)),
    (telegram.UserChatBoosts, lambda w: ask(w, "getUserChatBoosts", chat_id=CLUB, user_id=ANN)),
    (telegram.BotName, lambda w: ask(w, "getMyName")),
    (telegram.BotDescription, lambda w: ask(w, "getMyDescription")),
    (telegram.BotShortDescription, lambda w: ask(w, "getMyShortDescription")),
    (telegram.MenuButton, lambda w: ask(w, "getChatMenuButton")),
    (telegram.ChatAdministratorRights, lambda w: ask(w, "getMyDefaultAdministratorRights")),
]


@pytest.fixture
def world() -> World:
    world = club(forum=True, username="the_club")
    world.chats[CLUB].permissions |= {"can_manage_topics"}
    happen(
        world,
        Start(person_id=ANN),
        Say(chat_id=CLUB, person_id=BOB, text="hi"),
        Meet(person_id=DAN, first_name="Dan", username="dan", bio="Hi", personal_chat_id=CLUB, photos=1),
        Join(chat_id=CLUB, person_id=DAN),
        Join(chat_id=CLUB, person_id=77),
        Mute(chat_id=CLUB, person_id=77, by_id=ANN),
        Join(chat_id=CLUB, person_id=78),
        Expel(chat_id=CLUB, person_id=78, by_id=ANN),
    )
    ask(world, "pinChatMessage", **PINNED)
    return world


@pytest.mark.parametrize(("shape", "asked"), RESULTS)
def test_every_result_is_parsed_whole(world: World, shape: type[TelegramObject], asked: Ask) -> None:
    result = asked(world)
    assert isinstance(result, dict)
    parsed = shape.de_json(result, None)
    assert list(unknown(parsed)) == []
