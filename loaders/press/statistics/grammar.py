"""How a quantity is written: a number, what multiplies it, its measure word, and the words that say how exact it is."""

from __future__ import annotations

import re

from loaders.press.knowledge import any_of, knowledge

_WORDS = knowledge("quantities")


YEARS = re.compile(r"(?:19|20)\d{2}")
"""A number that may be a year."""
STOP = re.compile(r"[，。；,;、]|$")
"""What ends a part of a clause."""
BEFORE: dict[str, str] = {word: bound for bound, words in _WORDS["before"].items() for word in words}
"""Words before a number, with the bound that each makes."""
AFTER: dict[str, str] = {word: bound for bound, words in _WORDS["after"].items() for word in words}
"""Words after a measure word, likewise."""
TIMES: frozenset[str] = frozenset(_WORDS["times"])
"""Measure words of time."""
OF_TEXTS: frozenset[str] = frozenset(_WORDS["of_texts"])
"""Measure words of the parts of a text: 共6章28条."""
PLAIN: frozenset[str] = frozenset(_WORDS["plain"])
"""Measure words that a Chinese numeral below a hundred is told with."""
VAGUE = re.compile(rf"(?:{any_of(_WORDS['vague'])})(?!{any_of(_WORDS['not_vague'])})")
TIMED = re.compile(rf"(?:{any_of(_WORDS['times_before'])})[了约近达过超至到为的]{{0,2}}$")
TIMELY = re.compile(any_of(_WORDS["times_after"]))

CHANGE = re.compile(rf"\s*(?:{any_of(_WORDS['changes'])})了?(?:到了?|至|为|成)(?:(?:19|20)\d{{2}}年[底末初]?的?|(?:现在|目前|如今)的)?")
"""What joins the two values of a change."""

# 约 in 节约, 契约 bounds nothing.
_BOUND = rf"(?P<before>(?<![节预集制契条违合签])(?:{any_of(list(BEFORE))}))?\s*"
_ARABIC = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_CHINESE = (
    r"[一二两三四五六七八九十百千〇零]+万[一二两三四五六七八九十百千〇零]+"
    r"|[一二两三四五六七八九十百千〇零]+(?=[多余来]?\s*(?:万亿|千万|百万|十万|万|亿))"
    r"|[一二两三四五六七八九十百千]+|半(?=天|小时|年|个月)"
)
_SCALE = r"万亿|千万|百万|十万|万|亿|千(?!米|瓦|克)|百(?!分)"
_UNIT = any_of([*_WORDS["counts"], *_WORDS["times"]])
_NUMBER = (
    rf"(?<![\d.])(?:(?P<num>{_ARABIC}|{_CHINESE})(?P<more>[多余来])?\s*(?P<scale>{_SCALE})?(?P<more2>[多余])?"
    r"|(?P<past>[上过])?(?P<bare>万亿|千亿|百亿|十亿|千万|百万|百|千|万|亿)(?P<more3>[多余])?)\s*"
)
_MEASURE = (
    rf"(?:(?P<unit>{_UNIT})(?P<alt>[（(][\u3400-\u9fff][）)])?(?P<more4>多(?=时间|的时间|来))?"
    rf"\s*(?P<after>(?:{any_of(list(AFTER))})(?!游|班|级|部))?"
    rf"|(?<=[\d万亿千百余多])(?P<odd>(?!{any_of(_WORDS['no_units'])})[\u3400-\u9fff])(?=[，。；、,;）)]|$)"
    rf"|(?P<group>{_WORDS['groups']})(?=\s*[\u3400-\u9fff“])|(?=(?P<people>{any_of(_WORDS['people'])}))"
    r"|(?P<none>(?=[，。；、,;）)]|$)))"
)
QUANTITY = re.compile(_BOUND + _NUMBER + _MEASURE)
_TENTHS = r"[一二两三四五六七八九]成(?!员|果|立|为|绩|本|效|功|长|就|都|才|人)"
FRACTION = re.compile(_BOUND + rf"(?P<num>[一二两三四五六七八九十百]+分之[零一二两三四五六七八九十百点]+|{_TENTHS})(?P<after>以上|左右)?")
LOWER = re.compile(rf"(?<![\d.])(?P<num>{_ARABIC})\s*(?P<scale>{_SCALE})?(?P<unit>{_UNIT})?\s*(?:—{{1,2}}|-|–|－|~|～|至|到)\s*$")
"""The lower end of a range, just before its upper one."""
COUNTED_PEOPLE = re.compile(
    rf"(?:{any_of(_WORDS['counted_people'])})(?:数|量|总数)?(?:已|累计|总计)?(?:{any_of(list(BEFORE))}|达到?|有|为|(?:扩大|增加|提高|增长|上升|发展)[到至])?\s*$"
)
"""What before a number without a measure word says that people are counted: 注册用户突破300万."""
NO_START = re.compile(
    r"(?:(?:(?<![目此以之当提超])|(?<=项目))前|并列|[第列获居][一二三四五六七八九十]、)\s*$|[第\d.A-Za-z#:：/＋+→月届几]\s*$|(?<![享终])年\s*$|(?<![参总人件次户量])数\s*$|零下\s*$|(?:电话|传真|邮编|座机|热线)[：:为\s]*$|[“\"《][^”\"》，。；！？]{0,20}$"
)
"""What before a number makes it none: an ordinal, a date, an address, a name."""
SPOKEN = re.compile(r"[“\"《][^”\"》]{0,20}$")
"""Somebody's words before a number: lengths there are figures of speech."""
LENGTHS: frozenset[str] = frozenset(_WORDS["lengths"])
"""Measure words of length and weight."""
NO_END = re.compile(r"\s*(?:[\d.]|号|级|届|周年|世纪|线|一体)")
"""What after it makes it none."""
