"""Visits: where somebody goes and what is done there, with the stops on the way (来到某县，先后走进甲、乙，看望慰问…)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.press.knowledge import knowledge, longest_first

_GO = r"(?:来到|前往|莅临|抵达|来|赴|到|深入|走进)"
_HOW = r"(?:冒[雪雨]|冒着[^，。；,]{2,6}|顶着[^，。；,]{2,6}|先后|分别|依次|随后|分赴|实地|集中|专程|现场|亲切|亲自|一路)*"
_STOP = rf"[，,](?:并|还)?{_HOW}(?:{_GO}|参观|察看|查看|听取|了解|考察|调研|与)[^，。；,]{{2,60}}"
_LED = r"(?:率队|带队|率领?[^，。；,]{2,16}?|带领[^，。；,]{2,30}?)(?:等?一行)?(?:\d{1,3}人)?"
# Whom somebody leads abroad: 率云南工会代表团一行5人.
_DELEGATION = re.compile(r".{0,8}?率领?(?P<party>[^，。；,]{0,16}?(?:代表|考察|访问|交流)团)")
_BRINGS = "送(?:去|上|来|出)"
_BARE = 4  # 调研, 看望慰问: no name without who came and where
_INSPECTED = re.compile(r"调研|考察|督导|检查|督查|视察")


@dataclass(frozen=True, slots=True)
class Visit:
    """A visit as a clause tells it: its words without the stops, where it led first, and where all this stands in the text."""

    name: str
    start: int
    end: int
    where: str
    where_start: int
    led: bool = False

    @property
    def kind(self) -> str:
        """``inspection`` where it is called so, else ``visit``."""
        return "inspection" if _INSPECTED.search(self.name) else "visit"


class Visits:
    """Finds the visit that a text tells right behind those who go."""

    def __init__(self) -> None:
        goes = "|".join(longest_first(knowledge("events")["goes"]))
        to = rf"{_HOW}{_GO}(?P<where>[^，。；,]{{1,30}}?)"
        way = rf"(?:{_STOP}){{0,4}}?(?P<rest>[，,]?(?:并|还)?{_HOW}(?:{_GO}[^，。；,]{{2,60}}?)?)"
        why = r"(?:[，,]?(?:就|围绕|为|向|给|与|同)[^，。；,]{2,30}?)?"
        does = why + r"(?:开展|进行)?(?:代表[^，。；,]{2,20}?|[“\"][^“”\"]{2,20}[”\"](?:主题)?)?"
        self.goes = re.compile(
            rf"(?:同志)?(?:[（(][^）)]{{1,12}}[)）])?(?P<party>等?一行|[^，。；,]{{0,4}}等(?:领导)?)?(?P<lead>{_LED})?[，,]?(?P<to>{to})?{way}{does}"
            rf"(?P<name>(?:{goes}|{_BRINGS})(?!组|团)[^，。；,]{{0,40}})"
        )
        self.abroad = re.compile(
            rf"(?:同志)?(?:[（(][^）)]{{1,12}}[)）])?(?P<lead>{_LED})?(?:等?一行)?(?:\d{{1,3}}人)?[，,]?"
            rf"(?:{_HOW}(?:对|赴|到|前往)(?P<where>[^，。；,]{{2,24}}?)(?:进行|开展)?了?"
            r"(?:为期[^，。；,]{1,6}的)?(?P<name>(?:友好|工作|学习|交流|考察|正式)*访问)|(?P<goes>出访|访问)(?P<country>[^，。；,]{2,20}))"
        )
        self.sends = re.compile(
            rf"(?:领导|机关|主要负责同志|负责人)?(?:{to}{way}{does}|{_HOW}(?:开展|组织)?)(?P<name>(?:{goes}|{_BRINGS}|到访|来访|参观)[^，。；,]{{2,40}})"
        )

    def of_person(self, text: str, name: str, begins: int, ends: int) -> Visit | None:
        """The visit of somebody whose name ends at ``begins``; who leads others is named with it (某某率队到佛山调研)."""
        found = self.goes.match(text, begins, ends)
        if found is None:
            return self._abroad(text, name, begins, ends)
        to = found["to"] or ""
        if to == "" and (found["lead"] or len(found["name"]) <= _BARE):
            return self._abroad(text, name, begins, ends)
        words = to + found["name"] if found.end("to") == found.start("name") else found["name"]
        if found["name"].startswith("送") and to:
            words = re.sub("[，,]", "", text[found.start("to") : found.end("name")])
        words = words if len(found["name"]) > _BARE else name + to + found["name"]
        if found["lead"]:
            stops = re.search("[，,]", text[found.end("to") : found.start("name")])
            words = name + (found["lead"] + to + found["name"] if stops else text[found.start("lead") : found.end("name")])
        return Visit(words, begins, found.end("name"), found["where"] or "", found.start("where"), bool(found["lead"]))

    def _abroad(self, text: str, name: str, begins: int, ends: int) -> Visit | None:
        """A visit to a country: 率代表团对老挝进行友好访问, 访问越南; a delegation's is called after it."""
        found = self.abroad.match(text, begins, ends)
        if found is None:
            return None
        where = "country" if found["country"] else "where"
        party = _DELEGATION.match(found["lead"] or name)
        words = (party["party"] if party is not None else name + (found["lead"] or "")) + (found["goes"] or "访问") + found[where]
        return Visit(words, begins, found.end(), found[where], found.start(where), bool(found["lead"]))

    def of_body(self, text: str, begins: int, ends: int) -> Visit | None:
        """The visit that bodies make which end at ``begins``: 市总工会联合市教育局慰问留守教师."""
        found = self.sends.match(text, begins, ends)
        if found is None:
            return None
        return Visit(found["name"], begins, found.end(), found["where"] or "", found.start("where"))
