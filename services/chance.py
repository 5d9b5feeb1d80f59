"""Where chance comes from in earnest; tests give their own."""

from secrets import SystemRandom
from typing import Final

from domain.entrance.challenges import Chance

CHANCE: Final[Chance] = SystemRandom()
