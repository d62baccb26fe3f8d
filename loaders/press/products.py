"""Products: what somebody makes (研发“…”, 设计的“…连接器”), what is built (参与建造某某运输船), systems and brands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.press.knowledge import knowledge, longest_first
from loaders.press.things import Thing

_WORDS = knowledge("projects")
_HAN = "\u3400-\u9fff"
_QUOTED = re.compile(r"[“\"]([^“”\"，。]{2,20})[”\"]")
_SYSTEM = re.compile(r"(?<![A-Za-z])[A-Z]{2,8}(?:\d\.\d)?系统")
_BRAND = re.compile(r"(?=的[^，。；]{0,12}品牌|品牌)")
_NO_PRODUCT = re.compile(r"工匠|劳模|学院|工程|行动|计划|服务|课堂|之家|驿站")
_MAKES = "|".join(longest_first(_WORDS["makes"]))
_MADE_BY = re.compile(rf"(?:{_MAKES})(?:出|了|的)*$")
_DESIGNED = re.compile(rf"(?:{'|'.join(longest_first(_WORDS['designs']))})(?:出|了|的)*$")
_DEVICE = re.compile(rf"(?:{'|'.join(longest_first(_WORDS['made']['product']))})$")
# What between a quoted name and a noun is no part of what it is called: “…技术”获江西省职工技术创新成果一等奖.
_NOUNS = "|".join(longest_first([noun for nouns in _WORDS["made"].values() for noun in nouns]))
_BEHIND = re.compile(rf"(?:(?![获荣在于被的已使让与和及])[{_HAN}A-Za-z]){{0,8}}?(?:{_NOUNS})")
_INNOVATIVE = tuple(_WORDS["made"]["innovation"])
_THINGS = "|".join(longest_first(_WORDS["things"]))
_PLAINLY = re.compile(rf"(?:{_MAKES})的(?P<name>[{_HAN}A-Za-z]{{3,16}}?(?:{_THINGS}))(?![{_HAN}]{{0,2}}(?:等|化|性))")
_BUILDS = "|".join(longest_first(_WORDS["builds"]))
_PRAISED = r"我国|国内|国产|世界|全球|全国|首[艘台架套列座]|第一[艘台架套列座]"
_BUILT = re.compile(
    rf"(?:{'|'.join(longest_first(_WORDS['joins']))})(?:了|过|{_PRAISED}|{_BUILDS})*(?:{_BUILDS})(?:了|的|过)?(?:{_PRAISED})*"
    rf"(?P<name>[{_HAN}A-Za-z0-9.\-]{{2,20}}?(?:{'|'.join(longest_first(_WORDS['built']))}))(?![{_HAN}]{{0,2}}(?:厂|公司|行业|工业))"
)
# What is told of a thing that was made: “…系统”，攻关用了…, “…装置”获省科技奖.
_PROVED = re.compile(
    r"[，,]?[^，。；“”]{0,4}(?:攻关|荣?获[^，。；]{0,14}(?:奖|专利)|填补|通过(?:了)?(?:鉴定|验收|评审)|投用|投入使用|投产|研[制发]成功|试制成功)"
)
_AND = re.compile("[、和及与]?|以及")
_NEAR = 8


def find(text: str) -> Iterator[Thing]:
    """The products that a unit names."""
    row = -1
    for quoted in _QUOTED.finditer(text):
        after = _BEHIND.match(text, quoted.end())
        words = after[0] if after else ""
        begin = max(0, quoted.start() - _NEAR)
        designed = _DESIGNED.search(text, begin, quoted.start()) and _DEVICE.search(words or quoted[1])
        if designed or _MADE_BY.search(text, begin, quoted.start()) or (row >= 0 and _AND.fullmatch(text, row, quoted.start())):
            row = end = quoted.end() + len(words)
            kind = "innovation" if (words or quoted[1]).endswith(_INNOVATIVE) else "product"
            yield Thing("Project", f"“{quoted[1]}”{words}", quoted.start(), end, kind)
        elif _is_told(text, quoted):
            yield Thing("Project", f"“{quoted[1]}”", quoted.start(), quoted.end(), "product")
    for pattern in (_PLAINLY, _BUILT):
        for found in pattern.finditer(text):
            yield Thing("Project", found["name"], found.start("name"), found.end("name"), "product")
    for found in _SYSTEM.finditer(text):
        yield Thing("Project", found[0], found.start(), found.end(), "product")


def _is_told(text: str, quoted: re.Match[str]) -> bool:
    """Whether what follows a quoted name tells that it is a product: 产品, 品牌, what it won."""
    if text.startswith("产品", quoted.end()) or (_DEVICE.search(quoted[1]) and _PROVED.match(text, quoted.end())):
        return True
    return _BRAND.match(text, quoted.end()) is not None and _NO_PRODUCT.search(quoted[1]) is None
