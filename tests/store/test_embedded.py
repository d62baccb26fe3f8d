from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import stat
import subprocess
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest
from neo4j import GraphDatabase
from neo4j.exceptions import ClientError

from kg.delta import Delta
from kg.errors import InputError, StoreError
from kg.model import Model
from kg.store import Settings, Store, open_store
from kg.store.engine import Engine
from tests.readings import MODEL
from tests.store.graph import WHOLE, Shown, found, labels, node, retracted, written
from tests.store.worker import start

WAIT = 60.0


@pytest.fixture
def settings(embedded_settings: Settings) -> Settings:
    return embedded_settings


@contextmanager
def held(settings: Settings, extra: Mapping[str, str] | None = None) -> Iterator[subprocess.Popen[str]]:
    """Another process that holds the engine."""
    with start(settings, "hold", extra=extra) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            yield process
        finally:
            process.kill()


def done(process: subprocess.Popen[str]) -> str:
    out, err = process.communicate(timeout=WAIT)
    assert err == ""
    assert process.returncode == 0
    return out


def engine(settings: Settings) -> Engine:
    return Engine(settings.home / "engine")


def test_a_second_process_writes_and_reads_through_the_holder(store: Store, settings: Settings) -> None:
    done(start(settings, "write"))
    assert Shown.of(store) == WHOLE
    assert json.loads(done(start(settings, "show"))) == [n["id"] for n in WHOLE.nodes]


def test_this_process_is_a_guest_while_another_holds(settings: Settings) -> None:
    with held(settings) as holder:
        store = open_store(MODEL, settings)
        assert json.loads(engine(settings).port_file.read_text("utf-8"))["pid"] == holder.pid
        store.apply(written())
        assert Shown.of(store) == WHOLE
        with pytest.raises(InputError):
            store.read("MATCH (n) DETACH DELETE n")
        store.empty()
        store.apply(written())
        assert Shown.of(store) == WHOLE
        store.close()
        assert holder.poll() is None


def test_two_stores_of_one_process_share_the_engine(store: Store, settings: Settings) -> None:
    second = open_store(MODEL, settings)
    second.apply(written())
    second.close()
    assert Shown.of(store) == WHOLE


def test_the_next_process_takes_over_after_the_holder_was_killed(settings: Settings) -> None:
    with held(settings) as holder:
        store = open_store(MODEL, settings)
        store.apply(written())
        store.close()
        os.kill(holder.pid, signal.SIGKILL)
        holder.wait()
    began = time.monotonic()
    store = open_store(MODEL, settings)
    assert time.monotonic() - began < 10
    assert json.loads(engine(settings).port_file.read_text("utf-8"))["pid"] == os.getpid()
    assert Shown.of(store) == WHOLE
    store.close()


@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGTERM])
def test_a_guest_takes_over_when_its_holder_ends(settings: Settings, sign: signal.Signals) -> None:
    with held(settings) as holder:
        store = open_store(MODEL, settings)
        store.apply(written())
        os.kill(holder.pid, sign)
        holder.wait()
        began = time.monotonic()
        assert store.read("MATCH (n:Thing) RETURN count(n) AS n") == [{"n": 6}]
        assert time.monotonic() - began < 10
        store.apply(written())
        assert Shown.of(store) == WHOLE
        assert json.loads(engine(settings).port_file.read_text("utf-8"))["pid"] == os.getpid()
        store.close()


def test_a_guest_goes_on_writing_when_its_holder_closes(settings: Settings) -> None:
    people = [node(f"p{i:05}", "Person", {"name": f"职工{i}"}) for i in range(6_000)]
    with held(settings) as holder:
        store = open_store(MODEL, settings)
        assert holder.stdin is not None
        end = holder.stdin.close
        store.apply(Delta(nodes_new=people), lambda _: end())
        holder.wait()
        assert [n["id"] for n in store.nodes()] == [p["id"] for p in people]
        store.close()


def test_the_next_process_takes_over_after_the_holder_closed(settings: Settings) -> None:
    with held(settings) as holder:
        done(start(settings, "write"))
        done(holder)
    assert not engine(settings).port_file.exists()
    store = open_store(MODEL, settings)
    assert Shown.of(store) == WHOLE
    store.close()


def test_of_many_that_come_at_once_one_holds_and_all_are_served(settings: Settings) -> None:
    processes = [start(settings, "show") for _ in range(4)]
    ends = [p.communicate(timeout=WAIT) for p in processes]
    assert ends == [("[]", "")] * 4


def test_two_processes_that_write_at_once_lose_nothing(store: Store, settings: Settings) -> None:
    guest = open_store(MODEL, settings)

    def write(turn: int) -> None:
        people = [node(f"p{turn}-{i:03}", "Person", {"name": f"职工{i}"}) for i in range(300)]
        (store, guest)[turn].apply(Delta(nodes_new=people))

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(write, range(2)))
    assert len(list(store.nodes())) == 600
    guest.close()


def test_passwords_are_read_by_the_owner_alone(store: Store, settings: Settings) -> None:
    folder = engine(settings).folder
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    for user in ("root", "reader"):
        path = folder / f"{user}.password"
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert len(path.read_text("utf-8")) >= 30
    assert store.access.user == "reader"
    assert store.access.password != (folder / "root.password").read_text("utf-8")


def test_the_engine_listens_on_this_machine_alone(store: Store) -> None:
    assert store.access.url.startswith("bolt://127.0.0.1:")


def test_the_reading_user_reads_and_does_nothing_else(store: Store) -> None:
    store.apply(written())
    access = store.access
    with GraphDatabase.driver(access.url, auth=(access.user, access.password)) as driver:
        for statement in ("CREATE (n:Person {id: 'x'})", "MATCH (n) SET n.name = 'x'", "MATCH (n) DETACH DELETE n", "CREATE (n:New)"):
            with pytest.raises(ClientError):
                driver.execute_query(statement, database_=access.database)
        assert driver.execute_query("MATCH (n:Thing) RETURN count(n) AS n", database_=access.database).records[0]["n"] == 6
    assert Shown.of(store) == WHOLE


def test_a_statement_over_its_time_is_stopped(settings: Settings) -> None:
    quiet = settings.home.with_name("logging.properties")
    quiet.write_text("handlers=\n.level=OFF\n")
    limit = f"-Xmx512m -Darcadedb.command.timeout=1000 -Djava.util.logging.config.file={quiet}"
    with held(settings, {"ARCADEDB_NATIVE_ISOLATE_ARGS": limit}):
        store = open_store(MODEL, settings)
        store.apply(Delta(nodes_new=[node(f"p{i:05}", "Person", {"name": f"职工{i}"}) for i in range(1_000)]))
        began = time.monotonic()
        with pytest.raises(StoreError, match="took too long"):
            store.read("MATCH (a:Person), (b:Person), (c:Person) WHERE a.name = b.name + c.name RETURN count(*) AS n")
        assert time.monotonic() - began < 10
        store.close()


def test_a_damaged_engine_is_told_and_can_be_made_anew(settings: Settings) -> None:
    open_store(MODEL, settings).close()
    folder = engine(settings).folder
    for path in (folder / "databases" / "kg").iterdir():
        path.write_bytes(b"damaged")
    for _ in range(2):
        with pytest.raises(StoreError, match="kg rebuild") as caught:
            open_store(MODEL, settings)
        assert "\n" not in str(caught.value)
    shutil.rmtree(folder)
    store = open_store(MODEL, settings)
    store.apply(written())
    assert Shown.of(store) == WHOLE
    store.close()


def test_a_database_that_was_removed_is_declared_anew(settings: Settings) -> None:
    open_store(MODEL, settings).close()
    shutil.rmtree(engine(settings).folder / "databases")
    store = open_store(MODEL, settings)
    store.apply(written())
    assert store.read("MATCH (n:Entity) RETURN count(n) AS n") == [{"n": 4}]
    assert found(store, "江海") == ["u1"]
    store.close()


def test_a_home_that_is_a_file_is_told(settings: Settings) -> None:
    settings.home.write_text("a file stands here")
    with pytest.raises(StoreError, match="cannot be written"):
        open_store(MODEL, settings)


def test_a_holder_that_does_not_answer_is_told(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.store.holder._WAIT_SECONDS", 1.0)
    found = engine(settings)
    found.folder.mkdir(parents=True)
    with found.lock, pytest.raises(StoreError, match="does not answer"):
        open_store(MODEL, settings)


def test_a_stale_port_of_another_program_is_not_believed(settings: Settings) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        found = engine(settings)
        found.folder.mkdir(parents=True)
        found.port_file.write_text(json.dumps({"port": other.getsockname()[1], "pid": 1}))
        store = open_store(MODEL, settings)
        store.apply(written())
        assert Shown.of(store) == WHOLE
        store.close()


def test_a_database_of_another_ontology_is_made_anew(settings: Settings) -> None:
    store = open_store(MODEL, settings)
    store.apply(written())
    store.close()
    stamp = engine(settings).folder / "declared"
    declared = stamp.read_text("utf-8")
    for _ in range(2):
        store = open_store(Model.load(), settings)
        assert Shown.of(store) == WHOLE
        store.close()
    stamp.write_text("an earlier one", encoding="utf-8")
    store = open_store(MODEL, settings)
    assert (Shown.of(store), store.state()) == (Shown(), None)
    store.apply(written())
    assert (Shown.of(store), stamp.read_text("utf-8")) == (WHOLE, declared)
    store.close()


def test_the_engine_says_nothing_of_its_own(settings: Settings, capfd: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        store = open_store(MODEL, settings)
        store.apply(written())
        new, gone = retracted(WHOLE.nodes[3])
        store.apply(Delta(labels_new=new, labels_gone=gone))
        store.empty()
        store.close()
    assert capfd.readouterr() == ("", "")


def test_labels_of_the_class_tree_come_without_the_engine_s_own(store: Store) -> None:
    store.apply(written())
    store.apply(Delta(labels_new=[{"id": "u1", "label": "Enterprise"}]))
    both = next(n for n in store.nodes() if n["id"] == "u1")["labels"]
    assert both == tuple(sorted({*labels("Union"), "Enterprise"}))


def test_the_settings_of_the_engine_are_not_left_to_processes_that_start_later(embedded_settings: Settings) -> None:
    open_store(MODEL, embedded_settings).close()
    assert "ARCADEDB_NATIVE_ISOLATE_ARGS" not in os.environ
