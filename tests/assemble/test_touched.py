"""What is assembled from the last build is, in every table and in every row to write, what a whole build comes to."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields, replace
from importlib import import_module
from pathlib import Path

import duckdb
import pytest

from kg import pipeline
from kg.assemble import Origin, Touched, build, cache, database, difference, touched
from kg.claim import Reading
from kg.delta import Delta
from kg.home import Home
from kg.judgement import Judgement, Verdict
from kg.manifest import Manifest
from kg.resolve.again import pairs, weights
from kg.source import Source
from tests.readings import MODEL, OTHER, SOURCE, Page, reading

LIST = Source.parse("id: list\nname: 任职名册\npublisher: 江海省总工会\ncomplete: true\nrank: 60\n", "list.yml")
PEOPLE = ["张伟", "张炜", "顾明远", "何清", "林知远", "王建国"]
BODIES = ["江海省总工会", "江海省总", "望海市总工会", "江海重型机械制造有限公司", "江海重工集团有限公司"]
DATES = ["2018-03", "2019", "2021-06-01", "2021-Q3", "2025-11-13"]
STEPS = 6


def page(edition: str, title: str, rng: random.Random) -> Page:
    """A page of some people, bodies and activities, and what is said of them."""
    made = Page(edition, title, kind=rng.choice(["chronicle", "article"]))
    births = {"birth": rng.choice(["1970", "1981"])} if rng.random() < 0.3 else {}
    people = [made.entity("Person", name, **births) for name in rng.sample(PEOPLE, 2)]
    classes = {name: rng.choice(["Union", "Organization"] if "总" in name else ["Enterprise"]) for name in BODIES}
    codes = {"creditCode": rng.choice(["9144A", "9144B"])} if rng.random() < 0.2 else {}
    names = rng.sample(BODIES, 2)
    bodies = [made.entity(classes[name], name, **(codes if classes[name] == "Enterprise" else {})) for name in names]
    event = made.entity("Event", rng.choice(["全体会议", "江海省总工会全体会议"]), start=rng.choice(DATES), kind="meeting")
    contest = made.entity("Competition", "职工技能大赛", start=rng.choice(DATES), end="2025-12")
    honour = made.entity("Honour", "全国五一劳动奖章")
    dated = {key: rng.choice(DATES) for key in ("start", "end") if rng.random() < 0.4}
    former = {"former": "true"} if rng.random() < 0.2 else {}
    for person in people:
        made.fact("Tenure", "主席", holder=person, organization=bodies[0], title=rng.choice(["主席", "副主席"]), **dated, **former)
    made.fact("Participation", "主持会议", agent=people[0], activity=event, role=rng.choice(["spoke", "chaired"]))
    made.fact("Organising", "主办", organization=bodies[1], activity=contest, role="host")
    made.fact("PrizeResult", "获一等奖", recipient=people[1], competition=contest, item="焊工", prize="一等奖")
    made.fact("Award", "获奖章", recipient=people[0], honour=honour, year=rng.choice(["2019", "2020"]))
    if rng.random() < 0.3:
        made.fact("Naming", "曾用名", entity=bodies[0], name=rng.choice(BODIES))
    return made


def edition(source: Source, rng: random.Random) -> Reading:
    label = rng.choice(["2019", "2025-10", "2025-11"])
    pages = [page(f"{source.id}/{label}", title, rng) for title in rng.sample(["要闻", "通讯", "大事记"], rng.randint(1, 3))]
    return reading(*pages, source=source, label=label, issued=label)


class Shelf:
    """A folder of what is kept, in which time goes on by a day a step."""

    def __init__(self, home: Home, seed: int) -> None:
        self.home, self.rng, self.day, self.last = home, random.Random(seed), 0, {}

    @property
    def now(self) -> str:
        self.day += 1
        return f"2025-12-{self.day:02d}T00:00:00Z"

    def step(self, sources: tuple[Source, ...]) -> None:
        """Load, load again, read better, withdraw, weigh a source otherwise, or judge."""
        manifest = Manifest.load(self.home)
        what = self.rng.choice(["load", "load", "load", "better", "withdraw", "rank", "judge", "judge", "undo", "reject"])
        known = [e for e, versions in manifest.editions.items() if versions[-1].claims]
        if what == "withdraw" and len(known) > 1:
            pipeline.withdraw(self.home, self.rng.choice(known), recorded=self.now)
        elif what == "better" and self.last:
            name = self.rng.choice(sorted(self.last))
            source, read = self.last[name]
            claims = tuple(c for c in read.claims if self.rng.random() < 0.9 or c.mention)
            self._keep(source, replace(read, claims=claims))
        elif what == "rank" and "wang" in manifest.sources:
            other = Source.parse(OTHER.yaml.replace("80", str(self.rng.randint(10, 90))), "wang.yml")
            other.keep(self.home)
            manifest.with_source("wang", other.digest).save(self.home)
        elif what in ("judge", "undo", "reject") and known:
            self._judge(what, manifest)
        else:
            self.load(self.rng.choice(sources))

    def load(self, source: Source) -> None:
        """Load an edition of a source, or one that is there anew."""
        self._keep(source, edition(source, self.rng))

    def _keep(self, source: Source, read: Reading) -> None:
        pipeline.keep(self.home, MODEL, read, source, loader=f"hand {self.day}", recorded=self.now)
        self.last[f"{read.source}/{read.label}"] = source, read

    def _judge(self, what: str, manifest: Manifest) -> None:
        with built(self.home, manifest) as connection:
            mentions = [row[0] for row in connection.execute("SELECT mention FROM graph.cluster ORDER BY 1").fetchall()]
            keys = connection.execute("SELECT claim, key FROM graph.raw WHERE mention = '' AND kind = 'party' ORDER BY 1").fetchall()
        standing = manifest.judgements.standing
        said = {"by": "林", "when": self.now, "number": len(manifest.judgements.lines) + 1}
        if what == "undo" and standing:
            judgement = Judgement(verdict="undo", of=standing[-1].number, **said)
        elif what == "reject" and keys:
            claim, key = self.rng.choice(keys)
            judgement = Judgement(verdict="reject", claim=claim, key=key, **said)
        else:
            one, other = self.rng.sample(mentions, 2)
            verdict: Verdict = self.rng.choice(["same", "different"])
            judgement = Judgement(verdict=verdict, one=one, other=other, keep=one if verdict == "same" else "", **said)
        manifest.judgements.append(self.home.judgements, judgement)


@contextmanager
def built(home: Home, manifest: Manifest) -> Iterator[duckdb.DuckDBPyConnection]:
    with database() as connection:
        build(connection, "graph", home, manifest, MODEL)
        yield connection


def tables(connection: duckdb.DuckDBPyConnection, schema: str) -> dict[str, list[tuple[object, ...]]]:
    return {name: sorted(connection.execute(query.format(s=schema)).fetchall()) for name, query in cache.TABLES.items()}


def rows_of(delta: Delta) -> dict[str, object]:
    return {f.name: delta.size if f.name == "size" else list(getattr(delta, f.name)) for f in fields(delta)}


def origin(home: Home) -> Origin:
    return Origin.of(Manifest.load(home), MODEL, "shown")


def advance(home: Home, last: Origin, before: Manifest) -> bool:
    """Bring the kept build to what is kept; compare it and the rows to write with those of a whole build; return whether it was fast."""
    manifest = Manifest.load(home)
    with database() as whole:
        build(whole, "before", home, before, MODEL)
        build(whole, "after", home, manifest, MODEL)
        expected, rows = tables(whole, "after"), rows_of(difference(whole, "before", "after", MODEL))
        with database() as connection:
            assert cache.attach(connection, home) == last
            part = Touched(connection, home, manifest, MODEL, last, origin(home))
            fast = part.build()
            if fast:
                found = rows_of(difference(connection, "before", "after", MODEL))
                part.keep()
                assert found == rows
        if not fast:
            cache.save(whole, "after", home, origin(home))
    with database() as connection:
        assert cache.attach(connection, home) == origin(home)
        kept = {name: sorted(connection.execute(f"FROM {cache.KEPT}.{name}").fetchall()) for name in cache.TABLES}
    for name, expect in expected.items():
        assert kept[name] == expect, name
    return fast


def walk(tmp_path: Path, seed: int, sources: tuple[Source, ...]) -> list[bool]:
    """A shelf of so many steps, each brought from the last; which were fast."""
    home = Home(tmp_path / f"home{seed}")
    home.prepare()
    shelf = Shelf(home, seed)
    for source in sources:
        shelf.load(source)
    manifest = Manifest.load(home)
    with built(home, manifest) as connection:
        cache.save(connection, "graph", home, origin(home))
    fast = []
    for _ in range(STEPS):
        last, before = origin(home), Manifest.load(home)
        shelf.step(sources)
        fast.append(advance(home, last, before))
    return fast


@pytest.mark.parametrize("seed", range(3))
def test_what_is_touched_comes_to_the_same_as_a_whole_build(tmp_path: Path, seed: int) -> None:
    fast = walk(tmp_path, seed, (SOURCE, OTHER))
    assert sum(fast) > STEPS // 2


@pytest.mark.parametrize("sources", [(SOURCE, LIST), (LIST,)])
def test_lists_that_are_complete_do_too(tmp_path: Path, sources: tuple[Source, ...]) -> None:
    fast = walk(tmp_path, 3, sources)
    assert sum(fast) > STEPS // 2


def test_a_large_list_that_is_most_of_the_graph_is_built_as_a_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(touched, "LARGE", 1)
    assert sum(walk(tmp_path, 3, (LIST,))) < STEPS // 2


def test_who_is_missing_from_a_complete_list_is_found_in_what_is_touched(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    home.prepare()

    def keep(label: str, day: int, *names: str, source: Source = LIST) -> None:
        listed = Page(f"{source.id}/{label}", "名册", kind="table")
        union = listed.entity("Union", "江海省总工会")
        for name in names:
            listed.fact("Tenure", f"{name}主席", holder=listed.entity("Person", name), organization=union, title="主席")
        read = reading(listed, source=source, label=label, issued=label)
        pipeline.keep(home, MODEL, read, source, loader="hand 1", recorded=f"2025-12-{day:02d}T00:00:00Z")

    keep("2019", 1, "顾明远", "何清")
    with built(home, Manifest.load(home)) as connection:
        cache.save(connection, "graph", home, origin(home))
    steps: list[Callable[[], object]] = [
        lambda: keep("2025-10", 2, "顾明远", "何清", source=SOURCE),
        lambda: keep("2021", 3, "顾明远"),  # 何清 has left
        lambda: keep("2020", 4, "何清", "林知远"),  # 顾明远 had, and came back
        lambda: keep("2019", 5, "顾明远"),  # was not told of 何清 at all
        lambda: keep("2021", 6, "何清"),
        lambda: pipeline.withdraw(home, "list/2021", recorded="2025-12-07T00:00:00Z"),
        lambda: keep("2022", 8, "王建国"),
    ]
    inferred = []
    for step in steps:
        last, before = origin(home), Manifest.load(home)
        step()
        assert advance(home, last, before)
        with database() as connection:
            cache.attach(connection, home)
            query = f"SELECT count(*) FROM {cache.KEPT}.evidence_value WHERE property = 'method' AND value = 'inferred'"
            inferred.append(connection.execute(query).fetchall()[0][0])
    assert inferred[0] == 0
    assert len(set(inferred)) > 3
    assert min(inferred[1:]) > 0


def test_where_many_bear_one_name_and_share_an_item_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.assemble.test_touched.PEOPLE", ["张伟", "张炜", "张伟强"])
    score = import_module("kg.resolve.score")  # the package has a function of that name
    monkeypatch.setattr(score, "WINDOW", 1)
    for module in (score, weights, pairs):
        monkeypatch.setattr(module, "ROOM", 2)
    fast = walk(tmp_path, 4, (SOURCE, OTHER))
    assert sum(fast) > STEPS // 2
