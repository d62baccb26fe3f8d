"""Prizes that were won: in tables and lists, where the heading may name the prize or the contest for all, and in running text."""

from __future__ import annotations

import re

from kg.claim import Party, Value
from kg.document import Span
from kg.values import normal_name
from loaders.press.claims import run
from loaders.press.flow import Line
from loaders.press.marks import last_of
from loaders.press.occurrences import Occurrences
from loaders.press.page import Page
from loaders.press.person import Person
from loaders.press.rows import Run
from loaders.press.tell.contests import is_short
from loaders.press.things import Thing
from loaders.press.won import Winner, Won

_NEAR = 3
_STOPS = "。！？!?；;"
Contest = tuple[str, Span]
"""A competition's name, and where a heading has it."""
# Another contest, of no name, between a named one and a prize: 代表某省参加全国比赛.
_OTHER = re.compile(r"(?:全国|国际|世界|亚洲|全省|全市|行业|集团|公司)[^，。；]{0,6}(?:比赛|大赛|竞赛|比武)")
_ONE = re.compile(r"届|\d{4}年|“|杯|(?<!全)[省市区县]|全国|集团|公司")
_OWN = re.compile(r"届|\d{4}年|“|杯")


def tell_lists(page: Page) -> None:
    """State the prizes of a document's tables and lists."""
    above, below = _contests(page)
    for winner in page.finders.parts.winners.find(page.lines):
        contest = above[winner.line] or below[winner.line]
        if contest is not None:
            name, where = contest
            mention = page.claims.entity("Competition", name, (where,))
            _tell_winner(page, winner, mention, where)


def tell(page: Page, found: Occurrences) -> None:
    """State the prizes that a unit of running text tells."""
    named = page.finders.things.contests.find(found.text)
    for won in page.finders.parts.prizes.find(found.text, found.people, found.bodies):
        contest, name = _told_contest(page, found, won, named)
        if not contest:
            continue
        agent = (
            found.mentions[won.winner.start] if isinstance(won.winner, Person) else page.claims.organisation(found.paragraph, won.winner)
        )
        spans = run(
            found.paragraph, won.start, won.end, (won.start, won.winner.end) if won.winner.end < won.end else (won.winner.start, won.end)
        )
        item = won.item
        if not item and isinstance(won.winner, Person) and page.finders.parts.prizes.words.overall.search(won.prize) is None:
            item = page.finders.things.contests.trade(name)
        page.claims.fact("PrizeResult", spans, {"recipient": agent, "competition": contest}, {"item": item, "prize": won.prize})
    page.spoken = named[-1].name if named else page.spoken


def _tell_winner(page: Page, winner: Winner, contest: str, where: Span) -> None:
    claims, who = page.claims, winner.who
    spans = [Span(winner.begin, winner.end)]
    spans += [Span(winner.heading.start, winner.heading.end, "heading")] if winner.heading is not None else []
    spans += [Span(where.start, where.end, "heading")]
    if winner.is_body:
        agent = _body(page, who)
    else:
        agent = claims.entity("Person", normal_name(who.words), (Span(who.start, who.end),), method="table")
        page.known.names.add(who.words)
    claims.fact(
        "PrizeResult",
        tuple(spans),
        {"recipient": agent, "competition": contest},
        {"item": winner.item, "prize": winner.prize},
        method="table",
    )
    if winner.body is not None and not winner.is_body:
        _tell_place(page, winner, agent)
    if winner.work is not None:
        _tell_work(page, winner, winner.work, agent)


def _tell_work(page: Page, winner: Winner, work: Run, agent: str) -> None:
    """The project that wins, whose it is, and who worked on it; its line is read."""
    name, owner = normal_name(work.words), winner.who if winner.is_body else winner.body
    project = page.claims.named("Project", name)
    if not project:
        parties = [Party("organization", _body(page, owner))] if owner is not None else []
        span = (Span(work.start, work.end),)
        project = page.claims.entity("Project", name, span, values=[Value("projectKind", "innovation")], parties=parties)
    if not winner.is_body:
        page.claims.fact("Involvement", (Span(winner.begin, winner.end),), {"agent": agent, "project": project}, {}, method="table")
    page.read.add(winner.line)


def _tell_place(page: Page, winner: Winner, agent: str) -> None:
    """Where a winner works: a post where a title stands behind the body or in a column of its own."""
    assert winner.body is not None
    words = winner.body.words
    posts = [m for m in page.finders.people.titles.title.finditer(words) if m.end() == len(words) and m.start() > 3]
    title = winner.title.words if winner.title is not None else ""
    found = page.finders.organisations.ending_at(words, len(words), page.context)
    if found is None and posts and not title:
        title = posts[0][0]
        words = words[: posts[0].start()]
    body = _body(
        page, Run(words, winner.body.start, winner.body.start + len(words) if len(words) < len(winner.body.words) else winner.body.end)
    )
    first, last = min(winner.who.start, winner.body.start), max(winner.who.end, winner.body.end)
    if title:
        page.claims.fact("Tenure", (Span(first, last),), {"holder": agent, "organization": body}, {"title": title}, method="table")
    else:
        page.claims.fact("Affiliation", (Span(first, last),), {"person": agent, "organization": body}, {}, method="table")


def _body(page: Page, who: Run) -> str:
    organisations = page.finders.organisations
    found = organisations.ending_at(who.words, len(who.words), page.context)
    name = found.name if found is not None and found.start == 0 else normal_name(who.words)
    class_name = page.finders.model.by_notation[organisations.endings.kind_of(name)].name
    return page.claims.entity(class_name, name, (Span(who.start, who.end),), written=who.words, method="table")


def _contest(page: Page, row: Line) -> Contest | None:
    """The competition that a heading names, by the form with its slogan in quotation marks where the text has that as well."""
    written = page.finders.parts.winners.headings.contest(row.text)
    if not written:
        return None
    start = row.start + row.text.index(written)
    parts = re.split(r"[ 　]+", written)
    quoted = f"“{parts[0]}”{''.join(parts[1:])}"
    name = quoted if len(parts) > 1 and quoted in page.text else "".join(parts)
    return _full(page, normal_name(name)), Span(start, start + len(written))


def _full(page: Page, name: str) -> str:
    """The name in full of a contest that a heading shortens (全省…大赛), where the document tells it."""
    if _OWN.search(name) is not None:
        return name
    if page.contests is None:
        told = (thing for unit in page.units for thing in page.finders.things.contests.find(unit.text))
        page.contests = list(dict.fromkeys(one.name for one in told if one.ordinal or one.year or "“" in one.name))
    return next((full for full in page.contests if len(full) > len(name) and is_short(name, full)), name)


def _contests(page: Page) -> tuple[list[Contest | None], list[Contest | None]]:
    """For each line the contest named above it, one of a kind before any other, and the one named just below it."""
    above: list[Contest | None] = []
    below: list[Contest | None] = [None] * len(page.lines)
    single: Contest | None = None
    other: Contest | None = None
    for number, row in enumerate(page.lines):
        above.append(single or other)
        contest = _contest(page, row)
        if contest is not None and _ONE.search(contest[0]):
            single = contest
            for line in range(max(0, number - _NEAR), number):
                below[line] = below[line] or contest
        other = contest or other
    return above, below


def _told_contest(page: Page, found: Occurrences, won: Won, named: list[Thing]) -> tuple[str, str]:
    """The mention and the name of the contest of a prize.

    It is the one that the words before the prize name, else its sentence, else the one told last, else the title's.
    """
    if won.contest:
        at = found.text.find(won.contest, won.start)
        span = found.paragraph.span(at, at + len(won.contest)) if at >= 0 else found.paragraph.span(won.start, won.end)
        return page.claims.entity("Competition", normal_name(won.contest), (span,)), normal_name(won.contest)
    sentence = last_of(found.text, _STOPS, won.start) + 1
    before = [one for one in named if sentence <= one.start and one.end <= won.end]
    told = page.contest or page.spoken
    own = before[-1] if before else named[-1] if named and not told else None
    if own is not None and _OTHER.search(found.text, own.end, max(own.end, won.start)):
        return "", ""
    if own is not None:
        return page.claims.entity("Competition", own.name, (found.paragraph.span(own.start, own.end),)), own.name
    if told:
        where = (found.paragraph.span(won.start, won.end),)
        return page.claims.named("Competition", told) or page.claims.entity("Competition", told, where), told
    row = page.lines[0] if page.lines else None
    contest = _contest(page, row) if row is not None else None
    return (page.claims.entity("Competition", contest[0], (contest[1],)), contest[0]) if contest is not None else ("", "")
