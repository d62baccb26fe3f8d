"""Who takes a prize or an honour: those named before the verb, those whom a clause without a name means, those named behind 由."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.press.bodies.organisation import Organisation
from loaders.press.marks import last_of
from loaders.press.person import Person
from loaders.press.prize_words import PrizeWords
from loaders.press.subjects import meant

_CLAUSE = re.compile(r"[，,。；;！!？?]")
_BRACKET = r"(?:[（(][^）)]{1,16}[)）])?"
_LINK = re.compile(rf"{_BRACKET}(?:、|和|及|以及|与|，|,)(?:来自|选手|职工|员工|工人)?")
# A link to a name before which something stands that is not known for a body.
_LOOSE = re.compile(rf"{_BRACKET}(?:、|和|及|以及|与)[\u3400-\u9fffA-Za-z0-9（）()“”]{{2,30}}")
# What tells that those named behind 由 give a prize, and do not win it.
_GIVES = re.compile("授予|颁发|命名|奖励|推荐|给予|认定|晋升|颁奖")
_PRONOUN = re.compile(r"(?:他|她|其|我)(?!们)")
# What may stand between a prize and the one beside it who has it.
_HOLDER = re.compile(r"(?:获得者|得主|选手|的)?[、，,]?")
# What a work is called that was told before: 该作品, 这项成果.
_WORK = re.compile(r"(?:该|这项|此|这件|这一|该项)(?:作品|成果|项目|课题|论文|方案|提案|操作法|发明|工法)")
# What may stand between a body and the one of it who wins.
_BETWEEN = ("", "的", "职工", "的职工", "员工", "选手", "代表队选手", "工人", "队员", "代表")


class Takers:
    """Finds who takes what a verb such as 获得 gives."""

    def __init__(self, words: PrizeWords) -> None:
        self.words = words

    def before(self, text: str, verb: int, people: list[Person], bodies: list[Organisation]) -> list[Person | Organisation]:
        """Who stands right before the verb, and those before them in a list."""
        found: list[Person | Organisation] = []
        ends = verb
        both: list[Person | Organisation] = [*people, *bodies]
        for one in sorted(both, key=lambda x: (-x.end, x.start)):
            if one.end > ends or (found and one.end > found[0].start):
                continue
            between = text[one.end : ends]
            if not found and self.words.before.fullmatch(between):
                found = [one]
            elif found and isinstance(one, type(found[0])) and self._links(text, one, found[0], bodies):
                found.insert(0, one)
            elif found and isinstance(found[0], Person) and isinstance(one, Organisation) and self._is_of(text, one, found[0]):
                continue
            else:
                break
            ends = found[0].start
        return found

    def meant(self, text: str, verb: int, people: list[Person]) -> list[Person | Organisation]:
        """Whom a clause without a name means: 他…获得, and the one person with whom its sentence begins."""
        clause = last_of(text, "，,。；;！？", verb) + 1
        pronoun = _PRONOUN.match(text, clause, verb)
        if self.words.before.fullmatch(text, pronoun.end() if pronoun else clause, verb) is None:
            return []
        person, _ = meant(text, clause, verb, people)
        return [person] if person is not None else []

    def behind(self, begin: int, text: str, people: list[Person], bodies: list[Organisation]) -> Iterator[Person | Organisation]:
        """Those named from a place to the end of the clause, people where there are any; nobody where they give the prize (由…授予)."""
        stop = _CLAUSE.search(text, begin)
        end = stop.start() if stop is not None else len(text)
        inside: list[Person | Organisation] = [p for p in people if begin <= p.start < end]
        inside = inside or [b for b in bodies if begin <= b.start < end]
        if inside and _GIVES.search(text, inside[-1].end, end) is None:
            yield from inside

    def beside(self, text: str, start: int, end: int, people: list[Person], bodies: list[Organisation]) -> list[Person | Organisation]:
        """The one who stands right behind a prize that nobody is said to win: 第二名、某某公司某某; 焊工项目冠军某某."""
        begin = end + len(_HOLDER.match(text, end)[0])  # type: ignore[index]
        person = next((p for p in people if begin <= p.start and not text[begin : self._begins(text, p, bodies)].strip("“”")), None)
        listed = text[start - 1 : start] in tuple("：:、，,；;（(")
        if person is None or not (listed or begin == person.before == end or begin > end):
            return []
        row: list[Person | Organisation] = [person]
        for one in people:
            if one.start > person.start and self._links(text, row[-1], one, bodies) and "，" not in text[row[-1].end : one.start]:
                row.append(one)
        return [] if self.words.verb.match(text, row[-1].end) is not None else row  # who goes on to win another

    def of_work(self, text: str, verb: int, people: list[Person]) -> list[Person | Organisation]:
        """Who made the work that a clause begins with that wins: 某某在展示作品《…》。该作品…获金奖."""
        sentence = last_of(text, "。！？!?；;", verb) + 1
        if _WORK.match(text, sentence, verb) is None:
            return []
        told = [p for p in people if p.end <= sentence]
        quoted = text.find("《", told[-1].end, sentence) if told else -1
        return [told[-1]] if quoted >= 0 or (told and "“" in text[told[-1].end : sentence]) else []

    def _is_of(self, text: str, body: Organisation, person: Person) -> bool:
        """Whether a body stands before the one of it who wins."""
        return body.end >= person.before - 1 or text[body.end : person.before] in _BETWEEN

    def _begins(self, text: str, person: Person, bodies: list[Organisation]) -> int:
        """Where what stands before a name begins, its body told."""
        ends = [b for b in bodies if b.end <= person.before and text[b.end : person.before] in _BETWEEN]
        return ends[-1].start if ends else person.before

    def _links(self, text: str, one: Person | Organisation, other: Person | Organisation, bodies: list[Organisation]) -> bool:
        """Whether two stand in one list, the second perhaps with its body before it."""
        begins = self._begins(text, other, bodies) if isinstance(other, Person) else other.start
        between = text[one.end : begins]
        if _LINK.fullmatch(between):
            return True
        people = isinstance(one, Person) and isinstance(other, Person)
        return people and _LOOSE.fullmatch(between) is not None and self.words.verb.search(between) is None
