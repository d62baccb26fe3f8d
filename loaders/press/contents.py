"""The contents page: its entries with page, section and place, and where its articles stand in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from kg.document import Span
from loaders.press.entries import COVERED, LEADING, TRAILING, parted
from loaders.press.flow import Line

_HEADING = re.compile(r"^[\s　]*(?:本期|总)?(?:CONTENTS[\s　/|｜]*)?(?:目\s*[录次]|CONTENTS|要\s*目)[\s　/|｜]*(?:CONTENTS)?[\s　]*$", re.I)
_OPENED = re.compile(r"^[\s　]*[【\[](?P<name>[^】\]]{2,12})[】\]][\s　]*$")
_OF_COVER = re.compile(r"^[\s　]*封[面底二三四](?:说明|图片|摄影|故事|人物|照片)?[\s　]*[:：|｜/]")
_TOPIC = re.compile(r"[·•|｜:：]")
_SENTENCE = re.compile(r"[。；;！？]")
_SIGNS = re.compile(r"[^\w\u4e00-\u9fff]")
_WIDEST_SECTION = 24
_SHORTEST_SECTION = 8
_SAMPLE = 12
_WIDEST_HEADING = 45
_ALIKE = 0.45


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry: its title, the section above it, its page (0 on the cover), the run that says so, and the number of its line."""

    title: str
    section: str
    page: int
    run: Span
    line: int


@dataclass(frozen=True)
class Contents:
    """A contents page: the numbers of its first line and of the line behind it, its entries, and the headings of its sections."""

    first: int
    end: int
    entries: list[Entry]
    sections: list[str]


def contents(rows: list[Line]) -> Contents | None:
    """The contents page of an edition, where there is one."""
    first = next((n for n, row in enumerate(rows) if _HEADING.match(row.text)), None)
    if first is None:
        return None
    sample = rows[first + 1 : first + 1 + _SAMPLE]
    form = max((LEADING, TRAILING), key=lambda one: sum(one.match(row.text) is not None for row in sample))
    dashed = any((hit := form.match(row.text)) is not None and hit["dash"] for row in sample)
    entries: list[Entry] = []
    sections: list[str] = []
    titles: set[str] = set()
    number = first + 1
    while number < len(rows) and plain(rows[number].text) not in titles:
        row = rows[number]
        hit = (form.match(row.text) or COVERED.match(row.text)) if len(row.text) <= 4 * _WIDEST_HEADING else None
        if hit is not None and (hit["dash"] or not dashed):
            run = Span(row.start + hit.start("run"), row.start + hit.end("run"))
            title = parted(hit["rest"])[0]
            entries.append(Entry(title, _section(sections), int(hit.groupdict().get("page") or 0), run, number))
            titles.add(plain(title))
        elif hit is not None:
            sections.append(hit["rest"].strip())
        elif _is_section(row) and any(form.match(r.text) or COVERED.match(r.text) for r in rows[number + 1 : number + 3]):
            opened = _OPENED.match(row.text)
            sections.append(opened["name"] if opened is not None else row.text.strip())
        else:
            break
        number += 1
    while number < len(rows) and _OF_COVER.match(rows[number].text):
        number += 1
    return Contents(first, number, entries, sections)


def located(found: Contents, rows: list[Line]) -> Iterator[tuple[int, Entry]]:
    """Where each article begins, as the number of a line: where its title stands again, else where one much like it does."""
    words = [plain(row.text) for row in rows[found.end :]]
    body = "".join(words)
    starts = [0, *accumulate(len(one) for one in words)]
    begins = {start: found.end + number for number, start in enumerate(starts[:-1]) if words[number]}
    places: list[int | None] = []
    position = 0
    for entry in found.entries:
        title = plain(entry.title)
        at = body.find(title, position) if title else -1
        while at >= 0 and at not in begins:
            at = body.find(title, at + 1)
        places.append(begins[at] if at >= 0 else None)
        position = at + len(title) if at >= 0 else position
    for number, entry in enumerate(found.entries):
        place = places[number]
        if place is None:
            before = next((p for p in reversed(places[:number]) if p is not None), found.end - 1)
            after = next((p for p in places[number + 1 :] if p is not None), len(rows))
            place = _alike(entry.title, rows, before + 1, after)
        if place is not None:
            yield place, entry


def plain(text: str) -> str:
    """A title without marks and spaces."""
    return _SIGNS.sub("", text)


def _is_section(row: Line) -> bool:
    return len(row.text.strip()) <= _WIDEST_SECTION and not _SENTENCE.search(row.text)


def _section(sections: list[str]) -> str:
    """The name of the section told last: what stands before its topic (关注·深化劳动竞赛)."""
    if not sections:
        return ""
    name = _TOPIC.split(sections[-1])[0].strip()
    return name if len(name) <= _SHORTEST_SECTION else sections[-1]


def _alike(title: str, rows: list[Line], first: int, end: int) -> int | None:
    """The first heading within some lines that shares much with a title that is printed otherwise there."""
    pairs = _pairs(title)
    for number in range(first, end):
        text = rows[number].text
        if len(text) <= _WIDEST_HEADING and not _SENTENCE.search(text):
            others = _pairs(text)
            if pairs and others and 2 * len(pairs & others) >= _ALIKE * (len(pairs) + len(others)):
                return number
    return None


def _pairs(text: str) -> set[str]:
    words = plain(text)
    return {words[n : n + 2] for n in range(len(words) - 1)}
