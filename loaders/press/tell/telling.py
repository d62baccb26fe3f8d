"""A document while its programmes, contests and projects are told: the topic, the contests' full names, what was said already."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.claim import Party, Value
from loaders.press.bodies.organisation import Organisation
from loaders.press.claims import run
from loaders.press.marks import last_of
from loaders.press.occurrences import Occurrences
from loaders.press.page import Page
from loaders.press.tell.people import body
from loaders.press.things import Thing
from loaders.press.topics import Topic

_HOLDS = re.compile(r"(?:举办|主办|承办|协办|启动|组织举办|联合举办|联合主办)了?(?:首届|第[一二三四五六七八九十\d]+届)?$")
_ROLES = {"主办": "host", "承办": "undertaker", "协办": "co-organiser", "联合主办": "joint-host"}
_AND = re.compile("[、和及与]|以及")
_YEAR = 4
_COUNTED = re.compile(r"\s*(?:近|约|超)?\d")
# What a paragraph proposes nobody holds yet: 建议健全机制，定期举办某赛.
_PROPOSED = re.compile("建议|对策|应当|亟需|亟须|今后|下一步")
_SILENT = re.compile(r"(?!.*(?:关于|决定|拟))(?:公司|企业|集团|并|先后|每年|已)?[^的]{0,10}")


@dataclass(frozen=True)
class Said:
    """What was said of the last thing of a unit, and goes on in a list (某某参与甲、乙建设): who, and where the words begin."""

    found: Occurrences
    end: int
    agent: str
    begins: int


@dataclass
class Telling:
    """What is known at a unit.

    Attributes:
        topic: the body that the document speaks of here.
        known: the contests of the whole document by their full names, in the order of the text.
        mentions: of the contests that were named up to here, in the order of the text.
        years: of contests, by their full names.
        said: of the last thing with one, who works on it (``worker``) or holds it (a role).
        period: the time of which all that the document tells is, where its heading says so (2024年工作总结).
    """

    page: Page
    topic: Topic = field(default_factory=Topic)
    known: dict[str, Thing] = field(default_factory=dict)
    mentions: dict[str, str] = field(default_factory=dict)
    years: dict[str, int] = field(default_factory=dict)
    said: dict[str, Said] = field(default_factory=dict)
    period: str = ""

    @property
    def firms(self) -> tuple[str, ...]:
        """Short names of enterprises that the document introduces."""
        return tuple(short for short, (_, kind) in self.page.context.short_forms.items() if kind == "enterprise")

    @property
    def year(self) -> int:
        """The year of the document's period, 0 where it is no single year."""
        return int(self.period) if len(self.period) == _YEAR else 0

    def division(self, unit: str, text: str, position: int) -> str:
        """What a bare 市, 省, 区 or 县 means: 市 that of the topic, where it has one."""
        city = self.page.finders.places.city_in(self.topic.body.name) if unit == "市" and self.topic.body is not None else ""
        return city or self.page.context.division(unit, text, position)

    def goes_on(self, what: str, found: Occurrences, thing: Thing) -> tuple[str, int]:
        """Who was said of the thing before in a list, and where the words begin that say so; nobody where none was."""
        one = self.said.get(what)
        if one is None or one.found is not found or not _AND.fullmatch(found.text, min(one.end, thing.start), thing.start):
            return "", 0
        return one.agent, one.begins

    def name(self, found: Occurrences, thing: Thing, values: Iterable[Value], parties: Iterable[Party] = ()) -> str:
        """Name a thing; what is said of it is said where the document names it first. Return its mention."""
        span = (found.paragraph.span(thing.start, thing.end),)
        first = (thing.what, thing.name) not in self.page.named
        self.page.named.add((thing.what, thing.name))
        return self.page.claims.entity(thing.what, thing.name, span, values=values if first else (), parties=parties if first else ())

    def held(self, found: Occurrences, thing: Thing, mention: str) -> None:
        """某某举办某赛: state who holds, hosts or begins it, outside of what an event of the unit tells."""
        hold = _HOLDS.search(found.text, max(0, thing.start - 16), thing.start)
        organisation, begins = self.goes_on("holder", found, thing) if hold is None else ("", 0)
        if organisation and ("held", mention) not in self.page.named:
            self._holds(found, thing, mention, organisation, begins, "holder")
        if hold is None or any(e.dated.begins <= thing.start < e.end for e in found.events):
            return
        agent = self._agent(found, hold.start())
        if agent is None or _COUNTED.match(found.text, thing.end) or ("held", mention) in self.page.named:
            return
        begins, organisation = agent
        role = _ROLES.get(re.sub(r"[^主承协办联合]", "", hold[0]), "holder")
        self._holds(found, thing, mention, organisation, begins, role)

    def _holds(self, found: Occurrences, thing: Thing, mention: str, organisation: str, begins: int, role: str) -> None:
        self.page.named.add(("held", mention))
        if role == "holder":
            self.said["holder"] = Said(found, thing.end, organisation, begins)
        self.page.claims.fact(
            "Organising",
            run(found.paragraph, begins, thing.end, (thing.start, thing.end)),
            {"organization": organisation, "activity": mention},
            {"role": role},
        )

    def _agent(self, found: Occurrences, position: int) -> tuple[int, str] | None:
        """Who leads the clause before a verb, and from where on: its last body, or the topic where it has none and says 公司 or nothing."""
        clause = last_of(found.text, "，。；：,;:", position) + 1
        before = [b for b in found.bodies if clause <= b.start and b.end <= position]
        if before and re.fullmatch(r"[^，。；、的]{0,12}", found.text[before[-1].end : position]):
            return before[-1].start, body(self.page, found.paragraph, before[-1])
        proposed = _PROPOSED.search(found.text, 0, position) is not None
        if not before and not proposed and self.topic.body is not None and _SILENT.fullmatch(found.text[clause:position]):
            return position, self.topic.mention
        return None

    def leading(self, found: Occurrences, position: int) -> Organisation | None:
        """The body with which the clause of a place begins."""
        clause = last_of(found.text, "，。；,;", position) + 1
        return next((b for b in found.bodies if b.start == clause and b.end <= position), None)
