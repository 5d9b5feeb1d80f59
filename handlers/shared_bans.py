"""/fedban, /unfedban, /fedbans, /fedimport, /fedstat, /fedignore: bans that hold in all groups of a federation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from domain.phrases import Moment, Page, Person, phrase
from domain.refusals import Refusal
from domain.reports.titles import shorten
from domain.roles import Role
from handlers.arguments import Arguments, Rest, Target
from handlers.command import AnyCommand, Command, Scope
from handlers.documents import give, text_given
from handlers.federations import Who, named_self
from handlers.kinds import Spoken
from handlers.moderation import RESTRICT
from services import federation_lists, shared_bans

if TYPE_CHECKING:
    from domain.phrases import Phrase
    from handlers.turn import Turn
    from models.federation_bans import SharedBan

SHOWN = 20
REASON_CELLS = 120
EXPORT = Spoken({"导出": "export"})  # matching data, noqa: zh
OFF = Spoken(dict.fromkeys(("关", "取消", "关闭"), "off"))  # matching data, noqa: zh


class WhoAndWhy(Arguments):
    """Whom, and why."""

    target: Target
    reason: Rest = ""


class Listing(Arguments):
    """Nothing shows the last bans, `export` gives all of them as a list."""

    action: Annotated[Literal["export"], EXPORT] | None = None


class Given(Arguments):
    """The list; left out, the file or message answered to has it."""

    text: Rest = ""


class MaybeWho(Arguments):
    """Whom; yourself when left out."""

    target: Target | None = None


class WhoAndWhether(Arguments):
    """Whom; `off` takes it back."""

    target: Target
    state: Annotated[Literal["off"], OFF] | None = None


async def ban(turn: Turn, arguments: WhoAndWhy) -> None:
    """Ban somebody here and in all groups of the federation."""
    person = person_of(arguments.target)
    outcome = await federation_lists.ban(
        turn.work,
        chat_id=turn.about_chat,
        user_id=person.user_id or 0,
        name=person.name,
        reason=arguments.reason,
        by=turn.user_id,
        now=turn.now,
    )
    turn.do(*outcome.effects)
    lines = [phrase("federations-banned", person=person, name=outcome.federation.name, count=outcome.chats)]
    if arguments.reason:
        lines.append(phrase("moderation-reason", reason=arguments.reason))
    turn.say(Page(lines=tuple(lines)))


async def unban(turn: Turn, arguments: Who) -> None:
    """Take it back everywhere."""
    person = person_of(arguments.target)
    federation = await federation_lists.unban(
        turn.work, chat_id=turn.about_chat, user_id=person.user_id or 0, by=turn.user_id, now=turn.now
    )
    if federation is None:
        turn.say(phrase("federations-not-banned", person=person))
        return
    turn.say(phrase("federations-unbanned", person=person, name=federation.name))


async def listing(turn: Turn, arguments: Listing) -> None:
    """The last bans, or all of them to keep."""
    if arguments.action == "export":
        give(turn, await federation_lists.export(turn.work, chat_id=turn.about_chat, by=turn.user_id))
        return
    federation, found, count = await federation_lists.last(turn.work, chat_id=turn.about_chat, limit=SHOWN)
    lines: list[Phrase] = [phrase("federations-bans", name=federation.name, count=count)]
    lines += [_line(one) for one in found]
    if count:
        lines.append(phrase("federations-bans-export"))
    turn.say(Page(lines=tuple(lines)))


def _line(ban: SharedBan) -> Phrase:
    return phrase(
        "federations-ban",
        who=ban.name or str(ban.user_id),
        id=str(ban.user_id),
        at=Moment(at=ban.banned_at, style="date"),
        reason=reason_of(ban.reason),
    )


async def take_over(turn: Turn, arguments: Given) -> None:
    """Ban everybody on a list."""
    text = text_given(turn, arguments.text)
    new, listed = await federation_lists.take_over(
        turn.work, chat_id=turn.about_chat, text=text, by=turn.user_id, now=turn.now
    )
    turn.say(phrase("federations-imported", new=new, listed=listed))


async def status(turn: Turn, arguments: MaybeWho) -> None:
    """Whether somebody is banned, since when and why; members ask about themselves only."""
    target = arguments.target
    user_id = named_self(turn) if target is None else person_of(target).user_id
    if user_id != turn.user_id and turn.role < Role.SPECIALIST:
        raise Refusal(phrase("federations-only-yourself"))
    name = turn.user_name if target is None else target.name
    person = Person(user_id=None, name=name)
    federation, banned = await federation_lists.stand_of(turn.work, chat_id=turn.about_chat, user_id=user_id or 0)
    if banned is None:
        turn.say(phrase("federations-stat-clean", person=person, name=federation.name))
        return
    turn.say(
        phrase(
            "federations-stat",
            person=person,
            name=federation.name,
            at=Moment(at=banned.banned_at, style="date"),
            reason=reason_of(banned.reason),
        )
    )


async def ignore(turn: Turn, arguments: WhoAndWhether) -> None:
    """Let shared bans of somebody mean nothing here, or something again."""
    person = person_of(arguments.target)
    user_id = person.user_id or 0
    if arguments.state == "off":
        await shared_bans.heed(turn.work, chat_id=turn.about_chat, user_id=user_id)
        turn.say(phrase("federations-heeded", person=person))
        return
    await shared_bans.ignore(turn.work, chat_id=turn.about_chat, user_id=user_id, by=turn.user_id, now=turn.now)
    turn.say(phrase("federations-ignored", person=person))


def person_of(target: Target) -> Person:
    """The person meant. Raises Refusal for channels: bans of theirs are each group's own."""
    if target.user_id is None:
        raise Refusal(phrase("federations-no-channels"))
    return target.person


def reason_of(reason: str) -> Phrase | str:
    """The reason on one line."""
    return shorten(reason, REASON_CELLS) or phrase("federations-no-reason")


COMMANDS: tuple[AnyCommand, ...] = (
    Command(
        name="fedban",
        permission=Role.MANAGER,
        scope=Scope.GROUP,
        section="sharing",
        arguments=WhoAndWhy,
        run=ban,
        bot_rights=RESTRICT,
    ),
    Command(
        name="unfedban",
        permission=Role.MANAGER,
        scope=Scope.CONNECTED,
        section="sharing",
        arguments=Who,
        run=unban,
    ),
    Command(
        name="fedbans",
        permission=Role.MANAGER,
        scope=Scope.CONNECTED,
        section="sharing",
        arguments=Listing,
        run=listing,
    ),
    Command(
        name="fedimport",
        permission=Role.MANAGER,
        scope=Scope.CONNECTED,
        section="sharing",
        arguments=Given,
        run=take_over,
        reads_file=True,
    ),
    Command(
        name="fedstat",
        permission=Role.MEMBER,
        scope=Scope.CONNECTED,
        section="sharing",
        arguments=MaybeWho,
        run=status,
        reads_roles=True,
    ),
    Command(
        name="fedignore",
        permission=Role.MANAGER,
        scope=Scope.CONNECTED,
        section="sharing",
        arguments=WhoAndWhether,
        run=ignore,
    ),
)
