"""Dockerfile and docker-compose.yml: what they promise, and that the commands which the image runs do run, without a container engine."""

from __future__ import annotations

import json
import os
import re
import subprocess
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.request import urlopen

import pytest
import yaml
from neo4j import GraphDatabase

from kg.store import Settings
from tests.cli.command import ROOT, serving, start
from tests.neo4j.server import LTS, Neo4jServer

COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text("utf-8"))
SERVICES: dict[str, Any] = COMPOSE["services"]


def instructions() -> list[tuple[str, str]]:
    """The Dockerfile's instructions in turn, continued lines joined."""
    text = re.sub(r"\\\n\s*", " ", (ROOT / "Dockerfile").read_text("utf-8"))
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [(line.partition(" ")[0], line.partition(" ")[2].strip()) for line in lines]


def last(name: str) -> str:
    return [value for instruction, value in instructions() if instruction == name][-1]


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_listens_on_loopback_alone_and_keeps_its_data_in_a_volume_of_its_own(name: str) -> None:
    service = SERVICES[name]
    assert service["ports"]
    assert all(port.startswith("127.0.0.1:") for port in service["ports"])
    volumes = [volume.partition(":")[0] for volume in service["volumes"]]
    assert len(volumes) == 1
    assert volumes[0] in COMPOSE["volumes"]
    others = [v.partition(":")[0] for other in SERVICES if other != name for v in SERVICES[other]["volumes"]]
    assert volumes[0] not in others
    assert "no-new-privileges:true" in service["security_opt"]


def test_secrets_come_from_files_that_git_and_the_image_do_not_see() -> None:
    for name, secret in COMPOSE["secrets"].items():
        assert secret == {"file": f"secrets/{name}"}
    assert "secrets/" in (ROOT / ".gitignore").read_text("utf-8").splitlines()
    assert not kept_for_the_image("secrets/neo4j_password")
    for service in SERVICES.values():
        given = {k: v for k, v in service["environment"].items() if re.search("AUTH|PASSWORD", k)}
        assert given == dict.fromkeys(given, f"/run/secrets/{service['secrets'][0]}")
        assert len(given) == 1


def test_make_secrets_makes_one_password_and_keeps_it(tmp_path: Path) -> None:
    (tmp_path / "Makefile").write_text((ROOT / "Makefile").read_text("utf-8"), encoding="utf-8")
    alone = {k: v for k, v in os.environ.items() if not k.startswith("MAKE")}  # make test calls this too: a make in a make says where it is
    made = subprocess.run(["make", "secrets"], cwd=tmp_path, env=alone, capture_output=True, text=True, check=False)
    assert (made.returncode, made.stdout) == (0, "")
    password = (tmp_path / "secrets" / "neo4j_password").read_text("utf-8")
    assert re.fullmatch(r"[0-9a-f]{48}", password)
    assert (tmp_path / "secrets" / "neo4j_auth").read_text("utf-8") == f"neo4j/{password}"
    assert (tmp_path / "secrets").stat().st_mode & 0o077 == 0
    again = subprocess.run(["make", "secrets"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert again.returncode != 0
    assert (tmp_path / "secrets" / "neo4j_password").read_text("utf-8") == password


def test_the_api_is_led_to_the_neo4j_beside_it(tmp_path: Path) -> None:
    (tmp_path / "neo4j_password").write_text("made", encoding="utf-8")
    given = {k: v.replace("/run/secrets", str(tmp_path)) for k, v in SERVICES["api"]["environment"].items()}
    assert all(name.startswith("KG_") for name in given)
    settings = Settings.from_environment(given)
    assert (settings.url, settings.password) == ("bolt://neo4j:7687", "made")
    assert SERVICES["api"]["depends_on"] == {"neo4j": {"condition": "service_healthy"}}
    assert "healthcheck" in SERVICES["neo4j"]
    assert SERVICES["neo4j"]["image"].partition(":")[2].startswith(LTS.version.rpartition(".")[0])


def test_the_settings_given_to_neo4j_are_its_own(neo4j_server: Neo4jServer) -> None:
    given = {k for k in SERVICES["neo4j"]["environment"] if not k.startswith("NEO4J_AUTH")}
    names = {k.removeprefix("NEO4J_").replace("__", "\0").replace("_", ".").replace("\0", "_") for k in given}
    with GraphDatabase.driver(neo4j_server.url, auth=(neo4j_server.user, neo4j_server.password)) as driver:
        known = {record["name"] for record in driver.execute_query("SHOW SETTINGS YIELD name").records}
    assert names <= known


def test_the_image_runs_as_nobody_in_particular_and_takes_all_that_the_wheel_is_made_of() -> None:
    names = [name for name, _ in instructions()]
    assert names.index("VOLUME") > names.index("USER")
    assert last("USER").isdecimal()
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    packaged = re.findall(r'^"(\w+)" = "kg/_', project, re.MULTILINE)
    assert len(packaged) >= 3
    for name in ("kg/entry.py", "loaders/__init__.py", "api/app.py", "pyproject.toml", "requirements.lock", ".ci/install", *packaged):
        assert kept_for_the_image(name), name
        assert (ROOT / name).exists(), name
    assert not any(kept_for_the_image(name) for name in (".git/config", ".venv/bin/python", ".kg/demo/lock", "tests/test_containers.py"))


def kept_for_the_image(name: str) -> bool:
    """Whether .dockerignore lets a file into the build: the last pattern that matches it or a folder above it decides."""
    kept = True
    path = PurePosixPath(name)
    for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines():
        pattern = line.removeprefix("!")
        if line and not line.startswith("#") and any(fnmatch(str(p), pattern) for p in (path, *path.parents) if str(p) != "."):
            kept = line.startswith("!")
    return kept


def test_what_the_image_runs_installs_serves_and_is_found_healthy(tmp_path: Path) -> None:
    assert ("RUN", ".ci/install /opt/kg") in instructions()
    installed, home = tmp_path / "kg", tmp_path / "data"
    subprocess.run([str(ROOT / ".ci" / "install"), str(installed)], check=True, timeout=900)
    entry, command = json.loads(last("ENTRYPOINT")), json.loads(last("CMD"))
    program, apart = [str(installed / "bin" / entry[0]), *entry[1:]], {"PYTHONPATH": ""}
    with start(home, "demo", "--no-serve", extra=apart, program=program) as demo:
        out, err = demo.communicate(timeout=120)
    assert (demo.returncode, "沈望舒" in out) == (0, True), err
    assert command[-2:] == ["--port", "8000"]
    check = json.loads(last("HEALTHCHECK").partition("CMD")[2])
    with serving(home, *command[:-2], extra=apart, program=program) as (_, address):
        check = [part.replace("http://127.0.0.1:8000", address) for part in check]
        assert subprocess.run(check, check=False, timeout=30).returncode == 0
        with urlopen(f"{address}/analyst/queries.zip", timeout=10) as pack:
            assert pack.status == 200
    assert subprocess.run(check, check=False, capture_output=True, timeout=30).returncode != 0
