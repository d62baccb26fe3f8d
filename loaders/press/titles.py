"""Titles of posts: where they end in a text, and where they may begin."""

from __future__ import annotations

import re

from loaders.press.knowledge import knowledge, longest_first

_DEPUTIES = ("", "副", "常务副", "代", "代理", "挂职副")


class Titles:
    """Knows titles: an optional prefix and a head (常务副主席); behind a body also trades, and heads that any words open (外科主任)."""

    def __init__(self) -> None:
        words = knowledge("titles")
        heads = "|".join(map(re.escape, longest_first(words["heads"])))
        prefixes = "|".join(map(re.escape, longest_first(words["prefixes"])))
        joined = {j["written"]: j["means"] for j in words["joined"]}
        self.joined: dict[str, str] = joined
        self.title = re.compile(rf"(?:(?:{prefixes}){{0,4}}(?:{heads})|{'|'.join(joined)})")
        trades = "|".join(map(re.escape, longest_first(words["trades"])))
        self.open = re.compile(rf"[\u3400-\u9fff]{{0,6}}(?:{heads}|{trades})")
        self.implied: dict[str, str] = words["implied"]
        self.trade = re.compile(rf"(?:{trades})")

    def implies(self, title: str) -> str:
        """The unit of the division whose government a title is of, which stands without its body (市长, 副县长); else nothing."""
        return next((unit for head, unit in self.implied.items() if title in [prefix + head for prefix in _DEPUTIES]), "")

    def ends(self, text: str) -> dict[int, list[int]]:
        """Where titles end, and for each end where they may begin, the longest first."""
        ends: dict[int, list[int]] = {}
        position = 0
        while (hit := self.title.search(text, position)) is not None:
            ends.setdefault(hit.end(), []).append(hit.start())
            position = hit.start() + 1
        for hit in self.trade.finditer(text):
            if hit[0] != "司机" or text[hit.start() - 1 : hit.start()] != "公":  # 公司机修部
                ends.setdefault(hit.end(), [])
        return ends
