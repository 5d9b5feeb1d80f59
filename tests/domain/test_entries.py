import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import entries, paths
from domain.paths import Kind, SettingValue
from domain.refusals import Refusal
from domain.settings import ChatSettings


def read(path: str, text: str) -> SettingValue:
    setting = paths.find(path)
    assert setting is not None
    return entries.value_of(setting, text)


@pytest.mark.parametrize("text", ["on", "ON", " yes ", "true", "1", "开", "开启", "是"])
def test_words_for_on(text: str) -> None:
    assert read("digest.enabled", text) is True


@pytest.mark.parametrize("text", ["off", "No", "false", "0", "关", "关闭", "否"])
def test_words_for_off(text: str) -> None:
    assert read("digest.enabled", text) is False


@pytest.mark.parametrize(
    ("path", "text", "value"),
    [
        ("rules.flood.messages", "12", 12),
        ("rules.flood.messages", "-1", -1),
        ("rules.flood.action", "MUTE 6H", "MUTE 6H"),
        ("log_chat", "-1001234567890", -1001234567890),
        ("log_chat", "none", None),
        ("log_chat", "无", None),
        ("timezone", "asia/shanghai", "Asia/Shanghai"),
        ("timezone", "北京", "Asia/Shanghai"),
        ("timezone", "Mars", "Mars"),
        ("digest.at", "9", "09:00"),
        ("digest.at", "9:05", "09:05"),
        ("digest.at", "21：30", "21:30"),
        ("digest.at", "noon", "noon"),
        ("digest.targets", "here, topic:12", ("here", "topic:12")),
        ("digest.targets", "here，-1001", ("here", "-1001")),
        ("rules.blocklist.entries", "spam\n加微信\n\ncasino*", ("spam", "加微信", "casino*")),
        ("rules.blocklist.entries", '"buy now, pay later", spam', ('"buy now, pay later"', "spam")),
        ("rules.blocklist.entries", "空", ()),
    ],
)
def test_typed_words_are_read_as_values(path: str, text: str, value: SettingValue) -> None:
    assert read(path, text) == value


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("digest.enabled", "perhaps"),
        ("rules.flood.messages", "many"),
        ("rules.flood.messages", "1.5"),
        ("rules.flood.messages", "9" * 40),
        ("rules.flood.messages", "٣x"),
        ("log_chat", "@channel"),
    ],
)
def test_words_that_are_no_such_value_are_refused_with_what_is_possible(path: str, text: str) -> None:
    with pytest.raises(Refusal) as refused:
        read(path, text)
    values = refused.value.phrase.values
    assert values["given"] == text
    assert values["expected"] == entries.expected(paths.find(path) or pytest.fail(path))


@pytest.mark.parametrize("text", ["default", " Default ", "默认"])
def test_words_for_the_default(text: str) -> None:
    assert entries.is_default(text)


def test_other_words_are_not_the_default() -> None:
    assert not entries.is_default("defaults")


def test_bounds_are_named() -> None:
    setting = paths.find("rules.flood.messages")
    assert setting is not None
    assert entries.expected(setting).values == {"least": "3", "most": "100"}


@pytest.mark.parametrize("setting", paths.all_settings(), ids=lambda setting: setting.path)
def test_every_default_can_be_typed_as_it_is_shown(setting: paths.Setting) -> None:
    value = paths.read(ChatSettings(), setting.path)
    assert entries.value_of(setting, entries.typed(value)) == value


@given(st.lists(st.from_regex(r'[^\s,，、;；"\n](?:[^,，、;；"\n]*[^\s,，、;；"\n])?', fullmatch=True), min_size=1))
def test_a_list_is_typed_as_it_is_shown(items: list[str]) -> None:
    value = tuple(items)
    if entries.typed(value).lower() not in entries.NOTHING:
        assert read("rules.blocklist.entries", entries.typed(value)) == value


@pytest.mark.parametrize(
    ("path", "value", "shown"),
    [
        ("digest.at", "09:00", "09:00"),
        ("rules.flood.messages", 1200, "1200"),
        ("digest.targets", ("here", "topic:1"), "here, topic:1"),
    ],
)
def test_short_values_are_shown_as_typed(path: str, value: SettingValue, shown: str) -> None:
    assert entries.shown_value(paths.find(path) or pytest.fail(path), value) == shown


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        ("digest.enabled", True, "settings-on"),
        ("digest.enabled", False, "settings-off"),
        ("rules.flood.action", "kick", "actions-kick"),
        ("log_chat", None, "common-none"),
        ("digest.targets", (), "common-none"),
        ("rules.blocklist.entries", tuple("abcdefgh"), "settings-items"),
    ],
)
def test_other_values_have_words(path: str, value: SettingValue, key: str) -> None:
    shown = entries.shown_value(paths.find(path) or pytest.fail(path), value)
    assert not isinstance(shown, str)
    assert shown.key == key


def test_every_kind_can_be_read() -> None:
    assert set(entries.READERS) == set(Kind)
