"""Where people work who have no title there: 某某有限公司职工某某, 某某有限公司某某."""

from __future__ import annotations

import re

from loaders.press.claims import run
from loaders.press.knowledge import knowledge, longest_first
from loaders.press.occurrences import Occurrences
from loaders.press.page import Page
from loaders.press.tell.people import body

_WORDS = knowledge("authors")
_KIND = "|".join(longest_first(_WORDS["kinds_of_workers"]))
_WORKER = re.compile(rf"的?(?:{_KIND}){{0,2}}(?P<occupation>(?:{'|'.join(longest_first(_WORDS['occupations']))})?)[\s　]?")
_KINDS_WITHOUT = ("congress", "party", "venue")


def tell(page: Page, found: Occurrences) -> None:
    """State the affiliations of a unit's people who hold no post that is told there."""
    ends = {one.end: one for one in found.bodies if one.kind not in _KINDS_WITHOUT}
    for person in found.people:
        if person.posts:
            continue
        for end in range(person.start, max(0, person.start - 12), -1):
            one = ends.get(end)
            worker = _WORKER.fullmatch(found.text, end, person.start) if one is not None else None
            if one is None or worker is None:
                continue
            page.claims.fact(
                "Affiliation",
                run(found.paragraph, one.start, person.end, (person.start, person.end)),
                {"person": found.mentions[person.start], "organization": body(page, found.paragraph, one)},
                {"occupation": worker["occupation"]},
            )
            break
