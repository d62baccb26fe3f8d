"""Divisions that a text itself shows."""

from __future__ import annotations

import pytest

from loaders.press.places import Places
from loaders.press.source import source_of


@pytest.fixture
def places() -> Places:
    return Places(source_of("", None))


def test_a_division_before_an_office_is_learnt_with_its_rank(places: Places) -> None:
    places.learn("江海省总工会主席出席，云岭市总工会、松溪区委书记参加。")
    assert (places.at("云岭市总工会", 0), places.ranks["云岭市"]) == ((3, "云岭市"), "city")
    assert (places.ranks["江海省"], places.provinces["云岭市"]) == ("province", "江海省")
    assert places.ranks["松溪区"] == "district"


@pytest.mark.parametrize(
    "text",
    [
        "近日市总工会发文。",
        "全市总工会系统",
        "，广州市总工会",
        "。该公司市总工会",
        "职工代表在云岭市总工会",
        "本市委员",
        "。会议由市总工会主席主持",
    ],
)
def test_other_words_before_an_office_are_no_division(places: Places, text: str) -> None:
    before = dict(places.ranks)
    places.learn(text)
    assert places.ranks == before
