"""What a community talks about: questions with answers and thanks, chatter, pictures, outings, greetings."""

from datetime import datetime, timedelta

from sandbox.life.people import Member
from sandbox.life.phrases import Question, Talk
from sandbox.life.scene import Line, Scene

LIKES = ("👍", "❤", "🔥", "👏", "😁", "🎉", "😍", "💯")
GRATEFUL = ("🙏", "❤", "👍")

_UNANSWERED = 0.10
_LATE = 0.12
_BY_LEADER = 0.72
_THANKED = {True: 0.88, False: 0.35}
_REPAIRS = frozenset({"workshop", "gear"})
_LEADER_ANSWERS_HOURS = range(6, 24)


def question(scene: Scene, moment: datetime) -> None:
    """Somebody asks; mostly somebody answers, soon or late, and is thanked or not."""
    asker = next((one for one in scene.around(moment, 4) if one.part != "leader"), None)
    if asker is None:
        return
    topic = scene.voice.draw("question", scene.voice.words.question)
    asked = scene.say(asker, moment, scene.voice.say(f"ask:{topic.ask[0]}", topic.ask), thread=f"topic:{topic.subject}")
    fate = scene.rng.random()
    if asked is None or fate < _UNANSWERED:
        return
    is_late = fate < _UNANSWERED + _LATE
    wait = timedelta(hours=scene.rng.uniform(5, 26)) if is_late else timedelta()
    _answers(scene, asked, topic, scene.soon(asked.at + wait, minutes=14), is_late=is_late)


def _answers(scene: Scene, asked: Line, topic: Question, moment: datetime, *, is_late: bool) -> None:
    count = 1 if is_late else scene.rng.choice((1, 1, 2, 2, 3))
    helpers = _helpers(scene, asked, moment, count)
    for helper, phrase in zip(helpers, scene.rng.sample(topic.answer, len(topic.answer)), strict=False):
        words = scene.voice.words
        opening = scene.voice.draw("later", words.later) if is_late else ""
        text = opening + scene.voice.fill(phrase, {})
        answer = scene.say(helper, moment, text, reply_to=asked)
        if answer is None:
            continue
        _response(scene, asked, answer, is_repair=topic.subject in _REPAIRS)
        moment = scene.soon(answer.at, minutes=9)


def _helpers(scene: Scene, asked: Line, moment: datetime, count: int) -> list[Member]:
    others = scene.around(moment, count, without=(asked.author,))
    leaders = [one for one in scene.members if one.part == "leader" and one.present(moment)]
    is_day = moment.astimezone(scene.zone).hour in _LEADER_ANSWERS_HOURS
    if not leaders or not is_day or scene.rng.random() > _BY_LEADER:
        return others
    leader = scene.voice.draw("leaders", leaders) if len(leaders) > 1 else leaders[0]
    return [leader, *(one for one in others if one.person_id != leader.person_id)][:count]


def _response(scene: Scene, asked: Line, answer: Line, *, is_repair: bool) -> None:
    words = scene.voice.words
    is_leader = answer.author.part == "leader"
    last = answer
    if is_repair and scene.rng.random() < 0.35:
        last = _follow_up(scene, asked, answer) or answer
    if scene.rng.random() < _THANKED[is_leader]:
        moment = scene.soon(last.at, minutes=20)
        if scene.rng.random() < 0.75:
            deck, phrases = ("fixed", words.fixed) if is_repair else ("thanks", words.thanks)
            text = scene.voice.say(deck, phrases, you=answer.author.called)
            scene.say(asked.author, moment, text, reply_to=answer)
        else:
            scene.react(asked.author, moment, answer, scene.rng.choice(GRATEFUL))
    scene.applaud(answer, scene.rng.randint(1, 4) if is_leader else scene.rng.randint(0, 1), LIKES)
    if scene.rng.random() < 0.3:
        for person in scene.around(answer.at, 1, without=(asked.author, answer.author)):
            moment = scene.soon(answer.at, minutes=15)
            scene.say(person, moment, scene.voice.say("nod", words.nod), reply_to=answer)


def _follow_up(scene: Scene, asked: Line, answer: Line) -> Line | None:
    words = scene.voice.words
    doubt, remark = scene.voice.draw("follow", list(zip(words.follow, words.detail, strict=True)))
    more = scene.say(asked.author, scene.soon(answer.at, minutes=6), scene.voice.fill(doubt, {}), reply_to=answer)
    if more is None:
        return None
    moment = scene.soon(more.at, minutes=6)
    return scene.say(answer.author, moment, scene.voice.fill(remark, {}), reply_to=more)


def talk(scene: Scene, moment: datetime) -> None:
    """Somebody begins to talk about something, others join in."""
    topic = scene.voice.draw("talk", scene.voice.words.talk)
    _conversation(scene, moment, topic, topic.open[0])


def snap(scene: Scene, moment: datetime) -> None:
    """Somebody shows a picture."""
    _conversation(scene, moment, scene.voice.words.snap, "snap", photo=True)


def spin(scene: Scene, moment: datetime) -> None:
    """Somebody looks for company."""
    _conversation(scene, moment, scene.voice.words.spin, "spin")


def report(scene: Scene, moment: datetime) -> None:
    """Somebody tells of their day."""
    _conversation(scene, moment, scene.voice.words.report, "report")


def _conversation(scene: Scene, moment: datetime, topic: Talk, deck: str, *, photo: bool = False) -> None:
    starter = next(iter(scene.around(moment, 1)), None)
    if starter is None:
        return
    text = scene.voice.say(f"open:{deck}", topic.open)
    thread = f"topic:{'photo' if photo else topic.subject}"
    opening = scene.say(starter, moment, text, thread=thread, kind="photo" if photo else "text")
    if opening is None:
        return
    last = opening
    for person in scene.around(opening.at, scene.times(2.6), without=(starter,)):
        target = opening if scene.rng.random() < 0.7 else last
        reply = scene.voice.say(f"reply:{deck}", topic.reply)
        line = scene.say(person, scene.soon(last.at, minutes=7), reply, reply_to=target)
        last = line or last
    if last is not opening and scene.rng.random() < 0.5:
        laugh = scene.voice.draw("laugh", scene.voice.words.laugh)
        scene.say(starter, scene.soon(last.at, minutes=6), laugh, reply_to=last)
    scene.applaud(opening, scene.rng.randint(1, 5 if photo else 3), LIKES)


def greetings(scene: Scene, day: datetime) -> None:
    """A few people say good morning, and some good night."""
    words = scene.voice.words
    for _ in range(scene.times(3)):
        _greet(scene, scene.moment(day, scene.rng.uniform(6.3, 9.5)), "morning", words.morning)
    for _ in range(scene.times(1)):
        _greet(scene, scene.moment(day, scene.rng.uniform(22, 23.7)), "night", words.night)


def _greet(scene: Scene, moment: datetime, deck: str, phrases: tuple[str, ...]) -> None:
    for person in scene.around(moment, 1):
        line = scene.say(person, moment, scene.voice.say(deck, phrases), thread="topic:club")
        if line is not None:
            scene.applaud(line, scene.times(0.7), LIKES)
