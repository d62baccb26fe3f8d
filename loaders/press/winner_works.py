"""Works that win prizes, a line each: the work, the body, those who made it (矿井报警器　某某公司　甲、乙)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from loaders.press.flow import Line
from loaders.press.knowledge import knowledge, longest_first
from loaders.press.names import Names
from loaders.press.rows import Run, is_signature, names_in, pieces
from loaders.press.winner_entries import Entry

_FIELD = re.compile(r"[^\s　|｜](?:[^　\t|｜ ]| (?! ))*")
_AND = re.compile(r"[、,，;；/／]")
_QUOTES = re.compile(r"^[“《](.*)[”》]$")
_MORE = re.compile(r"\s|等(?:\d+人)?$")
_WORK = re.compile(rf"(?:{'|'.join(longest_first(knowledge('prizes')['works']))}|[”》])$")
_LEAST, _LEAST_BODY = 4, 4
_FIELDS = (2, 3, 4)


class WinnerWorks:
    """Reads lists of works; ``endings`` are those of the names of bodies."""

    def __init__(self, names: Names, endings: Iterable[str]) -> None:
        self.names, self.kinds = names, tuple(endings)

    def find(self, row: Line, begin: int) -> list[Entry]:
        """Those of a line who won with the work that its first field names; nobody where it is no such line.

        Args:
            begin: where the words begin, behind the line's number.
        """
        fields = [_run(m[0].rstrip("。 "), row.start + m.start()) for m in _FIELD.finditer(row.text, begin)]
        if len(fields) not in _FIELDS or "。" in row.text[:-1]:
            return []
        work, rest = fields[0], fields[1:]
        makers = next((one for one in rest if self._are_people(one)), None)
        bodies = [one for one in rest if one is not makers and len(one.words) >= _LEAST_BODY and one.words.endswith(self.kinds)]
        known = len(rest) == len(bodies) + (makers is not None) and len(bodies) <= 1
        if not known or not self._is_work(work, named=makers is not None and len(bodies) > 0):
            return []
        return list(self._entries(work, makers, bodies[0] if bodies else None, row))

    def _is_work(self, work: Run, *, named: bool) -> bool:
        """Whether the first field is a work; where body and people follow, it may be any words."""
        if len(work.words) < _LEAST or is_signature(work.words, self.names) or work.words.endswith(self.kinds):
            return False
        return named or _WORK.search(work.words) is not None

    def _are_people(self, field: Run) -> bool:
        words = [one for one in _AND.split(field.words) if one]
        return len(words) > 0 and all(is_signature(_MORE.sub("", one), self.names) for one in words)

    def _entries(self, work: Run, makers: Run | None, body: Run | None, row: Line) -> Iterator[Entry]:
        end = max(one.end for one in (work, makers, body) if one is not None)
        plain = _QUOTES.fullmatch(work.words)
        item = Run(plain[1], work.start + 1, work.end - 1) if plain is not None and "”" not in plain[1] else work
        if makers is not None:
            for one in names_in(pieces(row, makers.start - row.start, makers.end - row.start), self.names):
                yield Entry(one, end, body=body, work=item)
        elif body is not None:
            yield Entry(body, end, is_body=True, work=item)


def _run(words: str, start: int) -> Run:
    return Run(words, start, start + len(words))
