"""Where names may end, and which of two ends leaves the less strange rest: 罗青汇报工作, 罗青山汇报工作."""

from __future__ import annotations

import re

from loaders.press.given import Given
from loaders.press.knowledge import knowledge, longest_first
from loaders.press.lexicon import WORD, Lexicon
from loaders.press.places import Places

MARKS = ' \t　,，。、；;：:！!？?（(）)“”"‘’|｜《》[]【】—-…0123456789'
# What makes a body of a division's short name: 四川工人日报社.
_BODY = re.compile(r"[\u3400-\u9fff]{1,10}?(?:工会|公司|集团|[局厅社院委厂校会])")
# A body of a bare division: 市总工会, 县委.
_OFFICE = re.compile(r"[省市县区州](?:总工会|委|政府|人大|政协|[\u3400-\u9fff]{1,8}[局厅]|[\u3400-\u9fff]{1,8}委员会)")
# How many characters behind a name are looked at where its end is in doubt.
_AHEAD = 6
# The longest verb behind a word that leads to a noun, and what may stand between that verb and its noun.
_VERB = 5
_WITHIN = r"[^，。；,]{0,12}?"
# How strange a rare family name is, as the lexicon counts.
_RARE = 6.0


class Ends:
    """Judges the ends of names by what follows; ``long`` are the verbs and words that people in the news are followed by."""

    def __init__(self, places: Places) -> None:
        words = knowledge("roles")
        self.places = places
        self.long = re.compile("|".join(longest_first(words["follow_long"])))
        self.short = frozenset(words["follow_short"])
        self.before_nouns = frozenset(words["before_nouns"])
        people, given = "|".join(words["nouns_of_people"]), "|".join(words["given_to"])
        self.of_noun = re.compile(rf"{_WITHIN}的|{people}|{_WITHIN}(?:{people}){_WITHIN}(?:{given})")
        self.lexicon = Lexicon(frozenset(words["follow_long"]))
        self.given = Given(self.lexicon)

    def may_be(self, text: str, end: int, *, wide: bool = False) -> bool:
        """Whether a name may end at a place; ``wide`` says that any verb, adverb or auxiliary may follow."""
        if self.is_mark(text, end):
            return True
        if wide and (self.lexicon.word_at(text, end) in self.lexicon.predicates or text[end] in self.lexicon.alone):
            return True
        return text[end] in self.short or self.long.match(text, end) is not None or self._is_division(text, end)

    def is_mark(self, text: str, end: int) -> bool:
        """Whether the text or the clause ends at a place."""
        return end >= len(text) or text[end] in MARKS

    def acts(self, text: str, given: int, end: int) -> bool:
        """Whether a given name of usual characters is followed by a verb or an adverb."""
        if end >= len(text) or not self.given.is_usual(text[given:end]):
            return False
        if text[end] in self.lexicon.alone and (self.is_mark(text, end + 1) or self.lexicon.word_at(text, end + 1)):
            return True
        return self.lexicon.word_at(text, end) in self.lexicon.predicates

    def likelier(self, text: str, given: int) -> int:
        """Where a given name likelier ends that begins at a place, after two characters or after one, whatever follows."""
        if given + 2 > len(text):
            return given + 1
        stop = max(self._stop(text, given + 1), given + 2)
        longer, shorter = (self.given.cost(text[given:end]) + self._rest(text, end, stop) for end in (given + 2, given + 1))
        return given + 2 if longer <= shorter + (_RARE if self._lacks_noun(text, given + 1) else 0) else given + 1

    def _lacks_noun(self, text: str, start: int) -> bool:
        """Whether a word that leads to a noun would lead to a verb here: 农立为参加活动, but not 农立为参加活动的职工送水."""
        if text[start] not in self.before_nouns:
            return False
        verb = next((end for end in range(start + _VERB, start, -1) if text[start + 1 : end] in self.lexicon.verbs), 0)
        return verb > 0 and self.of_noun.match(text, verb) is None

    def is_no_word(self, text: str, start: int, end: int) -> bool:
        """Whether a name of three characters that a common word begins or reaches into is likelier than that word (黄金荣主持)."""
        stop, after = self._stop(text, end), 0
        if end - start > 2 and text[start:end] in self.lexicon.words:
            return False
        if text[start : start + 2] in self.lexicon.words:
            if end - start == 2:
                return self.is_mark(text, end) and text[start:end] not in self.lexicon.predicates
            after = start + 2
        elif text[max(0, start - 1) : start + 1] in self.lexicon.words:
            after = start + 1
        else:
            return True
        named = self.given.cost(text[start + 1 : end]) + self._rest(text, end, stop)
        return named < (WORD if after > start + 1 else 0) + self._rest(text, after, stop)

    def is_rather_name(self, text: str, start: int, end: int) -> bool:
        """Whether a run is likelier a name with a rare family name than words: 职工茶永明说, and not 职工红花绽放."""
        given, stop = text[start + 1 : end], self._stop(text, end)
        if given in self.lexicon.words or not set(given) <= self.given.common | self.given.leading | self.given.seldom:
            return False
        return _RARE + self.given.cost(given) + self._rest(text, end, stop) < self._rest(text, start, stop)

    def _stop(self, text: str, start: int) -> int:
        """How far what follows a name is looked at: to a mark, and not far."""
        end = min(start + _AHEAD, len(text))
        return next((at for at in range(start, end) if text[at] in MARKS), end)

    def _rest(self, text: str, start: int, end: int) -> float:
        """How strange the words behind a name are; a division is a word."""
        division = next((at for at in range(start, end) if self._is_division(text, at)), end)
        return self.lexicon.cost(text, start, division) + (WORD if division < end else 0)

    def _is_division(self, text: str, start: int) -> bool:
        """Whether a division, written with its unit or before a body, begins here (免去某某四川省总工会主席职务)."""
        found = self.places.at(text, start)
        if _OFFICE.match(text, start):
            return True
        return found is not None and (found[0] - start > 2 or _BODY.match(text, found[0]) is not None)
