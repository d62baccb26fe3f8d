"""The documents of an edition: cover, chronicle, masthead, contents, articles, by what the edition itself says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.document import Document, Span
from kg.ids import document_id
from loaders.press.contents import Contents, contents, located, plain
from loaders.press.flow import Line, lines
from loaders.press.headings import after_closing, alone, headed, newsletter
from loaders.press.headlines import Headed, named
from loaders.press.mastheads import Mastheads, mastheads
from loaders.press.nameplates import is_beside_name
from loaders.press.source import PressSource

_CHRONICLE = re.compile(r"^[\s　]*(?:\d{1,2}月|本月|近期|工会)?(?:大事记?|要事|大事月报)[\s　]*$")
_DATED = re.compile(r"^[\s　]*(?:\d{4}年)?\d{1,2}月\d{1,2}日")
_ISSUE = re.compile(r"\d{4}\s*年\s*第?\s*\d{1,3}\s*期|总第\s*\d+")
_TITLE = re.compile(r"^[\s　]*(?:《[^》]{2,12}》|[\u3400-\u9fff·]{2,10})[\s　]*$")
_SENTENCE = re.compile(r"[。；]|[\u3400-\u9fff]{12}")
_BACK = re.compile(r"^[\s　]*(?:编读往来|征稿启事|投稿须知|封底)[\s　]*$")
_INSIDE_COVER = "封二"
_LEAST_ITEMS = 3
_LONGEST_TITLE = 60
_ABOVE = 4
_SPARSE = 4


@dataclass(frozen=True, slots=True)
class Part:
    """A document in the making: the number of its first line, what it is, and where the edition names it."""

    first: int
    kind: str
    title: str
    section: str = ""
    page: int = 0
    named: Span | None = None


def documents(text: str, edition: str, issued: str, source: PressSource) -> tuple[Document, ...]:
    """The documents of a text in order; together they hold all of it.

    The contents page gives the titles; each is looked for below it. Bylines part what no contents page lists, and a text without
    either is one document: a chronicle where its paragraphs begin with days, else an article.

    Args:
        source: says its sections (one alone on a line is that of the articles below it of which the contents say none) and which
            labels its masthead has.
    """
    rows = list(lines(text, 0, len(text)))
    parts = _whole(rows, source)
    counts: dict[tuple[str, str], int] = {}
    result = []
    for number, part in enumerate(parts):
        start = 0 if number == 0 else rows[part.first].start
        end = rows[parts[number + 1].first].start if number + 1 < len(parts) else len(text)
        counts[part.kind, part.title] = counts.get((part.kind, part.title), 0) + 1
        identifier = document_id(edition, part.kind, part.title, counts[part.kind, part.title])
        result.append(Document(identifier, part.kind, part.title, start, end, part.section, part.page, issued, part.named))
    return tuple(result)


def _whole(rows: list[Line], source: PressSource) -> list[Part]:
    """The parts in order, the first of which begins with the first line."""
    headings = [(number, row.text.strip()) for number, row in enumerate(rows) if row.text.strip() in source.sections]
    parts = sorted({p.first: _in_section(p, headings) for p in _parts(rows, source)}.values(), key=lambda p: p.first)
    if not parts:
        return [_alone(rows)]
    if parts[0].first > 0:
        parts.insert(0, Part(0, "cover", "封面" if any(part.kind != "article" for part in parts) else ""))
    return parts


def _in_section(part: Part, headings: list[tuple[int, str]]) -> Part:
    section = next((name for number, name in reversed(headings) if number < part.first), "")
    return replace(part, section=section) if part.kind == "article" and not part.section else part


def _alone(rows: list[Line]) -> Part:
    texts = [r for r in rows if _SENTENCE.search(r.text)]
    items = sum(_DATED.match(r.text) is not None for r in texts)
    dated = items if 2 * items >= len(texts) else 0
    found = alone(rows) if dated < _LEAST_ITEMS else None
    if found is not None:
        return Part(0, "article", found.title, found.section, named=found.run)
    title = rows[0].text.strip() if rows and len(rows[0].text) <= _LONGEST_TITLE and not _DATED.match(rows[0].text) else ""
    return Part(0, "chronicle" if dated >= _LEAST_ITEMS else "article", title)


def _parts(rows: list[Line], source: PressSource) -> Iterator[Part]:
    listed = contents(rows)
    marked = list(_marked(rows, listed, mastheads(source.masthead)))
    yield from marked
    if listed is not None:
        yield Part(listed.first, "contents", "目录")
        yield from _inside_cover(rows, marked, listed)
        yield from _listed(rows, listed)
        return
    free = [part.first for part in marked]
    news = {found.first: found for found in newsletter(rows, 0, len(rows), mast=any(part.kind == "masthead" for part in marked))}
    for found in [*headed(rows, 0, len(rows), source.sections), *news.values()]:
        if found.first in news or not any(found.first <= first <= found.first + _ABOVE for first in free):
            yield Part(found.first, "article", found.title, found.section, named=found.run)


def _marked(rows: list[Line], listed: Contents | None, reader: Mastheads) -> Iterator[Part]:
    """Chronicle, back page and masthead, by their own marks; what follows a masthead and is nothing else is an article of no title."""
    for number, row in enumerate(rows):
        if _CHRONICLE.match(row.text) and any(_DATED.match(r.text) for r in rows[number + 1 : number + 3]):
            yield Part(number, "chronicle", row.text.strip())
        elif _BACK.match(row.text):
            yield Part(number, "back", row.text.strip())
    extent = reader.extent(rows)
    if extent is None:
        return
    first, end = extent
    while first > 0 and extent[0] - first < _ABOVE and _is_head(rows, first - 1):
        first -= 1
    yield Part(first, "masthead", "版权页")
    if end < len(rows) and (listed is None or not end <= listed.first <= end + 1):
        yield Part(end, "article", "")


def _is_head(rows: list[Line], number: int) -> bool:
    """Whether a line above a masthead's first label is of it: the issue, the name above it, and what stands between them."""
    if _ISSUE.search(rows[number].text) or is_beside_name(rows[number].text):
        return True
    below = next((row for row in rows[number + 1 :] if not is_beside_name(row.text)), None)
    return _TITLE.match(rows[number].text) is not None and below is not None and _ISSUE.search(below.text) is not None


def _inside_cover(rows: list[Line], marked: list[Part], listed: Contents) -> Iterator[Part]:
    """Articles on the pages before the contents: the first of them stands inside the cover."""
    edges = sorted([part.first for part in marked if part.first < listed.first] + [listed.first])
    end = next((edge for edge in edges if edge > 0), listed.first)
    section = _INSIDE_COVER
    for found in headed(rows, 0, end):
        if found.first > 0:
            yield _part(found, section)
            section = ""


def _part(found: Headed, section: str) -> Part:
    return Part(found.first, "article", found.title, found.section or section, named=found.run)


def _listed(rows: list[Line], listed: Contents) -> Iterator[Part]:
    """The articles of the contents page, and those between them that it does not list; what leads to an article is its own."""
    places = list(located(listed, rows))
    if _SPARSE * len(places) < len(listed.entries):
        yield from _named_alone(rows, listed, {entry.line for _, entry in places})
    topics = [plain(section) for section in listed.sections]
    titles = {plain(entry.title) for entry in listed.entries}
    edge = listed.end
    for number, (first, entry) in enumerate(places):
        end = places[number + 1][0] if number + 1 < len(places) else len(rows)
        begins = edge if number == 0 else _led(rows, edge, first, topics)
        yield Part(begins, "article", entry.title, entry.section, entry.page, entry.run)
        edge = first + 1
        for heading in after_closing(rows, first, end):
            words = plain(rows[heading].text)
            if not any(words in topic for topic in topics) and words not in titles and heading < end - 1:
                yield _part(named(rows, heading), entry.section)
                break


def _named_alone(rows: list[Line], listed: Contents, found: set[int]) -> Iterator[Part]:
    """The articles of a contents page whose texts the edition does not have: each is its entry; what follows is of the page again."""
    for entry in listed.entries:
        if entry.line not in found:
            yield Part(entry.line, "article", entry.title, entry.section, entry.page, entry.run)
    if listed.entries[-1].line + 1 < len(rows):
        yield Part(listed.entries[-1].line + 1, "contents", "目录")


def _led(rows: list[Line], edge: int, first: int, topics: list[str]) -> int:
    """Where an article begins that a section's heading leads to, a few lines above its title."""
    for number in range(max(edge, first - _ABOVE), first):
        words = plain(rows[number].text)
        if len(words) > _ABOVE and any(words in topic for topic in topics):
            return number
    return first
