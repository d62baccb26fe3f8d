"""The shapes: small made data that keeps to them, and one fault at a time that each must find."""

from __future__ import annotations

import pyshacl
import pytest
from rdflib import SH, BNode, Graph, URIRef

from kg.model import BASE, Model, ontology_folder

PREFIXES = """
@prefix ug: <https://w3id.org/union-graph/ontology/> .
@prefix id: <https://w3id.org/union-graph/id/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix gender: <https://w3id.org/union-graph/code/gender/> .
@prefix kind: <https://w3id.org/union-graph/code/eventKind/> .
@prefix document: <https://w3id.org/union-graph/code/documentKind/> .
@prefix part: <https://w3id.org/union-graph/code/participationRole/> .
@prefix organising: <https://w3id.org/union-graph/code/organisingRole/> .
@prefix author: <https://w3id.org/union-graph/code/authorRole/> .
@prefix editorial: <https://w3id.org/union-graph/code/publicationRole/> .
@prefix programme: <https://w3id.org/union-graph/code/programmeKind/> .
@prefix project: <https://w3id.org/union-graph/code/projectKind/> .
@prefix work: <https://w3id.org/union-graph/code/workKind/> .
@prefix level: <https://w3id.org/union-graph/code/competitionLevel/> .
@prefix bound: <https://w3id.org/union-graph/code/bound/> .
@prefix succession: <https://w3id.org/union-graph/code/successionKind/> .
"""

GOOD = {
    "edition": 'id:edition a ug:Edition ; ug:name "江海工运 2025年第11期" ; ug:issued "2025-11"^^ug:partialDate .',
    "document": "id:document a ug:Document ; ug:documentKind document:chronicle ; ug:partOf id:edition .",
    "person": 'id:person a ug:Person ; ug:name "沈望舒" ; ug:gender gender:female .',
    "union": 'id:union a ug:Union ; ug:name "江海省总工会" ; ug:alias "省总工会" .',
    "honour": 'id:honour a ug:Honour ; ug:name "江海省五一劳动奖章" .',
    "place": 'id:place a ug:Place ; ug:name "临江市" .',
    "event": 'id:event a ug:Event ; ug:name "推进会" ; ug:kind kind:meeting ; ug:place id:place ; ug:ordinal 3 ;'
    ' ug:start "2025-11-12"^^ug:partialDate ; ug:end "2025-11"^^ug:partialDate .',
    "tenure": 'id:tenure a ug:Tenure ; ug:holder id:person ; ug:organization id:union ; ug:title "常务副主席" ; ug:former false ;'
    ' ug:start "2021"^^ug:partialDate ; ug:attestedFrom "2025-11-12"^^ug:partialDate ; ug:attestedTo "2025-11-28"^^ug:partialDate .',
    "award": "id:award a ug:Award ; ug:recipient id:person ; ug:honour id:honour ; ug:granter id:union ; ug:year 2020 , 2022 .",
    "participation": "id:participation a ug:Participation ; ug:agent id:person ; ug:activity id:event ; ug:role part:chaired .",
    "organising": "id:organising a ug:Organising ; ug:organization id:union ; ug:activity id:event ; ug:role organising:host .",
    "competition": 'id:competition a ug:Competition ; ug:name "焊接技能大赛" ; ug:competitionLevel level:provincial ; ug:year 2025 .',
    "programme": 'id:programme a ug:Programme ; ug:name "求学圆梦行动" ; ug:programmeKind programme:campaign .',
    "project": 'id:project a ug:Project ; ug:name "云岭大桥" ; ug:projectKind project:engineering ; ug:organization id:enterprise .',
    "enterprise": 'id:enterprise a ug:Enterprise ; ug:name "江海重工集团有限公司" ; ug:creditCode "91440000190000000A" ;'
    " ug:place id:place .",
    "work": 'id:work a ug:CitedWork ; ug:name "工会法" ; ug:workKind work:regulation .',
    "prize": 'id:prize a ug:PrizeResult ; ug:recipient id:person ; ug:competition id:competition ; ug:item "电焊" ; ug:prize "一等奖" .',
    "involvement": 'id:involvement a ug:Involvement ; ug:agent id:person ; ug:project id:project ; ug:title "总工程师" .',
    "authorship": "id:authorship a ug:Authorship ; ug:agent id:person ; ug:work id:document ; ug:role author:author ;"
    ' ug:affiliation "省总" .',
    "affiliation": 'id:affiliation a ug:Affiliation ; ug:person id:person ; ug:organization id:enterprise ; ug:occupation "焊工" .',
    "membership": "id:membership a ug:Membership ; ug:member id:enterprise ; ug:whole id:union .",
    "publication role": "id:editing a ug:PublicationRole ; ug:agent id:person ; ug:publication id:edition ; ug:role editorial:editor .",
    "quotation": 'id:quotation a ug:Quotation ; ug:speaker id:person ; ug:text "工会是职工的家。" .',
    "observation": 'id:observation a ug:Observation ; ug:subject "江海省" ; ug:metric "会员" ; ug:value 480000.0 ; ug:unit "人" ;'
    " ug:bound bound:over .",
    "naming": 'id:naming a ug:Naming ; ug:entity id:enterprise ; ug:name "江海重型机器厂" .',
    "succession": "id:succession a ug:Succession ; ug:predecessor id:union ; ug:successor id:enterprise ;"
    " ug:successionKind succession:renaming .",
    "evidence": "id:evidence a ug:Evidence ; ug:states id:tenure ; ug:statedIn id:document ; ug:version 1 ; ug:spanStart 10 ;"
    ' ug:spanEnd 14 ; ug:quote "沈望舒主" ; ug:method "rule" ; ug:sheet "干部" ; ug:row 7 ; ug:columns "B D" ;'
    ' ug:confidence 100 ; ug:recordedFrom "2025-12-01T00:00:00Z"^^xsd:dateTime .',
    "more evidence": "\n".join(
        f"id:evidence-{fact} a ug:Evidence ; ug:states id:{fact} ; ug:statedIn id:document ; ug:spanStart 10 ; ug:spanEnd 14 ;"
        ' ug:quote "主持" ; ug:recordedFrom "2025-12-01T00:00:00Z"^^xsd:dateTime .'
        for fact in (
            *("award", "participation", "organising", "prize", "involvement", "authorship", "affiliation", "membership"),
            *("editing", "quotation", "observation", "naming", "succession"),
        )
    ),
}

FAULTS = [
    ("Named-name", "place", 'ug:name "临江市"', 'ug:alias "临江市"'),
    ("Named-name", "union", 'ug:name "江海省总工会"', 'ug:name "江海省总工会" , "江海总工会"'),
    ("Document-documentKind", "document", "document:chronicle", "kind:meeting"),
    ("Document-partOf", "document", " ; ug:partOf id:edition", ""),
    ("Person-gender", "person", "gender:female", "kind:meeting"),
    ("Union-level", "union", "ug:alias", "ug:level gender:male ; ug:alias"),
    ("Activity-kind", "event", "kind:meeting", "part:chaired"),
    ("Activity-ordinal", "event", "ug:ordinal 3", "ug:ordinal 0"),
    ("Activity-place", "event", "ug:place id:place", "ug:place id:union"),
    ("Fact-evidence", "evidence", "ug:states id:tenure", "ug:states id:person"),
    ("Tenure-holder", "tenure", "ug:holder id:person ;", ""),
    ("Tenure-holder", "tenure", "ug:holder id:person", "ug:holder id:union"),
    ("Tenure-organization", "tenure", "ug:organization id:union", "ug:organization id:union , id:elsewhere"),
    ("Tenure-title", "tenure", '"常务副主席"', '"党组书记" , "常务副主席"'),
    ("Tenure-former", "tenure", "ug:former false", 'ug:former "no"'),
    ("Award-recipient", "award", "ug:recipient id:person ;", ""),
    ("Award-honour", "award", "ug:honour id:honour", "ug:honour id:place"),
    ("Award-granter", "award", "ug:granter id:union", "ug:granter id:person"),
    ("Award-year", "award", "2020 , 2022", "20"),
    ("Participation-agent", "participation", "ug:agent id:person", "ug:agent id:event"),
    ("Participation-activity", "participation", "ug:activity id:event ;", ""),
    ("Participation-role", "participation", "part:chaired", "organising:host"),
    ("Participation-role", "participation", "part:chaired", "part:spoke , part:attended"),
    ("Participation-onBehalfOf", "participation", "ug:role", "ug:onBehalfOf id:person ; ug:role"),
    ("Organising-organization", "organising", "ug:organization id:union", "ug:organization id:person"),
    ("Organising-activity", "organising", "ug:activity id:event ;", ""),
    ("Organising-role", "organising", "organising:host", "part:chaired"),
    ("Competition-competitionLevel", "competition", "level:provincial", "level:provincial , level:national"),
    ("Programme-programmeKind", "programme", "programme:campaign", "kind:training"),
    ("Project-projectKind", "project", "project:engineering", "work:paper"),
    ("Project-organization", "project", "ug:organization id:enterprise", "ug:organization id:person"),
    ("CitedWork-workKind", "work", "work:regulation", "project:research"),
    ("Organization-place", "enterprise", "ug:place id:place", "ug:place id:union"),
    ("Organization-creditCode", "enterprise", "91440000190000000A", "91440000190000000I"),
    ("PrizeResult-recipient", "prize", "ug:recipient id:person ;", ""),
    ("PrizeResult-competition", "prize", "id:competition", "id:event"),
    ("PrizeResult-item", "prize", '"电焊"', '"电焊" , "钳工"'),
    ("PrizeResult-prize", "prize", ' ; ug:prize "一等奖"', ""),
    ("Involvement-agent", "involvement", "ug:agent id:person", "ug:agent id:event"),
    ("Involvement-project", "involvement", "id:project", "id:work"),
    ("Authorship-agent", "authorship", "ug:agent id:person ;", ""),
    ("Authorship-work", "authorship", "id:document", "id:edition"),
    ("Authorship-role", "authorship", "author:author", "editorial:editor"),
    ("Authorship-affiliation", "authorship", '"省总"', '"省总" , "市总"'),
    ("Affiliation-person", "affiliation", "ug:person id:person ;", ""),
    ("Affiliation-organization", "affiliation", "id:enterprise", "id:person"),
    ("Membership-member", "membership", "ug:member id:enterprise", "ug:member id:person"),
    ("Membership-whole", "membership", " ; ug:whole id:union", ""),
    ("PublicationRole-agent", "publication role", "ug:agent id:person ;", ""),
    ("PublicationRole-publication", "publication role", "id:edition", "id:document"),
    ("PublicationRole-role", "publication role", "editorial:editor", "author:author"),
    ("Quotation-speaker", "quotation", "ug:speaker id:person", "ug:speaker id:event"),
    ("Quotation-text", "quotation", ' ; ug:text "工会是职工的家。"', ""),
    ("Observation-metric", "observation", 'ug:metric "会员" ;', ""),
    ("Observation-value", "observation", "480000.0", '"48万"'),
    ("Observation-bound", "observation", "bound:over", "level:national"),
    ("Naming-entity", "naming", "id:enterprise", "id:event"),
    ("Naming-name", "naming", ' ; ug:name "江海重型机器厂"', ""),
    ("Succession-predecessor", "succession", "id:union", "id:person"),
    ("Succession-successor", "succession", " ug:successor id:enterprise ;", ""),
    ("Succession-successionKind", "succession", "succession:renaming", "kind:meeting"),
    ("Dated-start", "event", '"2025-11-12"', '"2025-00-12"'),
    ("Dated-end", "event", '"2025-11"^^ug:partialDate', '"2025-11"'),
    ("Dated-issued", "edition", '"2025-11"', '"2025.11"'),
    ("Dated-attestedFrom", "tenure", '"2025-11-12"', '"11-12"'),
    ("Dated-attestedTo", "tenure", '"2025-11-28"', '"2025-11-32"'),
    ("Dated-startNotAfterEnd", "event", '"2025-11"^^', '"2024"^^'),
    ("Dated-startNotAfterEnd", "event", '"2025-11"^^', '"2025-Q3"^^'),
    ("Dated-startNotAfterEnd", "event", '"2025-11"^^', '"2021/2024"^^'),
    ("Dated-attestedFromNotAfterTo", "tenure", '"2025-11-28"', '"2025-11-11"'),
    ("Evidence-states", "evidence", "ug:states id:tenure", "ug:states id:tenure , id:person"),
    ("Evidence-statedIn", "evidence", "ug:statedIn id:document", "ug:statedIn id:edition"),
    ("Evidence-version", "evidence", "ug:version 1", "ug:version 0"),
    ("Evidence-spanStart", "evidence", "ug:spanStart 10", "ug:spanStart 15"),
    ("Evidence-spanStart", "evidence", "ug:spanStart 10 ;", ""),
    ("Evidence-spanEnd", "evidence", "ug:spanEnd 14", "ug:spanEnd 14 , 15"),
    ("Evidence-quote", "evidence", '"沈望舒主"', '""'),
    ("Evidence-sheet", "evidence", 'ug:sheet "干部"', 'ug:sheet "干部" , "职工"'),
    ("Evidence-row", "evidence", "ug:row 7", "ug:row 0"),
    ("Evidence-columns", "evidence", '"B D"', '"2, 4"'),
    ("Evidence-method", "evidence", '"rule"', '"guess"'),
    ("Evidence-confidence", "evidence", "ug:confidence 100", "ug:confidence 101"),
    ("Evidence-recordedFrom", "evidence", "^^xsd:dateTime", "^^xsd:string"),
    ("Evidence-recordedTo", "evidence", "ug:version 1", 'ug:version 1 ; ug:recordedTo "2026"'),
]


def read(*names: str) -> Graph:
    graph = Graph()
    for name in names:
        graph.parse(ontology_folder() / f"{name}.ttl", format="turtle")
    return graph


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return read("shapes")


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return read("core", "facts", "evidence", "assembled", "codes")


def broken_shapes(data: str, shapes: Graph, ontology: Graph) -> set[str]:
    """The names of the shapes that the Turtle does not keep to."""
    graph = ontology + Graph().parse(data=PREFIXES + data, format="turtle")
    conforms, report, _ = pyshacl.validate(graph, shacl_graph=shapes)
    assert isinstance(report, Graph)
    results = set(report.objects(None, SH.result))
    found = {s for r in results for p in (SH.sourceShape, SH.sourceConstraint) for s in report.objects(r, p)}
    found -= {s for s in found if (s, SH.sparql, None) in shapes}
    assert conforms == (not found)
    return {str(s).removeprefix(BASE + "shape/") for s in found}


def test_good_data_keeps_to_the_shapes(shapes: Graph, ontology: Graph) -> None:
    assert broken_shapes("\n".join(GOOD.values()), shapes, ontology) == set()


@pytest.mark.parametrize(("shape", "part", "right", "wrong"), FAULTS)
def test_a_fault_is_found_by_its_shape_alone(shape: str, part: str, right: str, wrong: str, shapes: Graph, ontology: Graph) -> None:
    data = GOOD | {part: GOOD[part].replace(right, wrong)}
    assert data[part] != GOOD[part]
    assert broken_shapes("\n".join(data.values()), shapes, ontology) == {shape}


def test_every_constraint_has_a_fault_that_it_finds(shapes: Graph) -> None:
    named = {*shapes.objects(None, SH.property), *shapes.objects(None, SH.sparql)}
    names = {str(s).removeprefix(BASE + "shape/") for s in named}
    assert {n for n in names if not n.startswith("code-")} == {shape for shape, *_ in FAULTS}


def test_every_shape_has_a_name_and_a_message_in_both_languages(shapes: Graph) -> None:
    assert not [node for triple in shapes for node in triple if isinstance(node, BNode)]
    for shape in {*shapes.objects(None, SH.property), *shapes.objects(None, SH.sparql)}:
        assert isinstance(shape, URIRef)
        assert sorted(str(getattr(m, "language", "")) for m in shapes.objects(shape, SH.message)) == ["en", "zh"], shape


def test_shapes_speak_only_of_terms_that_the_model_has(shapes: Graph) -> None:
    model = Model.load()
    terms = {o for p in (SH.path, SH["class"], SH.targetClass, SH.targetSubjectsOf) for o in shapes.objects(None, p)}
    names = {str(t).removeprefix(BASE + "ontology/") for t in terms if str(t).startswith(BASE)}
    assert names <= {c.name for c in model} | set(model.properties) | {"Evidence"}
    assert len(names) > 20
