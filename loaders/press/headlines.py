"""Headlines: which lines are one, how several make one, and what stands about them that is none (running heads, ways, letterheads)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.document import Span
from loaders.press.flow import Line
from loaders.press.knowledge import knowledge, longest_first, surnames
from loaders.press.makers import is_maker, made_by

_LABELS = knowledge("publication")
_BYLINE = re.compile(
    r"^[\s　]*(?:文|图|撰文|作者|来源|文/图|图/文|发布时间|时间|日期|供稿|通讯员|记者)[\s　]*[|｜/／:：][\s　]*\S"
    r"|^[\s　]*[（(]?[\s　]*(?:文/图|图/文|本[报刊网]记者|通讯员)[\s　]+\S"
)
# Behind a mark, the body that an author works at and the name: ○ 某某公司某某车间　某某.
_SIGNED = re.compile(
    r"^[\s　]*[○◎◯〇●□■△▲◇◆☆★][\s　]*(?:(?P<body>\S{3,40}(?<!记者)(?<!作者)(?<!摄影)(?<!讯员)(?<!撰稿))[\s　]+)?"
    r"(?P<name>[\u3400-\u9fff]{2,4})(?:[\s　]+[\u3400-\u9fff]{2,4})?[\s　]*$"
)
_SENTENCE = re.compile(r"[。；;]")
_ISSUE = re.compile(r"\d{4}\s*年\s*第?\s*\d{1,3}\s*(?:期|号|月[号刊])|总第\s*\d+\s*期")
_NUMBER = re.compile(r"第[\s　]*[\d一二三四五六七八九十百]{1,5}[\s　]*期(?=[\s　）)（(·]|$)")
# What a newsletter says of itself above its first headline, and what a page of the web, a paper or an office prints there.
_SELF = "|".join(longest_first([*_LABELS["bodies"], *_LABELS["people"], *_LABELS["other"]]))
_DAY = r"(?:\d{4}[年./-])?\d{1,2}[月./-]\d{1,2}日?"
_FURNITURE = re.compile(
    rf"^[\s　]*(?:{_SELF})[\s　]*[:：|｜]|(?:编印?|主办|办公室)[\s　]*$|主办[\s　]+(?:主编|编辑|责编|总编)"
    rf"|[\s　]\d{{4}}年\d{{1,2}}月(?:\d{{1,2}}日)?[\s　]*$"
    r"|^[\s　]*(?:网站)?首页|^[\s　]*(?:您(?:现在|当前)?(?:的|所在)的?|当前|所在)位置|[\s　]*[>＞»›]{1,2}[\s　]*\S+[\s　]*[>＞»›]"
    r"|\S[\s　]+[>＞»›]{1,2}[\s　]+\S|第?\d{1,3}卷[\s　]*第?\d{1,3}期"
    r"|^[\s　]*(?:ISSN|CN[\s　]?\d|DOI|中图分类号|文献标识码|文章编号)"
    r"|^[\s　]*(?:字号|分享到?|打印|收藏|浏览|点击|阅读)(?:次数|量)?[\s　:：]"
    rf"|^[\s　]*(?:[\u3400-\u9fff·]{{2,10}}[\s　]+)?{_DAY}[\s　]*(?:星期[一二三四五六日天])?(?:[\s　]*[ABCD]?第?[\dA-D]{{1,3}}版)?"
    r"(?:[\s　]+(?:\d{2}:\d{2}|[\u3400-\u9fff]{2,6})){0,2}[\s　]*$"
    r"|^[\s　]*[ABCD]?第?[\dA-D一二三四五六七八九十]{1,3}版(?:[\s　·：:].{0,8})?$|^[\s　]*星期[一二三四五六日天][\s　]*$"
    r"|^[\s　]*[\u3400-\u9fff]{4,20}文件[\s　]*$|[\u3400-\u9fff]{1,8}[〔\[【（(]\d{4}[〕\]】）)]\s*第?\d+号[\s　]*$|^[\s　]*签发人"
)
_VOLUME = re.compile(r"第?\d{1,3}卷")
_BOXED = re.compile(r"^[\s　]*[【\[](?P<section>[^】\]]{2,8})[】\]][\s　]*$")
_SECTIONED = re.compile(r"^[\s　]*(?:【(?P<boxed>[^】]{2,8})】|(?P<barred>[\u3400-\u9fff]{2,6})[\s　]*[|｜])[\s　]*(?=\S{4})")
_NUMBERED = re.compile(r"^[\s　]*(?:[（(]?[一二三四五六七八九十\d]{1,3}[、.．)）]|第[一二三四五六七八九十]{1,2}[章节部])")
_ASKED = re.compile(r"^[\s　]*(?:记者|问|答|主持人|本刊|笔者|Q|A)[\s　]*[:：]")
_SIGN = re.compile(r"^[\s　]*[●◆■★▲◇□◎○▪▌※]+[\s　]*")
_SUB = re.compile(r"^[\s　]*(?:——|—|--|－－|──)")
_MARK = re.compile(r"[，,、：:|｜]|\d")
COLUMN = 4
"""A heading of no more characters is a column's name."""
_WIDEST = 45
_LEAST_MARKED = 7
_SECTION = re.compile(r"[\u3400-\u9fff]+")
_JOINED = 30
_SINGLE, _DOUBLE = surnames()
_WORDS = frozenset(knowledge("roles")["not_names"])


@dataclass(frozen=True, slots=True)
class Headed:
    """An article: the numbers of its first line and of its heading, its title, the section told beside it, and the run that names it."""

    first: int
    title: str
    section: str
    run: Span


def named(rows: list[Line], number: int, *, begins: int | None = None) -> Headed:
    """The article whose heading begins with a line; a column's short name above its title is told with it (数说).

    A heading of two lines right above the text is one title, unless the first is a long one over a shorter.
    """
    row = rows[number]
    section = ""
    sectioned = _SECTIONED.match(row.text)
    title, span = _plain(row)
    if sectioned is not None:
        section = sectioned["boxed"] or sectioned["barred"]
        title = row.text[sectioned.end() :].strip()
    elif len(title) <= COLUMN and number + 1 < len(rows) and is_heading(rows[number + 1]):
        title, below = _plain(rows[number + 1])
        span = Span(span.start, below.end)
    elif _is_broken(rows, number):
        second, below = _plain(rows[number + 1])
        whole = len(title) <= len(second) or len(title) + len(second) <= _JOINED
        title, span = (f"{title} {second}", Span(span.start, below.end)) if whole else (second, below)
    return Headed(number if begins is None else begins, title, section, span)


def _plain(row: Line) -> tuple[str, Span]:
    """A heading without the mark before it, and its run."""
    sign = _SIGN.match(row.text)
    start = sign.end() if sign is not None else len(row.text) - len(row.text.lstrip())
    return row.text[start:].strip(), Span(row.start + start, row.start + len(row.text.rstrip()))


def _is_broken(rows: list[Line], number: int) -> bool:
    """Whether a heading goes on in the next line, right below which the text or a byline stands."""
    if number + 2 >= len(rows):
        return False
    first, second, below = rows[number : number + 3]
    parts = (first, second)
    if not all(is_heading(one) and not _SUB.match(one.text) and not _NUMBERED.match(one.text) for one in parts):
        return False
    if _SIGN.match(second.text) or _MARK.search(second.text) or is_names(second.text) or len(second.text.strip()) <= COLUMN:
        return False
    return _SENTENCE.search(below.text) is not None or is_byline(below) or _SUB.match(below.text) is not None


def is_subtitle(row: Line) -> bool:
    """Whether a line is the second title below a headline: ——记全国劳动模范某某."""
    return _SUB.match(row.text) is not None


def is_names(text: str) -> bool:
    """Whether a line is nothing but people's names."""
    words = text.split()
    return 0 < len(words) <= 6 and all(2 <= len(one) <= 4 and (one[0] in _SINGLE or one[:2] in _DOUBLE) for one in words)


def is_heading(row: Line) -> bool:
    """Whether a line is short, no table and no byline, and has no mark that ends a sentence."""
    text = row.text.strip()
    fits = 2 <= len(text) <= _WIDEST and "\t" not in text and not text.endswith(("，", ",", "：", ":"))
    return fits and not _SENTENCE.search(text) and not is_byline(row) and not is_furniture(row) and not _ASKED.match(text)


def is_byline(row: Line) -> bool:
    """Whether a line tells who wrote what stands about it, or whence it is."""
    made = made_by(row.text)
    return _BYLINE.match(row.text) is not None or is_signed(row.text) or (bool(made) and is_names(" ".join(made))) or is_maker(row.text)


def is_marked(row: Line) -> bool:
    """Whether a heading has a mark before it, as the items of a newsletter have, and is no mere word of a section: ◆公司召开职代会."""
    sign = _SIGN.match(row.text)
    return sign is not None and len(row.text.strip()) - sign.end() >= _LEAST_MARKED and is_heading(row)


def marked_section(row: Line) -> str:
    """The words of a section that stand alone behind a mark (■ 要闻速览), or nothing."""
    sign = _SIGN.match(row.text)
    words = row.text[sign.end() :].strip() if sign is not None else ""
    return words if 2 <= len(words) < _LEAST_MARKED and _SECTION.fullmatch(words) else ""


def is_signed(text: str) -> bool:
    """Whether a line is a mark and an author's name, perhaps with the body that the author works at."""
    return signature(text) is not None


def signature(text: str) -> re.Match[str] | None:
    """Such a line, with its groups ``body`` and ``name``."""
    found = _SIGNED.match(text)
    name = found["name"] if found is not None else ""
    double = name[:2] in _DOUBLE and len(name) > 2
    return found if double or (name[:1] in _SINGLE and len(name) < COLUMN and name[:2] not in _WORDS) else None


def is_furniture(row: Line) -> bool:
    """Whether a line is of the paper, the page or the office, and of no article."""
    return _ISSUE.search(row.text) is not None or _FURNITURE.search(row.text) is not None or _BOXED.match(row.text) is not None


def is_issue(row: Line) -> bool:
    """Whether a line tells the number of an issue; a volume is a journal's, whose pages bear it above any article."""
    told = _ISSUE.search(row.text) is not None or (len(row.text) <= _WIDEST and _NUMBER.search(row.text) is not None)
    return told and _VOLUME.search(row.text) is None


def is_numbered(row: Line) -> bool:
    """Whether a line begins with a number or a letter of a list, as the headings within an article do."""
    return _NUMBERED.match(row.text) is not None


def boxed(row: Line) -> str:
    """The section that a line names in brackets (【职工文苑】), or nothing."""
    found = _BOXED.match(row.text)
    return found["section"] if found is not None else ""
