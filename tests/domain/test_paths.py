import pytest
from pydantic import BaseModel, ValidationError

from domain import paths
from domain.paths import Kind, Setting
from domain.settings import ChatSettings


def leaves(model: type[BaseModel], prefix: str = "") -> list[str]:
    found: list[str] = []
    for name, field in model.model_fields.items():
        kind = field.annotation
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            found += leaves(kind, f"{prefix}{name}.")
        else:
            found.append(f"{prefix}{name}")
    return found


def test_there_is_a_setting_for_every_field_of_the_model() -> None:
    assert [setting.path for setting in paths.all_settings()] == leaves(ChatSettings)


@pytest.mark.parametrize(
    "setting",
    [
        Setting(path="language", kind=Kind.CHOICE, choices=("zh", "en")),
        Setting(path="timezone", kind=Kind.ZONE),
        Setting(path="log_chat", kind=Kind.CHAT),
        Setting(path="rules.flood.mode", kind=Kind.CHOICE, choices=("off", "shadow", "on")),
        Setting(path="rules.flood.action", kind=Kind.ACTION),
        Setting(path="rules.flood.messages", kind=Kind.NUMBER, least=3, most=100),
        Setting(path="rules.blocklist.entries", kind=Kind.LIST),
        Setting(path="digest.at", kind=Kind.TIME),
    ],
)
def test_a_settings_kind_and_bounds_come_from_its_field(setting: Setting) -> None:
    assert paths.find(setting.path) == setting


@pytest.mark.parametrize("path", ["", "rules", "rules.flood.x", "RULES.flood.messages", "__class__"])
def test_nothing_else_is_a_setting(path: str) -> None:
    assert paths.find(path) is None


def test_sections_come_outer_before_inner() -> None:
    sections = paths.sections()
    assert sections[0] == ""
    assert all(path.rpartition(".")[0] in sections[:place] for place, path in enumerate(sections) if path)


@pytest.mark.parametrize(
    ("prefix", "expected"),
    [
        ("digest", ["digest.enabled", "digest.at", "digest.targets"]),
        ("digest.at", ["digest.at"]),
        ("dig", []),
    ],
)
def test_below_a_prefix_are_its_settings(prefix: str, expected: list[str]) -> None:
    assert [setting.path for setting in paths.below(prefix)] == expected


def test_below_nothing_are_all() -> None:
    assert paths.below("") == paths.all_settings()


@pytest.mark.parametrize("setting", paths.all_settings(), ids=lambda setting: setting.path)
def test_every_default_can_be_read_and_put_back(setting: Setting) -> None:
    value = paths.read(ChatSettings(), setting.path)
    assert paths.assemble({setting.path: value}) == ChatSettings()


def test_a_section_is_not_one_setting() -> None:
    with pytest.raises(TypeError):
        paths.read(ChatSettings(), "rules.flood")


def test_overrides_stand_in_place_of_defaults() -> None:
    settings = paths.assemble({"rules.flood.messages": 9, "rules.links.hours": 0, "language": "zh"})
    assert (settings.rules.flood.messages, settings.rules.links.hours, settings.language) == (9, 0, "zh")
    assert settings.rules.flood.seconds == ChatSettings().rules.flood.seconds


@pytest.mark.parametrize("path", ["x", "rules.x", "language.x"])
def test_unknown_paths_do_not_assemble(path: str) -> None:
    with pytest.raises(ValidationError):
        paths.assemble({path: 1})


@pytest.mark.parametrize(
    "wrong",
    [{"x": 1}, {"rules.gone.limit": 1}, {"rules.flood.messages": 10**6}, {"rules": 3}, {"digest.targets": [1]}],
)
def test_sound_leaves_out_only_what_is_wrong(wrong: dict[str, object]) -> None:
    assert paths.sound({"language": "zh", **wrong}) == {"language": "zh"}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("rules.flood.mesages", "rules.flood.messages"),
        ("flood", "rules.flood.messages"),
        ("digest", "digest.at"),
        ("text_days", "privacy.text_days"),
    ],
)
def test_near_names_are_found(written: str, meant: str) -> None:
    assert meant in paths.near(written)


def test_nothing_is_near_to_nonsense() -> None:
    assert paths.near("zzz") == ()


def test_every_path_fits_its_column() -> None:
    assert max(len(setting.path) for setting in paths.all_settings()) <= 64
