"""Entries of lists of references: authors, title, who brought the work out, year and kind, in the orders that the press prints.

GB/T 7714 (王强,张丽.题名[J].刊名,2023(02):89-96.), the order of CNKI (题名. 王强;张丽. 刊名,2023(04)), and titles in 《》
(王强：《题名》，出版社，2019年版).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from loaders.press.knowledge import knowledge
from loaders.press.names import Names
from loaders.press.rows import is_signature

_NUMBER = re.compile(r"^[\s　]*[-·•]?[\s　]*(?:\[\d{1,3}\]|［\d{1,3}］|【\d{1,3}】|[（(]\d{1,3}[)）]|[①-⑳]|\d{1,3}[.．、)])?[\s　]*")
_MARK = re.compile(r"[\[［](?P<mark>[A-Z]{1,2}(?:/OL)?)[\]］]")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_ISSUER = re.compile(
    r"[\s.。．,，]*(?:[\u3400-\u9fff、·]{2,20}[,，]\s*译[.。．]\s*)?(?:[\u3400-\u9fff]{2,8}[\s]*[:：]\s*)?"
    r"(?P<issuer>[A-Za-z][A-Za-z &]{3,60}|[\u3400-\u9fff《][\u3400-\u9fff·《》（）()“” ]{1,24}?)\s*(?=[,，]\s*(?:19|20)\d{2})"
)
_SOURCE = re.compile(r"[\s]*(?P<issuer>[\u3400-\u9fff][^,，.。]{1,40}?)[\s]*[,，]\s*(?=(?:19|20)\d{2})")
_BOOKED = re.compile(r"《(?P<title>[^《》]{2,60}(?:《[^《》]{2,40}》[^《》]{0,20})?)》")
_PUBLISHER = re.compile(r"[\u3400-\u9fff]{2,14}出版(?:社|集团|公司)")
_STOPS = re.compile(r"[。．.](?!\d)")
_AUTHORS = re.compile(r"[,，、;；]")
_LATIN = re.compile(r"[A-Z][A-Za-z'\-]+(?: [A-Z]\.?)+(?:, ?[A-Z][A-Za-z'\-]+(?: [A-Z]\.?)+){0,8}(?:, et al)?\.\s*")
# One author between commas: a country in brackets, a name, what was done; or only 等, or a Latin name, of which nothing is told.
_NAMED = re.compile(
    r"[\s:：]*(?:[\[【(（〔][\u3400-\u9fff]{1,3}[\]】)）〕][\s]*)?"
    r"(?:(?P<name>[\u3400-\u9fff·•]{2,12}?)(?:[\s]*(?:等|主编|编著|著|译))?|等|[A-Z][A-Za-z.\- ]{1,40})[\s:：]*"
)
_BODY = re.compile(r"[\u3400-\u9fff、]{3,40}(?:会|部|局|厅|院|社|委|室|党中央|公司|大学|中央|国务院|政府|中心|微报|集团)$")


@dataclass(frozen=True, slots=True)
class Range:
    """A run of the paragraph, without the marks around it."""

    start: int
    end: int


@dataclass(frozen=True)
class Reference:
    """An entry: where its parts stand in the paragraph. ``bodies`` are authors that are no persons; ``end`` is where the year ends."""

    title: Range
    kind: str
    authors: list[Range] = field(default_factory=list)
    bodies: list[Range] = field(default_factory=list)
    issuer: Range | None = None
    year: str = ""
    end: int = 0


class References:
    """Reads entries of lists of references."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.marks: dict[str, str] = knowledge("works")["marks"]

    def read(self, text: str) -> Reference | None:
        """The entry that a paragraph is, or nothing where it is none."""
        number = _NUMBER.match(text)
        begin = number.end() if number is not None else 0
        mark = _MARK.search(text, begin)
        if mark is not None:
            return self._marked(text, begin, mark)
        return self._in_brackets(text, begin) or self._title_first(text, begin)

    def _marked(self, text: str, begin: int, mark: re.Match[str]) -> Reference | None:
        latin = _LATIN.match(text, begin)
        begin = latin.end() if latin is not None else begin
        authors, bodies, first = self._authors(text, begin, mark.start())
        title = _trimmed(text, first, mark.start())
        if title is None:
            return None
        issuer = _ISSUER.match(text, mark.end())
        code = mark["mark"].removesuffix("/OL")
        source = None if issuer is None else Range(*issuer.span("issuer"))
        if source is None and bodies:
            source = Range(bodies[0].start, bodies[-1].end)
        year, end = _year(text, mark.end())
        return Reference(title, self.marks.get(code, ""), authors, bodies, source, year, end)

    def _title_first(self, text: str, begin: int) -> Reference | None:
        """题名. 王强;张丽. 刊名,2023(04): the part before the source is nothing but names."""
        parts = [begin, *(m.end() for m in _STOPS.finditer(text, begin))]
        for first, second in pairwise(parts[1:]):
            found = self._names(text, first, second - 1)
            title = _trimmed(text, begin, first - 1)
            source = _SOURCE.match(text, second) if found else None
            if found and title is not None and source is not None:
                year, end = _year(text, source.end())
                return Reference(title, "paper", found, [], Range(*source.span("issuer")), year, end)
        return None

    def _in_brackets(self, text: str, begin: int) -> Reference | None:
        """王强：《题名》，出版社2019年版 or 载《刊名》2020年第3期."""
        hit = _BOOKED.search(text, begin)
        year = _YEAR.search(text, hit.end()) if hit is not None else None
        if hit is None or year is None or hit.start() - begin > 60:
            return None
        authors = self._names(text, begin, hit.start())
        after = _BOOKED.search(text, hit.end(), year.start())
        publisher = _PUBLISHER.search(text, hit.end(), year.start())
        if not authors and publisher is None and after is None:
            return None
        issuer = Range(*publisher.span()) if publisher else Range(*after.span("title")) if after else None
        kind = "book" if publisher else "paper" if after else ""
        return Reference(Range(*hit.span("title")), kind, authors, [], issuer, year[0], year.end())

    def _authors(self, text: str, begin: int, end: int) -> tuple[list[Range], list[Range], int]:
        """Authors who are persons, those who are bodies, and where the title begins after them."""
        for stop in re.finditer(r"[。．.：:](?!\d)", text[:end]):
            if stop.start() <= begin or text.count("《", begin, stop.start()) > text.count("》", begin, stop.start()):
                continue
            persons = self._names(text, begin, stop.start())
            if persons:
                return persons, [], stop.end()
            written = text[begin : stop.start()].strip()
            if stop[0] not in ":：" and _BODY.fullmatch(re.sub(r"[,，;；\s]", "、", written)):
                return [], [Range(begin + m.start(), begin + m.end()) for m in re.finditer(r"[^,，、;；\s]+", written)], stop.end()
            break
        return [], [], begin

    def _names(self, text: str, begin: int, end: int) -> list[Range]:
        """The names that a run consists of; none where it holds anything else, but for 等, 主编, a country in brackets and Latin names."""
        found: list[Range] = []
        edges = [begin - 1, *(m.start() for m in _AUTHORS.finditer(text, begin, end)), end]
        for first, last in pairwise(edges):
            piece = _NAMED.fullmatch(text, first + 1, last)
            if piece is None:
                return []
            if piece["name"] and is_signature(piece["name"], self.names):
                found.append(Range(*piece.span("name")))
            elif piece["name"]:
                return []
        return found


def _year(text: str, after: int) -> tuple[str, int]:
    """The first year behind a place, and where it ends."""
    found = _YEAR.search(text, after)
    return (found[0], found.end()) if found is not None else ("", after)


def _trimmed(text: str, start: int, end: int) -> Range | None:
    """A run without spaces and marks at its ends; nothing where little is left."""
    while start < end and text[start] in " 　\t.。．,，:：":
        start += 1
    while end > start and text[end - 1] in " 　\t.。．,，:：":
        end -= 1
    if text[start : start + 1] == "《" and text[end - 1 : end] == "》" and text.count("《", start, end) == 1:
        start, end = start + 1, end - 1
    return Range(start, end) if end - start >= 3 else None
