from __future__ import annotations

from pathlib import Path

from kg import pipeline
from kg.assemble import build, database
from kg.home import Home
from kg.manifest import Manifest
from tests.readings import MODEL, SOURCE, Page, reading

CODE = "91990100MA0000001X"


def organizations(tmp_path: Path, *pages: Page) -> list[str]:
    home = Home(tmp_path / "home")
    home.prepare()
    pipeline.keep(home, MODEL, reading(*pages), SOURCE, loader="hand 1", recorded="2025-12-01T00:00:00Z")
    with database() as connection:
        build(connection, "graph", home, Manifest.load(home), MODEL)
        rows = connection.execute(
            """SELECT v.value FROM graph.value v JOIN graph.label l ON l.id = v.id AND l.label = 'Organization'
            WHERE v.property = 'name' ORDER BY 1"""
        ).fetchall()
    return [row[0] for row in rows]


def page(title: str, *bodies: tuple[str, str, str]) -> Page:
    made = Page("jhgy/2025-11", title)
    for class_name, name, code in bodies:
        made.entity(class_name, name, **({"creditCode": code} if code else {}))
    return made


def test_one_credit_code_joins_the_names_of_an_enterprise(tmp_path: Path) -> None:
    pages = page("一", ("Enterprise", "江海纺织厂", CODE)), page("二", ("Enterprise", "江海纺织有限公司", CODE))
    assert len(organizations(tmp_path, *pages)) == 1


def test_a_union_and_its_enterprise_stay_two_under_one_code(tmp_path: Path) -> None:
    pages = page("一", ("Enterprise", "江海纺织有限公司", CODE)), page("二", ("Union", "江海纺织有限公司工会", CODE))
    assert len(organizations(tmp_path, *pages)) == 2


def test_a_naming_joins_the_old_name(tmp_path: Path) -> None:
    new = Page("jhgy/2025-11", "一")
    body = new.entity("Union", "望海市总工会")
    new.fact("Naming", "曾用名", entity=body, name="望海市工会联合会")
    assert len(organizations(tmp_path, new, page("二", ("Union", "望海市工会联合会", "")))) == 1


def test_a_renaming_joins_and_a_merger_does_not(tmp_path: Path) -> None:
    for kind, count in (("renaming", 1), ("merger", 2)):
        made = Page("jhgy/2025-11", kind)
        old, new = made.entity("Union", "望海市工会"), made.entity("Union", "望海市总工会")
        made.fact("Succession", kind, predecessor=old, successor=new, successionKind=kind)
        assert len(organizations(tmp_path / kind, made)) == count
