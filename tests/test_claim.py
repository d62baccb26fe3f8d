from __future__ import annotations

from dataclasses import replace

from kg.claim import Value
from kg.document import Span, quote
from tests.readings import meeting


def test_the_key_is_what_is_said_and_the_id_also_where() -> None:
    claim = meeting().claims[-1]
    moved = replace(claim, spans=(Span(900, 910),))
    assert moved.key == claim.key
    assert moved.id != claim.id


def test_another_value_is_another_key() -> None:
    claim = meeting().claims[-1]
    other = replace(claim, values=(Value("role", "spoke"),))
    assert other.key != claim.key


def test_the_order_of_values_and_parties_changes_nothing() -> None:
    claim = meeting().claims[-1]
    turned = replace(claim, parties=tuple(reversed(claim.parties)))
    assert turned.id == claim.id


def test_a_quote_is_the_text_of_its_spans_without_line_breaks() -> None:
    assert quote("省总\n工会主席，会议", (Span(0, 7), Span(8, 10, "antecedent"))) == "省总工会主席会议"
