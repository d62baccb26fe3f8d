"""What README gives to paste, in both languages, answered by the sample."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import pytest

from tests.api.conftest import Served
from tests.cli.command import ROOT

READMES = ("README.md", "README.zh-CN.md")


def found(readme: str, pattern: str) -> list[str]:
    return re.findall(pattern, (ROOT / readme).read_text("utf-8"), re.DOTALL)


@pytest.mark.parametrize("readme", READMES)
def test_the_graphql_to_paste_answers_with_quotes(on_embedded: Served, readme: str) -> None:
    bodies = found(readme, r"/graphql -H 'content-type: application/json' -d '(\{.*?\})'")
    assert len(bodies) == 1
    answer: Any = on_embedded.client.post("/graphql", json=json.loads(bodies[0], strict=False)).json()
    (person,) = answer["data"]["people"]["nodes"]
    assert person["name"] == "沈望舒"
    assert all(e["quote"] for t in person["tenures"]["nodes"] for e in t["evidence"])


@pytest.mark.parametrize("readme", READMES)
def test_the_rows_to_paste_are_there_and_the_address_is_one_that_any_program_takes(on_embedded: Served, readme: str) -> None:
    addresses = found(readme, r'"http://127\.0\.0\.1:8000(/rows/[^"]+)"')
    assert len(addresses) == 1
    assert all(address.isascii() for address in addresses)
    for address in addresses:
        rows = list(csv.DictReader(io.StringIO(on_embedded.client.get(address).text)))
        assert "沈望舒" in {row["person"] for row in rows}


@pytest.mark.parametrize("readme", READMES)
def test_the_cypher_to_paste_finds_something(served: Served, readme: str) -> None:
    statements = found(readme, r'kg query "(MATCH .*?)"')
    assert len(statements) == 1
    rows = served.store.read(statements[0])
    assert "沈望舒主持" in {row["s.quote"] for row in rows}
