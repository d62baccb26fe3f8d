"""Blanking names at equal length, so that every span stays where it is."""

from __future__ import annotations

import re
from collections.abc import Iterable

BLANK = "█"
_BETWEEN = r"[\s*]*"
"""What may stand inside a name in a text: spaces, line breaks, the marks of bold type."""


class Blanker:
    """Replaces each character of the given names, but not inside the longer names that are to stay (张伟 in 张伟明)."""

    def __init__(self, names: Iterable[str], others: Iterable[str] = ()) -> None:
        wanted = {name for name in names if len(name) > 1}
        longer = {other for other in others if any(name in other for name in wanted)} - wanted
        kept, gone = ("|".join(map(_pattern, sorted(group, key=lambda n: (-len(n), n)))) for group in (longer, wanted))
        self.pattern = re.compile(f"(?P<kept>{kept})|{gone}" if longer else f"(?P<kept>(?!)){'|' + gone if wanted else ''}")

    def __call__(self, text: str) -> str:
        """The text with the names blanked."""
        return self.pattern.sub(lambda found: found[0] if found["kept"] is not None else re.sub(r"[^\s*]", BLANK, found[0]), text)


def _pattern(name: str) -> str:
    return _BETWEEN.join(map(re.escape, name.replace(" ", "")))
