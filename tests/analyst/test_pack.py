from __future__ import annotations

import re
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from kg.analyst.pack import archive, folder, guide, saved_queries
from kg.store import Store
from tests.cli.command import kg
from tests.readings import MODEL

QUERIES = {query.name: query for query in saved_queries()}


class Runnable(HTMLParser):
    """The texts of a guide that Browser runs on a click, and whether its elements are closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.texts: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        if "runnable" in (dict(attrs).get("class") or ""):
            self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "pre":
            self.texts[-1] += data


def test_there_are_ten_queries_in_the_order_of_their_numbers() -> None:
    assert [name.partition("-")[0] for name in QUERIES] == [f"{n:02}" for n in range(1, 11)]
    for query in QUERIES.values():
        first, second = query.text.splitlines()[:2]
        assert first == f"// {query.title}"
        assert re.fullmatch(r".+：.+（[图表]）", query.title), query.title
        assert re.match(r"// [A-Z]", second), second


def test_a_query_speaks_of_the_ontology_and_only_reads() -> None:
    edges = {p.edge_type for p in MODEL.properties.values() if p.is_edge}
    for query in QUERIES.values():
        assert set(re.findall(r"\(\w*:(\w+)", query.text)) <= {c.name for c in MODEL}, query.name
        named = {name for found in re.findall(r"\[\w*:([\w|]+)\]", query.text) for name in found.split("|")}
        assert named <= edges, query.name
        assert not re.search(r"\b(CREATE|MERGE|SET|DELETE|REMOVE|DROP|LOAD|CALL)\b", query.text), query.name


def test_the_guide_has_every_query_and_closes_what_it_opens() -> None:
    read = Runnable(guide("http://localhost:8000"))
    assert read.open == []
    assert {query.text.strip() for query in QUERIES.values()} <= set(read.texts)
    assert ":style http://localhost:8000/analyst/style.grass" in read.texts
    assert "{{" not in guide("")


def test_the_server_gives_the_pack_to_a_page_of_another_origin(on_embedded: Store) -> None:
    client = TestClient(create_app(on_embedded, MODEL))
    browser = {"origin": "http://localhost:7474"}
    for address, text in (
        ("/analyst/style.grass", (folder() / "style.grass").read_text("utf-8")),
        ("/analyst/guide.html", guide("http://testserver")),
    ):
        answer = client.get(address, headers=browser)
        assert (answer.status_code, answer.text) == (200, text)
        assert answer.headers["access-control-allow-origin"] == "*"
        assert "access-control-allow-credentials" not in answer.headers
        asked = client.options(address, headers=browser | {"access-control-request-method": "GET", "access-control-request-headers": "x"})
        assert asked.status_code == 200
    assert client.get("/analyst/queries.zip").content == archive()
    assert client.get("/analyst/palette.yml").json()["errors"][0]["extensions"]["code"] == "HTTP_404"
    assert "access-control-allow-origin" not in client.get("/rows", headers=browser).headers


def test_the_command_says_how_to_load_each_and_needs_no_graph(tmp_path: Path) -> None:
    done = kg(tmp_path / "unused", "analyst", "--server", "http://localhost:9000/")
    assert ":style http://localhost:9000/analyst/style.grass" in done.out
    assert ":guide http://localhost:9000/analyst/guide.html" in done.out
    assert str(folder()) in done.out
    assert all(query.title in done.out for query in QUERIES.values())
    assert not (tmp_path / "unused").exists()


def test_the_command_prints_a_query(tmp_path: Path) -> None:
    assert kg(tmp_path, "analyst", "09-evidence").out == QUERIES["09-evidence"].text
    bad = kg(tmp_path, "analyst", "nothing")
    assert bad.code == 2
    assert "01-person" in bad.err


def test_the_archive_is_a_folder_of_all_queries_and_the_same_bytes_each_time(tmp_path: Path) -> None:
    target = tmp_path / "queries.zip"
    done = kg(tmp_path, "analyst", "--zip", str(target))
    assert (done.code, target.read_bytes()) == (0, archive())
    with zipfile.ZipFile(target) as packed:
        found = {name: packed.read(name).decode() for name in packed.namelist()}
    assert found == {f"工会图谱/{query.name}.cypher": query.text for query in QUERIES.values()}
    bad = kg(tmp_path, "analyst", "--zip", str(tmp_path))
    assert bad.code == 2
    assert bad.err.count("\n") == 1


@pytest.mark.parametrize("unknown", ["{{nothing}}", "{{11-more}}"])
def test_a_guide_that_names_no_query_of_ours_is_a_fault(unknown: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "queries").mkdir()
    (tmp_path / "guide.html").write_text(unknown, encoding="utf-8")
    monkeypatch.setattr("kg.analyst.pack.folder", lambda: tmp_path)
    with pytest.raises(KeyError):
        guide("")
