"""What a sentence says before a prize of the item and the contest that it is of: 在电焊工赛项中，…; 在某某大赛焊工决赛中，…; 该项目."""

from __future__ import annotations

import re

from loaders.press.phrases import left_edge
from loaders.press.prize_words import PrizeWords

_NOUN = r"(?:赛项|项目|工种|组别|组|比赛|竞赛)"
_ROUND = r"(?:的?(?:总决赛|半决赛|决赛|比赛|较量|角逐|比拼|对决|争夺))?"
# In whose item the sentence speaks: 在电焊工赛项中，…; 电焊工赛项：….
_WITHIN = re.compile(rf"(?:^|[。；，！？：])(?:其中，?)?在?(?P<item>[^，。；、在]{{2,20}}?{_NOUN}){_ROUND}[中上里]?[，：]")
# A final that a contest's name leads to: 在某某大赛焊工决赛中.
# The item before a colon that prizes follow: 砌筑工：一等奖某某.
_LABEL = re.compile(r"(?:^|[。；：])(?P<item>[^，。；：、\s]{2,14})：(?=[^，。；：]{0,6}(?:等奖|[金银铜冠亚季][奖牌军]|第.名))")
_FINAL = re.compile(
    r"(?:大赛|竞赛|比武|运动会|锦标赛)(?P<item>[^，。；、的届年]{2,12}?)"
    r"(?:项目|赛项|工种|组)?(?:总决赛|决赛|比赛|较量|角逐)[中上里]"
)
# What tells that a contest is held, which is no item of one.
_HELD = re.compile("举办|举行|开展|组织|参加|启动|\\d月|\\d{4}年|第.{1,3}届|首届|^全[国省市]|杯")
# A word that means the item told last: 获该项目金牌.
_POINTS = re.compile(r"(?:该|本|此|这一|这个)(?:项目|赛项|工种|组别|项)")
_TOLD = re.compile(r"(?:项目|赛项|工种)(?=$|[^\u3400-\u9fff]|的?(?:比赛|比拼|决赛|角逐|较量|争夺|中|上|里|前|获奖))")
_LEAST, _AHEAD = 2, 8


class Settings:
    """Finds the item that what stands before a prize has set."""

    def __init__(self, words: PrizeWords) -> None:
        self.words = words

    def item(self, text: str, sentence: int, place: int) -> tuple[str, int]:
        """The item that a sentence has set before a place, with where it says so; empty where it has set none."""
        hits = [hit for pattern in (_WITHIN, _FINAL, _LABEL) for hit in pattern.finditer(text, max(0, sentence - 1), place + _AHEAD)]
        hits = [hit for hit in hits if hit.end() <= place and _HELD.search(hit["item"]) is None]
        last = max(hits, key=lambda hit: hit.start(), default=None)
        return (self.words.plain_item(last["item"]), last.start()) if last is not None else ("", -1)

    def meant(self, text: str, written: str, place: int) -> str:
        """The item that words such as 该项目 mean at a place: the one told last before it."""
        return self.told(text, place) if _POINTS.fullmatch(written.strip("“”的")) else ""

    def told(self, text: str, place: int) -> str:
        """The item that a text named last before a place."""
        for hit in reversed(list(_TOLD.finditer(text, 0, place))):
            start = left_edge(text, hit.end())
            item = self.words.plain_item(re.sub("^(?:获得|参加|进行)", "", text[start : hit.end()]))
            if len(item) >= _LEAST and not _POINTS.fullmatch(text[start : hit.end()]):
                return item
        return ""
