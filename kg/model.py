"""The model: what the ontology says, read once and asked by every step.

    model = Model.load()
    model["Tenure"].properties["holder"].range      # "Person"
    model["Union"].lineage                          # ("Union", "Organization", "Agent", "Entity", "Thing")

No other module names a class or a property that a rule does not need by name.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Literal

from rdflib import OWL, RDF, RDFS, SDO, SKOS, XSD, Graph, URIRef
from rdflib import Literal as RdfLiteral

BASE = "https://w3id.org/union-graph/"
ONTOLOGY = BASE + "ontology/"
CODE = BASE + "code/"
IDENTIFIER = BASE + "id/"

Datatype = Literal["string", "integer", "decimal", "boolean", "date", "datetime", "code", "entity"]
"""How a property's value is kept: ``date`` is a partial date as text, ``code`` a notation, ``entity`` an edge."""

_DOMAINS = (RDFS.domain, SDO.domainIncludes)
"""One class that has the property; or several, any of which may (RDFS would read several domains as all at once)."""

_DATATYPES: Mapping[URIRef, Datatype] = {
    XSD.string: "string",
    XSD.integer: "integer",
    XSD.decimal: "decimal",
    XSD.boolean: "boolean",
    XSD.dateTime: "datetime",
    URIRef(ONTOLOGY + "partialDate"): "date",
    SKOS.Concept: "code",
}


@dataclass(frozen=True, slots=True)
class Text:
    """A label or a definition in the two languages."""

    en: str
    zh: str


@dataclass(frozen=True, slots=True)
class Concept:
    """One entry of a code list: its notation is what the graph stores."""

    iri: str
    scheme: str
    notation: str
    label: Text
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Property:
    """What a class's things can bear.

    ``range`` names a class where ``datatype`` is ``entity``, else it is empty. ``many`` tells a list from one value;
    ``schemes`` names the code lists of a ``code``; ``role_name`` is set only where it is not the plural of the class. What is
    ``derived`` is never claimed; what is ``internal`` serves the engines and is neither shown nor exported.
    """

    name: str
    iri: str
    label: Text
    definition: Text
    domains: tuple[str, ...]
    datatype: Datatype
    range: str
    many: bool
    schemes: tuple[str, ...]
    role_name: str
    full_text: bool
    indexed: bool
    derived: bool
    internal: bool

    @property
    def python_name(self) -> str:
        """``onBehalfOf`` as ``on_behalf_of``."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", self.name).lower()

    @property
    def edge_type(self) -> str:
        """``onBehalfOf`` as ``ON_BEHALF_OF``."""
        return self.python_name.upper()

    @property
    def bounds(self) -> tuple[Property, ...]:
        """Of a partial date the first and the last day that it may mean, by which it is compared; nothing of other values."""
        if self.datatype != "date":
            return ()
        sides = (("First", "first day", "首日"), ("Last", "last day", "末日"))
        return tuple(
            replace(
                self,
                name=self.name + suffix,
                iri=self.iri + suffix,
                label=Text(f"{self.label.en}, {en}", f"{self.label.zh}{zh}"),
                datatype="string",
                derived=True,
                internal=True,
                indexed=self.indexed and suffix == "First",
            )
            for suffix, en, zh in sides
        )

    @property
    def is_edge(self) -> bool:
        """Whether the value is another thing of the graph."""
        return self.datatype == "entity"


@dataclass(frozen=True, slots=True)
class Class:
    """One class of the ontology, with what it inherits.

    ``lineage`` runs from the class itself up to ``Thing``; ``identifying`` is in the ontology's order of names;
    ``identified_by`` is ``name``, ``mention`` or empty; ``notation`` is the class's word in the form of facts.
    ``begins`` and ``ends`` name the properties that say when its things hold, ``during`` and ``since`` the party whose time,
    or whose begin, is theirs; what is ``momentary`` and has no end is over with the date on which it begins.
    """

    name: str
    iri: str
    label: Text
    definition: Text
    lineage: tuple[str, ...]
    plural: str
    caption: str
    notation: str
    identifying: tuple[str, ...]
    identified_by: str
    identity_class: str
    begins: tuple[str, ...]
    ends: str
    during: str
    since: str
    momentary: bool
    properties: Mapping[str, Property] = field(hash=False)

    @property
    def is_fact(self) -> bool:
        """Whether things of the class hold between entities."""
        return "Fact" in self.lineage

    @property
    def is_timed(self) -> bool:
        """Whether things of the class hold or take place for a time, and bear its bounds."""
        return "possibleFrom" in self.properties

    @property
    def is_entity(self) -> bool:
        """Whether things of the class are spoken of by sources."""
        return "Entity" in self.lineage

    @property
    def values(self) -> tuple[Property, ...]:
        """The properties that are kept on the node itself."""
        return tuple(p for p in self.properties.values() if not p.is_edge)

    @property
    def edges(self) -> tuple[Property, ...]:
        """The properties that are edges to other things."""
        return tuple(p for p in self.properties.values() if p.is_edge)


def ontology_folder() -> Path:
    """Where the Turtle stands: in the installed package, else in the checkout."""
    return data_folder("ontology")


def data_folder(name: str) -> Path:
    """A folder of the checkout (``ontology``, ``examples`` …) that the wheel carries as ``kg/_NAME``."""
    packaged = Path(str(files("kg"))) / f"_{name}"
    return packaged if packaged.is_dir() else Path(str(files("kg"))).parent / name


@dataclass(frozen=True)
class Model:
    """All classes, properties and code lists of the ontology."""

    classes: Mapping[str, Class]
    properties: Mapping[str, Property]
    concepts: Mapping[str, Mapping[str, Concept]]
    version: str
    digest: str
    """SHA-256 over the Turtle files, by which it is seen that the ontology changed."""

    def __getitem__(self, name: str) -> Class:
        return self.classes[name]

    def __iter__(self) -> Iterator[Class]:
        return iter(self.classes.values())

    def __contains__(self, name: str) -> bool:
        return name in self.classes

    @cached_property
    def evidence(self) -> tuple[Property, ...]:
        """The properties that the evidence edge bears."""
        return tuple(p for p in self.properties.values() if p.domains == ("Evidence",) and not p.is_edge)

    @cached_property
    def by_notation(self) -> Mapping[str, Class]:
        """Classes by their word in the form of facts: ``union`` is ``Union``, ``post`` is ``Tenure``."""
        return {c.notation: c for c in self if c.notation}

    def class_of(self, labels: Iterable[str]) -> Class | None:
        """The most specific class among a node's labels; None where it bears no class, as what is retracted."""
        found = [self.classes[label] for label in labels if label in self.classes]
        return max(found, key=lambda c: (len(c.lineage), c.name)) if len(found) > 1 else None

    def leaves(self, name: str) -> tuple[Class, ...]:
        """The class and all below it, by name."""
        return tuple(c for c in self if name in c.lineage)

    def role_name(self, fact: Class, prop: Property) -> str:
        """The name under which things of ``fact`` hang on the party that ``prop`` leads to."""
        return prop.role_name or fact.plural

    def concept(self, prop: Property, notation: str) -> Concept | None:
        """The entry of the property's code lists that has this notation, if any."""
        return next((c for s in prop.schemes if (c := self.concepts[s].get(notation)) is not None), None)

    @classmethod
    @lru_cache(maxsize=4)
    def load(cls, folder: Path | None = None) -> Model:
        """Read the Turtle files of ``folder``, by default those of the project."""
        graph, said = Graph(), hashlib.sha256()
        for path in sorted((folder or ontology_folder()).glob("*.ttl")):
            if path.name != "shapes.ttl":
                text = path.read_text(encoding="utf-8")
                graph.parse(data=text, format="turtle")
                said.update(text.encode())
        return _Reader(graph).model(said.hexdigest())


class _Reader:
    """Turns the graph of the Turtle files into a Model."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.class_iris = sorted(
            iri for iri in graph.subjects(RDF.type, OWL.Class) if str(iri).startswith(ONTOLOGY) and isinstance(iri, URIRef)
        )

    def model(self, digest: str) -> Model:
        concepts = self._concepts()
        stated = [self._property(iri) for iri in self._property_iris()]
        properties = {p.name: p for p in sorted((*stated, *(b for p in stated for b in p.bounds)), key=lambda p: p.name)}
        classes = {c.name: c for c in (self._class(iri, properties) for iri in self.class_iris) if c.name != "Evidence"}
        version = str(self.graph.value(URIRef(ONTOLOGY.rstrip("/")), OWL.versionInfo))
        return Model(classes, properties, concepts, version, digest)

    def _property_iris(self) -> list[URIRef]:
        found = {s for kind in (OWL.DatatypeProperty, OWL.ObjectProperty) for s in self.graph.subjects(RDF.type, kind)}
        return sorted(iri for iri in found if isinstance(iri, URIRef) and str(iri).startswith(ONTOLOGY))

    def _concepts(self) -> dict[str, dict[str, Concept]]:
        lists: dict[str, dict[str, Concept]] = {}
        for iri in sorted(self.graph.subjects(RDF.type, SKOS.ConceptScheme), key=str):
            lists[str(iri).removeprefix(CODE)] = {}
        for iri in sorted(self.graph.subjects(RDF.type, SKOS.Concept), key=str):
            scheme = str(self.graph.value(iri, SKOS.inScheme)).removeprefix(CODE)
            notation = str(self.graph.value(iri, SKOS.notation))
            others = tuple(sorted(str(o) for o in self.graph.objects(iri, SKOS.altLabel)))
            label = self._text(iri, SKOS.prefLabel)
            lists[scheme][notation] = Concept(str(iri), scheme, notation, label, others)
        return lists

    def _property(self, iri: URIRef) -> Property:
        target = self.graph.value(iri, RDFS.range)
        if not isinstance(target, URIRef):
            raise ValueError(f"{_local(iri)} has no range")
        datatype: Datatype = _DATATYPES.get(target, "entity")
        return Property(
            name=_local(iri),
            iri=str(iri),
            label=self._text(iri, RDFS.label),
            definition=self._text(iri, SKOS.definition),
            domains=tuple(sorted(_local(d) for p in _DOMAINS for d in self.graph.objects(iri, p))),
            datatype=datatype,
            range=_local(target) if datatype == "entity" else "",
            many=(iri, RDF.type, OWL.FunctionalProperty) not in self.graph,
            schemes=tuple(sorted(str(s).removeprefix(CODE) for s in self._annotation(iri, "scheme"))),
            role_name=self._one(iri, "roleName"),
            full_text=self._flag(iri, "fullText"),
            indexed=self._flag(iri, "indexed"),
            derived=self._flag(iri, "derived"),
            internal=self._flag(iri, "internal"),
        )

    def _class(self, iri: URIRef, properties: Mapping[str, Property]) -> Class:
        lineage = tuple(_local(i) for i in self._lineage(iri))
        identity = next((i for i in self._lineage(iri) if self._one(i, "identifiedBy")), None)
        identified_by = {"byName": "name", "byMention": "mention", "": ""}[self._one(identity, "identifiedBy") if identity else ""]
        inherited = {p.name: p for p in properties.values() if set(p.domains) & set(lineage)}
        return Class(
            name=_local(iri),
            iri=str(iri),
            label=self._text(iri, RDFS.label),
            definition=self._text(iri, SKOS.definition),
            lineage=lineage,
            plural=self._one(iri, "plural"),
            caption=next((c for i in self._lineage(iri) if (c := self._one(i, "caption"))), ""),
            notation=str(self.graph.value(iri, SKOS.notation) or ""),
            identifying=tuple(sorted({_local(p) for i in self._lineage(iri) for p in self._annotation(i, "identifying")})),
            identified_by=identified_by,
            identity_class=_local(identity) if identity else lineage[0],
            begins=next((b for i in self._lineage(iri) if (b := tuple(sorted(map(_local, self._annotation(i, "begins")))))), ()),
            ends=next((e for i in self._lineage(iri) if (e := self._one(i, "ends"))), ""),
            during=self._one(iri, "during"),
            since=self._one(iri, "since"),
            momentary=self._flag(iri, "momentary"),
            properties=dict(sorted(inherited.items())),
        )

    def _lineage(self, iri: URIRef) -> list[URIRef]:
        chain = [iri]
        while (parent := self.graph.value(chain[-1], RDFS.subClassOf)) is not None:
            if not isinstance(parent, URIRef) or parent in chain:
                raise ValueError(f"{_local(iri)} has a parent that is no class or stands in a circle")
            chain.append(parent)
        return chain

    def _annotation(self, iri: URIRef, name: str) -> list[str | URIRef]:
        return [o for o in self.graph.objects(iri, URIRef(ONTOLOGY + name)) if isinstance(o, (str, URIRef))]

    def _one(self, iri: URIRef, name: str) -> str:
        value = self.graph.value(iri, URIRef(ONTOLOGY + name))
        if value is None:
            return ""
        return _local(value) if isinstance(value, URIRef) else str(value)

    def _flag(self, iri: URIRef, name: str) -> bool:
        return bool(self.graph.value(iri, URIRef(ONTOLOGY + name)))

    def _text(self, iri: object, predicate: URIRef) -> Text:
        found = {o.language: str(o) for o in self.graph.objects(iri, predicate) if isinstance(o, RdfLiteral)}  # type: ignore[arg-type]
        return Text(en=found.get("en", ""), zh=found.get("zh", ""))


def _local(iri: object) -> str:
    return str(iri).rsplit("/", 1)[-1]
