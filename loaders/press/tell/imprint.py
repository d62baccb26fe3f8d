"""Who edits and brings out a publication, where no masthead says it: 某某总工会主办 in its head, 责任编辑：某某 at the foot of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.document import Span
from loaders.press.bodies.organisation import Organisation
from loaders.press.flow import Line, paragraphs
from loaders.press.knowledge import knowledge, longest_first
from loaders.press.mastheads import Role
from loaders.press.names import Names
from loaders.press.page import Page
from loaders.press.rows import names_in, pieces
from loaders.press.tell.publication import publication

_WORDS = knowledge("publication")
_EDITS = "|".join(longest_first([label for label, code in _WORDS["people"].items() if code in ("editor", "art-editor", "proofreader")]))
_CLOSING = re.compile(rf"[（(【](?P<inside>[^（）()【】]{{0,40}}(?:{_EDITS})[\s　:：|｜/]+[^（）()【】]{{2,60}})[)）】][\s　]*$")
_LABELS = "|".join(longest_first([*_WORDS["people"], *_WORDS["bodies"], *_WORDS["other"]]))
_LABEL = re.compile(rf"(?:^|(?<=[\s　）)]))(?P<label>{_LABELS})(?:[\s　]*[:：|｜][\s　]*|[\s　]+(?=\S))")
_LINE = re.compile(rf"(?:^|[\s　])(?:{_EDITS})(?:[\s　]*[:：|｜]|[\s　]+[\u3400-\u9fff]{{2,4}}(?:[\s　、]|$))")
_CHIEF = "|".join(longest_first([label for label, code in _WORDS["people"].items() if "editor-in-chief" in code]))
_CHIEFS = re.compile(rf"(?:^|[\s　])(?:{_CHIEF})[\s　]*[:：|｜]")
_BROUGHT_OUT = re.compile(
    r"(?:^|[\s　期号）)])(?P<who>[\u3400-\u9fff、（）《》]{4,40}?)(?P<label>主管主办|主管、主办|主办|编印|编发|编辑出版|编)"
    r"(?=[\s　]*(?:$|主编|编辑|责编|总编|\d{4}[年.]|\d{1,2}月|第\d|总第|[（(]))"
)
_HEAD_LINES = 8
_WIDEST = 160


def tell(page: Page) -> None:
    """State the roles of editors at the foot of a text and of bodies in the head of an edition, where a publication is named."""
    found = [*_editors(page)]
    bodies = [*_bodies(page)] if page.document.start == 0 else []
    if not found and not bodies:
        return
    mention = publication(page, Span(found[0].start, found[0].who.end) if found else bodies[0][1])
    if not mention:
        return
    for role in found:
        person = page.claims.entity("Person", role.who.words, (Span(role.who.start, role.who.end),))
        page.known.names.add(role.who.words)
        page.claims.fact(
            "PublicationRole", (Span(role.start, role.who.end),), {"agent": person, "publication": mention}, {"role": role.code}
        )
    for body, span, code in bodies:
        page.claims.fact("PublicationRole", (span,), {"agent": body, "publication": mention}, {"role": code})


def _editors(page: Page) -> list[Role]:
    """The people whom single lines and closing brackets name behind the label of an editor."""
    found: dict[tuple[str, str], Role] = {}
    for number, row in enumerate(page.lines):
        closing = _CLOSING.search(row.text)
        line = Line(closing["inside"], row.start + closing.start("inside")) if closing is not None else row
        chiefs = page.document.start == 0 and number < _HEAD_LINES and _CHIEFS.search(row.text) is not None
        if closing is None and (len(row.text) > _WIDEST or not (chiefs or _LINE.search(row.text))):
            continue
        for role in _roles(line, page.finders.names):
            found.setdefault((role.code, role.who.words), role)
    return list(found.values())


def _roles(row: Line, names: Names) -> Iterator[Role]:
    """The people behind the labels of a line."""
    labels = list(_LABEL.finditer(row.text))
    for hit, after in zip(labels, [*labels[1:], None], strict=True):
        code = _WORDS["people"].get(hit["label"], "")
        if code:
            for who in names_in(pieces(row, hit.end(), after.start() if after is not None else len(row.text)), names):
                yield Role(code, False, who, row.start + hit.start("label"))


def _bodies(page: Page) -> list[tuple[str, Span, str]]:
    """The bodies that a line in the head of an edition says to bring it out."""
    found: list[tuple[str, Span, str]] = []
    for row in page.lines[:_HEAD_LINES]:
        hit = _BROUGHT_OUT.search(row.text)
        paragraph = next(paragraphs(page.text, row.start, row.end), None) if hit is not None else None
        if hit is None or paragraph is None:
            continue
        code = _WORDS["bodies"].get(hit["label"], "compiler")
        for one in page.finders.organisations.find(paragraph.text, page.context):
            if hit.start("who") <= one.start and one.end <= hit.end("who") and _ends(paragraph.text, one, hit.end("who")):
                found.append((page.claims.organisation(paragraph, one), paragraph.span(one.start, hit.end("label")), code))
    return found


def _ends(text: str, one: Organisation, end: int) -> bool:
    """Whether a body ends where the label begins, or where the next one of a list does."""
    return one.end == end or text[one.end : one.end + 1] in ("、", " ", "　")
