"""Names of people: where one begins and ends. Rules give the right end that a model of characters misses."""

from __future__ import annotations

import re

from loaders.press.knowledge import knowledge, longest_first, surnames

_HAN = re.compile(r"[\u3400-\u9fff]")
_MARKS = ' \t　,，。、；;：:！!？?（(）)“”"‘’|｜《》[]【】—-…0123456789'
_FOREIGN = re.compile(r"[\u3400-\u9fff]{2,6}(?:[·•・][\u3400-\u9fff]{2,6})+")


class Names:
    """Finds where a name ends that begins at a given place."""

    def __init__(self) -> None:
        words = knowledge("roles")
        self.single, self.double = surnames()
        self.long = re.compile("|".join(longest_first(words["follow_long"])))
        self.short = frozenset(words["follow_short"])
        self.never = frozenset(words["never_in_names"])
        self.words = frozenset(words["not_names"])
        self.offices = tuple(words["offices_end"])

    def end(self, text: str, start: int, known: frozenset[str] | set[str] = frozenset()) -> int:
        """Where the name that begins at ``start`` ends, or 0 where none begins there.

        A name already known in the document wins; else family name and two characters, then one, where a mark or a word
        follows that people in the news are followed by.
        """
        foreign = _FOREIGN.match(text, start)
        if foreign is not None:
            return foreign.end()
        for length in (4, 3, 2):
            if start + length <= len(text) and text[start : start + length] in known and self._ends(text, start + length):
                return start + length
        first = 2 if text[start : start + 2] in self.double else 1 if text[start : start + 1] in self.single else 0
        if first == 0:
            return 0
        longer, shorter = start + first + 2, start + first + 1
        if self._fits(text, start, longer) and not (self.long.match(text, shorter) and self._fits(text, start, shorter)):
            return longer
        return shorter if self._fits(text, start, shorter) else 0

    def is_name(self, text: str) -> bool:
        """Whether the whole text is formed like a name of two to four characters."""
        return 2 <= len(text) <= 4 and self._formed(text)

    def _formed(self, text: str) -> bool:
        if text[:2] in self.words or not all(_HAN.match(c) for c in text):
            return False
        return (text[:2] in self.double and len(text) > 2) or (text[0] in self.single and len(text) <= 3)

    def _fits(self, text: str, start: int, end: int) -> bool:
        return end <= len(text) and text[end - 1] not in self.never and self._formed(text[start:end]) and self._ends(text, end)

    def _ends(self, text: str, end: int) -> bool:
        if end >= len(text) or text[end] in _MARKS:
            return True
        return text[end] in self.short or self.long.match(text, end) is not None
