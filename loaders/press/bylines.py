"""Bylines: who wrote, photographed or introduced a text, before or behind their names, and what notes say of where authors work."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from loaders.press.flow import Paragraph
from loaders.press.knowledge import knowledge, longest_first
from loaders.press.makers import LABEL, OF, is_labelled
from loaders.press.names import Names
from loaders.press.rows import is_signature, is_spaced

CreditRole = Literal["author", "photographer", "editor-note"]

_BAR = r"[\s　]*[|｜:：][\s　]*"
_GAP = "[ \\t　]*(?:[、,，;；/／&和]|[ \\t　])[ \\t　]*"
# Figures behind an author's name: 某某1　某某2.
_FIGURES = re.compile(r"[\d¹²³⁴⁵*＊](?:[,，]?[\d¹²³⁴⁵*＊])*")
# Where an author works, behind the name: 某某（炼铁总厂）.
_PLACE = re.compile(r"[（(](?![^（）()]{0,20}(?:记者|通讯员|文|图|摄|作者)[\s　:：/])[\u3400-\u9fff]{4,20}[)）]")
_RAISED = str.maketrans("¹²³⁴⁵", "12345")
_HAN = re.compile(r"[\u3400-\u9fff·•]{2,9}")
_SPACED = re.compile(r"([\u3400-\u9fff])[ 　]([\u3400-\u9fff])(?![\u3400-\u9fff])")
_BEGINS = re.compile(r"^[\s　□■●◎○▲△\-—]*[（(]?[\s　]*")
_MEDIUM = r"[\u3400-\u9fff·]{2,14}(?:网|报|日报|电视台|广播电台|通讯社|客户端|公众号|在线)"
_PAPER = re.compile(
    rf"(?:来源|稿源|摘自|原载|转自|(?<![根依数证])据)[\s　]*[|｜/／:：]?[\s　]*《(?P<a>[^《》]{{2,20}})》"
    rf"|(?:来源|稿源)[\s　]*[|｜/／:：][\s　]*(?P<b>{_MEDIUM})(?=[\s　）)]|$)"
    rf"|^[\s　]*(?P<c>{_MEDIUM})(?=讯[\s　（(]|消息[\s　（(]|[\s　]+\d{{4}}[-年./])"
    rf"|[（(]据?(?P<d>(?!据){_MEDIUM})[\s　]+(?=文|图|记者|通讯员|摄影)"
)
_SIGNED = 60
_ENTERED = re.compile(
    r"(?:(?:本[刊报]|特约|首席|见习)?(?:记者|通讯员|撰稿|评论员)[\s　]*)?"
    r"(?P<name>[\u3400-\u9fff][\s　][\u3400-\u9fff](?![\u3400-\u9fff])|[\u3400-\u9fff·]{2,9}?)"
    r"(?:[（(][^（）()]{2,24}[)）])?(?:[\s　]*(?P<made>文/图|文|摄|图|整理|编译))?(?=[、，,;；/／\s　.．…·]|$)"
)
_MADE: dict[str, tuple[CreditRole, ...]] = {"摄": ("photographer",), "图": ("photographer",), "文/图": ("author", "photographer")}
_CLOSING = re.compile(r"(?:[。！？!?”]|^)[\s　]*[（(](?P<names>[\u3400-\u9fff][\u3400-\u9fff 　、]{1,20})[)）][\s　]*$")
_SIGNED_NAMES = r"(?<![\u3400-\u9fff])(?P<names>[\u3400-\u9fff·]{2,8}(?:[、 　][\u3400-\u9fff·]{2,4}){0,4})"


@dataclass(frozen=True, slots=True)
class Credit:
    """A person who made a text or a picture: the name's run in the paragraph, and where the words begin and end that say so."""

    role: CreditRole
    start: int
    end: int
    begins: int
    ends: int


class Bylines:
    """Finds credits by their labels: 文 | 某某, （记者 某某 通讯员 某某）, 某某 摄."""

    def __init__(self, names: Names) -> None:
        words = knowledge("bylines")
        self.names = names
        self.roles: dict[str, tuple[CreditRole, ...]] = {}
        for role in ("author", "photographer", "editor-note"):
            self.roles |= dict.fromkeys(words[role], (role,))
        self.roles |= dict.fromkeys(words["both"], ("author", "photographer"))
        every = "|".join(map(re.escape, longest_first([*self.roles, *words["other"]])))
        loose = "|".join(map(re.escape, longest_first([w for w in self.roles if len(w) > 1])))
        # With a bar or a colon a label may stand wherever a word may begin; without, at the beginning or behind a bracket or a label.
        self.barred = re.compile(rf"(?:^|(?<=[\s　)）。”》（(，,；;]))(?P<label>{every}){_BAR}")
        self.slashed = re.compile(rf"(?:^|(?<=[\s　)）。”（(]))(?P<label>{every})[\s　]*[/／][\s　]*(?=[\u3400-\u9fff])")
        self.loose = re.compile(rf"(?:^|(?<=[（(\s　]))(?P<label>{loose})(?:[\s　]+|(?=[\u3400-\u9fff]))")
        self.turned = re.compile(rf"(?:^|(?<=[\s　（(，,;；、]))(?P<label>{LABEL})[\s　]*[/／|｜:：\s　][\s　]*")
        self.every = re.compile(rf"(?:{every})(?:{_BAR}|[/／\s　]|$)")
        self.behind: list[tuple[re.Pattern[str], tuple[CreditRole, ...]]] = []
        behind: tuple[tuple[str, tuple[CreditRole, ...]], ...] = (
            ("behind_both", ("author", "photographer")),
            ("behind_photographer", ("photographer",)),
            ("behind_author", ("author",)),
        )
        for key, roles in behind:
            marks = "|".join(map(re.escape, longest_first(words[key])))
            self.behind.append((re.compile(rf"{_SIGNED_NAMES}[\s　]*[/／]?[\s　]*(?:{marks})[\s　]*[）)。]?[\s　]*$"), roles))
        headed = "|".join(map(re.escape, longest_first(words["headed"])))
        self.headed = re.compile(
            rf"[（(][^（()）]{{0,12}}(?:{headed})|^[\s　□■●◎○▲△\-—]*(?:本[报刊网社]讯[\s　]*)?(?:[\u3400-\u9fff]{{0,4}}(?:{headed}))[\s　]"
        )

    def find(self, paragraph: Paragraph) -> list[Credit]:
        """The credits of a paragraph from left to right, each name once for each role."""
        text = paragraph.text
        found: dict[tuple[int, str], Credit] = {}
        for credit in [*self._before(text), *self._behind(text), *self._labelled(text, 0), *self._closing(text)]:
            found.setdefault((credit.start, credit.role), credit)
        return sorted(found.values(), key=lambda c: (c.start, c.role))

    def papers(self, text: str) -> Iterator[tuple[int, int]]:
        """Where the name of the paper stands from which a text is taken (来源 | 《某某工报》)."""
        for hit in _PAPER.finditer(text):
            yield next(span for group in "abcd" if (span := hit.span(group))[0] >= 0)

    def signed(self, text: str) -> list[tuple[int, int]]:
        """The names of a line that holds nothing but names, as beneath a title; none where it holds anything else."""
        begin = _BEGINS.match(text)
        assert begin is not None
        found, end = self._names(text, begin.end())
        return found if found and len(text) <= _SIGNED and text[end:].strip(" 　\t)）") == "" else []

    def entered(self, text: str, start: int, end: int) -> list[Credit]:
        """The authors of an entry of a contents page: 某某 某某（某大学）, 某某 文　某某 摄."""
        signed = text[:end]
        made = [c for c in [*self._behind(signed, start), *self._labelled(signed, start)] if c.start >= start]
        if made:
            return sorted(made, key=lambda c: (c.start, c.role))
        found = []
        for hit in _ENTERED.finditer(text, start, end):
            if is_signature(re.sub(r"[\s　]", "", hit["name"]), self.names):
                roles = _MADE.get(hit["made"] or "", ("author",))
                found += [Credit(role, *hit.span("name"), hit.start("name"), hit.end("name")) for role in roles]
        return found

    def _before(self, text: str) -> Iterator[Credit]:
        hits = [h for pattern in (self.barred, self.slashed) for h in pattern.finditer(text)]
        if self.headed.search(text):
            hits += self.loose.finditer(text)
        seen: set[int] = set()
        for hit in sorted(hits, key=lambda h: (h.start("label"), -h.end())):
            if hit.start("label") in seen:
                continue
            seen.add(hit.start("label"))
            found, _ = self._names(text, hit.end())
            for start, end in found:
                for role in self.roles.get(hit["label"], ()):
                    yield Credit(role, start, end, hit.start("label"), end)

    def _labelled(self, text: str, start: int) -> Iterator[Credit]:
        """Names behind role words in a line, or the end of one, that holds nothing else: 文 某某　图 某某."""
        if not is_labelled(text[start:]):
            return
        for hit in self.turned.finditer(text, start):
            for one in self._names(text, hit.end())[0]:
                yield from (Credit(role, *one, hit.start(), one[1]) for role in self.roles[hit["label"]])

    def _behind(self, text: str, start: int = 0) -> Iterator[Credit]:
        """Names before role words at the end of a text from a place on, those at its very end first: 某某 文　某某 摄."""
        stop = len(text)
        while (made := self._made(text, start, stop)) is not None:
            found, roles, stop, ends = made
            yield from (Credit(role, *one, one[0], ends) for one in found for role in roles)

    def _made(self, text: str, start: int, stop: int) -> tuple[list[tuple[int, int]], tuple[CreditRole, ...], int, int] | None:
        """The names before the role words that end at a place, their roles, and where that begins and ends."""
        for pattern, roles in self.behind:
            hit = pattern.search(text, max(start, stop - _SIGNED), stop)
            if hit is None:
                continue
            label = re.match(rf"{OF}(?:(?:本报记者|本刊记者|本网记者|记者|通讯员)[\s　]*)?", text[hit.start("names") :])
            found, end = self._names(text, hit.start("names") + (label.end() if label else 0))
            if end != hit.end("names"):
                return None
            return found, roles, len(text[: hit.start("names")].rstrip(" 　，,;；、")), hit.end()
        return None

    def _closing(self, text: str) -> Iterator[Credit]:
        """Names alone in brackets behind the last full stop: …活动覆盖200人。（某某）."""
        hit = _CLOSING.search(text, max(0, len(text) - _SIGNED))
        found = self._names(text, hit.start("names"))[0] if hit is not None else []
        plain = [re.sub(r"[ 　]", "", text[start:end]) for start, end in found]
        if hit is not None and found and found[-1][1] == hit.end("names") and all(map(self.names.is_name, plain)):
            yield from (Credit("author", start, end, found[0][0], end) for start, end in found)

    def _names(self, text: str, position: int) -> tuple[list[tuple[int, int]], int]:
        """Names in a row from a place on, and where the row ends; another label ends it."""
        found: list[tuple[int, int]] = []
        end = position
        while self.every.match(text, position) is None:
            hit = _SPACED.match(text, position)
            if hit is not None and is_spaced(hit[1], hit[2], self.names):
                stop = hit.end()
            else:
                hit = _HAN.match(text, position)
                if hit is None or not is_signature(hit[0], self.names):
                    break
                stop = hit.end()
            found.append((position, stop))
            figures = _FIGURES.match(text, stop)
            end = figures.end() if figures is not None else stop
            place = _PLACE.match(text, end)
            end = place.end() if place is not None else end
            gap = re.compile(_GAP).match(text, end)
            if gap is None:
                break
            position = gap.end()
        return found, end


def figures_of(text: str, end: int) -> str:
    """The figures right behind a name that ends at a place, by which notes tell where its bearer works (1,2); empty where none stand."""
    found = _FIGURES.match(text, end)
    return found[0].translate(_RAISED) if found is not None else ""
