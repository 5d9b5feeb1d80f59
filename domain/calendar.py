"""Local days and hours of a chat. Days are half-open and may have 23 or 25 hours."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo


def local_day(at: datetime, timezone: str) -> date:
    """The date on a wall calendar in the zone at that instant."""
    return at.astimezone(ZoneInfo(timezone)).date()


def local_hour(at: datetime, timezone: str) -> int:
    """The hour on a wall clock in the zone at that instant, 0 to 23."""
    return at.astimezone(ZoneInfo(timezone)).hour


def day_bounds(day: date, timezone: str) -> tuple[datetime, datetime]:
    """First instant of the local day and first instant of the next, both in UTC."""
    zone = ZoneInfo(timezone)
    start = datetime.combine(day, time.min, zone)
    end = datetime.combine(day + timedelta(days=1), time.min, zone)
    return start.astimezone(UTC), end.astimezone(UTC)
