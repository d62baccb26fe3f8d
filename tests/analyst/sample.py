"""A part of the sample issue as a reading made by hand: rows and queries have something to find, whatever the loader finds."""

from __future__ import annotations

from kg.claim import Party, Reading, Value
from tests.readings import MODEL, Page, reading

EDITION = "jhgy/2025-11"


class Told(Page):
    """A page whose entities may lead to others: a place, the whole that they are part of."""

    def entity(self, class_name: str, name: str, **said: str) -> str:
        """State an entity in a line of its own, and return its mention."""
        properties, mention = MODEL[class_name].properties, self.mention(class_name, name)
        values = [Value("name", name), *(Value(k, v) for k, v in said.items() if not properties[k].is_edge)]
        self._claim(
            class_name, name, mention=mention, values=values, parties=[Party(k, v) for k, v in said.items() if properties[k].is_edge]
        )
        return mention


def sample() -> Reading:
    """Two documents: a chronicle with a meeting, a contest, its final and an election; five model workers."""
    return reading(_chronicle(), _workers())


def _chronicle() -> Told:
    page = Told(EDITION, "11月大事", kind="chronicle")
    union = page.entity("Union", "江海省总工会", alias="省总工会", level="provincial")
    city = page.entity("Union", "望海市总工会", level="municipal")
    bureau = page.entity("GovernmentBody", "江海省人力资源和社会保障厅")
    works = page.entity("Enterprise", "江海重工集团有限公司")
    linjiang, wanghai = page.entity("Place", "临江市"), page.entity("Place", "望海市")
    liang, shen = page.entity("Person", "梁景澜"), page.entity("Person", "沈望舒")
    he, gu = page.entity("Person", "贺知秋"), page.entity("Person", "顾长庚")
    lu, zhang = page.entity("Person", "陆远帆"), page.entity("Person", "张伟")
    meeting = page.entity(
        "Event", "全省深化产业工人队伍建设改革推进会", start="2025-11-12", kind="meeting", venue="临江市工人文化宫", place=linjiang
    )
    contest = page.entity("Competition", "江海省第七届职工焊接技能大赛", start="2025-11-03", end="2025-11-27", ordinal="7")
    final = page.entity(
        "Event", "江海省第七届职工焊接技能大赛决赛", start="2025-11-25", end="2025-11-27", kind="competition", place=wanghai, partOf=contest
    )
    election = page.entity("Event", "望海市工会第九次代表大会", start="2025-11", kind="election")
    for holder, body, title in (
        (liang, union, "主席"),
        (shen, union, "常务副主席"),
        (he, union, "副主席"),
        (lu, city, "主席"),
        (zhang, city, "副主席"),
    ):
        page.fact("Tenure", f"{title}任职", holder=holder, organization=body, title=title, attested="2025-11-12")
    page.fact("Tenure", "顾长庚不再担任主席职务", holder=gu, organization=city, title="主席", former="true", attested="2025-11-18")
    for agent, activity, role in (
        (liang, meeting, "spoke"),
        (shen, meeting, "chaired"),
        (he, meeting, "reported"),
        (shen, final, "spoke"),
        (lu, final, "presented"),
        (lu, election, "elected"),
        (zhang, election, "elected"),
    ):
        page.fact("Participation", f"{role}参与", agent=agent, activity=activity, role=role, attested="2025-11-12")
    for body, role in ((union, "joint-host"), (bureau, "joint-host"), (city, "undertaker"), (works, "co-organiser")):
        page.fact("Organising", f"{role}大赛", organization=body, activity=contest, role=role, attested="2025-11-27")
    page.fact(
        "PrizeResult", "望海市总工会代表队获团体一等奖", recipient=city, competition=contest, prize="团体一等奖", attested="2025-11-27"
    )
    return page


def _workers() -> Told:
    page = Told(EDITION, "五位劳模工匠的岗位故事")
    works = page.entity("Enterprise", "江海重工集团有限公司")
    tao, zhang, ou = page.entity("Person", "陶砺行"), page.entity("Person", "张伟"), page.entity("Person", "欧阳树声")
    national, medal, province = (
        page.entity("Honour", "全国劳动模范"),
        page.entity("Honour", "全国五一劳动奖章"),
        page.entity("Honour", "江海省劳动模范"),
    )
    page.fact("Tenure", "江海重工集团有限公司电焊工", holder=zhang, organization=works, title="电焊工", attested="2025-11")
    page.fact("Affiliation", "江海重工集团有限公司钳工陶砺行", person=tao, organization=works, occupation="钳工", attested="2025-11")
    for recipient, honour, year in ((tao, national, "2020"), (zhang, medal, "2023"), (ou, province, "2019")):
        page.fact("Award", f"{year}年获奖", recipient=recipient, honour=honour, year=year, attested="2025-11")
    page.fact("Award", "全国五一劳动奖状", recipient=works, honour=medal, attested="2025-11")
    return page
