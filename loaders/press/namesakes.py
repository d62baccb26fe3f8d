"""Namesakes: people of one name whom a document itself tells apart, by gender, year of birth, an ordinal or an employer."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from loaders.press.person import Person

_BRACKET = re.compile(r"[（(](?P<said>[^）)]{1,14})[)）]")
_BORN = re.compile(r"(?:[（(]|，)(?P<year>(?:19|20)\d{2})年(?:\d{1,2}月)?(?:出?生)")
_ORDINAL = re.compile(r"[甲乙丙丁大小]|[一二三四]号?")
_EMPLOYERS = ("enterprise", "university", "hospital")
# Of the others a post says little of who somebody is: one of a firm is a deputy of a congress too.
_TELLING = (*_EMPLOYERS, "union", "government", "department", "workshop", "team")
_UNITS = re.compile(r"公司|集团|医院|大学|学院|厂")
# What one is beside one's work.
_BESIDE = re.compile(r"兼职|挂职|委员|常委|代表|理事")


@dataclass(frozen=True, slots=True)
class Signs:
    """What a place says of a person by which namesakes differ; what is not said is empty.

    ``bodies`` are those of the posts before the name; ``employs`` says that one of them is a firm, a school or a hospital.
    """

    gender: str = ""
    born: str = ""
    ordinal: str = ""
    bodies: frozenset[str] = frozenset()
    employs: bool = False

    def differ(self, other: Signs) -> bool:
        """Whether both say the same kind of thing and not the same thing."""
        pairs = ((self.gender, other.gender), (self.born, other.born), (self.ordinal, other.ordinal))
        if any(one and another and one != another for one, another in pairs):
            return True
        # An official has posts in several bodies; one who works in a firm, a school or a hospital works nowhere else.
        return bool(self.bodies and other.bodies) and (self.employs or other.employs) and not self._meets(other)

    def share(self, other: Signs) -> bool:
        """Whether one of the things that both say is the same."""
        same = (self.born and self.born == other.born) or (self.ordinal and self.ordinal == other.ordinal)
        return bool(same) or self._meets(other)

    def _meets(self, other: Signs) -> bool:
        return any(_shortens(a, b) or _shortens(b, a) for a in self.bodies for b in other.bodies)

    def joined(self, other: Signs) -> Signs:
        """What both say."""
        return replace(
            self,
            gender=self.gender or other.gender,
            born=self.born or other.born,
            ordinal=self.ordinal or other.ordinal,
            bodies=self.bodies | other.bodies,
            employs=self.employs or other.employs,
        )


def _shortens(short: str, name: str) -> bool:
    """Whether all characters of a name stand in another in the same order, as 中国一汽 in 中国第一汽车集团有限公司."""
    rest = iter(name)
    return all(character in rest for character in short)


def signs(text: str, person: Person) -> Signs:
    """What a paragraph says of a person beside the name: brackets behind it, employers before it."""
    born = _BORN.match(text, person.end)
    bracket = _BRACKET.match(text, person.end)
    ordinal = _ORDINAL.fullmatch(bracket["said"]) if bracket is not None else None
    held = [p.organisation for p in person.posts if not p.former and p.organisation.kind in _TELLING and _BESIDE.search(p.title) is None]
    employs = any(one.kind in _EMPLOYERS or _UNITS.search(one.name) for one in held)
    bodies = frozenset(one.name for one in held)
    return Signs(person.gender, born["year"] if born else "", ordinal[0] if ordinal else "", bodies, employs)


@dataclass
class Namesakes:
    """The people of one document by their names, each with all signs told so far; the one named last is meant where nothing is said."""

    people: dict[str, list[Signs]] = field(default_factory=dict)
    last: dict[str, int] = field(default_factory=dict)

    def number(self, name: str, told: Signs) -> int:
        """From 1, which of the namesakes is meant; a new one where the signs of all others differ."""
        known = self.people.setdefault(name, [])
        fitting = [n for n, one in enumerate(known, 1) if not one.differ(told)]
        if not fitting:
            return self.another(name, told)
        sharing = [n for n in fitting if known[n - 1].share(told)]
        latest = self.last.get(name, 1)
        chosen = sharing[0] if sharing else latest if latest in fitting else fitting[0]
        known[chosen - 1] = known[chosen - 1].joined(told)
        self.last[name] = chosen
        return chosen

    def another(self, name: str, told: Signs) -> int:
        """Take down one more of a name, and return the number."""
        known = self.people.setdefault(name, [])
        known.append(told)
        self.last[name] = len(known)
        return len(known)
