from __future__ import annotations

import pytest

from kg.resolve.names import body_core, body_cores, body_form, folded, frequency, slip, without_city


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("王建国", "王健国", "sound"),
        ("张伟", "张玮", "sound"),
        ("陈明", "陈朋", "shape"),
        ("王建国", "王国", "dropped"),
        ("王建国", "王建军", "other"),
        ("张伟", "张敏", None),
        ("王建国", "李建国", None),
        ("王建国", "王国建", None),
    ],
)
def test_one_slip_makes_another_name_of_one(one: str, other: str, found: str | None) -> None:
    assert slip(one, other) == slip(other, one) == found


def test_two_writings_of_a_name_are_one() -> None:
    assert folded("張 偉") == folded("张伟") == "张伟"


def test_a_common_name_is_borne_more_often() -> None:
    assert frequency("张伟") > 1e-4 > frequency("王建国") > 1e-6 > frequency("陶砺行")


@pytest.mark.parametrize("written", ["江海省总", "江海省總工會", "江海省 总工会"])
def test_a_short_or_traditional_name_of_a_union_is_written_out(written: str) -> None:
    assert body_form(written) == "江海省总工会"


def test_what_is_compared_of_a_body_lacks_the_province_and_the_legal_form() -> None:
    assert body_core("江海省望海市总工会") == "望海市总工会"
    assert body_core("江海重工集团有限公司") == body_core("江海重工集团有限责任公司")


def test_a_body_inside_another_is_known_by_the_whole_as_well() -> None:
    whole = "江海省总工会"
    assert body_cores("江海省总工会经费审查委员会办公室") == ("江海省总工会经费审查委员会办公室", "江海省总工会经费审查委员会", whole)
    assert body_cores("江海重工有限公司工会") == ("江海重工有限公司工会", "江海重工")
    assert body_cores("江海重工工会") == ("江海重工工会", "江海重工")
    assert body_cores("江海省教育工会") == ("江海省教育工会",)


def test_a_body_of_a_county_is_called_without_its_city_too() -> None:
    assert without_city("望海市临江县总工会") == ("临江县总工会", "望海市")
    assert without_city("望海市总工会") == without_city("临江县总工会") == ("", "")
