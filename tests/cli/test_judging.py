from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.command import ROOT, environment, kg, load


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("judging") / "home"
    load(home)
    return home


ONCE_STATED = """MATCH (p:Person)<-[:HOLDER]-(t:Tenure)-[s:STATED_IN]->(:Document) WITH p, t, collect(s.id) AS stated WHERE size(stated) = 1
RETURN p.id AS person, t.id AS id, stated[0] AS evidence ORDER BY t.id LIMIT 1"""


def zhang(home: Path) -> list[str]:
    lines = kg(home, "mentions", "jhgy/2025-11", "--json").out.splitlines()
    rows = [json.loads(line) for line in lines]
    return sorted({row["id"] for row in rows if row["name"] == "张伟" and row["class"] == "Person"})


def test_a_merge_is_explained_its_old_id_leads_on_and_undoing_it_gives_the_earlier_turtle(home: Path) -> None:
    one, other = zhang(home)
    before = kg(home, "export").out
    assert kg(home, "explain", one, other, "--json").json["verdict"] == "two"
    done = kg(home, "judge", "same", one, other, "--why", "查证为一人", "--by", "lin", "--recorded", "2025-12-02")
    assert done.code == 0, done.err
    found = kg(home, "explain", one, other, "--json").json
    assert (found["verdict"], found["judgements"][0]["why"]) == ("one", "查证为一人")
    assert all(side["quotes"] for side in (found["one"], found["other"]))
    assert [f["id"] for f in kg(home, "show", other, "--json").json] == [one]
    text = f'{{ person(id: "{other}") {{ id name }} }}'
    assert kg(home, "query", "--graphql", text).json["data"]["person"] == {"id": one, "name": "张伟"}
    assert f"id:{other} ug:canonical id:{one}" in kg(home, "export").out.replace(
        "<https://w3id.org/union-graph/ontology/canonical>", "ug:canonical"
    )
    refused = kg(home, "judge", "different", one, other)
    assert refused.code == 2
    assert "line 1 says" in refused.err
    assert kg(home, "check").code == 0
    assert kg(home, "undo", "--recorded", "2025-12-03").code == 0
    assert kg(home, "export").out == before


def test_a_rejected_claim_is_closed_and_a_corrected_one_shows_what_the_judge_says(home: Path) -> None:
    before = kg(home, "export").out
    [post] = kg(home, "query", ONCE_STATED).json
    person, evidence = post["person"], post["evidence"]
    done = kg(home, "judge", "correct", evidence, "title=巡视员", "--why", "原文误", "--recorded", "2025-12-04")
    assert done.code == 0, done.err
    [after] = kg(home, "show", person, "--json").json
    assert "巡视员" in [f["values"].get("title") for f in after["facts"]]
    assert post["id"] not in [f["id"] for f in after["facts"]]
    assert kg(home, "undo", "--recorded", "2025-12-05").code == 0
    assert kg(home, "export").out == before
    assert kg(home, "judge", "reject", evidence, "--why", "误读", "--recorded", "2025-12-06").code == 0
    [after] = kg(home, "show", person, "--json").json
    assert post["id"] not in [f["id"] for f in after["facts"]]
    assert kg(home, "undo", "--recorded", "2025-12-07").code == 0
    assert kg(home, "export").out == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("same", "张伟", "沈望舒"),
        ("same", "沈望舒", "沈望舒"),
        ("same", "沈望舒", "江海省总工会"),
        ("reject", "0" * 20),
        ("maybe", "沈望舒", "梁景澜"),
        ("same", "沈望舒"),
    ],
)
def test_what_cannot_be_judged_is_refused_in_a_sentence(home: Path, arguments: tuple[str, ...]) -> None:
    done = kg(home, "judge", *arguments)
    assert done.code == 2
    assert done.err.startswith("kg: ")


def test_a_person_and_a_body_are_not_judged_and_the_sentence_says_what_they_are(home: Path) -> None:
    done = kg(home, "judge", "different", "沈望舒", "江海省总工会")
    assert (done.code, "is person and" in done.err, "is trade union" in done.err) == (2, True, True)


def test_review_asks_and_ends_with_its_input(home: Path) -> None:
    process = subprocess.run(
        [sys.executable, "-m", "kg", "review"], input="u\nq\n", env=environment(home), cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert process.returncode == 0
    assert "left open" in process.stderr


def test_a_mention_of_a_table_tells_all_rows_that_speak_of_it(tmp_path: Path) -> None:
    assert kg(tmp_path, "load", "examples/rosters/model-workers-2025-12-31.csv").code == 0
    rows = map(json.loads, kg(tmp_path, "mentions", "--json").out.splitlines())
    assert [(row["row"], row["rows"]) for row in rows if row["class"] == "Person" and row["name"] == "张伟"] == [(4, [4, 5])]
