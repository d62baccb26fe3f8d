"""What ``kg check`` tells of sources that contradict one another."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import pipeline
from kg.assemble import build, database
from kg.contradictions import Finding, contradictions
from kg.home import Home
from kg.manifest import Manifest
from kg.source import Source
from tests.readings import MODEL, OTHER, SOURCE, Page, reading


def edition(source: Source, label: str, *pairs: tuple[str, str], **dates: str) -> tuple[Source, Page]:
    """An edition that states of pairs of unions that the first is a part of the second."""
    page = Page(f"{source.id}/{label}", "名录", kind="table")
    for member, whole in pairs:
        bodies = [page.entity("Union", name) for name in (member, whole)]
        page.fact("Membership", f"{member}隶属{whole}", member=bodies[0], whole=bodies[1], **dates)
    return source, page


def found(tmp_path: Path, *editions: tuple[Source, Page]) -> list[Finding]:
    home = Home(tmp_path / "home")
    home.prepare()
    for number, (source, page) in enumerate(editions, 1):
        label = page.edition.split("/")[1]
        read = reading(page, source=source, label=label, issued=label)
        pipeline.keep(home, MODEL, read, source, loader="hand 1", recorded=f"2025-12-{number:02d}T00:00:00Z")
    with database() as connection:
        build(connection, "graph", home, Manifest.load(home), MODEL)
        return list(contradictions(connection, "graph", MODEL))


def test_a_circle_of_parents_over_several_sources_is_a_fault_with_its_chain_and_places(tmp_path: Path) -> None:
    first = edition(SOURCE, "2025-10", ("甲总工会", "乙总工会"), ("丁总工会", "甲总工会"))
    second = edition(OTHER, "2025-11", ("乙总工会", "丙总工会"))
    third = edition(SOURCE, "2025-11", ("丙总工会", "甲总工会"))
    (finding,) = found(tmp_path, first, second, third)
    assert finding.weight == "fault"
    assert finding.message == (
        "Parents in a circle: 丙总工会 → 甲总工会 → 乙总工会 → 丙总工会; "
        "stated by jhgy/2025-11 at 10, jhgy/2025-10 at 10, wang/2025-11 at 10. Take one back with kg judge."
    )


@pytest.mark.parametrize(("since", "count"), [("2020", 0), ("2012", 1)])
def test_parents_that_change_places_over_time_are_no_circle(since: str, count: int, tmp_path: Path) -> None:
    first = edition(SOURCE, "2025-10", ("甲总工会", "乙总工会"), start="2010", end="2015")
    second = edition(OTHER, "2025-11", ("乙总工会", "甲总工会"), start=since)
    assert len(found(tmp_path, first, second)) == count


def test_bodies_of_one_name_are_told_with_what_is_left_open(tmp_path: Path) -> None:
    editions = []
    for label, code in (("2025-09", "91990200MA0100016Q"), ("2025-10", "91990200MA0100024K"), ("2025-11", "")):
        page = Page(f"jhgy/{label}", "要闻")
        page.entity("Enterprise", "红星机械厂", **({"creditCode": code} if code else {}))
        editions.append((SOURCE, page))
    (finding,) = found(tmp_path, *editions)
    assert (finding.weight, finding.place) == ("note", "红星机械厂")
    for words in ("2 bodies", "91990200MA0100016Q", "91990200MA0100024K", "1 mentions"):
        assert words in finding.message
