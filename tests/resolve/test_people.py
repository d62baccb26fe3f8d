from __future__ import annotations

from pathlib import Path

import pytest

from kg import pipeline
from kg.assemble import build, database
from kg.home import Home
from kg.manifest import Manifest
from tests.readings import MODEL, SOURCE, Page, reading


def honoured(title: str, name: str, honour: str, year: str = "") -> Page:
    page = Page("jhgy/2025-11", title)
    page.fact("Award", f"{year}{honour}{name}", recipient=page.entity("Person", name), honour=page.entity("Honour", honour), **said(year))
    return page


def said(year: str) -> dict[str, str]:
    return {"year": year} if year else {}


def people(tmp_path: Path, *pages: Page) -> int:
    """How many people there are."""
    return table(tmp_path, "SELECT count(*) FROM graph.label WHERE label = 'Person'", *pages)[0][0]


def table(tmp_path: Path, query: str, *pages: Page) -> list[tuple[int, ...]]:
    """What a query finds of the tables of resolving."""
    home = Home(tmp_path / "home")
    home.prepare()
    pipeline.keep(home, MODEL, reading(*pages), SOURCE, loader="hand 1", recorded="2025-12-01T00:00:00Z")
    with database() as connection:
        build(connection, "graph", home, Manifest.load(home), MODEL)
        return connection.execute(query).fetchall()


@pytest.mark.parametrize(("one", "other", "count"), [("2020", "2020", 1), ("2020", "", 1), ("", "", 1), ("2020", "2022", 2)])
def test_an_honour_is_shared_unless_its_years_differ(tmp_path: Path, one: str, other: str, count: int) -> None:
    assert people(tmp_path, honoured("一", "陶砺行", "全国劳动模范", one), honoured("二", "陶砺行", "全国劳动模范", other)) == count


def test_another_honour_is_not_shared(tmp_path: Path) -> None:
    assert people(tmp_path, honoured("一", "张伟", "全国劳动模范"), honoured("二", "张伟", "全国五一劳动奖章")) == 2


def test_who_stands_in_the_masthead_belongs_to_its_publisher(tmp_path: Path) -> None:
    masthead = Page("jhgy/2025-11", "版权页", kind="masthead")
    masthead.entity("Person", "顾明远")
    news = Page("jhgy/2025-11", "一")
    news.fact(
        "Tenure",
        "江海省总工会主席顾明远",
        holder=news.entity("Person", "顾明远"),
        organization=news.entity("Union", "江海省总工会"),
        title="主席",
    )
    assert people(tmp_path, masthead, news) == 1


def test_a_stated_gender_tells_two_people_apart(tmp_path: Path) -> None:
    pages = []
    for title, gender in (("一", "male"), ("二", "female")):
        page = Page("jhgy/2025-11", title)
        holder = page.entity("Person", "闻静", gender=gender)
        page.fact("Tenure", "望海市总工会副主席闻静", holder=holder, organization=page.entity("Union", "望海市总工会"), title="副主席")
        pages.append(page)
    assert people(tmp_path, *pages) == 2


def test_the_same_title_alone_is_not_shared(tmp_path: Path) -> None:
    pages = []
    for title, union in (("一", "望海市总工会"), ("二", "临江市总工会")):
        page = Page("jhgy/2025-11", title)
        page.fact(
            "Tenure", f"{union}主席张伟", holder=page.entity("Person", "张伟"), organization=page.entity("Union", union), title="主席"
        )
        pages.append(page)
    assert people(tmp_path, *pages) == 2


def posted(article: str, gender: str = "", *, name: str = "张伟", union: str = "望海市总工会", title: str = "主席", **told: str) -> Page:
    page = Page("jhgy/2025-11", article)
    birth = {"birth": told.pop("birth")} if "birth" in told else {}
    holder = page.entity("Person", name, **({"gender": gender} if gender else {}), **birth)
    page.fact("Tenure", f"{union}{title}{name}", holder=holder, organization=page.entity("Union", union), title=title, **told)
    return page


def test_a_woman_of_the_name_does_not_part_what_is_said_of_a_man(tmp_path: Path) -> None:
    assert people(tmp_path, posted("一", "male", title="主任"), posted("二", "female"), posted("三", "male")) == 2


def test_where_a_man_and_a_woman_bear_a_name_one_of_no_stated_gender_is_left_open(tmp_path: Path) -> None:
    assert people(tmp_path, posted("一", "male"), posted("二", "female"), posted("三")) == 3


def test_a_birth_year_alone_does_not_join_a_common_name_in_two_bodies(tmp_path: Path) -> None:
    assert people(tmp_path, posted("一", birth="1970"), posted("二", birth="1970", union="临江市总工会")) == 2


def test_posts_of_one_body_that_began_in_one_year_speak_for_one_person(tmp_path: Path) -> None:
    pages = (posted("一", start="2020"), posted("二", start="2020"))
    assert table(tmp_path, "SELECT points FROM graph.part WHERE part = 'start year'", *pages) == [(8,)]


def test_a_department_and_its_body_are_shared(tmp_path: Path) -> None:
    office = posted("一", name="陶砺行", union="望海市总工会办公室", title="主任")
    assert people(tmp_path, office, posted("二", name="陶砺行", title="副主席")) == 1


@pytest.mark.parametrize(
    ("one", "others", "count"),
    [
        ("安平县总工会", ["望海市安平县总工会"], 1),
        ("望海市安平县总工会", ["临江市安平县总工会"], 2),
        ("安平县总工会", ["望海市安平县总工会", "临江市安平县总工会"], 3),
    ],
)
def test_a_county_may_lack_its_city_unless_two_cities_have_one_of_the_name(tmp_path: Path, one: str, others: list[str], count: int) -> None:
    pages = [posted(str(i), name="陶砺行", union=union, title="干部") for i, union in enumerate([one, *others])]
    assert people(tmp_path, *pages) == count


def test_names_side_by_side_in_one_document_are_no_slip(tmp_path: Path) -> None:
    page, union = posted("一", name="张强林"), "望海市总工会"
    other = page.entity("Person", "张强")
    page.fact("Tenure", f"{union}干事张强", holder=other, organization=page.entity("Union", union), title="干事")
    assert table(tmp_path, "SELECT a, b FROM graph.pair", page) == []


def test_a_name_that_many_bodies_know_is_common_in_a_small_graph_too(tmp_path: Path) -> None:
    pages = [posted(f"第{i}篇", name="陶砺行", union=f"望海市第{i}纺织厂工会") for i in range(40)]
    [(weight,)] = table(tmp_path, "SELECT weight FROM graph.name_form", *pages)
    assert weight <= -20
