"""Identifiers: few, raw, mandatory, stable values go in, a short hash comes out.

The rules stand in ``docs/decisions/`` (identity). MD5 is used as a spread, not for secrecy: it is the one hash that both
DuckDB and Spark SQL call by the same name, so the SQL of ``kg.assemble`` makes the same identifiers.
"""

from __future__ import annotations

import hashlib

SEPARATOR = "\x1f"
LENGTH = 20


def digest(*parts: str) -> str:
    """The first 20 hexadecimal digits (80 bits) of the MD5 of the parts, joined by U+001F.

    A million things collide with a chance of some 4 in 10^13.
    """
    return hashlib.md5(SEPARATOR.join(parts).encode(), usedforsecurity=False).hexdigest()[:LENGTH]


def named_id(identity_class: str, name: str) -> str:
    """The id of what its full official name identifies: ``Organization``, ``Honour``, ``Place``."""
    return digest(identity_class, name)


def edition_id(source: str, label: str) -> str:
    """The id of an edition: the source's id and a label, such as ``gdgy/2025-11``. It is shown, so it is not hashed."""
    return f"{source}/{label}"


def document_id(edition: str, kind: str, title: str, number: int) -> str:
    """The id of a document: what it is within its edition, not where it stands, so that it outlives a shifted text.

    Args:
        edition: the edition's id.
        kind: a notation of the code list ``documentKind``.
        title: the document's title, possibly empty.
        number: from 1, among documents of that kind and title in the edition.
    """
    return digest("Document", edition, kind, title, str(number))


def mention_id(document: str, layer: str, identity_class: str, name: str, number: int = 1) -> str:
    """The id of a thing as one document sees it.

    Args:
        document: the document's id (it hashes the source and the edition).
        layer: ``act`` for those who act, ``cite`` for those who are only cited.
        identity_class: the class that declares what identifies (``Person``, ``Organization``, ``Activity`` …), never a leaf.
        name: the normalised name.
        number: from 1, among namesakes that the text tells apart.
    """
    return digest("mention", document, layer, identity_class, name, str(number))
