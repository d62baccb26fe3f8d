"""Organisations by their short names: an office of a division (省人社厅, 市总), a bare noun (公司), a form introduced before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.press.bodies.endings import Endings
from loaders.press.bodies.official import UNITS, Official
from loaders.press.bodies.organisation import Organisation
from loaders.press.context import Context
from loaders.press.knowledge import knowledge, longest_first

_BEFORE_UNION = ("", "届", "。", "！", "；", "\n", "由", "为", " ", "　")
_BEFORE_NOUN = (*_BEFORE_UNION, *"”，,、：:●◆■★▲", "该")
# What begins with 总 and is no short name of a federation: 市总工程师, 超市总部.
_NO_FEDERATION = (
    "经理", "工", "会计", "经济", "法律", "设计", "裁", "监", "教", "编", "书记", "干事", "队", "部", "体", "量", "数", "值", "面", "结",
)  # fmt: skip
# What a bare noun may have behind it that is of the body it means: 公司工会, 集团女职工委员会.
_OF_NOUNS = "工会|女职工委员会|经费审查委员会|团委|党委(?!书记|副书记|委员)"
_DIVISION = 12
_LEAGUE_ANYWHERE = re.compile(r"(?<!共青)团[省市县区州]委")
_LEAGUE = re.compile(r"团([省市县区州])委$")


class Offices:
    """Finds bodies whose written form is a short one."""

    def __init__(self, endings: Endings, official: Official) -> None:
        self.endings, self.official = endings, official
        self.nouns: dict[str, str] = knowledge("abbreviations")["nouns"]
        self.ends: dict[str, str] = knowledge("abbreviations")["noun_ends"]
        self.not_before = {noun: tuple(words) for noun, words in knowledge("abbreviations")["noun_not_before"].items()}
        bare = "|".join(longest_first([n for n in self.nouns if n != "工会"]))
        self.unit_of_noun = re.compile(rf"(?<![\u3400-\u9fff])(?:{bare})(?:{_OF_NOUNS})")
        nouns = "|".join(longest_first([noun for noun in self.nouns if len(noun) > 1]))
        self.any_noun = re.compile(nouns)
        self.leads = re.compile(
            rf"(?:^|(?<=[，。；！？　 日午晚]))(?:我|本|该)?(?P<noun>{nouns})"
            r"(?=[于在]?\d|[还也又](?:组织|开展|举办|召开|联合)|在|将|联合|会同|党委|召开|举办|举行|组织|开展|启动|隆重|成功)"
        )
        self.longest = max(map(len, official.offices))
        self.office = re.compile("|".join(longest_first(list(official.offices))))
        full = [e for e in endings.of_kind("government") if e[-1] in "厅局会" and len(e) > 2]
        self.any_office = re.compile("|".join(longest_first([*official.offices, *full])))
        self.national = re.compile(rf"(?:{'|'.join(longest_first(list(official.national)))})(?!(?<=部)门)")

    @property
    def forms(self) -> tuple[str, ...]:
        """All forms that are known beforehand."""
        return (*self.nouns, *self.official.national, *self.official.offices, "总")

    def may_mean(self, text: str) -> bool:
        """Whether a paragraph has the union of a bare noun (集团工会), which may mean a body that the same paragraph tells."""
        return self.unit_of_noun.search(text) is not None

    def leading(self, text: str, context: Context) -> Iterator[Organisation]:
        """Bare nouns that do something on their own: 5月10日，公司召开…."""
        for hit in self.leads.finditer(text):
            found = context.antecedents.meant(hit["noun"], text, hit.start())
            if found is not None:
                yield Organisation(hit.start(), hit.end(), *found, "inferred")

    def find(self, text: str, context: Context) -> Iterator[Organisation]:
        """The short forms of a paragraph, by their kind of form."""
        for hit in self.national.finditer(text):
            if hit[0] == "全总" and (text.startswith(_NO_FEDERATION, hit.end()) or text[hit.start() - 1 : hit.start()] in tuple("安健完")):
                continue  # 安全总监
            full = self.official.national[hit[0]]
            yield Organisation(hit.start(), hit.end(), full, self.endings.kind_of(full))
        for hit in [*self.office.finditer(text), *_LEAGUE_ANYWHERE.finditer(text)]:
            found = self.office_ending_at(text, hit.end(), context)
            if found is not None:
                yield found
        for short, (name, kind) in context.short_forms.items():
            start = text.find(short)
            while start >= 0:
                yield Organisation(start, start + len(short), name, kind)
                start = text.find(short, start + len(short))

    def noun_ending_at(self, text: str, end: int, context: Context) -> Organisation | None:
        """公司 or 工会 alone, at the beginning of a clause; 工会 after a comma is the title's (公司党委书记、工会主席)."""
        for length in range(4, 0, -1):
            start = end - length
            noun = text[max(0, start) : end]
            if start < 0 or noun not in self.nouns or text[start - 1 : start] not in (_BEFORE_NOUN if noun != "工会" else _BEFORE_UNION):
                continue
            if text.startswith(self.not_before.get(noun, ()), end):
                continue  # 项目经理 is a title
            found = context.antecedents.meant(noun, text, start)
            return Organisation(start, end, *found, "inferred") if found is not None else None
        return None

    def short_ending_at(self, text: str, end: int, context: Context) -> Organisation | None:
        """A form that plain knowledge or the document itself resolves, or an office, that ends just here."""
        for length in range(12, 1, -1):
            written = text[max(0, end - length) : end]
            if written in self.official.national:
                full = self.official.national[written]
                return Organisation(end - len(written), end, full, self.endings.kind_of(full))
            if written in context.short_forms:
                name, kind = context.short_forms[written]
                return Organisation(end - len(written), end, name, kind)
        return self.office_ending_at(text, end, context)

    def office_ending_at(self, text: str, end: int, context: Context) -> Organisation | None:
        """An office of a division by its short name; 省总 and 市总 are its federation of unions, 团省委 its Youth League."""
        league = _LEAGUE.search(text, max(0, end - 3), end)
        if league is not None and (division := context.division(league[1], text, league.start())):
            return Organisation(league.start(), end, f"共青团{division}委", "party")
        federation = self._federation_ending_at(text, end, context)
        if federation is not None:
            return federation
        for length in range(self.longest, 1, -1):
            office = self.official.offices.get(text[max(0, end - length) : end])
            if office is not None:
                start = end - length
                for before in range(max(0, start - _DIVISION), start):
                    division = self.official.division(text, before, start, context)
                    if division:
                        return Organisation(before, end, division + office, self.endings.kind_of(office))
        return None

    def _federation_ending_at(self, text: str, end: int, context: Context) -> Organisation | None:
        if text[end - 1 : end] != "总" or text[end - 2 : end - 1] not in tuple("省市县区") or text.startswith(_NO_FEDERATION, end):
            return None
        for before in range(max(0, end - _DIVISION), end - 1):
            alone = end - before == 2 and text[before - 1 : before].isalpha() and before > 0
            division = "" if alone else self.official.division(text, before, end - 1, context)
            if division:
                return Organisation(before, end, division + "总工会", "union")
        return None

    def spread(self, text: str, found: list[Organisation]) -> list[Organisation]:
        """省人社厅、工信厅: a division written once holds for the offices that follow in the list."""
        result: list[Organisation] = []
        for one in found:
            result.append(one)
            division = next((one.name[:n] for n in (3, 4, 5, 7) if one.name[n - 1 : n] in tuple(UNITS) and one.kind == "government"), "")
            end = one.end
            while division and text[end : end + 1] in ("、", "和", "及"):
                hit = self.any_office.match(text, end + 1)
                if hit is None:
                    break
                result.append(Organisation(hit.start(), hit.end(), division + self.official.offices.get(hit[0], hit[0]), "government"))
                end = hit.end()
        return result
