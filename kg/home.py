"""``KG_HOME``: the folder of all that is kept. The graph is a pure function of it.

    lock  manifest.json  texts/<sha16>.txt  sources/<source>.yml  claims/<edition>.<sha16>.parquet
    judgements.jsonl  forgotten.jsonl  forget.key  engine/  cache/

Files are written beside their place, synced and renamed, so that each is there whole or not at all.
"""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from kg.errors import BusyError, KeptError

_KEY_LENGTH = 32


def sha256(data: bytes) -> str:
    """The SHA-256 of the bytes in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


@dataclass(frozen=True, slots=True)
class Home:
    """The folder, its parts and its one lock for writers."""

    folder: Path

    @property
    def manifest(self) -> Path:
        """Where the manifest stands."""
        return self.folder / "manifest.json"

    @property
    def judgements(self) -> Path:
        """Where the journal of judgements stands."""
        return self.folder / "judgements.jsonl"

    @property
    def forgotten(self) -> Path:
        """Where the keyed hashes of the forgotten stand."""
        return self.folder / "forgotten.jsonl"

    @property
    def forgetting(self) -> Path:
        """Where it stands, until it is done, who is being forgotten."""
        return self.folder / "forgetting.json"

    @property
    def claims(self) -> Path:
        """The folder of claims files."""
        return self.folder / "claims"

    @property
    def texts(self) -> Path:
        """The folder of kept texts."""
        return self.folder / "texts"

    @property
    def sources(self) -> Path:
        """The folder of the sources' descriptions."""
        return self.folder / "sources"

    @property
    def cache(self) -> Path:
        """The folder of what may be deleted at any time, and is not part of what is kept."""
        return self.folder / "cache"

    def prepare(self) -> None:
        """Make the folder and its parts.

        Raises:
            KeptError: the folder cannot be made or written.
        """
        try:
            for part in (self.folder, self.claims, self.texts, self.sources):
                part.mkdir(parents=True, exist_ok=True)
            probe = self.folder / f".probe.{os.getpid()}"
            probe.write_bytes(b"")
            probe.unlink()
        except OSError as exc:
            raise KeptError(
                f"{self.folder} cannot be written ({exc.strerror}); make it writable or set KG_HOME to another folder."
            ) from exc

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the lock of writers.

        Raises:
            BusyError: another process holds it.
        """
        lock = FileLock(self.folder / "lock", timeout=0)
        try:
            lock.acquire()
        except Timeout as exc:
            raise BusyError(f"Another load is running on {self.folder}; wait until it ends and try again.") from exc
        try:
            yield
        finally:
            lock.release()

    def secret(self, name: str) -> bytes:
        """A key of this folder, made at first use and readable by its owner alone.

        Args:
            name: the file's name, such as ``personal.key``.

        Raises:
            KeptError: it cannot be made or read, or is no key.
        """
        path, beside = self.folder / name, self.folder / f".{name}.{os.getpid()}.part"
        try:
            if not path.exists():
                with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                    file.write(secrets.token_bytes(_KEY_LENGTH))
                    file.flush()
                    os.fsync(file.fileno())
                # A link, not a rename: of two processes that make the key at once, the first one's stays.
                with suppress(FileExistsError):
                    os.link(beside, path)
                beside.unlink()
            key = path.read_bytes()
        except OSError as exc:
            raise KeptError(f"{path} cannot be made or read ({exc.strerror}).") from exc
        if len(key) != _KEY_LENGTH:
            raise KeptError(f"{path} is no key of {_KEY_LENGTH} bytes; restore it from a backup of KG_HOME.")
        return key

    def write(self, path: Path, data: bytes, *, mode: int = 0o666) -> None:
        """Write a file of the folder so that it is there whole or not at all; ``mode`` is what others may do, before the umask.

        Raises:
            KeptError: it cannot be written.
        """
        beside = path.with_name(f".{path.name}.{os.getpid()}.part")
        try:
            with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode), "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
            folder = os.open(path.parent, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)
        except OSError as exc:
            beside.unlink(missing_ok=True)
            raise KeptError(f"{path} cannot be written ({exc.strerror}).") from exc

    def read(self, path: Path, expected: str) -> bytes:
        """Read a file of the folder whose SHA-256 is known.

        Raises:
            KeptError: it is not there, cannot be read, or its bytes are not those that were written.
        """
        try:
            data = path.read_bytes()
        except OSError as exc:
            raise KeptError(f"{path} cannot be read ({exc.strerror}); restore it from a backup of KG_HOME.") from exc
        if sha256(data) != expected:
            raise KeptError(f"{path} is damaged: its bytes are not those that were written; restore it from a backup of KG_HOME.")
        return data
