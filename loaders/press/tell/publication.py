"""The periodical or the site that a document is of: by its description, its masthead, the edition's head, or the source that it gives."""

from __future__ import annotations

import re

from kg.document import Span
from kg.ids import mention_id
from loaders.press.flow import Line, lines
from loaders.press.nameplates import is_beside_name
from loaders.press.page import Page
from loaders.press.source import UNKNOWN

_TITLED = re.compile(r"《([^《》]{2,16})》")
_ISSUE = re.compile(
    r"\d{4}\s*年?\s*第?\s*\d{1,3}\s*[期号]|总第\s*\d+\s*期|[（(]?总\d+期|^[\s　]*第[\s　]*[\d一二三四五六七八九十百]{1,5}[\s　]*期"
)
_NUMBERED = re.compile(r"第[\s　]*[\d一二三四五六七八九十百]{1,5}[\s　]*期|总第\s*\d+|\d{4}年\d{1,2}月|\d{4}[.．]\d{1,2}")
_VOLUME = re.compile(r"第?\d{1,3}卷")
_PLAIN = re.compile(r"(?:[\u3400-\u9fff·][ 　]*){2,12}$")
_MEDIUM = re.compile(
    r"(?:来源|稿源|文章来源|信息来源)[\s　]*[:：|｜][\s　]*"
    r"《?(?P<source>[\u3400-\u9fff·]{2,14}(?:报|网|社|刊|台|客户端|公众号|在线|新闻|杂志|传媒))》?"
    r"|^[\s　]*(?P<paper>[\u3400-\u9fff]{2,12}(?:报|网))(?:讯|消息)"
)
_HEAD, _HEAD_LINES = 800, 12


def publication(page: Page, told: Span) -> str:
    """The publication's node: that of a source that is described, else one by the name that the text gives; nothing where it gives none.

    ``told`` is a run of the document that tells something of it; the name may stand in the head of the edition.
    """
    source = page.finders.source
    if source.id != UNKNOWN:
        return source.id
    found = name_of(page)
    if found is None:
        return ""
    name, span = found
    mention = mention_id("", "act", "Source", name)
    inside = page.document.start <= span.start and span.end <= page.document.end
    spans = (span,) if inside else (told, Span(span.start, span.end, "heading"))
    page.claims.entity("Source", name, spans, mention=mention)
    return mention


def name_of(page: Page) -> tuple[str, Span] | None:
    """The publication's name and where it stands: in a masthead, else in the head of the edition, else as the document's source."""
    if page.document.kind == "masthead":
        for row in page.lines:
            hit = _TITLED.search(row.text)
            if hit is not None:
                return hit[1], Span(row.start + hit.start(1), row.start + hit.end(1))
    head = list(lines(page.text, 0, min(len(page.text), _HEAD)))[:_HEAD_LINES]
    return _headed(page.lines if page.document.kind == "masthead" else []) or _headed(head) or _sourced(page.lines)


def _headed(rows: list[Line]) -> tuple[str, Span] | None:
    """A line that is nothing but a name on the line of an issue or above it."""
    for number, row in enumerate(rows):
        words = row.text.split()
        titled = _TITLED.match(words[0]) if words else None
        if titled is not None and titled.end() == len(words[0]) and _NUMBERED.search(row.text):
            at = row.start + row.text.index(titled[1])
            return titled[1], Span(at, at + len(titled[1]))
        plain = _ISSUE.split(row.text.strip(" 　"))[0].strip(" 　")
        if _VOLUME.search(row.text):
            plain = max((one for one in words if _PLAIN.match(one)), key=len, default="")
        below = next((one for one in rows[number + 1 :] if not is_beside_name(one.text)), None)
        issue = _ISSUE.search(row.text) or (below is not None and _ISSUE.search(below.text)) or _VOLUME.search(row.text)
        if issue and _PLAIN.match(plain):
            at = row.start + row.text.index(plain)
            return re.sub(r"[ 　]", "", plain), Span(at, at + len(plain))
    return None


def _sourced(rows: list[Line]) -> tuple[str, Span] | None:
    for row in rows:
        hit = _MEDIUM.search(row.text)
        if hit is not None:
            group = "source" if hit["source"] else "paper"
            return hit[group], Span(row.start + hit.start(group), row.start + hit.end(group))
    return None
