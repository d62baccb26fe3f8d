"""What takes place on a day, told by its name: 第二届某某大赛在某地举行."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.press.dates import Dated
from loaders.press.event import HOW, Event, Lead, ordinal_of
from loaders.press.event_names import EventNames
from loaders.press.holdings import LONGEST_NAME
from loaders.press.knowledge import knowledge, longest_first
from loaders.press.organisers import Organisers
from loaders.press.venues import Venues

_WORDS = knowledge("events")
_NO_BODY = "".join(f"(?<!{body})" for body in _WORDS["bodies_end"])
_BEFORE = re.compile(r"(?P<name>[^，。；,：:]{4,70}?)(?:将|定|已|拟|拟定|预定|现定)?于$")
# With the day right behind the name, or behind what else is said of it: 某某大会历时三天，圆满完成各项议程，5月24日在某地闭幕.
_NAMED = re.compile(
    rf"(?P<name>[^，。；,：:]{{3,70}}?(?:{'|'.join(longest_first(_WORDS['ends']))}){_NO_BODY})(?:[（(][^）)]{{1,12}}[)）])?"
    r"(?:(?:历时|为期|经过|历经)[^，。；,]{1,12})?(?:[，,][^。；]{2,40}[，,])?$"
)
# A meeting in which something is done: 在20日召开的某某全委会上, 在某某会议上, 从9月5日举行的发布会上获悉.
_IN = re.compile(
    r"(?:在)?(?:召开|举行|举办)?的?(?P<name>[^，。；,]{3,50}?(?:会议?|论坛|仪式|典礼|活动))(?:上|中|期间)(?=[，,获得]|[\u3400-\u9fff]{2})"
)
_LATER = re.compile(
    r"(?:(?<=[。；，])在(?=新一届|第[^，。；,]{1,6}届)|(?:在)?(?:随后|当[天日]|同[日天]|会后|会上|紧接着)?(?:召开|举行|举办)的)"
    r"(?P<name>[^，。；,]{3,50}?会议?)上[，,]"
)
# A contest that a sentence names, and what is held of it on a later day.
_CONTEST = re.compile(r"(?:^|(?<=[，。；,]))(?P<name>[^，。；,]{4,50}?(?:大赛|竞赛|锦标赛|运动会|技能比武))(?=[于由自在，,共])")
_ENDED = re.compile(
    r"[，,]?(?:在(?P<where>[^，。；,]{2,20}?))?(?:顺利|圆满)*(?:完成|举行|进行|迎来)了?(?P<part>总决赛|决赛|半决赛|颁奖仪式|闭幕式)"
)
# The scene of an event before it: 市会议中心礼堂内气氛热烈，某某大会在这里开幕.
_SCENE = re.compile(rf"[^，。；,“”]{{2,30}}?(?:[内里外上]|现场)[^，。；,]{{0,4}}(?:{'|'.join(_WORDS['scenes'])})[^，。；]{{2,10}}[，,]")
_HERE = ("这里", "此", "此地", "这儿")
_PREFIX = re.compile(r"^由?(?P<run>[^。]{2,120}?(?:主办|承办|协办|举办))的")
_FINAL = re.compile(r"(?:(?<=[大竞比]赛)[\u3400-\u9fff]{0,12}?)?(?:总决赛|半决赛|决赛|初赛|复赛)$")
_QUOTED = re.compile(r"[“\"「][^”\"」]*[”\"」]")
# What opens, ends or honours a contest is a part of it.
_PART = re.compile(
    r"(?P<whole>.{4,60}?(?:[大竞比联]赛|比武|运动会)(?:.{0,12}?决赛)?)(?:暨.{2,30}?)?(?:开幕|闭幕|启动|颁奖|开赛|总结).{0,6}?[式典会]$"
)


class Happenings:
    """Finds the events that a sentence names and says to take place."""

    def __init__(self, names: EventNames, venues: Venues, organisers: Organisers, at: str) -> None:
        words = knowledge("events")
        happens = "|".join(longest_first(words["happens"]))
        self.names, self.venues, self.organisers = names, venues, organisers
        self.closes, self.begins = tuple(words["closes"]), tuple(words["begins"])
        self.happens = re.compile(rf"(?P<name>.{{3,{LONGEST_NAME}}}?){at}{HOW}(?P<verb>{happens})(?=[，。；,！]|$)")
        self.follows = re.compile(rf"{at}{HOW}(?:{happens})")
        self.this = re.compile(rf"(?:本届|本次|此次|该|这次)?(?:{'|'.join(longest_first(words['these']))})")

    def before(self, text: str) -> re.Match[str] | None:
        """What a text names right before a day."""
        return _BEFORE.match(text) or _NAMED.match(text)

    def inside(self, lead: Lead) -> Event | None:
        """A meeting in which something is done on its day: 在20日召开的某某全委会上，某某当选主席."""
        found = _IN.match(lead.text, lead.begins, lead.ends)
        if found is None or (lead.text[lead.begins] != "在" and not lead.text.endswith(("在", "从", "于"), lead.start, lead.dated.begins)):
            return None
        return self._inside(lead, found)

    def later(self, lead: Lead) -> Iterator[Event]:
        """The meetings of the same day that a paragraph tells behind an event: 在随后举行的第一次全体会议上."""
        for found in _LATER.finditer(lead.text, lead.begins, lead.ends):
            day = Dated(lead.dated.start, "", found.start(), found.start())
            yield self._inside(replace(lead, dated=day), found)

    def _inside(self, lead: Lead, found: re.Match[str]) -> Event:
        name = self.names.expand(found["name"], found.start("name"), lead.bodies)
        return Event(name, self.names.kind(name), lead.dated, found.start("name"), found.end("name"), ordinal=ordinal_of(name))

    def told_before(self, lead: Lead) -> Event | None:
        """Something named before its day takes place: 第二届某某大赛于11月5日在某地举行."""
        head = _PREFIX.match(lead.text[lead.start : lead.dated.begins])
        begins = lead.start + (head.end() if head is not None else 0)
        before = self.before(lead.text[begins : lead.dated.begins])
        hit = self.follows.match(lead.text, lead.begins, lead.ends) if before is not None else None
        if before is None or hit is None:
            return None
        start = begins + before.start("name")
        name = self.names.expand(before["name"].strip(), start, lead.bodies)
        event = Event(name, self.names.kind(name), lead.dated, start, hit.end())
        if head is not None:
            event.organisers += self.organisers.find(lead.text, lead.start, begins, lead.bodies)
        event.ordinal = ordinal_of(name)
        event.competition = _FINAL.sub("", name) if event.kind == "competition" else ""
        if hit["where"]:
            self.venues.put(event, hit["where"], hit.start("where"))
        return event

    def ended(self, text: str, start: int, dated: Dated) -> Event | None:
        """The end of a contest that the sentence told before its day: 某某大赛由甲主办，7月18日在泉州完成决赛."""
        contest, part = _CONTEST.search(text, start, dated.begins), _ENDED.match(text, dated.ends)
        if contest is None or part is None:
            return None
        name = self.names.plain(contest["name"] + part["part"])
        event = Event(name, self.names.kind(name), dated, contest.start("name"), part.end(), competition=contest["name"])
        event.ordinal = ordinal_of(name)
        if part["where"]:
            self.venues.put(event, part["where"], part.start("where"))
        return event

    def happened(self, lead: Lead) -> Event | None:
        """Something takes place: 第二届某某大赛在某地举行."""
        text = lead.text
        scene = _SCENE.match(text, lead.begins, lead.ends)
        begins = scene.end() if scene is not None else lead.begins
        sentence = text[begins : lead.ends]
        head = _PREFIX.match(sentence)
        hit = self.happens.match(sentence, head.end() if head is not None else 0)
        if hit is None or re.search(r"[，；,]", _QUOTED.sub("", hit["name"])):
            return None
        start = begins + hit.start("name")
        name = self.names.expand(hit["name"].strip(), start, lead.bodies)
        alone = self.this.match(name)
        name = lead.contest + name[alone.end() :] if alone is not None and lead.contest else name
        event = self._called(name, hit["verb"], lead, (start, begins + hit.end()))
        if hit["where"] and hit["where"] not in _HERE:
            self.venues.put(event, hit["where"], begins + hit.start("where"))
        if head is not None:
            event.organisers += self.organisers.find(text, begins, begins + head.end(), lead.bodies)
        return event

    def _called(self, name: str, verb: str, lead: Lead, place: tuple[int, int]) -> Event:
        """The event that a verb makes of what is named: what closes a contest, and what begins, are called after that."""
        event = Event(name, self.names.kind(name), lead.dated, *place, ordinal=ordinal_of(name))
        competes = event.kind == "competition"
        if verb in self.closes and competes:
            event.competition, event.name, event.kind = _FINAL.sub("", name), name + "闭幕式", "ceremony"
        elif verb in self.begins:
            event.name, event.kind = (name + "启动仪式", "ceremony") if competes else (name + verb, "launch")
            event.competition = name if competes else ""
        elif competes:
            event.competition = _FINAL.sub("", name)
        return event

    def whole(self, event: Event) -> str:
        """The contest that an event opens, ends or honours, by the event's name; nothing where it is none."""
        part = _PART.match(event.name)
        return _FINAL.sub("", part["whole"]) if part is not None else ""

    def speaks_of(self, text: str) -> bool:
        """Whether a paragraph speaks of the event told before (本次大赛由…)."""
        return self.this.search(text) is not None
