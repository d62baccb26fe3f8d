"""The kept text of an edition: its characters, what they were taken from, and where its pages begin."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Kept:
    """The text that all spans count in, line ends as LF.

    Attributes:
        text: of a text file its characters, of other formats the text taken out.
        form: the encoding of a text file (``utf-8``), else the format (``pdf``, ``docx``, ``html utf-8``).
        pages: the offset of each page's first character, from page 1; empty where the format has no pages.
        blank: the pages on which no text was found, from 1.
    """

    text: str
    form: str
    pages: tuple[int, ...] = ()
    blank: tuple[int, ...] = field(default=())

    def page(self, offset: int) -> int:
        """The page of a character, from 1, or 0 where none is known."""
        return bisect_right(self.pages, offset) if self.pages else 0


def joined(parts: Sequence[Kept]) -> Kept:
    """The text of an edition that comes in parts, one after the other; where one part has pages, one without is a page."""
    if len(parts) == 1:
        return parts[0]
    text, pages, blank = "", list[int](), list[int]()
    for part in parts:
        blank += [len(pages) + number for number in part.blank]
        pages += [len(text) + start for start in part.pages or (0,)]
        text += part.text if part.text.endswith("\n") else part.text + "\n"
    forms = ", ".join(dict.fromkeys(part.form for part in parts))
    return Kept(text, forms, tuple(pages) if any(part.pages for part in parts) else (), tuple(blank))


def whole(text: str) -> str:
    """The text with what is no character (a half of a surrogate pair) replaced by U+FFFD, one for one."""
    return _LONE_SURROGATE.sub("\ufffd", text)
