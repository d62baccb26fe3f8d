"""What a document has told so far: the divisions that 省, 市, 县 and 区 mean, and short forms that it introduced."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from loaders.press.antecedents import Antecedents
from loaders.press.marks import last_of
from loaders.press.places import Places

# What stands over a paper of a union: who publishes it, or its masthead.
_PUBLISHER = re.compile(
    r"(?:^|[\s　])([\u3400-\u9fff]{2,14}?)总工会[\s　]*(?:[\u3400-\u9fff]{2,4}[室部])?[\s　]*"
    r"(?:主[\s　]*办|编|简报|信息|工作|通讯|文件|快报|月报|(?:19|20)\d{2}年|第?\d+期|$)",
    re.M,
)
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
        antecedents: the bodies told so far, which bare nouns mean.
    """

    places: Places
    home: dict[str, str] = field(default_factory=dict)
    short_forms: dict[str, tuple[str, str]] = field(default_factory=dict)
    antecedents: Antecedents = field(default_factory=Antecedents)
    last: dict[str, str] = field(default_factory=dict)
    _text: str = ""
    _named: list[tuple[int, str, bool]] = field(default_factory=list)
    _passed: list[str] = field(default_factory=list)

    def restart(self) -> None:
        """Forget which divisions were named last: the document is read from its beginning again."""
        self.last, self._text, self._named, self._passed = {}, "", [], []

    def read(self, text: str) -> None:
        """Take down the next paragraph; its divisions are looked for only when a bare unit asks for them."""
        self._passed.append(text)

    def division(self, unit: str, text: str, position: int) -> str:
        """The full name of the division that a bare unit means at a place of a paragraph, or nothing."""
        if unit in PROVINCES and (home := self.places.province or self.home.get(unit, "")).endswith(unit):
            return home
        self._read(text)
        sentence = last_of(text, _STOPS, position)
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
        for passed in (*self._passed, text):
            if passed is not self._text:
                for _, full, _ in self._named:
                    self._tell(full)
                self._text, self._named = passed, list(self.places.named(passed))
        self._passed = []

    def _tell(self, full: str) -> None:
        """Take down a division; a city of a county's rank takes nothing from that of a whole region told before it."""
        found = divisions_of(self.places, full)
        told = self.last.get("市", "")
        if told and self.places.ranks.get(told) == "city" and self.places.ranks.get(found.get("市", "")) == "district":
            del found["市"]
        self.last.update(found)


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
