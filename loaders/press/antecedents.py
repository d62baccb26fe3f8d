"""The bodies that a document has told so far, and which of them a bare noun means: 公司, 集团, 矿, 工会."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

# A union that its own people call 工会 alone; those over others are called by more than that.
_BASIC = re.compile(r"(?<!总)工会$")
# The union of a branch of industry in a province or a city: nobody's own.
_HIGHER = re.compile(r"中国|中华|全国|[\u3400-\u9fff]{2,7}(?:省|市|自治区|自治州|县|区)[\u3400-\u9fff]{2,10}工会$")
_TOWN = re.compile(r"[\u3400-\u9fff]{2,14}?(?<![城集市乡])(镇|乡|街道)(?=总工会|党委|党工委|工委|工会|人民政府|办事处|新就业|人大|纪委)")
_TOWNS = "of "
_ANY_UNION = "union of any rank"
_HOLDERS = {
    "公司": "enterprise", "集团": "enterprise", "厂": "enterprise", "矿": "enterprise", "段": "enterprise", "大学": "university",
    "学院": "university", "中学": "university", "学校": "university", "医院": "hospital", "研究院": "research",
}  # fmt: skip
_HOLDER = re.compile(rf".{{3,}}?(?:{'|'.join(_HOLDERS)})(?=工会|[^公司]{{2,8}}[部处室会间区科班队厂]$)")
_HOLDING = tuple(dict.fromkeys(_HOLDERS.values()))

Told = tuple[str, str]
"""The name of a body and its kind."""


@dataclass
class Antecedents:
    """What bare nouns may mean at a place of a document.

    Attributes:
        nouns: bare words, each with the kind of body that it means.
        issuer: the union at the head of the edition, of whatever rank: 本会 in its own notice.
        home: the firm, school or hospital in the first line of the edition.
        ends: of some nouns, the words of which such a body's name must hold one (集团 means no 公司 without it).
    """

    nouns: dict[str, str] = field(default_factory=dict)
    ends: dict[str, str] = field(default_factory=dict)
    issuer: Told | None = None
    home: str = ""
    _told: dict[str, Told] = field(default_factory=dict)
    _text: str = ""
    _bodies: list[tuple[int, str, str]] = field(default_factory=list)

    def again(self) -> Antecedents:
        """The same with nothing shared, for another document of the edition."""
        self._keep()
        home = next((name for _, name, kind in reversed(self._bodies) if kind in _HOLDING), "") or self.home
        return replace(self, issuer=self._told.get(_ANY_UNION), home=home, _told=dict(self._told))

    def tell(self, text: str, bodies: list[tuple[int, str, str]]) -> None:
        """Take down the bodies of a paragraph: where each ends, its name and its kind."""
        if text is not self._text:
            for _, name, kind in self._bodies:
                self._told.update(dict.fromkeys(self._keys(name, kind), (name, kind)))
        self._text, self._bodies = text, [one for body in bodies for one in (*_holders(*body), body)]

    def _keep(self) -> None:
        for _, name, kind in self._bodies:
            self._told.update(dict.fromkeys(self._keys(name, kind), (name, kind)))

    def meant(self, noun: str, text: str, position: int) -> Told | None:
        """The body that a bare noun means at a place: the one of its kind and word that was named last."""
        kind = self.nouns.get(noun, "")
        key = _ANY_UNION if noun in ("本会", "该会") else kind + self.ends.get(noun, "")
        if kind == "" or (noun == "本会" and self.issuer is not None):
            return self.issuer if kind else None
        here = next(((name, of) for _, name, of in self._before(text, position) if key in self._keys(name, of)), None)
        return here or self._told.get(key)

    def town(self, unit: str, text: str, position: int) -> str:
        """The town or street told last that a bare 镇, 乡 or 街道 means (镇总工会), as it was written; nothing where none was."""
        here = next((name for _, name, _ in self._before(text, position) if _TOWNS + unit in self._keys(name, "")), "")
        told = here or self._told.get(_TOWNS + unit, ("", ""))[0]
        found = _TOWN.match(told)
        return found[0] if found is not None and found[1] == unit else ""

    def holder(self, text: str, position: int) -> str:
        """The firm, school or hospital of which a unit may be that is told alone: the one told last; nothing where none was."""
        found = self.near(text, position) or self.home
        told = [self._told[kind][0] for kind in _HOLDING if kind in self._told]
        return found or (told[0] if len(told) == 1 else "")

    def holders(self) -> Iterator[str]:
        """The firms, schools and hospitals of the paragraph told last, from left to right."""
        return (name for _, name, kind in self._bodies if kind in _HOLDING)

    def near(self, text: str, position: int) -> str:
        """The firm, school or hospital told last before a place in its own paragraph; nothing where none was."""
        return next((name for _, name, kind in self._before(text, position) if text is self._text and kind in _HOLDING), "")

    def union(self, text: str, position: int) -> Told | None:
        """The union told last before a place in its own paragraph, whatever its rank."""
        before = self._before(text, position) if text is self._text else ()
        return next(((name, kind) for _, name, kind in before if kind == "union"), None)

    def _before(self, text: str, position: int) -> Iterator[tuple[int, str, str]]:
        """The bodies before a place, the last one first: those of the paragraph at hand, or all of the one that was read last."""
        return (one for one in reversed(self._bodies) if one[0] <= position or text is not self._text)

    def _keys(self, name: str, kind: str) -> Iterator[str]:
        if kind != "union" or (_BASIC.search(name) and (_HOLDER.match(name) or _HIGHER.match(name) is None)):
            yield kind
        if kind == "union":
            yield _ANY_UNION
        if (town := _TOWN.match(name)) is not None:
            yield _TOWNS + town[1]
        for word in dict.fromkeys(self.ends.values()):
            if re.search(word, name):
                yield kind + word


def _holders(end: int, name: str, kind: str) -> Iterator[tuple[int, str, str]]:
    """The body that another is of, by its name: a company told by its union (某某有限公司工会)."""
    found = _HOLDER.match(name) if kind in ("union", "department") else None
    if found is not None:
        yield end, found[0], next(of for ending, of in _HOLDERS.items() if found[0].endswith(ending))
