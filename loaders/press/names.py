"""Names of people: where one begins and ends. Rules give the right end that a model of characters misses."""

from __future__ import annotations

import re
from typing import Literal

from loaders.press.knowledge import knowledge, longest_first, rows, surnames
from loaders.press.places import Places

_HAN = re.compile(r"[\u3400-\u9fff]")
_MARKS = ' \t　,，。、；;：:！!？?（(）)“”"‘’|｜《》[]【】—-…0123456789'
_FOREIGN = re.compile(r"[\u3400-\u9fff]{2,6}(?:[·•・][\u3400-\u9fff]{2,6})+")
# What makes a body of a division's short name: 四川工人日报社.
_BODY = re.compile(r"[\u3400-\u9fff]{1,10}?(?:工会|公司|集团|[局厅社院委厂校会])")
# A body of a bare division: 市总工会, 县委.
_OFFICE = re.compile(r"[省市县区州](?:总工会|委|政府|人大|政协|[\u3400-\u9fff]{1,8}[局厅]|[\u3400-\u9fff]{1,8}委员会)")
_CONJUNCTIONS = ("和", "与", "及", "同")
_LEAST_SOUNDS = 3
_AFTER_LABEL = "，,。、；;：:（( 　"

Evidence = Literal["title", "byline", "label", "none"]
"""What stands before a place: a title leaves little but a name, a label such as 职工 leaves much else."""
TITLE: Evidence = "title"
BYLINE: Evidence = "byline"
LABEL: Evidence = "label"
NONE: Evidence = "none"


class Names:
    """Finds where a name ends that begins at a given place."""

    def __init__(self, places: Places) -> None:
        words = knowledge("roles")
        self.places = places
        self.single, self.double = surnames()
        self.long = re.compile("|".join(longest_first(words["follow_long"])))
        self.short = frozenset(words["follow_short"])
        self.before_places = frozenset(words["before_places"])
        self.never = frozenset(words["never_in_names"])
        self.words = frozenset(words["not_names"])
        self.weak = frozenset(words["weak_surnames"])
        self.leading = frozenset(words["leading_surnames"])
        self.offices = tuple(words["offices_end"])
        self.addresses = frozenset(words["addresses"])
        self.general = frozenset(words["general"])
        self.verbs = tuple(words["verbs"])
        sounds = {
            kind: "".join(word for row in rows("transliterated") for word in row[1:] if row[0] == kind) for kind in ("first", "second")
        }
        self.sounds = re.compile(rf"[{sounds['first']}]{{{_LEAST_SOUNDS},6}}")
        self.wider = re.compile(rf"[{sounds['first']}{sounds['second']}]{{4,7}}")
        self.first_sounds = frozenset(sounds["first"])

    def end(self, text: str, start: int, known: frozenset[str] | set[str] = frozenset(), *, evidence: Evidence = NONE) -> int:
        """Where the name that begins at ``start`` ends, or 0 where none begins there.

        A name already known in the document wins; else family name and two characters, then one, where a mark or a word
        follows that people in the news are followed by.

        Args:
            evidence: what stands before. After a title a name may be written by its sounds (古丽娜) or have a family name that is a
                common word (和, 全); after a label only three characters or a strong word count.
        """
        foreign = _FOREIGN.match(text, start)
        if foreign is not None:
            return self._foreign_end(text, foreign)
        for length in (4, 3, 2):
            written = text[start : start + length]
            if len(written) == length and written in known and (length > 2 or self._ends(text, start + length)):
                return start + length
        if text[start : start + 1] in _CONJUNCTIONS and self.places.at(text, start + 1) is not None:
            return 0
        found = self._family(text, start)
        sounding = self._sounding(text, start) if evidence in (TITLE, LABEL) else 0
        if sounding > max(found, start + 3):
            return sounding
        if found and text[start] in self.weak and (evidence != TITLE or not self._stands_after_title(text, start, found)):
            found = 0
        if found and evidence == LABEL and not self._stands_after_label(text, start, found):
            found = 0
        return found or sounding

    def _foreign_end(self, text: str, name: re.Match[str]) -> int:
        """Where a name with dots ends: before the first word that names are followed by (努尔兰·别克代表…), else with its characters."""
        last = max(name[0].rfind(mark) for mark in "·•・") + 1 + name.start()
        return next((end for end in range(last + 2, name.end()) if self._ends(text, end)), name.end())

    def listed(self, text: str, start: int, known: set[str]) -> int:
        """Where a name ends that stands in a list of people; there it may be written by its sounds."""
        sounding = self._sounding(text, start)
        return max(self.end(text, start, known), sounding if sounding > start + 3 else 0)

    def guess(self, text: str, start: int) -> int:
        """Where a name of three characters ends after a body and a title, whatever word follows; 0 where none may begin."""
        end = start + (4 if text[start : start + 2] in self.double else 3)
        formed = self._formed(text[start:end]) or (self.has_family_name(text[start:end]) and self._ends(text, end))
        fits = end <= len(text) and formed and not set(text[start + 1 : end]) & (self.never | set(_MARKS))
        return end if fits and text[start] not in self.weak and text[start + 1 : start + 3] not in self.words else 0

    def _family(self, text: str, start: int) -> int:
        first = 2 if text[start : start + 2] in self.double else 1 if text[start : start + 1] in self.single else 0
        if first == 0:
            return 0
        longer, shorter = start + first + 2, start + first + 1
        goes_on = self.long.match(text, shorter) or (text[shorter : shorter + 1] in self.before_places and self._is_division(text, longer))
        if self._fits(text, start, longer) and not (goes_on and self._fits(text, start, shorter)):
            return self._unless_division(text, start, longer)
        return self._unless_division(text, start, shorter) if self._fits(text, start, shorter) else 0

    def _unless_division(self, text: str, start: int, end: int) -> int:
        """The end of a name; 0 where it is the beginning of a division's (金台 in 金台区总工会)."""
        found = self.places.at(text, start)
        return 0 if found is not None and found[0] > end else end

    def _stands_after_title(self, text: str, start: int, end: int) -> bool:
        """Whether a name whose family name is a common word is surely one: 代表由工会推举 and 选手全部参与 tell of nobody."""
        if end == len(text) or text[end] in _MARKS:
            return True
        return text[start] not in self.leading and (text[end] not in "会与" or self.long.match(text, end) is not None)

    def _stands_after_label(self, text: str, start: int, end: int) -> bool:
        if self.long.match(text, end) is not None:
            return True
        if end - start > 2:
            return end == len(text) or text[end] in _AFTER_LABEL
        return text[end : end + 1] == "、" and self._family(text, end + 1) > 0

    def _sounding(self, text: str, start: int) -> int:
        for pattern in (self.wider, self.sounds):
            run = pattern.match(text, start)
            for end in range(run.end() if run is not None else 0, start + _LEAST_SOUNDS - 1, -1):
                enough = pattern is self.sounds or 2 * sum(c in self.first_sounds for c in text[start:end]) >= end - start > _LEAST_SOUNDS
                if enough and self._ends(text, end):
                    return end
        return 0

    def is_name(self, text: str) -> bool:
        """Whether the whole text is formed like a name of two to four characters."""
        return 2 <= len(text) <= 4 and self._formed(text)

    def has_family_name(self, text: str) -> bool:
        """Whether the whole text is a family name and two characters, even if it begins with a common word (党建平)."""
        return len(text) == 3 and text[0] in self.single and all(map(_HAN.match, text))

    def _formed(self, text: str) -> bool:
        if text[:2] in self.words or not all(_HAN.match(c) for c in text):
            return False
        if len(text) == 3 and text[2] in self.offices and self._is_short(text[:2]):
            return False
        return (text[:2] in self.double and len(text) > 2) or (text[0] in self.single and len(text) <= 3)

    def _is_short(self, name: str) -> bool:
        """Whether a division is called so without its unit: 白云工 is the union of 白云区."""
        return any(name + unit in self.places.ranks for unit in ("", "市", "区", "县"))

    def _fits(self, text: str, start: int, end: int) -> bool:
        return end <= len(text) and text[end - 1] not in self.never and self._formed(text[start:end]) and self._ends(text, end)

    def _ends(self, text: str, end: int) -> bool:
        if end >= len(text) or text[end] in _MARKS:
            return True
        return text[end] in self.short or self.long.match(text, end) is not None or self._is_division(text, end)

    def _is_division(self, text: str, start: int) -> bool:
        """Whether a division, written with its unit or before a body, begins here (免去某某四川省总工会主席职务)."""
        found = self.places.at(text, start)
        if _OFFICE.match(text, start):
            return True
        return found is not None and (found[0] - start > 2 or _BODY.match(text, found[0]) is not None)
