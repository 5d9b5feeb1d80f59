"""Links from those who have just come."""

from pydantic import Field

from domain.rules.judgement import RuleSettings


class LinksSettings(RuleSettings):
    """No links in a newcomer's first hours and first messages; `allowed` domains are always fine."""

    cites: int = Field(default=4, ge=0, le=50)
    hours: int = Field(default=24, ge=0, le=720)
    messages: int = Field(default=3, ge=0, le=100)
    allowed: tuple[str, ...] = ()
