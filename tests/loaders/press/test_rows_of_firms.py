"""Firms by short names in rows that say what their members are."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.loaders.press.test_local_bodies import bodies, stated


@pytest.mark.parametrize(
    ("line", "firms"),
    [
        ("推动华电新能、中核集团等企业与东方电气、中国二重等成立产业联盟。", {"华电新能", "中核集团", "东方电气", "中国二重"}),
        ("来自云铜股份、滇池投资、昆钢的30名职工参加。", {"云铜股份", "滇池投资", "昆钢"}),
        ("云州水务集团与滇池投资、昆钢等6家企业签订协议。", {"云州水务集团", "滇池投资", "昆钢"}),
    ],
)
def test_every_member_of_a_row_of_firms_is_one(tmp_path: Path, line: str, firms: set[str]) -> None:
    assert bodies(stated(tmp_path, "滇西工运", line)) >= firms


@pytest.mark.parametrize(
    "line",
    [
        "钢铁、煤炭、化工等企业参加。",
        "来自昆明市、曲靖市的30名职工参加。",
        "平台、快递、外卖等企业参加。",
        "来自一线、基层的30名职工参加。",
    ],
)
def test_rows_of_trades_and_divisions_have_none(tmp_path: Path, line: str) -> None:
    assert bodies(stated(tmp_path, "滇西工运", line)) == set()
