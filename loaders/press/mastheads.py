"""Mastheads: which people and bodies edit, issue and print a periodical, each behind its label."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from loaders.press.flow import Line
from loaders.press.knowledge import knowledge, longest_first
from loaders.press.names import Names
from loaders.press.rows import Run, names_in, pieces

_LEAST_LINES = 3
# What the poster of a contest has as well.
_ORGANISERS = {"supervisor", "sponsor", "co-sponsor"}
_WIDEST_GAP = 6
_VALUE_WIDTH = 40
_LONGEST_REST = 8
_SENTENCE = re.compile(r"[。；;！!？?]")
_BEHIND = r"(?P<mark>[\s　]*[:：|｜][\s　]*|[\s　]+|$)"


@dataclass(frozen=True, slots=True)
class Role:
    """A role in a publication: a code of ``publicationRole``, whether a body has it, who, and the run from its label to there."""

    code: str
    is_body: bool
    who: Run
    start: int


@dataclass(frozen=True, slots=True)
class _Label:
    words: str
    start: int
    end: int


def _spaced(label: str) -> str:
    return r"[\s　]*".join(map(re.escape, label))


@cache
def mastheads(more: tuple[tuple[str, str], ...] = ()) -> Mastheads:
    """What reads mastheads with labels of one periodical besides the usual ones, made once."""
    return Mastheads(more)


class Mastheads:
    """Finds the labels of a masthead, letter-spaced too, and what stands behind and below them.

    Args:
        more: labels of one periodical besides the usual ones, each with a code of ``publicationRole``.
    """

    def __init__(self, more: Iterable[tuple[str, str]] = ()) -> None:
        words = knowledge("publication")
        of_bodies = set(words["bodies"].values())
        self.bodies: dict[str, str] = words["bodies"] | {label: code for label, code in more if code in of_bodies}
        self.people: dict[str, str] = words["people"] | {label: code for label, code in more if code not in of_bodies}
        endings = knowledge("organisations")
        self.ends = (*endings["enterprise"], *endings["media"], *words["offices"])
        every = "|".join(map(_spaced, longest_first([*self.bodies, *self.people, *words["other"]])))
        self.first = re.compile(rf"^[\s　●■◆·•\-]*(?P<label>{every}){_BEHIND}")
        self.further = re.compile(rf"(?<=[\s　|｜；;,，])(?P<label>{every})(?P<mark>[\s　]*[:：|｜][\s　]*)")

    def extent(self, rows: list[Line]) -> tuple[int, int] | None:
        """The first masthead of some lines: the number of its first label line, and of the line after its last one.

        At least three lines with labels, not far from one another, that say more than who organises something.
        """
        block: list[int] = []
        for number, row in enumerate(rows):
            if not self._labels(row):
                continue
            if block and number - block[-1] > _WIDEST_GAP:
                if self._is_masthead(rows, block):
                    break
                block = []
            block.append(number)
        if not self._is_masthead(rows, block):
            return None
        end = block[-1] + 1
        while end < len(rows) and end - block[-1] <= 2 and self._runs_on(rows[block[-1]], rows[end]):
            end += 1
        return block[0], end

    def roles(self, rows: list[Line], names: Names) -> Iterator[Role]:
        """The roles that the lines of a masthead tell; a value may run on below its label."""
        label: _Label | None = None
        found: list[Run] = []
        for row in rows:
            labels = self._labels(row)
            if labels:
                yield from self._told(label, found, names)
                for one, after in zip(labels, [*labels[1:], None], strict=True):
                    found = pieces(row, one.end - row.start, (after.start if after else row.end) - row.start)
                    label = one
                    if after is not None:
                        yield from self._told(label, found, names)
            elif label is not None and len(row.text) <= _VALUE_WIDTH and not _SENTENCE.search(row.text):
                found += pieces(row, 0, len(row.text))
            else:
                yield from self._told(label, found, names)
                label, found = None, []
        yield from self._told(label, found, names)

    def _labels(self, row: Line) -> list[_Label]:
        hit = self.first.match(row.text) if len(row.text) <= 4 * _VALUE_WIDTH else None
        if hit is None:
            return []
        found = [hit, *self.further.finditer(row.text, hit.end())]
        return [_Label(re.sub(r"[\s　]", "", h["label"]), row.start + h.start("label"), row.start + h.end()) for h in found]

    def _is_masthead(self, rows: list[Line], block: list[int]) -> bool:
        words = {one.words for number in block for one in self._labels(rows[number])}
        codes = {self.bodies.get(word) or self.people.get(word) for word in words} - {None}
        return len(block) >= _LEAST_LINES and len(codes) > 1 and not codes <= _ORGANISERS

    def _runs_on(self, label: Line, row: Line) -> bool:
        above, below = (re.sub(r"[\s　]", "", one.text) for one in (label, row))
        return len(below) <= _LONGEST_REST and below.endswith(self.ends) and not above.endswith(self.ends)

    def _told(self, label: _Label | None, found: list[Run], names: Names) -> Iterator[Role]:
        if label is None or not found:
            return
        whole = Run("".join(one.words for one in found), found[0].start, found[-1].end)
        if label.words in self.bodies and (label.words not in self.people or whole.words.endswith(self.ends)):
            for one in self._bodies(found, whole):
                yield Role(self.bodies[label.words], True, one, label.start)
        elif label.words in self.people:
            for one in names_in(found, names):
                yield Role(self.people[label.words], False, one, label.start)

    def _bodies(self, found: list[Run], whole: Run) -> list[Run]:
        """One name, its parts set apart or on several lines; several where each part ends as a body does."""
        if len(found) > 1 and all(one.words.endswith(self.ends) and len(one.words) >= 5 for one in found):
            return found
        return [whole]
