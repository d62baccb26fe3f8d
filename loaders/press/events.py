"""Events: the sentence that tells one, its name, kind, days and place, who organised it and who did what at it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from loaders.press.bodies.organisation import Organisation
from loaders.press.datelines import dateline
from loaders.press.dates import Dated, find_dates
from loaders.press.knowledge import knowledge, longest_first
from loaders.press.organisations import Organisations
from loaders.press.people import Person
from loaders.press.places import Places
from loaders.press.roles import Roles
from loaders.press.visits import Visit, Visits

_SENTENCE = re.compile(r"[^。！？!?]*[。！？!?]?[”」]?")
_AT = r"(?:在(?P<where>[^，。；,]{2,30}?))?"
_PREFIX = re.compile(r"^由?(?P<run>[^。]{2,120}?(?:主办|承办|协办|举办))的")
_TEAM = re.compile(r"(?:调研|慰问|考察|督导|检查|巡查|工作)组|代表团|宣讲团|双方|两地")
_BODY = re.compile(r"[、和与及]|(?:牵头|牵头，)?(?:联合|会同|携手)")
_WITH = re.compile(r"联合|会同|携手")
_CHAIN = re.compile(r"[、,，和及与]|(?:牵头|牵头，)?(?:联合|会同|携手)")
_TOGETHER = r"(?:联合|共同|同步|成功|隆重|正式|顺利|集中|牵头)*"
_SIGNS = re.compile(
    rf"{_AT}{_TOGETHER}(?P<verb>签署|签订|签定)了?(?P<what>[^，。；,]{{0,40}}(?:协议|备忘录|合同|合作书|责任书|意向书|框架|公约)[”》]?)"
)
_BEFORE = re.compile(r"(?P<name>[^，。；,：:]{4,70}?)(?:将|定|已|拟|拟定|预定|现定)?于$")
_ORDINAL = re.compile(r"第([一二三四五六七八九十百\d]{1,4})届|首届")
_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")}
_FINAL = re.compile(r"(?:(?<=[大竞比]赛)[\u3400-\u9fff]{0,12}?)?(?:总决赛|半决赛|决赛|初赛|复赛)$")
_SITE = re.compile(r"(?:举行|召开|举办)")
_QUOTED = re.compile(r"[“\"「][^”\"」]*[”\"」]")
_THEME = re.compile(r"^以[“\"「][^”\"」]*[”\"」]为(?:主题|题)的?")
_MARKS = "。！？!?；;"
# What may stand before the day: why and on what occasion (为深入贯彻…，8月21日，…).
_OCCASION = re.compile(r"(?:为|根据|按照|在|随着|围绕|值此|正值|当前|临近|适逢)[^“”]{4,}[，,]$")
_HOUR = re.compile(r"[，, ]?(?:上午|下午|晚上?|凌晨)?\d{1,2}(?:[时点:：])(?:\d{1,2}分?|半|许|整)?")
_LATEST = 25
_LONGEST_NAME = 70
# What opens, ends or honours a contest is a part of it.
_PART = re.compile(
    r"(?P<whole>.{4,60}?(?:[大竞比联]赛|比武|运动会)(?:.{0,12}?决赛)?)(?:暨.{2,30}?)?(?:开幕|闭幕|启动|颁奖|开赛|总结).{0,6}?[式典会]$"
)
# What somebody convenes or attends, told by that alone: 某某主持召开座谈会, 某某出席全省工会工作会议.
_CONVENES = re.compile(
    rf"(?:等|一行)?(?:[^，。；,]{{0,2}}){_AT}(?:(?P<holds>主持召开)|出席|参加|列席|主持)了?"
    r"(?:在(?P<site>[^，。；,]{2,12}?)(?:召开|举行|举办)的)?(?P<name>[^，。；,]{3,70}?)(?=并|[，。；,]|$)"
)
_NO_NAME = re.compile(
    r"(?:此次|本次|这次|该|上述|相关|有关)?(?:会议|大会|活动|仪式|开幕式|闭幕式|开班式|启动仪式|签约仪式|座谈会?|培训班?|比赛|颁奖仪式)"
)
# Between those who act and a day that stands behind them: 省总工会于5月7日举办….
_BEHIND = re.compile(r"(?:一行)?(?:将|拟|定)?[于在，,]?")


@dataclass
class Event:
    """An event that a sentence tells. Positions are in the paragraph.

    ``competition`` is the name of what the event ends or decides, where it is a part of one; ``organisers`` are bodies with
    their role and the place where the word for it ends.
    """

    name: str
    kind: str
    dated: Dated
    start: int
    end: int
    place: tuple[str, int, int] | None = None
    venue: tuple[str, int, int] | None = None
    competition: str = ""
    ordinal: int = 0
    organisers: list[tuple[Organisation, str, int]] = field(default_factory=list)


class Events:
    """Finds events in paragraphs that tell a day."""

    def __init__(self, organisations: Organisations, places: Places) -> None:
        words = knowledge("events")
        self.organisations, self.places = organisations, places
        self.kinds: list[tuple[str, re.Pattern[str]]] = [(kind, re.compile(pattern)) for kind, pattern in words["kinds"]]
        happens = "|".join(longest_first(words["happens"]))
        holds = "|".join(longest_first(words["holds"]))
        self.closes, self.begins = tuple(words["closes"]), tuple(words["begins"])
        at = _AT.replace("{2,30}?)", "{2,30}?|[" + "".join(words["letters"]) + "])")
        self.happens = re.compile(rf"(?P<name>.{{3,{_LONGEST_NAME}}}?){at}(?:隆重|正式|顺利|圆满)?(?P<verb>{happens})(?=[，。；,！]|$)")
        self.follows = re.compile(rf"{at}(?:隆重|正式|顺利|圆满|拟)?(?:{happens})")
        self.holds = re.compile(rf"{at}{_TOGETHER}(?P<verb>{holds})(?P<name>[^，。；,]{{3,{_LONGEST_NAME}}})")
        self.visits, self.roles, self.letters = Visits(), Roles(), words["letters"]
        self.this = re.compile(rf"(?:本届|本次|此次|该|这次)?(?:{'|'.join(longest_first(words['these']))})")
        self.meets = re.compile(rf"{_AT}(?P<verb>会见|会晤|接见)了?(?P<whom>[^，。；,]{{2,40}})")
        self.organiser_words: dict[str, str] = {word: role for role, word in words["organisers"]}
        self.organiser = re.compile("|".join(longest_first(list(self.organiser_words))))

    def find(self, text: str, reference: str, people: list[Person], found: list[Organisation], contest: str = "") -> Iterator[Event]:
        """The events of a paragraph, one for each sentence that begins with a day and tells one.

        Args:
            reference: a partial date that gives days their year and month.
            contest: the competition that the document told last, which 大赛 alone means.
        """
        stop, lead = 0, dateline(text).ends
        for dated in find_dates(text, reference):
            sentence = max(lead, max(text.rfind(mark, 0, dated.begins) for mark in _MARKS) + 1)
            before = _BEFORE.match(text[sentence : dated.begins])
            if (
                dated.begins < stop
                or (dated.begins - sentence > _LATEST and before is None and _OCCASION.match(text[sentence : dated.begins]) is None)
                or text[dated.ends : dated.ends + 1] in tuple(")）")
            ):
                continue
            rest = dated.ends
            if (hour := _HOUR.match(text, rest)) is not None:
                rest = hour.end()
            while rest < len(text) and text[rest] in "，,、 　上下午晚":
                rest += 1
            stop = rest + len(_SENTENCE.match(text[rest:])[0].rstrip("。！？!?"))  # type: ignore[index]
            event = (
                self._gone(text, rest, stop, dated, people, sentence)
                or self._met(text, rest, stop, dated, people)
                or self._convened(text, rest, stop, dated, people)
                or self._held(text, rest, stop, dated, found, sentence)
                or (self._told_before(text, before, sentence, rest, stop, dated, found) if before is not None else None)
                or self._happened(text, rest, text[rest:stop], dated, found, contest)
            )
            if event is not None:
                part = _PART.match(event.name)
                event.competition = event.competition or (_FINAL.sub("", part["whole"]) if part else "")
                following = next((d.begins for d in find_dates(text[stop:], reference)), len(text) - stop) + stop
                self._organised(text, event, found, following)
                contest = event.competition or contest
                yield event

    def speaks_of(self, text: str) -> bool:
        """Whether a paragraph speaks of the event told before (本次大赛由…)."""
        return self.this.search(text) is not None

    def _gone(self, text: str, begins: int, ends: int, dated: Dated, people: list[Person], sentence: int) -> Event | None:
        """Somebody goes somewhere: 某某率队到佛山调研工会工作; the day may stand behind the name."""
        first = next((p for p in people if sentence <= p.start < dated.begins), None)
        if first is not None:
            last = _row(text, first, [p for p in people if sentence <= p.start < dated.begins])
            if text[sentence : first.before].strip() or _BEHIND.fullmatch(text, last, dated.begins) is None:
                return None
            found = self.visits.of_person(text, first.name, begins, ends)
            return self._visit(found, found.name, dated, first.before) if found is not None else None
        person = next((p for p in people if begins <= p.start < ends), None)
        if person is None or text[begins : person.before].strip("，,、") != "":
            return None
        last = _row(text, person, [p for p in people if begins <= p.start < ends])
        found = self.visits.of_person(text, person.name, last, ends)
        return self._visit(found, found.name, dated, begins) if found is not None else None

    def _visit(self, found: Visit, name: str, dated: Dated, begins: int) -> Event:
        event = Event(self._plain(name), found.kind, dated, begins, found.end)
        if found.where:
            self._place(event, found.where, found.where_start)
        return event

    def _held(self, text: str, begins: int, ends: int, dated: Dated, found: list[Organisation], sentence: int) -> Event | None:
        """Bodies hold something: 省总工会召开党组会议; the day may stand behind them."""
        opened = _WITH.match(text, begins)  # who does it with them is not said: 会同甲、乙举办
        at = opened.end() if opened is not None else begins
        first = [o for o in found if o.start == at]
        team = _TEAM.match(text, at) if not first else None
        subject = at
        if not first and team is None:
            subject = sentence
            first = [o for o in found if o.start == sentence and o.end <= dated.begins]
            if not first:
                return None
        bodies, position = self._row(text, first, team, found)
        if subject == sentence < dated.begins:
            if _BEHIND.fullmatch(text, position, dated.begins) is None:
                return None
            position = begins
        position += 2 if text.startswith("机关", position) else 0
        hit = self.holds.match(text, position)
        if hit is None or hit.end() > ends:
            return self._signed(text, bodies, position, ends, dated) or self._sent(text, bodies, position, ends, dated)
        name = hit["name"].strip()
        if len(bodies) == 1 and opened is None and not self._stands_alone(name):
            name = bodies[0].name + name
        event = Event(self._plain(name), self.kind(name), dated, subject, hit.end("name"))
        event.ordinal = _ordinal(name)
        if hit["verb"] not in ("召开", "组织召开") and event.kind not in ("meeting", "study"):
            event.organisers += [(body, "holder", hit.end("verb")) for body in bodies]
        if hit["where"]:
            self._place(event, hit["where"], hit.start("where"))
        return event

    def _row(
        self, text: str, first: list[Organisation], team: re.Match[str] | None, found: list[Organisation]
    ) -> tuple[list[Organisation], int]:
        """The bodies that act together, and where the last one ends."""
        bodies, position = first[:1], first[0].end if team is None else team.end()
        while (mark := _BODY.match(text, position)) is not None:
            following = next((o for o in found if o.start == mark.end()), None)
            if following is None:
                break
            bodies.append(following)
            position = following.end
        return bodies, position

    def _told_before(
        self, text: str, before: re.Match[str], sentence: int, begins: int, ends: int, dated: Dated, found: list[Organisation]
    ) -> Event | None:
        """Something named before its day takes place: 第二届某某大赛于11月5日在某地举行."""
        hit = self.follows.match(text, begins, ends)
        if hit is None:
            return None
        start = sentence + before.start("name")
        name = self._expand(before["name"].strip(), start, found)
        event = Event(name, self.kind(name), dated, start, hit.end())
        event.ordinal = _ordinal(name)
        event.competition = _FINAL.sub("", name) if event.kind == "competition" else ""
        if hit["where"]:
            self._place(event, hit["where"], hit.start("where"))
        return event

    def _signed(self, text: str, bodies: list[Organisation], begins: int, ends: int, dated: Dated) -> Event | None:
        """Bodies sign something: 省总工会与某某银行在杭州签署战略合作协议."""
        found = _SIGNS.match(text, begins, ends)
        if len(bodies) < 2 or found is None:
            return None
        parties = "、".join(body.name for body in bodies[:-1]) + "与" + bodies[-1].name
        event = Event(self._plain(parties + found["verb"] + found["what"]), "ceremony", dated, bodies[0].start, found.end())
        if found["where"]:
            self._place(event, found["where"], found.start("where"))
        return event

    def _sent(self, text: str, bodies: list[Organisation], begins: int, ends: int, dated: Dated) -> Event | None:
        """Bodies go somewhere: 市总工会联合市教育局慰问留守教师."""
        found = self.visits.of_body(text, begins, ends)
        return self._visit(found, bodies[0].name + found.name, dated, bodies[0].start) if bodies and found is not None else None

    def _met(self, text: str, begins: int, ends: int, dated: Dated, people: list[Person]) -> Event | None:
        """Somebody meets somebody: 某某在昆明会见了某某一行."""
        host = next((p for p in people if begins <= p.start < ends), None)
        if host is None:
            return None
        found = self.meets.match(text, host.end)
        if found is None or found.end() > ends:
            return None
        guest = re.sub(r"^由.*?(?:率领|率队|带领)的", "", found["whom"]).removesuffix("一行")
        event = Event(self._plain(host.name + found["verb"] + guest), "visit", dated, host.start, found.end())
        if found["where"]:
            self._place(event, found["where"], found.start("where"))
        return event

    def _convened(self, text: str, begins: int, ends: int, dated: Dated, people: list[Person]) -> Event | None:
        """Somebody convenes or attends something that is told by that alone: 某某在湟源县主持召开座谈会."""
        row = [p for p in people if begins <= p.start < ends]
        if not row or text[begins : row[0].before].strip("，,、"):
            return None
        found = _CONVENES.match(text, _row(text, row[0], row), ends)
        if found is None or self.kind(found["name"]) == "activity" or (not found["holds"] and _NO_NAME.fullmatch(found["name"])):
            return None
        event = Event(self._plain(found["name"]), self.kind(found["name"]), dated, begins, found.end())
        event.ordinal = _ordinal(event.name)
        for group in ("where", "site"):
            if found[group]:
                self._place(event, found[group], found.start(group))
        return event

    def _happened(self, text: str, begins: int, sentence: str, dated: Dated, found: list[Organisation], contest: str) -> Event | None:
        """Something takes place: 第二届某某大赛在某地举行."""
        head = _PREFIX.match(sentence)
        offset = head.end() if head is not None else 0
        hit = self.happens.match(sentence, offset)
        if hit is None or re.search(r"[，；,]", _QUOTED.sub("", hit["name"])):
            return None
        written, verb = hit["name"].strip(), hit["verb"]
        start = begins + hit.start("name")
        name = self._expand(written, start, found)
        alone = self.this.match(name)
        name = contest + name[alone.end() :] if alone is not None and contest else name
        event = Event(name, self.kind(name), dated, start, begins + hit.end())
        event.ordinal = _ordinal(name)
        competes = self.kind(name) == "competition"
        if verb in self.closes and competes:
            event.competition, event.name, event.kind = _FINAL.sub("", name), name + "闭幕式", "ceremony"
        elif verb in self.begins:
            event.name, event.kind = (name + "启动仪式", "ceremony") if competes else (name + verb, "launch")
            event.competition = name if competes else ""
        elif competes:
            event.competition = _FINAL.sub("", name)
        if hit["where"]:
            self._place(event, hit["where"], begins + hit.start("where"))
        if head is not None:
            event.organisers += self._run(text, begins, begins + head.end(), found)
        return event

    def organisers(self, text: str, found: list[Organisation]) -> list[tuple[Organisation, str, int]]:
        """The organisers that a whole paragraph names, with their roles and where the word for it ends."""
        return self._run(text, 0, len(text), found)

    def _organised(self, text: str, event: Event, found: list[Organisation], ends: int) -> None:
        """Organisers told in other sentences of the paragraph: 本届大赛由某某主办，某某承办."""
        told = {(o.name, role) for o, role, _ in event.organisers}
        event.organisers += [row for row in self._run(text, event.end, ends, found) if (row[0].name, row[1]) not in told]

    def _run(self, text: str, begins: int, ends: int, found: list[Organisation]) -> list[tuple[Organisation, str, int]]:
        result = []
        position = begins
        for hit in self.organiser.finditer(text, begins, ends):
            if hit[0] == "委托":
                continue
            clause = max(text.rfind(mark, position, hit.start()) for mark in "。；")
            bodies = [o for o in found if max(position, clause) <= o.start and o.end <= hit.start()]
            between = text[bodies[-1].end : hit.start()] if bodies else "—"
            if bodies and len(between) <= 2:
                chain = [bodies[-1]]
                for body in reversed(bodies[:-1]):
                    if _CHAIN.fullmatch(text, body.end, chain[0].start) is None:
                        break
                    chain.insert(0, body)
                if hit[0] == "举办" and not (
                    text.endswith("由", 0, chain[0].start) or (chain[0].start == begins and text[hit.end() :][:1] == "的")
                ):
                    continue  # an event of its own: 省总工会举办…
                result += [(body, self.organiser_words[hit[0]], hit.end()) for body in chain]
            position = hit.end()
        return result

    def kind(self, name: str) -> str:
        """The kind that the last words of a name make."""
        plain = re.sub(r"[（(][^）)]*[)）]", "", name).rstrip('”」"')
        return next(kind for kind, pattern in self.kinds if pattern.search(plain))

    def _place(self, event: Event, where: str, start: int) -> None:
        found = self.places.at(where, 0)
        if found is None and len(where) == 1 and (city := self.places.by_letter(where) or self.letters.get(where, "")):
            event.place = (city, start, start + 1)
            return
        if found is None:
            if len(where) > 2:
                event.venue = (where, start, start + len(where))
            return
        end, full = found
        rest = where[end:]
        if rest and where[end - 1] not in "省市区县州旗" and self.places.at(rest, 0) is None:
            event.venue = (where, start, start + len(where))  # a body that is called after a place: 某某职业技术学院
            return
        if rest and (self._is_site(where) or self.places.at(where[:2] + rest, 0) is None):
            home = self.places.at(where, 0)
            event.venue = (
                where if where[end - 1] in "省市" and not rest[0].isascii() and self._is_site(where) else rest,
                start,
                start + len(where),
            )
            full = home[1] if home else full
        event.place = (full, start, start + end)

    def _is_site(self, where: str) -> bool:
        return (
            self.organisations.endings.kinds.get(next((e for e in self.organisations.endings.kinds if where.endswith(e)), ""), "")
            == "venue"
        )

    def _stands_alone(self, name: str) -> bool:
        return self.places.at(name, 0) is not None or name.startswith(("全省", "全市", "全国", "第", "首届", "“", "2")) or name[0] == '"'

    def _plain(self, name: str) -> str:
        return _THEME.sub("", name).replace("(", "（").replace(")", "）")

    def _expand(self, written: str, start: int, found: list[Organisation]) -> str:
        """A name that begins with a short form of a body begins with its full one."""
        first = next((o for o in found if o.start == start and o.end < start + len(written)), None)
        name = first.name + written[first.end - start :] if first is not None else written
        return self._plain(name)


def _row(text: str, first: Person, people: list[Person]) -> int:
    """Where the row of people ends that begins with the first."""
    return max((p.end for p in people if text[first.end : p.before].strip("、和及") == ""), default=first.end)


def _ordinal(name: str) -> int:
    found = _ORDINAL.search(name)
    if found is None:
        return 0
    return number(found[1]) if found[1] else 1


def number(numeral: str) -> int:
    """A small whole number in Chinese or Arabic digits: 十五 is 15, 二十三 is 23; 0 where it is none."""
    if numeral.isascii() and numeral.isdecimal():
        return int(numeral)
    tens, mark, ones = numeral.rpartition("十")
    if mark:
        return (_DIGITS.get(tens, 1 if tens == "" else 0)) * 10 + _DIGITS.get(ones, 0)
    return _DIGITS.get(numeral, 0)
