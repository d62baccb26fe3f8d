"""Which loader reads which file: an explicit list, by how the file's name ends."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.claim import Reading
from kg.errors import InputError
from kg.home import Home
from kg.manifest import Manifest
from kg.model import Model
from kg.source import Source
from kg.store.settings import Settings
from loaders import press, roster


@dataclass(frozen=True, slots=True)
class Taken:
    """What a loader made of a file.

    Attributes:
        reading, source: what is kept.
        described: the description that was found beside the file; None where none was looked for or found.
        general: whether nothing is known of its source, so that it is taken for the press in general.
    """

    reading: Reading
    source: Source
    described: Path | None
    general: bool = False


@dataclass(frozen=True, slots=True)
class Loader:
    """A loader as the command line hands it in.

    Attributes:
        name: such as ``press``; with ``version`` it is kept with every edition.
        version: of its rules and of what it knows.
        suffixes: how the names of its files end, in lower case.
        read: makes a reading of a file, given the source and the edition that the user names, or empty texts, and the folder that
            the user named, if it is in one.
        description: the YAML by which a file would be read today where the user names no source, given the text that is kept of it
            and that folder; empty where none can be used.
    """

    name: str
    version: Callable[[], str]
    suffixes: tuple[str, ...]
    read: Callable[[Path, str, str, Path | None], Taken]
    description: Callable[[Path, Callable[[], str], Path | None], str]

    @property
    def label(self) -> str:
        """The name with the version."""
        return f"{self.name} {self.version()}"


def _press(path: Path, source: str, edition: str, top: Path | None) -> Taken:
    taken = press.steps(path, source=source or None, edition=edition or None, top=top)
    known = taken.source
    return Taken(press.reading(taken), Source.parse(known.yaml, f"{known.id}.yml"), known.found, is_general(taken, source))


def is_general(taken: press.Edition, source: str) -> bool:
    """Whether nothing is known of an edition's source, and the user named none."""
    return not source and taken.source.id == press.UNKNOWN


def _press_yaml(path: Path, text: Callable[[], str], top: Path | None) -> str:
    try:
        return press.source_of(text(), None, path, top).yaml
    except InputError:
        return ""


PERSONAL_KEY = "personal.key"
"""The file under ``KG_HOME`` that holds the key for hashes of personal numbers; made when a roster first wants one."""


def _roster(path: Path, source: str, edition: str, top: Path | None) -> Taken:
    model, home = Model.load(), Home(Settings.from_environment().home)

    def secret() -> bytes:
        home.prepare()
        return home.secret(PERSONAL_KEY)

    description = roster.described(path, source, model, lambda name: _kept(home, name), top)
    return Taken(roster.read(path, description, model, secret=secret, edition=edition or None), description.source, description.found)


def _roster_yaml(path: Path, _text: Callable[[], str], top: Path | None) -> str:
    try:
        return roster.described(path, "", Model.load(), lambda _: None, top).source.yaml
    except InputError:
        return ""


def _kept(home: Home, name: str) -> str | None:
    manifest = Manifest.load(home)
    return Source.kept(home, name, manifest).yaml if name in manifest.sources else None


LOADERS = (
    Loader("press", press.version, press.SUFFIXES, _press, _press_yaml),
    Loader("roster", lambda: str(roster.VERSION), roster.SUFFIXES, _roster, _roster_yaml),
)


def loader_of(path: Path) -> Loader | None:
    """The loader whose files end as this one does."""
    return next((loader for loader in LOADERS if path.name.lower().endswith(loader.suffixes)), None)


@dataclass(frozen=True, slots=True)
class File:
    """A file of a load, its loader, and the folder that the user named, if it lies in one."""

    path: Path
    loader: Loader
    top: Path | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """The files of a load, in order, and those of unknown kinds that folders hold besides."""

    files: tuple[File, ...]
    passed: tuple[Path, ...]


def files(paths: Iterable[Path], *, edition: str = "") -> Found:
    """The files that are named, and those in the folders that are named, in the order of their paths.

    A file that is named itself is given to the press loader where no loader is known by its name: its bytes say what it is.
    Descriptions (.yml) and hidden files in a folder are no editions. Where the user names the edition, a folder holds its parts.

    Raises:
        InputError: a folder has nothing in it that a loader reads.
    """
    taken: dict[Path, File] = {}
    passed: list[Path] = []
    for path in paths:
        if edition or not path.is_dir():
            taken.setdefault(path, File(path, loader_of(path) or LOADERS[0]))
            continue
        inside = list(_inside(path))
        known = {one: File(one, loader, path) for one in inside if (loader := loader_of(one)) is not None}
        if not known:
            raise InputError(f"{path} has no edition in it; files that end in {', '.join(_suffixes())} are read.")
        taken |= {one: file for one, file in known.items() if one not in taken}
        passed += [one for one in inside if one not in known and one.suffix.lower() not in (".yml", ".yaml")]
    return Found(tuple(taken.values()), tuple(passed))


def _inside(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts):
            yield path


def _suffixes() -> Iterator[str]:
    for loader in LOADERS:
        yield from loader.suffixes
