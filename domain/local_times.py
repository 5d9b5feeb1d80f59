"""A time of day on a chat's own clock, as settings have it."""

from typing import Annotated

from pydantic import Field

LocalTime = Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
