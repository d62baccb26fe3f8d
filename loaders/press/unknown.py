"""What a unit holds and the loader does not know: names and bodies that only the tagger sees, words that stand where a title would."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.document import Notice
from loaders.press.bodies.organisation import Organisation
from loaders.press.flow import Paragraph
from loaders.press.names import Names
from loaders.press.person import Person
from loaders.press.tagged import Tagged

_SURE = 0.8
_TITLE = re.compile(r"(?:(?![的了用以在和对把被将])[\u3400-\u9fff]){2,8}")


def unknown(
    paragraph: Paragraph, tagged: Sequence[Tagged], bodies: Sequence[Organisation], people: Sequence[Person], names: Names
) -> Iterator[Notice]:
    """The notices of a unit: ``unknown name``, ``unknown body``, ``unknown title``."""
    text = paragraph.text
    runs = [*((b.start, b.end) for b in bodies), *((p.start, p.end) for p in people)]
    taken = {place for start, end in runs for place in range(start, end)}
    taken |= {place for person in people for post in person.posts for place in range(post.organisation.start, post.end)}
    for one in tagged:
        if one.confidence >= _SURE and text[one.start : one.end] not in names.general and taken.isdisjoint(range(one.start, one.end)):
            kind = "unknown name" if one.kind == "person" else "unknown body"
            yield Notice(kind, text[one.start : one.end], paragraph.span(one.start, one.end))
    ends = {body.end for body in bodies}
    for person in people:
        begins = next((at for at in range(person.start - 2, person.start - 9, -1) if at in ends), 0)
        words = text[begins : person.start]
        if begins and not person.posts and _TITLE.fullmatch(words) and not any(verb in words for verb in names.verbs):
            yield Notice("unknown title", words, paragraph.span(begins, person.start))
