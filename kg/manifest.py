"""The manifest: for every edition all its versions. It only grows.

A version is one reading of an edition by one loader: which claims, from which kept text, recorded when, and why there is a
version more. What the graph shows is derived from it and from the files that it names, with no clock.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Literal

from kg.errors import KeptError
from kg.home import Home, sha256
from kg.judgement import Judgements

FORMAT = 1

Reason = Literal["first", "source changed", "loader changed", "withdrawn"]


@dataclass(frozen=True, slots=True)
class Version:
    """One version of an edition.

    Attributes:
        number: from 1.
        recorded: the moment that ``kg load`` stamped, in UTC to the second.
        reason: why there is this version.
        loader: the loader and its version, such as ``press 1``; empty where withdrawn.
        text: SHA-256 of the kept text (UTF-8); empty where withdrawn.
        claims: the name of the claims file under ``claims/``; empty where withdrawn.
        sha256: of the claims file.
        content: the hash of what the claims file says, whatever its bytes.
        rows: how many rows the claims file has.
        schema: the version of the claims file's columns.
        encoding: the encoding of the source file.
        title: the edition's title.
        issued: the edition's partial date.
        origin: SHA-256 of the source file; empty where it is not known.
    """

    number: int
    recorded: str
    reason: Reason
    loader: str = ""
    text: str = ""
    claims: str = ""
    sha256: str = ""
    content: str = ""
    rows: int = 0
    schema: int = 0
    encoding: str = ""
    title: str = ""
    issued: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """What an edition said in one stretch of recorded time: the last version over one kept text.

    ``until`` is empty for the stretch that lasts.
    """

    edition: str
    order: int
    version: Version
    since: str
    until: str


@dataclass(frozen=True)
class Manifest:
    """All editions with their versions, the sources' descriptions as they are kept, and what people judged.

    The judgements stand in a file of their own (``kg.judgement``), which ``load`` reads and ``save`` leaves alone.
    """

    home: str
    sources: Mapping[str, str] = field(default_factory=dict)
    editions: Mapping[str, tuple[Version, ...]] = field(default_factory=dict)
    judgements: Judgements = field(default_factory=Judgements)

    @classmethod
    def new(cls) -> Manifest:
        """The manifest of an empty ``KG_HOME``, with an id of its own."""
        return cls(home=uuid.uuid4().hex)

    @classmethod
    def load(cls, home: Home) -> Manifest:
        """Read the manifest and the judgements of a folder; a folder without them is empty.

        Raises:
            KeptError: one of them cannot be read, or is of another format.
        """
        try:
            text = home.manifest.read_bytes()
        except FileNotFoundError:
            return cls.new()
        except OSError as exc:
            raise KeptError(f"{home.manifest} cannot be read ({exc.strerror}); look at its rights, or restore it from a backup.") from exc
        judgements = Judgements.load(home.judgements)
        try:
            raw = json.loads(text.decode("utf-8"))
            form = raw["format"]
            editions = {k: tuple(Version(**v) for v in versions) for k, versions in raw["editions"].items()}
            found = cls(home=raw["home"], sources=raw["sources"], editions=editions, judgements=judgements)
        except (ValueError, KeyError, TypeError, AttributeError) as exc:
            raise KeptError(f"{home.manifest} cannot be read as a manifest; restore it from a backup of KG_HOME.") from exc
        if form != FORMAT:
            raise KeptError(f"{home.manifest} is of format {form}, this program reads format {FORMAT}; use the newer program.")
        return found

    def save(self, home: Home) -> None:
        """Write the manifest, whole or not at all."""
        editions = {k: [asdict(v) for v in versions] for k, versions in sorted(self.editions.items())}
        raw = {"format": FORMAT, "home": self.home, "sources": dict(sorted(self.sources.items())), "editions": editions}
        home.write(home.manifest, (json.dumps(raw, ensure_ascii=False, indent=1) + "\n").encode())

    def with_version(self, edition: str, version: Version) -> Manifest:
        """The manifest with one version more."""
        return replace(self, editions={**self.editions, edition: (*self.editions.get(edition, ()), version)})

    def with_source(self, source: str, digest: str) -> Manifest:
        """The manifest with a source's description, by the SHA-256 of its YAML."""
        return replace(self, sources={**self.sources, source: digest})

    def with_judgements(self, judgements: Judgements) -> Manifest:
        """The manifest with another journal."""
        return replace(self, judgements=judgements)

    def latest(self, edition: str) -> Version | None:
        """The last version of an edition, if it has any."""
        versions = self.editions.get(edition, ())
        return versions[-1] if versions else None

    def standings(self) -> Iterator[Standing]:
        """All stretches of recorded time of all editions: versions over one text are one, of which the last counts."""
        for edition, versions in sorted(self.editions.items()):
            runs: list[list[Version]] = []
            for version in versions:
                if runs and runs[-1][-1].text == version.text:
                    runs[-1].append(version)
                else:
                    runs.append([version])
            for order, run in enumerate(runs):
                until = runs[order + 1][0].recorded if order + 1 < len(runs) else ""
                if run[-1].claims:
                    yield Standing(edition, order, run[-1], run[0].recorded, until)

    def state(self, *inputs: str) -> str:
        """The hash of all that the graph is made from: the versions, the sources, the judgements and the given further inputs."""
        said = {k: [asdict(v) for v in versions] for k, versions in sorted(self.editions.items())}
        judged = sha256(b"".join(j.line() for j in self.judgements.lines))
        return sha256(json.dumps([said, dict(sorted(self.sources.items())), judged, *inputs], ensure_ascii=False).encode())[:32]


def text_of(home: Home, version: Version) -> str:
    """The text that is kept of a version.

    Raises:
        KeptError: it is missing or damaged.
    """
    return home.read(home.texts / f"{version.text[:16]}.txt", version.text).decode("utf-8")
