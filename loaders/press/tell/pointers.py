"""What the words of a unit point at that was named before: 公司, 大赛, 工作室, 该会, 他, 活动现场."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.press.knowledge import knowledge, longest_first
from loaders.press.marks import last_of
from loaders.press.page import Page
from loaders.press.statistics.subjects import Subject
from loaders.press.tell.things import Setting

_FIRM = re.compile(r"(?:该|本)?(?:公司|集团|企业|学校|学院|医院|厂里)(?=[^，。；的]{0,2}[\u3400-\u9fff\d])")
_CONTEST = re.compile(
    r"(?:本届|本次|此次|该|这次)(?:大赛|竞赛|比赛|赛事|比武)|(?<![\u3400-\u9fff])大赛(?!项目|体系|机制|成绩|结果|组)"
    r"|(?<![\u3400-\u9fff])(?:竞赛|比赛|比武)(?=由|共|设|历时|分为|吸引|为期|采取)"
)
_ENDINGS = ("工作室", "服务队", "协会", "班组", "平台", "项目", "基金", "驿站", "系统", "机器人", "计划", "行动", "工程", "制度", "机制")
_POINTER = re.compile(
    rf"(?<![\u3400-\u9fff”])(?:该|这个|这支)({'|'.join(_ENDINGS)})|(?<![\u3400-\u9fff”])({'|'.join(_ENDINGS[:4])})(?![室部员组长])"
    r"|(?<![\u3400-\u9fff])[他她](?!们)"
)
_RESPONDENTS = re.compile("|".join(longest_first(knowledge("quantities")["respondents"])))
_SOFTWARE = re.compile(r"“[^“”]{2,16}”(?:微信)?(?:小程序|APP|App|客户端|公众号|服务号|热线|专区)")
# What a sentence begins with that goes on about the event told before.
_SITE = re.compile(
    r"(?:^|(?<=[。！？]))[\s　]*(?:[\u3400-\u9fff]{0,4}(?:活动|招聘|仪式|比赛|培训)(?:会)?(?:现场|当天|期间|中|上))(?=[，,])"
)
_THAT = re.compile(
    r"(?<![应按])该([会局院校厂矿所馆站]|部|公司|集团|中心|协会|学会|支队|项目部|车间|总厂|医院|学校|学院|街道|园区|社区|村|县|区|市|镇|州|省)(?!同志|名|项)"
)
_PERSON, _MATCH, _SITE_OF = "他", "大赛", "现场"


class Pointers:
    """The words of a unit that point at something.

    Args:
        met: what was named before in the document, by the words that point at it.
        told: what the unit itself names.
    """

    def __init__(self, page: Page, setting: Setting, met: dict[str, Subject], told: list[Subject]) -> None:
        self.page, self.setting, self.met, self.told = page, setting, met, told
        self.found, self.text = setting.found, setting.found.text

    def meant(self) -> Iterator[Subject]:
        """What a word points at that was named before: 公司, 大赛, 工作室, 他."""
        topic, page, met, told = self.setting.topic, self.page, self.met, self.told
        if topic.body is not None and topic.is_firm:
            for hit in _FIRM.finditer(self.text):
                yield Subject(topic.body.name, hit.start(), hit.end(), topic.mention, lasts=True)
        contest = self.setting.contest or ((page.contest, page.whole) if page.contest else None)
        for hit in _CONTEST.finditer(self.text):
            before = [Subject(t.name, 0, 0, m) for t, m in self.setting.things if t.what == "Competition" and t.end <= hit.start()]
            one = Subject(contest[0], 0, 0, contest[1]) if contest is not None else before[-1] if before else met.get(_MATCH)
            if one is not None:
                yield replace(one, start=hit.start(), end=hit.end(), of_event=True)
        yield from self._bodies()
        for hit in _SITE.finditer(self.text):
            if (event := met.get(_SITE_OF)) is not None:
                yield replace(event, start=hit.start(), end=hit.end())
        for hit in _RESPONDENTS.finditer(self.text):
            yield Subject(hit[0], hit.start(), hit.end(), lasts=True)
        for hit in _SOFTWARE.finditer(self.text):
            yield Subject(hit[0], hit.start(), hit.end(), made=True)
        for hit in _POINTER.finditer(self.text):
            word = hit[1] or hit[2] or ""
            here = (one for one in reversed(told) if word and one.end <= hit.start() and one.name.rstrip('”"').endswith(word))
            one = next(here, met.get(word or _PERSON))
            if one is not None:
                yield Subject(one.name, hit.start(), hit.end(), one.mention, lasts=hit[0] not in "他她")

    def _bodies(self) -> Iterator[Subject]:
        """The body that 该会 or 该项目部 points at: that of who speaks in its sentence, else the one told last whose name ends so."""
        bodies = {one.name for one in self.found.bodies}
        for hit in _THAT.finditer(self.text):
            sentence = last_of(self.text, "。！？", hit.start()) + 1
            speaker = next((p.name for p in self.found.people if sentence <= p.start < hit.start()), "")
            own = self.met.get(speaker) if speaker else None
            before = [one for one in self.told if one.end <= hit.start() and one.name in bodies and one.name.endswith(hit[1])]
            one = own if own is not None and own.name.endswith(hit[1]) else before[-1] if before else self.met.get(f"该{hit[1]}")
            if one is not None:
                yield replace(one, start=hit.start(), end=hit.end(), lasts=True)

    def learn(self) -> None:
        """Add to what was named before what the unit names."""
        self.met.update({ending: one for one in self.told for ending in _ENDINGS if one.name.rstrip('”"').endswith(ending)})
        if "。" in self.text:  # who wrote or took a picture is not who is told of
            self.met.update((_PERSON, one) for one in self.told if one.mention in self.found.mentions.values())
        for person in self.found.people:
            if person.posts:
                of = person.posts[0].organisation
                self.met[person.name] = Subject(of.name, 0, 0, self.page.claims.named("Organization", of.name))
        for body in self.found.bodies:
            one = Subject(body.name, 0, 0, self.page.claims.named("Organization", body.name))
            self.met.update((f"该{body.name[-length:]}", one) for length in (1, 2, 3))
        for one in self.told:
            if one.of_event:
                self.met[_SITE_OF] = one
        self.met.update((_MATCH, Subject(t.name, 0, 0, m)) for t, m in self.setting.things if t.what == "Competition")
