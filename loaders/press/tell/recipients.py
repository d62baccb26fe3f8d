"""Who was granted an honour, as the words around it say: 某某荣获…, 某某被某会命名为…, 授予某某…称号, 他…, 工作室…."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.press.bodies.organisation import Organisation
from loaders.press.honours import Honour
from loaders.press.knowledge import knowledge, longest_first
from loaders.press.marks import last_of
from loaders.press.occurrences import Occurrences
from loaders.press.page import Page
from loaders.press.person import Person
from loaders.press.subjects import meant, sentence_of
from loaders.press.tell.granted_lists import listed, team_at

_WORDS = knowledge("honours")
_VERB = re.compile(rf"(?:{'|'.join(longest_first(_WORDS['verbs']))})[^，。；,;]{{0,14}}$")
_REACH = 24
_ADVERBS = re.compile(rf"(?:{'|'.join(longest_first(_WORDS['adverbs']))})*$")
_GRANTS = re.compile(rf"(?:{'|'.join(longest_first(_WORDS['grants']))})(?:了|给)?[:：]?")
# What tells that somebody was only put forward.
_PUT_FORWARD = re.compile(r"[”\"]?(?:荣誉)?(?:称号)?(?:提名|候选|入围|推荐人选|培育)")
_PASSIVE = re.compile(rf"被[^，。；、]{{2,30}}?(?:{'|'.join(longest_first(_WORDS['named']))})[^，。；]{{0,16}}$")
_NOUN = re.compile(
    rf"(?:\d{{4}}年(?:\d{{1,2}}月)?)?(?:该|本|这个|这支)?(?P<noun>{'|'.join(longest_first([*_WORDS['itself'], *_WORDS['groups']]))})"
)
# Who is told behind an honour to have it: 在某某奖章评选中，…获奖; …获此殊荣.
_WON = re.compile(
    rf"[”\"]?[^。；“”]{{0,8}}(?:{'|'.join(_WORDS['selections'])})[^。；]{{0,70}}?(?P<verb>{'|'.join(_WORDS['selected'])})"
    r"|[^。；]{0,12}[，。][^。；]{0,50}?(?P<this>获此(?:殊荣|荣誉|称号|奖项))"
)
# An honour that is said to be granted before those who have it: 某某奖状授予某某公司.
_GIVEN = re.compile(r"[”\"]?(?:荣誉)?(?:称号)?(?:被)?(?:授予|颁给|颁发给|授给)了?")
_CLAUSE = re.compile(r"[，。；！？,;]|$")
_FIRM = re.compile("公司|企业|集团|医院|院$|学校|校$")
_FIRMS = ("enterprise", "hospital", "university")
_OF_BODIES = re.compile(rf"(?:{'|'.join(longest_first(_WORDS['of_bodies']))})$")
_OF_PEOPLE = re.compile(rf"(?:{'|'.join(longest_first(_WORDS['of_people']))})$")
_PRONOUN = re.compile(r"[他她](?!们)")
_STOPS = "。！？!?；;"
_BESIDE_BEFORE, _BESIDE_AFTER = tuple("，、；,：:"), tuple("，、。；”（,(")
_NAMED = tuple("，,（(：:")
_LEAD = 8

Recipient = Person | Organisation | str
"""A person or a body of the unit, or the mention of somebody whom an earlier unit told."""


@dataclass(frozen=True, slots=True)
class Granted:
    """Who was granted an honour; ``start`` is where the words begin that say so, ``by_list`` tells a decision that lists them."""

    recipients: list[Recipient]
    start: int
    by_list: bool = False


NOBODY = Granted([], 0)


def granted(page: Page, found: Occurrences, honour: Honour, before: Sequence[Recipient]) -> Granted:
    """Who was granted an honour; ``before`` are those whose honour the unit told last."""
    if any(honour in person.honours for person in found.people) or _PUT_FORWARD.match(found.text, honour.end):
        return NOBODY
    one = _granted(page, found, honour, before)
    return Granted([r for r in one.recipients if _fits(r, honour)], one.start, one.by_list)


def _granted(page: Page, found: Occurrences, honour: Honour, before: Sequence[Recipient]) -> Granted:
    text = found.text
    sentence = last_of(text, _STOPS, honour.start) + 1
    passive = _PASSIVE.search(text, sentence, honour.start)
    verb = passive or _VERB.search(text, max(0, honour.start - _REACH), honour.start)
    if verb is not None:
        return Granted(_before(page, found, verb.start(), honour, before), verb.start())
    grants = list(_GRANTS.finditer(text, sentence, honour.start))
    if grants:
        return Granted(list(listed(page, found, grants[-1].end(), honour.start)), grants[-1].start(), by_list=True)
    given = _GIVEN.match(text, honour.end)
    if given is not None and (those := listed(page, found, given.end(), _CLAUSE.search(text, given.end()).start())):  # type: ignore[union-attr]
        return Granted(list(those), honour.start, by_list=True)
    won = _WON.match(text, honour.end)
    place = won.start(won.lastgroup or 0) if won is not None else 0
    if place and (named := page.finders.parts.prizes.takers.before(text, place, found.people, found.bodies)):
        return Granted(list(named), place)
    beside = _beside(found, honour)
    return Granted([beside], honour.start) if beside is not None else NOBODY


def _before(page: Page, found: Occurrences, verb: int, honour: Honour, before: Sequence[Recipient]) -> list[Recipient]:
    """Those who stand before the verb, or whom its clause means."""
    text, units = found.text, _OF_PEOPLE.search(honour.name) is None
    clause = last_of(text, _STOPS + "，,：:●◆■★▲", verb) + 1
    clause += len(text[clause:verb]) - len(text[clause:verb].lstrip(" 　"))
    end = clause + _ADVERBS.search(text[clause:verb]).start()  # type: ignore[union-attr]
    several = listed(page, found, clause, end) if units else []
    if len(several) > 1:
        return list(several)
    if units and (team := team_at(found, end)) is not None:
        return [team]
    named = page.finders.parts.prizes.takers.before(text, verb, found.people, found.bodies)
    if any(_fits(one, honour) for one in named):
        return list(named)
    unit = page.finders.organisations.ending_at(text, end, page.context) if units else None
    return [unit] if unit is not None else list(several) or _subject(page, found, verb, honour, before)


def _subject(page: Page, found: Occurrences, verb: int, honour: Honour, before: Sequence[Recipient]) -> list[Recipient]:
    """Whom a clause means that names nobody: 工作室…, 今年获评…, 她还…."""
    text = found.text
    clause = last_of(text, _STOPS + "，,", verb) + 1
    noun = _NOUN.match(text, clause, verb)
    if noun is not None and _ADVERBS.fullmatch(text, noun.end(), verb):
        body = _pointed(page, found, noun["noun"], noun.start("noun"))
        return [body] if body is not None else []
    if _ADVERBS.fullmatch(text, clause, verb) is None and _PRONOUN.match(text, clause, verb) is None:
        return list(listed(page, found, clause, verb))
    if _OF_BODIES.search(honour.name):
        told = [one for one in before if isinstance(one, Organisation)]
        return list(told) if len(told) == 1 else _leading(found, clause)
    won = _winners(page, found, clause)
    if len(won) > 1:
        return list(won)
    person, earlier = meant(text, clause, verb, found.people)
    return [person] if person is not None else [found.lead] if earlier and found.lead else []


def _winners(page: Page, found: Occurrences, clause: int) -> list[Person | Organisation]:
    """Those who won what the clause right before tells: 甲、乙分获第一名，被授予…."""
    text, words = found.text, page.finders.parts.prizes.words
    before = last_of(text, _STOPS + "，,", max(0, clause - 1)) + 1
    places = [start for start, end, _ in words.rows(text) if before <= start and end <= clause]
    verb = words.verb_before(text, places[-1]) if places else None
    return page.finders.parts.prizes.takers.before(text, verb.start(), found.people, found.bodies) if verb is not None else []


def _pointed(page: Page, found: Occurrences, noun: str, place: int) -> Organisation | None:
    """The body that a noun such as 工作室 or 公司 means at a place: the one of it that was told last."""
    units = [found, *reversed(page.found)]
    if _FIRM.search(noun):
        firms = [b for b in found.bodies if b.end <= place and b.kind in _FIRMS]
        if len({b.name for b in firms}) == 1:
            return firms[-1]
        told = page.context.antecedents.meant(noun, found.text, place) if not firms else None
        return Organisation(place, place + len(noun), told[0], told[1], "inferred") if told is not None else None
    for one in units:
        of = [b for b in one.bodies if b.name.endswith(noun) and (one is not found or b.end <= place)]
        if of:
            return of[-1] if one is found else Organisation(place, place + len(noun), of[-1].name, of[-1].kind, "inferred")
    return None


def _leading(found: Occurrences, clause: int) -> list[Recipient]:
    """The one body with which the sentence begins."""
    sentence = sentence_of(found.text, clause)
    body = next((b for b in found.bodies if sentence <= b.start <= sentence + _LEAD and b.end <= clause), None)
    return [body] if body is not None else []


def _beside(found: Occurrences, honour: Honour) -> Person | None:
    """Of whom an honour is told among what follows a name: 某某，某某公司焊工，全国技术能手，…."""
    text = found.text
    start = honour.start - (text[honour.start - 1 : honour.start] == "“")
    after = re.compile(r"(?:获得者|称号)?").match(text, honour.end).end()  # type: ignore[union-attr]
    if text[start - 1 : start] not in _BESIDE_BEFORE or (after < len(text) and text[after] not in _BESIDE_AFTER):
        return None
    sentence = sentence_of(text, honour.start)
    inside = [p for p in found.people if sentence <= p.start and p.end <= honour.start]
    if not inside or inside[0].before - sentence > _LEAD or text[inside[0].end : inside[0].end + 1] not in _NAMED:
        return None
    return inside[0] if len({p.name for p in inside}) == 1 else None


def _fits(recipient: Recipient, honour: Honour) -> bool:
    """Whether people are granted such an honour, or bodies."""
    if isinstance(recipient, Organisation):
        return _OF_PEOPLE.search(honour.name) is None
    return _OF_BODIES.search(honour.name) is None
