"""Questions worth asking, kept as files: a reading statement with its wording and the defaults of its parameters.

// 问: 谁主持了某日的会议？
// Q: Who chaired the meeting of a day?
// demo: 1
// param: day = 2025-11-13
MATCH …
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.model import ontology_folder

_LINE = re.compile(r"//\s*(问|Q|demo|param)\s*[:：]\s*(.*)")


@dataclass(frozen=True, slots=True)
class Question:
    """A question in both languages, its Cypher and its parameters' defaults; ``demo`` is its place in ``kg demo``, 0 where it has none."""

    name: str
    zh: str
    en: str
    parameters: Mapping[str, str]
    cypher: str
    demo: int = 0

    @classmethod
    def parse(cls, name: str, text: str) -> Question:
        """Read a question's file.

        Raises:
            ValueError: it lacks a wording.
        """
        words: dict[str, str] = {}
        parameters: dict[str, str] = {}
        body = []
        for line in text.splitlines():
            found = _LINE.fullmatch(line.strip())
            if found is None:
                body.append(line)
            elif found[1] == "param":
                key, _, value = found[2].partition("=")
                parameters[key.strip()] = value.strip()
            else:
                words[found[1]] = found[2].strip()
        demo = int(words.pop("demo", "0"))
        if set(words) != {"问", "Q"}:
            raise ValueError(f"{name} must have a line '// 问:' and a line '// Q:'")
        return cls(name, words["问"], words["Q"], parameters, "\n".join(body).strip(), demo)


def questions(folder: Path | None = None) -> Iterator[Question]:
    """All questions of the project, by file name."""
    for path in sorted((folder or ontology_folder() / "questions").glob("*.cypher")):
        yield Question.parse(path.stem, path.read_text(encoding="utf-8"))
