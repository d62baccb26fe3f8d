"""The characters of a text file: which encoding it is in, and its text with line ends as LF."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable

from kg.errors import InputError

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_HAN = range(0x4E00, 0xA000)
_SAMPLE = 20_000
_LETTERS = re.compile("[\u3400-\u9fff]+")
_LEAST_LETTERS = 20
# The first bytes of the common characters: the first level of GB 2312.
_COMMON = bytes(range(0xB0, 0xD8))


def decode(data: bytes, place: str, *, declared: str = "") -> tuple[str, str]:
    """The characters of a file and the name of its encoding: ``utf-8``, ``utf-16-le``, ``utf-16-be``, ``gb18030`` or ``big5``.

    Args:
        data: all of the file.
        place: what to call it in errors.
        declared: the encoding that a page of HTML says it is in; without it GB 18030 must look like Chinese to be believed.

    Raises:
        InputError: it is empty, binary, or of an unknown encoding.
    """
    encoding, text = _decode(data, place, declared)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise InputError(f"{place} is empty; give the text of an edition.")
    return text, encoding


def _decode(data: bytes, place: str, declared: str) -> tuple[str, str]:
    if not data.strip():
        raise InputError(f"{place} is empty; give the text of an edition.")
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return encoding, _strictly(data, encoding, place)
    if b"\x00" in data:
        return _without_mark(data, place)
    for encoding in ("utf-8", "big5" if declared == "big5" else "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "utf-8" or declared or _is_chinese(text):
            return encoding, _printable(text, place)
    raise InputError(f"{place} is in an encoding that is not known here; save it as UTF-8.")


def _strictly(data: bytes, encoding: str, place: str) -> str:
    try:
        return _printable(data.decode(encoding), place)
    except UnicodeDecodeError as exc:
        raise InputError(f"{place} begins as {encoding} but is not that encoding at byte {exc.start}; save it as UTF-8.") from exc


def _without_mark(data: bytes, place: str) -> tuple[str, str]:
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
                return encoding, _printable(text, place)
    raise InputError(f"{place} is a binary file; give a text file.")


def _is_chinese(text: str) -> bool:
    """Whether most letters are common Chinese ones, as in no wrong decoding."""
    letters = [c for c in text[:_SAMPLE] if c.isalpha()]
    return len(letters) > 0 and sum(ord(c) in _HAN for c in letters) > 0.6 * len(letters) and _has_common(text)


def _has_common(text: str) -> bool:
    common = sum(text[:_SAMPLE].count(c) for c in "的，。、一是在工会和了人")
    return common * 50 >= min(len(text), _SAMPLE)


def _printable(text: str, place: str) -> str:
    control = sum(ord(c) < 0x20 and c not in "\t\n\r\f" for c in text[:_SAMPLE])
    if control * 100 > min(len(text), _SAMPLE):
        raise InputError(f"{place} is a binary file; give a text file.")
    return text


def is_noise(text: str) -> bool:
    """Whether a text is no Chinese that anybody wrote: of its characters fewer than half are among the 3,755 common ones of GB 2312.

    The characters must be simplified ones; a text with few of them is none.
    """
    letters = "".join(_LETTERS.findall(text))
    rare = len(letters.encode("gb2312", "ignore")[::2].translate(None, _COMMON))
    common = len(letters.encode("gb2312", "ignore")) // 2 - rare
    return len(letters) >= _LEAST_LETTERS and 2 * common < len(letters)
