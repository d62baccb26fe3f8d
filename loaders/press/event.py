"""An event that a sentence tells, and the sentence that may tell one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from loaders.press.bodies.organisation import Organisation
from loaders.press.dates import Dated
from loaders.press.numerals import whole
from loaders.press.person import Person

AT = r"(?:在(?P<where>[^，。；,]{2,30}?))?"
"""Where something takes place, before the verb."""
HOW = r"(?:精彩|火热|热烈|激情|鸣哨|鸣枪|隆重|正式|顺利|圆满|胜利|如期|成功|拟|同步)*"
"""How something takes place, before the verb."""
TOGETHER = r"(?:联合|共同|同步|成功|隆重|正式|顺利|集中|牵头)*"
"""How bodies do something, before the verb."""
BEHIND = re.compile(r"(?:一行)?(?:将|拟|定)?[于在，,]?")
"""Between those who act and a day that stands behind them: 省总工会于5月7日举办…."""
_ORDINAL = re.compile(r"第([一二三四五六七八九十百\d]{1,4})届|首届")


@dataclass
class Event:
    """An event that a sentence tells. Positions are in the paragraph.

    ``competition`` is the name of what the event ends or decides, where it is a part of one; ``organisers`` are bodies with
    their role and the place where the word for it ends, ``visitors`` those who pay the visit that it is.
    """

    name: str
    kind: str
    dated: Dated
    start: int
    end: int
    place: tuple[str, int, int] | None = None
    venue: tuple[str, int, int] | None = None
    competition: str = ""
    ordinal: int = 0
    organisers: list[tuple[Organisation, str, int]] = field(default_factory=list)
    visitors: list[Organisation] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Lead:
    """A sentence with a day, which may tell an event. Positions are in the paragraph.

    Attributes:
        text: the paragraph.
        start: where the sentence starts.
        begins: where the words behind the day begin.
        ends: where the sentence ends, its last mark left out.
        people: those of the paragraph.
        bodies: those of the paragraph.
        contest: the competition that the document told last, which 大赛 alone means.
    """

    text: str
    start: int
    begins: int
    ends: int
    dated: Dated
    people: list[Person]
    bodies: list[Organisation]
    contest: str = ""

    def behind(self) -> list[Person]:
        """The people behind the day, to the sentence's end."""
        return [p for p in self.people if self.begins <= p.start < self.ends]


def ordinal_of(name: str) -> int:
    """The ordinal in a name: 第十五届 is 15, 首届 is 1; 0 where it has none."""
    found = _ORDINAL.search(name)
    if found is None:
        return 0
    return whole(found[1]) or 0 if found[1] else 1
