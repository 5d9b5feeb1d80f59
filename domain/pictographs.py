"""Emoji in a text, counted as people see them: a family, a flag or a thumb of any colour is one."""

import re

# What is shown as a picture by itself (Unicode's Emoji_Presentation), and what a variation selector makes one.
_PICTURES = (
    "\u231a\u231b\u23e9-\u23ec\u23f0\u23f3\u25fd\u25fe\u2614\u2615\u2648-\u2653\u267f\u2693\u26a1\u26aa\u26ab"
    "\u26bd\u26be\u26c4\u26c5\u26ce\u26d4\u26ea\u26f2\u26f3\u26f5\u26fa\u26fd\u2705\u270a\u270b\u2728\u274c\u274e"
    "\u2753-\u2755\u2757\u2795-\u2797\u27b0\u27bf\u2b1b\u2b1c\u2b50\u2b55\U0001f004\U0001f0cf\U0001f18e"
    "\U0001f191-\U0001f19a\U0001f201\U0001f21a\U0001f22f\U0001f232-\U0001f23a\U0001f250\U0001f251"
    "\U0001f300-\U0001f64f\U0001f680-\U0001f6ff\U0001f7e0-\U0001f7f0\U0001f90c-\U0001f9ff\U0001fa70-\U0001faff"
)
_ONE = (
    rf"(?:[{_PICTURES}]|[\u00a9\u00ae\u203c-\u3299\U0001f170-\U0001f17f]\ufe0f)"
    r"\ufe0f?[\U0001f3fb-\U0001f3ff]?[\U000e0020-\U000e007f]*"
)
EMOJI = re.compile(rf"[\U0001f1e6-\U0001f1ff]{{2}}|[0-9#*]\ufe0f?\u20e3|{_ONE}(?:\u200d{_ONE})*")
# Each has one of these; a text without them is passed over quickly.
TELLING = re.compile("[\u20e3\u231a-\u2b55\ufe0f\U0001f000-\U0001faff]")


def count_emoji(text: str) -> int:
    """How many there are."""
    return len(EMOJI.findall(text)) if _may_have(text) else 0


def has_emoji(text: str) -> bool:
    """Whether there is any."""
    return _may_have(text) and EMOJI.search(text) is not None


def _may_have(text: str) -> bool:
    return not text.isascii() and TELLING.search(text) is not None


def is_emoji_only(text: str) -> bool:
    """Whether there is nothing else, blanks aside."""
    return has_emoji(text) and not EMOJI.sub("", text).strip()
