"""Figures by kind: what was wanted and found, what was stated and right, and from these precision, recall and F1."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.evaluate.matching import RULES, Bodies, matches
from kg.evaluate.words import alike
from kg.facts import Fact

# The other fields of a kind, of which ``sides`` gives the share that is right; those in _LOOSE may say it in other words.
_SIDES: dict[str, tuple[str, ...]] = {
    "person": ("gender",),
    "organisation": ("kind",),
    "post": ("start", "end"),
    "honour": ("year",),
    "event": ("kind", "place", "venue"),
    "competition": ("edition", "year", "level"),
    "project": ("kind", "organisation", "place"),
    "programme": ("kind", "organisation"),
    "document": ("issuer", "year", "kind"),
    "article": ("section", "page"),
    "authorship": ("affiliation",),
    "statistic": ("subject", "period", "bound"),
}
_LOOSE = frozenset(["place", "venue", "organisation", "issuer", "subject", "affiliation"])


@dataclass(frozen=True)
class Figures:
    """The counts of one kind of fact; those of several texts can be added.

    ``needed`` of the gold's facts ``found``, ``stated`` facts of which ``right``; of ``sides`` fields ``sides_right``; what was
    ``missed``, and what was said ``wrong``.
    """

    needed: int = 0
    found: int = 0
    stated: int = 0
    right: int = 0
    sides: int = 0
    sides_right: int = 0
    missed: tuple[Fact, ...] = ()
    wrong: tuple[Fact, ...] = ()

    def __add__(self, other: Figures) -> Figures:
        return Figures(
            self.needed + other.needed,
            self.found + other.found,
            self.stated + other.stated,
            self.right + other.right,
            self.sides + other.sides,
            self.sides_right + other.sides_right,
            self.missed + other.missed,
            self.wrong + other.wrong,
        )

    @property
    def precision(self) -> float:
        """The share of what is stated that is right; where nothing is stated, 1 if nothing was needed."""
        return self.right / self.stated if self.stated else float(self.needed == 0)

    @property
    def recall(self) -> float:
        """The share of what is needed that is found."""
        return self.found / self.needed if self.needed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def side(self) -> float | None:
        """The share of the side fields that are right, None where there are none."""
        return self.sides_right / self.sides if self.sides else None


def figures(
    gold: Sequence[Fact], stated: Sequence[Fact], counted: Sequence[Fact] | None = None, wrong: Iterable[Fact] = ()
) -> dict[str, Figures]:
    """The figures of each kind that is needed or stated.

    Args:
        gold: what a reader wrote; a fact with ``"need": false`` may be left out.
        stated: what answers the gold.
        counted: those of the stated that count for precision; all by default.
        wrong: those that are wrong whatever they say, as their quote is not in the text.
    """
    bodies, never = Bodies(gold), {id(fact) for fact in wrong}
    counted = stated if counted is None else counted
    result = {}
    for kind in RULES:
        wanted, said, judged = ([f for f in facts if f["fact"] == kind] for facts in (gold, stated, counted))
        if wanted or judged:
            result[kind] = _of_kind(kind, wanted, said, judged, bodies, never)
    return result


def _of_kind(kind: str, wanted: list[Fact], said: list[Fact], judged: list[Fact], bodies: Bodies, never: set[int]) -> Figures:
    answers = [(fact, [one for one in said if matches(fact, one, bodies)]) for fact in wanted]
    answering = {id(one) for _, found in answers for one in found}
    needed = [(fact, found) for fact, found in answers if fact.get("need", True)]
    wrong = tuple(one for one in judged if id(one) in never or not (id(one) in answering or any(matches(f, one, bodies) for f in wanted)))
    sides = [max((_sides(kind, fact, one, bodies) for one in found), key=_share) for fact, found in answers if found]
    return Figures(
        needed=len(needed),
        found=sum(1 for _, found in needed if found),
        stated=len(judged),
        right=len(judged) - len(wrong),
        sides=sum(total_ for _, total_ in sides),
        sides_right=sum(right for right, _ in sides),
        missed=tuple(fact for fact, found in needed if not found),
        wrong=wrong,
    )


def _share(counts: tuple[int, int]) -> float:
    return counts[0] / counts[1] if counts[1] else 0.0


def _sides(kind: str, gold: Fact, said: Fact, bodies: Bodies) -> tuple[int, int]:
    """How many of the gold's side fields a matching fact has right, and how many there are."""
    fields = [field for field in _SIDES.get(kind, ()) if gold.get(field) not in (None, "", [])]
    right = sum(bodies.same(gold[f], said.get(f)) or (f in _LOOSE and alike(gold[f], said.get(f), 0.5)) for f in fields)
    return right, len(fields)


def total(by_kind: dict[str, Figures]) -> tuple[Figures, float]:
    """The sum over the kinds, and the mean of the F1 of those kinds of which something is needed."""
    needed = [one.f1 for one in by_kind.values() if one.needed]
    whole = sum(by_kind.values(), Figures())
    return Figures(whole.needed, whole.found, whole.stated, whole.right), sum(needed) / len(needed) if needed else 0.0
