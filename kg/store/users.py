"""Who may do what in the embedded engine: a user who may read and write, and one who may only read."""

from __future__ import annotations

import base64
import json
import os
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

from kg.errors import StoreError
from kg.store.engine import DATABASE, READER, ROOT, Engine

_SETTINGS = "ARCADEDB_NATIVE_ISOLATE_ARGS"
_GROUPS = {
    "version": 2,
    "databases": {
        "*": {
            "groups": {
                "admin": {
                    "resultSetLimit": -1,
                    "readTimeout": -1,
                    "access": ["updateSecurity", "updateSchema", "updateDatabaseSettings"],
                    "types": {"*": {"access": ["createRecord", "readRecord", "updateRecord", "deleteRecord"]}},
                },
                READER: {"resultSetLimit": -1, "readTimeout": -1, "access": [], "types": {"*": {"access": ["readRecord"]}}},
                "*": {"resultSetLimit": -1, "readTimeout": -1, "access": [], "types": {"*": {"access": []}}},
            }
        }
    },
}


@contextmanager
def prepared(engine: Engine) -> Iterator[None]:
    """Write what the engine reads when it starts, who may do what and no log, and have its settings in the environment while it starts.

    Not longer: a process that is born of this one would take them for the user's, and they name a file of this engine.
    """
    config = engine.folder / "config"
    config.mkdir(exist_ok=True)
    groups = config / "server-groups.json"
    if not groups.exists():
        groups.write_text(json.dumps(_GROUPS), encoding="utf-8")
    logging = config / "logging.properties"
    logging.write_text("handlers=\n.level=OFF\n", encoding="utf-8")
    ours = _SETTINGS not in os.environ
    if ours:
        limits = "-Xmx512m -Darcadedb.command.timeout=30000 -Darcadedb.txWalFlush=2"
        os.environ[_SETTINGS] = f"{limits} -Djava.util.logging.config.file={logging}"
    try:
        yield
    finally:
        if ours:
            del os.environ[_SETTINGS]


def add_reader(http: int, engine: Engine) -> None:
    """Have the user who may only read, where there is none yet.

    Raises:
        StoreError: the engine took none.
    """
    users = engine.folder / "config" / "server-users.jsonl"
    if users.exists() and f'"{READER}"' in users.read_text(encoding="utf-8"):
        return
    user = json.dumps({"name": READER, "password": engine.password(READER), "databases": {DATABASE: [READER]}})
    credentials = base64.b64encode(f"{ROOT}:{engine.password(ROOT)}".encode()).decode()
    request = urllib.request.Request(
        f"http://127.0.0.1:{http}/api/v1/server",
        data=json.dumps({"command": f"create user {user}"}).encode(),
        headers={"Authorization": f"Basic {credentials}", "Content-Type": "application/json"},
    )
    try:
        with urllib.request.urlopen(request, timeout=10):
            pass
    except urllib.error.URLError as exc:
        raise StoreError(
            f"The embedded database in {engine.folder} took no reading user ({exc}); remove that folder, run kg rebuild."
        ) from exc
