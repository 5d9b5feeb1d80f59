"""The club's weekend ride: announced on Thursday, ridden in the morning, remembered in the evening."""

from datetime import datetime, timedelta

from sandbox.life.people import Member
from sandbox.life.scene import Line, Scene
from sandbox.life.talk import LIKES

_THURSDAY = 3
_RIDES = (("saturday", 2), ("sunday", 3))


def outing(scene: Scene, day: datetime, host: Member) -> None:
    """On a Thursday, plan the whole outing of the coming weekend."""
    if day.weekday() != _THURSDAY:
        return
    name, ahead = scene.voice.draw("ride:day", _RIDES)
    words = scene.voice.words
    text = scene.voice.say("ride:announce", words.ride.announce, day=words.week[name])
    announced = scene.say(host, scene.moment(day, scene.rng.uniform(17.5, 19)), text, thread="topic:club")
    if announced is None:
        return
    scene.applaud(announced, scene.rng.randint(3, 7), LIKES)
    riders = _sign_up(scene, announced)
    _ride(scene, day + timedelta(days=ahead), [host, *riders])


def _sign_up(scene: Scene, announced: Line) -> list[Member]:
    riders: list[Member] = []
    moment = announced.at
    size = max(3, len(scene.members) // 6)
    for person in scene.around(announced.at, size, without=(announced.author,)):
        moment = scene.soon(moment, minutes=40)
        comes = scene.rng.random() < 0.75
        deck, phrases = (
            ("ride:join", scene.voice.words.ride.join) if comes else ("ride:maybe", scene.voice.words.ride.maybe)
        )
        scene.say(person, moment, scene.voice.say(deck, phrases), reply_to=announced)
        if comes:
            riders.append(person)
    return riders


def _ride(scene: Scene, day: datetime, riders: list[Member]) -> None:
    words = scene.voice.words.ride
    for rider in riders:
        if scene.rng.random() < 0.7:
            text = scene.voice.say("ride:photo", words.photo)
            moment = scene.moment(day, scene.rng.uniform(10, 13))
            picture = scene.say(rider, moment, text, thread="topic:photo", kind="photo")
            if picture is not None:
                scene.applaud(picture, scene.rng.randint(1, 6), LIKES)
        if scene.rng.random() < 0.5:
            text = scene.voice.say("ride:after", words.after)
            scene.say(rider, scene.moment(day, scene.rng.uniform(14, 21)), text, thread="topic:club")
