"""Names before the role words of those who made a text or a picture: 某某 文　某某 摄, 某某/文, 某某 某某 文/图."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.press.knowledge import any_of, knowledge

_WORDS = knowledge("bylines")
_LONGEST = 80
_KEYS = ("behind_both", "behind_photographer", "behind_author")


MADE = any_of([word for key in _KEYS for word in _WORDS[key]])
"""The role words that stand behind names."""
COLLECTIVE = rf"[\u3400-\u9fff]{{0,24}}(?:{any_of(_WORDS['collective'])})"
"""A body that signs a text as its author: 本刊编辑部, 某某总工会课题组."""
_WHO = r"(?:[\u3400-\u9fff·]{2,4}|[\u3400-\u9fff][ 　][\u3400-\u9fff])"
_REPORTER = rf"(?:(?:{any_of(_WORDS['reporters'])})[\s　]*)?"
ONE = rf"{_REPORTER}{_WHO}(?:[、 　]{{1,2}}{_WHO}){{0,4}}[\s　]*[/／]?[\s　]*(?:{MADE})(?![\u3400-\u9fff])"
"""Names and what those made."""
_BEFORE = [word for key in ("author", "photographer", "both") for word in _WORDS[key]]
LABEL = any_of([word for word in _BEFORE if len(word) != 2 or word in ("文图", "图文")])
_MARKED = rf"(?:(?:{LABEL})[\s　]*[/／|｜:：\s　]|(?:{any_of(_BEFORE)})[\s　]*[/／|｜:：])"
_TURNED = rf"{_MARKED}[\s　]*{_WHO}(?:[、 　]{{1,2}}(?!{_MARKED}){_WHO}){{0,4}}"
_LABELLED = re.compile(rf"^[\s　]*[（(]?[\s　]*{_TURNED}(?:[\s　，,;；、]+{_TURNED}){{0,3}}[\s　]*[)）]?[\s　]*$")
OF = r"(?:[\u3400-\u9fff]{2,20}(?:工会|公司|集团|中心|委员会|部|厂|局|院|校)[\s　]+)?"
"""The body of those who made it, before their names."""
_LINE = re.compile(rf"^[\s　]*[（(]?[\s　]*{OF}{ONE}(?:[\s　，,;；、]*{ONE}){{0,3}}[\s　]*[)）]?[\s　]*$")
_PARTS = re.compile(
    rf"^{OF}|(?:^|(?<=[、\s　]))(?:{any_of(_WORDS['reporters'])})[\s　]*|[\s　/／]*(?:{MADE})(?![\u3400-\u9fff])[\s　，,;；、]*"
)
_BODY = re.compile(rf"^[\s　]*[（(]?[\s　]*{COLLECTIVE}[\s　]*[)）]?[\s　]*$")


def is_collective(text: str) -> bool:
    """Whether a line is nothing but a body that signs a text."""
    return len(text) <= _LONGEST and _BODY.match(text) is not None


def is_maker(text: str) -> bool:
    """Whether a line is such a body, or role words with names behind them."""
    return is_collective(text) or is_labelled(text)


def is_labelled(text: str) -> bool:
    """Whether a line is nothing but role words with names behind them: 文 某某　图 某某."""
    return len(text) <= _LONGEST and _LABELLED.match(text) is not None


def made_by(text: str) -> list[str]:
    """The names of a line that holds nothing but names with role words behind them; none where it holds anything else."""
    return [re.sub(r"[ 　]", "", name) for name in _named(text)] if len(text) <= _LONGEST and _LINE.match(text) else []


def _named(text: str) -> Iterator[str]:
    rest = _PARTS.sub("、", text.strip(" 　（()）"))
    for part in re.split("、", rest):
        words = part.split()
        spaced = len(words) == 2 and all(len(word) == 1 for word in words)
        yield from ["".join(words)] if spaced else words
