"""Names of people: where one begins and ends. Rules give the right end that a model of characters misses."""

from __future__ import annotations

import re
from typing import Literal

from loaders.press.ends import MARKS, Ends
from loaders.press.knowledge import knowledge, surnames
from loaders.press.places import Places
from loaders.press.sounds import Sounds

_HAN = re.compile(r"[\u3400-\u9fff]")
CONJUNCTIONS = ("和", "与", "及", "同")
_LONGEST = 8
_OFFICES = ("总工会", "工会", "党委", "人民政府", "政府", "人大", "纪委", "党支部", "党总支", "村委会")
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
        self.ends = Ends(places)
        self.before_places = frozenset(words["before_places"])
        self.never = frozenset(words["never_in_names"])
        self.words = frozenset(words["not_names"])
        self.weak = frozenset(words["weak_surnames"])
        self.leading = frozenset(words["leading_surnames"])
        self.offices = tuple(words["offices_end"])
        self.addresses = frozenset(words["addresses"])
        self.general = frozenset(words["general"])
        self.verbs = tuple(words["verbs"])
        self.firms = tuple(knowledge("organisations")["groups"])
        self.lexicon = self.ends.lexicon
        self.sounds = Sounds(self.lexicon)

    def end(self, text: str, start: int, known: frozenset[str] | set[str] = frozenset(), *, evidence: Evidence = NONE) -> int:
        """Where the name that begins at ``start`` ends, or 0 where none begins there.

        A name already known in the document wins; else family name and two characters, then one, where a mark or a word
        follows that people in the news are followed by.

        Args:
            evidence: what stands before. After a title a name may be written by its sounds (古丽娜) or have a family name that is a
                common word (和, 全); after a label only three characters or a strong word count.
        """
        foreign = self.sounds.dotted(text, start)
        if foreign:
            return foreign
        for length in range(_LONGEST if text[start : start + 1] in self.sounds.initials else 4, 1, -1):
            written = text[start : start + length]
            if len(written) == length and written in known and (length > 2 or self._ends_known(text, start)):
                return start + length
        if text[start : start + 1] in CONJUNCTIONS and (
            self.places.at(text, start + 1) is not None or text.startswith(self.firms, start + 1)
        ):
            return 0
        found = self._family(text, start, wide=evidence != NONE)
        sounding = self._sounding(text, start) if evidence != NONE else 0
        if sounding > max(found, start + 3):
            return sounding
        if found and text[start] in self.weak and not self._is_surely(text, start, found, evidence):
            found = 0
        if found and evidence == LABEL and not self._stands_after_label(text, start, found):
            found = 0
        return found or sounding

    def sounded(self, text: str, start: int) -> int:
        """Where a name ends that is made of known parts (达瓦, 索南扎西) and begins at a place; 0 where none does."""
        return self.sounds.parted(text, start, lambda of, at: self.ends.may_be(of, at, wide=True))

    def listed(self, text: str, start: int, known: set[str]) -> int:
        """Where a name ends that stands in a list of people; there it may be written by its sounds."""
        sounding = self._sounding(text, start)
        return max(self.end(text, start, known, evidence=BYLINE), sounding)

    def guess(self, text: str, start: int) -> int:
        """Where a name ends after a body and a title, whatever word follows; 0 where none may begin."""
        first = 2 if text[start : start + 2] in self.double else 1
        end = self.ends.likelier(text, start + first) if start + first + 2 <= len(text) else len(text)
        written = text[start:end]
        formed = self._formed(written) or (self.has_family_name(written) and self.ends.may_be(text, end))
        fits = len(written) > first and formed and not set(written[1:]) & (self.never | set(MARKS))
        word = text[start + 1 : start + 3] in self.words or not self.ends.is_no_word(text, start, end)
        weak = text[start] in self.weak and not (len(written) > 2 and self.ends.is_rather_name(text, start, end))
        return end if fits and not weak and not word else 0

    def _family(self, text: str, start: int, *, wide: bool = False) -> int:
        """Where a name ends that begins with a family name; of two ends that may be, the one that leaves the less strange rest."""
        first = 2 if text[start : start + 2] in self.double else 1 if text[start : start + 1] in self.single else 0
        if first == 0:
            return 0
        ends = [end for end in (start + first + 2, start + first + 1) if self._may(text, start, end, wide=wide)]
        fitting = [end for end in ends if self.ends.may_be(text, end, wide=wide)]
        if len(ends) > 1 and (wide or len(fitting) > 1) and fitting:
            fitting = [self.ends.likelier(text, start + first)]
        return self._unless_division(text, start, fitting[0]) if fitting else 0

    def _ends_known(self, text: str, start: int) -> bool:
        """Whether a known name of two characters ends where it should, and is not the beginning of a longer one."""
        return self.ends.may_be(text, start + 2, wide=True) and (
            not self._formed(text[start : start + 3]) or self.ends.likelier(text, start + 1) == start + 2
        )

    def _unless_division(self, text: str, start: int, end: int) -> int:
        """The end of a name; 0 where it is the beginning of a division's (金台 in 金台区总工会)."""
        found, end = self.places.at(text, start), min(end, len(text))
        town = end - start > 2 and text[end - 1] in "镇乡村" and text.startswith(_OFFICES, end)
        return 0 if town or (found is not None and found[0] > end) else end

    def _is_surely(self, text: str, start: int, end: int, evidence: Evidence) -> bool:
        """Whether a name whose family name is a common word is surely one: 代表由工会推举 and 选手全部参与 tell of nobody."""
        if evidence == TITLE and self.ends.is_mark(text, end):
            return True
        led = text[start] in self.leading and (end - start < 3 or text[start + 1] not in self.ends.given.leading)
        if led or text[start : start + 2] in self.lexicon.words:
            return False
        if text[end : end + 1] in ("会", "与"):
            return evidence == TITLE and self.ends.long.match(text, end) is not None
        if evidence == LABEL and text[end : end + 1] == "、" and self._family(text, end + 1, wide=True):
            return self.ends.given.is_usual(text[start + 1 : end])
        return (evidence == TITLE or end - start > 2) and evidence != NONE and self.ends.is_rather_name(text, start, end)

    def _stands_after_label(self, text: str, start: int, end: int) -> bool:
        if self.ends.long.match(text, end) is not None:
            return True
        acts = text[start : start + 2] not in self.lexicon.words and self.ends.acts(text, start + 1, end)
        if end - start > 2:
            return end == len(text) or text[end] in _AFTER_LABEL or acts or self.ends.is_rather_name(text, start, end)
        return (text[end : end + 1] == "、" and self._family(text, end + 1, wide=True) > 0) or acts

    def _sounding(self, text: str, start: int) -> int:
        """Where a name ends that is written by its sounds; one of two characters only before a mark or a verb."""
        end = self.sounds.parted(text, start, lambda of, at: self.ends.may_be(of, at, wide=True)) or self.sounds.sounding(
            text, start, self.ends.may_be
        )
        sure = end - start > 2 or self.ends.is_mark(text, end) or self.ends.long.match(text, end) is not None
        return self._unless_division(text, start, end) if end and sure else 0

    def is_name(self, text: str) -> bool:
        """Whether the whole text is formed like a name: of two to four characters, or of parts that are written by their sounds."""
        return (2 <= len(text) <= 4 and self._formed(text)) or self.sounds.is_parted(text)

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

    def _may(self, text: str, start: int, end: int, *, wide: bool) -> bool:
        """Whether a run is formed like a name; ``wide`` says that it must be told from common words."""
        if end > len(text) or text[end - 1] in self.never or not self._formed(text[start:end]):
            return False
        return not wide or self.ends.is_no_word(text, start, end)
