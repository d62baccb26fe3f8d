"""Parents in a circle, which several sources may come to together: every question of them ends."""

from __future__ import annotations

import pytest

from api.graphql import Service, execute
from kg import pipeline
from kg.home import Home
from kg.manifest import Manifest
from kg.store import Store
from tests.readings import MODEL, OTHER, SOURCE, Page, reading

NAMES = ["甲总工会", "乙总工会", "丙总工会", "甲总工会"]
PATTERNS = {
    "MATCH (a:Union {name: '甲总工会'})-[:MEMBER|WHOLE*]-(b:Union) RETURN count(*) AS found": 6,
    "MATCH (a:Programme)-[:PART_OF*]->(b:Programme) RETURN count(*) AS found": 9,
    "MATCH p = shortestPath((a:Union {name: '甲总工会'})-[:MEMBER|WHOLE*]-(b:Union {name: '丙总工会'})) RETURN length(p) AS found": 2,
}


@pytest.fixture
def circle(store: Store, home: Home) -> Store:
    for (source, label), member, whole in zip(((SOURCE, "10"), (OTHER, "10"), (SOURCE, "11")), NAMES, NAMES[1:], strict=False):
        page = Page(f"{source.id}/2025-{label}", "名录", kind="table")
        bodies = [page.entity("Union", name) for name in (member, whole)]
        page.fact("Membership", f"{member}隶属{whole}", member=bodies[0], whole=bodies[1])
        page.entity("Programme", f"{member}计划", partOf=page.entity("Programme", f"{whole}计划"))
        read = reading(page, source=source, label=f"2025-{label}", issued=f"2025-{label}")
        pipeline.keep(home, MODEL, read, source, loader="hand 1", recorded="2025-12-01T00:00:00Z")
    pipeline.bring(store, home, Manifest.load(home), MODEL, before=None, progress=pipeline.Progress())
    return store


def test_questions_that_go_round_a_circle_end(circle: Store) -> None:
    for pattern, found in PATTERNS.items():
        assert circle.read(pattern, timeout=30) == [{"found": found}], pattern
    inner = "... on Programme { name partOf { ... on Programme { name } } }"
    deep = f'{{ programmes(where: {{name: {{eq: "甲总工会计划"}}}}) {{ nodes {{ partOf {{ {inner} }} }} }} }}'
    answer = execute(Service(MODEL, circle), deep, {}).body
    assert answer["data"]["programmes"]["nodes"] == [{"partOf": {"name": "乙总工会计划", "partOf": {"name": "丙总工会计划"}}}]
