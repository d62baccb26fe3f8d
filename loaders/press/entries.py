"""Entries of a contents page: page, title and authors, in the forms that the press prints."""

from __future__ import annotations

import re
from functools import cache

from loaders.press.headlines import is_names
from loaders.press.makers import is_collective, is_maker, made_by

LEADING = re.compile(r"^[\s　]*(?P<dash>[-·•])?[\s　]*(?P<run>[Pp]?\.?(?P<page>\d{1,3})[\s　/／|｜.、]+(?P<rest>\S.*?))[\s　]*$")
TRAILING = re.compile(r"^[\s　]*(?P<dash>[-·•])?[\s　]*(?P<run>(?P<rest>\S.*?)[\s　.．…·—\-/（(]+[Pp]?(?P<page>\d{1,3})[)）]?)[\s　]*$")
# An entry of what stands on the cover, which has no number.
COVERED = re.compile(r"^[\s　]*(?P<dash>[-·•])?[\s　]*(?P<run>(?P<rest>(?!封)\S.*?)[\s　.．…·—/（(]+封[二三四底])[)）]?[\s　]*$")
# The authors behind a title, after a bar, dots or blanks: 题名 / 某某 某某（某大学）, 题名……本刊记者 某某, 题名　某某 文　某某 摄.
_ONE = (
    r"(?:(?:本[刊报]|特约|首席|见习)?(?:记者|通讯员|撰稿|评论员)?[\s　]*[\u3400-\u9fff·]{2,9}|[\u3400-\u9fff][\s　][\u3400-\u9fff])"
    r"(?:[\s　]*(?:[（(][^（）()]{2,24}[)）]|文|摄|图|文/图|整理|编译))?"
)
_MANY = rf"(?P<by>{_ONE}(?:[\s　]*[、，,;；/／\s　][\s　]*{_ONE}){{0,5}})"


@cache
def _forms() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Authors behind a bar, behind dots and behind blanks; made when a contents page is met, for they are long."""
    barred = re.compile(rf"[\s　]*[/／|｜\t][\s　]*{_MANY}[\s　.．…·]*$")
    return barred, re.compile(rf"[\s　]*[.．…·]{{2,}}[\s　]*{_MANY}$"), re.compile(rf"[\s　]+{_MANY}$")


_UNION = re.compile(r"[\u3400-\u9fff]{2,16}工会(?:[\u3400-\u9fff]{1,6}[部室])?(?:供稿|提供)?")
_BLANKS = re.compile(r"[\s　/／]+")
# What stands beside a name: a body in brackets, what somebody is, what somebody made.
_BESIDE = re.compile(
    r"[（(][^（）()]*[)）]|(?:本[刊报]|特约|首席|见习)?(?:记者|通讯员|撰稿|评论员)"
    r"|(?<=[\u3400-\u9fff])[\s　]+(?:文|摄|图)(?![\u3400-\u9fff])"
)


def parted(rest: str) -> tuple[str, int, int]:
    """The title of an entry without its page, and the run of its authors in it; an empty run where it names none.

    Names that only blanks part from the title are taken for authors where all of them begin as names do.
    """
    by = _signed(rest)
    if by < len(rest):
        return rest[:by].strip(" 　.．…·/／"), by, by if is_collective(rest[by:]) or _UNION.fullmatch(rest[by:]) else len(rest)
    forms = _forms()
    for pattern in forms:
        found = pattern.search(rest)
        if found is not None and found.start() > 1 and (pattern is not forms[-1] or is_names(_BESIDE.sub(" ", found["by"]))):
            return rest[: found.start()].strip(" 　.．…·"), *found.span("by")
    return rest.strip(" 　.．…·"), len(rest), len(rest)


def _signed(rest: str) -> int:
    """Where the names with role words, or the body, begin that sign an entry; its end where none do."""
    for blank in _BLANKS.finditer(rest):
        by = rest[blank.end() :]
        if blank.start() > 1 and (is_maker(by) or _UNION.fullmatch(by) or is_names(" ".join(made_by(by)))):
            return blank.end()
    return len(rest)


def authors_of(text: str) -> tuple[int, int]:
    """Where the authors of an entry stand in its line; an empty run where it names none."""
    for form in (LEADING, TRAILING, COVERED):
        found = form.match(text)
        if found is not None:
            _, start, end = parted(found["rest"])
            return found.start("rest") + start, found.start("rest") + end
    return 0, 0
