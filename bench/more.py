"""One edition more on a graph of rosters: seconds of each step against the size of the graph.

    python -m bench.more [ENTITIES …]

The rosters are made straight as claims files: of twenty rows nineteen are enterprises, and one is a person with a post in the one
before. The edition more has 400 rows, half of them enterprises that are known, on the embedded engine. It is brought twice, as two
editions, for the first one makes what is kept of a build.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from pathlib import Path

import duckdb

from kg import pipeline
from kg.claimfile import SCHEMA
from kg.claimtable import COLUMNS
from kg.home import Home, sha256
from kg.manifest import Manifest, Version
from kg.model import Model
from kg.source import Source
from kg.store import Settings, open_store

SIZES = (10_000, 100_000, 1_000_000)
EDITIONS = 20
MORE = 400
_SOURCE = Source.parse("id: ent\nname: 企业名册\npublisher: 江海省企业登记处\n", "ent.yml")
_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
_GIVEN = "安邦昌诚达德发方刚光国海浩宏华辉慧佳建杰静军康兰磊丽亮玲龙梅明宁培平琪清荣瑞山胜思涛伟文武祥晓欣新秀雅延燕怡英勇宇玉元云泽珍志忠"

_BLANK = {f.name: "''" if str(f.type) == "string" else "0" for f in COLUMNS} | {"span_start": "-1", "span_end": "-1", "confidence": "100"}
_ROW = {"spans": "1", "method": "'table'", "attested": "'2025'", "attested_first": "'2025-01-01'", "attested_last": "'2025-12-31'"}


def _select(rows: str, **columns: str) -> str:
    found = _BLANK | columns
    said = ", ".join(f"{expression} AS {name}" for name, expression in found.items())
    return f"SELECT {said} FROM {rows}"


def _hash(kind: str, number: str) -> str:
    return f"substr(md5('{kind}' || edition || ':' || {number}), 1, 20)"


def _char(text: str, salt: str) -> str:
    return f"substr('{text}', 1 + (('0x' || left(md5('{salt}' || i), 6))::BIGINT % {len(text)})::INTEGER, 1)"


def claims(edition: str, first: int, count: int) -> str:
    """The SQL of the claims of an edition with the things of these numbers."""
    rows = f"(SELECT '{edition}' AS edition, i FROM range({first}, {first + count}) t(i))"
    document = f"substr(md5('d{edition}'), 1, 20)"
    bodies, people = f"(FROM {rows} WHERE i % 20 <> 19)", f"(FROM {rows} WHERE i % 20 = 19)"
    place = _ROW | {"document": document, "span_start": "i * 40", "span_end": "i * 40 + 20"}
    name = "'江海第' || i || '机械制造有限公司'"
    person = " || ".join((_char(_SURNAMES, "s"), _char(_GIVEN, "g"), _char(_GIVEN, "h")))
    whole = {"claim": document, "key": document, "class": "'Document'", "document": document, "mention": document}
    body = place | {"claim": _hash("c", "i"), "key": _hash("k", "i"), "class": "'Enterprise'", "mention": _hash("m", "i"), "quote": name}
    human = body | {"class": "'Person'", "quote": person}
    post = place | {"claim": _hash("t", "i"), "key": _hash("u", "i"), "class": "'Tenure'", "quote": "'董事长' || i"}
    one = f"(SELECT '{edition}' AS edition)"
    return " UNION ALL ".join(
        (
            _select(one, **whole, kind="'party'", property="'partOf'", value=f"'{edition}'"),
            _select(one, **whole, kind="'value'", property="'name'", value="'企业'"),
            _select(one, **whole, kind="'value'", property="'documentKind'", value="'table'"),
            _select(bodies, **body, kind="'value'", property="'name'", value=name, sort_key="'jiang1 ' || i"),
            _select(bodies, **body, kind="'value'", property="'creditCode'", value="'9144' || lpad(i::VARCHAR, 14, '0')"),
            _select(people, **human, kind="'value'", property="'name'", value=person, sort_key="'wang2 ' || i"),
            _select(people, **human, kind="'value'", property="'birth'", value="(1950 + i % 50)::VARCHAR"),
            _select(people, **post, kind="'party'", property="'holder'", value=_hash("m", "i")),
            _select(people, **post, kind="'party'", property="'organization'", value=_hash("m", "(i - 1)")),
            _select(people, **post, kind="'value'", property="'title'", value="'董事长'"),
        )
    )


def add(home: Home, manifest: Manifest, number: int, first: int, count: int) -> Manifest:
    """Keep one made edition more."""
    edition = f"ent/{number:04d}"
    path = home.claims / f"ent.{number:04d}.parquet"
    duckdb.execute(f"COPY ({claims(edition, first, count)}) TO '{path}' (FORMAT parquet)")
    data = path.read_bytes()
    recorded = f"2026-01-01T00:{number // 60:02d}:{number % 60:02d}Z"
    version = Version(
        1, recorded, "first", "roster 1", f"t{number}", path.name, sha256(data), f"c{number}", 2 * count, SCHEMA, "", "企业", "2025"
    )
    manifest = manifest.with_source("ent", _SOURCE.digest).with_version(edition, version)
    manifest.save(home)
    return manifest


class Steps(pipeline.Progress):
    """Progress that takes the time of each step."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.name, self.began = "open", time.perf_counter()

    def step(self, name: str, total: int | None = None) -> None:  # noqa: ARG002 -- as progress is told
        now = time.perf_counter()
        self.seconds[self.name] = self.seconds.get(self.name, 0) + now - self.began
        self.name, self.began = name, now


def bring(home: Home, manifest: Manifest, before: Manifest | None, what: str) -> None:
    """Bring a store to the manifest, and print how long each step took."""
    model, steps = Model.load(), Steps()
    store = open_store(model, Settings(home=home.folder))
    try:
        written = pipeline.bring(store, home, manifest, model, before=before, progress=steps)
    finally:
        store.close()
    steps.step("end")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    shares = ", ".join(f"{name} {seconds:.1f} s" for name, seconds in steps.seconds.items())
    sys.stdout.write(f"{what}: {sum(steps.seconds.values()):.1f} s ({shares}); {written} rows written; peak so far {peak} MiB\n")
    sys.stdout.flush()


def main() -> None:
    """Print three lines for each size of the graph."""
    for size in [int(size) for size in sys.argv[1:]] or SIZES:
        with tempfile.TemporaryDirectory() as folder:
            home = Home(Path(folder) / "home")
            home.prepare()
            _SOURCE.keep(home)
            manifest, share = Manifest.new(), size // EDITIONS
            for number in range(EDITIONS):
                manifest = add(home, manifest, number, number * share, share)
            bring(home, manifest, None, f"{size} entities")
            for number in (EDITIONS, EDITIONS + 1):
                before, manifest = manifest, add(home, manifest, number, size - MORE // 2 * (1 if number == EDITIONS else -1), MORE)
                bring(home, manifest, before, "   one edition more")


if __name__ == "__main__":
    main()
