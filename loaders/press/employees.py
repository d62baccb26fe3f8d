"""People behind their body without a title: winners and those honoured (某某有限公司某某获得一等奖), those granted something."""

from __future__ import annotations

import re

from loaders.press.bodies.organisation import Organisation
from loaders.press.knowledge import knowledge, longest_first
from loaders.press.names import BYLINE, Names
from loaders.press.person import Person

_GAINS = re.compile("|".join(longest_first(knowledge("honours")["gains"])))
_GRANTS = re.compile("|".join([*longest_first(knowledge("honours")["grants"]), "推荐"]))
# A list of names at the beginning of a clause: 某某、某某等5人被授予….
_CLAUSE = re.compile(r"(?:^|(?<=[。；;！？，,：:]))(?=[\u3400-\u9fff]{2,4}(?:、[\u3400-\u9fff]{2,4}(?:[、和等被荣获]|同志)|等\d|等同志))")
# A team, a town or 来自… before a name: 某某队某某, 某某选手某某, 来自某地的某某.
_TEAM = re.compile(
    r"(?:^|(?<=[，。；、：]))(?:来自[\u3400-\u9fff]{2,14}的|[\u3400-\u9fff]{2,5}?(?:代表队|队|选手)的?)(?:选手)?(?=[\u3400-\u9fff])"
)
# Between a prize and who has it: 获得优胜奖的是某某, 冠军由某某….
_TURNED = re.compile(r"(?:[奖军牌名])(?:的?(?:分别)?是|(?:分别)?由|获得者|得主)[：:]?(?=[\u3400-\u9fff])")
# What ends the short name of a firm, which is no body without more: 路桥公司某某、矿建三公司某某分获….
_SHORT = re.compile(r"(?<=[\u3400-\u9fff])(?:公司|手术室|[内外]科)(?=[\u3400-\u9fff]{2,3}[、，分获荣夺])")
_STOPS = "。！？!?；;\n"
_AFTER = re.compile(
    r"(?:代表队)?的?(?:青年|优秀|女|一线)?(?:选手|职工|员工|工人|队员|代表|青工|电工|焊工|钳工|车工|技师|高级技师)?(?=[\u3400-\u9fff])"
)
_GENDER = re.compile(r"[（(](女|男)(?:[，,、][^）)]{1,6})?[)）]")
_LINK = re.compile(r"(?:[（(][^）)]{1,12}[)）])?[、和]")
_NAME = 3
_NEVER = ("union", "party", "congress", "court", "venue", "social")


class Employees:
    """Finds names that only what stands before and behind them shows to be names."""

    def __init__(self, names: Names) -> None:
        self.names = names

    def find(self, text: str, people: list[Person], bodies: list[Organisation], known: set[str]) -> list[Person]:
        """The people of a unit with those found here, from left to right; these are added to ``known``."""
        found = {p.start: p for p in people}
        starts = [_AFTER.match(text, b.end).end() for b in bodies if b.kind not in _NEVER and _AFTER.match(text, b.end)]  # type: ignore[union-attr]
        starts += [hit.end() for pattern in (_GRANTS, _CLAUSE, _TEAM, _SHORT) for hit in pattern.finditer(text)]
        taken = [*((p.start, p.end) for p in people), *((b.start, b.end) for b in bodies)]
        for start in starts:
            if self._gains(text, start):
                self._listed(text, start, found, taken, known)
        for body in bodies:
            if text.startswith("的", body.end) and body.kind not in _NEVER and self._stands_alone(text, body.end + 1):
                self._listed(text, body.end + 1, found, taken, known)
        for hit in _TURNED.finditer(text):
            self._listed(text, hit.end(), found, taken, known)
        return [found[start] for start in sorted(found)]

    def _listed(self, text: str, start: int, found: dict[int, Person], taken: list[tuple[int, int]], known: set[str]) -> None:
        """Add the name that begins at a place, and those behind it in a list."""
        while start < len(text):
            end = self.names.end(text, start, known, evidence=BYLINE)
            if not end or any(first < end and start < last for first, last in taken):
                return
            gender = _GENDER.match(text, end)
            found[start] = Person(text[start:end], start, end, start, gender=gender[1] if gender else "")
            taken.append((start, end))
            known.add(text[start:end])
            link = _LINK.match(text, end)
            if link is None:
                return
            start = link.end()

    def _stands_alone(self, text: str, start: int) -> bool:
        """Whether a name of three characters that is no word stands behind 的: 机电科的某某说."""
        end = self.names.end(text, start)
        return end - start == _NAME and self.names.lexicon.word_at(text, start) == "" and self.names.lexicon.word_at(text, start + 1) == ""

    def _gains(self, text: str, start: int) -> bool:
        """Whether the rest of the sentence tells of something gained."""
        stop = min((at for mark in _STOPS if (at := text.find(mark, start)) >= 0), default=len(text))
        return _GAINS.search(text, start, stop) is not None
