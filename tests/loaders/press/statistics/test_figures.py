"""Figures: what was counted, of single values, changes, lists and values told in turn."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.press.statistics.figures import find_figures, periods_in_turn
from tests.loaders.press.structure import told


def read(text: str) -> list[tuple[str, float]]:
    return [(f.metric, float(f.quantity.value)) for f in find_figures(text, [])]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("获得专利8.3万项", [("获得专利", 83_000)]),
        ("编制46项标准化文件", [("编制标准化文件", 46)]),
        ("开展404项省级竞赛、7550余场赛事", [("开展省级竞赛", 404), ("赛事", 7550)]),
        ("横跨广州、珠海、佛山3大赛区", [("赛区", 3)]),
        ("设焊工、钳工等26个工种", [("工种", 26)]),
        ("现有员工886人，占比65.6%", [("员工", 886), ("员工占比", 65.6)]),
        ("建成驿站80家，较上年增加12%", [("建成驿站", 80), ("建成驿站较上年增加", 12)]),
        ("建设150个创新工作室，其中国家级2个", [("建设创新工作室", 150), ("国家级创新工作室", 2)]),
        ("惠及1.8万余名职工", [("惠及职工", 18_000)]),
        ("5000余名职工参与", [("职工参与", 5_000)]),
        ("吸引来自36家企业的选手", [("吸引企业", 36)]),
        ("带领的12支宣讲队", [("宣讲队", 12)]),
        ("建成面积900平方米的培训中心", [("面积", 900)]),
        ("规模以上企业83家，职工2.1万人", [("规模以上企业", 83), ("企业职工", 21_000)]),
        ("50人以上企业建会率88%", [("50人以上企业建会率", 88)]),
        ("《细则》共5章31条", [("章", 5), ("条", 31)]),
        ("签订率由2016年的81%提高到2021年的93%", [("签订率", 81), ("签订率", 93)]),
        ("办理时间从3天压缩到半天", [("办理时间", 3), ("办理时间", 0.5)]),
        ("处理时间由4小时缩短为40分钟", [("处理时间", 4), ("处理时间", 40)]),
        ("会员由12人增至45人", [("会员", 12), ("会员", 45)]),
        ("收集意见六十三条，三十余名职工参加", [("收集意见", 63), ("职工参加", 30)]),
        ("两百多名会员参加", [("会员参加", 200)]),
        ("走过五里街道、三江镇、九江市和十堰市", []),
        ("升级六大模块", []),
        ("建成驿站30家，其中兰州12家、白银9家", [("建成驿站", 30), ("兰州建成驿站", 12), ("白银建成驿站", 9)]),
        ("培训职工3万人次，其中女职工1.2万人次", [("培训职工", 30_000), ("女职工", 12_000)]),
        ("耗时9个月完成改造", [("耗时", 9)]),
        ("选手尚国强获前三名", []),
        ("化解纠纷73起，检修轮对90根", [("化解纠纷", 73), ("检修轮对", 90)]),
        ("推荐1名中国科学院院士", [("推荐中国科学院院士", 1)]),
        (
            "构建以3项引领性竞赛为龙头、15项重点工程竞赛和36项技能竞赛为主体",
            [("构建引领性竞赛", 3), ("重点工程竞赛", 15), ("技能竞赛", 36)],
        ),
        ("甲公司等63家企业带来岗位2180个", [("企业", 63), ("企业带来岗位", 2180)]),
        ("技能日连续举办8届，现为第九届", [("技能日连续举办", 8)]),
        ("现有会员一万六千余人", [("会员", 16_000)]),
        ("看台能力由400锭提高到800锭", [("看台能力", 400), ("看台能力", 800)]),
        ("因病逝世，享年88岁。", [("享年", 88)]),
        ("气温零下12摄氏度", []),
        ("36名获奖选手全部参与美丽村寨建设", [("获奖选手", 36)]),
        ("团队从5人发展至数十人，产值超过万亿元", [("团队", 5), ("产值", 1_000_000_000_000)]),
        ("注册会员人数扩大到6万。", [("注册会员人数", 60_000)]),
        ("对全厂第一名给予5万元奖励", [("全厂第一名奖励", 50_000)]),
        ("开展“送清凉”“送法律”“送文化”等活动近200场", [("活动", 200)]),
        ("168名选手参加角逐", [("参赛选手", 168)]),
        ("38家企业的工会主席共76人参加培训", [("企业", 38), ("参加培训", 76)]),
        ("满意度大幅提升，达98%", [("满意度", 98)]),
        ("货车司机占比最高，达41%", [("货车司机占比", 41)]),
        ("作业时间由每天10小时压缩至7小时", [("作业时间", 10), ("作业时间", 7)]),
        ("看火三十一年，只凭火色", [("看火", 31)]),
        ("过去十年，公司连年增长", []),
        ("配送盒饭420钵，修补渔网36张", [("配送盒饭", 420), ("修补渔网", 36)]),
        ("甲、乙两家平台推行新制", []),
        ("组织20名志愿者到社区开展活动", [("志愿者", 20)]),
        ("代表团一行6人考察了企业", [("代表团人数", 6)]),
        (
            "会员总数达298万人，较去年增加12万人，增长4.3%",
            [("会员总数", 2_980_000), ("会员总数较去年增加", 120_000), ("会员总数增长", 4.3)],
        ),
        ("新发展会员8600人，完成目标的43%，同比多增2100人", [("新发展会员", 8600), ("完成目标的", 43), ("新发展会员同比多增", 2100)]),
        ("获国家专利19项，其中发明专利6项", [("获国家专利", 19), ("发明专利", 6)]),
        ("设立为期25年、总额330亿元的资助计划", [("为期", 25), ("总额", 33_000_000_000)]),
        ("优化工艺参数130多处", [("优化工艺参数", 130)]),
        ("高级技师7人、技师9人", [("高级技师", 7), ("技师", 9)]),
    ],
)
def test_the_words_about_a_number_say_what_was_counted(text: str, figures: list[tuple[str, float]]) -> None:
    assert read(text) == figures


def test_a_change_gives_two_figures_of_one_metric() -> None:
    first, second = find_figures("持证率从十年前的30%跃升至75%", [])
    assert (first.metric, first.before, first.told, second.metric, second.before) == ("持证率", True, "十年前", "持证率", False)


def test_two_years_and_two_values_go_in_turn() -> None:
    text = "2022年、2023年节能降耗分别为320万元、415万元"
    first, second = find_figures(text, [(0, 5), (6, 11)])
    dates = [(0, "2022"), (6, "2023")]
    assert (first.metric, second.metric) == ("节能降耗", "节能降耗")
    assert (periods_in_turn(text, first, dates), periods_in_turn(text, second, dates)) == ("2022", "2023")


def test_two_names_and_two_values_go_in_turn() -> None:
    assert read("优秀率和合格率分别为35%和98%") == [("优秀率", 35), ("合格率", 98)]


def test_a_value_in_brackets_is_of_what_stands_before_them() -> None:
    assert [f.metric for f in find_figures("10家企业获评（上年为8家）", [(8, 10)])] == ["企业获评", "企业获评"]


def test_the_subject_and_the_time_are_no_part_of_the_metric() -> None:
    text = "去年公司产值超5亿元"
    assert [f.metric for f in find_figures(text, [(0, 2), (2, 4)])] == ["产值"]


def test_what_another_body_does_is_no_part_of_the_metric() -> None:
    text = "获评者由海安县总工会给予2万元奖励"
    assert [f.metric for f in find_figures(text, [], [(4, 10)])] == ["奖励"]


def test_a_long_line_is_read_in_linear_time() -> None:
    assert len(find_figures("新增会员12万人" * 5_000, [])) == 5_000


def test_whose_shares_are_told_by_place_have_the_metric_of_the_whole() -> None:
    text = "建成驿站60座，其中甲县32座、乙县28座"
    places = [(text.index(name), text.index(name) + 2) for name in ("甲县", "乙县")]
    assert [f.metric for f in find_figures(text, places)] == ["建成驿站"] * 3


def test_years_told_before_the_clause_go_in_turn_too() -> None:
    text = "2022年、2023年，培训职工分别为1.2万人次和1.6万人次"
    first, second = find_figures(text, [(0, 5), (6, 11)])
    dates = [(0, "2022"), (6, "2023")]
    assert [periods_in_turn(text, one, dates) for one in (first, second)] == ["2022", "2023"]


def test_the_numeral_of_a_division_counts_nothing(tmp_path: Path) -> None:
    text = "2025年3月5日，绵阳市总工会到三台县慰问职工，走访三台县总工会，慰问职工三百人。"
    assert told(tmp_path, text, "statistic", "value", "unit") == {(300, "人")}
