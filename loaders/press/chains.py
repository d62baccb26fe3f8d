"""What stands before a name: titles, bodies and honours, read from the name to the left.

The press puts what a person is before the name: bodies with their titles, marks of enumeration between them, honours too
(省人大常委会副主任、省总工会主席某某).
"""

from __future__ import annotations

import re

from loaders.press.chain import Chain, Held, Loose
from loaders.press.context import Context
from loaders.press.honours import Honour, Honours
from loaders.press.knowledge import knowledge, longest_first
from loaders.press.left_titles import BETWEEN, LeftTitles
from loaders.press.names import Names
from loaders.press.organisations import Organisations
from loaders.press.settling import Settling
from loaders.press.starts import GENDERS
from loaders.press.titles import Titles

# Titles of nobody in particular: 省国资委有关负责人，昆明市委副书记某某.
_ANYBODY = ("有关", "相关", "主要负责", "各")
# A clause that puts somebody into a post: its title is nobody's who follows behind a comma (某某当选主席，质量部主管某某).
_TAKEN = re.compile(r"(?:当选|担任|出任|兼任|接任|转任|调任|升任|推选|选举|增补|任命|聘任|免去|辞去|[^责主现时历]任)[^，。；,]{2,}$")
_CLAUSE = 40
_SPACES = " 　"


class Chains:
    """Reads what stands before a name."""

    def __init__(self, names: Names, organisations: Organisations, honours: Honours) -> None:
        self.names, self.organisations, self.honours, self.titles = names, organisations, honours, Titles()
        self.left, self.settling = LeftTitles(names, organisations, honours, self.titles), Settling(organisations, self.titles)
        self.apposition = re.compile(rf"[，,、](?:{'|'.join(longest_first(knowledge('titles')['appositions']))})$")

    def read(self, text: str, name: int, context: Context, titles: dict[int, list[int]], honours: list[Honour]) -> Chain:
        """Read titles, bodies and honours from the name to the left, until neither stands there."""
        chain, position = Chain(name), name
        if text[position - 1 : position] in _SPACES and position - 1 in titles:
            position -= 1
        if text.endswith(GENDERS, 0, position) and position - len(GENDERS[0]) in titles:
            position -= len(GENDERS[0])
        label = self.apposition.search(text[max(0, position - 12) : position])
        if label is not None:
            position -= len(label[0])
        if (
            text[position - 1 : position] in ("，", ",")
            and position - 1 in titles
            and text.find("作为", max(0, position - 40), position) >= 0
        ):
            position -= 1
        pending: list[Held] = []
        while True:
            honour = self.honours.ending_at(text, position, honours)
            if honour is not None:
                chain.honours.append(honour)
                position = chain.start = honour.start
                position -= 1 if text[position - 1 : position] in tuple('“"「') else 0
            elif (title := self.left.at(text, position, titles, context, pending)) is not None:
                start, organisation = title
                if organisation is None:
                    start = self.left.open(text, start, titles, honours)
                if text.startswith(_ANYBODY, start):
                    break
                pending = self.settling.held(text[start:position], start, position, pending)
                position = start
                if organisation is not None:
                    self.settling.settle(text, chain, pending, organisation, context)
                    pending = []
                    position = chain.start
            else:
                break
            step = position
            while step > 0 and text[step - 1] in BETWEEN:
                step -= 1
            row = honour is not None and text[position - 1 : position] == "”"  # “甲”“乙”获得者
            if (step == position and not row) or ("，" in text[step:position] and _TAKEN.search(text, max(0, step - _CLAUSE), step)):
                break
            position = step
        for unit, held in chain.waiting:
            chain.loose += [Loose(one.title, unit.start, one.end, unit.name, one.former) for one in held]
        if chain.posts:
            pending = [one for one in pending if self.titles.implies(one.title)]
        if pending:
            chain.loose += [Loose(one.title, one.start, one.end, former=one.former) for one in pending]
            chain.start = min(chain.start, pending[-1].start)
        return chain
