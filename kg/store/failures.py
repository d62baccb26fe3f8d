"""Failures of the driver, told as one sentence: what the statement's fault is, or what is wrong with the store."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    CypherSyntaxError,
    DriverError,
    Forbidden,
    IncompleteCommit,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)

from kg.errors import InputError, StoreError

_LONGEST = 300
_WRITES = "Neo.ClientError.Statement.AccessMode"


@contextmanager
def told(url: str) -> Iterator[None]:
    """Turn what the driver raises inside the block into an error of ours.

    Raises:
        InputError: the statement is not valid, or writes where it may only read.
        StoreError: the store cannot be reached, refuses the password, is too slow, or went away.
    """
    try:
        yield
    except AuthError as exc:
        raise StoreError(f"The database at {url} refuses the user or the password; set KG_NEO4J_USER and KG_NEO4J_PASSWORD.") from exc
    except (CypherSyntaxError, Forbidden, ClientError) as exc:
        raise _statement(exc, url) from exc
    except IncompleteCommit as exc:
        raise StoreError(f"The database at {url} went away while it wrote; start it and run the command again.") from exc
    except (ServiceUnavailable, SessionExpired, ConfigurationError) as exc:
        raise StoreError(f"No database answers at {url}; start it, or set KG_NEO4J_URL to where it is.") from exc
    except Neo4jError as exc:
        raise StoreError(f"The database at {url} failed: {_short(exc)}.") from exc
    except (DriverError, OSError) as exc:
        raise StoreError(f"The connection to the database at {url} failed: {_line(str(exc))}.") from exc


def _statement(exc: Neo4jError, url: str) -> InputError | StoreError:
    code = exc.code or ""
    if "TimedOut" in code or "Terminated" in code:
        return StoreError(f"The statement took too long and was stopped by the database at {url}; ask for less.")
    if isinstance(exc, Forbidden) or code == _WRITES:
        return InputError("The statement would write; only reading is allowed here.")
    if code.startswith("Neo.ClientError.Statement") or isinstance(exc, CypherSyntaxError):
        return InputError(f"The statement is not valid: {_short(exc)}.")
    if code.startswith("Neo.ClientError.Database"):
        return StoreError(f"There is no such database at {url}; set KG_NEO4J_DATABASE to one that is there.")
    return StoreError(f"The database at {url} refused: {_short(exc)}.")


def _short(exc: Neo4jError) -> str:
    return _line(exc.message or str(exc))


def _line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip().rstrip(".")[:_LONGEST]
