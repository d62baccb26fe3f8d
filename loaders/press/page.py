"""A document while it is read: its lines and units, and what it has told so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.document import Document, Notice
from loaders.press.claims import Claims
from loaders.press.event import Event
from loaders.press.finders import Finders
from loaders.press.flow import lines
from loaders.press.issued import first_date
from loaders.press.namesakes import Namesakes
from loaders.press.person import Known
from loaders.press.tagged import Tagged
from loaders.press.tenures import since_of_all
from loaders.press.text import is_noise
from loaders.press.units import Unit, units

if TYPE_CHECKING:
    from loaders.press.occurrences import Occurrences


class Page:
    """One document of an edition, with what it has told so far.

    Args:
        text: the edition's kept text.
        reference: the partial date that days without a year are of, where the document gives none.
        cover: the id of the edition's cover, empty where it has none.

    Attributes:
        units: what it is made of, in order.
        found: what occurs in those that are read as running text.
        context: which division a bare 省 or 市 means here, and which short forms were introduced.
        known: the people whom it has named.
        event: the one told last; ``activity`` is its mention, ``whole`` that of its competition, ``contest`` the competition's name;
            ``spoken`` is the contest that running text named last.
        since: the day from which it says that all are in the posts that it gives, else empty.
        subject: the mention of the person whom the last unit with people told of first.
        contests: the contests that it names in full, once they were looked for.
        read: the numbers of lines that lists have told whole, so that nothing else reads them.
        namesakes: people of one name whom it tells apart.
        notices: what was met and not known.
        named: programmes, contests and projects of which all was said, and who runs them.
        apart: pairs of mentions that are certainly two people.
    """

    def __init__(self, finders: Finders, text: str, document: Document, reference: str, cover: str = "") -> None:
        self.finders, self.text, self.document, self.cover = finders, text, document, cover
        self.lines = list(lines(text, document.start, document.end))
        self.units = list(units(text, document))
        self.found: list[Occurrences] = []
        self.claims = Claims(document, finders.model)
        self.context, self.known = finders.context(document.title), Known()
        whole = text[document.start : document.end]
        self.reference, self.since = document.issued or first_date(whole) or reference, since_of_all(whole)
        self.event: Event | None = None
        self.activity, self.whole, self.contest, self.spoken = "", "", "", ""
        self.named: set[tuple[str, str]] = set()
        self.subject = ""
        self.read: set[int] = set()
        self.contests: list[str] | None = None
        self.namesakes = Namesakes()
        self.notices: list[Notice] = []
        self.apart: list[tuple[str, str]] = []
        self._tagged: dict[Unit, tuple[Tagged, ...]] | None = None

    def notice(self, notice: Notice) -> None:
        """Take down a notice, unless the document has told the same words already."""
        if not any((one.kind, one.words) == (notice.kind, notice.words) for one in self.notices):
            self.notices.append(notice)

    def tagged(self, unit: Unit) -> tuple[Tagged, ...]:
        """What the tagger takes for names in a unit of the document; nothing without one."""
        if self._tagged is None:
            tagger = self.finders.tagger
            self._tagged = (
                dict(zip(self.units, tagger.spans(["" if is_noise(u.text) else u.text for u in self.units]), strict=True)) if tagger else {}
            )
        return self._tagged.get(unit, ())
