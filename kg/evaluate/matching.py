"""When a stated fact says what a reader's fact says: one row of comparisons for each kind, and what its quote must show."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kg.evaluate.words import alike, amount, plain, share_a_run
from kg.facts import Fact

# Roles that careful readers do not tell apart.
_ONE_ROLE = {"联合主办": "主办", "举办": "主办", "attended": "participated"}
_ABOUT = ("person", "agent", "name", "title", "article", "metric", "event", "organisation", "competition")
_RUN, _QUOTED = 4, 5


class Bodies:
    """The names of organisations, each with the other forms that the gold gives it."""

    def __init__(self, gold: Iterable[Fact]) -> None:
        self._forms: dict[str, set[str]] = {}
        for fact in gold:
            if fact["fact"] == "organisation":
                forms = {plain(name) for name in (fact["name"], *fact.get("aliases", ()), *fact.get("alt", ()))}
                for form in forms:
                    self._forms.setdefault(form, set()).update(forms)

    def forms(self, name: str) -> set[str]:
        """All forms of a plain name, itself among them."""
        return {name} | self._forms.get(name, set())

    def same(self, one: object, other: object) -> bool:
        """Whether two names are of one body."""
        first, second = plain(one), plain(other)
        return second in self.forms(first) or first in self.forms(second)


Comparison = Callable[[Fact, Fact, Bodies], bool]


def _same(field: str) -> Comparison:
    return lambda gold, said, _: plain(gold.get(field)) == plain(said.get(field))


def _exactly(field: str) -> Comparison:
    return lambda gold, said, _: gold.get(field) == said.get(field)


def _where_stated(field: str) -> Comparison:
    return lambda gold, said, _: gold.get(field) is None or gold[field] == said.get(field)


def _body(field: str) -> Comparison:
    return lambda gold, said, bodies: bodies.same(gold.get(field), said.get(field))


def _near(field: str, least: float, held: float = 0.5) -> Comparison:
    return lambda gold, said, _: alike(gold.get(field), said.get(field), least, held)


def _amount(field: str) -> Comparison:
    return lambda gold, said, _: amount(gold.get(field)) == amount(said.get(field))


def _role(gold: Fact, said: Fact, _: Bodies) -> bool:
    one, other = gold.get("role"), said.get("role")
    return _ONE_ROLE.get(one or "", one) == _ONE_ROLE.get(other or "", other)


def _former(gold: Fact, said: Fact, _: Bodies) -> bool:
    return bool(gold.get("former")) is bool(said.get("former"))


def _agent(gold: Fact, said: Fact, bodies: Bodies) -> bool:
    return bodies.same(gold.get("agent"), said.get("agent"))


def _person_else_body(gold: Fact, said: Fact, bodies: Bodies) -> bool:
    return _same("person")(gold, said, bodies) if gold.get("person") else bodies.same(gold.get("organisation"), said.get("organisation"))


def _body_else_person(gold: Fact, said: Fact, bodies: Bodies) -> bool:
    return bodies.same(gold["organisation"], said.get("organisation")) if gold.get("organisation") else _same("person")(gold, said, bodies)


def _one_place(gold: Fact, said: Fact, _: Bodies) -> bool:
    return share_a_run(gold.get("quote"), said.get("quote"), _QUOTED)


RULES: dict[str, tuple[Comparison, ...]] = {
    "person": (_same("name"),),
    "organisation": (_body("name"),),
    "post": (_same("person"), _same("title"), _former, _body("organisation")),
    "honour": (_person_else_body, _same("honour"), _where_stated("year")),
    "event": (_exactly("start"), _exactly("end"), _near("name", 0.6, 0.35)),
    "participation": (_exactly("start"), _role, _agent, _near("event", 0.5, 0.35)),
    "organises": (_role, _body("organisation"), _near("event", 0.5)),
    "competition": (_near("name", 0.75),),
    "prize": (_person_else_body, _same("prize"), _near("item", 0.6), _near("competition", 0.5)),
    "project": (_near("name", 0.75),),
    "works_on": (_same("person"), _same("title"), _near("project", 0.7)),
    "programme": (_near("name", 0.75),),
    "document": (_near("title", 0.85),),
    "article": (_near("title", 0.7),),
    "authorship": (_same("person"), _same("role"), _near("article", 0.7)),
    "affiliation": (_same("person"), _body("organisation")),
    "part_of": (_body("organisation"), _body("parent")),
    "publication_role": (_body_else_person, _same("role")),
    "quotation": (_same("person"), _near("text", 0.8)),
    "statistic": (_amount("value"), _amount("value_max"), _same("unit"), _one_place, _near("metric", 0.3)),
}
"""All must hold. The kinds stand in the order in which figures are shown."""


def matches(gold: Fact, said: Fact, bodies: Bodies) -> bool:
    """Whether a stated fact of the same kind says what the gold says, and quotes words that support it."""
    return all(holds(gold, said, bodies) for holds in RULES[gold["fact"]]) and _supports(gold, said, bodies)


def _supports(gold: Fact, said: Fact, bodies: Bodies) -> bool:
    """The quote is of the gold's place, or names what the fact is about; a quote of one or two characters is of no place."""
    quote, wanted = plain(said.get("quote")), plain(gold.get("quote"))
    if share_a_run(wanted, quote, _RUN) and (len(quote) >= _RUN or len(quote) >= len(wanted)):
        return True
    about = plain(next((said[field] for field in _ABOUT if said.get(field)), ""))
    return any(_names(quote, form) for form in bodies.forms(about) if form)


def _names(quote: str, form: str) -> bool:
    return form in quote or (len(form) > _RUN and share_a_run(form, quote, _RUN) and len(quote) >= _RUN)
