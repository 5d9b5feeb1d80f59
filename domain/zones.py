"""Time zones by the names people give them: IANA names, cities in the languages we speak."""

from __future__ import annotations

import re
from datetime import timedelta
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, available_timezones

from babel import Locale

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

COMMON = (
    "Asia/Shanghai",
    "Asia/Hong_Kong",
    "Asia/Taipei",
    "Asia/Singapore",
    "Asia/Tokyo",
    "Asia/Dubai",
    "Europe/London",
    "Europe/Berlin",
    "America/New_York",
    "America/Los_Angeles",
    "Australia/Sydney",
    "UTC",
)
CITIES = {
    "Asia/Shanghai": "北京 中国 广州 深圳 杭州 成都 重庆 武汉 南京 天津 西安 苏州 "  # matching data, noqa: zh
    "beijing shenzhen china",
    "Asia/Hong_Kong": "香港",  # matching data, noqa: zh
    "Asia/Macau": "澳门",  # matching data, noqa: zh
    "Asia/Taipei": "台湾",  # matching data, noqa: zh
    "Asia/Kuala_Lumpur": "马来西亚",  # matching data, noqa: zh
    "Asia/Tokyo": "日本 大阪 japan",  # matching data, noqa: zh
    "Asia/Seoul": "韩国 korea",  # matching data, noqa: zh
    "Asia/Bangkok": "泰国",  # matching data, noqa: zh
    "Europe/London": "英国 uk",  # matching data, noqa: zh
    "Europe/Berlin": "德国",  # matching data, noqa: zh
    "Europe/Paris": "法国",  # matching data, noqa: zh
    "America/New_York": "华盛顿 波士顿 美东",  # matching data, noqa: zh
    "America/Los_Angeles": "旧金山 西雅图 硅谷 美西",  # matching data, noqa: zh
    "America/Toronto": "渥太华",  # matching data, noqa: zh
}
LANGUAGES = ("zh", "en")
OFFSET = re.compile(r"(?:utc|gmt)?(?P<sign>[+\-−])(?P<hours>\d{1,2})(?::?(?P<minutes>[0-5]\d))?")
CHINESE_OFFSET = re.compile(r"(?P<side>[东西])(?P<hours>[一二三四五六七八九十]{1,2})区")  # matching data, noqa: zh
NUMERALS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")  # matching data, noqa: zh
SHOWN = 5


def zone_named(text: str) -> str | None:
    """The IANA name that a name, in any case, or a city's name stands for."""
    return _names().get(_plain(text))


def suggestions(text: str) -> tuple[str, ...]:
    """Zones whose names are close to what was written, the closest first."""
    names = _names()
    wanted = _plain(text)
    close = get_close_matches(wanted, names, n=SHOWN * 2, cutoff=0.72)
    starting = [name for name in names if len(wanted) > 1 and name.rpartition("/")[2].startswith(wanted)]
    return tuple(dict.fromkeys(names[name] for name in (*starting, *close)))[:SHOWN]


def with_offset(text: str, now: datetime) -> tuple[str, ...]:
    """Zones that are now as far from UTC as was written: UTC+8, +08:00, 东八区."""
    offset = _offset(text.strip().lower().replace(" ", ""))
    if offset is None:
        return ()
    known = dict.fromkeys((*COMMON, *CITIES))
    return tuple(zone for zone in known if now.astimezone(ZoneInfo(zone)).utcoffset() == offset)[:SHOWN]


def _offset(text: str) -> timedelta | None:
    found = OFFSET.fullmatch(text)
    if found:
        size = timedelta(hours=int(found["hours"]), minutes=int(found["minutes"] or 0))
        return -size if found["sign"] in "-−" else size
    chinese = CHINESE_OFFSET.fullmatch(text)
    if chinese is None or chinese["hours"] not in NUMERALS:
        return None
    hours = timedelta(hours=NUMERALS.index(chinese["hours"]) + 1)
    return hours if chinese["side"] == "东" else -hours  # matching data, noqa: zh


def _plain(text: str) -> str:
    return text.strip().lower().replace(" ", "_")


@cache
def _names() -> Mapping[str, str]:
    """Every name known, without case, with the zone it stands for; what comes later is preferred."""
    zones = sorted(zone for zone in available_timezones() if not zone.startswith(("posix", "right")))
    placed = [zone for zone in zones if "/" in zone and not zone.startswith(("Etc/", "US/"))]
    names = {zone.rpartition("/")[2].lower(): zone for zone in placed}
    for language in LANGUAGES:
        cities = Locale.parse(language).time_zones
        names |= {_plain(cities[zone]["city"]): zone for zone in placed if "city" in cities.get(zone, {})}
    names |= {city: zone for zone, cities in CITIES.items() for city in cities.split()}
    return names | {zone.lower(): zone for zone in zones}
