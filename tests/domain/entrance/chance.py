"""Chance that can be repeated."""

from random import Random


def seeded(seed: int) -> Random:
    """The same chance every time."""
    return Random(seed)  # noqa: S311 - to be repeatable is its purpose
