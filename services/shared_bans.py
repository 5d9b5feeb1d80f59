"""Bans that groups share: carried out where their person is or comes, and taken back everywhere."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from domain.effects import Ban, Priority, Send
from domain.phrases import Page, Person, phrase
from domain.roles import Role
from domain.rules.sanctions import Offender, Sentence, effects_of, undo_keyboard, undoing
from models import federation_bans, federations, members, people, shared_bans
from models import verdicts as stored
from models.federation_bans import Errand, SharedBan
from models.shared_bans import Deed
from services import verdicts
from services.chats import is_active
from services.rights import missing_rights
from services.roles import APPOINTED, role_in
from services.sanctions import Case, log_line, write_down
from services.settings import settings_of
from services.tickets import managers_places

if TYPE_CHECKING:
    from datetime import datetime

    from domain.effects import Effect
    from domain.settings import ChatSettings
    from models.federations import Federation, Place
    from models.work import Work

# Each takes a few milliseconds of the transaction that nobody else can write in meanwhile.
AT_ONCE = 8
SWEPT_EVERY = timedelta(minutes=10)
WORTH_A_LOOK = timedelta(days=2)
RESTRICT = frozenset({"can_restrict_members"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Carrying:
    """A ban on its way into one group."""

    ban: SharedBan
    chat_id: int
    now: datetime
    priority: Priority = Priority.POST

    @classmethod
    def at_once(cls, ban: SharedBan, *, chat_id: int, now: datetime) -> Carrying:
        """Where somebody looks on: before everything else."""
        return cls(ban=ban, chat_id=chat_id, now=now, priority=Priority.MODERATION)


async def banned_elsewhere(work: Work, *, chat_id: int, user_id: int) -> SharedBan | None:
    """The shared ban that holds in the chat for somebody, unless the chat has decided otherwise."""
    if not await federations.is_federated(work, chat_id):
        return None
    return await federation_bans.in_force(work, chat_id=chat_id, user_id=user_id)


async def on_join(work: Work, *, chat_id: int, user_id: int, now: datetime) -> list[Effect]:
    """Carry out the shared ban of somebody who has come, if there is one."""
    ban = await banned_elsewhere(work, chat_id=chat_id, user_id=user_id)
    if ban is None:
        return []
    return await carry_out(work, Carrying.at_once(ban, chat_id=chat_id, now=now))


async def put(work: Work, ban: SharedBan, *, now: datetime) -> None:
    """Let a ban hold in its federation; the groups follow one after another."""
    await federation_bans.put(work, ban)
    await _send_out(work, ban, is_lift=False, now=now)


async def lift(work: Work, *, federation_id: str, user_id: int, by: int | None, now: datetime) -> bool:
    """Take a ban back in all groups, one after another; whether there was one."""
    ban = await federation_bans.find(work, federation_id=federation_id, user_id=user_id)
    if ban is None:
        return False
    await federation_bans.lift(work, federation_id=federation_id, user_id=user_id, by=by, at=now)
    await _send_out(work, ban, is_lift=True, now=now)
    return True


async def _send_out(work: Work, ban: SharedBan, *, is_lift: bool, now: datetime) -> None:
    errand = Errand(
        errand_id=work.identifiers.next(now),
        federation_id=ban.federation_id,
        user_id=ban.user_id,
        is_lift=is_lift,
    )
    await federation_bans.send_out(work, errand)


async def run_errand(work: Work, *, now: datetime) -> list[Effect]:
    """Carry bans into the next few groups, or take them back there; to be called every second."""
    errand = await federation_bans.next_errand(work)
    if errand is None:
        return []
    find = federation_bans.groups_acted_in if errand.is_lift else federation_bans.groups_with
    found = await find(work, errand, limit=AT_ONCE)
    await federation_bans.go_on(work, errand, after_chat=found[-1] if len(found) == AT_ONCE else None)
    effects: list[Effect] = []
    if errand.is_lift:
        for chat_id in found:
            effects += await _take_back(work, errand, chat_id, now)
        return effects
    ban = await federation_bans.find(work, federation_id=errand.federation_id, user_id=errand.user_id)
    for chat_id in found if ban is not None else ():
        effects += await _in_chat(work, ban, chat_id, now) if ban is not None else []
    return effects


async def sweep(work: Work, *, now: datetime) -> list[Effect]:
    """Look for banned people in the next group, whoever they came before; to be called every second."""
    place = await federations.due_for_sweep(work, before=now - SWEPT_EVERY)
    if place is None:
        return []
    found = await _still_here(work, place)
    if len(found) < AT_ONCE:
        await federations.mark_swept(work, place, at=now)
    effects: list[Effect] = []
    for ban in found:
        effects += await _in_chat(work, ban, place.chat_id, now)
    return effects


async def _still_here(work: Work, place: Place) -> list[SharedBan]:
    """Some whose ban can be carried out; where the bot may not ban, there are none to look for."""
    if not await _can_ban(work, place.chat_id):
        return []
    return await federation_bans.still_here(
        work, federation_id=place.federation_id, chat_id=place.chat_id, limit=AT_ONCE
    )


async def _can_ban(work: Work, chat_id: int) -> bool:
    """Whether the bot is in the group, with the right it takes; the sweep comes by again when it is."""
    return await is_active(work, chat_id) and not await missing_rights(work, chat_id, RESTRICT)


async def _in_chat(work: Work, ban: SharedBan, chat_id: int, now: datetime) -> list[Effect]:
    """Carry a ban out where nothing was done about it since it holds, and the group does not ignore it."""
    done = await _deed(work, ban, chat_id)
    if done is not None and (done.at >= ban.banned_at or done.state == "pardoned"):
        return []
    if await shared_bans.is_ignored(work, chat_id=chat_id, user_id=ban.user_id):
        return []
    return await carry_out(work, Carrying(ban=ban, chat_id=chat_id, now=now))


async def carry_out(work: Work, carrying: Carrying) -> list[Effect]:
    """Ban somebody in a group, with a verdict of the group's own; its administrators are spared and reported."""
    ban, chat_id, now = carrying.ban, carrying.chat_id, carrying.now
    if ban.user_id == work.defaults.bot_id or not await _can_ban(work, chat_id):
        return []
    done = await _deed(work, ban, chat_id)
    if done is not None and await _is_overturned(work, done):
        await shared_bans.put(work, replace(done, state="pardoned", at=now))
        return []
    settings = await settings_of(work, chat_id)
    if await is_protected(work, chat_id=chat_id, user_id=ban.user_id):
        await _keep(work, carrying, "skipped")
        return await _report(work, carrying, settings)
    sentence = Sentence(act="ban")
    case = case_of(carrying, settings)
    federation = await federations.find(work, ban.federation_id)
    name = federation.name if federation else ""
    seen = {"federation": ban.federation_id, "federation_name": name, "from_chat": ban.from_chat}
    verdict = await verdicts.record(work, case, sentence, mode="manual", seen=seen)
    await write_down(work, case, "ban", sentence=sentence)
    await _keep(work, carrying, "applied", verdict_id=verdict.verdict_id)
    told = phrase("federations-log", person=case.offender.person, id=str(ban.user_id), name=name, reason=_reason(ban))
    keyboard = undo_keyboard(sentence, case.offender, verdict_id=verdict.verdict_id)
    return [
        *(_paced(effect, carrying.priority) for effect in effects_of(sentence, case.offender)),
        *log_line(case, Page(lines=(told,)), keyboard=keyboard),
    ]


def case_of(carrying: Carrying, settings: ChatSettings) -> Case:
    """The ban as a case of the group's."""
    ban = carrying.ban
    return Case(
        offender=Offender(chat_id=carrying.chat_id, name=ban.name or str(ban.user_id), user_id=ban.user_id),
        settings=settings,
        at=carrying.now,
        now=carrying.now,
        reason=ban.reason,
        by=ban.banned_by,
    )


def _reason(ban: SharedBan) -> Page:
    told = phrase("moderation-reason", reason=ban.reason) if ban.reason else phrase("federations-no-reason")
    return Page(lines=(told,))


def _paced(effect: Effect, priority: Priority) -> Effect:
    return replace(effect, priority=priority) if isinstance(effect, Ban) else effect


async def is_protected(work: Work, *, chat_id: int, user_id: int) -> bool:
    """Whether somebody runs the group, and so is never banned there for what happened elsewhere."""
    member = await members.find(work, chat_id=chat_id, user_id=user_id)
    if member is not None and member.status in APPOINTED:
        return True
    return await role_in(work, chat_id=chat_id, user_id=user_id) > Role.MEMBER


async def _report(work: Work, carrying: Carrying, settings: ChatSettings) -> list[Effect]:
    """Tell the group's managers that one of them is banned elsewhere."""
    ban = carrying.ban
    federation = await federations.find(work, ban.federation_id)
    text = phrase(
        "federations-skipped",
        person=Person(user_id=ban.user_id, name=ban.name or str(ban.user_id)),
        name=federation.name if federation else "",
        reason=_reason(ban),
    )
    return [
        Send(
            chat_id=place,
            text=text,
            key=f"shared-ban:{carrying.chat_id}:{ban.federation_id}:{ban.user_id}",
            purpose="log",
            language=settings.language if place < 0 else None,
            expires_after=WORTH_A_LOOK,
        )
        for place in await managers_places(work, carrying.chat_id, settings)
    ]


async def _take_back(work: Work, errand: Errand, chat_id: int, now: datetime) -> list[Effect]:
    """Let somebody back into a group, unless the group has banned them for a reason of its own."""
    deed = await shared_bans.find(work, chat_id=chat_id, user_id=errand.user_id, federation_id=errand.federation_id)
    if deed is None:
        return []
    await shared_bans.put(work, replace(deed, state="lifted", at=now))
    name = (await people.names(work, [errand.user_id])).get(errand.user_id, str(errand.user_id))
    offender = Offender(chat_id=chat_id, name=name, user_id=errand.user_id)
    if deed.verdict_id is not None:
        await verdicts.overturn(work, chat_id=chat_id, verdict_id=deed.verdict_id, by=None, now=now)
    if await _has_ban_of_its_own(work, deed, now):
        return []
    settings = await settings_of(work, chat_id)
    case = Case(offender=offender, settings=settings, at=now, now=now)
    await write_down(work, case, "unban")
    told = phrase("federations-log-lifted", person=offender.person, id=str(errand.user_id))
    return [*undoing("unban", offender), *log_line(case, Page(lines=(told,)))]


async def _has_ban_of_its_own(work: Work, deed: Deed, now: datetime) -> bool:
    """Whether another ban of the group holds, or its managers have upheld this one."""
    found = await stored.of_target(work, chat_id=deed.chat_id, target_id=deed.user_id)
    return any(
        verdict.verb == "ban" and verdict.state != "overturned" and (verdict.until is None or verdict.until > now)
        for verdict in found
    )


async def _is_overturned(work: Work, deed: Deed) -> bool:
    if deed.state == "pardoned":
        return True
    if deed.state != "applied" or deed.verdict_id is None:
        return False
    verdict = await stored.find(work, chat_id=deed.chat_id, verdict_id=deed.verdict_id)
    return verdict is not None and verdict.state == "overturned"


async def _deed(work: Work, ban: SharedBan, chat_id: int) -> Deed | None:
    return await shared_bans.find(work, chat_id=chat_id, user_id=ban.user_id, federation_id=ban.federation_id)


async def _keep(work: Work, carrying: Carrying, state: shared_bans.State, *, verdict_id: int | None = None) -> None:
    ban = carrying.ban
    deed = Deed(
        chat_id=carrying.chat_id,
        user_id=ban.user_id,
        federation_id=ban.federation_id,
        state=state,
        at=carrying.now,
        verdict_id=verdict_id,
    )
    await shared_bans.put(work, deed)


async def ignore(work: Work, *, chat_id: int, user_id: int, by: int | None, now: datetime) -> None:
    """Let shared bans of somebody mean nothing in the group."""
    await shared_bans.ignore(work, chat_id=chat_id, user_id=user_id, by=by, at=now)


async def heed(work: Work, *, chat_id: int, user_id: int) -> None:
    """Let them mean something again."""
    await shared_bans.heed(work, chat_id=chat_id, user_id=user_id)


async def forget(work: Work, *, chat_id: int, user_id: int, federation_id: str) -> None:
    """Let a new ban of somebody count in a group that had pardoned an old one."""
    await shared_bans.forget(work, chat_id=chat_id, user_id=user_id, federation_id=federation_id)


async def of_person(work: Work, federation: Federation, user_id: int) -> SharedBan | None:
    """Somebody's ban in a federation."""
    return await federation_bans.find(work, federation_id=federation.federation_id, user_id=user_id)
