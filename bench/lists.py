"""Made lists for `bench.outside`: officials, members and those honoured, by year, and a register of firms with their former names.

Each source has a description and habits of its own writers: spaces in short names, traditional characters, births or genders or neither.
Bodies are at times called by short names, and one name in seventy has a slip.
"""

from __future__ import annotations

import csv
from pathlib import Path

from opencc import OpenCC

from bench.world import Someone, World

_SLIPS = (
    "伟玮炜",
    "静婧靖净",
    "丽莉俐",
    "杰洁捷",
    "军君均",
    "芳方",
    "平萍",
    "辉晖慧",
    "明铭",
    "英瑛",
    "玉钰育",
    "晓哓",
    "宁宇",
    "瑞端",
    "波坡",
)
_BODY = "{class: Organization, endings: {总: Union, 工会: Union, 公司: Enterprise}}"


class Shelf(World):
    """Writes what is said of the people to a folder; ``truth`` has for each edition and row who it is and what is stated."""

    def __init__(self, folder: Path, people: int, seed: int) -> None:
        super().__init__(people, seed)
        self.folder, self.traditional = folder, OpenCC("s2t")
        self.truth: dict[tuple[str, int], tuple[int, frozenset[tuple[object, ...]]]] = {}

    def _written(self, name: str, habit: str) -> str:
        if self.chance.random() < 0.015:
            place = self.chance.randrange(1, len(name))
            others = [c for group in _SLIPS if name[place] in group for c in group if c != name[place]]
            kept = self.chance.choice(others) if others else "" if len(name) > 2 else name[place]
            name = name[:place] + kept + name[place + 1 :]
        if habit == "spaced" and len(name) == 2:
            return f"{name[0]}　{name[1]}"
        return self.traditional.convert(name) if habit == "traditional" else name

    def table(self, source: str, years: range, columns: dict[str, str], facts: list[str], kind: str, chosen: list[Someone]) -> None:
        """Write the lists of a source, with its description; the columns are said by what each is."""
        habit, births, genders = (
            self.chance.choice(("", "", "spaced", "traditional")),
            self.chance.random() < 0.5,
            self.chance.random() < 0.6,
        )
        columns = {"姓名": "person.name", **columns, "工作单位": "body.name"}
        columns |= ({"性别": "person.gender"} if genders else {}) | ({"出生年月": "{is: person.birth, format: yyyy.mm}"} if births else {})
        things = ["  person: Person", f"  body: {_BODY}", *(["  honour: Honour"] if "荣誉称号" in columns else [])]
        described = [
            f"id: {source}",
            f"name: {source}",
            f"publisher: {self.province}总工会",
            "licence: CC0-1.0",
            f"files: '{source}-*'",
            r"edition: '-(?P<year>\d{4})'",
        ]
        described += [f"province: {self.province}", f"rows_are: {kind}", "things:", *things, "facts:", *(f"  - {fact}" for fact in facts)]
        described += ["columns:", *(f"  {name}: {spec}" for name, spec in columns.items())]
        (self.folder / f"{source}.yml").write_text("\n".join(described) + "\n", encoding="utf-8")
        for year in years:
            with (self.folder / f"{source}-{year}.csv").open("w", encoding="utf-8", newline="") as file:
                lines = csv.writer(file)
                lines.writerow(columns)
                row = 1
                for someone in chosen:
                    awards = [h for h in someone.honours if h[1] <= year] if kind == "award" else [("", 0)]
                    for (body, title, first, _), (honour, when) in ((post, award) for post in someone.at(year)[:1] for award in awards):
                        if self.chance.random() < 0.15:
                            continue
                        row += 1
                        shown = body.short if self.chance.random() < 0.05 else body.called(year)
                        cells = {"姓名": self._written(someone.name, habit), "职务": title, "岗位": title, "任职时间": str(first)}
                        cells |= {
                            "荣誉称号": honour,
                            "年度": str(when),
                            "工作单位": shown,
                            "性别": "女" if someone.woman else "男",
                            "出生年月": someone.birth,
                        }
                        lines.writerow([cells[name] for name in columns])
                        stated: set[tuple[object, ...]] = {("body", body.number)} | ({("birth", someone.birth)} if births else set())
                        self.truth[f"{source}/{year}", row] = someone.number, frozenset(stated | ({(honour, when)} if honour else set()))

    def write(self) -> None:
        """Write all sources."""
        post, job = "{fact: Tenure, holder: person, organization: body}", "{fact: Affiliation, person: person, organization: body}"
        self.table(
            "officials",
            range(2014, 2026, 2),
            {"职务": "{is: Tenure.title, split: 、}", "任职时间": "Tenure.start"},
            [post],
            "post",
            self.people[::5],
        )
        workers = [someone for someone in self.people if someone.number % 5]
        for i, city in enumerate(dict.fromkeys(union.city for union in self.unions if union.city)):
            here = [someone for someone in workers if someone.posts[0][0].city == city]
            award = "{fact: Award, recipient: person, honour: honour}"
            self.table(f"members{i}", range(2015, 2026, 4), {"岗位": "Affiliation.occupation"}, [job], "person", here)
            self.table(f"models{i}", range(2019, 2026, 3), {"荣誉称号": "honour.name", "年度": "Award.year"}, [award, job], "award", here)
        rows = "\n".join(f"{firm.name},{firm.before}" for firm in self.firms)
        (self.folder / "firms-2025.csv").write_text(f"名称,曾用名\n{rows}\n", encoding="utf-8")
        (self.folder / "firms.yml").write_text(
            "id: firms\nname: 企业名录\npublisher: 市场监督管理局\nlicence: CC0-1.0\nfiles: firms-*.csv\nedition: '(?P<year>\\d{4})'\n"
            "things: {firm: Enterprise}\ncolumns: {名称: firm.name, 曾用名: firm.alias}\n",
            encoding="utf-8",
        )
