"""How people look: a colour and initials, as clients draw them for those without a picture."""

from sandbox.pages.events import Face

_COLORS = ("#e17076", "#eda86c", "#a695e7", "#7bc862", "#6ec9cb", "#65aadd", "#ee7aae")
_EAST_ASIAN = "\u2e80"


def color(face: Face) -> str:
    """The colour of somebody's name and avatar."""
    is_plain = face.color.startswith("#") and face.color[1:].isalnum()
    return face.color if is_plain else _COLORS[abs(face.id) % len(_COLORS)]


def initials(name: str) -> str:
    """One or two letters: the first of a Chinese name, the first of the first and last word otherwise."""
    words = [word for word in name.split() if word[0].isalnum()]
    if not words:
        return name[:1]
    if words[0][0] >= _EAST_ASIAN:
        return words[0][0]
    return "".join(word[0] for word in (words[0], words[-1])[: len(words)]).upper()
