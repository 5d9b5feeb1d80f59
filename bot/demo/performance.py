"""Playing the script: people act, and each thing is waited for until it is seen or its time is up."""

from __future__ import annotations

import asyncio
import time
from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

from bot.demo.cast import cast, messages_on
from bot.demo.evidence import Evidence, Said, Tongue
from bot.demo.room import events_of
from bot.demo.script import Come, Crowd, Open, Press
from bot.demo.script import Say as SayLine

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from bot.demo.cast import Player
    from bot.demo.room import Act, Event, Outcome, Place
    from bot.demo.script import Beat, Check, Deed
    from bot.demo.stage import Stage
    from services.words import Words

T = TypeVar("T")

LOOK_SECONDS = 0.1
FIRST_OF_CROWD = 8_200_000_001
NINE = "09:00:00"


class NotSeen(Exception):  # noqa: N818 - part of the story, not a fault of the program
    """Something did not come within its time."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Opening:
    """What was there before the morning began: the place, and up to where its record goes."""

    place: Place
    past: Sequence[Event]
    last_call: int


class Performance:
    """One morning. Give it beats; it knows what was said and can be asked for the evidence."""

    def __init__(self, stage: Stage, opening: Opening, words: Words, *, patience: float) -> None:
        self._stage = stage
        self._opening = opening
        self._patience = patience
        self._tongue = Tongue(words=words, language=stage.language, timezone=stage.lines.timezone)
        self._players: dict[str, Player] = cast(opening.place, opening.past, stage.lines, today=stage.today)
        self._said: dict[str, list[Said]] = defaultdict(list)
        self._opened: list[str] = []
        self._crowd: list[int] = []

    async def play(self, beat: Beat) -> str | None:
        """Let it happen; figures when it came out as it should within its time, else None."""
        await self._stage.turn_to(beat.clock)
        try:
            for deed in beat.deeds:
                await self._do(deed)
            return await eventually(lambda: self.look(beat.check), within=self._patience)
        except NotSeen:
            return None

    async def look(self, check: Check) -> str | None:
        """What a check says now."""
        return check(await self._evidence())

    async def live(self) -> bytes:
        """The record of the morning, as JSON."""
        return await self._stage.room.history(self._opening.place.id, since=self._opening.place.last_seq)

    async def _evidence(self) -> Evidence:
        opening = self._opening
        yesterday = self._stage.today - timedelta(days=1)
        return Evidence(
            tongue=self._tongue,
            title=opening.place.title,
            players=self._players,
            said=self._said,
            events=events_of(await self.live()),
            calls=await self._stage.room.calls(opening.last_call),
            nine=self._stage.moment(NINE),
            written_yesterday=messages_on(yesterday, opening.past, self._stage.lines.zone),
            private={who: await self._alone_with(who) for who in self._opened},
            crowd=self._crowd,
        )

    async def _do(self, deed: Deed) -> None:
        match deed:
            case Come(who=who):
                await self._come(self._players[who])
            case Crowd(count=count):
                self._crowd = list(range(FIRST_OF_CROWD, FIRST_OF_CROWD + count))
                chat_id = self._opening.place.id
                await self._act({"act": "Raid", "chat_id": chat_id, "count": count, "first_id": FIRST_OF_CROWD})
            case Open(who=who):
                self._opened.append(who)
                await self._act({"act": "Start", "person_id": self._players[who].person_id})
            case SayLine():
                await self._say(deed)
            case Press():
                await self._press(deed)

    async def _come(self, player: Player) -> None:
        language = self._stage.language
        await self._act(
            {"act": "Meet", "person_id": player.person_id, "first_name": player.name, "language": language},
            {"act": "Join", "chat_id": self._opening.place.id, "person_id": player.person_id},
        )

    async def _alone_with(self, who: str) -> list[Event]:
        return events_of(await self._stage.room.history(self._players[who].person_id))

    async def _say(self, deed: SayLine) -> None:
        person = self._players[deed.who].person_id
        common: Act = {
            "act": "Say",
            "chat_id": person if deed.private else self._opening.place.id,
            "person_id": person,
            "reply_to": self._said[deed.to][0].message_id if deed.to else None,
        }
        at = time.time()
        first, *more = ({**common, "text": text} for text in self._stage.lines.lines[deed.line])
        spoken = await eventually(lambda: self._speaks(first), within=self._patience)
        ids = [spoken, *(outcome.message_id for outcome in await self._act(*more))]
        self._said[deed.line] += [Said(message_id=one, at=at) for one in ids if one is not None]
        if deed.asking:
            await eventually(lambda: self._answer(deed.line), within=self._patience)

    async def _speaks(self, act: Act) -> int | None:
        """The id of what somebody says, None as long as they may not speak."""
        return (await self._act(act))[0].message_id

    async def _press(self, deed: Press) -> None:
        words = self._tongue.plain(deed.label)

        async def button() -> tuple[int, str] | None:
            for message in await self._pressable(deed):
                texts = [one.text for row in message.buttons for one in row if words in one.text]
                if texts and message.message_id is not None:
                    return message.message_id, texts[0]
            return None

        message, text = await eventually(button, within=self._patience)
        person = self._players[deed.who].person_id
        chat_id = person if deed.private else self._opening.place.id
        await self._act({"act": "Press", "chat_id": chat_id, "person_id": person, "message": message, "text": text})

    async def _pressable(self, deed: Press) -> list[Event]:
        """Messages of the bot under which the button may be, the newest first."""
        evidence = await self._evidence()
        if deed.line is not None:
            answer = evidence.answer(deed.line)
            return [] if answer is None else [answer]
        written = evidence.alone_with(deed.who) if deed.private else evidence.bot_messages()
        return [one for one in reversed(list(written)) if not one.deleted]

    async def _answer(self, line: str) -> Event | None:
        return (await self._evidence()).answer(line)

    async def _act(self, *acts: Act) -> list[Outcome]:
        return await self._stage.room.act(acts)


async def opening_of(stage: Stage) -> Opening:
    """Take stock of the place when the bot has taken all and is quiet."""
    place = await stage.room.place()
    past = events_of(await stage.room.history(place.id))
    calls = await stage.room.calls()
    return Opening(place=place, past=past, last_call=calls[-1].seq if calls else 0)


async def quiet(stage: Stage, *, seconds: float, within: float) -> None:
    """Wait until the bot has called nothing for a while. Raises NotSeen."""

    async def silence() -> bool | None:
        calls = await stage.room.calls()
        return not calls or time.time() - calls[-1].at > seconds or None

    await eventually(silence, within=within)


async def eventually(ask: Callable[[], Awaitable[T | None]], *, within: float) -> T:
    """What `ask` gives once it gives something. Raises NotSeen when it does not within so many seconds."""
    deadline = time.monotonic() + within
    while (found := await ask()) is None:
        if time.monotonic() > deadline:
            raise NotSeen
        await asyncio.sleep(LOOK_SECONDS)
    return found
