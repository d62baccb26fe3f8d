"""The units of a document: paragraphs, rows of tables, label lines, captions, entries of lists and of references."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kg.document import Document
from loaders.press.flow import Paragraph, paragraphs

Kind = Literal["paragraph", "heading", "table", "label", "caption", "list", "reference"]

_REFERENCES = re.compile(r"^[\s　【\[]*(?:主要)?(?:参考文献|参考资料|引用文献|注释)[】\]]?[:：]?[\s　]*$")
_ENTRY = re.compile(r"[\s　]*[-·•]?[\s　]*(?:[\[［【]\d{1,3}[\]］】]|\d{1,3}[.．、]|[①-⑳])")
_DATED_ENTRY = re.compile(r"[\[［][A-Z]{1,2}(?:/OL)?[\]］]|\d{4}")
_MARKED = re.compile(r"[\[［][A-Z]{1,2}(?:/OL)?[\]］]")
_CAPTION = re.compile(r"[\s　]*(?:图为|[▲△▼◆]|[图表]\s*\d{1,3}[\s　:：.．])")
_LABEL = re.compile(r"[\s　]*(?:[\u3400-\u9fff][\s　]*){2,8}[|｜:：／/][\s　]*\S.{0,60}$")
_LISTED = re.compile(r"[\s　]*(?:[-·•●■□◆]|[①-⑳]|\d{1,2}[、．.)）]|[（(]?[一二三四五六七八九十]{1,3}[、)）])")
_MARK = re.compile(r"[,，。；;：:！!？?]")
_LONGEST_HEADING = 45


@dataclass(frozen=True, slots=True, eq=False)
class Unit:
    """A unit of a document: what kind of thing it is, and its text with the place of each character."""

    kind: Kind
    paragraph: Paragraph

    @property
    def text(self) -> str:
        """The text as it reads, page breaks undone."""
        return self.paragraph.text


def units(text: str, document: Document) -> Iterator[Unit]:
    """The units of a document in order; entries of references are those below the heading 参考文献."""
    cites = False
    for paragraph in paragraphs(text, document.start, document.end):
        if _REFERENCES.match(paragraph.text):
            cites = True
            yield Unit("heading", paragraph)
        elif cites and (is_reference(paragraph.text) or _MARKED.search(paragraph.text)):
            yield Unit("reference", paragraph)
        else:
            yield Unit(_kind(paragraph.text), paragraph)


def is_reference(text: str) -> bool:
    """Whether a paragraph is formed like an entry of a list of references: a number before it, a year or a mark such as [J] in it."""
    return _ENTRY.match(text) is not None and _DATED_ENTRY.search(text) is not None


def _kind(text: str) -> Kind:
    if "\t" in text:
        return "table"
    if _CAPTION.match(text):
        return "caption"
    if _LABEL.match(text):
        return "label"
    if _LISTED.match(text):
        return "list"
    return "heading" if len(text) <= _LONGEST_HEADING and _MARK.search(text) is None else "paragraph"
