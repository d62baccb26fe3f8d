"""The figures that are held: F1 by kind on the development lines and on both halves of the cases, with the tagger and without.

python -m tests.loaders.press.measured > tests/loaders/press/baseline.json    after a change that makes them better
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from kg.evaluate import Case, Figures, cases, distinct, figures, gold, ranges, total, unfounded, within
from kg.facts import facts
from loaders import press
from tests.cli.command import ROOT
from tests.readings import MODEL

SHARED = ROOT.parent / "shared"
CASES = Path(__file__).parent / "cases"
BASELINE = Path(__file__).parent / "baseline.json"
LINES = "1-145,243-360,513-672"

Held = dict[str, float]


def development(*, tagger: bool = True) -> Held:
    """On the development lines, which ../shared holds."""
    reading = press.read(SHARED / "corpus" / "gdgy-2025-11.txt", tagger=tagger)
    stated = distinct(facts(reading, MODEL))
    counted = within(stated, reading.text, ranges(LINES))
    return held(figures(gold(SHARED / "facts" / "dev-gold.jsonl"), stated, counted, unfounded(stated, reading.text)))


def half(*, held_out: bool, tagger: bool = True) -> Held:
    """On the cases that were held out from those who wrote the rules, or on the others."""
    result: dict[str, Figures] = {}
    for case in cases(CASES):
        if case.held_out == held_out:
            for kind, one in of_case(case, tagger=tagger).items():
                result[kind] = result.get(kind, Figures()) + one
    return held(result)


def of_case(case: Case, *, tagger: bool = True) -> dict[str, Figures]:
    """On one case."""
    reading = press.read(case.path, tagger=tagger)
    stated = case.judged(distinct(facts(reading, MODEL)))
    return figures(case.gold, stated, wrong=unfounded(stated, reading.text))


def held(by_kind: dict[str, Figures]) -> Held:
    """F1 by kind and over all."""
    return {**{kind: round(one.f1, 3) for kind, one in by_kind.items()}, "all": round(total(by_kind)[0].f1, 3)}


def measured() -> dict[str, Held]:
    """All that is held."""
    result = {}
    for way, tagger in (("", True), (" without the tagger", False)):
        result[f"development{way}"] = development(tagger=tagger)
        result[f"tuned{way}"] = half(held_out=False, tagger=tagger)
        result[f"held out{way}"] = half(held_out=True, tagger=tagger)
    return result


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measured(), ensure_ascii=False, indent=1) + "\n")
