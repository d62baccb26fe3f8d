"""Who is who on a made set with known truth: rates, precision, recall, proposals, time, memory.

    python -m bench.identity [PEOPLE] [plain|rough|aside] [SEED]

The set goes the way of every edition, from claims files to the tables of the graph. Pairs are counted between mentions; recall over
the pairs that share an item besides the name, as the made sources wrote it.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from bench.made import RATES, Mention, World, sharing
from kg.assemble import database
from kg.assemble.build import prepare
from kg.claimfile import SCHEMA
from kg.claimtable import COLUMNS
from kg.home import Home, sha256
from kg.ids import digest, document_id, mention_id
from kg.manifest import Manifest, Version
from kg.model import Model
from kg.resolve import resolve
from kg.source import Source

_CLASSES = {"union": "Union", "enterprise": "Enterprise", "office": "GovernmentBody"}
_VARYING = ("claim", "key", "class", "document", "mention", "kind", "property", "value", "attested", "attested_first", "attested_last")
_NEWS = 12
"""People in one article."""


def editions(mentions: Iterable[Mention]) -> Iterator[tuple[str, list[Mention]]]:
    """The mentions of each table or issue, those of the press in articles."""
    tables: dict[str, list[Mention]] = {}
    for mention in mentions:
        tables.setdefault(mention.table, []).append(mention)
    yield from sorted(tables.items())


class Writer:
    """The rows of one edition's claims file."""

    def __init__(self, edition: str, year: int) -> None:
        self.edition, self.year = edition, year
        self.columns: dict[str, list[str]] = {name: [] for name in _VARYING}

    def row(self, claim: str, kind_of: str, document: str, mention: str, kind: str, prop: str, value: str) -> None:
        dates = (str(self.year), f"{self.year}-01-01", f"{self.year}-12-31")
        for name, text in zip(_VARYING, (claim, claim, kind_of, document, mention, kind, prop, value, *dates), strict=True):
            self.columns[name].append(text)

    def entity(self, kind_of: str, document: str, mention: str, **values: str) -> None:
        claim = digest("claim", mention, *values.values())
        for prop, value in values.items():
            if value:
                self.row(claim, kind_of, document, mention, "value", prop, value)

    def fact(self, kind_of: str, document: str, parties: dict[str, str], **values: str) -> None:
        claim = digest("claim", kind_of, *parties.values(), *values.values())
        for prop, party in parties.items():
            self.row(claim, kind_of, document, "", "party", prop, party)
        for prop, value in values.items():
            if value:
                self.row(claim, kind_of, document, "", "value", prop, value)

    def table(self) -> pa.Table:
        count = len(self.columns["claim"])
        blank = {f.name: [""] * count if f.type == pa.string() else [1] * count for f in COLUMNS if f.name not in self.columns}
        return pa.table({f.name: (self.columns | blank)[f.name] for f in COLUMNS}, schema=COLUMNS)


def write(home: Home, world: World, mentions: list[Mention]) -> tuple[Manifest, dict[str, int]]:
    """Keep the made sources; return the manifest, and for each mention's id its place in the list."""
    manifest, ids = Manifest.new(), dict[str, int]()
    places = {id(m): i for i, m in enumerate(mentions)}
    for table, rows in editions(mentions):
        kind = table.split("-")[0]
        source = Source.parse(f"id: {kind}\nname: {kind}\nrows_are: {'post' if kind != 'news' else ''}\n", kind)
        source.keep(home)
        manifest = manifest.with_source(source.id, source.digest)
        edition, year = f"{kind}/{table}", rows[0].year
        writer, seen = Writer(edition, year), Counter[tuple[str, str]]()
        stated: set[str] = set()
        for i, mention in enumerate(rows):
            document = document_id(edition, "article" if kind == "news" else "table", f"{i // _NEWS}" if kind == "news" else "", 1)
            if document not in stated:
                stated.add(document)
                writer.entity("Document", document, document, name=table, documentKind="article" if kind == "news" else "table")
            seen[document, mention.name] += 1
            person = mention_id(document, "act", "Person", mention.name, seen[document, mention.name])
            ids[person] = places[id(mention)]
            writer.entity("Person", document, person, name=mention.name, gender=mention.gender, birth=mention.birth)
            if mention.body:
                body = mention_id(document, "act", "Organization", mention.body)
                if body not in stated:
                    stated.add(body)
                    writer.entity(_CLASSES[mention.body_kind], document, body, name=mention.body)
                if mention.honour:
                    writer.fact("Affiliation", document, {"person": person, "organization": body}, occupation=mention.title)
                else:
                    parties = {"holder": person, "organization": body}
                    writer.fact("Tenure", document, parties, title=mention.title or "工作人员", start=mention.start)
            if mention.honour:
                honour = mention_id(document, "act", "Honour", mention.honour)
                if honour not in stated:
                    stated.add(honour)
                    writer.entity("Honour", document, honour, name=mention.honour)
                writer.fact("Award", document, {"recipient": person, "honour": honour}, year=str(mention.year))
        manifest = _keep(home, manifest, edition, str(year), writer.table())
    return _namings(home, manifest, world), ids


def _namings(home: Home, manifest: Manifest, world: World) -> Manifest:
    source = Source.parse("id: bodies\nname: bodies\nrows_are: organization\n", "bodies")
    source.keep(home)
    edition, document = "bodies/bodies", document_id("bodies/bodies", "table", "", 1)
    writer = Writer(edition, 2025)
    writer.entity("Document", document, document, name="bodies", documentKind="table")
    for body in world.bodies:
        if body.before:
            mention = mention_id(document, "act", "Organization", body.name)
            writer.entity(_CLASSES[body.kind], document, mention, name=body.name)
            writer.fact("Naming", document, {"entity": mention}, name=body.before)
    return _keep(home, manifest.with_source(source.id, source.digest), edition, "2025", writer.table())


def _keep(home: Home, manifest: Manifest, edition: str, issued: str, table: pa.Table) -> Manifest:
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, compression="zstd")
    data = sink.getvalue().to_pybytes()
    name = f"{edition.replace('/', '.')}.{sha256(data)[:16]}.parquet"
    (home.claims / name).write_bytes(data)
    version = Version(
        1, "2025-12-01T00:00:00Z", "first", "made", sha256(edition.encode()), name, sha256(data), sha256(data), table.num_rows, SCHEMA
    )
    return manifest.with_version(edition, Version(**(asdict(version) | {"issued": issued, "title": edition})))


def measure(people: int, rates: str, seed: int) -> None:
    """Make the set, resolve it, and print the figures."""
    world = World(people, seed, RATES[rates])
    mentions = list(world.mentions())
    out = sys.stdout.write
    out(f"{people} people, {len(mentions)} mentions, {len(world.bodies)} bodies, rates {rates}, seed {seed}\n")
    out(f"  rates: {', '.join(f'{k} {v}' for k, v in asdict(RATES[rates]).items())}\n")
    for field in ("gender", "birth", "body", "title", "start", "honour"):
        out(f"  {field}: {sum(bool(getattr(m, field)) for m in mentions) / len(mentions):.0%} of mentions\n")
    with tempfile.TemporaryDirectory() as folder, database() as connection:
        home = Home(Path(folder))
        home.prepare()
        manifest, ids = write(home, world, mentions)
        began = time.perf_counter()
        prepare(connection, "graph", home, manifest, Model.load())
        gathered = time.perf_counter()
        resolve(connection, "graph", manifest.judgements)
        ended = time.perf_counter()
        clusters = dict(connection.execute("SELECT mention, id FROM graph.cluster").fetchall())
        proposals = connection.execute("SELECT one, other, points FROM graph.proposal").fetchall()
        _report(mentions, {ids[m]: c for m, c in clusters.items() if m in ids}, proposals, ids, people)
        out(f"  claims read {gathered - began:.1f} s, resolved {ended - gathered:.1f} s, ")
        out(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20:.2f} GiB (with the made set itself)\n")


def _report(
    mentions: list[Mention], cluster: dict[int, str], proposals: list[tuple[str, str, int]], ids: dict[str, int], people: int
) -> None:
    sizes, same, true = Counter(cluster.values()), Counter[tuple[str, int]](), Counter[int]()
    for i, mention in enumerate(mentions):
        same[cluster[i], mention.person] += 1
        true[mention.person] += 1
    joined = sum(n * (n - 1) // 2 for n in sizes.values())
    right = sum(n * (n - 1) // 2 for n in same.values())
    shared = list(sharing(mentions))
    found = sum(cluster[one] == cluster[other] for one, other in shared)
    good = sum(mentions[ids[one]].person == mentions[ids[other]].person for one, other, _ in proposals)
    out = sys.stdout.write
    out(
        f"  precision {right / max(joined, 1):.5f} over {joined} pairs,"
        f" recall {found / len(shared):.4f} over {len(shared)} that share an item\n"
    )
    every = sum(n * (n - 1) // 2 for n in true.values())
    out(f"  (of all {every} pairs of one person {right / every:.4f} are found)\n")
    out(f"  {len(sizes)} people found, {len(proposals)} proposals ({len(proposals) / people:.2%} of people), {good} of them one person\n")


def main() -> None:
    """Print the figures."""
    given = sys.argv[1:]
    people = int(given[0]) if given else 100_000
    measure(people, given[1] if len(given) > 1 else "plain", int(given[2]) if len(given) > 2 else 1)


if __name__ == "__main__":
    main()
