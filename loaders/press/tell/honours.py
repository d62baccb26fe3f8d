"""Honours that somebody was granted: 某某荣获…, 授予某某…, a list behind an honour; what is granted and not known is told too."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from kg.document import Notice
from loaders.press.bodies.organisation import Organisation
from loaders.press.claims import run
from loaders.press.honours import Honour
from loaders.press.knowledge import knowledge, longest_first
from loaders.press.occurrences import Occurrences
from loaders.press.page import Page
from loaders.press.person import Person

_WORDS = knowledge("honours")
_VERB = re.compile(rf"(?:{'|'.join(longest_first(_WORDS['verbs']))})[^，。；,;]{{0,14}}$")
_REACH = 24
_ADVERBS = re.compile(rf"(?:{'|'.join(longest_first(_WORDS['adverbs']))})*$")
_GRANTS = re.compile(rf"(?:{'|'.join(longest_first(_WORDS['grants']))})(?:了|给)?[:：]?")
_ITSELF = re.compile(rf"(?:{'|'.join(longest_first(_WORDS['itself']))})(?=$|[^\u3400-\u9fff]|{'|'.join(_WORDS['adverbs'])})")
# Between two honours that one was granted: quotation marks, 称号, 、.
_AND = re.compile(r"[”\"]?(?:荣誉)?(?:称号|奖章获得者|获得者)?[、和及与以]?(?:\d{4}年度?)?[“\"]?")
_TAIL = re.compile(r"等?(?:同志|单位|集体|个人|职工)?[“\"]?$")
_PIECE = re.compile(r"[^、，,；;和及\s　]+")
_LINK = re.compile(r"(?:[（(][^）)]{1,12}[)）])?(?:、|和|及)")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})年")
_BRACKET = re.compile(r"[（(][^）)]*[)）]$")
_UNIT = re.compile(rf"[\u3400-\u9fff（）()·“”]{{4,36}}(?:{'|'.join(longest_first(_WORDS['units']))})")
_QUOTED = re.compile(
    rf"(?:{'|'.join(longest_first(_WORDS['quoted_after']))})[^，。；“”]{{0,14}}“(?P<name>[^“”]{{3,24}})”(?=(?:荣誉)?称号|荣誉|[，。；、]|$)"
)
_LIKE = re.compile(rf"(?:{'|'.join(longest_first(_WORDS['like']))})$")
_MORE = re.compile(r"等(?:[\d一二三四五六七八九十百]+(?:人|名|位|个|家)[\u3400-\u9fff]{0,4})?$")
_STOPS = "。！？!?；;"
_FIRMS = ("enterprise", "hospital", "university")


@dataclass(frozen=True, slots=True)
class _Granted:
    honour: Honour
    known: bool


def tell(page: Page, found: Occurrences) -> None:
    """State the honours of a unit but those before a name."""
    known = page.finders.honours.find(found.text, page.context)
    before: tuple[int, list[Person | Organisation], int] = (-1, [], 0)
    both = [_Granted(h, known=True) for h in known] + [_Granted(h, known=False) for h in _unknown(found.text, known)]
    for one in sorted(both, key=lambda g: g.honour.start):
        recipients, start = _recipients(page, found, one.honour)
        if not recipients and before[0] >= 0 and _AND.fullmatch(found.text, before[0], one.honour.start):
            recipients, start = before[1], before[2]
        if not recipients:
            continue
        before = (one.honour.end, recipients, start)
        if not one.known:
            span = found.paragraph.span(one.honour.start, one.honour.end)
            page.notices.append(Notice("unknown honour", one.honour.name, span))
        year = one.honour.year or _year(page, found.text, start)
        for recipient in recipients:
            _tell(page, found, recipient, one.honour, year)
    _shared(page, found)


def _tell(page: Page, found: Occurrences, recipient: Person | Organisation, honour: Honour, year: str) -> None:
    first, last = min(recipient.start, honour.start), max(recipient.end, honour.end)
    agent = _agent(page, found, recipient)
    page.claims.fact(
        "Award",
        run(found.paragraph, first, last, (honour.start, honour.end)),
        {"recipient": agent, "honour": page.claims.honour(found.paragraph, honour)},
        {"year": year},
    )


def _agent(page: Page, found: Occurrences, recipient: Person | Organisation) -> str:
    if isinstance(recipient, Person):
        return found.mentions.get(recipient.start) or page.claims.person(found.paragraph, recipient)
    return page.claims.organisation(found.paragraph, recipient)


def _shared(page: Page, found: Occurrences) -> None:
    """Those who follow in one list behind an honour share it (全国劳动模范某某、某某)."""
    for one, other in pairwise(found.people):
        link = _LINK.match(found.text, one.end)
        if link is None or link.end() != other.start or other.posts or other.honours or other.name in page.known.placed or one.posts:
            continue
        other.honours += one.honours
        for honour in one.honours:
            _tell(page, found, other, honour, honour.year)


def _recipients(page: Page, found: Occurrences, honour: Honour) -> tuple[list[Person | Organisation], int]:
    """Who was granted an honour, and where the words begin that say so."""
    text = found.text
    if any(honour in person.honours for person in found.people):
        return [], 0
    verb = _VERB.search(text, max(0, honour.start - _REACH), honour.start)
    if verb is not None:
        winners = page.finders.parts.prizes.takers.before(text, verb.start(), found.people, found.bodies)
        return winners or _subject(page, found, verb.start()), verb.start()
    sentence = max(text.rfind(mark, 0, honour.start) for mark in _STOPS) + 1
    grants = list(_GRANTS.finditer(text, sentence, honour.start))
    return (_listed(page, found, grants[-1].end(), honour.start), grants[-1].start()) if grants else ([], 0)


def _listed(page: Page, found: Occurrences, begin: int, end: int) -> list[Person | Organisation]:
    """The people and bodies of a list that holds nothing else, between 授予 and the honour."""
    people = {p.end: p for p in found.people}
    listed: list[Person | Organisation] = []
    for hit in _PIECE.finditer(found.text, begin, end):
        written = _TAIL.sub("", _BRACKET.sub("", _MORE.sub("", hit[0].removesuffix("为")))).rstrip("”")
        stop = hit.start() + len(written)
        if stop in people:
            listed.append(people[stop])
        elif _UNIT.fullmatch(written):
            body = page.finders.organisations.ending_at(found.text, stop, page.context)
            whole = body is not None and body.start == hit.start()
            listed.append(body if whole and body is not None else Organisation(hit.start(), stop, written, _kind(page, written)))
        else:
            return []
    return listed


def _kind(page: Page, written: str) -> str:
    kinds = page.finders.organisations.endings.kinds
    known = any(written.endswith(ending) for ending in kinds)
    return page.finders.organisations.endings.kind_of(written) if known else "team" if written[-1] in "班组队" else "department"


def _subject(page: Page, found: Occurrences, verb: int) -> list[Person | Organisation]:
    """The one person of the sentence where the clause names none (某某…，今年获评…); a unit that ends just before the verb."""
    text = found.text
    clause = max(text.rfind(mark, 0, verb) for mark in _STOPS + "，,") + 1
    itself = _ITSELF.match(text, clause, verb)
    if itself is not None and _ADVERBS.fullmatch(text, itself.end(), verb):
        firms = [b for b in found.bodies if b.end <= clause and b.kind in _FIRMS]
        return [firms[-1]] if len({b.name for b in firms}) == 1 else []
    if _ADVERBS.fullmatch(text, clause, verb) is None:
        unit = page.finders.organisations.ending_at(text, verb, page.context)
        return [unit] if unit is not None else _listed(page, found, clause, verb)
    sentence = max(text.rfind(mark, 0, verb) for mark in "。！？!?") + 1
    before = [p for p in found.people if sentence <= p.start < verb]
    return [before[0]] if len({p.name for p in before}) == 1 and before[0].start - sentence <= _REACH else []


def _year(page: Page, text: str, verb: int) -> str:
    """The year that the clause gives; 今年 is the edition's."""
    begin = max(text.rfind(mark, 0, verb) for mark in _STOPS) + 1
    dated = list(_YEAR.finditer(text, begin, verb))
    if dated and text.count("，", dated[-1].end(), verb) + text.count(",", dated[-1].end(), verb) <= 1:
        return dated[-1][1]
    return page.reference[:4] if text.find("今年", max(begin, verb - 4), verb + 3) >= 0 else ""


def _unknown(text: str, known: list[Honour]) -> list[Honour]:
    """Honours in quotation marks behind a verb that grants, of no known name but formed like one."""
    found = []
    for hit in _QUOTED.finditer(text):
        start, end = hit.span("name")
        if _LIKE.search(hit["name"]) and not any(h.start < end and start < h.end for h in known):
            found.append(Honour(start, end, hit["name"], ""))
    return found
