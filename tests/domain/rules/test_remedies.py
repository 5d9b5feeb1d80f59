"""What would have avoided a mistake: a case a rule, and that it does."""

from __future__ import annotations

import pytest

from domain.rules.blocklist import check
from domain.rules.catalog import RULES
from domain.rules.judgement import Scene
from domain.rules.remedies import REMEDIES, Mistake, Remedy, remedy
from domain.settings import ChatSettings, RulesSettings
from tests.domain.rules.scenes import said


def rules(**values: object) -> RulesSettings:
    return ChatSettings.model_validate({"rules": values}).rules


def mistake(rule: str | None, quote: str = "", *, text: str = "", is_person: bool = True) -> Mistake:
    return Mistake(rule=rule, quote=quote, text=text, is_person=is_person)


APPROVE = Remedy(kind="approve")


@pytest.mark.parametrize(
    ("wrong", "settings", "expected"),
    [
        (
            mistake("links", "news.example"),
            rules(),
            Remedy(kind="add", path="rules.links.allowed", value="news.example"),
        ),
        (mistake("links", "a.news.example"), rules(links={"allowed": ["news.example"]}), APPROVE),
        (
            mistake("links", "bad.example"),
            rules(links={"denied": ["bad.example"]}),
            Remedy(kind="remove", path="rules.links.denied", value="bad.example"),
        ),
        (
            mistake("invites", "@OurFriends"),
            rules(),
            Remedy(kind="add", path="rules.invites.allowed", value="ourfriends"),
        ),
        (mistake("invites", "t.me/+abcdef"), rules(), APPROVE),
        (mistake("mentions"), rules(), Remedy(kind="put", path="rules.mentions.most", value=6)),
        (mistake("flood"), rules(), Remedy(kind="put", path="rules.flood.messages", value=8)),
        (mistake("flood"), rules(flood={"messages": 100}), APPROVE),
        (
            mistake("blocklist", "free money"),
            rules(blocklist={"entries": ["casino", '"free money"']}),
            Remedy(kind="remove", path="rules.blocklist.entries", value='"free money"'),
        ),
        (
            mistake("blocklist", "cas", text="the CASINO royale"),
            rules(blocklist={"entries": ["poker", "casin*"]}),
            Remedy(kind="remove", path="rules.blocklist.entries", value="casin*"),
        ),
        (mistake("repeats"), rules(), Remedy(kind="put", path="rules.repeats.own", value=4)),
        (
            mistake("blocklist", "ad.exe"),
            rules(blocklist={"entries": ["file:*.exe {ban}"]}),
            Remedy(kind="remove", path="rules.blocklist.entries", value="file:*.exe {ban}"),
        ),
        (mistake("blocklist", "gone"), rules(blocklist={"entries": ["casino"]}), APPROVE),
        (mistake("blocklist", "gone", is_person=False), rules(), None),
        (mistake("rule-of-tomorrow", "x"), rules(), APPROVE),
        (mistake(None), rules(), None),
    ],
)
def test_each_rule_learns_in_its_way(wrong: Mistake, settings: RulesSettings, expected: Remedy | None) -> None:
    assert remedy(wrong, settings) == expected


def test_every_remedy_is_of_a_rule_there_is() -> None:
    assert REMEDIES.keys() <= {rule.name for rule in RULES}


@pytest.mark.parametrize("text", ["get free money", "visit the casino"])
def test_without_the_entry_that_hit_the_message_is_fine(text: str) -> None:
    before = rules(blocklist={"entries": ["casino", '"free money"']})
    hit = check(said(text), Scene(), before.blocklist)
    assert hit is not None
    found = remedy(mistake("blocklist", hit.quote, text=text), before)
    assert found is not None
    left = tuple(entry for entry in before.blocklist.entries if entry != found.value)
    assert check(said(text), Scene(), rules(blocklist={"entries": left}).blocklist) is None
