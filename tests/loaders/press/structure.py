"""What the tests of structured parts share: finders for a text of no known periodical, and the facts of a text."""

from __future__ import annotations

from pathlib import Path

from kg.facts import Fact, facts
from loaders import press
from loaders.press.finders import Finders
from loaders.press.flow import Line, Paragraph, lines
from loaders.press.source import source_of
from tests.readings import MODEL

PRESS = source_of("工会新闻", "press")
FINDERS = Finders.of(PRESS, "")


def rows(text: str) -> list[Line]:
    return list(lines(text, 0, len(text)))


def paragraph(text: str) -> Paragraph:
    return Paragraph(text, tuple(range(len(text))))


def told(folder: Path, text: str, kind: str, *fields: str) -> set[tuple[object, ...]]:
    """The values of some fields of the facts of a kind, read without the tagger."""
    path = folder / "edition.txt"
    path.write_text(text, encoding="utf-8")
    found: list[Fact] = list(facts(press.read(path, tagger=False), MODEL))
    return {tuple(one.get(field) for field in fields) for one in found if one["fact"] == kind}
