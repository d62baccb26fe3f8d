"""Honours in a text: those of the code list, and those that its patterns make of a division."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import Model
from loaders.press.knowledge import longest_first
from loaders.press.places import Places, short

_YEAR = re.compile(r"(\d{4})(?:年度?|)$")
_REACH = 12
_AFTER = re.compile(r"[”\"」]?(?:荣誉)?(?:称号|奖章)?(?:获得者|人才|得主|代表)?[，,、]?$")


@dataclass(frozen=True, slots=True)
class Honour:
    """An honour in a paragraph; ``year`` is empty where none stands before it, and then ``start`` is the honour's own."""

    start: int
    end: int
    name: str
    year: str


class Honours:
    """Finds honours; 省五一劳动奖章 is the province's."""

    def __init__(self, model: Model, places: Places) -> None:
        self.places = places
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

    def find(self, text: str) -> list[Honour]:
        """The honours of a paragraph from left to right, the longest at each place."""
        kept: list[Honour] = []
        for one in sorted(self._candidates(text), key=lambda h: (h.start, -h.end)):
            if not kept or one.start >= kept[-1].end:
                kept.append(one)
            elif one.end > kept[-1].end and one.start == kept[-1].start:
                kept[-1] = one
        return kept

    def ending_at(self, text: str, end: int, found: list[Honour]) -> Honour | None:
        """The honour after which, but for a word such as 获得者 or 人才, a name begins here."""
        for one in reversed(found):
            if one.end <= end and end - one.end <= 8 and _AFTER.fullmatch(text[one.end : end]):
                return one
        return None

    def _candidates(self, text: str) -> Iterator[Honour]:
        for hit in self.pattern.finditer(text):
            yield self._with_year(text, hit.start(), hit.end(), self.fixed[hit[0]])
        for hit in self.stem.finditer(text):
            for start in range(max(0, hit.start() - 8), hit.start()):
                written = text[start : hit.start()]
                division = self.places.province if written == "省" else self.places.full.get(written, "")
                if division:
                    template = self.stems[hit[0]]
                    name = template.replace("{division}", division).replace("{short}", short(division))
                    yield self._with_year(text, start, hit.end(), self.fixed.get(name, name))
                    break

    def _with_year(self, text: str, start: int, end: int, name: str) -> Honour:
        first = max(0, start - _REACH)
        found = _YEAR.search(text[first:start].rstrip('“"「的'))
        return Honour(first + found.start(), end, name, found[1]) if found else Honour(start, end, name, "")
