from domain.rules.windows import loosened
from domain.settings import RulesSettings


def test_rules_of_a_window_are_off_and_the_others_as_they_were() -> None:
    before = RulesSettings()
    after = loosened(before, ["flood", "links"])
    assert (after.flood.mode, after.links.mode, after.blocklist) == ("off", "off", before.blocklist)
    assert before.flood.mode == "on"


def test_a_rule_there_is_no_more_changes_nothing() -> None:
    before = RulesSettings()
    assert loosened(before, ["rule-of-yesterday"]) is before
