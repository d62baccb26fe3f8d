"""The words about a number without what is no part of what was counted: particles, adverbs, signs of a list."""

from __future__ import annotations

import re

from loaders.press.knowledge import knowledge, longest_first

_WORDS = knowledge("quantities")
_FRONT = tuple(longest_first(_WORDS["drop_front"]))
BACK = tuple(longest_first(_WORDS["drop_back"]))
_KEEP_FRONT, KEEP_BACK = tuple(_WORDS["keep_front"]), tuple(_WORDS["keep_back"])
OF_BODIES, BODIES = frozenset(_WORDS["of_bodies"]), tuple(_WORDS["bodies"])
_MEASURE = re.compile(rf"(?:{'|'.join(longest_first(_WORDS['measures']))})$")
_BULLET = re.compile(r"^[\s、，·•●■◆)）\-—>]*(?:[（(]?[一二三四五六七八九十]+[、)）]|[一二三四五六七八九十]是)?\s*")


def names_of(words: str) -> list[str]:
    """The names of a list: 优秀率和合格率."""
    return [w for w in (strip_front(part.strip()) for part in re.split(r"[、和与及]", words)) if w]


def are_years(named: list[str]) -> bool:
    """Whether a list is one of years: 2023年、2024年制造降本."""
    return any(re.match(r"(?:19|20)\d{2}年", name) for name in named)


def after_years(words: str) -> str:
    """What stands after the last year of a list."""
    return re.sub(r"^.*(?:19|20)\d{2}年(?:全年|底)?", "", words).strip("，, 的")


def is_verbal(words: str) -> bool:
    """Whether a list's last item has a verb with what was counted and is no mere name."""
    return re.search(r"[了过着]|增|减|降|升|达|获|建|办|开展|培训|组织|解决|提|约|超|近", words) is not None


def strip_front(words: str) -> str:
    """The words without the particles, adverbs and signs that they begin with."""
    words = _BULLET.sub("", words)
    while (word := next((w for w in _FRONT if words.startswith(w)), "")) and not words.startswith(_KEEP_FRONT):
        words = words.removeprefix(word).strip()
    return words


def strip_back(words: str) -> str:
    """The words without the particles and verbs of being that they end with."""
    words = words.strip()
    while (word := next((w for w in BACK if words.endswith(w) and len(words) > len(w)), "")) and not words.endswith(KEEP_BACK):
        words = words.removesuffix(word).strip()
    return words


def measured(head: str, tail: str) -> str:
    """What is measured of the thing behind a number (建成面积1200平方米的服务中心); nothing where the head ends with no such word."""
    found = _MEASURE.search(head) if tail else None
    return found[0] if found is not None else ""
