"""The dateline of a news item: the medium, its day and its reporters, before the lead (某某网5月8日讯, 本报讯（记者某某）)."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MEDIUM = r"(?:网|报|刊|社|台|端|会|日|本讯)(?:综合)?(?:讯|电|消息)(?=[\s　（(：:\d记通]|$)"
_REPORTERS = r"[（(](?=[^（()）]{0,60}(?:记者|通讯员|报道|[文图]/?[文图]?\s))[^（()）]{2,80}[)）]"
_DATELINE = re.compile(
    rf"[\s　]*(?:【[^】]{{2,24}}】[\s　]*)?(?:{_REPORTERS}[\s　]*)?"
    rf"(?:[^，。；：:！？（()）“]{{0,24}}?{_MEDIUM}[\s　：:]*)?(?:{_REPORTERS}[\s　]*)?"
    r"(?:(?:本报|本刊|本网)?(?:记者|通讯员)[^，。；]{2,24}?报道)?[\s　：:—]*"
)
_DAY = re.compile(r"(?:(?P<year>\d{4})年)?(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日")


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where the lead begins (a code point offset, 0 without a dateline), and the parts of the day that the dateline names, or nothing."""

    ends: int
    year: str = ""
    month: str = ""
    day: str = ""


def dateline(text: str) -> Dateline:
    """The dateline of a paragraph; one without any ends at 0."""
    found = _DATELINE.match(text)
    if found is None or found[0].strip("　 ：:—") == "":
        return Dateline(0)
    day = _DAY.search(found[0])
    return Dateline(found.end(), day["year"] or "", day["month"] or "", day["day"]) if day else Dateline(found.end())
