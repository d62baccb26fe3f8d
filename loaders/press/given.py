"""Given names: how strange it is that characters are one."""

from __future__ import annotations

from loaders.press.knowledge import rows
from loaders.press.lexicon import Lexicon

# About the negative logarithm of the share among given names: of a common character, one that is a word of its own as well, a seldom one,
# any other, and one that never stands there.
_COMMON, _BOTH, _SELDOM, _OTHER, _NEVER = 4.6, 5.5, 7.8, 9.5, 12.0
# Of given names of two characters and of one, and what is to be added where that one hardly ever stands alone.
_TWO, _ONE, _LEADING = 0.2, 1.9, 3.0
# The most that a given name is strange which is a common word (开放, 胜利).
_WHOLE = 12.0
_TWO, _ONE, _LEADING = 0.2, 1.9, 3.0


class Given:
    """Knows characters of given names."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        kinds: dict[str, set[str]] = {}
        for kind, *characters in rows("given"):
            kinds.setdefault(kind, set()).update(characters)
        self.common, self.leading, self.seldom, self.never = (frozenset(kinds[k]) for k in ("common", "leading", "seldom", "never"))

    def cost(self, name: str) -> float:
        """How strange a given name of one or two characters is."""
        prior = _TWO if len(name) > 1 else _ONE + (_LEADING if name in self.leading else 0)
        strange = sum(map(self._character, name[1:] if len(name) > 1 and name[0] in self.leading else name))
        strange += _COMMON if len(name) > 1 and name[0] in self.leading else 0
        return prior + (min(strange, _WHOLE) if name in self.lexicon.words else strange)

    def is_usual(self, name: str) -> bool:
        """Whether all characters of a given name are such as names have."""
        return all(char in self.common or char in self.leading or char not in self.lexicon.alone | self.never for char in name)

    def _character(self, char: str) -> float:
        if char in self.common:
            return _BOTH if char in self.lexicon.alone else _COMMON
        return _SELDOM if char in self.seldom else _NEVER if char in self.never else _OTHER
