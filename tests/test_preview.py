from __future__ import annotations

from dataclasses import replace

from kg import pipeline
from kg.claimtable import tabulate
from kg.home import Home
from kg.preview import Change, preview
from tests.readings import MODEL, SOURCE, Page, reading

EDITION = "jhgy/2025-11"


def page(*people: str, gender: str = "") -> Page:
    made = Page(EDITION, "名册", kind="table")
    union = made.entity("Union", "江海省总工会")
    for name in people:
        person = made.entity("Person", name, **({"gender": gender} if gender else {}))
        made.fact("Tenure", f"主席{name}", holder=person, organization=union, title="主席")
    return made


def test_all_of_a_new_edition_would_come(home: Home) -> None:
    changes = list(preview(home, EDITION, tabulate(reading(page("顾明远"))), MODEL))
    assert [(c.way, c.class_name, c.name) for c in changes] == [
        ("come", "Person", "顾明远"),
        ("come", "Tenure", "顾明远 · 江海省总工会 · 主席"),
        ("come", "Union", "江海省总工会"),
    ]


def test_what_would_come_go_and_change_is_told(home: Home) -> None:
    pipeline.keep(home, MODEL, reading(page("顾明远", "江涵予")), SOURCE, loader="hand 1", recorded="2025-12-01T00:00:00Z")
    changes = list(preview(home, EDITION, tabulate(reading(page("顾明远", "沈望舒", gender="female"))), MODEL))
    assert Change("change", "Person", "顾明远", (), ("gender=female",)) in changes
    assert {(c.way, c.name) for c in changes if c.class_name == "Tenure"} == {
        ("go", "江涵予 · 江海省总工会 · 主席"),
        ("come", "沈望舒 · 江海省总工会 · 主席"),
    }


def test_the_same_again_changes_nothing_wherever_it_stands(home: Home) -> None:
    once = reading(page("顾明远"))
    pipeline.keep(home, MODEL, once, SOURCE, loader="hand 1", recorded="2025-12-01T00:00:00Z")
    assert list(preview(home, EDITION, tabulate(replace(once, encoding="gb18030")), MODEL)) == []
