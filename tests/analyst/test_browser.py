"""Neo4j Browser as an analyst uses it: the real one, of the real server, in a headless Chromium."""

from __future__ import annotations

import base64
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from kg.analyst.pack import FAVOURITES, archive, saved_queries
from kg.analyst.style import palette
from tests.analyst.chromium import chromium, page
from tests.cli.command import load, serving
from tests.needed import require
from tests.neo4j.server import Neo4jServer

CONNECT_MS, ANSWER_MS = 60_000, 30_000
DROPPED = """data => {
  const dropped = new DataTransfer();
  dropped.items.add(new File([Uint8Array.from(atob(data), c => c.charCodeAt(0))], "queries.zip"));
  return dropped;
}"""


@dataclass(frozen=True, slots=True)
class Browser:
    """Neo4j Browser, connected, beside a server of ours."""

    page: Page
    ours: str

    def run(self, text: str) -> None:
        self.page.locator("[data-testid=activeEditor]").click()
        self.page.keyboard.press("Control+a")
        self.page.keyboard.insert_text(text)
        self.page.keyboard.press("Control+Enter")


@pytest.fixture
def browser(neo4j_server: Neo4jServer, tmp_path: Path) -> Iterator[Browser]:
    require("" if chromium() else "needs Chromium")
    neo4j_server.empty()
    home, settings = tmp_path / "home", neo4j_server.environment()
    load(home, extra=settings)
    with serving(home, "serve", extra=settings) as (_, address), page() as opened:
        opened.goto(neo4j_server.browser)
        opened.locator("[data-testid=username]").fill(neo4j_server.user, timeout=CONNECT_MS)
        opened.locator("[data-testid=password]").fill(neo4j_server.password)
        opened.locator("[data-testid=connect]").click()
        expect(opened.locator("[data-testid=frame]", has_text=":play start")).to_be_visible(timeout=CONNECT_MS)
        # Without a setting of Neo4j's, Browser takes guides of localhost alone.
        yield Browser(opened, address.replace("127.0.0.1", "localhost"))


def test_style_guide_and_favourites_are_loaded_and_a_query_of_the_guide_draws_the_graph(browser: Browser) -> None:
    shown = browser.page
    browser.run(f":style {browser.ours}/analyst/style.grass")
    expect(shown.locator("[data-testid=frame]").first).to_contain_text("node.Person", timeout=ANSWER_MS)

    browser.run(f":guide {browser.ours}/analyst/guide.html")
    expect(shown.locator("[data-testid=guidesDrawer]")).to_contain_text("工会图谱", timeout=ANSWER_MS)
    shown.locator("[data-testid=guideNextSlide]").click()
    shown.locator("pre.runnable:visible", has_text="人物：").click()
    expect(shown.locator("[data-testid=activeEditor]")).to_contain_text("沈望舒")
    shown.locator("[data-testid=editor-Run]").click()

    union = shown.locator("svg g.node", has_text="江海省总工会").filter(has=shown.locator(f'circle[fill="{palette()["Union"]}"]'))
    person = shown.locator("svg g.node", has_text="沈望舒").filter(has=shown.locator(f'circle[fill="{palette()["Person"]}"]'))
    expect(union.first).to_be_visible(timeout=ANSWER_MS)
    expect(person.first).to_be_visible()
    expect(shown.locator("svg", has_text="任职者").first).to_be_visible()
    expect(shown.locator("[data-testid=guidesDrawer]")).to_contain_text("人物与任职")
    if folder := os.environ.get("KG_TEST_PICTURES"):
        shown.screenshot(path=Path(folder) / "browser.png")

    dropped = shown.evaluate_handle(DROPPED, base64.b64encode(archive()).decode())
    for event in ("dragenter", "dragover", "drop"):
        shown.dispatch_event(".filedrop", event, {"dataTransfer": dropped})
    shown.locator("[data-testid=navigationFavorites]").click()
    shown.get_by_text(FAVOURITES, exact=True).click()
    for query in saved_queries():
        expect(shown.get_by_test_id(f"scriptTitle-{query.title}")).to_be_visible()
