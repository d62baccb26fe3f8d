"""What stands about a number: the words before it and after it, up to marks, other numbers, subjects and times."""

from __future__ import annotations

import re

from loaders.press.knowledge import knowledge, longest_first
from loaders.press.marks import last_of
from loaders.press.statistics.quantities import Quantity
from loaders.press.statistics.wording import KEEP_BACK, is_verbal, measured, strip_back, strip_front

_AFTER = tuple(longest_first(knowledge("quantities")["drop_after"]))
_OWNING = ("的", "下属", "所属", "直属", "旗下")
_MARKS = "，。；：！？,;:!?\n\t"
_QUOTED = re.compile(r"[“\"《（(][^”\"》）)“\"《（(]{0,60}[”\"》）)]")
# What people who compete do, where the words go on or say no more: 168名选手参加角逐, 182名选手参加焊工、钳工….
# What two numbers in one clause have between them: 63家企业带来岗位2180个, 以3项…竞赛为龙头, 从5人发展至数十人.
_COUNTED = re.compile(
    rf"^([\u3400-\u9fff]{{0,6}}?(?:{'|'.join(longest_first(knowledge('quantities')['counted']))}))(?:{'|'.join(longest_first(knowledge('quantities')['offers']))}).*$"
)
_AS = re.compile(r"为(?:主体|支撑|重点|龙头|核心|基础|抓手|补充|载体|引领|主线|依托|骨干).*$")
_GROWS = re.compile(rf"^(?:{'|'.join(longest_first(knowledge('quantities')['changes']))})(?:到|至|为|成).*$")
# What of people is said of them all: 36名获奖选手全部参与美丽村寨建设.
_ALL = re.compile(
    r"^([\u3400-\u9fff]{1,8}?(?:选手|职工|员工|代表|学员|队员|会员|党员|干部|工匠|劳模))(?:全部|全都|共同|纷纷|踊跃|齐聚|欢聚|悉数).*$"
)
_TAKES_PART = re.compile(
    r"^(?P<who>[\u3400-\u9fff]{0,6}?(?:选手|代表队|参赛队|队员|队))(?:将|分别)?(?P<verb>参加|参与|同台|展开|齐聚|进行|参赛)(?P<rest>.*)$"
)
_CONTESTED = re.compile(r"^了?(?:角逐|比拼|竞技|比赛|较量|决赛|竞赛|激烈.*|.*[工员师匠手])?$")
_GROWN = re.compile(r"(?:大幅|显著|明显|稳步|持续|逐年|不断)*(?:最[高多大低少]|提升|提高|增长|增加|上升|下降|降低|改善)了?$")
_LONGEST_HEAD, _LONGEST_TAIL, _LONGEST_VERB = 40, 24, 26


def _contestants(found: re.Match[str]) -> str:
    """Those who compete, without what they do where that is all that is said; else the words as they are."""
    if _CONTESTED.match(found["rest"]) is None:
        return found[0]
    return ("" if found["who"].startswith("参") else "参与" if found["verb"] == "参与" else "参赛") + found["who"]


class Surroundings:
    """A unit and its quantities, by whose number they are asked for; marks inside quotation marks and brackets part nothing.

    Args:
        edges: ranges of subjects and of times, which are no part of what was counted; sorted.
        others: ranges of bodies that do something to what was counted (由某某总工会给予…); likewise.
    """

    def __init__(self, text: str, edges: list[tuple[int, int]], others: list[tuple[int, int]], quantities: list[Quantity]) -> None:
        self.text, self.edges, self.others, self.quantities = text, edges, others, quantities
        self.flat = _QUOTED.sub(self._masked, text)

    def _masked(self, quoted: re.Match[str]) -> str:
        """A quoted name as so many marks; one that holds a quantity stays, and words that end a sentence end what is before them."""
        if quoted[0][-2] in "。！？":
            return quoted[0][:-1] + "。"
        return quoted[0] if any(quoted.start() <= q.start < quoted.end() for q in self.quantities) else "“" * len(quoted[0])

    def left(self, number: int) -> int:
        """Where the words before a number begin: after a mark, or after the number before it."""
        quantity = self.quantities[number]
        floor = self.quantities[number - 1].end if number else 0
        mark = max(self.flat.rfind(char, floor, quantity.start) for char in _MARKS + "（(")
        return max(floor, mark + 1)

    def _right(self, number: int) -> int:
        """Where the words after a number end: at a mark, a joint of a list, or the next number."""
        quantity = self.quantities[number]
        following = self.quantities[number + 1].start if number + 1 < len(self.quantities) else len(self.text)
        stop = following
        for place in range(quantity.end, min(following, quantity.end + _LONGEST_TAIL)):
            if self.flat[place] in _MARKS + "、）)（(":
                return place
        return min(stop, quantity.end + _LONGEST_TAIL)

    def head(self, left: int, end: int, *, alone: bool) -> tuple[int, str]:
        """The words before a number without the list, the subject and the time that they begin with; and where they begin.

        Args:
            alone: whether nothing after the number says what was counted, so that a list before it is kept.
        """
        begin = self._past_edges(left, end)
        joint = self.flat.rfind("、", begin, end)
        if joint >= 0:
            counted = any(left <= q.start < joint for q in self.quantities)
            after = self._past_edges(joint + 1, end)
            if counted or (is_verbal(self.text[after:end]) and not alone) or measured(self.text[after:end], "的"):
                begin = after
            elif not alone:
                return end, ""
        begin = max(
            [begin, *(stop for start, stop in self.others if begin <= start and stop < end and (not alone or self._counts(stop, end)))]
        )
        words = self.text[begin:end]
        if words.rstrip().endswith(("等", "等地", "等的")) or (not alone and len(words) > _LONGEST_VERB):
            return end, ""
        stripped = strip_front(words)
        begin += max(words.rfind(stripped), 0)
        return begin, strip_back(stripped)[-_LONGEST_HEAD:]

    def _counts(self, begin: int, end: int) -> bool:
        """Whether what is left of a run says what was counted."""
        return len(strip_back(strip_front(self.text[begin:end]))) > 1

    def _past_edges(self, begin: int, end: int) -> int:
        """Past the subjects and times with which a run begins."""
        for start, stop in self.edges:
            lead = self.text[begin:start]
            if begin <= start < stop <= end and (lead.endswith(_OWNING) or not strip_front(re.sub(r"[\s，,、“”]", "", lead))):
                begin = stop
        return begin

    def tail(self, number: int) -> tuple[int, str]:
        """Where the words after a number end, and the words without particles."""
        end = self._right(number)
        words = self.text[self.quantities[number].end : end].strip().removeprefix("的")
        words = "" if words in _AFTER else words
        for word in _AFTER:
            if words.endswith(word) and len(words) > len(word) + 1 and not words.endswith(KEEP_BACK):
                words = words.removesuffix(word)
                break
        quantity = self.quantities[number]
        if number + 1 < len(self.quantities) and end == self.quantities[number + 1].start:
            words = words.partition("的")[0]  # 25家企业的工会主席共60人
            words = _COUNTED.sub(r"\1", words)
        words = _ALL.sub(r"\1", _GROWS.sub("", _AS.sub("", words)))
        words = _TAKES_PART.sub(_contestants, words)
        if self.text[quantity.start : quantity.end].rstrip().endswith("大") or self.text.endswith("来自", 0, quantity.start):
            words = words.partition("的")[0]  # 三大支撑的…体系, 来自36家企业的选手
        return end, words.strip()

    def before(self, start: int) -> str:
        """The words of the clause before one that only says how much (货车司机占比最高，达41%); empty where it has a number itself."""
        end = last_of(self.flat, "，,", start)
        if end < 0 or self.text[end + 1 : start].strip():
            return ""
        begin = last_of(self.flat, _MARKS + "、", end) + 1
        if any(begin <= q.start < end for q in self.quantities):
            return ""
        return _GROWN.sub("", strip_front(self.text[self._past_edges(begin, end) : end]))

    def purpose(self, end: int) -> str:
        """What time was spent on: the clause after 花费三年多时间."""
        following = next((q for q in self.quantities if q.start > end), None)
        stops = [p for p in (self.flat.find(char, end + 1) for char in _MARKS) if p >= 0]
        stop = min([*stops, len(self.text), *([following.start] if following else [])])
        return self.text[end + 1 : stop].strip()
