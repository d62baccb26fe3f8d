"""Things within others: a department in a column of its own, whose name goes on that of the body in another one.

    things: {person: Person, body: Union, department: {class: Department, within: body}}
    facts: [{fact: Tenure, holder: person, organization: department}]

The department of a row with 江海省总工会 and 组织部 is 江海省总工会组织部, a member of 江海省总工会; that of a row with 江海省总工会 alone
is 江海省总工会 itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kg.model import Model
from loaders.roster.layout import FactRule, ThingRule

MACRO = """CREATE MACRO whole_name(body, part) AS body || part[1 + coalesce(list_max(list_filter(
    range(2, 1 + least(length(body), length(part))), lambda n: right(body, n) = left(part, n))), 0):]"""
"""The full name of a part: words that end the body's name and begin the part's (总工会, 总工会组织部) are written once."""


def faults_of(things: Mapping[str, ThingRule], model: Model) -> Iterator[str]:
    """What is wrong with the things that are said to be within others, a clause each."""
    for name, rule in things.items():
        if not rule.within:
            continue
        classes = [things[one].class_name for one in (name, rule.within) if one in things]
        bodies = all(c in model and model[c].identity_class == "Organization" for c in classes)
        if rule.within not in things or not bodies:
            yield f"things, {name}: within must name another of the things, and both must be organizations"
        elif name in outer(name, things):
            yield f"things, {name}: it is within itself"


def memberships(things: Mapping[str, ThingRule], facts: Iterable[FactRule]) -> Iterator[FactRule]:
    """A membership of each thing in the one that it is within, where the description does not state it anyway."""
    stated = [dict(fact.parties) for fact in facts if fact.class_name == "Membership"]
    for name, rule in things.items():
        parties = {"member": name, "whole": rule.within}
        if rule.within in things and parties not in stated:
            yield FactRule(f"{name} within {rule.within}", "Membership", parties, {})


def outer_first(things: Mapping[str, ThingRule]) -> list[ThingRule]:
    """The things, those that others are within before these."""
    return sorted(things.values(), key=lambda rule: len(outer(rule.name, things)))


def outer(name: str, things: Mapping[str, ThingRule]) -> list[str]:
    """The things that a thing is within, one after the other; where they go round, up to the first that is there again."""
    chain: list[str] = []
    while (name := things[name].within) in things and name not in chain:
        chain.append(name)
    return chain
