"""The text of a file: which encoding it is in, and its characters with line ends as LF."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from pathlib import Path

from kg.errors import InputError

LARGEST = 20 * 2**20
"""The largest file that is read, in bytes: some two hundred issues in one file are no issue."""

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_HAN = range(0x4E00, 0xA000)
_SAMPLE = 20_000


def read_text(path: Path) -> tuple[str, str]:
    """The file's characters and the name of its encoding: ``utf-8``, ``utf-16-le``, ``utf-16-be`` or ``gb18030``.

    Raises:
        InputError: it is missing, a folder, empty, binary, too large, not allowed to be read, or of an unknown encoding.
    """
    data = _bytes(path)
    encoding, text = _decode(data, path)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise InputError(f"{path} is empty; give the text of an edition.")
    return text, encoding


def _bytes(path: Path) -> bytes:
    if path.is_dir():
        raise InputError(f"{path} is a folder; give the files in it, one after the other.")
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise InputError(f"{path} has {size / 2**20:.0f} MB, more than the {LARGEST // 2**20} MB of an edition; split it.")
        return path.read_bytes()
    except FileNotFoundError as exc:
        raise InputError(f"{path} is not there; look at its name and folder.") from exc
    except OSError as exc:
        raise InputError(f"{path} cannot be read ({exc.strerror}).") from exc


def _decode(data: bytes, path: Path) -> tuple[str, str]:
    if not data.strip():
        raise InputError(f"{path} is empty; give the text of an edition.")
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return encoding, _strictly(data, encoding, path)
    if b"\x00" in data:
        return _without_mark(data, path)
    for encoding in ("utf-8", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "utf-8" or _is_chinese(text):
            return encoding, _printable(text, path)
    raise InputError(f"{path} is in an encoding that is not known here; save it as UTF-8.")


def _strictly(data: bytes, encoding: str, path: Path) -> str:
    try:
        return _printable(data.decode(encoding), path)
    except UnicodeDecodeError as exc:
        raise InputError(f"{path} begins as {encoding} but is not that encoding at byte {exc.start}; save it as UTF-8.") from exc


def _without_mark(data: bytes, path: Path) -> tuple[str, str]:
    def zeros(first: int) -> int:
        return data[first:_SAMPLE:2].count(0)

    order: Callable[[str], bool] = lambda e: zeros(0 if e == "utf-16-be" else 1) >= zeros(1 if e == "utf-16-be" else 0)  # noqa: E731
    for encoding in ("utf-16-le", "utf-16-be"):
        if order(encoding):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                continue
            if "\x00" not in text and _is_chinese(text):
                return encoding, _printable(text, path)
    raise InputError(f"{path} is a binary file; give a text file.")


def _is_chinese(text: str) -> bool:
    """Whether most letters are common Chinese ones, as in no wrong decoding."""
    letters = [c for c in text[:_SAMPLE] if c.isalpha()]
    return len(letters) > 0 and sum(ord(c) in _HAN for c in letters) > 0.6 * len(letters) and _has_common(text)


def _has_common(text: str) -> bool:
    common = sum(text[:_SAMPLE].count(c) for c in "的，。、一是在工会和了人")
    return common * 50 >= min(len(text), _SAMPLE)


def _printable(text: str, path: Path) -> str:
    control = sum(ord(c) < 0x20 and c not in "\t\n\r\f" for c in text[:_SAMPLE])
    if control * 100 > min(len(text), _SAMPLE):
        raise InputError(f"{path} is a binary file; give a text file.")
    return text
