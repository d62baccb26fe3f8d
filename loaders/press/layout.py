"""The documents of an edition: cover, chronicle, contents, masthead, articles, by what the edition itself says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.document import Document
from kg.ids import document_id
from loaders.press.flow import Line, lines

_CHRONICLE = re.compile(r"^[\s　]*(?:\d{1,2}月|本月|近期|工会)?(?:大事记?|要事|大事月报)[\s　]*$")
_CONTENTS = re.compile(r"^[\s　]*(?:目\s*录|CONTENTS)[\s　]*$", re.I)
_ENTRY = re.compile(r"^[\s　]*[-·•]?\s*(?P<page>\d{1,3})\s+(?P<title>\S.*)$")
_MASTHEAD = re.compile(r"^[\s　]*(?:主\s*办|主\s*编|编\s*委\s*会\s*主\s*任|编\s*印\s*单\s*位)[\s　]+\S")
_BYLINE = re.compile(r"^[\s　]*文\s*[|｜/／]\s*\S")
_DATED = re.compile(r"^[\s　]*(?:\d{4}年)?\d{1,2}月\d{1,2}日")
_ISSUE = re.compile(r"\d{4}\s*年\s*第?\s*\d{1,2}\s*期")
_BACK = re.compile(r"^[\s　]*(?:编读往来|征稿启事|投稿须知|封底)[\s　]*$")
_SIGNS = re.compile(r"[^\w\u4e00-\u9fff]")
_LEAST_ITEMS = 3


@dataclass(frozen=True, slots=True)
class Part:
    """A document in the making: where it begins and what it is."""

    start: int
    kind: str
    title: str
    section: str = ""
    page: int = 0


def documents(text: str, edition: str, issued: str, sections: tuple[str, ...] = ()) -> tuple[Document, ...]:
    """The documents of a text in order; together they hold all of it.

    The contents page gives the titles; each is looked for below it. Without one, headings before bylines part the articles, and a
    text without either is one document: a chronicle where its paragraphs begin with days, else an article.

    Args:
        sections: names of sections; one alone on a line is that of the articles below it of which the contents say none.
    """
    rows = list(lines(text, 0, len(text)))
    headings = [(row.start, row.text.strip()) for row in rows if row.text.strip() in sections]
    parts = sorted({p.start: _in_section(p, headings) for p in _parts(rows, text, sections)}.values(), key=lambda p: p.start)
    if not parts or (parts[0].start > 0 and parts[0].kind != "article"):
        parts.insert(0, _opening(rows, alone=not parts))
    elif parts[0].start > 0:
        parts.insert(0, Part(0, "cover", ""))
    counts: dict[tuple[str, str], int] = {}
    result = []
    for number, part in enumerate(parts):
        start = 0 if number == 0 else part.start
        end = parts[number + 1].start if number + 1 < len(parts) else len(text)
        counts[part.kind, part.title] = counts.get((part.kind, part.title), 0) + 1
        identifier = document_id(edition, part.kind, part.title, counts[part.kind, part.title])
        result.append(Document(identifier, part.kind, part.title, start, end, part.section, part.page, issued))
    return tuple(result)


def _in_section(part: Part, headings: list[tuple[int, str]]) -> Part:
    section = next((name for start, name in reversed(headings) if start < part.start), "")
    return replace(part, section=section) if part.kind == "article" and not part.section else part


def _opening(rows: list[Line], *, alone: bool) -> Part:
    if not alone:
        return Part(0, "cover", "封面")
    dated = sum(_DATED.match(r.text) is not None for r in rows)
    title = rows[0].text.strip() if rows and len(rows[0].text) <= 60 and not _DATED.match(rows[0].text) else ""
    return Part(0, "chronicle" if dated >= _LEAST_ITEMS else "article", title)


def _parts(rows: list[Line], text: str, sections: tuple[str, ...]) -> Iterator[Part]:
    contents = next((n for n, r in enumerate(rows) if _CONTENTS.match(r.text)), None)
    for number, row in enumerate(rows):
        if _CHRONICLE.match(row.text) and any(_DATED.match(r.text) for r in rows[number + 1 : number + 3]):
            yield Part(row.start, "chronicle", row.text.strip())
        elif _BACK.match(row.text):
            yield Part(row.start, "back", row.text.strip())
    masthead = next((n for n, r in enumerate(rows) if _MASTHEAD.match(r.text)), None)
    if masthead is not None:
        first = masthead
        while (
            first > 0
            and masthead - first < 4
            and (_ISSUE.search(rows[first - 1].text) or re.match(r"^[\s　]*(?:《|总第)", rows[first - 1].text))
        ):
            first -= 1
        yield Part(rows[first].start, "masthead", "版权页")
    if contents is not None:
        yield Part(rows[contents].start, "contents", "目录")
        yield from _listed(rows, contents, text)
    else:
        yield from _headed(rows, sections)


def _listed(rows: list[Line], contents: int, text: str) -> Iterator[Part]:
    """The articles that the contents page names, each where its title stands again."""
    section, number = "", contents + 1
    entries: list[tuple[str, int, str]] = []
    while number < len(rows) and (entry := _ENTRY.match(rows[number].text)) is not None:
        if rows[number].text.lstrip()[:1] in "-·•":
            entries.append((entry["title"].strip(), int(entry["page"]), section))
        else:
            section = entry["title"].strip()
        number += 1
    signs = [(r.start + i, c) for r in rows[number:] for i, c in enumerate(r.text) if not _SIGNS.match(c)]
    body = "".join(c for _, c in signs)
    beginnings = {r.start + len(r.text) - len(r.text.lstrip()) for r in rows[number:]}
    position = 0
    for title, page, section_ in entries:
        plain = _SIGNS.sub("", title)
        found = body.find(plain, position)
        while found >= 0 and not _begins_line(signs[found][0], beginnings, text):
            found = body.find(plain, found + 1)
        if plain and found >= 0:
            line_start = text.rfind("\n", 0, signs[found][0]) + 1
            yield Part(line_start, "article", title, section_, page)
            position = found + len(plain)


def _begins_line(place: int, beginnings: set[int], text: str) -> bool:
    return place in beginnings or text[text.rfind("\n", 0, place) + 1 : place].strip('“”"# 　《') == ""


def _headed(rows: list[Line], sections: tuple[str, ...]) -> Iterator[Part]:
    """Articles by their bylines: the heading is the first of the short lines before it."""
    for number, row in enumerate(rows):
        if _BYLINE.match(row.text):
            first = number
            while first > 0 and number - first < 3 and _is_heading(rows[first - 1].text, sections):
                first -= 1
            if first < number:
                yield Part(rows[first].start, "article", rows[first].text.strip())


def _is_heading(text: str, sections: tuple[str, ...]) -> bool:
    return len(text) <= 45 and re.search(r"[。；：:]", text) is None and text.strip() not in sections
