"""Where names may begin: behind titles, honours and words that are put before names, or with nothing before them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.press.honours import Honour
from loaders.press.knowledge import knowledge, longest_first
from loaders.press.names import BYLINE, LABEL, TITLE, Evidence, Names
from loaders.press.person import Person

_LIST = re.compile(r"[、,，]|和|及|以及|与")
_BRACKET = re.compile(r"[（(][^）)]{1,12}[)）]")
_CLAUSE = re.compile(r"(?:^|[。；;！？!?：:，,\s—“]|(?<=[一二三四五六七八九十\d])[、.．])(?=[\u3400-\u9fff]{2,4})")
# A name before the people that one is of: 才让多杰（藏族）.
_PEOPLE = re.compile(r"(?:^|[、，,。；\s　])([\u3400-\u9fff·]{2,7})[（(](?:[男女][，,、])?[\u3400-\u9fff]{1,5}族[)），,]")
# A name before the body that one is of: 某某（某某热电厂）.
_WORKER = re.compile(
    r"(?:^|[：:、，,；。\s　])([\u3400-\u9fff·]{2,4})[（(][^（()）\d，。]{2,22}(?:公司|集团|中心|学校|[厂矿局院会处部所站段队社])[)）]"
)
# A name with which the life of somebody begins: 某某，男，1979年6月生.
_LIFE = re.compile(
    r"(?:^|(?<=[：:。\n\s　】]))(?=[\u3400-\u9fff·]{2,4}[，,]"
    r"(?:[男女][，,]|[\u3400-\u9fff]{1,5}族[，,]|(?:19|20)\d{2}年|\d{2}岁|中共党员|现任|现为))"
)
# The same of a name of two characters that is set apart: 敖 勇，男，….
_SPACED_LIFE = re.compile(r"(?:^|(?<=[：:。\n；;]))([\u3400-\u9fff])[ 　]{1,2}([\u3400-\u9fff])(?=[，,](?:男|女)[，,。])")
_TAILS = ("", "”", "获得者", "”获得者", "称号获得者", "”称号获得者", "人才", "”人才", "代表")
_SPACES = " 　"
GENDERS = ("（女）", "（男）", "(女)", "(男)")
"""What may stand between a title and a name."""


class Starts:
    """Finds where names may begin, and how sure what stands there makes it."""

    def __init__(self, names: Names) -> None:
        words = knowledge("titles")
        self.names = names
        self.label = re.compile(rf"(?:{'|'.join(map(re.escape, longest_first([*words['labels'], *words['appositions']])))})[{_SPACES}]?")
        self.byline = re.compile(rf"(?:{'|'.join(map(re.escape, longest_first(words['bylines'])))})[:：|｜]?[{_SPACES}]?")
        self.strong = re.compile(rf"(?:[（(][^）)]{{1,12}}[)）])?(?:{'|'.join(longest_first(words['strong']))})")

    def led(self, text: str, titles: dict[int, list[int]], honours: list[Honour]) -> list[tuple[int, Evidence]]:
        """Where names may begin after something that is put before names, and how sure that makes it."""
        starts = dict.fromkeys((end for end in titles if end < len(text) and not self._is_division(text, end)), TITLE)
        for end in titles:
            if text[end : end + 1] in ("，", ",", *_SPACES) and end + 1 < len(text):
                starts.setdefault(end + 1, BYLINE)
            if text.startswith(GENDERS, end):
                starts.setdefault(end + len(GENDERS[0]), TITLE)
        for one in honours:
            for tail in _TAILS:
                if text.startswith(tail, one.end):
                    starts[one.end + len(tail)] = BYLINE
        for hit in self.byline.finditer(text):
            starts.setdefault(hit.end(), BYLINE)
        for pattern in (_PEOPLE, _WORKER) if "（" in text or "(" in text else ():
            for hit in pattern.finditer(text):
                starts.setdefault(hit.start(1), TITLE)
        for hit in _LIFE.finditer(text):
            starts.setdefault(hit.start(), TITLE)
        for hit in self.label.finditer(text):
            starts.setdefault(hit.end(), LABEL)
        return sorted(starts.items())

    def _is_division(self, text: str, end: int) -> bool:
        """Whether the last character of a title begins the name of a division: 湖南省长沙市, and no 省长."""
        found = self.names.places.at(text, end - 1) if text[end - 1] == "长" else None
        return found is not None and found[0] > end and text[found[0] - 1] in "市县区州旗"

    def spaced(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Names of two characters set apart with which the life of somebody begins: where each begins and ends, and the name."""
        for hit in _SPACED_LIFE.finditer(text):
            if self.names.is_name(hit[1] + hit[2]):
                yield hit.start(), hit.end(), hit[1] + hit[2]

    def bare(self, text: str, known: set[str], found: dict[int, Person]) -> Iterator[tuple[int, int]]:
        """Names with nothing before them: in a list after a person, before a verb, or known already; where each begins and ends."""
        ends = {p.end for p in found.values()}
        for hit in _CLAUSE.finditer(text):
            stop = self.names.end(text, hit.end(), known)
            stop = stop or self.names.sounded(text, hit.end())
            if stop and (text[hit.end() : stop] in known or self.strong.match(text, stop)):
                ends.add(stop)
                yield hit.end(), stop
        for name in sorted((one for one in known if one in text), key=lambda n: (-len(n), n)):
            position = text.find(name)
            while position >= 0:
                if self.names.end(text, position, known) == position + len(name):
                    ends.add(position + len(name))
                    yield position, position + len(name)
                position = text.find(name, position + len(name))
        seen: set[int] = set()
        while ends - seen:
            end = min(ends - seen)
            seen.add(end)
            bracket = _BRACKET.match(text, end)
            mark = _LIST.match(text, bracket.end() if bracket else end)
            stop = self.names.listed(text, mark.end(), known) if mark is not None and mark[0] not in (",", "，") else 0
            if mark is not None and stop:
                ends.add(stop)
                yield mark.end(), stop
