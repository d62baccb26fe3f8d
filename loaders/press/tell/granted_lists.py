"""Lists of those who are granted something: people and units between 授予 and the honour, a unit right before the verb."""

from __future__ import annotations

import re

from loaders.press.bodies.organisation import Organisation
from loaders.press.knowledge import knowledge, longest_first
from loaders.press.occurrences import Occurrences
from loaders.press.page import Page
from loaders.press.person import Person

_WORDS = knowledge("honours")
_TAIL = re.compile(r"等?(?:同志|单位|集体|个人|职工)?[“\"]?$")
_PIECE = re.compile(r"[^、，,；;和及\s　]+")
_BRACKET = re.compile(r"[（(][^）)]*[)）]$")
_UNIT = re.compile(rf"[\u3400-\u9fff（）()·“”\dA-Za-z]{{4,36}}(?:{'|'.join(longest_first(_WORDS['units']))})|[\u3400-\u9fff]{{2,4}}家庭")
_MORE = re.compile(
    r"(?:等(?:[\d一二三四五六七八九十百]+(?:人|名|位|个|家)[\u3400-\u9fff]{0,4})?|\d{1,3}(?:名|位|个|家)[\u3400-\u9fff]{2,4})$"
)
_TEAM = re.compile(r"[^，。；、\s　]{3,40}“[^“”]{2,14}”[\u3400-\u9fff]{0,8}(?:班|组|队)$")
_REACH = 60


def listed(page: Page, found: Occurrences, begin: int, end: int) -> list[Person | Organisation]:
    """The people and bodies of a list that holds nothing else, between 授予 and the honour."""
    people = {p.end: p for p in found.people}
    named: list[Person | Organisation] = []
    for hit in _PIECE.finditer(found.text, begin, end):
        written = _TAIL.sub("", _BRACKET.sub("", _MORE.sub("", hit[0].removesuffix("为")))).rstrip("”")
        stop = hit.start() + len(written)
        if stop in people:
            named.append(people[stop])
        elif _UNIT.fullmatch(written) and not written.startswith(("其", "本", "所在", "他", "她")):
            named.append(_body(page, found, hit.start(), stop))
        else:
            return []
    return named


def team_at(found: Occurrences, end: int) -> Organisation | None:
    """The team of a body that ends right before a verb, with a name of its own: 某某公司“…”青年突击队."""
    team = _TEAM.search(found.text, max(0, end - _REACH), end)
    body = next((b for b in found.bodies if team and team.start() <= b.start and b.end < end), None) if team is not None else None
    return Organisation(body.start, end, body.name + found.text[body.end : end], "team") if body is not None else None


def _body(page: Page, found: Occurrences, start: int, end: int) -> Organisation:
    body = page.finders.organisations.ending_at(found.text, end, page.context)
    written = _pointed(found, start, found.text[start:end])
    return body if body is not None and body.start == start else Organisation(start, end, written, _kind(page, written))


def _pointed(found: Occurrences, start: int, written: str) -> str:
    """The name of a unit of a body that 该 points at: 该事业部总装班, behind 某某公司电机事业部."""
    if not written.startswith("该"):
        return written
    for body in reversed([b for b in found.bodies if b.end <= start]):
        noun = next((written[1:end] for end in range(6, 1, -1) if body.name.endswith(written[1:end])), "")
        if noun:
            return body.name + written[1 + len(noun) :]
    return written


def _kind(page: Page, written: str) -> str:
    endings = page.finders.organisations.endings
    known = any(written.endswith(ending) for ending in endings.kinds)
    return endings.kind_of(written) if known else "team" if written[-1] in "班组队" else "department"
