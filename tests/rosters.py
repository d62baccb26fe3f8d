"""A roster of one union's officials in several editions, made by hand, for tests of time."""

from __future__ import annotations

from kg import pipeline
from kg.home import Home
from kg.pipeline import Kept
from kg.source import Source
from tests.readings import MODEL, Page, reading

LIST = Source.parse("id: list\nname: 江海省总工会领导名册\npublisher: 江海省总工会\ncomplete: true\n", "list.yml")
OTHER_LIST = Source.parse("id: other\nname: 任职公告\n", "other.yml")
NOBODY = {"name": "谁人", "title": "委员"}


def roster(home: Home, label: str, *posts: dict[str, str], recorded: str = "2025-12-01T00:00:00Z", source: Source = LIST) -> Kept:
    """Keep an edition, issued on the day of its label, that lists posts in 江海省总工会: of 顾明远, as 主席, unless one says otherwise."""
    page = Page(f"{source.id}/{label}", "领导名册", kind="table")
    union = page.entity("Union", "江海省总工会")
    for number, post in enumerate(posts or (NOBODY,)):
        said = {"title": "主席", **post}
        person = page.entity("Person", said.pop("name", "顾明远"))
        page.fact("Tenure", f"第{number}行", holder=person, organization=union, **said)
    kept = reading(page, source=source, label=label, issued=label)
    return pipeline.keep(home, MODEL, kept, source, loader="hand 1", recorded=recorded)
