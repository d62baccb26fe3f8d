"""The bracket that closes a text: who wrote it, where they work (某某总厂　某某 某某), who took the pictures (某某 / 文　某某 / 图)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.press.authors import Note
from loaders.press.bylines import Credit, CreditRole
from loaders.press.knowledge import knowledge
from loaders.press.names import Names
from loaders.press.rows import is_signature

_ENDS: str = knowledge("authors")["body_ends"]
_CLOSING = re.compile(r"(?:^|[。！？!?”])[\s　]*[（(](?P<inside>[^（()）]{2,90})[)）][\s　]*$")
_NAME = r"(?:[\u3400-\u9fff][ 　][\u3400-\u9fff](?![\u3400-\u9fff])|[\u3400-\u9fff·]{2,6})"
_NAMES = rf"(?P<names>{_NAME}(?:[\s　、，,]+{_NAME}){{0,4}})"
_BODY = rf"[\u3400-\u9fffA-Za-z·]{{3,30}}[{_ENDS}]"
_WORKING = re.compile(rf"(?P<body>{_BODY})[\s　]+{_NAMES}(?:[\s　]*(?:供稿|报道|文|整理))?$")
_DATED = re.compile(rf"{_NAMES}(?:[\s　]*[/／]?[\s　]*文)?(?=[\s　，,]+(?:作者单位|单位|作者系|作者为|摘自|原载|据|\d{{4}}[年.-]))")
_PLACED = re.compile(rf"(?P<name>{_NAME})[，,][\s　]*(?:工作|所在)?单位[\s　]*[:：][\s　]*(?P<body>{_BODY})")
_MADE = re.compile(rf"(?<=[\s　、，,；;（(])(?P<name>{_NAME})[\s　]*[/／][\s　]*(?P<made>文|图|摄影|摄)(?![\u3400-\u9fff])")
_EACH = re.compile(_NAME)
_ROLES: dict[str, CreditRole] = {"文": "author", "图": "photographer", "摄": "photographer", "摄影": "photographer"}


def closing(text: str, names: Names) -> Iterator[tuple[Credit, Note | None]]:
    """Those whom the closing bracket of a paragraph names, each with the note on where they work, where it says so."""
    hit = _CLOSING.search(text)
    if hit is None:
        return
    first, last = hit.span("inside")
    for one in _MADE.finditer(text, first, last):
        if _is_name(one["name"], names):
            yield Credit(_ROLES[one["made"]], *one.span("name"), one.start("name"), one.end()), None
    for one in _PLACED.finditer(text, first, last):
        if _is_name(one["name"], names):
            yield _author(text, one.span("name"), one.span("body"))
    working = _WORKING.match(text, first, last)
    found = working or _DATED.match(text, first, last)
    if found is not None:
        place = found.span("body") if working is not None else None
        each = [one.span() for one in _EACH.finditer(text, *found.span("names"))]
        if all(_is_name(text[slice(*one)], names) for one in each):
            yield from (_author(text, one, place) for one in each)


def _author(text: str, name: tuple[int, int], body: tuple[int, int] | None) -> tuple[Credit, Note | None]:
    credit = Credit("author", *name, name[0], name[1])
    if body is None:
        return credit, None
    run = min(name[0], body[0]), max(name[1], body[1])
    return credit, Note(text[slice(*name)], 0, name[0], *body, "", "", *run)


def _is_name(written: str, names: Names) -> bool:
    return is_signature(re.sub(r"[\s　]", "", written), names)
