"""The example of the guide: one question, and four answers by two clocks."""

from __future__ import annotations

import json
import re
from pathlib import Path

from tests.cli.command import kg

ROOT = Path(__file__).parents[2]
SECTION = (ROOT / "docs" / "guide.md").read_text("utf-8").partition("\n## Time: ")[2].partition("\n## ")[0]


def test_as_of_and_known_at_give_the_four_answers_of_the_guide(tmp_path: Path) -> None:
    for line in re.findall(r"^    kg (load .+)$", SECTION, re.MULTILINE):
        command, path, *options = line.split()
        assert kg(tmp_path, command, str(ROOT / path), *options).code == 0
    question = SECTION.partition("```graphql")[2].partition("```")[0]
    table = [[c.strip() for c in line.strip("|").split("|")] for line in SECTION.splitlines() if line.startswith("|")]
    (_, *moments), _, *rows = table
    answers = set()
    for day, *expected in rows:
        for moment, answer in zip(moments, expected, strict=True):
            given = (f"day={day.split()[-1]}", f"moment={moment.split()[-1]}")
            done = kg(tmp_path, "query", "--graphql", question, "--param", given[0], "--param", given[1])
            nodes = json.loads(done.out)["data"]["tenures"]["nodes"]
            assert " ".join(sorted(n["holder"]["name"] + ("" if n["certain"] else "?") for n in nodes)) == " ".join(sorted(answer.split()))
            answers.add(answer)
    assert len(answers) == 4
    unknown = kg(tmp_path, "show", "望海市总工会", "--known-at", "2025-12-01")
    assert (unknown.code, "望海市总工会 was not known at 2025-12-01" in unknown.err) == (2, True)
