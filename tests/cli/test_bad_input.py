from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from kg.home import Home
from tests.cli.command import RECORDED, SAMPLE, kg, load, start


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def write(tmp_path: Path, name: str, data: bytes) -> str:
    path = tmp_path / name
    path.write_bytes(data)
    return str(path)


BAD_FILES = {
    "empty": (b"", "is empty"),
    "blank": (" \n\n　\n".encode(), "is empty"),
    "binary": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, "binary"),
    "unknown encoding": (b"\x81\x20\xff\xfe\x9d\x8f\xa0\xff" * 300, "encoding"),
}


@pytest.mark.parametrize("case", BAD_FILES)
def test_a_bad_file_is_refused_in_one_sentence(tmp_path: Path, home: Path, case: str) -> None:
    data, words = BAD_FILES[case]
    done = kg(home, "load", write(tmp_path, "edition.txt", data))
    assert done.code == 2
    assert words in done.err
    assert "edition.txt" in done.err
    assert done.err.strip().count("\n") == 0
    assert not (home / "manifest.json").exists()


def test_a_missing_file_is_refused(home: Path) -> None:
    done = kg(home, "load", "nowhere.txt")
    assert done.code == 2
    assert "nowhere.txt" in done.err


def test_a_folder_without_an_edition_is_refused(tmp_path: Path, home: Path) -> None:
    write(tmp_path, "cover.png", b"\x89PNG")
    done = kg(home, "load", str(tmp_path))
    assert done.code == 2
    assert "has no edition in it" in done.err
    assert done.err.strip().count("\n") == 0
    assert not (home / "manifest.json").exists()


def test_a_file_of_50_mb_is_refused_at_once(tmp_path: Path, home: Path) -> None:
    path = write(tmp_path, "huge.txt", "工会\n".encode() * (50 * 2**20 // 7))
    began = time.monotonic()
    done = kg(home, "load", path)
    assert done.code == 2
    assert "huge.txt" in done.err
    assert "MB" in done.err
    assert time.monotonic() - began < 30


def test_a_home_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("a file stands here")
    done = kg(taken / "home", "load", str(SAMPLE))
    assert done.code == 5
    assert "KG_HOME" in done.err


def test_a_second_load_while_another_runs_is_refused(home: Path) -> None:
    load(home)
    with Home(home).locked():
        done = kg(home, "load", str(SAMPLE))
    assert done.code == 6
    assert "Another load is running" in done.err


def test_a_flipped_byte_in_a_claims_file_is_found(home: Path) -> None:
    load(home)
    path = next((home / "claims").iterdir())
    data = bytearray(path.read_bytes())
    data[len(data) // 3] ^= 0x10
    path.write_bytes(data)
    for command in (["rebuild"], ["check"]):
        done = kg(home, *command)
        assert done.code == 5
        assert "damaged" in done.err + done.out


def test_a_recorded_moment_that_is_none_is_refused(home: Path) -> None:
    done = kg(home, "load", str(SAMPLE), "--recorded", "yesterday")
    assert done.code == 2
    assert "'yesterday' is no moment" in done.err


def test_a_label_with_a_slash_is_refused(home: Path) -> None:
    done = kg(home, "load", str(SAMPLE), "--edition", "../2025")
    assert done.code == 2
    assert "label of an edition" in done.err


def test_an_unknown_option_names_itself(home: Path) -> None:
    done = kg(home, "load", "--nonsense", str(SAMPLE))
    assert done.code == 2
    assert "--nonsense" in done.err


@pytest.mark.parametrize("after", [0.3, 0.9, 1.5, 2.1])
def test_ctrl_c_in_a_load_leaves_nothing_half_written(home: Path, after: float) -> None:
    process = start(home, "load", str(SAMPLE), "--recorded", RECORDED)
    time.sleep(after)
    if process.poll() is None:
        os.kill(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert "Traceback" not in err
    assert process.returncode in (0, 130)
    load(home)
    assert kg(home, "check").code == 0


def test_a_query_that_writes_is_refused(home: Path) -> None:
    load(home)
    done = kg(home, "query", "CREATE (n:Person {id: 'x'}) RETURN n")
    assert done.code == 2
    assert kg(home, "query", "MATCH (n:Person {id: 'x'}) RETURN count(n) AS n").json == [{"n": 0}]


def test_a_query_that_is_no_cypher_is_refused(home: Path) -> None:
    load(home)
    done = kg(home, "query", "FIND everyone")
    assert done.code == 2
    assert done.err.strip().count("\n") == 0


def test_nobody_of_that_name_is_said_with_what_is_near(home: Path) -> None:
    load(home)
    done = kg(home, "show", "没有这个人")
    assert done.code == 2
    assert "没有这个人" in done.err
