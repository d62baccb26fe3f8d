"""The model that is read from the ontology: what the steps ask of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.model import Model, ontology_folder


@pytest.fixture(scope="module")
def model() -> Model:
    return Model.load()


def test_a_lineage_runs_from_the_class_to_thing(model: Model) -> None:
    assert model["Union"].lineage == ("Union", "Organization", "Agent", "Entity", "Thing")
    assert model["Tenure"].lineage == ("Tenure", "Fact", "Thing")


def test_every_class_is_an_entity_or_a_fact_or_their_root(model: Model) -> None:
    assert {c.name for c in model if not c.is_entity and not c.is_fact} == {"Thing"}
    assert not any(c.is_entity and c.is_fact for c in model)


def test_evidence_is_no_class_of_nodes(model: Model) -> None:
    assert "Evidence" not in model


@pytest.mark.parametrize(
    ("name", "identity_class", "identified_by"),
    [
        ("Union", "Organization", "name"),
        ("Enterprise", "Organization", "name"),
        ("Person", "Person", "mention"),
        ("Event", "Activity", "mention"),
        ("Competition", "Activity", "mention"),
        ("Honour", "Honour", "name"),
        ("Place", "Place", "name"),
        ("Tenure", "Tenure", ""),
    ],
)
def test_an_id_hashes_the_class_that_declares_what_identifies(model: Model, name: str, identity_class: str, identified_by: str) -> None:
    assert (model[name].identity_class, model[name].identified_by) == (identity_class, identified_by)


def test_facts_say_what_identifies_them(model: Model) -> None:
    facts = [c for c in model if c.is_fact and c.name != "Fact"]
    said = {
        "Tenure": ("holder", "organization", "title"),
        "Award": ("honour", "recipient"),
        "Participation": ("activity", "agent", "role"),
        "Organising": ("activity", "organization", "role"),
    }
    assert {c.name: c.identifying for c in facts if c.name in said} == said
    assert all(set(c.identifying) <= set(c.properties) for c in facts)


def test_the_words_of_the_form_of_facts_lead_to_classes(model: Model) -> None:
    words = {"person": "Person", "organisation": "Organization", "union": "Union", "post": "Tenure", "honour": "Award"}
    words |= {"event": "Event", "participation": "Participation", "organises": "Organising", "court": "Court"}
    assert {word: model.by_notation[word].name for word in words} == words


def test_a_fact_hangs_on_its_party_under_the_plural_unless_told_otherwise(model: Model) -> None:
    assert model.role_name(model["Tenure"], model.properties["holder"]) == "tenures"
    assert model.role_name(model["Participation"], model.properties["agent"]) == "participations"
    assert model.role_name(model["Participation"], model.properties["onBehalfOf"]) == "representations"
    assert model.role_name(model["Award"], model.properties["granter"]) == "grants"


def test_a_property_has_one_name_in_each_language_of_the_project(model: Model) -> None:
    prop = model.properties["onBehalfOf"]
    assert (prop.name, prop.python_name, prop.edge_type) == ("onBehalfOf", "on_behalf_of", "ON_BEHALF_OF")


def test_edges_and_values_are_told_apart_by_the_range(model: Model) -> None:
    tenure = model["Tenure"]
    assert {p.name for p in tenure.edges} == {"holder", "organization"}
    assert {p.name: p.datatype for p in tenure.values}.items() >= {"title": "string", "start": "date", "former": "boolean"}.items()
    assert model.properties["holder"].range == "Person"
    assert model.properties["role"].range == ""


def test_a_class_bears_what_its_parents_bear(model: Model) -> None:
    assert {"name", "alias", "level"} <= set(model["Union"].properties)
    assert "level" not in model["Enterprise"].properties


def test_a_list_is_told_from_one_value(model: Model) -> None:
    assert model.properties["alias"].many
    assert model.properties["year"].many
    assert not model.properties["name"].many


def test_the_evidence_edge_bears_values_only(model: Model) -> None:
    names = {p.name for p in model.evidence}
    assert {"spanStart", "spanEnd", "quote", "stated", "method", "confidence", "recordedFrom", "recordedTo"} <= names
    assert not names & {"states", "statedIn"}


def test_a_code_is_looked_up_in_all_lists_of_its_property(model: Model) -> None:
    role = model.properties["role"]
    chaired, host = model.concept(role, "chaired"), model.concept(role, "host")
    assert chaired is not None
    assert host is not None
    assert (chaired.scheme, chaired.label.zh) == ("participationRole", "主持")
    assert (host.scheme, host.label.zh) == ("organisingRole", "主办")
    assert model.concept(role, "slept") is None


def test_honours_are_listed_by_their_full_names(model: Model) -> None:
    honours = model.concepts["honour"]
    assert "全国劳模" in honours["全国劳动模范"].alternatives
    assert {"全国先进工作者", "全国五一劳动奖章", "全国五一劳动奖状", "全国工人先锋号", "大国工匠", "大国工匠年度人物"} <= set(honours)
    assert {"全国模范职工之家", "全国优秀工会工作者", "南粤工匠", "羊城工匠"} <= set(honours)
    assert {"{division}劳动模范", "{division}五一劳动奖章", "{short}工匠"} <= set(honours)


def test_leaves_are_the_class_and_all_below_it(model: Model) -> None:
    assert {c.name for c in model.leaves("Activity")} >= {"Activity", "Event", "Competition"}
    assert {c.name for c in model.leaves("Person")} == {"Person"}


def test_every_term_speaks_both_languages(model: Model) -> None:
    texts = [t for thing in (*model, *model.properties.values()) for t in (thing.label, thing.definition)]
    texts += [c.label for concepts in model.concepts.values() for c in concepts.values()]
    assert all(text.en and text.zh for text in texts)


def test_the_version_is_the_ontologys(model: Model) -> None:
    assert model.version == "0.1.0"


def test_a_parent_in_a_circle_is_refused(tmp_path: Path) -> None:
    for path in ontology_folder().glob("*.ttl"):
        (tmp_path / path.name).write_text(path.read_text("utf-8"), "utf-8")
    (tmp_path / "wrong.ttl").write_text(
        "@prefix ug: <https://w3id.org/union-graph/ontology/> .\n"
        "@prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        "ug:Hen a owl:Class ; rdfs:subClassOf ug:Egg .\nug:Egg a owl:Class ; rdfs:subClassOf ug:Hen .\n",
        "utf-8",
    )
    with pytest.raises(ValueError, match="circle"):
        Model.load(tmp_path)
