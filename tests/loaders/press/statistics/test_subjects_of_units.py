"""Whose figures are: what words such as 该会 and 活动现场 point at, from one paragraph to another."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.loaders.press.structure import told

FAIR = "2025年3月16日，海东市春季招聘会在海东体育馆举行。\n\n活动现场，海东机床有限公司等63家企业带来岗位2180个。"
SPEAKER = "2025年3月16日，海东市工人技术协会会长何川到青海省总工会调研。\n\n何川介绍，该会现有会员1600人。"
STUDIO = "以他名字命名的何川劳模创新工作室挂牌。工作室现有成员15人。"
PLAN = "海东市总工会2019年推出“安家”帮扶计划。\n\n该计划已惠及870户。"
BULLETIN = "海东市总工会工作简报\n\n▲全市新建工会218家。\n▲受理案件415件。"


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        (FAIR, "海东市春季招聘会"),
        (SPEAKER, "海东市工人技术协会"),
        (STUDIO, "何川劳模创新工作室"),
        (PLAN, "“安家”帮扶计划"),
        (BULLETIN, "海东市"),
    ],
    ids=["fair", "speaker", "studio", "plan", "bulletin"],
)
def test_words_that_point_back_lead_as_what_they_mean(tmp_path: Path, text: str, subject: str) -> None:
    assert {subject} == {one for (one,) in told(tmp_path, text, "statistic", "subject")}


def test_a_bulletin_of_a_half_year_gives_all_its_figures_the_year_of_its_day(tmp_path: Path) -> None:
    text = "海东市总工会办公室　2024年7月12日\n\n上半年成绩单\n\n全市新建工会218家。\n\n书屋由去年底的94家增加到121家，读者3万人次。"
    assert told(tmp_path, text, "statistic", "value", "period") == {(218, "2024"), (94, "2023"), (121, "2024"), (30_000, "2024")}


def test_the_paper_of_a_dateline_is_nobody_whose_figures_are_told(tmp_path: Path) -> None:
    text = "青海工人日报海东1月16日电（记者 何川）记者从海东市总工会获悉，各项工作见成效。\n\n开展体检38批次。"
    assert told(tmp_path, text, "statistic", "subject") == {("海东市总工会",)}


def test_the_quote_of_a_short_figure_cuts_no_name(tmp_path: Path) -> None:
    assert told(tmp_path, STUDIO, "statistic", "quote") == {("工作室现有成员15人",)}
