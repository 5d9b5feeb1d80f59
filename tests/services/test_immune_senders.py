"""Whatever those above the rules write, in whatever order, under whatever settings: no rule ever acts on it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from domain.messages import Forward, Link, Message, Origin
from domain.people import Sighting
from domain.roles import Role
from domain.rules.catalog import RULES
from domain.rules.forwards import SOURCES
from domain.rules.kinds import KINDS
from domain.rules.newcomers import WITHHELD
from domain.scripts import SCRIPTS
from domain.settings import ChatSettings
from domain.traits import TRAITS
from models import members, people
from services import chats
from services.judging import judge_all
from tests.conftest import OWNER

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

    from models.work import Work

CHAT, LINKED = -1001, -1005
CREATOR, ADMIN, SPECIALIST, MEMBER = 11, 12, 13, 14
AT = datetime(2026, 7, 14, 9, tzinfo=UTC)
TEXTS = (
    "",
    "spam",
    "BUY NOW BUY NOW BUY NOW BUY NOW",
    "https://evil.example bit.ly/x t.me/+AbCdEf t.me/other_club",
    "😀" * 40,
    "привет всем друзья",
    "مرحبا بكم جميعا",
    "你好世界你好世界",
    "x\n" * 90,
    "h\u0300\u0301\u0302\u0303i",
)

# As strict as each rule can be.
STRICT: dict[str, dict[str, object]] = {
    "blocklist": {"entries": ["spam"]},
    "links": {"everybody": True, "shorteners": True, "denied": ["evil.example"]},
    "invites": {"mentions": True},
    "forwards": {"kinds": list(SOURCES)},
    "newcomers": {"kinds": list(WITHHELD), "messages": 100},
    "mentions": {"most": 0},
    "emoji": {"most": 0, "custom": 0},
    "capitals": {"share": 10, "letters": 5},
    "length": {"characters": 1, "lines": 1},
    "scripts": {"scripts": list(SCRIPTS), "letters": 1, "share": 1},
    "flood": {"messages": 3, "seconds": 600, "row": 1},
    "impersonation": {"similarity": 70},
}

# In whose name a message stands: origin, person, channel or group.
IMMUNE = (
    (Origin.LINKED_CHANNEL, None, LINKED),
    (Origin.ANONYMOUS_ADMIN, None, CHAT),
    (Origin.SERVICE, MEMBER, None),
    (Origin.BOT, 99, None),
    (Origin.CHANNEL, None, LINKED),
    (Origin.MEMBER, CREATOR, None),
    (Origin.MEMBER, ADMIN, None),
    (Origin.MEMBER, SPECIALIST, None),
    (Origin.MEMBER, OWNER, None),
)

FORWARDS = st.builds(
    Forward,
    kind=st.sampled_from(["user", "bot", "hidden", "chat", "channel"]),
    source_id=st.sampled_from([None, 5, -1009]),
    username=st.sampled_from(["", "news"]),
)


@st.composite
def rules(draw: st.DrawFn) -> ChatSettings:
    """Every rule acts or watches, spares nobody it need not, and is strict or as it comes."""
    chosen: dict[str, object] = {}
    for rule in RULES:
        own: dict[str, object] = dict(STRICT.get(rule.name, {})) if draw(st.booleans()) else {}
        if rule.name == "locks":
            own["kinds"] = draw(st.lists(st.sampled_from(KINDS), max_size=4))
        own |= {"mode": draw(st.sampled_from(["on", "shadow"])), "spares": "nobody"}
        own["action"] = draw(st.sampled_from(["review", "delete", "warn", "mute 1h", "ban"]))
        chosen[rule.name] = own
    return ChatSettings.model_validate({"rules": chosen})


def written(senders: SearchStrategy[tuple[Origin, int | None, int | None]]) -> SearchStrategy[list[Message]]:
    """A batch of messages of these senders, in any shape."""

    def message(sender: tuple[Origin, int | None, int | None], **fields: object) -> Message:
        whose, user_id, channel_id = sender
        values: dict[str, object] = {"origin": whose, "sender_id": user_id, "sender_chat_id": channel_id, **fields}
        return Message(chat_id=CHAT, **values)  # type: ignore[arg-type]  # drawn from strategies of the fields

    return st.lists(
        st.builds(
            message,
            senders,
            message_id=st.integers(1, 500),
            at=st.integers(0, 900).map(lambda second: AT + timedelta(seconds=second)),
            sender_name=st.sampled_from(["Ada Lovelace", "Bob", "官方客服"]),
            sender_username=st.sampled_from(["", "ada_1ovelace"]),
            text=st.sampled_from(TEXTS),
            kind=st.sampled_from(["text", "photo", "poll", "sticker", "story"]),
            thread_id=st.sampled_from([None, 12]),
            mentioned_names=st.sampled_from([(), ("other_club", "ann")]),
            links=st.sampled_from([(), (Link("https://t.me/+AbCdEf", hidden=True),)]),
            album=st.sampled_from([None, "a"]),
            edited=st.booleans(),
            traits=st.frozensets(st.sampled_from(TRAITS), max_size=6),
            parts=st.sampled_from([(), ("spam", "https://evil.example")]),
            forward=st.none() | FORWARDS,
            via_bot=st.sampled_from(["", "gif"]),
            custom_emoji=st.integers(0, 50),
        ),
        min_size=1,
        max_size=12,
    )


async def furnish(work: Work) -> None:
    await chats.see(work, chat_id=CHAT, kind="supergroup", title="Club", now=AT)
    await chats.link(work, chat_id=CHAT, linked=LINKED, now=AT)
    for user_id, status in ((CREATOR, "creator"), (ADMIN, "administrator"), (SPECIALIST, "member"), (MEMBER, "member")):
        await people.remember(work, [(Sighting(user_id=user_id, name="Ada Lovelace", username="ada_lovelace"), AT)])
        await members.set_status(work, chat_id=CHAT, user_id=user_id, status=status, at=AT)
    await members.assign_role(work, chat_id=CHAT, user_id=SPECIALIST, role=Role.SPECIALIST, now=AT)


@hypothesis(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chosen=rules(), batch=written(st.sampled_from(IMMUNE)))
async def test_no_rule_ever_acts_on_who_stands_above_the_rules(
    work: Work, chosen: ChatSettings, batch: list[Message]
) -> None:
    work.cache.clear()
    await furnish(work)
    assert await judge_all(work, batch, settings={CHAT: chosen}) == []


@hypothesis(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(batch=written(st.just((Origin.MEMBER, MEMBER, None))))
async def test_the_same_messages_of_a_member_are_acted_on(work: Work, batch: list[Message]) -> None:
    work.cache.clear()
    await furnish(work)
    strict = ChatSettings.model_validate({"rules": STRICT | {"locks": {"kinds": ["all"], "spares": "nobody"}}})
    found = await judge_all(work, batch, settings={CHAT: strict})
    assert [one.message for one in found if one.judgement.hit] == batch


@hypothesis(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(batch=written(st.just((Origin.CHANNEL, None, -1009))))
async def test_channels_and_groups_that_are_not_the_chats_own_are_never_above_the_rules(
    work: Work, batch: list[Message]
) -> None:
    work.cache.clear()
    await furnish(work)
    strict = ChatSettings.model_validate({"rules": {"channels": {"mode": "on"}}})
    found = await judge_all(work, batch, settings={CHAT: strict})
    assert {one.judgement.hit.rule for one in found if one.judgement.hit} <= {"channels", "album"}
    assert len(found) == len(batch)
