"""Words and phrases that are not wanted."""

from pydantic import Field

from domain.rules.judgement import RuleSettings


class BlocklistSettings(RuleSettings):
    """`entries`: words (whole words, `?` one character, `*` any), phrases in quotes; CJK matches anywhere."""

    cites: int = Field(default=3, ge=0, le=50)
    entries: tuple[str, ...] = ()
