"""Personal numbers: refused unless the description says what is to become of them, masked in remarks, told by no message."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.claim import Reading
from kg.claimtable import tabulate
from kg.errors import InputError
from loaders.roster.personal import is_identity_card, kind_of, masked, matching_key
from tests.loaders.roster.made import HEADING, POSTS, SECRET, csv, roster

CARD, MOBILE, BANK = "11010519491231002X", "13800138000", "6222020200112230"
SHEN = ["沈望舒", "江海省总工会", "常务副主席", "2021-06"]


def everything(reading: Reading) -> str:
    """All that is kept of a reading."""
    return reading.text + str(tabulate(reading).to_pylist()) + str(reading.notices)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (CARD, "identity-card"),
        ("110105491231002", "identity-card"),
        (MOBILE, "telephone"),
        ("+86 138 0013 8000", "telephone"),
        ("0755-12345678", "telephone"),
        (BANK, "bank"),
    ],
)
def test_personal_numbers_are_known_by_their_form_and_check(text: str, kind: str) -> None:
    assert kind_of(text) == kind


@pytest.mark.parametrize("text", ["110105194912310021", "11010519491331002X", "20210603", "6222020200112231", "91350100M000100Y43", "2021"])
def test_other_numbers_are_not(text: str) -> None:
    assert kind_of(text) is None


def test_an_identity_card_has_a_check_character() -> None:
    assert is_identity_card(CARD)
    assert not is_identity_card(CARD[:-1] + "1")


@pytest.mark.parametrize(
    ("heading", "cell"), [("身份证号", ""), ("手机", ""), ("银行卡号", ""), ("编号", CARD), ("备注", MOBILE), ("账户", BANK)]
)
def test_a_column_of_personal_numbers_is_refused_by_heading_or_content(heading: str, cell: str, tmp_path: Path) -> None:
    described = POSTS + f"  {heading}: person.alias\n"
    with pytest.raises(InputError, match="column E: a column of personal numbers") as caught:
        roster(csv(tmp_path, [*SHEN, cell], heading=[*HEADING, heading]), described)
    assert not cell or cell not in str(caught.value)


def test_an_ignored_column_of_personal_numbers_leaves_no_trace(tmp_path: Path) -> None:
    reading = roster(
        csv(tmp_path, [*SHEN, CARD, MOBILE], heading=[*HEADING, "身份证号", "备注"]), POSTS + "  身份证号: ignore\n  备注: ignore\n"
    )
    assert CARD not in everything(reading)
    assert MOBILE not in everything(reading)


def test_a_hashed_column_keeps_a_key_for_matching_and_nothing_else(tmp_path: Path) -> None:
    described = POSTS + "  身份证号: person.personalKey\n"
    rows = [
        [*SHEN, CARD],
        ["沈望舒", "临江市总工会", "主席", "2016", CARD.lower()],
        ["沈望舒", "云岭市总工会", "主席", "2016", "110105194912310118"],
    ]
    reading = roster(csv(tmp_path, *rows, heading=[*HEADING, "身份证号"]), described)
    assert reading.rows is not None
    keys = {r["mention"]: r["value"] for r in reading.rows.to_pylist() if r["kind"] == "key"}
    assert len(keys) == 2
    assert matching_key(SECRET, CARD) in keys.values()
    assert CARD not in everything(reading).upper()
    assert matching_key(b"another", CARD) != matching_key(SECRET, CARD)


def test_a_number_in_a_remark_is_masked_and_reported(tmp_path: Path) -> None:
    rows = [["沈望舒", "江海省总工会", f"常务副主席（{MOBILE}）", "2021-06"], ["贺知秋", "江海省总工会", "副主席", "2020"]]
    reading = roster(csv(tmp_path, *rows))
    assert MOBILE not in everything(reading)
    assert "常务副主席（■■■■■■■■■■■）" in reading.text
    assert [(n.kind, n.words) for n in reading.notices] == [("personal number masked", "row 2, column C")]


def test_masking_keeps_the_length() -> None:
    assert masked(f"电话{MOBILE}。") == "电话" + "■" * 11 + "。"
