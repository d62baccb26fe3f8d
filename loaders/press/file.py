"""An edition's file: its bytes, which format they are, and the text that is kept of it."""

from __future__ import annotations

import re
from pathlib import Path

from kg.errors import InputError
from loaders.press.kept import Kept, joined
from loaders.press.text import decode

LARGEST = 20 * 2**20
"""The largest file that is read, in bytes: some two hundred issues in one file are no issue."""

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ARCHIVE = b"PK\x03\x04"
_PAGE = re.compile(
    rb"[\xef\xbb\xbf\xff\xfe\s]*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,1000}-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.I
)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]{1,20})", re.I)
SUFFIXES = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".pdf", ".docx")
"""How the names of files end that are taken for editions in a folder; a file that is named itself may end otherwise."""


def kept_of(path: Path) -> Kept:
    """The text that is kept of a file, or of a folder that holds the parts of one edition, in the order of their names.

    Raises:
        InputError: a file cannot be read, or the folder holds none.
    """
    if not path.is_dir():
        return kept(read_bytes(path), str(path))
    parts = [part for part in sorted(path.iterdir()) if part.is_file() and part.name.lower().endswith(SUFFIXES)]
    parts = [part for part in parts if not part.name.startswith(".")]
    if not parts:
        raise InputError(f"{path} has no part of an edition in it; files that end in {', '.join(SUFFIXES)} are read.")
    return joined([kept(read_bytes(part), str(part)) for part in parts])


def read_bytes(path: Path) -> bytes:
    """The bytes of a file.

    Raises:
        InputError: it is missing, too large, or not allowed to be read.
    """
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise InputError(f"{path} has {size / 2**20:.0f} MB, more than the {LARGEST // 2**20} MB of an edition; split it.")
        return path.read_bytes()
    except FileNotFoundError as exc:
        raise InputError(f"{path} is not there; look at its name and folder.") from exc
    except OSError as exc:
        raise InputError(f"{path} cannot be read ({exc.strerror}).") from exc


def kept(data: bytes, place: str) -> Kept:
    """The text that is kept of a file, by what its bytes are, whatever it is called.

    Args:
        data: all of it.
        place: what to call it in errors.

    Raises:
        InputError: it is empty, damaged, encrypted, of a format that is not read, or holds no text.
    """
    found = _taken_out(data, place)
    if not found.text.strip():
        raise InputError(f"{place} is empty; give the text of an edition.")
    return found


def _taken_out(data: bytes, place: str) -> Kept:
    # Each format's reader is imported where one comes: most loads need none of them.
    if data.startswith(_OLD_OFFICE):
        raise InputError(f"{place} is an old Office file; save it as .docx.")
    if b"%PDF-" in data[:1024]:
        from loaders.press.formats import pdf  # noqa: PLC0415

        return pdf.read(data, place)
    if data.startswith(_ARCHIVE):
        from loaders.press.formats import docx  # noqa: PLC0415

        return docx.read(data, place)
    if _PAGE.match(data[:4096].replace(b"\x00", b"")) is not None:
        from loaders.press.formats import html  # noqa: PLC0415

        declared = _CHARSET.search(data[:4096])
        text, encoding = decode(data, place, declared=declared[1].decode().lower() if declared else "")
        return html.read(text, encoding, place)
    text, encoding = decode(data, place)
    return Kept(text, encoding, _pages(text))


def _pages(text: str) -> tuple[int, ...]:
    """Where the pages of a text begin that has form feeds between them, as programs write that take text out of PDF."""
    starts = [hit.end() for hit in re.finditer("\f", text)]
    return (0, *starts) if starts else ()
