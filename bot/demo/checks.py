"""Whether each thing happened: a line of figures when it did, None when it did not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datetime import timedelta

from bot.demo.evidence import GRANTED
from domain.phrases import Person, phrase
from domain.rules.actions import read_action
from domain.reports.digest import CHAT_CELLS
from domain.reports.titles import shorten

if TYPE_CHECKING:
    from bot.demo.evidence import Evidence, Said
    from bot.demo.room import Call, Event

DELETIONS = ("deleteMessage", "deleteMessages")
CHECK_INS = (("here", "first"), ("here_too", "second"), ("here_in_chinese", "third"))
FEWEST_RANKED = 3
CLOSED_AND_OPENED = 2
CROWD = 30
MUTE_A_DAY = read_action("mute 1d").described


def checked_in(seen: Evidence) -> str | None:
    """Every check-in was answered with the streak that the chat's own past says."""
    streaks = []
    for line, part in CHECK_INS:
        answer, streak = seen.answer(line), seen.players[part].run + 1
        if answer is None or str(streak) not in answer.text:
            return None
        streaks.append(str(streak))
    return f"{len(streaks)} answered, streaks of {', '.join(streaks)} days"


def spammer_stopped(seen: Evidence) -> str | None:
    """The link is gone and its sender was warned before everybody with the rule's own words."""
    rule, name = seen.tongue.say("rules-default-4"), seen.players["spammer"].name
    warning = next((one for one in seen.bot_messages() if name in one.text and rule in one.text), None)
    deletion = _deletion(seen, "spam")
    if warning is None or deletion is None or not seen.deleted("spam"):
        return None
    return f"deleted after {_milliseconds(seen.said['spam'][0], deletion)}, warned with rule 4"


def setting_changed(seen: Evidence) -> str | None:
    """The menu came, every press was answered, and the menu shows what was chosen."""
    menu, chosen = seen.answer("settings"), seen.tongue.plain(MUTE_A_DAY)
    presses = [one for one in seen.events if one.kind == "press"]
    answers = [call for call in seen.calls if call.method == "answerCallbackQuery"]
    if menu is None or not presses or len(answers) < len(presses):
        return None
    current = seen.tongue.say("settings-current", value=MUTE_A_DAY)
    if current not in menu.text:
        return None
    return f"{len(presses)} buttons pressed, floods are now met with “{chosen}”"


def flooder_muted(seen: Evidence) -> str | None:
    """Every message of the flood is gone and its sender may write no more."""
    muted = seen.called("restrictChatMember", user_id=seen.players["flooder"].person_id)
    if muted is None or not seen.deleted("flood"):
        return None
    name, rule = seen.players["flooder"].name, seen.tongue.say("rules-default-2")
    if not any(name in one.text and rule in one.text for one in seen.bot_messages()):
        return None
    flood = seen.said["flood"]
    return f"muted after {_milliseconds(flood[-1], muted)}, {len(flood)} messages deleted"


def appeal_granted(seen: Evidence) -> str | None:
    """Another manager granted it: the member was told, and the warning is gone from the ticket on."""
    member, owner = seen.players["first"], seen.players["owner"]
    told = seen.tongue.say(
        "appeals-told-granted", person=Person(user_id=None, name=member.name), chat=shorten(seen.title, CHAT_CELLS)
    )
    if not any(told in one.text for one in seen.alone_with("first")):
        return None
    decided = seen.called("editMessageText", chat_id=owner.person_id)
    return None if decided is None else "granted by another manager than who warned, the member was told"


def rule_rehearsed(seen: Evidence) -> str | None:
    """The draft was tried on what the group wrote, and its answer is there."""
    title = seen.tongue.say("rehearsal-title", rule=phrase("rules-name-length"), span=timedelta(days=7))
    answer = next((one for one in seen.bot_messages() if one.text.startswith(title)), None)
    return None if answer is None else answer.text.removeprefix(title).strip().splitlines()[0]


def raid_held_off(seen: Evidence) -> str | None:
    """The group was closed by one call, opened by another, and nobody of the crowd is left."""
    closings = [call for call in seen.calls if call.method == "setChatPermissions" and call.status == GRANTED]
    kicked = {call.params.get("user_id") for call in seen.calls if call.method == "banChatMember"}
    if len(closings) != CLOSED_AND_OPENED or len(kicked & set(seen.crowd)) < CROWD:
        return None
    return f"{CROWD} accounts held and sent away, closed and opened with one call each"


def ranking_shown(seen: Evidence) -> str | None:
    """The answer to /top names members, with buttons for another span."""
    answer = seen.answer("top")
    if answer is None or not answer.buttons:
        return None
    ranked = sum(line.startswith(_PLACES) for line in answer.text.splitlines())
    return f"{ranked} members ranked" if ranked >= FEWEST_RANKED else None


def own_figures_shown(seen: Evidence) -> str | None:
    """The answer to /me is about whoever asked."""
    answer, name = seen.answer("me"), seen.players["curious"].name
    return f"answered {name}" if answer is not None and name in answer.text else None


def question_stands(seen: Evidence) -> str | None:
    """An honest newcomer showed to be human, and the question was left alone."""
    said = seen.said.get("question", ())
    if not said or any(one.deleted for one in seen.events if one.message_id == said[0].message_id):
        return None
    name = seen.players["newcomer"].name
    accused = any(name in one.text and not one.deleted for one in seen.bot_messages())
    held = seen.called("restrictChatMember", user_id=seen.players["newcomer"].person_id)
    return None if accused or held is None else "let in with one press, left alone"


def digest_posted(seen: Evidence) -> str | None:
    """One digest, not before nine, with as many messages as the chat had yesterday."""
    title = seen.tongue.say("digest-title", chat=shorten(seen.title, CHAT_CELLS))
    digests = [one for one in seen.bot_messages() if title in one.text]
    if len(digests) != 1 or digests[0].at < seen.nine.timestamp():
        return None
    messages = _figure(seen, digests[0])
    if messages != str(seen.written_yesterday):
        return None
    late = digests[0].at - seen.nine.timestamp()
    return f"{late:.0f} s after nine, {messages} messages yesterday as in the chat"


def nothing_refused(seen: Evidence) -> str | None:
    """Telegram had no objection to anything the bot asked of it."""
    refused = [call for call in seen.calls if call.status >= _REFUSED]
    return None if refused or not seen.calls else f"{len(seen.calls)} calls"


_REFUSED = 400
_PLACES = ("🥇", "🥈", "🥉", *(f"{place}." for place in range(1, 11)))


def _figure(seen: Evidence, digest: Event) -> str:
    """The value that follows the name of the metric."""
    label = seen.tongue.say("digest-metric-messages")
    line = next((one for one in digest.text.splitlines() if label in one), label)
    return line.partition(label)[2].strip().split(" ")[0].replace(",", "")


def _deletion(seen: Evidence, line: str) -> Call | None:
    """The call that took a line away."""
    for one in seen.said.get(line, ()):
        for call in seen.calls:
            ids = call.params.get("message_ids")
            named = [call.params.get("message_id"), *(ids if isinstance(ids, list) else ())]
            if call.method in DELETIONS and one.message_id in named:
                return call
    return None


def _milliseconds(said: Said, call: Call) -> str:
    return f"{max(0.0, call.at - said.at) * 1000:.0f} ms"
