"""The settings of one chat, declared once: menu, validation, storage, export and documentation come from here."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from domain.cleaning import Commands, ServiceKinds
from domain.rules.actions import ActionText
from domain.rules.blocklist import BlocklistSettings
from domain.rules.capitals import CapitalsSettings
from domain.rules.channels import ChannelsSettings
from domain.rules.emoji import EmojiSettings
from domain.rules.flood import FloodSettings
from domain.rules.forwards import ForwardsSettings
from domain.rules.impersonation import ImpersonationSettings
from domain.rules.invites import InvitesSettings
from domain.rules.length import LengthSettings
from domain.rules.links import LinksSettings
from domain.rules.locks import LocksSettings
from domain.rules.mentions import MentionsSettings
from domain.rules.newcomers import NewcomersSettings
from domain.rules.repeats import RepeatsSettings
from domain.rules.scripts import ScriptsSettings
from domain.rules.slowmode import SlowmodeSettings
from domain.rules.spam import SpamSettings
from domain.trust import TrustSettings

Language = Literal["zh", "en"]
# Where a member is told what a rule did: to everybody, in private, seen in the group by them alone, not at all.
Notices = Literal["group", "private", "ephemeral", "silent"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")


def known_zone(name: str) -> str:
    """The name itself when it is an IANA time zone. Raises ValueError otherwise."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError("not a time zone") from error
    return name


TimeZoneName = Annotated[str, AfterValidator(known_zone)]
Topics = Annotated[tuple[Annotated[str, Field(pattern=r"^[1-9]\d{0,9}$")], ...], Field(max_length=100)]
LocalTime = Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]


class Section(BaseModel):
    """A group of settings; immutable, unknown names refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class WarningSettings(Section):
    """The ladder: so many warnings within so many days, then its action; `mute_hours` where no time is given."""

    limit: int = Field(default=3, ge=1, le=10)
    days: int = Field(default=30, ge=1, le=366)
    action: ActionText = "mute"
    mute_hours: int = Field(default=24, ge=1, le=720)


class RulesSettings(Section):
    """What messages are judged by, and how people are told.

    `notices` is where a member hears of what a rule did, `notice_topic` the topic for it (0: where it happened);
    notices and answers to moderation commands stay so many minutes (0: for ever). A manager's ban of a member so many
    `second_person_days` here takes a second manager (0: never). In `free_topics`, by their ids, only what is never
    welcome is looked for.
    """

    flood: FloodSettings = FloodSettings()
    repeats: RepeatsSettings = RepeatsSettings()
    blocklist: BlocklistSettings = BlocklistSettings()
    links: LinksSettings = LinksSettings()
    invites: InvitesSettings = InvitesSettings()
    forwards: ForwardsSettings = ForwardsSettings()
    locks: LocksSettings = LocksSettings()
    newcomers: NewcomersSettings = NewcomersSettings()
    mentions: MentionsSettings = MentionsSettings()
    emoji: EmojiSettings = EmojiSettings()
    capitals: CapitalsSettings = CapitalsSettings()
    length: LengthSettings = LengthSettings()
    scripts: ScriptsSettings = ScriptsSettings()
    channels: ChannelsSettings = ChannelsSettings()
    impersonation: ImpersonationSettings = ImpersonationSettings()
    spam: SpamSettings = SpamSettings()
    slowmode: SlowmodeSettings = SlowmodeSettings()
    warnings: WarningSettings = WarningSettings()
    trust: TrustSettings = TrustSettings()
    notices: Notices = "group"
    notice_topic: int = Field(default=0, ge=0, le=2_000_000_000)
    notice_minutes: int = Field(default=10, ge=0, le=1440)
    free_topics: Topics = ()
    answer_minutes: int = Field(default=0, ge=0, le=1440)
    second_person_days: int = Field(default=0, ge=0, le=3650)

    @property
    def notices_stay(self) -> timedelta | None:
        """How long the bot's own notices stay; None is for ever."""
        return timedelta(minutes=self.notice_minutes) if self.notice_minutes else None

    @property
    def answers_stay(self) -> timedelta | None:
        """How long its answers to moderation commands stay; None is for ever."""
        return timedelta(minutes=self.answer_minutes) if self.answer_minutes else None


class ReportsSettings(Section):
    """What members tell managers of, by /report and @admin."""

    enabled: bool = True


class CleaningSettings(Section):
    """What goes by itself: commands once they are answered, and Telegram's own lines, by kind."""

    commands: Commands = "off"
    service: ServiceKinds = ()


class CheckinSettings(Section):
    """The daily check-in."""

    enabled: bool = True


class DigestSettings(Section):
    """The morning digest. Targets: `here`, `topic:<id>`, or a chat or user id; `at` is local time."""

    enabled: bool = True
    at: LocalTime = "09:00"
    targets: tuple[str, ...] = ("here",)


class PrivacySettings(Section):
    """What is kept of what people write; 0 days keeps no text at all."""

    text_days: int = Field(default=30, ge=0, le=366)

    def keeps_text(self, *, written_at: datetime, now: datetime) -> bool:
        """Whether the text of a message written then is kept as of now."""
        return now - written_at < timedelta(days=self.text_days)


class BansSettings(Section):
    """Whether bans hold in the owner's other groups that share them too."""

    share: bool = False


class ChatSettings(Section):
    """All settings of a chat."""

    language: Language = "en"
    timezone: TimeZoneName = "UTC"
    log_chat: int | None = None
    staff_chat: int | None = None
    rules: RulesSettings = RulesSettings()
    reports: ReportsSettings = ReportsSettings()
    cleaning: CleaningSettings = CleaningSettings()
    checkin: CheckinSettings = CheckinSettings()
    digest: DigestSettings = DigestSettings()
    privacy: PrivacySettings = PrivacySettings()
    bans: BansSettings = BansSettings()
