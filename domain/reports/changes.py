"""A figure beside the day before and the same weekday last week, without percentages that mean nothing."""

from __future__ import annotations

from domain.phrases import Phrase, phrase

SMALLEST_BASE = 10
TIMES_FROM = 10


def change(value: int, base: int | None) -> Phrase:
    """How the value differs from its base; None: there is no base yet.

    Below a base of ten people want the difference, above ten times the base the factor, else the percentage.
    """
    if base is None:
        return phrase("digest-change-building")
    if value == base:
        return phrase("digest-change-same")
    if base < SMALLEST_BASE:
        return _signed("count", value - base)
    if value >= TIMES_FROM * base:
        return phrase("digest-change-times", factor=_rounded(value, base))
    percent = _rounded(100 * (value - base), base)
    return _signed("percent", percent) if percent else phrase("digest-change-same")


def arrow(value: int, base: int | None) -> Phrase:
    """Up, down or level against the base; a dot when there is none. All are equally wide, so lines stay aligned."""
    if base is None:
        return phrase("digest-arrow-none")
    if value == base:
        return phrase("digest-arrow-level")
    return phrase("digest-arrow-up") if value > base else phrase("digest-arrow-down")


def _signed(kind: str, amount: int) -> Phrase:
    """The amount without its sign, in words that carry it."""
    words = {
        ("count", True): "digest-change-more",
        ("count", False): "digest-change-fewer",
        ("percent", True): "digest-change-up",
        ("percent", False): "digest-change-down",
    }
    return Phrase(key=words[kind, amount > 0], values={kind: abs(amount)})


def _rounded(numerator: int, denominator: int) -> int:
    """The quotient as a whole number, halves away from nought."""
    whole = (2 * abs(numerator) + denominator) // (2 * denominator)
    return whole if numerator >= 0 else -whole
