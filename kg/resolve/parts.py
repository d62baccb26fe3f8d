"""The parts of which a score is the sum: what each is worth, and the bounds above which two mentions are one person.

Weights are tenths of a power of ten (decibans): 10 points say that being one person is ten times as likely as before. A shared
item is worth ``10 · log10(people / those who share it)``, at most its cap: a small union says more than a large honour. The name
is worth ``-10 · log10(people who bear it)``, so that a common name takes away. Numbers that come from the graph are rounded to
half powers of two and never fall below a floor, so that one issue more moves little.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

UPPER = 16
"""From here on two clusters of mentions are one person (``kg.resolve.merging``)."""
LOWER = 14
"""Below it they are two; between the bounds a person is asked."""

PEOPLE = 131_072
"""How many people a graph is taken to speak of, at least: 2 to the 17th."""

PRIOR = 16_384
"""For how many people the fixed table of frequencies speaks, when it is weighed against how many bear the name in the graph."""

RAREST = 1e-6
"""No name is taken to be rarer."""

LONE = 0.05
"""A name of fewer bearers among ``PEOPLE``, by the fixed table, is taken to be one person's: its bodies tell how many a person has."""


@dataclass(frozen=True, slots=True)
class Item:
    """A kind of item that two mentions may share.

    Attributes:
        cap: the most that it is worth.
        floor: how many people are taken to share one, at least.
        finds: whether sharing one makes two mentions of a name candidates.
        lasts: how often two mentions of one person share it.
    """

    cap: int
    floor: int
    finds: bool
    lasts: float = 1


ITEMS: Mapping[str, Item] = {
    "key": Item(60, 1, finds=True),  # a keyed hash of a personal number
    "birth day": Item(34, 1, finds=True),
    "birth month": Item(25, 1, finds=True),
    "birth year": Item(15, 1, finds=True),
    "organization": Item(60, 32, finds=True),
    "honour and year": Item(60, 256, finds=True),
    "honour": Item(60, 2048, finds=True),
    "activity": Item(60, 32, finds=True),
    "other": Item(60, 64, finds=True),  # a work, a project, a prize
    "start": Item(12, 1, finds=False),  # the day or month in which a post there began
    "start year": Item(8, 1, finds=False),
    "title": Item(8, 1024, finds=False, lasts=0.4),
    "calling": Item(0, 1, finds=False),  # whether posts or occupations are stated
    "place": Item(7, 1024, finds=False),  # the city or county of an organization
}

FIXED: Mapping[str, int] = {
    "same gender": 3,
    "another of the kind": 10,  # a second organization, honour of a year, activity or work is shared
    "same time": 2,  # in a shared organization
    "two of the name there": -12,  # births or genders of those of this name in the shared organization contradict one another
    "other organization": -7,  # each has one, and none is shared
    "other title": -3,  # in a shared organization
    "other occupation": -9,  # besides
    "post against occupation": -5,  # besides: one is only known by posts, one only by occupations
    "other rank": -3,  # the head of a body here, a deputy there
    "other year of the honour": -20,
    "far apart in time": -25,  # more than a working life between them
    "cited against actor": -6,
    "slip: sound": -20,
    "slip: shape": -21,
    "slip: dropped": -30,
    "slip: other": -40,
    "both names again": -15,  # each of two names that are one slip apart stands in the shared organization more than once
}

WORKING_LIFE = 45
"""Years between two mentions above which one person is hardly spoken of."""

LABELS: Mapping[str, str] = {
    "name": "姓名的常见程度",
    "key": "同一身份标识",
    "birth day": "同一出生日期",
    "birth month": "同一出生年月",
    "birth year": "同一出生年份",
    "organization": "同一单位",
    "honour and year": "同一荣誉与年度",
    "honour": "同一荣誉",
    "activity": "同一活动",
    "other": "同一作品或项目",
    "start": "同时到任",
    "start year": "同年到任",
    "title": "同一职务",
    "place": "同一地区",
    "same gender": "性别相同",
    "another of the kind": "另有同类共同项",
    "same time": "任职时间重合",
    "two of the name there": "该单位有同名者",
    "other organization": "单位不同",
    "other title": "职务不同",
    "other occupation": "职业不同",
    "post against occupation": "一为职务，一为职业",
    "other rank": "职务层级不同",
    "other year of the honour": "荣誉年度不同",
    "far apart in time": "时间相隔过久",
    "cited against actor": "被引作者与行动者",
    "slip: sound": "一字之差：同音",
    "slip: shape": "一字之差：形近",
    "slip: dropped": "缺一字",
    "slip: other": "一字之差",
    "both names again": "两名均多次出现",
    "other pairs": "其余各对提及的平均",
    "number of mentions": "提及的数量",
    "credit code": "同一统一社会信用代码",
    "spelling": "同一名称的不同写法",
    "former name": "来源写明的曾用名",
    "alias": "来源写明的别名",
    "renaming": "来源写明的更名",
    "judged": "人工判定为同一",
    "other credit code": "统一社会信用代码不同",
    "other place": "所在地不同",
    "union and other": "一为工会，一非工会",
    "organiser": "同一主承办单位",
    "participant": "同一参与者",
    "place of the activity": "同一地点",
    "kind of the activity": "同一活动类型",
    "same name": "名称相同",
    "similar name": "名称相近",
    "other name": "名称不同",
    "other dates": "日期不同",
    "no day": "日期不足一日，名称又不同",
    "other class": "事物类别不同",
    "one document": "同一篇目分别述及",
}
