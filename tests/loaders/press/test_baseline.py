"""No figure falls by more than a hundredth below the committed one."""

from __future__ import annotations

import json
import os

import pytest

from tests.loaders.press.measured import BASELINE, SHARED, Held, development, half

MARGIN = 0.01
HELD: dict[str, Held] = json.loads(BASELINE.read_text(encoding="utf-8"))


def fallen(now: Held, before: Held) -> dict[str, tuple[float, float]]:
    return {kind: (figure, now.get(kind, 0.0)) for kind, figure in before.items() if now.get(kind, 0.0) < figure - MARGIN}


WAYS = pytest.mark.parametrize(("way", "tagger"), [("", True), (" without the tagger", False)], ids=["with", "without"])


@WAYS
def test_the_development_lines_are_read_as_well_as_before(way: str, tagger: bool) -> None:
    if not SHARED.exists():
        if os.environ.get("CI") == "true":
            pytest.fail("CI has ../shared beside the project")
        pytest.skip("needs ../shared")
    assert fallen(development(tagger=tagger), HELD[f"development{way}"]) == {}


@WAYS
@pytest.mark.parametrize("name", ["tuned", "held out"])
def test_each_half_of_the_cases_is_read_as_well_as_before(name: str, way: str, tagger: bool) -> None:
    assert fallen(half(held_out=name == "held out", tagger=tagger), HELD[f"{name}{way}"]) == {}
