"""Words that the layout gives to somebody: the answers of an interview, and pull quotes with who says them on the next line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.press.knowledge import knowledge, longest_first

_WORDS = knowledge("quotations")
_SENTENCE = re.compile(r"[。！？!?…，,—]$")
_PULLED = re.compile(r"^[\s　]*[·•●■◆]\s*[)）]?\s*(?=\S)")
_TOLD = re.compile(r"^[\s　]*[—–-]{1,2}")
_ASKS = re.compile(rf"^[\s　]*(?:{'|'.join(longest_first(_WORDS['asks']))})[\s　]*[：:]")
_ANSWERS = re.compile(
    rf"^[\s　]*(?:{'|'.join(longest_first(_WORDS['answers']))}|(?P<name>[\u3400-\u9fff·]{{2,6}}))[\s　]*[：:][\s　]*(?=\S)"
)
_LEAST_ANSWER = 20
_BACK = 24


def asked(texts: list[str]) -> list[int]:
    """The numbers of the units in which somebody asks."""
    return [number for number, text in enumerate(texts) if _ASKS.match(text)]


def answered(texts: list[str]) -> Iterator[tuple[int, int, str]]:
    """The answers of an interview among the units of a document: which unit, from where on, and the name before the colon or nothing.

    It is one where somebody asks with a colon (记者：…？, 问：…); an answer goes on until the next question.
    """
    questions = asked(texts)
    name, answering = "", False
    for number, text in enumerate(texts):
        if not questions or number < questions[0]:
            continue
        if _ASKS.match(text):
            answering = False
            continue
        label = _ANSWERS.match(text)
        if label is not None:
            name, answering = label["name"] or "", True
            yield number, label.end(), name
        elif answering and number < questions[-1] and len(text) > _LEAST_ANSWER and _SENTENCE.search(text):
            yield number, 0, name


def pulled(texts: list[str]) -> Iterator[tuple[int, int, int]]:
    """Pull quotes among the units of a document: which unit is quoted, from where on, and which names who says it.

    A quote begins with a dot and the next unit with a dash; or each is followed by a quotation mark alone, below a heading that names
    the speaker.
    """
    for number, text in enumerate(texts[:-1]):
        head = _PULLED.match(text)
        if head is not None and _TOLD.match(texts[number + 1]):
            yield number, head.end(), number + 1
    speaker = -1
    for number, text in enumerate(texts[:-1]):
        if texts[number + 1].strip() in ("”", "“", '"') and len(text) > _BACK:
            speaker = number - 1 if number and texts[number - 1].strip() not in ("”", "“", '"') else speaker
            if speaker >= 0:
                yield number, 0, speaker
