"""Pieces of SQL text: what a claim says as a list of structs, texts in quotes, a class by the ending of a name."""

from __future__ import annotations

from kg.values import first_day, last_day
from loaders.roster.layout import ThingRule

STRUCT = "STRUCT(property VARCHAR, value VARCHAR, words VARCHAR, kind VARCHAR)"


def attested_bounds(date: str) -> tuple[str, str]:
    """The first and the last day of a partial date; nothing of none."""
    return (first_day(date), last_day(date)) if date else ("", "")


def class_of(thing: ThingRule, name: str) -> str:
    """The class of a thing by its name: that of the longest ending it has, else the rule's own."""
    longest = sorted(thing.endings.items(), key=lambda item: (-len(item[0]), item))
    cases = " ".join(f"WHEN suffix({name}, {quoted(ending)}) THEN '{class_name}'" for ending, class_name in longest)
    return f"CASE {cases} ELSE '{thing.class_name}' END" if cases else f"'{thing.class_name}'"


def party(prop: str, mention: str) -> str:
    return f"CASE WHEN {mention} IS NOT NULL THEN [{struct(prop, mention, kind='party')}] ELSE [] END"


def struct(prop: str, value: str, words: str = "''", kind: str = "value") -> str:
    return f"{{'property': '{prop}', 'value': {value}, 'words': {words}, 'kind': '{kind}'}}"


def joined(lists: list[str]) -> str:
    return f"cast(list_concat({', '.join(lists)}) AS {STRUCT}[])" if lists else f"cast([] AS {STRUCT}[])"


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
