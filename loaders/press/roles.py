"""Roles: what the people of a paragraph did at an event, by the words between them and the end of their clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.press.bodies.organisation import Organisation
from loaders.press.knowledge import knowledge, longest_first
from loaders.press.person import Person

_SENTENCE = re.compile(r"[^。！？!?]*[。！？!?]?[”」]?")
_QUOTED = re.compile(r"[“\"「][^”\"」]*[”\"」]")
# 参加调研 is attended: what is taken part in is no role of its own.
_OBJECTS = ("visited", "spoke", "reported")
_OBJECT = re.compile(r"(?:出席|参加|列席|陪同|随同)[^，,并后时]*$")
# 率队到…调研 is led alone, 率调研组到…调研 is both.
# To whom something is done stands behind one of these.
_TO = re.compile(
    r"(?:为|给|向|(?:看望|慰问|走访|会见|采访|表彰)(?!组|团|活动)了?(?:(?![由和与及时])[\u3400-\u9fff]){0,8}?)"
    r"(?:[“\"][^”\"]{2,16}[”\"])?$"
)
# A list of those who are there, behind the verb: 在主席台前排就座的有：….
_ROLL = re.compile(r"(?:出席|参加|列席|就座|到会|陪同)[^，。；：:]{0,14}?的?(?:领导|嘉宾|同志|人员)?(?:还)?有[:：]?")
_WHERE = re.compile(r"(?:到|在|赴|往|走进|深入|来到|由|为|对|与|向|看望|慰问)$")
_LINK = re.compile(r"[、，,和及与]|以及")
_SHARED = (
    r"(?:等(?:\d*[家个]?(?:单位|企业|工会|部门|公司|集体)?)?)?"
    r"(?:先后|分别|依次|现场|也|还|在会上|围绕[^，。；,]{2,20}|就[^，。；,]{2,20}|[，,])*"
)
# Verbs of one character right behind a name.
_ACTS = ("带", "从", "把", "被", "是", "有", "任", "获", "说", "让")
_GROUP = re.compile(r"组|团")
# A clause with a subject of its own: …讲话，各市总工会主席列席.
_OTHERS = re.compile(
    r"[，,；;](?:(?:来自[^，。；,]{2,14}的)?(?:共|近|约|超)?\d{1,5}[余多]?[名位人家][^，。；,]{0,14}"
    r"|(?![并及和与为向给对在到同]|以及|还有|代表|参观|走进|来到)[^，。；,]*(?:工会|单位|公司|集团|企业|主席|书记|主任|负责人|负责同志|代表|领导|人员|职工|干部|选手|成员|员工|嘉宾|专家|委员|师生|群众|工匠|劳模))"
    r"(?:[^，。；,]{0,2}人)?(?:分别|先后|共同|一同|一起|到场|前来|等|也|均|还)*(?:在[^，。；,]{2,12})?(?:(?:作|做|进行)了?[^，。；,]{0,6})?$"
)


# Whoever stands between a comma and 主持 chairs: …介绍政策，主播某某主持.
_CHAIR = re.compile(r"[，,；;](?!并|共同|亲自|还|也|同时|会上|在|先后|分别)[^，。；,]{2,14}$")


@dataclass(frozen=True, slots=True)
class Part:
    """What somebody did at an event: the role, and the run of the paragraph that says so."""

    agent: Person | Organisation
    role: str
    start: int
    end: int
    on_behalf_of: Organisation | None = None


class Roles:
    """Finds the parts that people had."""

    def __init__(self) -> None:
        roles = knowledge("roles")
        self.roles = [(role, re.compile(pattern)) for role, pattern in roles["roles"]]
        self.cited = tuple(roles["cited"])
        self.of_bodies = [(role, re.compile(_SHARED + pattern)) for role, pattern in roles["of_bodies"]]
        self.acts = re.compile("|".join([*longest_first(roles["follow_long"]), *_ACTS]))
        self.absorbs: dict[str, list[str]] = roles["absorbs"]

    def parts(self, text: str, people: list[Person], found: list[Organisation], begins: int = 0) -> Iterator[Part]:
        """What the people of a paragraph did, from ``begins`` on: those before a verb share it, up to the end of the sentence."""
        position = begins
        while position < len(text):
            stop = position + max(1, len(_SENTENCE.match(text[position:])[0]))  # type: ignore[index]
            group: list[Person] = []
            roll = _ROLL.search(text, position, stop)
            inside = list(self._acting(text, [p for p in people if position <= p.start < stop], position))
            for person in inside if roll is not None else ():
                if person.start >= roll.end():  # type: ignore[union-attr]
                    yield Part(person, "attended", person.start, person.end)
            for number, person in enumerate(inside):
                group.append(person)
                until = max(inside[number + 1].before, person.end) if number + 1 < len(inside) else stop
                said = text[person.end : until]
                roles = list(self._roles(said))
                if any(role == "led" for role, _ in roles):
                    other = next((p.start for p in people if person.end <= p.start < until), until)
                    roles = [(role, length) for role, length in roles if role != "led" or person.end + length <= other]
                if roles:
                    for one in group:
                        yield from self._said(one, roles, person.end, until, said, found)
                    group = []
                elif said.endswith("由") or self.acts.match(said):
                    group = []  # what they did is no role: those who follow do not share it
            position = stop

    def _acting(self, text: str, people: list[Person], sentence: int) -> Iterator[Person]:
        """Those of a sentence who may have done something; whoever follows in the list of one who has not has not either."""
        last: Person | None = None
        for person in people:
            listed = last is not None and _LINK.fullmatch(text, last.end, person.before) is not None
            if listed or not self._acts(text, person, sentence):
                last = person
            else:
                yield person

    def _acts(self, text: str, person: Person, sentence: int) -> bool:
        """Whether a person may have done something: no one who is cited, nor to whom something is done (为…某某颁奖)."""
        return not text.startswith(self.cited, person.end) and _TO.search(text, sentence, person.before) is None

    def parts_of_bodies(self, text: str, found: list[Organisation], begins: int = 0) -> Iterator[Part]:
        """What bodies did themselves, from ``begins`` on: 甲工会、乙公司等5家单位作交流发言."""
        row: list[Organisation] = []
        for body in found:
            if body.start < begins:
                continue
            linked = row and _LINK.fullmatch(text, row[-1].end, body.start) is not None
            row = [*row, body] if linked else [body]
            if _WHERE.search(text, 0, row[0].start) is not None:
                continue  # 到某某公司现场观摩
            for role, pattern in self.of_bodies:
                said = pattern.match(text, body.end)
                if said is not None:
                    yield from (Part(one, role, one.start, said.end()) for one in row)

    def _said(
        self, person: Person, roles: list[tuple[str, int]], begins: int, ends: int, said: str, found: list[Organisation]
    ) -> Iterator[Part]:
        behalf = next((o for o in found if begins <= o.start < ends and said[: o.start - begins].endswith("代表")), None)
        if behalf is not None:
            yield Part(person, "represented", person.start, behalf.end, behalf)
        for role, length in roles:
            yield Part(person, role, person.start, begins + length, behalf)

    def _roles(self, said: str) -> Iterator[tuple[str, int]]:
        seen: set[str] = set()
        plain = _QUOTED.sub(lambda m: "　" * len(m[0]), said)
        hits = [(role, hit) for role, pattern in self.roles if (hit := pattern.search(plain)) is not None]
        absorbed = {a for role, hit in hits for a in self.absorbs.get(role, ()) if not (role == "led" and _GROUP.search(hit[0]))}
        attended = next((hit.start() for role, hit in hits if role == "attended"), -1)
        for role, hit in hits:
            if _OTHERS.search(plain[: hit.start()], 1) is not None or (role == "chaired" and _CHAIR.search(plain[: hit.start()])):
                continue
            if role in absorbed and not (role == "attended" and "出席" in plain):
                continue
            if role in _OBJECTS and 0 <= attended < hit.start() and _OBJECT.match(plain[attended : hit.start()]) and "并" not in plain:
                continue
            if role not in seen:
                seen.add(role)
                yield role, hit.end()
