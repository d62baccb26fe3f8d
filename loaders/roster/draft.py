"""A first description of a roster, written by looking at the file: headings by their words, columns by what their cells hold.

It is a draft: whatever it only guesses, or does not know, says so in a comment, and somebody who knows the roster settles it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from loaders.roster import creditcode, dates
from loaders.roster.cells import tidy
from loaders.roster.heading import joined
from loaders.roster.layout import same
from loaders.roster.personal import kind_of, of_heading
from loaders.roster.reader import read_sheets
from loaders.roster.sheet import Sheet

_LOOKED_AT = 200
_HEAD = 20

# What a heading's words say, the surest first. {main} is the body that the table is about.
_WORDS: tuple[tuple[str, str], ...] = (
    (r"^(序号|编号|备注|说明)$", "ignore"),
    (r"姓名", "person.name"),
    (r"性别", "person.gender"),
    (r"出生|生日", "person.birth"),
    (r"信用代码|机构代码", "organization.creditCode"),
    (r"曾用名|别名|简称", "organization.alias"),
    (r"上级|隶属|主管", "parent.name"),
    (r"授予|颁发", "granter.name"),
    (r"荣誉|称号", "honour.name"),
    (r"年度|年份", "Award.year"),
    (r"免职|离任|卸任", "Tenure.end"),
    (r"任职/?(时间|日期)|(时间|日期)/任职|到任", "Tenure.start"),
    (r"职务|职位", "Tenure.title"),
    (r"岗位|工种|职业", "Affiliation.occupation"),
    (r"承办", "undertaker.name"),
    (r"主办|举办", "host.name"),
    (r"(活动|会议|赛事)名称|^活动$|^会议$", "event.name"),
    (r"类型|类别", "event.kind"),
    (r"结束", "event.end"),
    (r"开始|时间|日期", "event.start"),
    (r"地点|地址", "place.name"),
    (r"层级|级别", "organization.level"),
    (r"部门|[处科]室|内设机构", "department.name"),
    (r"单位|企业|公司|工会|组织|机构|名称", "organization.name"),
)
_CLASSES = {
    "person": "Person",
    "organization": "Organization",
    "department": "{class: Department, within: organization}",
    "parent": "Organization",
    "granter": "Organization",
    "honour": "Honour",
    "event": "Event",
    "place": "Place",
    "host": "Organization",
    "undertaker": "Organization",
}
_FACTS: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("Tenure", ("person", "organization"), "{fact: Tenure, holder: person, organization: organization}"),
    ("honour", ("person",), "{fact: Award, recipient: person, honour: honour%s}"),
    ("Affiliation", ("person", "organization"), "{fact: Affiliation, person: person, organization: organization}"),
    ("parent", ("organization",), "{fact: Membership, member: organization, whole: parent}"),
    ("host", ("event",), "{fact: Organising, organization: host, activity: event, role: host}"),
    ("undertaker", ("event",), "{fact: Organising, organization: undertaker, activity: event, role: undertaker}"),
)


@dataclass(frozen=True, slots=True)
class _Guess:
    heading: str
    says: str
    comment: str = ""


def draft(path: Path) -> str:
    """The text of a first description.

    Raises:
        InputError: the file cannot be read.
    """
    sheets, form = read_sheets(path)
    sheet = max(sheets, key=lambda s: s.height)
    rows = sheet.head(_LOOKED_AT)
    last, heading_rows = _heading(rows)
    names = [same(c) for c in rows[last - 1]]
    if heading_rows == 2:
        names = joined([same(c) for c in rows[last - 2]], names)
    guesses = _placed(list(_guesses(names, rows[last:])))
    others = [other.name for other in sheets if other is not sheet and not _has(other, rows[last - 1])]
    return "\n".join(_lines(path, form, sheet, heading_rows, guesses, others)) + "\n"


def _has(sheet: Sheet, heading: Sequence[str]) -> bool:
    """Whether one of the first rows of a sheet holds all that a heading does."""
    return any({*heading} <= {*row} for row in sheet.head(_HEAD))


def _heading(rows: Sequence[Sequence[str]]) -> tuple[int, int]:
    """The row in which the heading ends, from 1, and whether it takes one row or two."""

    def known(row: Sequence[str]) -> int:
        return sum(any(re.search(pattern, same(cell)) for pattern, _ in _WORDS) for cell in row if len(same(cell)) <= 12 and cell.strip())

    scores = [known(row) for row in rows[:_HEAD]]
    best = max(range(len(scores)), key=lambda i: (scores[i], -i))
    below = rows[best + 1] if best + 1 < len(rows) else []
    gaps = [i for i, cell in enumerate(rows[best]) if not cell.strip()]
    single = any(not under.strip() or under == cell for cell, under in zip(rows[best], below, strict=False) if cell.strip())
    if gaps and single and known(below) >= 1 and any(below[i].strip() for i in gaps if i < len(below)):
        return best + 2, 2
    return best + 1, 1


def _guesses(names: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[_Guess]:
    taken: set[str] = set()
    for index, name in enumerate(names):
        if not name:
            continue
        cells = [text for row in rows if (text := tidy(row[index]))]
        guess = _guess(name, cells)
        if guess.says in taken and guess.says != "ignore":
            guess = _Guess(name, "ignore", f"also looks like {guess.says}; say what it is")
        taken.add(guess.says)
        yield guess


def _placed(guesses: list[_Guess]) -> list[_Guess]:
    """The guesses with a department as the body itself where no column names another one."""
    if any(guess.says == "organization.name" for guess in guesses):
        return guesses
    return [replace(guess, says="organization.name") if guess.says == "department.name" else guess for guess in guesses]


def _guess(name: str, cells: Sequence[str]) -> _Guess:
    kind = of_heading(name) or next((k for cell in cells if (k := kind_of(cell))), None)
    if kind:
        return _Guess(name, "ignore", f"personal numbers ({kind}); ignore leaves them out, person.personalKey keeps a keyed hash")
    if cells and sum(creditcode.fault_of(cell.upper()) == "" for cell in cells) * 2 > len(cells):
        return _Guess(name, "organization.creditCode")
    says = next((says for pattern, says in _WORDS if re.search(pattern, name)), "")
    if not says:
        return _Guess(name, "ignore", "not known; say what it is")
    return _Guess(name, says, _comment(says, cells))


def _comment(says: str, cells: Sequence[str]) -> str:
    if says == "ignore":
        return "passed over; say what it is if it matters"
    if says.rpartition(".")[2] in ("birth", "start", "end"):
        doubtful = [cell for cell in cells if dates.read(re.sub(r"\s", "", cell), form=None, latest=2100) is None]
        if doubtful:
            return f"{doubtful[0]} may be read in two ways; write {{is: {says}, format: yyyy.m}}, or what its form is"
    if says == "department.name":
        return "its name goes on that of the organization; {is: department.name, lookup: {机关: ''}} leaves one out that is none"
    if says in ("Tenure.title", "organization.alias") and any("、" in cell for cell in cells):
        return f"some cells hold several; {{is: {says}, split: 、}} parts them"
    return ""


def _lines(path: Path, form: str, sheet: Sheet, heading_rows: int, guesses: Sequence[_Guess], others: Sequence[str]) -> Iterator[str]:
    named = {g.says.removesuffix(".name") for g in guesses if g.says.endswith(".name")}
    owners = named | {owner for g in guesses if (owner := g.says.partition(".")[0])[:1].isupper()}
    things = {thing: class_name for thing, class_name in _CLASSES.items() if thing in named}
    heading = next((g.heading for g in guesses if g.says == "organization.name"), "")
    if "organization" in things:
        things["organization"] = "Union" if "工会" in heading else "Enterprise" if re.search("企业|公司", heading) else "Organization"
    yield f"# A first description of {path.name} ({form}), written by looking at it. Check every line; what is only guessed says so."
    yield f"id: {_id(path)}  # a short lower-case word of your own"
    yield f"name: {_quoted(path.stem)}  # the roster's title"
    yield "publisher: ''  # the body that issues it"
    yield "licence: ''  # under which terms it may be used"
    yield "rank: 50  # 0 to 100: which source is shown where sources differ"
    yield f"files: {_quoted(_pattern(path))}  # how the names of its files look"
    yield r"edition: '(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?'  # the date, in the file's name or above the heading"
    yield "complete: false  # true if it lists all there are on its day, so that who is missing is no longer there"
    if heading_rows == 2:
        yield "heading_rows: 2"
    if others:
        pattern = _quoted("|".join(f"^{re.escape(name)}$" for name in others))
        yield f"ignore_sheets: {pattern}  # sheets of other columns; give a layout for those that matter"
    yield "rows_are: ''  # person, where two rows are always two people"
    yield f"totals: {{rows: [1, {max(10, 2 * sheet.height)}]}}  # the fewest and the most rows that can be right"
    yield "things:"
    yield from (f"  {thing}: {class_name}" for thing, class_name in things.items())
    body = "department" if "department" in things else "organization"
    facts = [
        text.replace("%s", ", granter: granter" if "granter" in owners else "").replace(
            "organization: organization", f"organization: {body}"
        )
        for name, needed, text in _FACTS
        if name in owners and set(needed) <= owners
    ]
    if facts:
        yield "facts:"
        yield from (f"  - {fact}" for fact in facts)
    yield "columns:"
    for guess in guesses:
        owner = guess.says.partition(".")[0]
        stated = owner in things or any(f"fact: {owner}," in fact for fact in facts) or owner == "ignore"
        says, comment = (guess.says, guess.comment) if stated else ("ignore", f"looks like {guess.says}, but whose?")
        yield f"  {_quoted(guess.heading)}: {says}" + (f"  # {comment}" if comment else "")


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _id(path: Path) -> str:
    plain = re.sub(r"[^a-z0-9]+", "-", path.stem.lower()).strip("-")
    return plain[:40] if plain[:1].isalpha() else "roster"


def _pattern(path: Path) -> str:
    return re.sub(r"\d[\d-]*", "*", path.name)
