"""Units told by their own words alone in the paper of their firm, or beside it: 机电科的某某, 洗衣房获先进, 女工委举办…."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.press.bodies.endings import Endings
from loaders.press.bodies.genuine import Genuine
from loaders.press.bodies.organisation import Organisation
from loaders.press.context import Context
from loaders.press.knowledge import knowledge, longest_first
from loaders.press.names import BYLINE, NONE

_MARKS = "、，,；;。：:（(”“！？　 \n●○◆◇■★☆▲◎和与及由在到对为给请同"
_LONGEST = 12
_LIST = "、和与及"
_HOLDERS = ("enterprise", "university", "hospital")
_ACTS = "荣?获(?!得感|悉|知)|被评|被授|组织|召开|开展|举办|举行|承办|联合|全体|党支部(?!书记)"


class Alone:
    """Finds units whose firm is not told beside them; it is the one in the first line of the edition, or told right before."""

    def __init__(self, endings: Endings, genuine: Genuine) -> None:
        words, workers = knowledge("units"), knowledge("authors")
        self.inner, self.genuine, self.kind_of = endings.inner, genuine, endings.kind_of
        kinds = "|".join(longest_first(workers["kinds_of_workers"]))
        named = "|".join(longest_first([*workers["occupations"], "团队", "成员"]))
        ends = "|".join(longest_first(words["told_alone"]))
        self.unit = re.compile(
            rf"(?:{ends})(?P<branch>分?工会|分会)?(?=的?(?:{kinds})*(?:{named})|{_ACTS}|(?P<name>的?)(?=[\u3400-\u9fff]{{2,3}}))"
        )
        self.made = tuple(words["made_here"])
        self.never = re.compile("|".join(words["never_alone"]))
        self.houses = re.compile(
            rf"(?:^|(?<=[{re.escape(_MARKS)}合入]))(?:{'|'.join(longest_first(words['houses']))})(?![\u3400-\u9fff]?[路街])"
        )
        self.committees: dict[str, str] = words["committees"]
        self.committee = re.compile(rf"(?:^|(?<=[{re.escape(_MARKS)}合]))(?:{'|'.join(longest_first(list(self.committees)))})(?={_ACTS})")

    def find(self, text: str, told: Sequence[Organisation], context: Context) -> Iterator[Organisation]:
        """The units of a paragraph of which ``told`` are the other bodies."""
        home = context.antecedents.home
        kind = self.kind_of(home) if home else ""
        holders = [one for one in told if one.kind in _HOLDERS and kind in ("", one.kind)]
        if not home and not holders:
            return
        for hit in self.unit.finditer(text):
            firm = next((one.name for one in reversed(holders) if one.end <= hit.start()), home)
            if firm and (home or hit[0].endswith(self.made)) and (hit["name"] is None or self._is_named(text, hit)):
                yield from self._units(text, hit.end(), hit["branch"] or "", firm)
        if home:
            for hit in self.houses.finditer(text):
                yield Organisation(*hit.span(), home + hit[0], self.kind_of(hit[0]))
            for hit in self.committee.finditer(text):
                yield Organisation(*hit.span(), f"{home}工会{self.committees[hit[0]]}", "department")

    def _units(self, text: str, end: int, branch: str, firm: str) -> Iterator[Organisation]:
        """The unit that ends here, with its union branch where one is told, and those before it in a list."""
        start = self._begin(text, end - len(branch))
        while start >= 0:
            written = text[start:end]
            kind = "union" if branch else self.inner.kind(written)
            yield Organisation(start, end, self.inner.base(firm, written) + written, kind)
            if text[start - 1 : start] not in tuple(_LIST):
                break
            end, branch = start - 1, ""
            start = self._begin(text, end)

    def _begin(self, text: str, end: int) -> int:
        """Where a unit begins that ends here, behind a mark; -1 where none does."""
        start = end
        while start > 0 and end - start < _LONGEST and text[start - 1] not in _MARKS:
            start -= 1
        written = text[start:end]
        unit = 1 < end - start < _LONGEST and self.inner.is_unit(text, start, end) and self.never.search(written) is None
        return start if unit and not self.genuine.reach.begins(written) and not self.genuine.is_general(written) else -1

    def _is_named(self, text: str, hit: re.Match[str]) -> bool:
        """Whether somebody's name follows: 机电科的某某, 质检部某某、动力车间某某交流."""
        return self.genuine.names.end(text, hit.end("name"), evidence=BYLINE if hit["name"] == "的" else NONE) > 0
