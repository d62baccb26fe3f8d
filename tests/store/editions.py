"""Two issues made by hand, each in two versions, so that a second load touches every kind of row."""

from __future__ import annotations

from io import BytesIO

from kg import pipeline
from kg.export import export_data
from kg.home import Home
from kg.manifest import Manifest
from kg.pipeline import Progress
from kg.source import Source
from kg.store import Store
from tests.readings import MODEL, OTHER, SOURCE, Page, reading

RECORDED = ("2025-12-01T00:00:00Z", "2025-12-08T09:30:00Z")


def keep(home: Home, version: int, pages: int = 6) -> Manifest:
    """Keep the first or the second version of both issues.

    In the second one the first issue was corrected (facts end, a name and a role change, pages are added), and the second issue
    was read by a better loader (its text is the same, and what it no longer finds was never said).
    """
    _keep(home, SOURCE, [_page("jhgy/2025-11", i, corrected=version == 2 and i % 2 == 0) for i in range(pages + 2 * version)], version)
    better = [_page("wang/2025-11", i) for i in range(pages)]
    if version == 2:
        for page in better[::2]:
            del page.claims[-1]
    _keep(home, OTHER, better, version)
    return Manifest.load(home)


def bring(store: Store, home: Home, version: int, pages: int = 6) -> int:
    """Load the issues as the command does, and return how many rows were written."""
    before = Manifest.load(home)
    return pipeline.bring(store, home, keep(home, version, pages), MODEL, before=before, progress=Progress())


def turtle(store: Store) -> bytes:
    """All that the store shows, history included."""
    output = BytesIO()
    export_data(store, MODEL, output, history=True)
    return output.getvalue()


def _keep(home: Home, source: Source, pages: list[Page], version: int) -> None:
    issue = reading(*pages, source=source)
    pipeline.keep(home, MODEL, issue, source, loader=f"hand {version}", recorded=RECORDED[version - 1])


def _page(edition: str, number: int, *, corrected: bool = False) -> Page:
    page = Page(edition, f"要闻{number}", kind="chronicle")
    person = page.entity("Person", f"顾{number}明远", gender="female" if corrected else "male")
    union = page.entity("Union", f"江海省第{number}总工会", alias=f"第{number}工会", level="municipal" if corrected else "provincial")
    event = page.entity("Event", f"第{number}次全体会议", start="2025-11-13", kind="meeting", ordinal=str(number + 1))
    page.fact("Tenure", f"主席顾{number}明远", holder=person, organization=union, title="主席", former="true", attested="2025-11-13")
    page.fact("Participation", "主持会议", agent=person, activity=event, role="spoke" if corrected else "chaired", attested="2025-11")
    if not corrected:
        page.fact("Organising", "省总工会主办", organization=union, activity=event, role="host")
    return page
