"""Where an event takes place: the division and the venue that the words behind 在 give."""

from __future__ import annotations

from loaders.press.event import Event
from loaders.press.knowledge import knowledge
from loaders.press.organisations import Organisations
from loaders.press.places import Places


class Venues:
    """Tells divisions from venues."""

    def __init__(self, organisations: Organisations, places: Places) -> None:
        self.organisations, self.places = organisations, places
        self.letters: dict[str, str] = knowledge("events")["letters"]

    def put(self, event: Event, where: str, start: int) -> None:
        """Give an event the place and the venue that the words at ``start`` tell."""
        found = self.places.at(where, 0)
        if found is None and len(where) == 1 and (city := self.places.by_letter(where) or self.letters.get(where, "")):
            event.place = (city, start, start + 1)
            return
        if found is None:
            if len(where) > 2:
                event.venue = (where, start, start + len(where))
            return
        end, full = found
        rest = where[end:]
        if rest and where[end - 1] not in "省市区县州旗" and self.places.at(rest, 0) is None:
            event.venue = (where, start, start + len(where))  # a body that is called after a place: 某某职业技术学院
            return
        if rest and (self._is_site(where) or self.places.at(where[:2] + rest, 0) is None):
            event.venue = (
                where if where[end - 1] in "省市" and not rest[0].isascii() and self._is_site(where) else rest,
                start,
                start + len(where),
            )
        event.place = (full, start, start + end)

    def _is_site(self, where: str) -> bool:
        return (
            self.organisations.endings.kinds.get(next((e for e in self.organisations.endings.kinds if where.endswith(e)), ""), "")
            == "venue"
        )
