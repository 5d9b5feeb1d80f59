from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Annotated, Any, Literal

import pytest
from pydantic import Field

from domain.refusals import Refusal
from domain.roles import Role
from handlers.arguments import Arguments, Duration, Rest, Target, parse
from handlers.command import Command, NoArguments, Scope
from handlers.kinds import kind_of
from handlers.reading import Reader
from handlers.targets import replied_to
from tests.handlers.scene import (
    ADMIN,
    BOT,
    GROUP,
    MEMBER,
    OTHER_GROUP,
    Scene,
    chat_json,
    message_json,
    user_json,
)

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from handlers.turn import Turn
    from services.words import Words

    Parse = Callable[..., Awaitable[Any]]


class Mute(Arguments):
    target: Target
    duration: Duration | None = None
    reason: Rest = ""


class Top(Arguments):
    count: Annotated[int, Field(ge=1, le=50)] = 10
    span: Literal["7d", "30d"] = "7d"


class Post(Arguments):
    when: str
    text: Rest


class Wait(Arguments):
    duration: Duration


class Maybe(Arguments):
    target: Target | None = None


class Choice(Arguments):
    action: Literal["add", "remove"]


class Count(Arguments):
    count: int


def command(arguments: type[Arguments]) -> Command[Any]:
    async def run(_turn: Turn, _arguments: Arguments) -> None:
        raise AssertionError("only parsed here")

    return Command(
        name="example",
        permission=Role.MEMBER,
        scope=Scope.ANYWHERE,
        section="start",
        arguments=arguments,
        run=run,
    )


@pytest.fixture
def parsed(scene: Scene, words: Words) -> Parse:
    """Parses what follows `/example`, as somebody writes it in the group."""
    from telegram import Update

    from handlers.opening import open_turn, speaker_of

    async def read(arguments: type[Arguments], text: str, **more: object) -> Arguments:
        raw = message_json(f"/example {text}", by=ADMIN, chat_id=GROUP, at=scene.now) | more
        update = Update.de_json({"update_id": 1, "message": raw}, scene.office.bot)
        message = update.message
        assert message is not None
        speaker = speaker_of(message)
        assert speaker is not None
        turn = await open_turn(update, speaker, message=message, work=scene.work, words=words, bot=BOT, now=scene.now)
        return await parse(command(arguments), turn, Reader.after_command(message))

    return read


def reply(by: int = MEMBER, **more: object) -> dict[str, object]:
    from tests.handlers.scene import NOW

    return {"reply_to_message": message_json("said", by=by, chat_id=GROUP, at=NOW) | {"message_id": 40} | more}


async def refused(words: Words, parsed: Parse, arguments: type[Arguments], text: str, **more: object) -> str:
    with pytest.raises(Refusal) as refusal:
        await parsed(arguments, text, **more)
    return words.plain(refusal.value.phrase, language="en", timezone="UTC")


async def test_every_word_finds_its_field(parsed: Parse) -> None:
    found = await parsed(Mute, "@max 1h15m for\nspam")
    assert (found.target.user_id, found.duration, found.reason) == (MEMBER, timedelta(hours=1, minutes=15), "for\nspam")


async def test_what_may_be_left_out_is_left_out(parsed: Parse) -> None:
    found = await parsed(Mute, "@MAX")
    assert (found.target.user_id, found.duration, found.reason) == (MEMBER, None, "")


async def test_a_word_that_does_not_fit_belongs_to_the_next_field(parsed: Parse) -> None:
    found = await parsed(Mute, "@max spam again")
    assert (found.duration, found.reason) == (None, "spam again")


async def test_an_answer_names_the_target(parsed: Parse) -> None:
    found = await parsed(Mute, "10m", **reply())
    assert (found.target.user_id, found.target.message_id, found.duration) == (MEMBER, 40, timedelta(minutes=10))


async def test_a_name_written_beats_the_answer(parsed: Parse) -> None:
    found = await parsed(Mute, "@ada", **reply())
    assert (found.target.user_id, found.target.message_id) == (ADMIN, None)


async def test_a_short_number_in_an_answer_is_a_reason(parsed: Parse) -> None:
    found = await parsed(Mute, "3 times", **reply())
    assert (found.target.user_id, found.reason) == (MEMBER, "3 times")


@pytest.mark.parametrize("text", [str(ADMIN), "@ada", "@ADA"])
async def test_ids_and_names_find_people(parsed: Parse, text: str) -> None:
    found = await parsed(Mute, text)
    assert (found.target.user_id, found.target.name) == (ADMIN, "Ada")


async def test_an_id_never_seen_is_taken_as_it_is(parsed: Parse) -> None:
    found = await parsed(Mute, "987654321")
    assert (found.target.user_id, found.target.name) == (987654321, "987654321")


async def test_a_mention_without_username_finds_the_person(parsed: Parse) -> None:
    mention = {"type": "text_mention", "offset": 9, "length": 5, "user": user_json(MEMBER)}
    found = await parsed(Mute, "Max X 2h", entities=[mention])
    assert (found.target.user_id, found.duration) == (MEMBER, timedelta(hours=2))


async def test_a_channel_can_be_a_target(parsed: Parse) -> None:
    by_answer = await parsed(Mute, "", **reply(sender_chat=chat_json(OTHER_GROUP)))
    by_id = await parsed(Mute, str(OTHER_GROUP))
    assert (by_answer.target.sender_chat_id, by_answer.target.user_id) == (OTHER_GROUP, None)
    assert (by_id.target.sender_chat_id, by_id.target.name) == (OTHER_GROUP, f"Group {OTHER_GROUP}")


async def test_an_unknown_name_is_refused_with_what_to_do(parsed: Parse, words: Words) -> None:
    said = await refused(words, parsed, Mute, "@nobody_here")
    assert "@nobody_here" in said
    assert (await refused(words, parsed, Mute, "0 1h")).startswith("I have not met “0”")
    assert "Reply" in said


@pytest.mark.parametrize("text", ["", "max", "10m spam"])
async def test_no_target_is_refused_with_usage_and_example(parsed: Parse, words: Words, text: str) -> None:
    said = await refused(words, parsed, Mute, text)
    assert said.splitlines()[0].startswith("Whom do you mean?")
    assert said.splitlines()[2] == "For example: /example @alice 1h15m Here goes the text."


async def test_the_root_of_a_topic_is_no_answer(parsed: Parse, words: Words) -> None:
    more = reply() | {"message_thread_id": 40, "is_topic_message": True}
    assert (await refused(words, parsed, Mute, "", **more)).startswith("Whom do you mean?")


async def test_an_answer_within_a_topic_is_one(parsed: Parse) -> None:
    found = await parsed(Mute, "", **reply(), message_thread_id=7, is_topic_message=True)
    assert found.target.user_id == MEMBER


def test_without_a_message_nothing_is_answered() -> None:
    assert replied_to(None) is None


async def test_an_optional_target_may_be_nobody(parsed: Parse) -> None:
    assert (await parsed(Maybe, "")).target is None


@pytest.mark.parametrize("text", ["@max 5x spam", "@max 1.5h"])
async def test_a_mistyped_length_is_not_taken_for_a_reason(parsed: Parse, words: Words, text: str) -> None:
    assert "at least 30 seconds" in await refused(words, parsed, Mute, text)


@pytest.mark.parametrize("text", ["29s", "367d", "53w", "0m"])
async def test_lengths_that_telegram_takes_as_for_ever_are_refused(parsed: Parse, words: Words, text: str) -> None:
    assert "at least 30 seconds" in await refused(words, parsed, Wait, text)


@pytest.mark.parametrize(("text", "span"), [("30s", timedelta(seconds=30)), ("366d", timedelta(days=366))])
async def test_the_bounds_themselves_are_allowed(parsed: Parse, text: str, span: timedelta) -> None:
    assert (await parsed(Wait, text)).duration == span


@pytest.mark.parametrize(
    ("text", "count", "span"), [("", 10, "7d"), ("50", 50, "7d"), ("30D", 10, "30d"), ("1 30d", 1, "30d")]
)
async def test_numbers_and_choices_are_read(parsed: Parse, text: str, count: int, span: str) -> None:
    found = await parsed(Top, text)
    assert (found.count, found.span) == (count, span)


@pytest.mark.parametrize(
    ("arguments", "text", "said"),
    [
        (Top, "0", "The number must be at least 1."),
        (Top, "51", "The number must be at most 50."),
        (Top, "7d more", "I do not know what to do with “more” here."),
        (Choice, "", "Please choose one of the words below."),
        (Choice, "mend", "Please choose one of the words below."),
        (Count, "", "A number is missing."),
        (Count, "many", "I do not know what to do with “many” here."),
        (Post, "", "Something is missing after the command."),
        (Post, "daily", "Something is missing at the end."),
        (
            Wait,
            "soon",
            "Please write the time like 45s, 10m, 3h, 2d, 1w or 1h15m: at least 30 seconds, at most 366 days.",
        ),
    ],
)
async def test_what_does_not_fit_is_said_in_one_sentence(
    parsed: Parse, words: Words, arguments: type[Arguments], text: str, said: str
) -> None:
    assert (await refused(words, parsed, arguments, text)).splitlines()[0] == said


async def test_words_in_quotes_are_one(parsed: Parse) -> None:
    found = await parsed(Post, '"0 20 * * 5" Good\n "evening"')
    assert (found.when, found.text) == ("0 20 * * 5", 'Good\n "evening"')


async def test_what_stands_after_a_command_without_arguments_is_ignored(parsed: Parse) -> None:
    assert await parsed(NoArguments, "please @nobody") == NoArguments()


def test_a_type_no_argument_can_have_is_refused() -> None:
    class Odd(Arguments):
        values: list[str]

    with pytest.raises(TypeError, match="no command can take"):
        kind_of(Odd.model_fields["values"])
