"""The settings of the door: greetings, verification, raids, night."""

from __future__ import annotations

from typing import Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

from domain.local_times import LocalTime
from domain.permissions import Closes

Way: TypeAlias = Literal["off", "button", "arithmetic", "picture", "questions", "rules"]
Where: TypeAlias = Literal["group", "request"]
Ending: TypeAlias = Literal["kick", "ban", "admit"]


class DoorSettings(BaseModel):
    """A group of settings; immutable, unknown names refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class WelcomeSettings(DoorSettings):
    """Greetings; a welcome goes when the next comes, and after so many minutes (0: only then)."""

    enabled: bool = False
    goodbye: bool = False
    minutes: int = Field(default=5, ge=0, le=1440)


class EntranceSettings(DoorSettings):
    """How newcomers show that they are people; `pass_mark` is the share of own questions in percent."""

    way: Way = "off"
    where: Where = "group"
    seconds: int = Field(default=300, ge=30, le=3600)
    tries: int = Field(default=3, ge=1, le=10)
    pass_mark: int = Field(default=80, ge=10, le=100)


class RaidSettings(DoorSettings):
    """So many joins within a minute close the chat for so long (0: never); then `action` is for who came meanwhile."""

    joins: int = Field(default=15, ge=0, le=1000)
    minutes: int = Field(default=60, ge=5, le=1440)
    action: Ending = "kick"
    ban_hours: int = Field(default=24, ge=1, le=720)


class NightSettings(DoorSettings):
    """The hours, on the chat's own clock, in which plain members may not write or send no media."""

    enabled: bool = False
    begins: LocalTime = "23:00"
    ends: LocalTime = "07:00"
    closes: Closes = "everything"
