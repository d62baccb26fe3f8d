"""Names that are written by their sounds: of Tibetan, Mongol, Uyghur and Kazakh speech, and of other countries."""

from __future__ import annotations

import re
from collections.abc import Callable

from loaders.press.knowledge import rows
from loaders.press.lexicon import Lexicon

_DOTTED = re.compile(r"[\u3400-\u9fff]{1,7}(?:[·•・][\u3400-\u9fff]{1,9})+")
_DOT = re.compile("[·•・]")
_LEAST, _LONGEST, _PARTS = 3, 8, 3
# How strange a character of a name with a dot is: one that names are spelt with, any other, and the most that they may be on average.
_SOUND, _STRANGE, _MOST = 4.5, 9.0, 7.0

Ends = Callable[[str, int], bool]
"""Whether a name may end at a place of a text."""


class Sounds:
    """Finds names that have no family name, by the characters that they are spelt with."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        kinds: dict[str, list[str]] = {}
        for kind, *words in rows("transliterated"):
            kinds.setdefault(kind, []).extend(words)
        first, second = "".join(kinds["first"]), "".join(kinds["second"])
        self.first = frozenset(first)
        self.run = re.compile(rf"[{first}]{{{_LEAST},6}}")
        self.wider = re.compile(rf"[{first}{second}]{{4,7}}")
        self.parts = frozenset(kinds["part"])
        self.initials = self.first | {part[0] for part in self.parts}
        self.spelt = frozenset(first + second + "".join(kinds["western"]) + "".join(self.parts))

    def dotted(self, text: str, start: int) -> int:
        """Where a name with a dot ends that begins at a place (阿依古丽·买买提), or 0; its last part ends before the next word."""
        run = _DOTTED.match(text, start) if _DOT.search(text, start + 1, start + _LONGEST) is not None else None
        if run is None:
            return 0
        last = start + max(dot.end() for dot in _DOT.finditer(run[0]))
        ends = range(min(last + 2, run.end()), min(last + 6, run.end()) + 1)
        end = min(ends, key=lambda at: (self._strange(text[last:at]) + self.lexicon.cost(text, at, run.end()), -at))
        letters = _DOT.sub("", text[start:end])
        return end if self._strange(letters) <= _MOST * len(letters) else 0

    def parted(self, text: str, start: int, ends: Ends) -> int:
        """Where the longest name ends that is made of known parts and at most one more character (索南扎西), or 0."""
        found = 0
        states = {(start, 0, 0)} if text[start : start + 1] in self.initials else set()
        while states:
            at, parts, more = states.pop()
            if parts and at > found and at - start >= 2 and ends(text, at):
                found = at
            if parts < _PARTS:
                for length in (2, 3, 4):
                    if text[at : at + length] in self.parts and at + length - start <= _LONGEST:
                        states.add((at + length, parts + 1, more))
            if more == 0 and text[at : at + 1] in self.first and at - start < _LONGEST:
                states.add((at + 1, parts, 1))
        return found

    def sounding(self, text: str, start: int, ends: Ends) -> int:
        """Where the longest name ends that is spelt with the usual characters, or 0."""
        for pattern in (self.wider, self.run):
            run = pattern.match(text, start)
            for end in range(run.end() if run is not None else 0, start + _LEAST - 1, -1):
                enough = pattern is self.run or 2 * sum(c in self.first for c in text[start:end]) >= end - start > _LEAST
                if enough and ends(text, end):
                    return end
        return 0

    def is_parted(self, text: str) -> bool:
        """Whether the whole text is made of known parts and at most one more character."""
        return self.parted(text, 0, lambda _, at: at == len(text)) == len(text) > 0

    def _strange(self, letters: str) -> float:
        return sum(_SOUND if letter in self.spelt else _STRANGE for letter in letters)
