"""Claims in the making: each mention is named once for each form, each fact bears the shortest run that states it."""

from __future__ import annotations

from collections.abc import Iterable

from kg.claim import Claim, Method, Party, Value
from kg.document import Document, Span
from kg.ids import mention_id
from kg.model import Model
from kg.values import normal_name
from loaders.press.bodies.organisation import Organisation
from loaders.press.flow import Paragraph
from loaders.press.honours import Honour
from loaders.press.person import Person

LONGEST_QUOTE = 120

_LEVELS = (
    ("中华全国总工会", "national"),
    ("省总工会", "provincial"),
    ("自治区总工会", "provincial"),
    ("市总工会", "municipal"),
    ("州总工会", "municipal"),
    ("区总工会", "county"),
    ("县总工会", "county"),
    ("街道总工会", "township"),
    ("镇总工会", "township"),
    ("产业工会", "industry"),
    ("工业工会", "industry"),
    ("教育工会", "industry"),
    ("公司工会", "enterprise"),
    ("集团工会", "enterprise"),
)


class Claims:
    """The claims of one document.

    Args:
        document: in which all of them stand.
        model: says which class a kind is, and what identifies it.
    """

    def __init__(self, document: Document, model: Model) -> None:
        self.document, self.model = document, model
        self.made: list[Claim] = []
        self._forms: set[tuple[str, str]] = set()
        self._found: dict[str, tuple[int, Method]] = {}

    def entity(
        self,
        class_name: str,
        name: str,
        spans: tuple[Span, ...],
        *,
        written: str = "",
        values: Iterable[Value] = (),
        parties: Iterable[Party] = (),
        layer: str = "act",
        key: str = "",
        mention: str = "",
        number: int = 1,
        method: Method = "rule",
        confidence: int = 100,
        attested: str = "",
    ) -> str:
        """Name an entity, once for each form and once more for each further thing said of it; return its mention id.

        Args:
            written: the form in the text, told as an alias where it is another name.
            number: from 1, among namesakes that the text tells apart.
            key: what the mention is known by, where that is more than its name (an event's day).
            mention: its id, where the thing is one of all documents (a periodical that no source describes).
        """
        mention = mention or mention_id(self.document.id, layer, self.model[class_name].identity_class, key or name, number)
        said = [Value("name", name), *values]
        says_more = len(said) > 1
        form = normal_name(written)
        if form and form != name:
            said.append(Value("alias", form))
        more = tuple(parties)
        told = (mention, "" if method == "inferred" else form or name)
        if told not in self._forms or says_more or more:
            self._forms.add(told)
            self._add(class_name, spans, mention, more, tuple(said), method, attested, confidence)
            self._found[mention] = max(self._found.get(mention, (0, method)), (confidence, method))
        return mention

    def fact(
        self,
        class_name: str,
        spans: tuple[Span, ...],
        parties: dict[str, str],
        values: dict[str, str],
        *,
        method: Method = "rule",
        attested: str = "",
    ) -> None:
        """State a fact between mentions; what is empty is left out. It is no surer than the names of its parties."""
        ends = tuple(Party(k, v) for k, v in parties.items() if v)
        said = tuple(Value(k, v) for k, v in values.items() if v)
        confidence, way = min((self._found[p.mention] for p in ends if p.mention in self._found), default=(100, method))
        self._add(class_name, spans, "", ends, said, way if (method, way) == ("rule", "tagger") else method, attested, confidence)

    def person(self, paragraph: Paragraph, person: Person, *, layer: str = "act", method: Method = "rule", number: int = 1) -> str:
        """Name a person; ``number`` from 1 among namesakes that the text tells apart."""
        values = [Value("gender", "female" if person.gender == "女" else "male")] if person.gender else []
        spans = (paragraph.span(person.start, person.end),)
        way, name = person.method if method == "rule" else method, normal_name(person.name)
        return self.entity("Person", name, spans, values=values, layer=layer, method=way, number=number, confidence=person.confidence)

    def mention_of(self, name: str, number: int) -> str:
        """The mention of one of the document's namesakes, from 1."""
        return mention_id(self.document.id, "act", self.model["Person"].identity_class, normal_name(name), number)

    def organisation(self, paragraph: Paragraph, one: Organisation) -> str:
        """Name an organisation, a union with its level."""
        class_name = self.model.by_notation[one.kind].name
        level = next((level for ending, level in _LEVELS if one.name.endswith(ending)), "") if one.kind == "union" else ""
        written = paragraph.text[one.start : one.end] if one.method != "inferred" else ""
        values = [Value("level", level)] if level and not self.named(class_name, one.name) else []
        spans = (paragraph.span(one.start, one.end),)
        return self.entity(class_name, one.name, spans, written=written, values=values, method=one.method, confidence=one.confidence)

    def honour(self, paragraph: Paragraph, honour: Honour) -> str:
        """Name an honour."""
        return self.entity("Honour", honour.name, (paragraph.span(honour.start, honour.end),))

    def knows(self, mention: str) -> bool:
        """Whether a mention was named in this document."""
        return mention in self._found

    def named(self, class_name: str, name: str) -> str:
        """The mention of an entity that this document has named already, or nothing."""
        mention = mention_id(self.document.id, "act", self.model[class_name].identity_class, name)
        return mention if self.knows(mention) else ""

    def _add(
        self,
        class_name: str,
        spans: tuple[Span, ...],
        mention: str,
        parties: tuple[Party, ...],
        values: tuple[Value, ...],
        method: Method,
        attested: str,
        confidence: int,
    ) -> None:
        self.made.append(Claim(class_name, self.document.id, mention, parties, values, spans, method, confidence, attested))


def run(paragraph: Paragraph, start: int, end: int, core: tuple[int, int]) -> tuple[Span, ...]:
    """The run as one span; where it is longer than a quote may be, its core, and the rest of it as a further span."""
    if end - start <= LONGEST_QUOTE:
        return (paragraph.span(start, end),)
    first, last = core
    tail = max(last, end - LONGEST_QUOTE // 4)
    return (paragraph.span(first, last), paragraph.span(tail, end, "continuation")) if tail < end else (paragraph.span(first, last),)
