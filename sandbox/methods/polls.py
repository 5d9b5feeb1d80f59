"""Sending and ending polls."""

from typing import TYPE_CHECKING

from sandbox.access import find, reach
from sandbox.calling import Call
from sandbox.errors import bad_request
from sandbox.keyboards import inline_keyboard
from sandbox.outgoing import send, words
from sandbox.polls import Option, Poll, close
from sandbox.posting import record, render

if TYPE_CHECKING:
    from sandbox.methods.method import Methods
    from sandbox.world import World

_LONGEST = 2_628_000


def send_poll(world: "World", call: Call) -> object:
    """SendPoll."""
    poll = _poll(world, call)
    message = send(world, call, "poll", {"poll": poll.payload()}, poll_id=poll.id)
    poll.chat_id, poll.message_id = message.chat_id, message.id
    world.polls[poll.id] = poll
    return render(world.chats[message.chat_id], message)


def stop_poll(world: "World", call: Call) -> object:
    """StopPoll."""
    markup = inline_keyboard(call.value("reply_markup", "reply keyboard markup"))
    chat = reach(world, call)
    message = find(chat, call.integer("message_id"), "message with poll to stop")
    poll = world.polls.get(message.poll_id or "")
    if poll is None:
        raise bad_request("message with poll to stop not found")
    if not message.outgoing:
        raise bad_request("poll can't be stopped")
    if poll.closed:
        raise bad_request("poll has already been closed")
    close(world, poll)
    message.payload.pop("reply_markup", None)
    if markup is not None:
        message.payload["reply_markup"] = markup
    record(world, chat, "edit", message=message, at=world.clock.stamp())
    return poll.payload()


def _poll(world: "World", call: Call) -> Poll:
    question, entities = words(world, call, "question", "question_entities", "question_parse_mode")
    if not question:
        raise bad_request("poll question must be non-empty")
    if len(question) > 300:
        raise bad_request("poll question length must not exceed 300")
    options = _options(world, call)
    quiz = _is_quiz(call)
    now = world.clock.stamp()
    period = call.integer("open_period")
    close_date = call.integer("close_date")
    if period and not 5 <= period <= _LONGEST:
        raise bad_request("poll open period must be between 5 and 2628000")
    if close_date and not 5 <= close_date - now <= _LONGEST:
        raise bad_request("poll close date must be 5-2628000 seconds in the future")
    explanation, explained = words(world, call, "explanation", "explanation_entities", "explanation_parse_mode")
    if len(explanation) > 200 or explanation.count("\n") > 2:
        raise bad_request("poll explanation is too long")
    return Poll(
        id=str(5_000_000_000_000_000 + world.serial()),
        chat_id=0,
        question=question,
        question_entities=entities,
        options=options,
        anonymous=call.flag("is_anonymous") or not call.has("is_anonymous"),
        quiz=quiz,
        multiple=call.flag("allows_multiple_answers"),
        revoting=call.flag("allows_revoting") if call.has("allows_revoting") else not quiz,
        members_only=call.flag("members_only"),
        correct=_correct(call, len(options)) if quiz else [],
        explanation=explanation,
        explanation_entities=explained,
        description=call.text("description")[:1024],
        open_period=period,
        close_date=close_date or (now + period if period else 0),
        closed=call.flag("is_closed"),
        by_bot=True,
    )


def _options(world: "World", call: Call) -> list[Option]:
    items = call.items("options", "String as options")
    if items is None:
        raise bad_request("can't parse options JSON object")
    options: list[Option] = []
    for index, item in enumerate(items):
        fields = item if isinstance(item, dict) else {"text": item}
        if not isinstance(fields.get("text"), str):
            raise bad_request("expected an option to be of type String")
        inner = Call(method=call.method, arguments=fields)
        text, entities = words(world, inner, "text", "text_entities", "text_parse_mode")
        if not text:
            raise bad_request("poll options must be non-empty")
        if len(text) > 100:
            raise bad_request("poll options length must not exceed 100")
        options.append(Option(persistent_id=str(index), text=text, entities=entities))
    if not options:
        raise bad_request("poll must have at least 1 option")
    if len(options) > 12:
        raise bad_request("poll can't have more than 12 options")
    return options


def _is_quiz(call: Call) -> bool:
    kind = call.text("type")
    if kind not in {"", "regular", "quiz"}:
        raise bad_request("unsupported poll type specified")
    return kind == "quiz"


def _correct(call: Call, count: int) -> list[int]:
    items = call.items("correct_option_ids", "correct option identifiers")
    if items is None:
        items = [call.integer("correct_option_id", -1)]
    chosen = [item for item in items if isinstance(item, int) and 0 <= item < count]
    if not chosen or len(chosen) != len(items):
        raise bad_request("wrong correct option ID specified")
    return chosen


METHODS: "Methods" = {"sendPoll": send_poll, "stopPoll": stop_poll}
