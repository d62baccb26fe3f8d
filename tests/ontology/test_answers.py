"""The answers of the questions on a real issue, on both engines: what a reader of its development lines would say."""

from __future__ import annotations

import pytest

from kg import pipeline
from kg.home import Home
from kg.pipeline import Progress
from kg.questions import questions
from kg.source import Source
from kg.store import Store
from loaders import press
from tests.cli.command import ROOT
from tests.readings import MODEL

CORPUS = ROOT.parent / "shared" / "corpus" / "gdgy-2025-11.txt"
RECORDED = "2025-12-01T00:00:00Z"
BAY = "“同心聚力·技领湾区”粤港澳大湾区第五届"

Row = tuple[object, ...]

CUT = 20
"""Texts are compared by so many characters: facts are held here, the sentences of the issue are not."""

# question, parameters, columns, and the rows of these columns. All rows are given, or (named in SOME) those that must be among them.
ANSWERS: list[tuple[str, dict[str, str], str, set[Row]]] = [
    ("who-chaired-the-meeting", {"date": "2025-11-13"}, "person meeting", {("温文星", "广东省总工会党组（扩大）会议")}),
    (
        "events-of-a-person",
        {"name": "袁子雅", "month": "2025-11"},
        "start role",
        {
            ("2025-11-04", "attended"),
            ("2025-11-06", "started"),
            ("2025-11-19", "attended"),
            ("2025-11-25", "attended"),
            ("2025-11-25", "spoke"),
        },
    ),
    (
        "posts-of-a-person",
        {"name": "唐航浩"},
        "organization title",
        {
            ("广州市人大常委会", "党组副书记"),
            ("广州市人大常委会", "副主任"),
            ("广州市总工会", "党组书记"),
            ("广州市总工会", "主席"),
        },
    ),
    ("posts-in-several-bodies", {}, "person organization", {("李从正", "全国政协"), ("李从正", "澳门工会联合总会")}),
    ("bearers-of-an-honour", {"honour": "大国工匠"}, "recipient years", {("孙庆勇", ""), ("王其林", "")}),
    ("honours-of-a-person", {"name": "李涛"}, "honour years", {("南粤工匠", (2021,))}),
    (
        "organisers-of-an-activity",
        {"name": "粤港澳大湾区第五届职业技能大赛"},
        "organization role",
        {("广东省总工会", "joint-host"), ("香港工会联合会", "joint-host"), ("澳门工会联合总会", "joint-host")},
    ),
    (
        "prizes-of-a-competition",
        {"competition": "粤港澳大湾区第五届职业技能大赛"},
        "item prize recipient",
        {
            ("算法大赛", "一等奖", "何涛"),
            ("中药材鉴定", "一等奖", "黄倩茵"),
            ("花木竞赛", "一等奖", "罗杏仪"),
            ("中式烹饪师", "一等奖", "黎少川"),
            ("电商直播", "一等奖", "时大鹏"),
            ("客房服务", "一等奖", "林璇欣"),
        },
    ),
    (
        "editors-of-a-publication",
        {"publication": "广东工运"},
        "role person",
        {
            ("board-director", "温文星"),
            ("board-deputy-directo", "袁子雅"),
            ("board-member", "张祖耀"),
            ("board-member", "姚文军"),
            ("board-member", "张英姿"),
            ("editor-in-chief", "张英姿"),
            ("deputy-editor-in-chi", "潘潮"),
            ("editor", "孙科琳"),
            ("art-editor", "王斌"),
            ("proofreader", "张苑"),
        },
    ),
    (
        "bodies-of-a-publication",
        {"publication": "广东工运"},
        "role organization",
        {("sponsor", "广东省总工会"), ("compiler", "广东南方工报传媒有限公司"), ("publisher", "《广东工运》编辑部")},
    ),
    (
        "figures-of-a-subject",
        {"subject": "五小"},
        "value unit bound period",
        {
            (186.0, "家", None, "2021/2025"),
            (5000.0, "名", "over", "2021/2025"),
            (500.0, "个", "over", "2021/2025"),
            (35_700_000_000.0, "元", "over", "2021/2025"),
            (900.0, "项", "over", "2021/2025"),
        },
    ),
    (
        "figures-of-a-metric",
        {"metric": "制造降本"},
        "subject value unit period",
        {("广州电缆有限公司", 10_860_000.0, "元", "2023"), ("广州电缆有限公司", 20_820_000.0, "元", "2024")},
    ),
    ("makers-of-a-work", {"title": "产改路径"}, "role maker affiliation", {("author", "张小曼", "广州电缆有限公司")}),
    (
        "works-of-a-person",
        {"name": "黄细英"},
        "role work",
        {("author", "同心聚力·技领湾区 粤港澳大湾区第五届职"), ("author", "广东省“十四五”劳动和技能竞赛总结交流活")},
    ),
    ("where-people-work", {"organization": "广州电缆"}, "organization person", {("广州电缆有限公司", "张小曼")}),
    ("projects-by-name", {"name": "狮子洋"}, "project kind", {("狮子洋通道", "engineering"), ("狮子洋大桥", "engineering")}),
    ("people-of-a-project", {"project": "黄茅海"}, "project agent title", {("黄茅海跨海通道", "朱超", "工程技术部经理")}),
    (
        "programmes-of-an-organization",
        {"organization": "深圳市总工会"},
        "programme",
        {
            ("“一核三极”竞赛体系",),
            ("“深工通”",),
            ("“深圳工匠”培育计划",),
            ("“赛—育—用”链条",),
            ("“深圳工匠”云课堂",),
            ("“劳模工匠助企行”",),
        },
    ),
    (
        "programmes-of-a-kind",
        {"kind": "competition-system"},
        "programme",
        {("“企业—区（集团）—市”竞赛体系",), ("“羊城工匠杯”系列竞赛",), ("“一核三极”竞赛体系",)},
    ),
    (
        "cited-works",
        {"title": "产业工人队伍建设改革"},
        "work kind issued issuer",
        {
            ("国有企业产业工人队伍建设改革实践与探索", "book", "2022", "中国工人出版社"),
            ("新时期产业工人队伍建设改革方案", "policy", "2017", "中共中央办公厅"),
            ("新时期产业工人队伍建设改革方案", "policy", "2017", "国务院办公厅"),
        },
    ),
    (
        "cited-authors-who-are-no-officials",
        {},
        "author work",
        {
            ("王强", "新时代国有企业产改与高质量发展耦合机制研"),
            ("张丽", "新时代国有企业产改与高质量发展耦合机制研"),
            ("张伟", "国有企业技能人才激励机制创新研究"),
            ("李明", "国有企业技能人才激励机制创新研究"),
            ("刘敏", "产教融合视角下技能人才培养路径优化研究"),
        },
    ),
    ("competitions-of-a-level", {"level": "regional"}, "competition ordinal", {(BAY, 5)}),
    (
        "words-of-a-person",
        {"name": "朱俊"},
        "text",
        {("当运动员时，输赢可能只差0.1秒；当教练",)},
    ),
    ("parts-of-an-organization", {"organization": "中华全国总工会"}, "member", {("中华全国总工会基层工作部",)}),
    (
        "events-of-a-place",
        {"place": "韶关", "month": "2025-11"},
        "start kind",
        {("2025-11-06", "activity")},
    ),
    ("who-spoke-at-an-event", {"event": "基层工会建设工作会议"}, "speaker", {("黄龙",), ("温文星",)}),
]
SOME = {
    *("posts-in-several-bodies", "bearers-of-an-honour", "bodies-of-a-publication", "programmes-of-an-organization"),
    *("programmes-of-a-kind", "cited-works", "cited-authors-who-are-no-officials", "competitions-of-a-level"),
}
"""Questions whose answers other lines of the issue add to."""


ELSEWHERE = {"posts-on-a-day", "posts-known-at-a-moment"}
"""Asked in ``tests/test_clocks.py``, of editions that contradict one another."""


def test_every_question_is_asked() -> None:
    assert {name for name, *_ in ANSWERS} | ELSEWHERE == {q.name for q in questions()}


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus in ../shared is not here")
def test_a_real_issue_answers_every_question(store: Store, home: Home) -> None:
    reading = press.read(CORPUS)
    source = Source.parse(press.sources()[reading.source].yaml, "gdgy.yml")
    kept = pipeline.keep(home, MODEL, reading, source, loader="press", recorded=RECORDED)
    pipeline.bring(store, home, kept.manifest, MODEL, before=kept.before, progress=Progress())
    statements = {q.name: q.cypher for q in questions()}
    wrong = {}
    for name, parameters, columns, expected in ANSWERS:
        rows = store.read(statements[name], parameters)
        assert all(row["quote"] for row in rows)
        got = {tuple(cut(row[c]) for c in columns.split()) for row in rows}
        if not (expected <= got if name in SOME else expected == got):
            wrong[name] = got
    assert wrong == {}


def cut(value: object) -> object:
    """A value as it is compared."""
    return tuple(value) if isinstance(value, list) else value[:CUT] if isinstance(value, str) else value
