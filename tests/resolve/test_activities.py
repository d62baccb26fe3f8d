from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kg import pipeline
from kg.assemble import build, database
from kg.claim import Party
from kg.home import Home
from kg.manifest import Manifest
from tests.readings import MODEL, SOURCE, Page, reading


def page(
    title: str, event: str, *, people: tuple[str, ...], place: str = "望海市", start: str = "2025-11-14", kind: str = "meeting"
) -> Page:
    made = Page("jhgy/2025-11", title)
    activity = made.entity("Event", event, start=start, kind=kind)
    where = made.entity("Place", place)
    made.claims[0] = replace(made.claims[0], parties=(Party("place", where),))
    for name in people:
        made.fact("Participation", f"{name}出席", agent=made.entity("Person", name), activity=activity, role="attended")
    return made


def events(tmp_path: Path, *pages: Page) -> int:
    home = Home(tmp_path / "home")
    home.prepare()
    pipeline.keep(home, MODEL, reading(*pages), SOURCE, loader="hand 1", recorded="2025-12-01T00:00:00Z")
    with database() as connection:
        build(connection, "graph", home, Manifest.load(home), MODEL)
        rows = connection.execute("SELECT count(*) FROM graph.label WHERE label = 'Event'").fetchall()
    return int(rows[0][0])


def test_a_similar_name_and_the_place_make_one_event(tmp_path: Path) -> None:
    one = page("一", "全省产业工人队伍建设改革推进会", people=())
    other = page("二", "江海省产业工人队伍建设改革推进会", people=())
    assert events(tmp_path, one, other) == 1


def test_a_leader_at_two_occasions_of_one_day_in_one_city(tmp_path: Path) -> None:
    one = page("一", "第五届职业技能大赛闭幕式", people=("顾明远", "陆青"), kind="ceremony")
    other = page("二", "顾明远率队到望海市调研工会工作", people=("顾明远", "陆青"), kind="inspection")
    assert events(tmp_path, one, other) == 2


def test_one_occasion_under_two_names_with_the_same_people(tmp_path: Path) -> None:
    one = page("一", "基层建设工作会议", people=("顾明远", "陆青"))
    other = page("二", "全省现场会", people=("顾明远", "陆青"))
    assert events(tmp_path, one, other) == 1


@pytest.mark.parametrize("start", ["2025-11-15", "2025"])
def test_another_day_is_another_event(tmp_path: Path, start: str) -> None:
    one = page("一", "全省产业工人队伍建设改革推进会", people=("顾明远",))
    other = page("二", "江海省产业工人队伍建设改革推进会", people=("顾明远",), start=start)
    assert events(tmp_path, one, other) == 2
