import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.normalization import fold
from domain.rules.patterns import BadEntryError, read_entry, split_entries

LETTERS = "abcdefghijklmnopqrstuvwxyz"
SIGNS = r"*?\"{}/=#():,"


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("spam scam", ("spam", "scam")),
        ('"free money" spam', ('"free money"', "spam")),
        ("“free money”  「加 微信」", ('"free money"', '"加 微信"')),
        (r"what\? 5\*", (r"what\?", r"5\*")),
        ("one\ntwo", ("one", "two")),
        ("", ()),
        ("scam {ban} casino {tmute 6h}", ("scam {ban}", "casino {tmute 6h}")),
        ("scam casino {ban} other", ("scam {ban}", "casino {ban}", "other")),
        ("casino {ban} ### no gambling here", ("casino {ban} ### no gambling here",)),
        ("a b ### why", ("a ### why", "b ### why")),
        ('(a, b, "c d")', ("a", "b", '"c d"')),
        ("(free money, 加微信、x) {ban}", ('"free money" {ban}', "加微信 {ban}", "x {ban}")),
        ("/a{2,3} b/ {ban} c", ("/a{2,3} b/ {ban}", "c")),
        ("(/a{2,3}/, b)", ("/a{2,3}/", "b")),
        ('=hello ="good bye"', ("=hello", '="good bye"')),
        ('file:*.apk file:"my file"', ("file:*.apk", 'file:"my file"')),
        ("/start", ("/start",)),
        (":( (:", (":(", "(:")),
        (r"/t\.me/x+/ {ban}", (r"/t\.me/x+/ {ban}",)),
        ("one {ban}\ntwo ### why", ("one {ban}", "two ### why")),
    ],
)
def test_a_line_is_split_into_entries_with_what_follows_them(text: str, entries: tuple[str, ...]) -> None:
    assert split_entries(text) == entries


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ('""', "empty"),
        ("\u200b", "empty"),
        ("{ban}", "empty"),
        ("=", "empty"),
        ("*", "broad"),
        ("? *", "broad"),
        ("a*", "broad"),
        ("x" * 101, "long"),
        ('"free money', "quote"),
        ("back\\slash", "backslash"),
        ("end\\", "backslash"),
        ("spam {explode}", "action"),
        ("spam {}", "action"),
        ("spam ### " + "x" * 121, "reason"),
        ("/(?=a)b/", "lookaround"),
        (r"/(a)\1/", "reference"),
        ("/(a/", "syntax"),
        ("/a*/", "regex-empty"),
        ("/" + "a" * 257 + "/", "regex-long"),
        ("/x.{0,200}y/", "heavy"),
    ],
)
def test_what_cannot_be_blocked_is_refused_with_the_reason(entry: str, reason: str) -> None:
    with pytest.raises(BadEntryError) as caught:
        read_entry(entry)
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('free "money', "quote"),
        ("free money\\", "backslash"),
        ("free {ban", "brace"),
        ("free} money", "brace"),
        ('(a, "b)', "quote"),
    ],
)
def test_a_line_that_cannot_be_split_is_refused(text: str, reason: str) -> None:
    with pytest.raises(BadEntryError) as caught:
        split_entries(text)
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    ("entry", "written"),
    [
        (" spam ", "spam"),
        ("“free   money”", '"free money"'),
        ("free money", '"free money"'),
        ('"spam"', "spam"),
        ('"=spam"', '"=spam"'),
        ('"/a/"', '"/a/"'),
        ('"file:x"', '"file:x"'),
        ('="free money"', '="free money"'),
        ("spam{ban}", "spam {ban}"),
        ("spam {tmute 6h}", "spam {mute 6h}"),
        ("spam   {del}###  why", "spam {delete} ### why"),
        (r"\{ban\}", r"\{ban\}"),
        ("/a{2}/ {sban}", "/a{2}/ {ban silent}"),
    ],
)
def test_an_entry_is_kept_as_it_would_be_typed_again(entry: str, written: str) -> None:
    assert read_entry(entry).written == written


@pytest.mark.parametrize(
    ("entry", "kind"),
    [
        ("spam", "text"),
        ("=spam", "text"),
        ("/spam/", "regex"),
        ("file:*.apk", "file"),
        ("inline:@bot", "inline"),
        ("forward:@channel", "forward"),
        ("stickers:set", "stickers"),
        ("other:thing", "text"),
    ],
)
def test_an_entry_is_of_the_kind_it_begins_with(entry: str, kind: str) -> None:
    assert read_entry(entry).kind == kind


def test_action_and_reason_are_no_part_of_what_is_looked_for() -> None:
    entry = read_entry("casino {ban} ### no gambling here")
    assert (entry.body, entry.action, entry.reason) == ("casino", "ban", "no gambling here")
    assert entry.glob == read_entry("casino").glob


@given(st.text(max_size=40))
def test_an_entry_once_kept_is_read_as_the_same(text: str) -> None:
    try:
        entry = read_entry(text)
    except BadEntryError:
        return
    assert read_entry(entry.written) == entry


@given(st.text(alphabet=LETTERS + SIGNS + ' "加\n', max_size=40))
def test_a_line_that_is_split_is_read_or_refused(text: str) -> None:
    try:
        entries = [read_entry(entry) for entry in split_entries(text)]
    except BadEntryError:
        return
    assert [read_entry(entry.written) for entry in entries] == entries


@given(st.text(alphabet=LETTERS + SIGNS, min_size=1, max_size=20))
def test_an_escaped_literal_is_never_a_wildcard(text: str) -> None:
    escaped = "".join(f"\\{one}" if one in SIGNS else one for one in text)
    (entry,) = [read_entry(one) for one in split_entries(f'"{escaped}"')]
    assert [piece.literal for piece in entry.glob.pieces] == [fold(text)]


@given(st.text(alphabet=LETTERS + SIGNS, min_size=1, max_size=20))
def test_a_literal_finds_itself(text: str) -> None:
    escaped = "".join(f"\\{one}" if one in SIGNS else one for one in text)
    assert read_entry(f'"{escaped}"').glob.find(fold(text)) == fold(text)
