"""Programmes: quoted names with a noun that makes a programme of them, and a few that are told without quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.press.knowledge import knowledge, longest_first
from loaders.press.phrases import left_edge
from loaders.press.things import Thing, apart

_QUOTED = re.compile(r"[“\"‘]([^“”\"‘’\n]{2,60})[”\"’]")
_BETWEEN = re.compile(r"(?:[、和与及]|以及)?(?:年度|季度|月度)?(?=[“\"‘])")
_ORDINAL = re.compile(r"(?:第[一二三四五六七八九十\d]{1,3}届|首届)$")
_REST = r"(?P<sum>[\u3400-\u9fff]{0,10}?等)?(?P<of>的)?(?P<rest>[\u3400-\u9fffA-Za-z]{0,6}?)"
_ACCUSED = re.compile(r"打破|破除|杜绝|整治|防止|避免|摒弃|清理|反对")
_CLAUSE_END = re.compile(r"[，。；、,;：:！]|$")
_SENTENCE = re.compile(r"[。！？!?]$")
_CONTEST = re.compile(r"竞赛|大赛|比武|比赛")
_APPRENTICES = re.compile(r"学徒|培训|培养|培育|导师")
# 开展以…为核心的“十比十赛”: what a long attribute stands before.
_CORE = re.compile(r"(?:开展|实施|推进)以[^。；]{2,70}的$")
_FEW = 2
_LONG = 8
_PLAIN = 12
_CHAIN = 3


class Programmes:
    """Finds programmes in a unit."""

    def __init__(self) -> None:
        words = knowledge("programmes")
        self.kinds: dict[str, str] = {noun: kind for kind, nouns in words["nouns"].items() for noun in nouns}
        nouns = "|".join(map(re.escape, longest_first(list(self.kinds))))
        after = "|".join(longest_first(words["not_before"]))
        self.noun = re.compile(rf"(?:[一二两三四五六七八九十\d]{{1,3}}[项大条])?{_REST}(?P<noun>{nouns})(?!{after})")
        self.ends = re.compile(rf"(?:{nouns})$")
        self.apps = tuple(words["apps"])
        self.times, self.catchwords = frozenset(words["times"]), frozenset(words["catchwords"])
        self.verbs = re.compile("|".join(longest_first(words["verbs"])))
        self.chains = tuple(words["chains"])
        self.begins = tuple(longest_first(words["begins"]))
        self.honours = tuple(words["honours"])
        self.occasions = tuple(words["occasions"])
        self.plain: dict[str, str] = {noun: kind for kind, plain in words["plain_nouns"].items() for noun in plain}
        verbs, plain_nouns = "|".join(longest_first(words["plain_verbs"])), "|".join(longest_first(list(self.plain)))
        self.told = re.compile(rf"(?:{verbs})(?P<name>[\u3400-\u9fff]{{3,{_PLAIN}}}?(?P<noun>{plain_nouns}))(?!{after})")
        self.classes = re.compile(r"(?:素质提升|学历提升|本科|专科|研修|培训|进修|硕士)班(?=\d{4}[级届])")
        self.pilots = re.compile(r"试点(?=单位|企业|城市|地区)")
        self.months = re.compile(r"[\u3400-\u9fff]{2}月(?=活动)")

    def find(self, text: str, *, heading: bool = False) -> list[Thing]:
        """The programmes that a unit names, from left to right; of a heading only quoted names that say themselves what they are."""
        found = apart([*self._quoted(text), *self._plain(text)])
        return [one for one in found if one.name[-1] == "”" and self.ends.search(one.name[1:-1])] if heading else found

    def _quoted(self, text: str) -> Iterator[Thing]:
        group: list[re.Match[str]] = []
        for quoted in _QUOTED.finditer(text):
            group.append(quoted)
            joint = _BETWEEN.match(text, quoted.end())
            if joint is not None and _QUOTED.match(text, joint.end()):
                continue
            yield from self._group(text, group)
            group = []

    def _group(self, text: str, group: list[re.Match[str]]) -> Iterator[Thing]:
        """Names that one noun follows: “甲”“乙”等活动; the last takes the noun into its name unless they are a mere sample."""
        if any(_SENTENCE.search(quoted[1]) for quoted in group) or _ACCUSED.search(text[max(0, group[0].start() - 6) : group[0].start()]):
            return
        after = self._noun(text, group[-1])
        kind = self.kinds[after["noun"]] if after is not None else ""
        for quoted in group:
            last = quoted is group[-1]
            if quoted[1] in self.catchwords or (quoted[1] in self.times and (after is None or not after["noun"].endswith("战略"))):
                continue
            name = f"“{_dashes(quoted[1])}”"
            if text.startswith("培育对象", quoted.end()):
                yield Thing("Programme", name + "培育对象评选", quoted.start(), quoted.end() + 4, "award")
            elif after is None or text.startswith(self.occasions, quoted.end()):
                alone = self._alone(text, quoted)
                if alone:
                    yield Thing("Programme", name, quoted.start(), quoted.end(), alone)
            elif last and not after["sum"]:
                yield Thing("Programme", name + after["rest"] + after["noun"], quoted.start(), after.end(), kind)
            elif last or kind != "mechanism":
                own = self.ends.search(quoted[1])
                yield Thing("Programme", name, quoted.start(), quoted.end(), self.kinds[own[0]] if own else kind)

    def _noun(self, text: str, quoted: re.Match[str]) -> re.Match[str] | None:
        """The noun after a quoted name that makes a programme of it."""
        after = self.noun.match(text, quoted.end())
        if after is None or self.verbs.search(after["rest"]) or "的" in after["rest"]:
            return None
        if quoted[1].endswith("号") and after["rest"] and after["noun"].endswith("平台"):
            return None  # “…一号”海上风电平台: a thing that is built
        if after["noun"] in self.chains and re.search(r"[—+\-]|一.+一", quoted[1]) is None:
            return None
        phrase = text[left_edge(text, quoted.start()) : quoted.start()]
        return None if after["noun"] == "活动" and (re.search(r"届|\d{4}年", phrase) or _CONTEST.search(after["rest"])) else after

    def _alone(self, text: str, quoted: re.Match[str]) -> str:
        """The kind of a name that no noun follows, or nothing."""
        word = quoted[1]
        own = self.ends.search(word)
        if text[quoted.start() - 1 : quoted.start()] == "的":
            return "campaign" if _CORE.search(text, max(0, quoted.start() - 80), quoted.start()) else ""
        if own is not None and len(word) > len(own[0]) + 1:
            return self.kinds[own[0]]
        if word.endswith(self.apps) and len(word) > _FEW and not word.endswith(("沟通", "交通", "流通", "普通")):
            return "platform"
        if text.startswith(self.occasions, quoted.end()) and len(word) >= _LONG:
            return "campaign"
        begun = text.endswith(self.begins, 0, quoted.start()) and not word.endswith(self.honours)
        return "campaign" if begun and _CLAUSE_END.match(text, quoted.end()) and re.search("[，,、]", word) is None else ""

    def _plain(self, text: str) -> Iterator[Thing]:
        for found in self.told.finditer(text):
            yield Thing("Programme", found["name"], found.start("name"), found.end(), self.plain[found["noun"]])
        for pattern, kind in ((self.classes, "training"), (self.pilots, "training"), (self.months, "campaign")):
            for found in pattern.finditer(text):
                start, end = left_edge(text, found.start()), found.end() + 2 * (pattern is self.months)
                if found.start() - start >= (0 if pattern is self.months else _FEW) and start < found.end():
                    pilot = pattern is self.pilots and _APPRENTICES.search(text, start, end) is None
                    yield Thing("Programme", text[start:end], start, end, "mechanism" if pilot else kind)


def _dashes(quoted: str) -> str:
    """A name whose dashes were read as 一: 企业一区一市 is 企业—区—市."""
    parts = quoted.split("一")
    counted = "—" in quoted or set("二三四五六七八九十") & set(quoted)
    return quoted if len(parts) < _CHAIN or not all(parts) or counted else "—".join(parts)
