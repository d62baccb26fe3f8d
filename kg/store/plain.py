"""What the driver gives, as plain Python that JSON can hold."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from neo4j.graph import Node, Path, Relationship
from neo4j.time import Date, DateTime, Duration, Time

from kg.delta import Properties


def plain(value: Any) -> Any:
    """A value without types of the driver's own.

    A node becomes its properties with ``labels`` (sorted); a relationship its properties with ``type``; a path the list of both
    in turn; temporal values ISO text.
    """
    match value:
        case Node():
            return {**{k: plain(v) for k, v in sorted(value.items())}, "labels": sorted(value.labels)}
        case Relationship():
            return {**{k: plain(v) for k, v in sorted(value.items())}, "type": value.type}
        case Path():
            steps: list[Any] = [value.nodes[0]]
            for relationship, node in zip(value.relationships, value.nodes[1:], strict=True):
                steps += [relationship, node]
            return [plain(step) for step in steps]
        case DateTime():
            return zoned(value).isoformat().replace("+00:00", "Z")
        case Date() | Time() | Duration():
            return value.iso_format()
        case datetime() | date():
            return value.isoformat()
        case dict():
            return {k: plain(v) for k, v in value.items()}
        case list() | tuple():
            return [plain(v) for v in value]
        case _:
            return value


def zoned(value: DateTime) -> datetime:
    """A moment in UTC: the embedded engine gives it without a zone."""
    native = value.to_native()
    return native.replace(tzinfo=UTC) if native.tzinfo is None else native.astimezone(UTC)


def properties(given: dict[str, Any]) -> Properties:
    """Properties of a node or an edge but for ``id``, moments as aware datetimes."""
    return {k: zoned(v) if isinstance(v, DateTime) else v for k, v in sorted(given.items()) if k != "id"}
