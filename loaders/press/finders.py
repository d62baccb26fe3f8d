"""What looks for things in an edition: one of each kind, made for the edition's source and shared by all its documents."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.model import Model
from loaders.press.antecedents import Antecedents
from loaders.press.appointments import Appointments
from loaders.press.bylines import Bylines
from loaders.press.careers import Careers
from loaders.press.contests import Contests
from loaders.press.context import PROVINCES, Context, divisions_of, home_of
from loaders.press.employees import Employees
from loaders.press.events import Events
from loaders.press.honours import Honours
from loaders.press.mastheads import Mastheads, mastheads
from loaders.press.names import Names
from loaders.press.organisations import Organisations
from loaders.press.people import People
from loaders.press.places import Places
from loaders.press.prize_words import PrizeWords
from loaders.press.prizes import Prizes
from loaders.press.programmes import Programmes
from loaders.press.projects import Projects
from loaders.press.references import References
from loaders.press.rolls import Rolls
from loaders.press.source import PressSource
from loaders.press.tagged import Tagger
from loaders.press.winners import Winners
from loaders.press.works import Works

_HEAD = 3_000
_MASTHEAD = 200
# A line of a masthead, which tells whose paper this is.
_IMPRINT = re.compile(r"主\s*办|主\s*编|编\s*印|第\s*[\d一二三四五六七八九十]+\s*期")
_FORM = re.compile(r"(?:股份|控股|有限责任|有限)*公司$")


@dataclass(frozen=True, slots=True)
class Things:
    """What finds programmes, contests and projects."""

    programmes: Programmes
    contests: Contests
    projects: Projects


@dataclass(frozen=True, slots=True)
class Parts:
    """What reads the structured parts: mastheads, bylines, references, titles of works, prizes, tables of winners, rolls of honour."""

    mastheads: Mastheads
    bylines: Bylines
    references: References
    works: Works
    prizes: Prizes
    winners: Winners
    employees: Employees
    rolls: Rolls

    @classmethod
    def of(cls, source: PressSource, names: Names, organisations: Organisations, honours: Honours) -> Parts:
        """The finders of parts."""
        words = PrizeWords()
        winners = Winners(names, organisations, words)
        structured = mastheads(source.masthead), Bylines(names), References(names), Works()
        return cls(*structured, Prizes(words), winners, Employees(names), Rolls(honours, names))


@dataclass(frozen=True, slots=True)
class Finders:
    """All that is asked while one edition is read; ``home`` are the divisions that it is at home in, by their units."""

    model: Model
    source: PressSource
    places: Places
    names: Names
    organisations: Organisations
    honours: Honours
    people: People
    appointments: Appointments
    careers: Careers
    events: Events
    things: Things
    parts: Parts
    home: dict[str, str]
    told: Antecedents
    tagger: Tagger | None = None

    @classmethod
    def of(cls, source: PressSource, text: str, tagger: Tagger | None = None) -> Finders:
        """The finders for an edition of a source; without a tagger the rules read alone."""
        model, places = Model.load(), Places(source)
        places.learn(text)
        names, honours = Names(places), Honours(model, places)
        organisations = Organisations(places, names)
        people = People(names, organisations, honours)
        things = Things(Programmes(), Contests(places), Projects(places))
        parts = Parts.of(source, names, organisations, honours)
        home = _declared(source, places) if source.province else home_of(places, text[:_HEAD])
        found = Appointments(people), Careers(people), Events(organisations, places)
        told = _told(text[:_MASTHEAD], organisations, Context(places, home))
        return cls(model, source, places, names, organisations, honours, people, *found, things, parts, home, told, tagger)

    def context(self, title: str = "") -> Context:
        """What is known before a document is read: the home of the periodical, and the divisions of the title."""
        home = dict(self.home)
        for _, full, _ in self.places.named(title):
            home.update({k: v for k, v in divisions_of(self.places, full).items() if k not in PROVINCES})
        return Context(self.places, home, antecedents=self.told.again())


def _told(head: str, organisations: Organisations, context: Context) -> Antecedents:
    """The bodies that the head of an edition names, its publisher among them: 公司 and 集团 mean these until others are told."""
    lines = [(line, organisations.find(line, context)) for line in reversed(head.strip().split("\n"))]
    full = [one.name for _, found in lines for one in found if one.kind == "enterprise"]
    told = Antecedents(organisations.offices.nouns, organisations.offices.ends)
    for line, found in lines:
        told.tell(line, [(one.end, _whole(one.name, full), one.kind) for one in found])
        if _IMPRINT.search(line) and "。" not in line and (publishers := list(told.holders())):
            told.home = publishers[-1]
    return told


def _whole(name: str, full: list[str]) -> str:
    """A name with the firm that it begins with in full: 某某集团工会 beside 某某集团有限公司 is 某某集团有限公司工会."""
    for firm in full:
        short = _FORM.sub("", firm)
        if short != firm and name.startswith(short) and not name.startswith(firm):
            return firm + name.removeprefix(short)
    return name


def _declared(source: PressSource, places: Places) -> dict[str, str]:
    """The divisions that a source is at home in, below its province."""
    near = {**divisions_of(places, source.city), **divisions_of(places, source.county)} if source.city or source.county else {}
    return {unit: full for unit, full in near.items() if full and unit not in PROVINCES}
