"""Honours that somebody was granted: 某某荣获…, 授予某某…, a list behind an honour; what is granted and not known is told too."""

from __future__ import annotations

import re
from itertools import pairwise

from kg.document import Notice
from loaders.press.claims import run
from loaders.press.honours import Honour
from loaders.press.knowledge import knowledge, longest_first
from loaders.press.marks import last_of
from loaders.press.occurrences import Occurrences
from loaders.press.page import Page
from loaders.press.person import Person
from loaders.press.tell.recipients import NOBODY, Granted, Recipient, granted

_WORDS = knowledge("honours")
# Between two honours that one was granted: quotation marks, 称号, 、.
_AND = re.compile(
    r"[”\"]?(?:荣誉)?(?:称号|奖章获得者|获得者)?(?:[（(](?:19|20)\d{2}(?:年度?)?[)）])?[、和及与以]{0,2}"
    r"(?:[^，。；、！？]{2,20}[、和及与]){0,3}(?:\d{4}年度?)?[“\"]?"
)
_LINK = re.compile(r"(?:[（(][^）)]{1,12}[)）])?(?:、|和|及)")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})年")
# What says that an honour is granted now: its year is the reference's.
_NOW = re.compile("今年|会上|大会|日前|近日|昨天|昨日|今天")
_QUOTED = re.compile(r"“(?P<name>[^“”]{3,24})”(?=(?:荣誉)?称号|荣誉|[，。；、“（和及与等]|$)")
_BEHIND_VERB = re.compile(
    rf"(?:{'|'.join(longest_first(_WORDS['quoted_after']))})[^，。；“”]{{0,14}}(?:“[^“”]{{2,24}}”(?:荣誉)?(?:称号)?[、和及与]?)*$"
)
_LIKE = re.compile(rf"(?:{'|'.join(longest_first(_WORDS['like']))})$")
_PRAISED = re.compile("|".join(_WORDS["praises"]))
_DECISION = re.compile(r"((?:19|20)\d{2})年")
_STOPS = "。！？!?；;"


def tell(page: Page, found: Occurrences) -> None:
    """State the honours of a unit but those before a name."""
    known = page.finders.honours.find(found.text, page.context)
    before, end, year = NOBODY, -1, ""
    for honour in sorted([*known, *_unknown(found.text, known)], key=lambda h: h.start):
        one = granted(page, found, honour, before.recipients)
        if not one.recipients and end >= 0 and _AND.fullmatch(found.text, end, honour.start):
            one = before
        if not one.recipients:
            continue
        if not honour.known:
            page.notices.append(Notice("unknown honour", honour.name, found.paragraph.span(honour.start, honour.end)))
        same = one.recipients == before.recipients and not set(found.text[end : honour.start]) & set(_STOPS)
        year = honour.year or _year(page, found.text, one) or (year if same else "")
        before, end = one, honour.end
        for recipient in one.recipients:
            _tell(page, found, recipient, honour, year)
    _shared(page, found)


def _tell(page: Page, found: Occurrences, recipient: Recipient, honour: Honour, year: str) -> None:
    first, last = (honour.start, honour.end) if isinstance(recipient, str) else (recipient.start, recipient.end)
    first, last = min(first, honour.start), max(last, honour.end)
    page.claims.fact(
        "Award",
        run(found.paragraph, first, last, (honour.start, honour.end)),
        {"recipient": _agent(page, found, recipient), "honour": page.claims.honour(found.paragraph, honour)},
        {"year": year},
    )


def _agent(page: Page, found: Occurrences, recipient: Recipient) -> str:
    if isinstance(recipient, Person):
        return found.mentions.get(recipient.start) or page.claims.person(found.paragraph, recipient)
    return recipient if isinstance(recipient, str) else page.claims.organisation(found.paragraph, recipient)


def _shared(page: Page, found: Occurrences) -> None:
    """Those who follow in one list behind an honour share it (全国劳动模范某某、某某)."""
    for one, other in pairwise(found.people):
        link = _LINK.match(found.text, one.end)
        if link is None or link.end() != other.start or other.posts or other.honours or other.name in page.known.placed or one.posts:
            continue
        other.honours += one.honours
        for honour in one.honours:
            _tell(page, found, other, honour, honour.year)


def _year(page: Page, text: str, one: Granted) -> str:
    """The year that the clause gives; 今年 is the edition's, and of a decision that lists those honoured its own."""
    begin = last_of(text, _STOPS, one.start) + 1
    dated = list(_YEAR.finditer(text, begin, one.start))
    if dated and text.startswith("度", dated[-1].end()) and "，" in text[dated[-1].end() : one.start]:
        return ""  # 2023年度“…”: the year of that honour alone
    if dated and text.count("，", dated[-1].end(), one.start) + text.count(",", dated[-1].end(), one.start) <= 1:
        return dated[-1][1]
    if one.by_list and (titled := _DECISION.search(page.document.title)) is not None:
        return titled[1]
    return page.reference[:4] if one.by_list or _NOW.search(text, begin, one.start + 3) else ""


def _unknown(text: str, known: list[Honour]) -> list[Honour]:
    """Honours in quotation marks behind a verb that grants, of no known name but formed like one."""
    found = []
    for hit in _QUOTED.finditer(text):
        start, end = hit.span("name")
        if any(h.start < end and start < h.end for h in known) or _BEHIND_VERB.search(text, 0, hit.start()) is None:
            continue
        if _LIKE.search(hit["name"]) or _PRAISED.search(hit["name"]):
            found.append(Honour(start, end, hit["name"], "", known=False))
    return found
