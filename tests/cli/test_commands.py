from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from kg.cli.app import COMMANDS, command
from kg.facts import facts
from kg.model import Model
from loaders import press
from tests.cli.command import ROOT, SAMPLE, kg, load


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("cli") / "home"
    load(home)
    return home


def test_every_command_has_an_example_and_stands_in_both_readmes() -> None:
    assert len(COMMANDS) >= 12
    for name, place, does in COMMANDS:
        found = command(place)
        if isinstance(found, typer.Typer):
            assert found.info.help == does
            functions = {f"{name} {one.name}": one.callback for one in found.registered_commands}
        else:
            assert " ".join((found.__doc__ or "").split("\n\n")[0].split()) == does, name
            functions = {name: found}
        for words, function in functions.items():
            assert f"Example: kg {words}" in (function.__doc__ or ""), words
        for readme in ("README.md", "README.zh-CN.md"):
            assert f"kg {name}" in (ROOT / readme).read_text(encoding="utf-8"), (name, readme)


@pytest.mark.parametrize("name", [name for name, _, _ in COMMANDS])
def test_help_shows_the_example(name: str, tmp_path: Path) -> None:
    done = kg(tmp_path, name, "--help")
    assert done.code == 0
    assert f"kg {name}" in done.out


def test_help_names_all_commands_and_imports_none_of_them(tmp_path: Path) -> None:
    done = kg(tmp_path, "--help")
    assert done.code == 0
    assert all(f" {name} " in done.out for name, _, _ in COMMANDS)
    seen = "import sys; from kg.cli.app import run; run(['--help']); assert not {'duckdb', 'neo4j', 'rdflib', 'loaders'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", seen], check=True, capture_output=True, cwd=ROOT)


def test_loading_again_says_that_there_is_nothing_new(home: Path) -> None:
    assert "Nothing new" in load(home).err


def test_list_shows_the_edition(home: Path) -> None:
    rows = kg(home, "list", "--json").json
    assert [(r["edition"], r["version"], r["reason"]) for r in rows] == [("jhgy/2025-11", 1, "first")]


def test_show_by_name_and_by_id_are_one(home: Path) -> None:
    by_name = kg(home, "show", "江海省总工会", "--json").json
    assert [f["class_name"] for f in by_name] == ["Union"]
    assert kg(home, "show", by_name[0]["id"], "--json").json == by_name
    assert kg(home, "show", "省总工会", "--json").json == by_name


def test_two_people_of_one_name_are_both_shown(home: Path) -> None:
    found = kg(home, "show", "张伟", "--json").json
    assert len({f["id"] for f in found}) >= 2


def test_find_orders_by_nearness_and_takes_one_character(home: Path) -> None:
    assert "江海省总工会" in [r["name"] for r in kg(home, "find", "江海省总工会", "--json").json]
    assert len(kg(home, "find", "会", "--json").json) > 0


def test_query_takes_parameters(home: Path) -> None:
    rows = kg(
        home, "query", "MATCH (n:Union {name: $name}) RETURN n.name AS name, $n AS n", "--param", "name=江海省总工会", "--param", "n=3"
    ).json
    assert rows == [{"name": "江海省总工会", "n": 3}]


def test_facts_are_those_of_the_loader_and_need_no_store(tmp_path: Path) -> None:
    done = kg(tmp_path / "unused", "facts", str(SAMPLE))
    assert done.code == 0
    assert len(done.out.splitlines()) == len(list(facts(press.read(SAMPLE), Model.load())))
    assert not (tmp_path / "unused").exists()


def test_a_dry_run_keeps_nothing(tmp_path: Path) -> None:
    done = kg(tmp_path / "home", "load", str(SAMPLE), "--dry-run", "--json")
    assert done.code == 0
    assert done.json[0]["found"]["Person"]["things"] > 10
    assert not (tmp_path / "home").exists()


def test_check_finds_the_loaded_sample_whole(home: Path) -> None:
    done = kg(home, "check", "--json")
    assert done.code == 0
    assert [f for f in done.json if f["weight"] != "note"] == []


def test_doctor_names_the_engine(home: Path) -> None:
    done = kg(home, "doctor", "--json")
    assert done.code == 0
    assert done.json["engine"].startswith("embedded ")
    assert done.json["store"] == "shows what is kept"


def test_export_writes_the_same_bytes_to_a_file_and_to_standard_output(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "graph.ttl"
    assert kg(home, "export", "--output", str(file)).code == 0
    assert kg(home, "export").out == file.read_text(encoding="utf-8")


def test_the_demo_answers_its_five_questions_with_quotes(tmp_path: Path) -> None:
    done = kg(tmp_path / "demo", "demo", "--no-serve")
    assert done.code == 0
    parts = re.split(r"^\d\. ", done.out, flags=re.MULTILINE)[1:]
    assert len(parts) == 5
    assert all("” —— " in part for part in parts)
    assert "沈望舒 · 全省深化产业工人队伍建设改革推进会 · 2025-11-12" in done.out


def test_what_was_unloaded_is_gone_and_stays_in_the_history(tmp_path: Path) -> None:
    home = tmp_path / "home"
    load(home)
    assert kg(home, "unload", "jhgy/2025-11", "--recorded", "2025-12-02").code == 0
    assert kg(home, "query", "MATCH (n:Person) RETURN count(n) AS n").json == [{"n": 0}]
    assert "ug:recordedTo" in kg(home, "export", "--history").out
    assert "ug:recordedTo" not in kg(home, "export").out
    load_again = kg(home, "load", str(SAMPLE), "--recorded", "2025-12-03")
    assert load_again.code == 0
    assert kg(home, "query", "MATCH (n:Person) RETURN count(n) > 10 AS many").json == [{"many": True}]
