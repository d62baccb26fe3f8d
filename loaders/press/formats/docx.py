"""Word (.docx): paragraphs, and tables as rows of cells with tabs between; pages where Word noted them.

A .docx is an archive. Only its main part is inflated, and never more of it than ``LARGEST``, whatever its directory says.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO

from lxml import etree

from kg.errors import InputError
from loaders.press.kept import Kept, whole

LARGEST = 64 * 2**20
"""The most that the main part may inflate to, in bytes; an issue of 34,000 characters has about one MB."""

_PART = "word/document.xml"
_CHUNK = 2**16
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SKIPPED = {_W + "del", _W + "moveFrom", _W + "instrText", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
_PAGE = "\f"


def read(data: bytes, place: str) -> Kept:
    """The text of a Word document.

    Raises:
        InputError: it is damaged or encrypted, or inflates beyond ``LARGEST``.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(_PART) as part:
            xml = _bounded(part, place)
        body = etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True)).find(_W + "body")
    except KeyError as exc:
        raise InputError(f"{place} is an archive without a Word document in it; give an edition.") from exc
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, etree.XMLSyntaxError) as exc:
        raise InputError(f"{place} is a damaged or encrypted Word document; save it again without a password.") from exc
    marked = "\n".join(_blocks(body)) if body is not None else ""
    starts = [0]
    for piece in marked.split(_PAGE)[:-1]:
        starts.append(starts[-1] + len(piece))
    return Kept(whole(marked.replace(_PAGE, "") + "\n"), "docx", tuple(starts) if len(starts) > 1 else ())


def _bounded(part: IO[bytes], place: str) -> bytes:
    inflated = bytearray()
    while chunk := part.read(_CHUNK):
        inflated += chunk
        if len(inflated) > LARGEST:
            raise InputError(f"{place} inflates to more than {LARGEST // 2**20} MB, as no edition does; save its text as a new document.")
    return bytes(inflated)


def _blocks(body: etree._Element) -> Iterator[str]:
    """The paragraphs and rows of a body, a form feed where a page begins."""
    for child in body:
        if child.tag == _W + "p":
            yield _text(child)
        elif child.tag == _W + "tbl":
            yield from _rows(child)
        elif child.tag in (_W + "sdt", _W + "sdtContent", _W + "customXml", _W + "ins"):
            yield from _blocks(child)


def _rows(table: etree._Element) -> Iterator[str]:
    for row in table.iter(_W + "tr"):
        cells = (" ".join(filter(None, (_text(p) for p in cell.iter(_W + "p")))) for cell in row.findall(f"./{_W}tc"))
        yield "\t".join(cell.replace("\n", " ").replace("\t", " ").strip() for cell in cells)


def _text(paragraph: etree._Element) -> str:
    """The characters of a paragraph: what was deleted in a revision left out, text boxes in."""
    pieces: list[str] = []
    position = etree.iterwalk(paragraph, events=("start", "end"))
    for event, element in position:
        if event == "end":
            if element.tag == _W + "p" and element is not paragraph:
                pieces.append("\n")
        elif element.tag in _SKIPPED:
            position.skip_subtree()
        elif element.tag == _W + "t":
            pieces.append((element.text or "").replace(_PAGE, ""))
        elif element.tag == _W + "tab":
            pieces.append("　" if element.getparent().tag == _W + "r" else "")
        elif element.tag in (_W + "br", _W + "cr", _W + "lastRenderedPageBreak"):
            starts = element.tag == _W + "lastRenderedPageBreak"
            pieces.append(_PAGE if starts else "" if element.get(_W + "type") == "page" else "\n")
    return "".join(pieces)
