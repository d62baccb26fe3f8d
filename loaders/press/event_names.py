"""Names of events: their kinds by their last words, and how they are written in full."""

from __future__ import annotations

import re

from loaders.press.bodies.organisation import Organisation
from loaders.press.knowledge import knowledge
from loaders.press.places import Places

# What is no part of a name before it: its theme, how long it lasts.
_THEME = re.compile(r"^(?:以[“\"「][^”\"」]*[”\"」]为(?:主题|题)的?|为期[^，。；的]{1,6}的)+")


class EventNames:
    """Knows how events are called."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self.kinds: list[tuple[str, re.Pattern[str]]] = [(kind, re.compile(pattern)) for kind, pattern in knowledge("events")["kinds"]]

    def kind(self, name: str) -> str:
        """The kind that the last words of a name make."""
        plain = re.sub(r"[（(][^）)]*[)）]", "", name).rstrip('”」"')
        return next(kind for kind, pattern in self.kinds if pattern.search(plain))

    def stands_alone(self, name: str) -> bool:
        """Whether a name says by itself whose the event is: it has a place, an ordinal, a year or a quoted name in front."""
        return self.places.at(name, 0) is not None or name.startswith(("全省", "全市", "全国", "第", "首届", "“", "2")) or name[0] == '"'

    def plain(self, name: str) -> str:
        """A name without its theme or its length before it (以“…”为主题的, 为期三天的), its brackets full-width."""
        return _THEME.sub("", name).replace("(", "（").replace(")", "）")

    def expand(self, written: str, start: int, bodies: list[Organisation]) -> str:
        """A name that begins with a short form of a body begins with its full one."""
        first = next((o for o in bodies if o.start == start and o.end < start + len(written)), None)
        name = first.name + written[first.end - start :] if first is not None else written
        return self.plain(name)
