"""Words said: quotation marks beside a verb of saying, in either order, or behind a colon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.press.knowledge import knowledge, longest_first
from loaders.press.marks import last_of
from loaders.press.person import Person

_WORDS = knowledge("quotations")
_SAYS = "|".join(longest_first(_WORDS["says"]))
_PRONOUN = re.compile("|".join(_WORDS["pronouns"]))
_QUOTED = re.compile(r"“([^“”]*(?:“[^“”]*”[^“”]*)*)”|「([^「」]*)」|\"([^\"\n]*)\"")
_SAYINGS = "|".join(longest_first(_WORDS["sayings"]))
_HEARERS = "|".join(longest_first(_WORDS["hearers"]))
_BEFORE = re.compile(rf"(?:(?:{_SAYS})(?:了|到)?(?:{_HEARERS})?|(?:的|那|这)?(?:一|这|那)?句?(?:{_SAYINGS})就?是)[：:，,]\s*$")
_HE_DOES = re.compile(r"(?:^|[。！？，,])(?:他|她)(?!们)[^，。！？“”：]{1,10}[：:]$")
# To whom something is said: “…。”他对身后的徒弟某某说.
_TO = re.compile(r"(?:对|向|跟|给|告诉|叮嘱|嘱咐|提醒|劝)[^，。！？“”]{0,12}$")
_OWN = re.compile(rf"(?:的|那|这)(?:一|这|那)?[句番段]?(?:{_SAYINGS})")
_AFTER = re.compile(rf"[^。！？“”\"]{{0,16}}?(?:{_SAYS})")
_HE = re.compile(r"[，,]?(?:这是|这句话是)?(?:他|她)(?!们)")
# Before the speaker there may be the occasion: “…。”在表彰会上，…某某说, “…！”谈起未来，某某….
_NEAR = re.compile(r"[，,]?(?:[^，。！？“”\"]{0,16}[，,])?[^，。！？“”\"]{0,30}")
_SPOKEN_OF = re.compile(r"(?:谈[起到及]|说[起到]|提[起到及]|聊[起到]|回忆起|回想起|回首|展望)[^，。！？“”\"]{1,16}[，,]")
_I = re.compile("[我咱俺]")
# What before a colon leads to words that are written up, not said.
_WRITTEN = re.compile(r"(?:写着|题写|题词|印着|刻着|标语|口号|横幅|主题|题目|标题|名为|命名|规定|要求)[^，。]{0,6}[：:，,]$")
_SENTENCE = re.compile(r"[。！？!?…，,—]$")
_LEAST = 6
_BACK = 24


@dataclass(frozen=True, slots=True)
class Said:
    """Words said in a unit: the text without quotation marks, where it stands, and who says it; None for one of an earlier unit."""

    text: str
    start: int
    end: int
    speaker: Person | None


def find_said(text: str, people: list[Person]) -> list[Said]:
    """The words in quotation marks of a unit that one of its people says; those on both sides of 某某说 are one."""
    kept: list[Said] = []
    for said in _each(text, people):
        last = kept[-1] if kept else None
        if last is not None and last.speaker is said.speaker and _splits(text, last, said):
            kept[-1] = Said(last.text + said.text, last.start, said.end, last.speaker)
        else:
            kept.append(said)
    return kept


def _each(text: str, people: list[Person]) -> Iterator[Said]:
    for found in _QUOTED.finditer(text):
        words = next(group for group in found.groups() if group is not None)
        if len(words) < _LEAST or not words.strip():
            continue
        start = found.start() + 1
        speaker = _before(text, found.start(), people)
        if speaker is None and _SENTENCE.search(words):
            speaker = _beside(text, found.start(), words, people) or _after(text, found.end(), people, ours=_I.search(words) is not None)
        if speaker is not None or (_SENTENCE.search(words) and _is_by_earlier(text, found.start(), found.end(), people)):
            yield Said(words, start, start + len(words), speaker)


def _before(text: str, position: int, people: list[Person]) -> Person | None:
    """Who stands before the verb: 某某说：“…”, 他说：“…”."""
    verb = _BEFORE.search(text, max(0, position - _BACK), position)
    if verb is None:
        return None
    sentence = last_of(text, "。！？”", verb.start())
    inside = [p for p in people if sentence < p.start and p.end <= verb.start() + 1]
    if inside:
        return inside[-1]
    told = _subject(text, [p for p in people if p.end <= verb.start()])
    return told if told is not None and _PRONOUN.search(text[sentence + 1 : verb.start()]) else None


def _beside(text: str, position: int, words: str, people: list[Person]) -> Person | None:
    """Who stands alone in the sentence before words that are led to by a colon, or of which somebody says 我: 某某笑了：“…。”."""
    mark = text[position - 1 : position]
    if mark not in ("：", ":") and (mark not in ("，", ",") or not _I.search(words)):
        return None
    sentence = max((text.rfind(stop, 0, position) for stop in "。！？”"), default=-1)
    inside = [p for p in people if sentence < p.start and p.end <= position]
    if not inside and mark in ("：", ":") and _HE_DOES.search(text, sentence + 1, position):
        return _subject(text, [p for p in people if p.end <= position])
    return inside[0] if len(inside) == 1 and not _WRITTEN.search(text, inside[0].end, position) else None


def _after(text: str, position: int, people: list[Person], *, ours: bool) -> Person | None:
    """Who stands after the words: “…”某某说, “…”谈起未来，某某…, “…”某某至今记得师父某某的这句叮咛.

    Args:
        ours: whether somebody says 我 in them: then any verb may follow the name.
    """
    ahead = [p for p in people if p.start >= position and not _TO.search(text, position, p.before)]
    own = next((p for p in ahead if _OWN.match(text, p.end) and _NEAR.fullmatch(text, position, p.start)), None)
    if own is not None:
        return own
    if ahead and _NEAR.fullmatch(text, position, ahead[0].start):
        said = _AFTER.match(text, ahead[0].end) or _SPOKEN_OF.match(text, position, ahead[0].start)
        if said is not None or (ours and _closes(text, position)):
            return ahead[0]
    pronoun = _HE.match(text, position)
    told = _subject(text, [p for p in people if p.end <= position])
    return told if pronoun and _AFTER.match(text, pronoun.end()) else None


def _is_by_earlier(text: str, start: int, end: int, people: list[Person]) -> bool:
    """Whether 他 beside words means somebody of an earlier unit, for nobody is named before them: “…。”他说."""
    if any(p.end <= start for p in people):
        return False
    pronoun = _HE.match(text, end)
    after = pronoun is not None and _AFTER.match(text, pronoun.end()) is not None
    verb = _BEFORE.search(text, max(0, start - _BACK), start)
    return after or (verb is not None and _PRONOUN.match(text, last_of(text, "。！？", verb.start()) + 1) is not None)


def _closes(text: str, position: int) -> bool:
    """Whether words that end before a place are sentences of their own, and no name in quotation marks."""
    return text[position - 2 : position - 1] in ("。", "！", "？", "!", "?", "…")


def _subject(text: str, told: list[Person]) -> Person | None:
    """Whom a pronoun means: the first of those whom the last sentence with people tells."""
    if not told:
        return None
    sentence = last_of(text, "。！？”", told[-1].start)
    return next(p for p in told if p.start > sentence)


def _splits(text: str, first: Said, second: Said) -> bool:
    """Whether 某某说 stands between two halves of what was said: “…，”某某说，“…”."""
    between = text[first.end + 1 : second.start - 1]
    return len(between) <= _BACK and "。" not in between and re.search(rf"(?:{_SAYS})[，,：:]\s*$", between) is not None
