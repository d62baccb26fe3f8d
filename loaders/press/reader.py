"""The way through an edition, top down: text, documents, paragraphs, people and bodies, events, claims."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from kg.claim import Claim, Party, Reading, Value
from kg.document import Document, Notice, Span
from kg.ids import edition_id
from kg.model import Model
from kg.values import fold_width, is_partial_date, normal_name
from loaders.press import sheets
from loaders.press.appointments import Appointments
from loaders.press.claims import Claims, run
from loaders.press.context import Context, divisions_of, home_of
from loaders.press.dates import edition_month, first_date
from loaders.press.events import Event, Events, Part
from loaders.press.flow import Line, Paragraph, lines, paragraphs
from loaders.press.honours import Honours
from loaders.press.layout import documents
from loaders.press.names import Names
from loaders.press.organisations import Organisation, Organisations
from loaders.press.people import Known, People, Person
from loaders.press.places import Places
from loaders.press.rolls import rolls
from loaders.press.source import UNKNOWN, PressSource, source_of
from loaders.press.text import read_text

_REFERENCES = re.compile(r"^[\s　]*参考文献[:：]?[\s　]*$")
_GRANTED = re.compile(r"^(?:[（(][^）)]{1,6}[)）])?[^，。；,、]{0,12}?(?:荣获|获得|获评|获颁|获授|被授予|被评为|当选|获)[^。；，,]{0,10}$")
_SPEECH = ("spoke", "reported")
_HEAD = 3_000
_MASTHEAD = 6_000
# Where a page of the web and a notice say their day: 发布时间：…, or the day alone on a line.
_DATELINE = re.compile(r"(?:发布|时间|日期|来源)[^\n]{0,40}|^[\s　（(]*\d{4}[年/.-]\d{1,2}[月/.-](?:\d{1,2}日?)?[\s　)）]*$", re.M)
_PROFILE_LINES = 6
_PROFILE_WIDTH = 45


def read(path: Path, *, source: str | None = None, edition: str | None = None) -> Reading:
    """Read an edition of the union press.

    Args:
        path: a text file.
        source: the id of its periodical; found in the text by default.
        edition: its label; by default the month that the edition gives, else the hash of the text.

    Raises:
        InputError: the file cannot be read as text, or there is no such source.
    """
    text, encoding = read_text(path)
    periodical = source_of(text, source)
    issued = edition_month(text[:_MASTHEAD], periodical.edition) or (edition if edition and is_partial_date(edition) else "")
    month = issued if periodical.id != UNKNOWN else ""
    label = edition or month or hashlib.sha256(text.encode()).hexdigest()[:16]
    issued = issued or first_date(" ".join(_DATELINE.findall(text[:_MASTHEAD])))
    return _Reader(text, periodical, label, issued).reading(encoding)


class _Reader:
    """All that is asked while one edition is read."""

    def __init__(self, text: str, source: PressSource, label: str, issued: str) -> None:
        self.text, self.source, self.label, self.issued = text, source, label, issued
        self.model, places = Model.load(), Places(source)
        self.places, self.names = places, Names(places)
        self.organisations = Organisations(places, self.names)
        self.people = People(self.names, self.organisations, Honours(self.model, places))
        self.appointments = Appointments(self.people)
        self.events = Events(self.organisations, places)
        self.reference = issued or first_date(text)
        self.home = {} if source.province else home_of(places, text[:_HEAD])
        self.notices: list[Notice] = []
        self.apart: list[tuple[str, str]] = []

    def reading(self, encoding: str) -> Reading:
        """The whole edition."""
        found = documents(self.text, edition_id(self.source.id, self.label), self.issued)
        claims = tuple(claim for document in found for claim in self._document(document))
        title = f"{self.source.name} {self.label}"
        return Reading(
            self.text, encoding, self.source.id, self.label, title, self.issued, found, claims, tuple(self.notices), tuple(self.apart)
        )

    def _document(self, document: Document) -> list[Claim]:
        claims = Claims(document, self.model)
        if document.kind == "masthead":
            self._masthead(document, claims)
        elif document.kind != "contents":
            _Pages(self, document, claims).read()
        return claims.made

    def context(self, title: str = "") -> Context:
        """What is known before a document is read: the home of the periodical, and the divisions of the title."""
        home = dict(self.home)
        for _, full, _ in self.places.named(title):
            home.update({k: v for k, v in divisions_of(self.places, full).items() if k != "省"})
        return Context(self.places, home)

    def _masthead(self, document: Document, claims: Claims) -> None:
        for kind, value in sheets.masthead(list(lines(self.text, document.start, document.end)), self.names):
            span = (Span(value.start, value.end),)
            if kind == "people":
                claims.entity("Person", normal_name(value.words), span)
            else:
                found = self.organisations.ending_at(value.words, len(value.words), self.context())
                name = found.name if found is not None and found.start == 0 else normal_name(value.words)
                class_name = self.model.by_notation[self.organisations.kind_of(name)].name
                claims.entity(class_name, name, span, written=value.words)


class _Pages:
    """One document of running text, with what it has told so far."""

    def __init__(self, reader: _Reader, document: Document, claims: Claims) -> None:
        self.reader, self.document, self.claims = reader, document, claims
        self.context, self.known = reader.context(document.title), Known()
        self.event: Event | None = None
        self.activity, self.whole, self.contest = "", "", ""
        self.reference = document.issued or first_date(reader.text[document.start : document.end]) or reader.reference
        self.cites = False

    def read(self) -> None:
        """Read all paragraphs; who is named only further down is known from the first one on."""
        reader, document = self.reader, self.document
        found = list(paragraphs(reader.text, document.start, document.end))
        rows = list(lines(reader.text, document.start, document.end))
        self._tables(rows)
        self._profiles(rows)
        self._rolls(rows)
        for paragraph in found:
            self._bylines(paragraph)
            for one in reader.organisations.introduce(paragraph.text, self.context):
                self.claims.organisation(paragraph, one)
            if not _is_reference(paragraph.text):
                reader.people.find(paragraph.text, self.context, self.known)
        self.context.restart()
        for paragraph in found:
            if _REFERENCES.match(paragraph.text):
                self.cites = True
            elif self.cites and _is_reference(paragraph.text):
                self._reference(paragraph)
            elif "\t" not in paragraph.text:
                self._paragraph(paragraph)

    def _paragraph(self, paragraph: Paragraph) -> None:
        reader, text = self.reader, paragraph.text
        bodies = self._bodies(text)
        people = reader.people.find(text, self.context, self.known)
        events = list(reader.events.find(text, self.reference, people, bodies, self.contest))
        if not reader.source.province and events:
            self.reference = events[-1].dated.start
        mentions = {p.start: self.claims.person(paragraph, p) for p in people}
        for body in bodies:
            self._body(paragraph, body)
        for person in people:
            day = next((e.dated.start for e in reversed(events) if e.dated.begins <= person.start), "")
            self._posts(paragraph, person, mentions[person.start], day)
        self._granted(paragraph, people, mentions)
        self._taken(paragraph, people, mentions, bodies)
        self._doings(paragraph, people, bodies, mentions, events)

    def _doings(
        self, paragraph: Paragraph, people: list[Person], bodies: list[Organisation], mentions: dict[int, str], events: list[Event]
    ) -> None:
        """What people did: at the event of the paragraph, and, where they speak or report, at the one told before."""
        edges = [*(e.dated.begins for e in events), len(paragraph.text)]
        self._parts(paragraph, people, bodies, mentions, (0, edges[0]), _SPEECH)
        if not events:
            self._organised_before(paragraph, bodies)
        for event, end in zip(events, edges[1:], strict=True):
            self.event, self.activity = event, self._tell(paragraph, event)
            self.contest = event.competition or self.contest
            self._parts(paragraph, people, bodies, mentions, (event.dated.ends, end), ())

    def _parts(
        self,
        paragraph: Paragraph,
        people: list[Person],
        bodies: list[Organisation],
        mentions: dict[int, str],
        within: tuple[int, int],
        roles: tuple[str, ...],
    ) -> None:
        """The parts that people had within a range, all or those of some roles."""
        if self.event is None:
            return
        for part in self.reader.events.parts(paragraph.text[: within[1]], people, bodies, within[0]):
            if not roles or part.role in roles:
                self._part(paragraph, part, mentions[part.person.start])

    def _organised_before(self, paragraph: Paragraph, bodies: list[Organisation]) -> None:
        """本次大赛由某某主办, told in a paragraph of its own."""
        if self.event is None or not self.reader.events.speaks_of(paragraph.text):
            return
        for body, role, end in self.reader.events.organisers(paragraph.text, bodies):
            self._organiser(paragraph, body, role, end, self.whole or self.activity)

    def _body(self, paragraph: Paragraph, body: Organisation) -> str:
        """Name a body, and the one that it is a unit of."""
        if body.kind in ("department", "workshop"):
            whole = self.reader.organisations.inside(paragraph.text, body, self.context)
            if whole is not None:
                self.claims.organisation(paragraph, whole)
        return self.claims.organisation(paragraph, body)

    def _bodies(self, text: str) -> list[Organisation]:
        """The bodies of a paragraph."""
        return self.reader.organisations.find(text, self.context)

    def _tell(self, paragraph: Paragraph, event: Event) -> str:
        claims, day = self.claims, event.dated.start
        head = paragraph.span(event.dated.begins, event.dated.ends, "date")
        spans = run(paragraph, event.dated.begins, event.end, (event.start, event.end))
        spans = spans if len(spans) == 1 else (spans[0], head)
        parties = []
        if event.place is not None:
            name, start, end = event.place
            mention = claims.entity("Place", name, (paragraph.span(start, end),), written=paragraph.text[start:end])
            parties.append(Party("place", mention))
        if event.competition:
            values = [Value("ordinal", str(event.ordinal))] if event.ordinal else []
            whole = claims.entity("Competition", event.competition, (paragraph.span(event.start, event.end),), values=values)
            parties.append(Party("partOf", whole))
        values = [Value("kind", event.kind), Value("start", day)]
        values += [Value("end", event.dated.end)] if event.dated.end else []
        values += [Value("venue", event.venue[0])] if event.venue else []
        values += [Value("ordinal", str(event.ordinal))] if event.ordinal and not event.competition else []
        values = [v for v in values if v.property not in ("start", "end") or is_partial_date(v.value)]
        mention = claims.entity("Event", event.name, spans, values=values, parties=parties, key=f"{event.name} {day}", attested=day)
        self.whole = parties[-1].mention if event.competition else mention
        for body, role, end in event.organisers:
            self._organiser(paragraph, body, role, end, self.whole)
        return mention

    def _organiser(self, paragraph: Paragraph, body: Organisation, role: str, end: int, activity: str) -> None:
        assert self.event is not None or activity
        self.claims.fact(
            "Organising",
            run(paragraph, body.start, end, (body.start, body.end)),
            {"organization": self.claims.organisation(paragraph, body), "activity": activity},
            {"role": role},
            attested=self.event.dated.start if self.event is not None else "",
        )

    def _posts(self, paragraph: Paragraph, person: Person, mention: str, day: str) -> None:
        for post in person.posts:
            organisation = self._body(paragraph, post.organisation)
            start = min(post.organisation.start, post.start)
            self.claims.fact(
                "Tenure",
                run(paragraph, start, max(person.end, post.end), (start, post.end)),
                {"holder": mention, "organization": organisation},
                {"title": post.title, "former": "true" if post.former else ""},
                attested="" if post.former else day,
            )
        for honour in person.honours:
            self.claims.fact(
                "Award",
                run(paragraph, honour.start, max(person.end, honour.end), (honour.start, honour.end)),
                {"recipient": mention, "honour": self.claims.honour(paragraph, honour)},
                {"year": honour.year},
            )

    def _granted(self, paragraph: Paragraph, people: list[Person], mentions: dict[int, str]) -> None:
        """Honours after the name: 某某荣获全国五一劳动奖章."""
        for honour in self.reader.people.honours.find(paragraph.text):
            before = [p for p in people if p.end <= honour.start]
            if before and _GRANTED.match(paragraph.text[before[-1].end : honour.start]):
                person = before[-1]
                self.claims.fact(
                    "Award",
                    (paragraph.span(person.start, honour.end),),
                    {"recipient": mentions[person.start], "honour": self.claims.honour(paragraph, honour)},
                    {"year": honour.year},
                )

    def _taken(self, paragraph: Paragraph, people: list[Person], mentions: dict[int, str], bodies: list[Organisation]) -> None:
        """Posts that are taken or left."""
        for one in self.reader.appointments.find(paragraph.text, people, bodies, self.context):
            former = "true" if one.post.former else ""
            self.claims.fact(
                "Tenure",
                run(paragraph, one.start, one.end, (one.person.start, one.person.end)),
                {"holder": mentions[one.person.start], "organization": self._body(paragraph, one.post.organisation)},
                {"title": one.post.title, "former": former, "end" if former else "start": one.since},
            )

    def _part(self, paragraph: Paragraph, part: Part, mention: str) -> None:
        behalf = self.claims.organisation(paragraph, part.on_behalf_of) if part.on_behalf_of else ""
        assert self.event is not None
        self.claims.fact(
            "Participation",
            run(paragraph, part.start, part.end, (part.person.start, part.person.end)),
            {"agent": mention, "activity": self.activity, "onBehalfOf": behalf},
            {"role": part.role},
            attested=self.event.dated.start,
        )

    def _bylines(self, paragraph: Paragraph) -> None:
        for start, end in sheets.bylines(paragraph, self.reader.names):
            person = Person(paragraph.text[start:end], start, end, start)
            self.claims.person(paragraph, person)
        for start, end in sheets.media(paragraph):
            self.claims.organisation(paragraph, Organisation(start, end, paragraph.text[start:end], "media"))

    def _reference(self, paragraph: Paragraph) -> None:
        authors, publishers = sheets.reference(paragraph, self.reader.names)
        for start, end in authors:
            self.claims.person(paragraph, Person(paragraph.text[start:end], start, end, start), layer="cite")
        for start, end in publishers:
            self.claims.organisation(paragraph, Organisation(start, end, paragraph.text[start:end], "media"))
        if not authors:
            for body in self.reader.organisations.find(paragraph.text[:60], self.context):
                self.claims.organisation(paragraph, body)

    def _tables(self, rows: list[Line]) -> None:
        for row in rows:
            if "\t" in row.text:
                for value in sheets.table_people(row, self.reader.names):
                    self.claims.entity("Person", value.words, (Span(value.start, value.end),), method="table")

    def _rolls(self, rows: list[Line]) -> None:
        """Rolls of honour; two entries of one name are two people."""
        met: dict[str, list[str]] = {}
        for entry in rolls(rows, self.reader.people.honours, self.reader.names):
            paragraph = Paragraph(fold_width(entry.line.text), tuple(range(entry.line.start, entry.line.end)))
            heading = Span(entry.heading.start + entry.honour.start, entry.heading.start + entry.honour.end, "heading")
            head = Paragraph(entry.heading.text, tuple(range(entry.heading.start, entry.heading.end)))
            if entry.name == (0, 0):
                start, end = entry.body
                kind = self.reader.organisations.kind_of(paragraph.text[start:end])
                recipient = self.claims.organisation(paragraph, Organisation(start, end, paragraph.text[start:end], kind))
                span = paragraph.span(start, end)
            else:
                start, end = entry.name
                name = re.sub(r"[\s　]", "", paragraph.text[start:end])
                others = met.setdefault(name, [])
                person = Person(name, start, end, start, gender=entry.gender)
                recipient = self.claims.person(paragraph, person, method="table", number=len(others) + 1)
                self.reader.apart += [(other, recipient) for other in others]
                others.append(recipient)
                self.known.names.add(name)
                span = paragraph.span(start, end)
                self._roll_posts(paragraph, entry.body[1], span, recipient)
            parties = {"recipient": recipient, "honour": self.claims.honour(head, entry.honour)}
            self.claims.fact("Award", (span, heading), parties, {"year": entry.year}, method="table")

    def _roll_posts(self, paragraph: Paragraph, end: int, name: Span, mention: str) -> None:
        for post in self.reader.people.chain(paragraph.text, end, self.context).posts:
            self.claims.fact(
                "Tenure",
                (paragraph.span(post.organisation.start, post.end), Span(name.start, name.end, "antecedent")),
                {"holder": mention, "organization": self._body(paragraph, post.organisation)},
                {"title": post.title},
                method="table",
            )

    def _profiles(self, rows: list[Line]) -> None:
        """Lists of honoured people: a name alone on a line, below it bodies with titles, and honours with their years."""
        for block in _blocks(rows, self.reader.names):
            head, *below = (Paragraph(r.text, tuple(range(r.start, r.end))) for r in block)
            hit = re.match(r"[\s　]*([\u3400-\u9fff·]{2,6})(?:[（(](女|男)[)）])?", head.text)
            honours = [(p, h) for p in below for h in self.reader.people.honours.find(p.text)]
            if hit is None or not honours:
                continue
            person = Person(hit[1], hit.start(1), hit.end(1), hit.start(1), gender=hit[2] or "")
            mention = self.claims.person(head, person)
            self.known.names.add(hit[1])
            name = head.span(person.start, person.end, "antecedent")
            for paragraph, honour in honours:
                self.claims.fact(
                    "Award",
                    (paragraph.span(honour.start, honour.end), name),
                    {"recipient": mention, "honour": self.claims.honour(paragraph, honour)},
                    {"year": honour.year},
                )
            for paragraph in below:
                for post in self.reader.people.chain(paragraph.text, len(paragraph.text.rstrip("、，, 　")), self.context).posts:
                    self.claims.fact(
                        "Tenure",
                        (paragraph.span(post.organisation.start, post.end), name),
                        {"holder": mention, "organization": self.claims.organisation(paragraph, post.organisation)},
                        {"title": post.title, "former": "true" if post.former else ""},
                    )


def _blocks(rows: list[Line], names: Names) -> Iterator[list[Line]]:
    """Runs of short lines that begin with a name alone."""
    block: list[Line] = []
    for row in rows:
        word = re.sub(r"[（(][女男][)）]", "", row.text).strip()
        if names.is_name(word):
            if len(block) > 1:
                yield block
            block = [row]
        elif block and len(row.text) <= _PROFILE_WIDTH and "。" not in row.text and len(block) <= _PROFILE_LINES:
            block.append(row)
        else:
            if len(block) > 1:
                yield block
            block = []
    if len(block) > 1:
        yield block


def _is_reference(text: str) -> bool:
    return re.match(r"[\s　]*(?:\[\d{1,3}\]|\d{1,3}[.．])", text) is not None and re.search(r"\[[A-Z]\]|\d{4}", text) is not None
