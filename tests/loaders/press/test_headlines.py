"""Headlines: what stands above one and is none, and headlines in two lines."""

from __future__ import annotations

import pytest

from loaders.press.layout import documents
from loaders.press.source import UNKNOWN, sources

TEXT = "5月10日，海安县总工会在县工人文化宫召开基层工会建设推进会，部署下半年工作。\n会议要求，各乡镇工会要抓好落实。\n"


def titles(text: str) -> list[tuple[str, str]]:
    return [(one.title, one.section) for one in documents(text, "press/1", "", sources()[UNKNOWN]) if one.named is not None]


@pytest.mark.parametrize(
    "above",
    [
        "首页 > 工会动态 > 正文\n",
        "您当前的位置：首页 >> 基层风采\n",
        "江淮日报　2023年6月8日　第3版\n",
        "江淮日报　2023年6月8日　综合\n",
        "江淮日报　2023年6月8日　星期四　要闻\n",
        "2023年6月8日　星期四\n",
        "第12卷第4期　　江淮工运研究　　2023年4月\n",
        "海安县总工会文件\n海工发〔2023〕5号\n",
        "",
    ],
)
def test_what_a_page_prints_above_a_headline_is_no_headline(above: str) -> None:
    assert titles(f"{above}海安县工会开新局\n作者：江文礼\n{TEXT}") == [("海安县工会开新局", "")]
    assert titles(f"{above}海安县工会开新局\n{TEXT}") == [("海安县工会开新局", "")]


def test_a_box_above_a_headline_is_its_section() -> None:
    assert titles(f"【基层之声】\n海安县工会开新局\n{TEXT}") == [("海安县工会开新局", "基层之声")]


def test_a_headline_of_two_lines_is_one_title() -> None:
    assert titles(f"海安县工会\n召开基层建设推进会\n{TEXT}") == [("海安县工会 召开基层建设推进会", "")]


def test_a_long_line_above_a_short_headline_is_none() -> None:
    assert titles(f"深入贯彻落实全国工会工作会议精神推动县级工会建设\n海安县工会开新局\n{TEXT}") == [("海安县工会开新局", "")]


def test_names_below_a_headline_are_no_part_of_it() -> None:
    assert titles(f"海安县工会开新局\n江文礼　罗小满\n{TEXT}") == [("海安县工会开新局", "")]


def test_a_question_is_no_headline() -> None:
    text = f"老茶厂的新账本\n记者：你们怎样算账？\n{TEXT}记者：最难的是什么？\n厂长：是人。\n文/江文礼\n"
    assert titles(text) == [("老茶厂的新账本", "")]


def test_a_mark_with_body_and_name_parts_the_texts_of_a_column() -> None:
    text = f"【职工文苑】\n老钳工的手\n○ 海安县机床厂　江文礼\n{TEXT}我的班组\n○ 海安县供电公司　罗小满\n{TEXT}"
    assert titles(text) == [("老钳工的手", "职工文苑"), ("我的班组", "职工文苑")]


def test_the_mark_before_a_headline_is_no_part_of_it() -> None:
    assert titles(f"●海安县工会开新局\n{TEXT}") == [("海安县工会开新局", "")]


def test_a_subtitle_between_headline_and_byline_is_passed() -> None:
    assert titles(f"老茶厂的新账本\n——记海安县劳动模范江文礼\n\n□ 本报通讯员 罗小满\n{TEXT}") == [("老茶厂的新账本", "")]


def test_a_heading_behind_a_mark_is_no_byline() -> None:
    assert titles(f"数说海安工会\n■ 劳动竞赛\n{TEXT}■ 权益\n{TEXT}") == [("数说海安工会", "")]


@pytest.mark.parametrize("title", ["海安县总工会干部任前公示", "关于江文礼同志任职的通知", "海安县劳动模范名单"])
def test_a_notice_that_is_alone_is_an_article(title: str) -> None:
    assert titles(f"{title}\n{TEXT}") == [(title, "")]


def test_marks_before_headlines_make_articles_without_an_issue() -> None:
    text = f"一周工会\n\n●海安县工会开新局\n{TEXT}\n●启东市工会送清凉\n{TEXT}"
    assert titles(text) == [("海安县工会开新局", ""), ("启东市工会送清凉", "")]


def test_days_that_begin_some_paragraphs_make_no_chronicle() -> None:
    text = "海安县工会开新局\n2023年5月22日　10:18　海安工会\n" + TEXT + "5月20日，培训班开班。\n学员参观了工厂。\n大家表示收获很大。\n"
    assert titles(text) == [("海安县工会开新局", "")]


def test_a_word_behind_a_mark_is_the_section_of_the_headlines_below() -> None:
    text = f"海安工运\n2022年第4期\n\n■ 要闻速览\n\n海安县工会开新局\n{TEXT}"
    assert titles(text) == [("海安县工会开新局", "要闻速览")]
