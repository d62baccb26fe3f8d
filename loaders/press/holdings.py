"""What bodies hold on a day: meetings and the like, agreements that they sign, visits that they pay."""

from __future__ import annotations

import re

from loaders.press.bodies.organisation import Organisation
from loaders.press.event import AT, BEHIND, TOGETHER, Event, Lead, ordinal_of
from loaders.press.event_names import EventNames
from loaders.press.knowledge import knowledge, longest_first
from loaders.press.venues import Venues
from loaders.press.visits import Visits

LONGEST_NAME = 70
"""Of an event, in code points."""
_TEAM = re.compile(r"(?:调研|慰问|考察|督导|检查|巡查|工作)组|代表团|宣讲团|双方|两地")
_BODY = re.compile(r"[、和与及]|(?:牵头|牵头，)?(?:联合|会同|携手)")
_WITH = re.compile(r"联合|会同|携手")
# Those of a body who act: its party group, its team, its artists.
_OF_BODY = re.compile(
    r"(?:(?:党组|党委)?理论学习中心组|党组|党委|机关(?:党委)?|领导班子|班子成员|[“\"][^”\"]{2,20}[”\"])?"
    r"(?:[\u3400-\u9fff]{0,6}?(?:小分队|宣讲团|宣讲队|服务队|艺术团|文工团|工作组|调研组|慰问组|检查组|督导组|代表团|考察团|慰问团))?"
)
# A body in a row of which only the kind is said: 公司工会联合团委开展….
_UNNAMED = re.compile(r"[\u3400-\u9fff]{0,6}?(?:团委|党委|妇联|科协|[部处科室办]|中心)(?=[、和与及]|联合|共同|在|开展|举办|举行|召开|组织)")
_UNNAMED_ROW = re.compile(r"[、和与及]|联合|会同")
# Whom a body sends to do it, and where: 组织30名志愿者到某地开展…, 走进某地，开展….
_SENDS = (
    r"[还也又]?(?:(?P<sent>组织[^，。；,]{2,24}?)?(?:到|赴|前往|深入|走进|来到)(?P<there>[^，。；,]{2,30}?)(?:[，,]并?)?"
    r"|组织[^，。；,]{2,24}?(?=开展|举办|举行))?"
)
_VISITS = re.compile("看望|慰问|走访")
_QUOTES = '“"「'
_SIGNS = re.compile(
    rf"{AT}{TOGETHER}(?P<verb>签署|签订|签定)了?(?P<what>[^，。；,]{{0,40}}(?:协议|备忘录|合同|合作书|责任书|意向书|框架|公约)[”》]?)"
)


class Holdings:
    """Finds the events that bodies hold."""

    def __init__(self, names: EventNames, venues: Venues, visits: Visits, at: str) -> None:
        holds = "|".join(longest_first(knowledge("events")["holds"]))
        self.names, self.venues, self.visits = names, venues, visits
        outings = "|".join(longest_first(knowledge("events")["outings"]))
        self.takes = re.compile(
            rf"组织[^，。；,]{{2,24}}?(?:到|赴|前往)(?P<there>[^，。；,]{{2,20}}?)(?:免费|集中|开展|进行|分批)*(?:{outings})[^，。；,]{{0,8}}"
        )
        self.holds = re.compile(rf"{_SENDS}{at}{TOGETHER}(?P<verb>{holds})了?(?P<name>[^，。；,]{{3,{LONGEST_NAME}}})")

    def held(self, lead: Lead) -> Event | None:
        """Bodies hold something: 省总工会召开党组会议; the day may stand behind them."""
        text = lead.text
        opened = _WITH.match(text, lead.begins)  # who does it with them is not said: 会同甲、乙举办
        at = opened.end() if opened is not None else lead.begins
        first = [o for o in lead.bodies if o.start == at]
        team = _TEAM.match(text, at) if not first else None
        subject = at
        if not first and team is None:
            subject = lead.start
            first = [o for o in lead.bodies if o.start == subject and o.end <= lead.dated.begins]
            if not first:
                return None
        bodies, position = self._row(text, first, team, lead.bodies)
        if subject == lead.start < lead.dated.begins:
            if BEHIND.fullmatch(text, position, lead.dated.begins) is None:
                return None
            position = lead.begins
        own = _OF_BODY.match(text, position, lead.ends)[0]  # type: ignore[index]
        position += len(own)
        hit = self.holds.match(text, position)
        if hit is None or hit.end() > lead.ends:
            return self._signed(lead, bodies, position) or self._sent(lead, bodies, position) or self._took(lead, bodies, position)
        name = hit["name"].strip()
        if hit["there"] and not hit["sent"] and name[0] not in _QUOTES and (sent := self._sent(lead, bodies, position)) is not None:
            return sent
        alone = len(bodies) == 1 and opened is None and _UNNAMED_ROW.search(text, bodies[0].end, position) is None
        if alone and not self.names.stands_alone(name):
            name = bodies[0].name + (own if own != "机关" else "") + name
        event = Event(self.names.plain(name), self.names.kind(name), lead.dated, subject, hit.end("name"))
        event.ordinal = ordinal_of(name)
        if hit["verb"] not in ("召开", "组织召开") and event.kind not in ("meeting", "study"):
            event.organisers += [(body, "holder", hit.end("verb")) for body in bodies]
        for group in ("where", "there"):
            if hit[group]:
                self.venues.put(event, hit[group], hit.start(group))
        return event

    def _row(
        self, text: str, first: list[Organisation], team: re.Match[str] | None, found: list[Organisation]
    ) -> tuple[list[Organisation], int]:
        """The bodies that act together, and where the last one ends."""
        bodies, position = first[:1], first[0].end if team is None else team.end()
        while (mark := _BODY.match(text, position)) is not None:
            following = next((o for o in found if o.start == mark.end()), None)
            if following is None:
                unnamed = _UNNAMED.match(text, mark.end())
                if unnamed is not None:
                    position = unnamed.end()
                    continue
                break
            bodies.append(following)
            position = following.end
        return bodies, position

    def _signed(self, lead: Lead, bodies: list[Organisation], begins: int) -> Event | None:
        """Bodies sign something: 省总工会与某某银行在杭州签署战略合作协议."""
        found = _SIGNS.match(lead.text, begins, lead.ends)
        if len(bodies) < 2 or found is None:
            return None
        parties = "、".join(body.name for body in bodies[:-1]) + "与" + bodies[-1].name
        name = self.names.plain(parties + found["verb"] + found["what"])
        event = Event(name, "ceremony", lead.dated, bodies[0].start, found.end())
        if found["where"]:
            self.venues.put(event, found["where"], found.start("where"))
        return event

    def _took(self, lead: Lead, bodies: list[Organisation], begins: int) -> Event | None:
        """Bodies take people somewhere: 县总工会组织120名环卫工人到县人民医院免费体检."""
        found = self.takes.match(lead.text, begins, lead.ends)
        if found is None or not bodies:
            return None
        event = Event(self.names.plain(bodies[0].name + found[0]), "activity", lead.dated, bodies[0].start, found.end())
        event.organisers += [(body, "holder", found.start("there")) for body in bodies]
        self.venues.put(event, found["there"], found.start("there"))
        return event

    def _sent(self, lead: Lead, bodies: list[Organisation], begins: int) -> Event | None:
        """Bodies go somewhere: 市总工会联合市教育局慰问留守教师."""
        found = self.visits.of_body(lead.text, begins, lead.ends)
        if found is None:
            return None
        who, start = (bodies[0].name, bodies[0].start) if bodies else (lead.text[lead.begins : begins], lead.begins)
        event = Event(self.names.plain(who + found.name), found.kind, lead.dated, start, found.end)
        event.visitors = bodies if _VISITS.match(found.name) else []
        if found.where:
            self.venues.put(event, found.where, found.where_start)
        return event
