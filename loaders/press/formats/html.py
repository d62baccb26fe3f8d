"""HTML: the article of a page, without navigation and what stands around it; tables as rows of cells with tabs between.

A block is a run of text between tags that break lines. What is mostly links belongs to no article; the article reaches from its
title, or just before the first block of running text, to just after the last one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree
from lxml import html as parser

from kg.errors import InputError
from loaders.press.kept import Kept, whole

_DROPPED = re.compile(
    "script|style|noscript|template|iframe|svg|nav|footer|aside|button|select|textarea|head|object|canvas|video|audio|map"
)
_BLOCK = re.compile(
    "p|div|section|article|main|header|h[1-6]|ul|ol|li|dl|dt|dd|br|table|thead|tbody|tfoot|tr|td|th|caption|blockquote|figure"
    "|figcaption|pre|address|hr|body|html|center|form|fieldset"
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4"))
# What pages call the parts that belong to no article, as whole words of a class or an id.
_AROUND = re.compile(
    r"(?<![a-z])(?:nav|navbar|menu|breadcrumbs?|crumbs?|sidebar|foot|footer|copyright|share|related|recommend|comments?|pagination|pager"
    r"|banner|login|search|toolbar)(?![a-z])",
    re.I,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_SPACE = re.compile(r"[ \t\r\n\u00a0\u2003]+")
_RUNNING = re.compile("[，。；！？、]")
_LEGAL = re.compile(r"版权所有|ICP备|备案号|公网安备|技术支持|未经.{0,6}授权", re.I)
_SITE = re.compile(r"\s*[-_|—–]+\s*[^-_|—–]{1,30}$")
_LEAST_RUNNING = 12
_BEFORE = 4
_AFTER = 2
_LARGEST_CELL = 200


@dataclass(frozen=True, slots=True)
class _Block:
    """A run of text: its words, how many of its characters are links, and the tag that it stands in."""

    text: str
    linked: int
    tag: str

    @property
    def is_running(self) -> bool:
        """Whether it reads as a part of an article."""
        if self.linked * 2 > len(self.text) or _LEGAL.search(self.text):
            return False
        return self.tag == "table" or (len(self.text) >= _LEAST_RUNNING and _RUNNING.search(self.text) is not None)


def read(text: str, encoding: str, place: str) -> Kept:
    """The title and the article of a page.

    Args:
        text: the page, decoded.

    Raises:
        InputError: there is no running text in it.
    """
    try:
        root = parser.fromstring(re.sub(r"^\s*<\?xml[^>]*>", "", text), parser=parser.HTMLParser(huge_tree=True, remove_comments=True))
    except (etree.LxmlError, ValueError) as exc:
        raise InputError(f"{place} holds no article; save the page that shows its text.") from exc
    title = _SITE.sub("", _squeezed(root.findtext(".//title") or ""))
    blocks = list(_blocks(root))
    running = [n for n, block in enumerate(blocks) if block.is_running]
    if not running:
        raise InputError(f"{place} holds no article; save the page that shows its text.")
    first = _first(blocks, running[0], title)
    last = running[-1] + _AFTER + 1
    lines = [b.text for b in blocks[first:last] if b.linked * 2 <= len(b.text) and not _LEGAL.search(b.text)]
    if title and title not in lines:
        lines.insert(0, title)
    return Kept(whole("\n".join(lines) + "\n"), f"html {encoding}")


def _first(blocks: list[_Block], running: int, title: str) -> int:
    """The block with which the article begins: its heading, else a few before the first running one (byline, day)."""
    for number in range(running, -1, -1):
        if blocks[number].tag in _HEADINGS or blocks[number].text == title:
            return number
    return max(0, running - _BEFORE)


def _blocks(root: etree._Element) -> Iterator[_Block]:
    """All blocks of a page in order, what stands around an article by its name left out."""
    pieces: list[str] = []
    linked, depth, tag = 0, 0, "body"

    def block() -> Iterator[_Block]:
        nonlocal linked
        text = _squeezed("".join(pieces))
        if text:
            yield _Block(text, min(linked, len(text)), tag)
        pieces.clear()
        linked = 0

    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        name = element.tag if isinstance(element.tag, str) else "script"  # an instruction to a program
        if event == "start":
            if _BLOCK.fullmatch(name):
                yield from block()
                tag = name
            if _DROPPED.fullmatch(name) or _is_around(element):
                walk.skip_subtree()
            elif name == "table" and _is_data(element):
                yield from (_Block(row, 0, "table") for row in _rows(element))
                walk.skip_subtree()
            else:
                depth += name == "a"
                pieces.append(element.text or "")
                linked += len((element.text or "").strip()) if depth else 0
        else:
            if _BLOCK.fullmatch(name):
                yield from block()
            depth -= name == "a" and depth > 0
            pieces.append(element.tail or "")
            linked += len((element.tail or "").strip()) if depth else 0
    yield from block()


def _is_around(element: etree._Element) -> bool:
    if element.tag in ("html", "body", "article", "main"):
        return False
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return _AROUND.search(names) is not None or _HIDDEN.search(element.get("style") or "") is not None


def _is_data(table: etree._Element) -> bool:
    """Whether a table holds data: at least two rows of two cells, none of which holds a table or a text of its own."""
    if table.find(".//table") is not None:
        return False
    rows = [row for row in table.iterfind(".//tr") if len(row) > 1]
    return len(rows) > 1 and all(len("".join(cell.itertext())) <= _LARGEST_CELL for row in rows for cell in row)


def _rows(table: etree._Element) -> Iterator[str]:
    caption = table.find("caption")
    if caption is not None:
        yield _squeezed("".join(caption.itertext()))
    for row in table.iterfind(".//tr"):
        text = "\t".join(_squeezed("".join(cell.itertext())) for cell in row if cell.tag in ("td", "th"))
        if text.strip():
            yield text


def _squeezed(text: str) -> str:
    return _SPACE.sub(" ", text).strip()
