"""Common words of the language, by which the end of a name is told from the beginning of the next word."""

from __future__ import annotations

from loaders.press.knowledge import rows

_LONGEST = 4
# How rarely a run stands in a text, about the negative logarithm of its share: a common word, one more character of it; a preposition or
# an auxiliary, a verb of one character; any other character alone, and each of a run of them, which is a word that is not known here.
WORD = 8.0
_MORE, _SMALL, _ACT, _ALONE, _RUN = 0.5, 4.5, 7.0, 12.0, 6.5
# These may end a clause, those begin no word behind a name: 看了, 拄着.
_FINAL, _SUFFIXES = "的了等", "了着过们"


class Lexicon:
    """Knows common words of two characters and more, and characters that stand for a word of their own.

    Attributes:
        predicates: verbs and adverbs, which may follow the subject of a sentence; ``verbs`` are those of the file of words.
        words: these, and ``nouns``.
        alone: prepositions, auxiliaries and verbs of one character.
    """

    def __init__(self, verbs: frozenset[str]) -> None:
        kinds: dict[str, set[str]] = {}
        for kind, *words in rows("words"):
            kinds.setdefault(kind, set()).update(words)
        self.predicates = frozenset(kinds["verb"] | kinds["adverb"] | verbs)
        self.verbs, self.nouns = frozenset(kinds["verb"]), frozenset(kinds["noun"])
        self.words = self.predicates | self.nouns
        self.small, self.act = frozenset(kinds["small"]), frozenset(kinds["act"])
        self.alone = self.small | self.act

    def word_at(self, text: str, start: int) -> str:
        """The longest common word that begins at a place, or nothing."""
        return next((run for n in range(_LONGEST, 1, -1) if len(run := text[start : start + n]) == n and run in self.words), "")

    def cost(self, text: str, start: int, end: int) -> float:
        """How strange it is that words begin at ``start`` and go on to ``end``, parted as they are best; a word may go beyond."""
        best = [0.0] * (end - start + 1)
        for at in range(end - 1, start - 1, -1):
            rest = best[at - start + 1 :]
            least = rest[0] + (_ALONE if at == start and text[at] in _SUFFIXES else self._character(text[at], text[at + 1 : at + 2]))
            for length in range(2, _LONGEST + 1):
                if text[at : at + length] in self.words:
                    least = min(least, WORD + (length - 2) * _MORE + rest[min(length, len(rest)) - 1])
            for length in range(2, len(rest) + 1):
                least = min(least, length * _RUN + rest[length - 1])
            best[at - start] = least
        return best[0]

    def _character(self, char: str, after: str) -> float:
        """How strange a character is as a word; prepositions and auxiliaries do not end a clause."""
        if char in self.small and (after.isalnum() or char in _FINAL):
            return _SMALL
        return _ACT if char in self.act else _ALONE if char.isalpha() else 0.0
