"""The questions: their form, and that they speak only of what the ontology has. Their answers are asserted where a store is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg.model import Model, ontology_folder

QUESTIONS = sorted((ontology_folder() / "questions").glob("*.cypher"))
WRITING = re.compile(r"\b(CREATE|MERGE|SET|DELETE|DETACH|REMOVE|DROP|LOAD|CALL|FOREACH)\b", re.IGNORECASE)


def statement(question: Path) -> str:
    return "\n".join(line for line in question.read_text("utf-8").splitlines() if not line.startswith("//"))


def defaults(question: Path) -> dict[str, str]:
    lines = question.read_text("utf-8").splitlines()
    return {m[1]: m[2] for line in lines if (m := re.fullmatch(r"// param: (\w+) = (.+)", line))}


def test_there_are_twenty_eight_questions_and_the_readme_names_each() -> None:
    readme = (ontology_folder() / "questions" / "README.md").read_text("utf-8")
    assert len(QUESTIONS) == 28
    assert all(f"`{question.stem}`" in readme for question in QUESTIONS)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.stem)
def test_a_question_is_asked_in_both_languages(question: Path) -> None:
    first, second, *_ = question.read_text("utf-8").splitlines()
    assert re.fullmatch(r"// 问: .+？", first)
    assert re.fullmatch(r"// Q: [A-Z].+\?", second)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.stem)
def test_a_question_has_a_default_for_each_parameter(question: Path) -> None:
    assert set(re.findall(r"\$(\w+)", statement(question))) == set(defaults(question))
    assert not any(value.startswith('"') for value in defaults(question).values())


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.stem)
def test_a_question_only_reads(question: Path) -> None:
    assert not WRITING.search(statement(question))


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.stem)
def test_a_question_speaks_of_the_ontology(question: Path) -> None:
    model = Model.load()
    text = statement(question)
    edges = {p.edge_type for p in model.properties.values() if p.is_edge} | {"STATED_IN"}
    assert set(re.findall(r"\(\w*:(\w+)", text)) <= {c.name for c in model}
    assert set(re.findall(r"\[\w*:(\w+)", text)) <= edges
    assert set(re.findall(r"\b[a-z]\w*\.(\w+)", text)) <= set(model.properties) | {"id"}


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.stem)
def test_an_answer_ends_with_the_place_that_states_it(question: Path) -> None:
    text = statement(question)
    columns = re.findall(r" AS (\w+)", text[text.index("RETURN") :])
    assert columns[-2:] == ["quote", "document"]
    assert "\nORDER BY " in text
