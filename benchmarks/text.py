"""What reading a text costs: normalisation, 5,000 entries and 200 regexes, evil patterns, repeats."""

from __future__ import annotations

import random
import statistics
import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, TypeVar

from domain.messages import Message, Origin
from domain.normalization import fold
from domain.readings import read
from domain.rules.blocklist import BlocklistSettings, check
from domain.rules.echoes import RecentTexts, sketch_of
from domain.rules.judgement import Scene
from domain.rules.lookup import lookup_of
from domain.rules.regexes import RegexSet, check_regex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

T = TypeVar("T")

LENGTH = 300
TEXTS = 2_000
LETTERS = "etaoinshrdlucmfwygpbvk"
SENTENCES = {
    "en": "Good morning everyone, did you see the new release notes? It's well-written, e.g. the part about node.js; "
    "I think we should tell people what has changed since last week. Let me know if you have questions, I am around "
    "until 5pm today and on Monday, otherwise ask Maria or write to the list as usual.",
    "ru": "Доброе утро всем, видели ли вы новую версию? Там много исправлений, и я думаю, что нам стоит обновить "
    "документацию до конца недели. Если есть вопросы, пишите здесь, я буду до вечера, а завтра спросите Машу.",
    "zh": "大家早上好，今天的会议改到下午三点，请各位准时参加。如果有问题可以在群里留言，我会尽快回复大家的。"
    "另外新版本已经发布，修复了很多问题，欢迎大家下载体验并反馈意见，谢谢大家一直以来的支持和帮助。",
}
EVIL = (
    ("(a+)+$", "a" * 4095 + "!"),
    ("(a|aa)+$", "a" * 4095 + "!"),
    ("(x+x+)+y", "x" * 4096),
    (r"\s+$", " " * 4095 + "x"),
    ("([a-z]+)*[0-9]", "a" * 4096),
    ("^(([a-z])+.)+[A-Z]([a-z])+$", "a" * 4095 + "!"),
    ("(.*)*(.*)*!", "a" * 4096),
    ("(a|a?)+b", "a" * 4096),
)


def report() -> None:
    """Measure and print all of it."""
    chance = random.Random(3)
    texts = {name: [shuffled(sentence, chance) for _ in range(TEXTS)] for name, sentence in SENTENCES.items()}
    texts["letters"] = [words(60, chance)[:LENGTH] for _ in range(TEXTS)]
    print(f"\nReading texts of {LENGTH} characters, medians (99th percentile in brackets)")
    for name, some in texts.items():
        print(f"  fold {name:8} {timed(fold, some)}    every reading {timed(read, some)}")
    settings = BlocklistSettings(entries=entries(chance))
    began = time.perf_counter()
    lookup_of(settings.entries)
    print(f"  {len(settings.entries)} entries made ready in {(time.perf_counter() - began) * 1e3:.0f} ms")
    for name, some in texts.items():
        messages = [said(text) for text in some]
        print(f"  blocklist {name:8} {timed(lambda message: check(message, Scene(), settings), messages)}")
    report_evil(chance)
    report_repeats(texts["letters"], chance)


def report_evil(chance: random.Random) -> None:
    stalls = {source: slowest(RegexSet([check_regex(source)]).find, [text] * 5) for source, text in EVIL}
    print(f"  evil regexes, 4,096 characters: the worst stalls {max(stalls.values()):.2f} ms")
    widest = [f"x.{{0,40}}y{number}" for number in range(2)] + [rf"[ab]*a[ab]{{20}}c{number}" for number in range(3)]
    texts = ["".join(chance.choice(some) for _ in range(4096)) for some in ("xyz\u4e00", "ab", "xab")]
    print(f"  the heaviest list that is taken: {slowest(RegexSet(widest).find, texts):.1f} ms")
    some = [word(chance, 3, 6) for _ in range(200)]
    gaps = RegexSet([check_regex(f"{one}.{{0,20}}{word(chance, 4, 7)}") for one in some])
    text = "".join(chance.choice(some) for _ in range(1400))[:4096]
    print(f"  two hundred gaps, begun everywhere: {slowest(gaps.find, [text]):.1f} ms")
    globs = lookup_of(tuple(f"*aa{'a' * (number % 50)}?{number}b*a?c" for number in range(1000)))
    print(f"  a thousand evil globs: {slowest(globs.find, ['a' * 4096 + 'bc', 'ab' * 2048]):.1f} ms")


def report_repeats(texts: list[str], chance: random.Random) -> None:
    recent = RecentTexts()
    now = datetime(2026, 1, 1, tzinfo=UTC)
    for number in range(10_000):
        text = words(60, chance)[:LENGTH]
        at = now + timedelta(milliseconds=number)
        recent.add(sketch_of(text), chat_id=-1, message_id=number, sender=number % 50, at=at)
    later = now + timedelta(minutes=1)
    print(f"  repeats, among 10,000 texts: sketch {timed(sketch_of, texts)}", end="")
    sketches = [sketch_of(text) for text in texts]
    print(f"    find {timed(lambda sketch: recent.find(sketch, sender=1, at=later), sketches)}", end="")
    print(f"    add {timed(lambda one: recent.add(one, chat_id=-1, message_id=1, sender=1, at=later), sketches)}")


def entries(chance: random.Random) -> tuple[str, ...]:
    """A long list: mostly words, with phrases, Chinese, wildcards, actions; and two hundred regexes."""
    plain = {word(chance, 4, 9) for _ in range(3_240)}
    phrases = {f'"{word(chance, 3, 6)} {word(chance, 3, 6)}"' for _ in range(500)}
    chinese = {"".join(chr(chance.randint(0x4E00, 0x7FFF)) for _ in range(chance.randint(2, 4))) for _ in range(900)}
    wild = {f"{word(chance, 4, 6)}*" for _ in range(200)} | {
        f"{word(chance, 3, 4)}?{word(chance, 2, 3)}" for _ in range(150)
    }
    shapes = (
        r"{}\s+{}",
        r"\b{}[a-z]*\b.{{0,6}}\b{}\b",
        r"(?:{}|{})\d{{2,5}}",
        "{}.*{}",
        r"@{}_?{}\w*",
        r"t\.me/{}\w+{}",
    )
    regexes = [f"/{chance.choice(shapes).format(word(chance, 4, 8), word(chance, 4, 8))}/" for _ in range(200)]
    return (*plain, *phrases, *chinese, *wild, *regexes)


def word(chance: random.Random, shortest: int, longest: int) -> str:
    return "".join(chance.choice(LETTERS) for _ in range(chance.randint(shortest, longest)))


def words(count: int, chance: random.Random) -> str:
    return " ".join(word(chance, 2, 9) for _ in range(count))


def shuffled(sentence: str, chance: random.Random) -> str:
    parts = sentence.split() if " " in sentence else list(sentence)
    gap = " " if " " in sentence else ""
    return gap.join(chance.sample(parts * 4, len(parts) * 4))[:LENGTH]


def said(text: str) -> Message:
    return Message(
        chat_id=-1,
        message_id=1,
        at=datetime(2026, 1, 1, tzinfo=UTC),
        origin=Origin.MEMBER,
        sender_id=7,
        sender_name="Ada",
        text=text,
    )


def timed(act: Callable[[T], object], subjects: Iterable[T]) -> str:
    spent = sorted(_each(act, subjects))
    return f"{statistics.median(spent) / 1e3:6.1f} µs ({spent[len(spent) * 99 // 100] / 1e3:.0f})"


def slowest(act: Callable[[T], object], subjects: Iterable[T]) -> float:
    """The longest of all, in milliseconds."""
    return max(_each(act, subjects)) / 1e6


def _each(act: Callable[[T], object], subjects: Iterable[T]) -> list[int]:
    spent = []
    for subject in subjects:
        began = time.perf_counter_ns()
        act(subject)
        spent.append(time.perf_counter_ns() - began)
    return spent
