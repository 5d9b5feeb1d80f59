"""Effects as outbox rows, on both databases."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select

from domain.effects import (
    Answer,
    Ban,
    BanSenderChat,
    Button,
    Delete,
    Edit,
    LinkButton,
    Mute,
    Pin,
    Send,
    SetCommands,
    Unban,
    UnbanSenderChat,
    Unmute,
    Unpin,
    UnpinAll,
)
from domain.people import Sighting
from domain.phrases import Markup, phrase
from domain.roles import Role
from models import buttons, people
from models.tables import outbox
from services import chats, settings
from services.outbox import enqueue, prune

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.effects import Effect
    from models.work import Work
    from services.words import Words

NOW = datetime(2026, 7, 14, 9, tzinfo=UTC)
GROUP, PERSON = -1001, 77
HELLO = Markup(html="<b>hello</b>")


async def rows(work: Work) -> Sequence[Any]:
    return (await work.connection.execute(select(outbox).order_by(outbox.c.row_id))).all()


async def only_call(work: Work, words: Words, effect: Effect) -> tuple[str, dict[str, object]]:
    await enqueue(work, words, [effect], now=NOW)
    (row,) = await rows(work)
    return row.method, row.parameters


async def test_a_message_is_frozen_as_telegram_takes_it(work: Work, words: Words) -> None:
    send = Send(chat_id=GROUP, text=HELLO, thread_id=5, reply_to=9, silent=True)
    assert await only_call(work, words, send) == (
        "sendMessage",
        {
            "chat_id": GROUP,
            "text": "<b>hello</b>",
            "parse_mode": "HTML",
            "link_preview_options": {"is_disabled": True},
            "message_thread_id": 5,
            "reply_parameters": {"message_id": 9, "allow_sending_without_reply": True},
            "disable_notification": True,
        },
    )


UNTIL = datetime(2026, 7, 15, tzinfo=UTC)
EPOCH = int(UNTIL.timestamp())


@pytest.mark.parametrize(
    ("effect", "method", "parameters"),
    [
        (Delete(chat_id=GROUP, message_ids=(3,)), "deleteMessage", {"message_id": 3}),
        (Delete(chat_id=GROUP, message_ids=(3, 4)), "deleteMessages", {"message_ids": [3, 4]}),
        (Ban(chat_id=GROUP, user_id=8, until=None), "banChatMember", {"user_id": 8}),
        (Ban(chat_id=GROUP, user_id=8, until=UNTIL), "banChatMember", {"user_id": 8, "until_date": EPOCH}),
        (Unban(chat_id=GROUP, user_id=8), "unbanChatMember", {"user_id": 8, "only_if_banned": True}),
        (BanSenderChat(chat_id=GROUP, sender_chat_id=-5), "banChatSenderChat", {"sender_chat_id": -5}),
        (UnbanSenderChat(chat_id=GROUP, sender_chat_id=-5), "unbanChatSenderChat", {"sender_chat_id": -5}),
        (Pin(chat_id=GROUP, message_id=3), "pinChatMessage", {"message_id": 3, "disable_notification": True}),
        (
            Pin(chat_id=GROUP, message_id=3, loud=True),
            "pinChatMessage",
            {"message_id": 3, "disable_notification": False},
        ),
        (Unpin(chat_id=GROUP, message_id=3), "unpinChatMessage", {"message_id": 3}),
        (UnpinAll(chat_id=GROUP), "unpinAllChatMessages", {}),
    ],
)
async def test_each_act_is_its_call(
    work: Work, words: Words, effect: Effect, method: str, parameters: dict[str, object]
) -> None:
    assert await only_call(work, words, effect) == (method, {"chat_id": GROUP, **parameters})


@pytest.mark.parametrize(
    ("effect", "allowed"),
    [(Mute(chat_id=GROUP, user_id=8, until=UNTIL), False), (Unmute(chat_id=GROUP, user_id=8), True)],
)
async def test_muting_takes_every_right_and_unmuting_gives_them(
    work: Work, words: Words, effect: Effect, *, allowed: bool
) -> None:
    method, parameters = await only_call(work, words, effect)
    permissions = parameters["permissions"]
    assert method == "restrictChatMember"
    assert parameters["use_independent_chat_permissions"] is True
    assert parameters.get("until_date") == (None if allowed else EPOCH)
    assert isinstance(permissions, dict)
    assert set(permissions.values()) == {allowed}
    assert "can_send_messages" in permissions


async def test_many_deletions_go_by_the_hundred(work: Work, words: Words) -> None:
    await enqueue(work, words, [Delete(chat_id=GROUP, message_ids=tuple(range(1, 202)))], now=NOW)
    assert [row.method for row in await rows(work)] == ["deleteMessages", "deleteMessages", "deleteMessage"]


async def test_a_menu_goes_to_no_chat(work: Work, words: Words) -> None:
    menu = SetCommands(scope={"type": "default"}, language="zh", commands=(("top", "排行"),))
    method, parameters = await only_call(work, words, menu)
    assert method == "setMyCommands"
    assert parameters == {
        "commands": [{"command": "top", "description": "排行"}],
        "scope": {"type": "default"},
        "language_code": "zh",
    }


async def test_an_answer_is_plain_and_soon_worthless(work: Work, words: Words) -> None:
    answer = Answer(chat_id=GROUP, query_id="q", text=phrase("delivery-decided"), alert=True)
    await enqueue(work, words, [answer], now=NOW)
    (row,) = await rows(work)
    assert row.method == "answerCallbackQuery"
    assert row.parameters["show_alert"] is True
    assert row.parameters["callback_query_id"] == "q"
    assert row.expires_at - NOW < timedelta(seconds=150)


async def test_the_chats_language_is_spoken(work: Work, words: Words) -> None:
    await settings.change(work, chat_id=GROUP, path="language", value="zh", by=None, now=NOW)
    _, parameters = await only_call(work, words, Send(chat_id=GROUP, text=phrase("delivery-purpose-digest")))
    assert parameters["text"] == "日报"


async def test_a_person_is_spoken_to_in_their_own_language(work: Work, words: Words) -> None:
    await people.remember(work, [(Sighting(user_id=PERSON, name="Ann"), NOW)])
    await people.choose_language(work, PERSON, "zh")
    _, parameters = await only_call(work, words, Send(chat_id=PERSON, text=phrase("delivery-purpose-digest")))
    assert parameters["text"] == "日报"


async def test_a_given_language_wins(work: Work, words: Words) -> None:
    send = Send(chat_id=GROUP, text=phrase("delivery-purpose-digest"), language="zh")
    _, parameters = await only_call(work, words, send)
    assert parameters["text"] == "日报"


async def test_a_key_is_written_once_for_ever(work: Work, words: Words) -> None:
    send = Send(chat_id=GROUP, text=HELLO, key="digest:2026-07-14", keyboard=((CHOICE,),))
    tokens = map("token-{}".format, count())
    for _ in range(2):
        await enqueue(work, words, [send], now=NOW, tokens=lambda: next(tokens))
    assert len(await rows(work)) == 1
    assert await buttons.find(work, chat_id=GROUP, token="token-0")
    assert await buttons.find(work, chat_id=GROUP, token="token-1") is None


async def test_the_same_key_may_stand_in_two_chats(work: Work, words: Words) -> None:
    effects = [Send(chat_id=chat_id, text=HELLO, key="digest") for chat_id in (GROUP, PERSON)]
    await enqueue(work, words, effects, now=NOW)
    assert len(await rows(work)) == 2


LONG = Markup(html="\n".join(["x" * 100] * 100))
CHOICE = Button(
    label=phrase("delivery-button-resend"),
    action="choose",
    arguments={"row": 1},
    permission=Role.MANAGER,
    chat_id=-5,
    presser_id=PERSON,
    single_use=True,
)


async def test_a_long_text_goes_in_parts_with_the_keyboard_on_the_last(work: Work, words: Words) -> None:
    send = Send(chat_id=GROUP, text=LONG, keyboard=((CHOICE,),), key="k", reply_to=4, pin=True)
    await enqueue(work, words, [send], now=NOW)
    first, *middle, last = await rows(work)
    assert len(middle) == 1
    assert [("reply_markup" in row.parameters) for row in (first, *middle, last)] == [False, False, True]
    assert [("reply_parameters" in row.parameters) for row in (first, *middle, last)] == [True, False, False]
    assert [row.key for row in (first, *middle, last)] == ["k", None, None]
    assert [row.follow_up for row in (first, *middle, last)] == [{"pin": True}, {}, {}]


async def test_a_button_is_a_row_and_telegram_sees_its_token(work: Work, words: Words) -> None:
    link = LinkButton(label=phrase("delivery-button-arrived"), url="https://example.org")
    send = Send(chat_id=GROUP, text=HELLO, keyboard=((CHOICE, link),))
    await enqueue(work, words, [send], now=NOW, tokens=lambda: "secret-token")
    (row,) = await rows(work)
    stored = await buttons.find(work, chat_id=GROUP, token="secret-token")
    assert row.parameters["reply_markup"] == {
        "inline_keyboard": [
            [
                {"text": "🔁 Resend", "callback_data": "secret-token"},
                {"text": "✅ It arrived", "url": "https://example.org"},
            ]
        ]
    }
    assert stored is not None
    assert (stored.action, stored.arguments, stored.permission) == ("choose", {"row": 1}, Role.MANAGER)
    assert (stored.for_chat, stored.presser_id, stored.single_use) == (-5, PERSON, True)
    assert (stored.outbox_row, stored.message_id, stored.created_at) == (row.row_id, None, NOW)


async def test_the_buttons_of_an_edit_belong_to_its_message_at_once(work: Work, words: Words) -> None:
    edit = Edit(chat_id=GROUP, message_id=6, text=HELLO, keyboard=((CHOICE,),))
    await enqueue(work, words, [edit], now=NOW, tokens=lambda: "t")
    stored = await buttons.find(work, chat_id=GROUP, token="t")
    assert stored is not None
    assert stored.message_id == 6


async def test_tokens_are_long_and_fit_into_a_button(work: Work, words: Words) -> None:
    send = Send(chat_id=GROUP, text=HELLO, keyboard=((CHOICE, CHOICE),))
    await enqueue(work, words, [send], now=NOW)
    (row,) = await rows(work)
    tokens = {button["callback_data"] for button in row.parameters["reply_markup"]["inline_keyboard"][0]}
    assert len(tokens) == 2
    assert all(22 <= len(token) <= 32 for token in tokens)


async def test_what_is_meant_for_a_lost_chat_is_dropped(work: Work, words: Words) -> None:
    await chats.pause(work, GROUP, left=True, reason="kicked", now=NOW)
    await enqueue(work, words, [Send(chat_id=GROUP, text=HELLO)], now=NOW)
    (row,) = await rows(work)
    assert row.state == "dropped"


async def test_what_is_meant_for_a_former_group_goes_to_the_supergroup(work: Work, words: Words) -> None:
    await chats.migrate(work, old=-5, new=GROUP, now=NOW)
    await enqueue(work, words, [Send(chat_id=-5, text=HELLO)], now=NOW)
    (row,) = await rows(work)
    assert (row.chat_id, row.parameters["chat_id"], row.state) == (GROUP, GROUP, "due")


async def test_old_settled_rows_are_forgotten_but_not_keys(work: Work, words: Words) -> None:
    await chats.pause(work, GROUP, left=True, reason="kicked", now=NOW)
    await enqueue(work, words, [Send(chat_id=GROUP, text=HELLO, key=key) for key in (None, "k")], now=NOW)
    await prune(work, before=NOW + timedelta(days=1))
    assert [row.key for row in await rows(work)] == ["k"]
