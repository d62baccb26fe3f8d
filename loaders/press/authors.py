"""Notes on the authors of a text: 作者单位 | 某某有限公司, （作者单位：某某，某大学；某某，某公司）, 作者系某大学教授, 作者简介：…

Bodies that figures tie to authors stand below their names (（1.某某大学 某某学院，某市 100000；2.…）).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.press.knowledge import knowledge, longest_first
from loaders.press.marks import last_of
from loaders.press.names import Names
from loaders.press.rows import is_signature

_WORDS = knowledge("authors")
_HEAD = re.compile(
    rf"(?:^|(?<=[\s　（(。【\[】\]]))(?P<head>{'|'.join(longest_first(_WORDS['heads']))})[\s　]*[】\]]?[\s　]*[|｜:：]?[\s　]*"
)
_FOOTED = re.compile(r"[\s　]*[（(](?=\d?[.．、\s　]*[\u3400-\u9fff])")
_ENTRY = re.compile(r"(?P<number>\d)?[.．、\s　]*(?P<body>[\u3400-\u9fffA-Za-z·]{4,24}(?:[ 　][\u3400-\u9fff·]{2,16}){0,2})(?=[，,\s　]|$)")
_POSTCODE = re.compile(r"(?<!\d)\d{6}(?!\d)")
_BRACKET = re.compile(r"[\s　]*[（(](?P<body>[^（）()]{3,30})[)）]")
_PART = re.compile(r"[^;；。\n]+")
_NAMED = re.compile(
    r"[\s　]*(?:\d[.．、]|[①-⑨])?[\s　]*(?P<name>[\u3400-\u9fff·]{2,5})[\s　]*(?:[（(][^（）()]{1,24}[)）])?[\s　]*"
    rf"(?:[,，:：|｜]|[\s　]+|{'|'.join(longest_first(_WORDS['joins']))})[\s　]*"
)
_FACT = re.compile(rf"^(?:{'|'.join(_WORDS['facts'])})(?:[,，][\s　]*|$)")
_ENDS: str = _WORDS["body_ends"]
_BODY = re.compile(rf"[\u3400-\u9fffA-Za-z（）()·《》“”]{{3,36}}[{_ENDS}]")
_OCCUPATIONS = longest_first(_WORDS["occupations"])
_OCCUPATION = re.compile(rf"(?:{'|'.join(_OCCUPATIONS)})?$")


@dataclass(frozen=True, slots=True)
class Note:
    """What a note says of an author: the run of the body, the title there or the occupation, and the author by name or number."""

    name: str
    number: int
    name_start: int
    start: int
    end: int
    title: str
    occupation: str
    begin: int
    ends: int


def notes(text: str, names: Names, title: re.Pattern[str], authors: int) -> Iterator[Note]:
    """The notes of a paragraph.

    A body without a name beside it is that of all ``authors``; as many bodies as authors are theirs in order.
    """
    head = _HEAD.search(text)
    if head is None:
        return
    stop = len(text)
    opened = last_of(text, "（(", head.start()) > last_of(text, "）)", head.start())
    if opened and text.endswith((")", "）")):
        stop -= 1
    parts = [m.span() for m in _PART.finditer(text, head.end(), stop)]
    bare: list[Note] = []
    for first, last in parts:
        named = _NAMED.match(text, first, last)
        name = named["name"] if named is not None and is_signature(named["name"], names) else ""
        begin = named.end() if named is not None and name else first
        while (fact := _FACT.match(text[begin:last])) is not None and fact.end() > 0:
            begin += fact.end()
        one = _body(text, begin, last, title)
        if one is None:
            continue
        start, end, post, occupation, ends = one
        if name and named is not None:
            yield Note(name, 0, named.start("name"), start, end, post, occupation, named.start("name"), ends)
        else:
            bare.append(Note("", 0, 0, start, end, post, occupation, head.start("head"), ends))
    if len(bare) == 1 and not (bare[0].title and authors > 1):
        yield from (_numbered(bare[0], number) for number in range(authors))
    elif len(bare) == authors:
        yield from (_numbered(one, number) for number, one in enumerate(bare))


def footed(text: str) -> Iterator[tuple[int, Note]]:
    """The bodies of a paragraph that holds nothing but those of authors, each with its figure, 0 where it has none.

    An entry is a body, its parts perhaps parted by spaces, with its town and a postcode behind it.
    """
    head = _FOOTED.match(text)
    whole = text.rstrip()
    if head is None or not whole.endswith(("）", ")")) or not ("；" in whole or ";" in whole or _POSTCODE.search(whole)):
        return
    position = head.end()
    for one in re.split(r"[；;]", whole[position:-1]):
        begin = position + len(one) - len(one.lstrip(" 　"))
        entry = _ENTRY.match(whole, begin, position + len(one))
        if entry is not None and entry["body"][-1] in _ENDS:
            yield int(entry["number"] or 0), Note("", 0, 0, *entry.span("body"), "", "", begin, entry.end("body"))
        position += len(one) + 1


def bracketed(text: str, name: tuple[int, int], title: re.Pattern[str]) -> Note | None:
    """The body in brackets right behind an author's name, whose run is given: 某某（某某总厂）."""
    found = _BRACKET.match(text, name[1])
    one = _body(text, *found.span("body"), title) if found is not None else None
    if one is None:
        return None
    start, end, post, occupation, ends = one
    return Note(text[slice(*name)], 0, name[0], start, end, post, occupation, name[0], ends)


def _body(text: str, begin: int, end: int, title: re.Pattern[str]) -> tuple[int, int, str, str, int] | None:
    """The first body of a part: its run, and the title or the occupation right behind it."""
    while begin < end and text[begin] in " 　系为是在于：:,，":
        begin += 1
    stop = next((p for p in range(begin, end) if text[p] in ",，、。 　" and p > begin), end)
    for edge in range(stop - 1, begin + 3, -1):
        post = title.match(text, edge, stop)
        if post is not None and post.end() == stop and _BODY.fullmatch(text, begin, edge):
            return begin, edge, post[0], "", stop
    named = next((word for word in _OCCUPATIONS if text.endswith(word, begin, stop)), "")
    if named and _BODY.fullmatch(text, begin, stop - len(named)):
        return begin, stop - len(named), "", named, stop
    for edge in range(stop, begin + 3, -1):
        if text[edge - 1] in _ENDS and _BODY.fullmatch(text, begin, edge) and _OCCUPATION.fullmatch(text, edge, stop):
            return begin, edge, "", text[edge:stop], stop
    return None


def _numbered(note: Note, number: int) -> Note:
    return Note("", number, 0, note.start, note.end, note.title, note.occupation, note.begin, note.ends)
