"""What a document has told so far: the divisions that 省, 市, 县 and 区 mean, and short forms that it introduced."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from loaders.press.places import Places

# What stands over a paper of a union: who publishes it, or its masthead.
_PUBLISHER = re.compile(
    r"(?:^|[\s　])([\u3400-\u9fff]{2,14}?)总工会[\s　]*(?:[\u3400-\u9fff]{2,4}[室部])?[\s　]*"
    r"(?:主[\s　]*办|编|简报|信息|工作|通讯|文件|快报|月报|$)",
    re.M,
)
# A union that its own people call 工会 alone; those over others are called by more than that.
_BASIC = re.compile(r"(?<!总)工会$")
_HOLDERS = {"公司": "enterprise", "集团": "enterprise", "厂": "enterprise", "大学": "university", "学院": "university", "医院": "hospital"}
_HOLDER = re.compile(rf".{{3,}}?(?:{'|'.join(_HOLDERS)})(?=工会|[^公司]{{2,8}}[部处室会间区科班队厂]$)")
_HOLDING = tuple(dict.fromkeys(_HOLDERS.values()))
_STOPS = "。！？!?；;"
_UNITS = ("省", "自治区", "市", "县", "区", "州", "旗")
PROVINCES = ("省", "自治区")
"""The units of provinces; a bare 省 never means an autonomous region, nor the other way round."""


@dataclass
class Context:
    """Which division a bare 省 or 市 means at a place.

    The nearest one named before it in the sentence wins; then the home of the periodical or of the document; then the one named last.

    Attributes:
        home: the divisions of the periodical and of the document's title, by their units.
        short_forms: short names introduced with their full ones and kinds.
        nouns: bare words that mean the body named last, with its kind.
        told: of each kind, the body named last.
    """

    places: Places
    home: dict[str, str] = field(default_factory=dict)
    short_forms: dict[str, tuple[str, str]] = field(default_factory=dict)
    nouns: dict[str, str] = field(default_factory=dict)
    last: dict[str, str] = field(default_factory=dict)
    told: dict[str, tuple[str, str]] = field(default_factory=dict)
    _text: str = ""
    _bodies: tuple[str, list[tuple[int, str, str]]] = ("", [])
    _named: list[tuple[int, str, bool]] = field(default_factory=list)

    def tell(self, text: str, bodies: list[tuple[int, str, str]]) -> None:
        """Take down the bodies of a paragraph: where each ends, its name and its kind."""
        self.told.update({kind: (name, kind) for _, name, kind in self._bodies[1]})
        self._bodies = (text, [one for body in bodies for one in (*_holders(*body), body) if one[2] != "union" or _BASIC.search(one[1])])

    def meant(self, noun: str, text: str, position: int) -> tuple[str, str] | None:
        """The name and kind of the body that a bare noun such as 公司 means at a place: the one of its kind that was named last."""
        kind = self.nouns.get(noun, "")
        if kind == "":
            return None
        here = self._bodies[1] if self._bodies[0] is text else []
        return next(((name, of) for end, name, of in reversed(here) if end <= position and of == kind), self.told.get(kind))

    def holder(self, text: str, position: int) -> str:
        """The firm, school or hospital told last before a place, of which a unit may be that is told alone; nothing where none was."""
        here = self._bodies[1] if self._bodies[0] is text else []
        near = next((name for end, name, kind in reversed(here) if end <= position and kind in _HOLDING), "")
        told = [self.told[kind][0] for kind in _HOLDING if kind in self.told]
        return near or (told[0] if len(told) == 1 else "")

    def restart(self) -> None:
        """Forget which divisions were named last: the document is read from its beginning again."""
        self.last, self._text, self._named = {}, "", []

    def division(self, unit: str, text: str, position: int) -> str:
        """The full name of the division that a bare unit means at a place of a paragraph, or nothing."""
        if unit in PROVINCES and (home := self.places.province or self.home.get(unit, "")).endswith(unit):
            return home
        self._read(text)
        sentence = max(text.rfind(mark, 0, position) for mark in _STOPS)
        before = [one for one in self._named if one[0] < position]
        for at, full, whole in reversed(before):
            found = _of(self.places, full, unit)
            if found and at > sentence and (whole or unit not in self.home):
                return found
        if unit in self.home:
            return self.home[unit]
        named = next((found for _, full, _ in reversed(before) if (found := _of(self.places, full, unit))), "")
        return named or self.last.get(unit, "") or (self.places.city if unit == "市" else "")

    def _read(self, text: str) -> None:
        if text is self._text:
            return
        for _, full, _ in self._named:
            self.last.update(divisions_of(self.places, full))
        self._text, self._named = text, list(self.places.named(text))


def _holders(end: int, name: str, kind: str) -> Iterator[tuple[int, str, str]]:
    """The body that another is of, by its name: a company told by its union (某某有限公司工会)."""
    found = _HOLDER.match(name) if kind in ("union", "department") else None
    if found is not None:
        yield end, found[0], next(of for ending, of in _HOLDERS.items() if found[0].endswith(ending))


def divisions_of(places: Places, full: str) -> dict[str, str]:
    """What a division says of the bare units: 岳阳市 is a 市 and lies in the 省 of its name."""
    return {unit: found for unit in _UNITS if (found := _of(places, full, unit))}


def home_of(places: Places, text: str) -> dict[str, str]:
    """The divisions at home in a text of no known periodical: those of its publisher, else of the first that it names."""
    published = _PUBLISHER.search(text)
    if published is not None and (found := places.at(published[1], 0)) is not None:
        return divisions_of(places, found[1])
    named = [(full, whole) for _, full, whole in places.named(text)]
    named = [one for one in named if one[1]] or named
    home: dict[str, str] = {}
    for full, _ in named:
        for unit in PROVINCES:
            if (province := _of(places, full, unit)) and unit not in home:
                home[unit] = province
    city = places.provinces.get(named[0][0], "") if named else ""
    return {**home, "市": city} if city.endswith("市") else home


def _of(places: Places, full: str, unit: str) -> str:
    if unit == "市":
        found = places.city_of(full)
        return found if found.endswith("市") else ""
    if unit in PROVINCES:
        found = places.provinces.get(full, "")
        return found if found.endswith(unit) else ""
    if unit == "州":
        return full if full.endswith("自治州") else ""
    return full if full.endswith(unit) and places.ranks.get(full) != "province" else ""
