"""Who stands in a line of a list of winners: names with their bodies behind, before or in brackets, bodies, several in a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from loaders.press.names import Names
from loaders.press.rows import Run, is_spaced

_SPLIT = re.compile(r"[^、,，;；\t]+")
_WORD = re.compile(r"[^\s　]+(?:[\s　]*[（(][^（()）]{1,30}[)）])?")
_NAME = re.compile(r"(?P<name>[\u3400-\u9fff][\u3400-\u9fff·]{1,5})(?:[\s　]*[（(](?P<more>[^（()）]{1,30})[)）])?$")
# What a column beside the name says of a person that is no body: 男, 女, 汉族, 35岁.
_ASIDE = re.compile(r"[男女]|[\u3400-\u9fff]{1,4}族|\d{2}岁?|[一二三四五六七八九十]+")
_LEAST_BODY = 4


@dataclass(frozen=True, slots=True)
class Entry:
    """One of a list: a person, or a body where ``is_body``; ``body`` is the person's where one is told.

    ``work`` is what wins, where the line names it; ``end`` is of all.
    """

    who: Run
    end: int
    is_body: bool = False
    body: Run | None = None
    work: Run | None = None


class WinnerEntries:
    """Reads the lines of lists; ``endings`` are those of the names of bodies."""

    def __init__(self, names: Names, endings: Iterable[str]) -> None:
        self.names = names
        self.kinds = tuple(endings)

    def find(self, text: str, start: int, begin: int) -> Iterator[Entry]:
        """The entries of a line from ``begin`` on, up to the first piece that is none; ``start`` is the line's place."""
        for piece in _SPLIT.finditer(text, begin):
            words = self._words(text, start, piece.start(), piece.end())
            if not words:
                continue
            entries = list(self._of(words, text, start))
            if not entries:
                return
            yield from entries

    def _words(self, text: str, start: int, begin: int, end: int) -> list[Run]:
        """The words of a piece; a name set apart letter by letter is one."""
        found = [
            Run(m[0].rstrip("。"), start + m.start(), start + m.start() + len(m[0].rstrip("。"))) for m in _WORD.finditer(text, begin, end)
        ]
        joined: list[Run] = []
        for one in (word for word in found if word.words):
            before = joined[-1] if joined else None
            if (
                before is not None
                and len(before.words) == 1
                and is_spaced(before.words, one.words[:1], self.names)
                and _is_letter(one.words)
            ):
                joined[-1] = Run(before.words + one.words, before.start, one.end)
            else:
                joined.append(one)
        return joined

    def _of(self, words: list[Run], text: str, start: int) -> Iterator[Entry]:
        """The entries of some words: a name begins one, or ends it where the bodies stand first."""
        named = [self._named(one) for one in words]
        if named[0] is None and not any(named):
            yield from self._bodies(words, text, start)
            return
        rest: list[Run] = []
        if named[0] is None:
            for one, who in zip(words, named, strict=True):
                if who is not None:
                    yield Entry(who.who, one.end, body=_joined(rest, text, start) or who.body)
                rest = [] if who is not None else [*rest, one]
            return
        current = named[0]
        for one, who in zip(words[1:], named[1:], strict=True):
            if who is not None and (rest or not any(n is None for n in named)):
                yield _whole(current, rest, text, start)
                current, rest = who, []
            elif _ASIDE.fullmatch(one.words) is None:
                rest.append(one)
        yield _whole(current, rest, text, start)

    def _named(self, word: Run) -> Entry | None:
        hit = _NAME.match(word.words)
        if hit is None or not self.names.is_name(hit["name"]):
            return None
        spaced = word.end - word.start - len(word.words)
        more = hit["more"] or ""
        begins = word.start + spaced + hit.start("more")
        body = Run(more, begins, begins + len(more)) if len(more) >= _LEAST_BODY else None
        return Entry(Run(hit["name"], word.start, word.start + spaced + hit.end("name")), word.end, body=body)

    def _bodies(self, words: list[Run], text: str, start: int) -> Iterator[Entry]:
        each = all(len(one.words) >= _LEAST_BODY and one.words.endswith(self.kinds) for one in words)
        whole = _joined(words, text, start)
        for one in words if each else [whole]:
            if one is not None and len(one.words) >= _LEAST_BODY and one.words.endswith(self.kinds):
                yield Entry(one, one.end, is_body=True)


def _is_letter(words: str) -> bool:
    return len(words) == 1 or words[1:2] in ("（", "(")


def _whole(entry: Entry, rest: list[Run], text: str, start: int) -> Entry:
    return Entry(entry.who, rest[-1].end, body=_joined(rest, text, start)) if rest else entry


def _joined(words: list[Run], text: str, start: int) -> Run | None:
    if not words:
        return None
    return Run(text[words[0].start - start : words[-1].end - start], words[0].start, words[-1].end)
