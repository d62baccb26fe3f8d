"""Works that running text speaks of by their titles in 《》: plans, policies, regulations, books, papers, handbooks, standards."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.press.bodies.organisation import Organisation
from loaders.press.knowledge import knowledge, longest_first
from loaders.press.marks import last_of

_TITLE = re.compile(r"《(?P<title>[^《》]{2,70}(?:[《〈][^《》〈〉]{1,50}[》〉][^《》]{0,30}){0,3})》")
_VERSION = re.compile(r"(?:[（(][^（）()]{1,24}[)）]|\d{4}(?:[-—]\d{4})?年?版?|[试暂]行(?:办法)?)+$")
_YEAR = re.compile(r"((?:19|20)\d{2})年(?:\d{1,2}月(?:\d{1,2}日)?)?[，,]?")
_PUBLISHED = re.compile(r"(?:一书)?[^，。；]{0,6}由[^，。；]{2,14}出版社(?:正式|公开)?出版")
# Who brought a book out, and when, in brackets behind it: 《…》（江北人民出版社1999年出版）.
_IMPRINT = re.compile(
    r"[（(](?P<house>[\u3400-\u9fff]{2,12}(?:出版社|出版集团|书社|书局|书店))[，,\s]*(?:(?P<year>(?:19|20)\d{2})年[\d月]*)?(?:正式|公开)?(?:出版|版)?[)）]"
)
_SENTENCE = "。！？!?；;"
_LIST = re.compile(r"[、和及与，,]?(?:以及)?(?:联合|共同|会同)?$")
_LINKS = ("", "、", "和", "及", "以及", "与")
_NEAR, _BEFORE = 30, 8
_KINDS = ("policy", "plan", "regulation", "handbook", "standard", "paper", "book")
_AGREEMENT = "agreement"
_LEAST, _LEAST_LAW = 4, 3


@dataclass(frozen=True, slots=True)
class Work:
    """A work in a paragraph: the run with its marks, its title and kind, who brought it out and when, where the sentence says so.

    ``start`` is where the words begin that say all that; ``title_start`` to ``end`` is the title with its marks; ``made`` tells
    that a verb before it says that it was drawn up, by whomever.
    """

    start: int
    title_start: int
    end: int
    title: str
    kind: str
    issuers: tuple[Organisation, ...]
    year: str
    made: bool = False


class Works:
    """Finds works by their titles; a title of no known kind is none, nor is one that its neighbours say is a song or a paper."""

    def __init__(self) -> None:
        words = knowledge("works")
        self.kinds: dict[str, str] = {ending: kind for kind in (*_KINDS, _AGREEMENT) for ending in words[kind]}
        self.media = tuple(words["media"])
        brings, goes_by = ("|".join(longest_first(words[key])) for key in ("brings", "goes_by"))
        self.brings = re.compile(rf"(?:{brings})(?:了|过|并[印出]版|出版)?的?$|(?:{goes_by})$")
        self.cites = re.compile(rf"(?:[一这]书|[一这]?文)?[中里][，,]?[^，。；《》]{{0,10}}?(?:{'|'.join(longest_first(words['cites']))})")
        self.ending = re.compile(rf"(?:{'|'.join(longest_first(list(self.kinds)))})$")
        self.behind: dict[str, str] = words["behind"]
        self.what = re.compile("|".join(longest_first(list(self.behind))))
        self.before_books = tuple(words["before_books"])
        self.reads = re.compile(rf"(?:{'|'.join(longest_first(words['reads']))})(?:了|过|图书|书籍|名著|经典)?$")
        self.not_behind = tuple(words["not_behind"])
        self.not_before = re.compile(rf"(?:{'|'.join(longest_first(words['not_before']))})[了过的：:|｜\s“]{{0,3}}$")
        self.issues = re.compile(
            rf"(?:{'|'.join(longest_first(words['issues']))})(?:了|的|并实施|并印发|实施|下发)?(?:[^，。；;《》]{{0,8}})?$"
        )
        self.uses = re.compile(rf"(?:{'|'.join(words['uses'])})[^，。；;]{{0,12}}$")
        self.generic = frozenset(words["generic"])

    def find(self, text: str, bodies: list[Organisation], own: frozenset[str] = frozenset()) -> Iterator[Work]:
        """The works of a paragraph.

        Args:
            bodies: the organisations of the paragraph.
            own: titles that are none here: the periodical's, its articles'.
        """
        end = -1
        listed: Work | None = None
        for hit in _TITLE.finditer(text):
            title = hit["title"].strip()
            kind = self._kind(text, hit, title)
            kind = "" if kind is None and listed is not None and self._goes_on(listed, text[end : hit.start()], title) else kind
            if kind is None or title in own or _VERSION.sub("", title) in self.generic:
                end = -1
                continue
            follows = listed if listed is not None and text[end : hit.start()] in _LINKS else None
            listed = self._told(text, hit, title, kind, bodies, follows)
            end = hit.end()
            yield listed

    def _goes_on(self, listed: Work, between: str, title: str) -> bool:
        """Whether a title is a work because the one right before it in a list is, whose ending did not make it one."""
        return listed.kind == "" and between in _LINKS and not title.endswith(self.media)

    def kind_of(self, title: str) -> str:
        """The kind that the last words of a title make, or nothing."""
        kind = self._ending(title)
        return kind if kind != _AGREEMENT else ""

    def _ending(self, title: str) -> str:
        found = self.ending.search(_VERSION.sub("", title))
        return self.kinds[found[0]] if found is not None else ""

    def _kind(self, text: str, hit: re.Match[str], title: str) -> str | None:
        if text.startswith(self.not_behind, hit.end()) or self.not_before.search(text, max(0, hit.start() - _BEFORE), hit.start()):
            return None
        plain = _VERSION.sub("", title)
        kind = self._ending(title)
        if kind and len(plain) >= (_LEAST_LAW if plain.endswith("法") else _LEAST):
            return kind if kind != _AGREEMENT else ""
        is_read = self.reads.search(text, max(0, hit.start() - _BEFORE), hit.start()) is not None
        if is_read or _PUBLISHED.match(text, hit.end()) or self._is_written(text, hit, title):
            return "book"
        said = self.what.match(text, hit.end())
        if said is not None:
            return self.behind[said[0]] or None
        return "" if self._is_work(text, hit, title) else None

    def _is_written(self, text: str, hit: re.Match[str], title: str) -> bool:
        before = hit.start() - (text[hit.start() - 1 : hit.start()] == "的")
        return text.endswith(self.before_books, 0, before) and not title.endswith(self.media)

    def _is_work(self, text: str, hit: re.Match[str], title: str) -> bool:
        """Whether what stands about a title of no known kind makes it a work: who brought it out, went by it, or says something in it."""
        if title.endswith(self.media):
            return False
        cited = text.endswith("在", 0, hit.start()) and self.cites.match(text, hit.end()) is not None
        return cited or self.brings.search(text, max(0, hit.start() - _BEFORE), hit.start()) is not None

    def _told(self, text: str, hit: re.Match[str], title: str, kind: str, bodies: list[Organisation], follows: Work | None) -> Work:
        sentence = last_of(text, _SENTENCE, hit.start()) + 1
        if follows is not None:
            return Work(hit.start(), hit.start(), hit.end(), title, kind, follows.issuers, follows.year, follows.made)
        issuers, start = self._issuers(text, hit.start(), sentence, bodies)
        year = ""
        if issuers or self.issues.search(text, sentence, hit.start()):
            dated = _YEAR.search(text, sentence, start)
            if dated is not None and len(text[dated.end() : start].strip()) <= _NEAR and not self.uses.search(text, sentence, hit.start()):
                year, start = dated[1], dated.start()
        imprint = _IMPRINT.match(text, hit.end())
        if imprint is not None:
            house = Organisation(*imprint.span("house"), imprint["house"], "media")
            return Work(hit.start(), hit.start(), hit.end(), title, kind, (house,), imprint["year"] or "", made=False)
        published = _PUBLISHED.match(text, hit.end())
        if published is not None and not issuers:
            issuers = tuple(one for one in bodies if hit.end() < one.start < published.end() and one.kind == "media")
        if not issuers and kind not in ("book", "paper"):
            issuers = tuple(one for one in bodies if one.start == hit.start() + 1 and one.end < hit.end() - 1)
        made = not self.uses.search(text, sentence, hit.start()) and self.issues.search(text, sentence, hit.start()) is not None
        return Work(start, hit.start(), hit.end(), title, kind, issuers, year, made)

    def _issuers(self, text: str, title: int, sentence: int, bodies: list[Organisation]) -> tuple[tuple[Organisation, ...], int]:
        """The bodies that brought it out: right before the title, or before a verb such as 印发."""
        before = [one for one in bodies if sentence <= one.start and one.end <= title]
        if not before or self.uses.search(text, before[-1].end, title):
            return (), title
        last = before[-1]
        verb = self.issues.search(text, last.end, title)
        between = text[last.end : title]
        if between.strip(" 　") != "" and (verb is None or len(between) > _NEAR or re.search(r"[，,]", between)):
            return (), title
        found = [last]
        for one in reversed(before[:-1]):
            if _LIST.fullmatch(text[one.end : found[0].start]) is None:
                break
            found.insert(0, one)
        return tuple(found), found[0].start
