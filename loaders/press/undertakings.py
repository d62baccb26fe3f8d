"""Projects that somebody undertakes: tasks (“…”攻关项目, 国产化项目“…”), funded studies (基金项目“…”), things with a number (“…号”平台)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.press.knowledge import knowledge, longest_first
from loaders.press.phrases import left_edge
from loaders.press.things import Thing

_WORDS = knowledge("projects")
_HAN = "\u3400-\u9fff"
_NAME = r"[“\"](?P<name>[^“”\"，。；]{3,40})[”\"]"
_TASKS = "|".join(longest_first(_WORDS["tasks"]))
_NOUN = r"(?:项目|课题|工程|任务)"
_LEVEL = r"(?:\d{1,3}[个项])?(?:国家级|国家|省级|省部级|省|市级|市|公司级|公司|集团|重点|重大|关键|核心)*"
_ROW = r"(?P<names>(?:[、和及与]?[“\"][^“”\"，。；]{3,40}[”\"])+)"
_BEHIND = re.compile(rf"{_ROW}(?:等)?{_LEVEL}(?P<task>{_TASKS}){{1,2}}{_NOUN}")
_TACKLED = re.compile(rf"(?:攻关|攻克|主攻)了?{_NAME}(?=[，。；]|项目|课题|工程|$)")
_PLAIN = re.compile(rf"{_ROW}(?=(?:等(?:\d{{1,3}}[个项])?)?(?:项目|课题|(?:优秀|创新|职工|科技|技术){{0,3}}成果))")
_BEFORE = re.compile(rf"(?P<task>{_TASKS}){{1,2}}{_NOUN}(?:——|：|:|是|为)?{_ROW}")
_LISTED = re.compile(_NAME)
_FUNDED = re.compile(rf"(?:{'|'.join(longest_first(_WORDS['funds']))})[^，。；“”《》]{{0,12}}[“《](?P<name>[^“”《》]{{6,60}})[”》]")
_UNQUOTED = re.compile(rf"(?P<task>{_TASKS})(?:项目|工程)(?![部组化名制\d]|[{_HAN}]{{0,3}}\d)")
_SERVES = r"(?![\u3400-\u9fff]{0,6}(?:服务|线上|信息|数据|网络|直播|学习|培训))"
_NUMBERED = re.compile(
    rf"[“\"][^“”\"，。]{{1,10}}号[”\"]{_SERVES}[{_HAN}A-Za-z0-9]{{0,10}}?(?P<noun>{'|'.join(longest_first(_WORDS['numbered']))})"
)
_TECHNICAL = re.compile(rf"(?:{'|'.join(longest_first(_WORDS['technical']))})$")
# A thing that is built under a name: “…”平台建设项目.
_BUILT = re.compile(rf"[“\"][^“”\"，。]{{1,16}}[”\"][{_HAN}]{{0,8}}?(?:建设|开发|研制|研发|改造|升级)(?=项目(?!部|[组化]))")
# What a heading of projects holds, and no name: 2023年重点….
_RANKED = re.compile(r"重点|重大|\d{4}年")
_VAGUE = re.compile("|".join(_WORDS["vague"]))
_LEAST = 4


def find(text: str) -> Iterator[Thing]:
    """The projects of these forms that a unit names."""
    for found in _BEHIND.finditer(text):
        for one in _LISTED.finditer(text, *found.span("names")):
            yield _quoted(one, found["task"])
    for found in _PLAIN.finditer(text):
        for one in _LISTED.finditer(text, *found.span("names")):
            if _TECHNICAL.search(one["name"]):
                yield _quoted(one, "")
    for found in _BUILT.finditer(text):
        yield Thing("Project", found[0].replace('"', "”"), found.start(), found.end(), "engineering")
    for found in _TACKLED.finditer(text):
        yield _quoted(found, "")
    for found in _BEFORE.finditer(text):
        for one in _LISTED.finditer(text, *found.span("names")):
            yield _quoted(one, found["task"])
    for found in _FUNDED.finditer(text):
        yield Thing("Project", found["name"], *found.span("name"), "research")
    for found in _NUMBERED.finditer(text):
        yield Thing("Project", found[0].replace('"', "”"), found.start(), found.end(), _WORDS["numbered"][found["noun"]])
    for found in _UNQUOTED.finditer(text):
        start = left_edge(text, found.start())
        core = text[start : found.start()]
        vague = _VAGUE.match(core) or _RANKED.search(core)
        if len(core) >= _LEAST and not re.search(r"[“”\"]", core) and not vague:
            kind = _kind(found["task"], built=found[0].endswith("工程"))
            yield Thing("Project", text[start : found.end()].removesuffix("项目"), start, found.end(), kind)


def _quoted(found: re.Match[str], task: str) -> Thing:
    start, end = found.start("name") - 1, found.end("name") + 1
    return Thing("Project", f"“{found['name']}”", start, end, _kind(task))


def _kind(task: str, *, built: bool = False) -> str:
    return "engineering" if built else "research" if task in _WORDS["studies"] else "innovation"
