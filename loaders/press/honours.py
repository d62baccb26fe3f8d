"""Honours in a text: those of the code list, and those that its patterns make of a division."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kg.model import Model
from loaders.press.context import Context
from loaders.press.honour_forms import HonourForms
from loaders.press.knowledge import knowledge, longest_first
from loaders.press.places import Places, short

_YEAR = re.compile(r"(\d{4})(?:年度?|)$")
# The year behind an honour: 全国劳动模范（2020年）.
_BEHIND = re.compile(r"[”\"]?(?:荣誉)?(?:称号)?[（(](?P<year>(?:19|20)\d{2})(?:年度?)?[)）]")
# What makes an honour the beginning of a longer name in quotation marks: “龙江工匠万里行”.
_GOES_ON = re.compile(r"(?!称号|获得者|奖章|人才|荣誉)[\u3400-\u9fff]{1,8}”")
_REACH = 12
_TEXTS = 512
_AFTER = re.compile(r"[”\"」]?(?:(?:荣誉)?(?:称号|奖章)?(?:获得者|人才|得主|代表))?[，,、]?$")


@dataclass(frozen=True, slots=True)
class Honour:
    """An honour in a paragraph; ``year`` is empty where none stands beside it, and then ``start`` is the honour's own.

    ``known`` tells one of the code list from one that its form tells.
    """

    start: int
    end: int
    name: str
    year: str
    known: bool = True


class Honours:
    """Finds honours; 省五一劳动奖章 is the province's."""

    def __init__(self, model: Model, places: Places) -> None:
        self.places, self.forms = places, HonourForms(places)
        self.granted = re.compile(rf"(?:{'|'.join(longest_first(knowledge('honours')['verbs']))})[“\"]?$")
        self.fixed: dict[str, str] = {}
        self.stems: dict[str, str] = {}
        for concept in model.concepts["honour"].values():
            for form in (concept.notation, *concept.alternatives):
                if "{" in form:
                    self.stems[re.sub(r"\{\w+\}", "", form)] = concept.notation
                else:
                    self.fixed[form] = concept.notation
        self.pattern = re.compile("|".join(map(re.escape, longest_first(list(self.fixed)))))
        self.stem = re.compile("|".join(map(re.escape, longest_first(list(self.stems)))))
        self._hits = lru_cache(_TEXTS)(self._hits_of)  # each step asks for those of a unit once more

    def find(self, text: str, context: Context | None = None) -> list[Honour]:
        """The honours of a paragraph from left to right, the longest at each place; ``context`` tells which division 市 means."""
        kept: list[Honour] = []
        for one in sorted(self._candidates(text, context), key=lambda h: (h.start, -h.end, not h.known)):
            if text[one.start - 1 : one.start] == "“" and _GOES_ON.match(text, one.end):
                continue
            if not kept or one.start >= kept[-1].end:
                kept.append(one)
            elif one.end > kept[-1].end and one.start == kept[-1].start:
                kept[-1] = one
        return kept

    def ending_at(self, text: str, end: int, found: list[Honour]) -> Honour | None:
        """The honour after which, but for a word such as 获得者 or 人才, a name begins here."""
        for one in reversed(found):
            if one.end <= end and end - one.end <= 8 and _AFTER.fullmatch(text[one.end : end]):
                comma = "，" in text[end - 1 : end + 1].replace(",", "，")
                granted = comma and self.granted.search(text, max(0, one.start - _REACH), one.start)
                return None if granted else one
        return None

    def _candidates(self, text: str, context: Context | None) -> Iterator[Honour]:
        fixed, stems = self._hits(text)
        for hit in fixed:
            yield self._with_year(text, hit.start(), hit.end(), self.fixed[hit[0]])
        for hit in stems:
            for start in range(max(0, hit.start() - 8), hit.start()):
                written = text[start : hit.start()]
                division = (
                    self.places.province if written == "省" else self.places.full.get(written, "") or self.places.county_city(written)
                )
                if division:
                    template = self.stems[hit[0]]
                    name = template.replace("{division}", division).replace("{short}", short(division))
                    yield self._with_year(text, start, hit.end(), self.fixed.get(name, name))
                    break
        for start, end, name in self.forms.find(text, lambda unit, at: context.division(unit, text, at) if context is not None else ""):
            yield self._with_year(text, start, end, self.fixed.get(name, name), known=name in self.fixed)

    def _hits_of(self, text: str) -> tuple[list[re.Match[str]], list[re.Match[str]]]:
        """Where honours of the code list stand, and the ends of those that its patterns make."""
        return list(self.pattern.finditer(text)), list(self.stem.finditer(text))

    def _with_year(self, text: str, start: int, end: int, name: str, *, known: bool = True) -> Honour:
        behind = _BEHIND.match(text, end)
        if behind is not None:
            return Honour(start, end, name, behind["year"], known)
        first = max(0, start - _REACH)
        found = _YEAR.search(text[first:start].rstrip('“"「的'))
        return Honour(first + found.start(), end, name, found[1], known) if found else Honour(start, end, name, "", known)
