"""A made world of people for ``bench.identity``: who they are, where they served, and how sources wrote them down.

Nothing here knows how ``kg.resolve`` works; rates and names can be changed, and a world of another seed and other rates is kept aside.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪"
    "陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严"
)
GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰萍红建国文辉志海峰林波云龙梅飞鹏斌宇浩凯鑫俊帆倩雪琳莹颖慧莉婷雅思佳"
    "欣怡晨阳旭博轩泽瑞涵诗嘉梦天乐安康宁和顺德福贵春夏秋冬东南西北松柏竹菊荣昌盛兴隆庆祥吉利永恒久远长青山川河江湖泉石岩金银"
    "铜铁木水火土"
)
COMMON = 100
HOMOPHONES = (
    "伟炜玮纬",
    "建健剑",
    "国果",
    "志智治致",
    "华桦骅",
    "明铭鸣",
    "英瑛樱",
    "丽莉俐",
    "静婧靖敬",
    "玉钰裕煜",
    "文雯汶",
    "海骇",
    "峰锋丰枫",
    "俊骏峻",
    "辉晖徽",
    "军君钧",
    "杰洁捷",
    "芳方舫",
    "平萍苹",
    "林琳霖",
)
ALIKE = (
    "伟炜纬",
    "建健",
    "明朋",
    "芳芬",
    "静净",
    "莹萤",
    "峰锋烽",
    "晨辰",
    "辉晖",
    "宇宁",
    "玉王",
    "林材",
    "俊峻",
    "娟绢",
    "杰木",
    "海梅",
    "瑞端",
    "泽择",
)
TRADITIONAL = dict(
    zip("张刘陈杨黄赵吴孙马罗郑谢许邓冯韩伟华国丽静军强凤兰", "張劉陳楊黃趙吳孫馬羅鄭謝許鄧馮韓偉華國麗靜軍強鳳蘭", strict=True)
)
CITIES = "望海临江青原宁溪东陵南浦西岭北川安平永和长泽白沙金湾石桥云山绿洲"
TITLES = ("主席", "副主席", "常务副主席", "党组书记", "党组成员", "办公室主任", "组织部部长", "一级调研员", "干部", "科员")
TRADES = ("纺织", "重工", "电力", "港务", "钢铁", "化工", "机械", "食品", "建筑", "物流", "电子", "制药", "造纸", "水泥", "汽车")
JOBS = ("焊工", "电工", "教师", "护士", "司机", "质检员", "工程师", "车间主任", "班组长", "绣娘")
HONOURS = ("全国劳动模范", "全国五一劳动奖章", "江海省劳动模范", "江海省五一劳动奖章", "江海工匠", "望海市劳动模范")
LAST = 2025


@dataclass(frozen=True, slots=True)
class Rates:
    """How often things befall people and what is written of them; shares from 0 to 1."""

    mentions: float = 2.6
    slip: float = 0.015
    traditional: float = 0.01
    spaced: float = 0.02
    short_body: float = 0.10
    title_variant: float = 0.15
    no_title: float = 0.10
    birth: float = 0.45
    gender: float = 0.6
    start: float = 0.5
    moved: float = 0.35
    renamed: float = 0.05
    award: float = 0.12
    press: float = 0.35
    unit: float = 0.85
    body_size: int = 40


@dataclass(slots=True)
class Body:
    """An organization: its name, its short name, and what it was called before."""

    name: str
    short: str
    city: str
    kind: str
    renamed: int = 0
    before: str = ""


@dataclass(slots=True)
class Person:
    """Somebody, with the posts held one after the other: body, title, first and last year."""

    number: int
    name: str
    gender: str
    birth: str
    posts: list[tuple[int, str, int, int]]
    honours: list[tuple[str, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Mention:
    """What one place says of a person; ``items`` are what it truly shares with other places, for the count of pairs."""

    person: int
    table: str
    year: int
    name: str
    gender: str
    birth: str
    body: str
    body_kind: str
    title: str
    start: str
    honour: str
    items: frozenset[str]


class World:
    """Bodies and people, made from a seed."""

    def __init__(self, people: int, seed: int, rates: Rates) -> None:
        self.chance, self.rates = random.Random(seed), rates
        self.bodies = list(self._bodies(max(people // rates.body_size, 20)))
        weights = [1 / (i % 97 + 3) for i in range(len(self.bodies))]
        self.names = _Names(self.chance)
        self.city_bodies: dict[str, list[int]] = {}
        for i, body in enumerate(self.bodies):
            self.city_bodies.setdefault(body.city, []).append(i)
        self.homes = self.chance.choices(range(len(self.bodies)), weights, k=people)
        self.people = [self._person(i) for i in range(people)]

    def _bodies(self, count: int) -> Iterator[Body]:
        cities = [CITIES[i : i + 2] for i in range(0, len(CITIES), 2)]
        seen: set[str] = set()
        while len(seen) < count:
            city = self.chance.choice(cities) + "市"
            county = "".join(self.chance.choices("安平永和清泉龙虎凤台", k=2)) + "县" if self.chance.random() < 0.6 else ""
            kind = self.chance.choice(("union", "union", "enterprise", "enterprise", "enterprise", "office"))
            seat = city + county if county else city
            if kind == "union":
                trade = self.chance.choice(("", *TRADES))
                name, short = (f"{seat}{trade}工会", f"{seat}{trade}工会") if trade else (f"{seat}总工会", f"{seat}总")
            elif kind == "enterprise":
                brand = "".join(self.chance.choices(GIVEN, k=2))
                name, short = (f"{seat}{brand}{self.chance.choice(TRADES)}有限公司", "")
                short = name.removesuffix("有限公司")
            else:
                office = self.chance.choice(("人力资源和社会保障局", "工业和信息化局", "应急管理局", "教育局", "交通运输局", "民政局"))
                name, short = seat + office, seat + office.replace("人力资源和社会保障局", "人社局").replace("工业和信息化局", "工信局")
            if name in seen:
                name = short = f"{name}第{len(seen)}分会" if kind != "enterprise" else f"{name}{len(seen)}厂"
            seen.add(name)
            body = Body(name, short, city, kind)
            if self.chance.random() < self.rates.renamed:
                body.renamed, body.before = self.chance.randint(2012, 2023), name.replace(city, city + "老", 1)
            yield body

    def _person(self, number: int) -> Person:
        chance = self.chance
        birth = chance.randint(1955, 1998)
        posts, year, body = [], max(2008, birth + 22 + chance.randint(0, 10)), self.homes[number]
        while year <= LAST:
            until = min(LAST, year + chance.randint(2, 9))
            posts.append((body, chance.choices(TITLES, (2, 6, 2, 2, 4, 4, 3, 3, 8, 8))[0], year, until))
            year = until + 1
            if chance.random() < self.rates.moved:
                body = (
                    chance.choice(self.city_bodies[self.bodies[body].city]) if chance.random() < 0.7 else chance.randrange(len(self.bodies))
                )
        posts = posts or [(body, "干部", LAST, LAST)]
        gender = chance.choice(("male", "female"))
        person = Person(number, self.names.draw(), gender, f"{birth}-{chance.randint(1, 12):02d}", posts)
        if chance.random() < self.rates.award:
            for _ in range(chance.choice((1, 1, 2))):
                person.honours.append((chance.choice(HONOURS), chance.randint(2010, LAST)))
        return person

    def mentions(self) -> Iterator[Mention]:
        """All that sources wrote of all people."""
        for person in self.people:
            for _ in range(1 + min(8, int(self.chance.expovariate(1 / (self.rates.mentions - 1)) + 0.5))):
                yield self._mention(person)
            for honour in person.honours:
                yield self._award(person, honour)

    def _mention(self, person: Person) -> Mention:
        chance, rates = self.chance, self.rates
        body, title, first, last = chance.choice(person.posts)
        year = chance.randint(first, last)
        press = chance.random() < rates.press
        birth = person.birth if not press and chance.random() < rates.birth else ""
        start = str(first) if not press and chance.random() < rates.start else ""
        items = {f"body {body}", f"title {body} {title}"} | ({f"birth {birth}"} if birth else set())
        return Mention(
            person.number,
            f"news-{year}-{chance.randint(1, 12):02d}" if press else f"officials-{year}",
            year,
            self._written(person.name),
            person.gender if chance.random() < rates.gender else "",
            (birth[:4] if chance.random() < 0.4 else birth) if birth else "",
            self._body(body, year),
            self.bodies[body].kind,
            "" if chance.random() < rates.no_title else self._title(title),
            start,
            "",
            frozenset(items),
        )

    def _award(self, person: Person, honour: tuple[str, int]) -> Mention:
        chance, rates = self.chance, self.rates
        name, year = honour
        body = next((b for b, _, first, last in person.posts if first <= year <= last), person.posts[0][0])
        unit = chance.random() < rates.unit
        birth = person.birth if chance.random() < rates.birth else ""
        items = {f"honour {name} {year}"} | ({f"body {body}"} if unit else set()) | ({f"birth {birth}"} if birth else set())
        return Mention(
            person.number,
            f"awards-{year}",
            year,
            self._written(person.name),
            person.gender if chance.random() < rates.gender else "",
            birth,
            self._body(body, year) if unit else "",
            self.bodies[body].kind,
            chance.choice(JOBS),
            "",
            name,
            frozenset(items),
        )

    def _body(self, number: int, year: int) -> str:
        body = self.bodies[number]
        if body.renamed and year < body.renamed:
            return body.before
        return body.short if self.chance.random() < self.rates.short_body else body.name

    def _title(self, title: str) -> str:
        if self.chance.random() >= self.rates.title_variant:
            return title
        return {"副主席": "党组副书记", "主席": "党组书记", "常务副主席": "副主席", "干部": "科员", "科员": "干部"}.get(
            title, title + "（正处级）"
        )

    def _written(self, name: str) -> str:
        chance, rates = self.chance, self.rates
        if chance.random() < rates.slip:
            return self._slipped(name)
        if chance.random() < rates.traditional:
            return "".join(TRADITIONAL.get(c, c) for c in name)
        if len(name) == 2 and chance.random() < rates.spaced:
            return f"{name[0]} {name[1]}"
        return name

    def _slipped(self, name: str) -> str:
        place = self.chance.randrange(1, len(name))
        kind = self.chance.choice(("sound", "sound", "shape", "dropped", "other"))
        groups = HOMOPHONES if kind == "sound" else ALIKE if kind == "shape" else ()
        others = [c for g in groups if name[place] in g for c in g if c != name[place]]
        if others:
            return name[:place] + self.chance.choice(others) + name[place + 1 :]
        if kind == "dropped" and len(name) > 2:
            return name[:place] + name[place + 1 :]
        return name[:place] + self.chance.choice(GIVEN) + name[place + 1 :] if kind == "other" else name


class _Names:
    """Names as they are borne: the commonest hundred by a tenth of the people."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.surname_weights = [1 / (i + 4) for i in range(len(SURNAMES))]
        self.given_weights = [1 / (i + 12) for i in range(len(GIVEN))]
        self.common = [self._any() for _ in range(COMMON)]

    def draw(self) -> str:
        return self.chance.choice(self.common) if self.chance.random() < 0.1 else self._any()

    def _any(self) -> str:
        given = self.chance.choices(GIVEN, self.given_weights, k=1 if self.chance.random() < 0.18 else 2)
        return self.chance.choices(SURNAMES, self.surname_weights)[0] + "".join(given)


def sharing(mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Pairs, by place in the list, of mentions of one person that share an item besides the name."""
    by_person: dict[int, list[int]] = {}
    for i, mention in enumerate(mentions):
        by_person.setdefault(mention.person, []).append(i)
    for members in by_person.values():
        for x, one in enumerate(members):
            for other in members[x + 1 :]:
                if mentions[one].items & mentions[other].items:
                    yield one, other


RATES: Mapping[str, Rates] = {
    "plain": Rates(),
    "rough": Rates(slip=0.03, traditional=0.03, short_body=0.2, birth=0.25, gender=0.4, no_title=0.2, body_size=90, moved=0.5),
    "aside": Rates(mentions=3.2, slip=0.02, birth=0.35, gender=0.5, title_variant=0.25, body_size=60, renamed=0.1, press=0.5),
}
