"""Organisations: where a name of one ends and begins, of what kind it is, and its fullest official form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.claim import Method
from loaders.press import combination
from loaders.press.context import Context
from loaders.press.inner import Inner
from loaders.press.knowledge import knowledge, longest_first
from loaders.press.names import Names
from loaders.press.places import Places
from loaders.press.tagged import Tagged

_KINDS = (
    "union", "government", "party", "congress", "court", "enterprise", "university", "hospital", "research", "media", "museum",
    "social", "department", "workshop", "team", "laboratory", "venue",
)  # fmt: skip
_STOP_MARKS = ' \t　,，。、；;：:！!？?“”"‘’|｜[]【】—…\n0123456789%+（('
_NATIONAL = ("中国", "中华", "全国", "中共", "国家", "国务院", "最高")
# A grade inside a name, where no name begins: 某某全国重点实验室.
_GRADES = (
    "全国重点",
    "国家重点",
    "国家工程",
    "国家级",
    "国际会",
    "国际学",
    "国际合",
    "世界之",
    "国际机",
    "国际大",
    "国际中",
    "国际货",
    "国际贸",
)
_COUNTED = re.compile(r"[\d几多数余各百千万][家个名支所项场座批条]?$")
_BEFORE_UNION = ("", "届", "。", "！", "；", "\n", "由", "为", " ", "　")
_BEFORE_NOUN = (*_BEFORE_UNION, "，", ",", "、", "：", ":", "该")
_ADMINISTRATIVE = ("union", "government", "party", "congress", "court")
_HAVE_UNITS = ("enterprise", "hospital", "university", "research")
_VAGUE_PLACE = re.compile(r"[一二三四五六七八九十两几各多]个?[省市区县]")
_TOWN = re.compile(r"[\u3400-\u9fff]{2,4}(?:镇|乡|街道)")
_SPACE = re.compile(r"\s")
_SHORT_FORM = re.compile(r"[（(](?:以下|下)?简称[:：]?[“\"「]?([^”\"」）)]{2,14})[”\"」]?[)）]")
_FIRMS = ("公司", "集团", "厂", "学院", "大学", "医院", "银行", "总工会", "港九", "香港", "澳门", "项目")
# Unions of what people work at, in whose names a short name of a city stays short: 福州车辆段工会.
_WORKS = tuple(f"{work}工会" for work in "段厂矿站所行店社")
_KINDS_OF_GROUPS = ("企业", "产业", "大型", "国有", "央企", "国际", "利益", "人才", "财团")
_BARE = ("公司", "集团", "企业", "厂", "学校", "学院", "医院", "县", "区", "镇", "乡", "街道")
_LONGEST = 32
_TERM = 10
_UNIT = 20
# What begins with 总 and is no short name of a federation: 市总工程师, 超市总部.
_NO_FEDERATION = (
    "经理",
    "工",
    "会计",
    "经济",
    "法律",
    "设计",
    "裁",
    "监",
    "教",
    "编",
    "书记",
    "干事",
    "队",
    "部",
    "体",
    "量",
    "数",
    "值",
    "面",
    "结",
)
_UNITS = "省市区县州旗"
_BARE_UNITS = ("自治区", "省", "市", "县", "区", "州", "旗")


@dataclass(frozen=True, slots=True)
class Organisation:
    """A mention of an organisation in a paragraph: where, what it is called in full, its kind, how it was found and how sure it is.

    A ``bare`` one is a unit of which only its own words stand there (、人力资源部).
    """

    start: int
    end: int
    name: str
    kind: str
    method: Method = "rule"
    confidence: int = combination.BY_RULE
    bare: bool = False


def bare_unit(written: str) -> str:
    """The bare unit that a name begins with (省总工会, 市教育局), or nothing."""
    found = next((u for u in _BARE_UNITS if written.startswith(u) and len(written) > len(u)), "")
    after = written[len(found) : len(found) + 2]
    return found if after in ("民政", "民宗", "民族", "场监") or after[:1] not in ("级", "直", "属", "域", "场", "民", "容", "内") else ""


class Organisations:
    """Finds organisations by their endings; the left end is where a mark, a stop word or a division says so."""

    def __init__(self, places: Places, names: Names) -> None:
        words = knowledge("organisations")
        self.places, self.names = places, names
        self.industries = tuple(words["industries"])
        self.kinds: dict[str, str] = {ending: kind for kind in _KINDS for ending in words[kind]}
        self.endings = re.compile("|".join(map(re.escape, longest_first(list(self.kinds)))))
        self.longest_ending = max(map(len, self.kinds))
        self.two = re.compile(rf"(?:{self.endings.pattern})[和及与][省市县区]")
        self.stops: dict[str, list[str]] = {}
        for stop in longest_first(words["stops"]):
            self.stops.setdefault(stop[-1], []).append(stop)
        self.whole = re.compile("|".join(longest_first(words["whole"])))
        self.not_before = tuple(words["not_before"])
        self.countries = (*_NATIONAL, *longest_first(words["countries"]))
        self.prefixed = tuple(longest_first([*words["brands"], *words["parties"]]))
        self.parties = tuple(words["parties"])
        self.inner = Inner(self.kinds)
        self.generic = re.compile("|".join(longest_first(words["generic"])))
        short = knowledge("abbreviations")
        self.national: dict[str, str] = short["national"]
        self.offices: dict[str, str] = short["offices"]
        self.nouns: dict[str, str] = short["nouns"]
        self.longest_office = max(map(len, self.offices))
        self.office = re.compile("|".join(longest_first(list(self.offices))))
        full = [e for e, kind in self.kinds.items() if kind == "government" and e[-1] in "厅局会" and len(e) > 2]
        self.any_office = re.compile("|".join(longest_first([*self.offices, *full])))
        self.short_national = re.compile("|".join(longest_first(list(self.national))))

    def find(self, text: str, context: Context, tagged: Sequence[Tagged] = ()) -> list[Organisation]:
        """The organisations of a paragraph, the longest at each place, from left to right."""
        found = [o for o in self._candidates(text, context) if not text.startswith(self.not_before, o.end) or o.kind == "enterprise"]
        found.sort(key=lambda o: (o.start, -o.end))
        kept: list[Organisation] = []
        for one in found:
            if not kept or one.start >= kept[-1].end:
                kept.append(one)
            elif one.end > kept[-1].end and one.start <= kept[-1].start:
                kept[-1] = one
        return combination.bodies(self._spread(text, kept), tagged, text, self, context) if tagged else self._spread(text, kept)

    def within(self, text: str, start: int, end: int, context: Context) -> Organisation | None:
        """The longest body that begins at ``start`` and ends as bodies do, at ``end`` or before; None where there is none."""
        for last in range(end, start + 2, -1):
            for length in range(min(self.longest_ending, last - start), 1, -1):
                kind = self.kinds.get(text[last - length : last])
                if kind is not None and not _SPACE.search(text, start, last) and not self.two.search(text, start, last):
                    written = text[start:last]
                    name = (
                        None
                        if text.startswith(self.not_before, last) or self.generic.search(written)
                        else self._full(written, kind, context, text, start)
                    )
                    core, ending = text[start : last - length], text[last - length : last]
                    somebody = self._is_somebody(core, kind, ending) and self._is_name(core, written, kind, quoted=False)
                    return Organisation(start, last, name, kind) if name is not None and somebody else None
        return None

    def begins(self, text: str) -> bool:
        """Whether a text begins as the names of bodies do: with a division, a country or a group of companies."""
        return text.startswith((*self.countries, *self.prefixed)) or self.places.at(text, 0) is not None

    def ending_at(self, text: str, end: int, context: Context) -> Organisation | None:
        """The organisation whose name ends just here, as before a title.

        A unit that stands there without the body that it is of (、经费审查委员会主任) has its bare word as name.
        """
        for length in range(min(self.longest_ending, end), 0, -1):
            ending = text[end - length : end]
            if ending in self.kinds:
                one = self._named(text, end - length, end, self.kinds[ending], context)
                if one is not None:
                    return one
                if self.kinds[ending] == "department" and self._left(text, end - length) == end - length:
                    return Organisation(end - length, end, ending, "department", bare=True)
        return (
            self._short_ending_at(text, end, context)
            or self._unit_ending_at(text, end, context)
            or self._noun_ending_at(text, end, context)
        )

    def _noun_ending_at(self, text: str, end: int, context: Context) -> Organisation | None:
        """公司 or 工会 alone, at the beginning of a clause; 工会 after a comma is the title's (公司党委书记、工会主席)."""
        for length in range(4, 1, -1):
            start = end - length
            noun = text[max(0, start) : end]
            if start < 0 or noun not in self.nouns or text[start - 1 : start] not in (_BEFORE_NOUN if noun != "工会" else _BEFORE_UNION):
                continue
            found = context.meant(noun, text, start)
            return Organisation(start, end, *found, "inferred") if found is not None else None
        return None

    def _unit_ending_at(self, text: str, end: int, context: Context) -> Organisation | None:
        """A unit of which only the body that it is of is known by its ending: 某某有限公司电镀车间."""
        for start in range(end - 2, max(0, end - _UNIT), -1):
            if text[start] in _STOP_MARKS:
                break
            if self.inner.is_unit(text, start, end):
                body = self._ended(text, start, context) or self._office_ending_at(text, start, context)
                if body is not None:
                    return Organisation(body.start, end, body.name + text[start:end], self.inner.kind(text[start:end]))
        return None

    def bare_unit_at(self, text: str, end: int) -> Organisation | None:
        """A unit that ends here and has a mark before it; of what body it is, only what stands around says."""
        start = self.inner.bare(text, end)
        if start < 0 or self.begins(text[start:end]):
            return None
        return Organisation(start, end, text[start:end], self.kinds.get(text[start:end], "department"), "inferred", bare=True)

    def _ended(self, text: str, end: int, context: Context) -> Organisation | None:
        for length in range(min(self.longest_ending, end), 1, -1):
            kind = self.kinds.get(text[end - length : end], "department")
            if kind not in ("department", "venue", "team") and (one := self._named(text, end - length, end, kind, context)) is not None:
                return one
        return None

    def _short_ending_at(self, text: str, end: int, context: Context) -> Organisation | None:
        for length in range(12, 1, -1):
            written = text[max(0, end - length) : end]
            if written in self.national:
                return Organisation(end - len(written), end, self.national[written], self.kind_of(self.national[written]))
            if written in context.short_forms:
                name, kind = context.short_forms[written]
                return Organisation(end - len(written), end, name, kind)
        return self._office_ending_at(text, end, context)

    def _office_ending_at(self, text: str, end: int, context: Context) -> Organisation | None:
        """An office of a division by its short name; 省总 and 市总 are its federation of unions."""
        if text[end - 1 : end] == "总" and text[end - 2 : end - 1] in tuple("省市县区") and not text.startswith(_NO_FEDERATION, end):
            for before in range(max(0, end - 12), end - 1):
                alone = end - before == 2 and text[before - 1 : before].isalpha() and before > 0
                division = "" if alone else self._division(text, before, end - 1, context)
                if division:
                    return Organisation(before, end, division + "总工会", "union")
        for length in range(self.longest_office, 1, -1):
            office = self.offices.get(text[max(0, end - length) : end])
            if office is not None:
                start = end - length
                for before in range(max(0, start - 12), start):
                    division = self._division(text, before, start, context)
                    if division:
                        return Organisation(before, end, division + office, self.kind_of(office))
        return None

    def inside(self, text: str, unit: Organisation, context: Context) -> Organisation | None:
        """The body that a unit is of, where the unit's name begins with it (某某有限公司产品部); the longest."""
        found = self._inside(text, unit, context)
        if found is not None:
            for position in range(unit.end - 2, found.end + 1, -1):
                if self.inner.is_unit(text, found.end, position) and self.inner.is_unit(text, position, unit.end):
                    name = found.name + text[found.end : position]
                    return Organisation(unit.start, position, name, self.inner.kind(name))
        return found

    def _inside(self, text: str, unit: Organisation, context: Context) -> Organisation | None:
        found = None
        for hit in self.office.finditer(text, unit.start, unit.end):
            one = self._office_ending_at(text, hit.end(), context) if hit.end() < unit.end else None
            found = one if one is not None and one.start == unit.start else found
        for hit in self.endings.finditer(text, unit.start, unit.end):
            if hit.end() < unit.end and not text.startswith("员", hit.end()) and self.kinds[hit[0]] not in ("department", "workshop"):
                one = self._named(text, hit.start(), hit.end(), self.kinds[hit[0]], context)
                if one is not None and one.start == unit.start:
                    found = one
        return found

    def kind_of(self, name: str) -> str:
        """The kind that a full name's ending makes; an enterprise where it has none."""
        found = [e for e in self.kinds if name.endswith(e)]
        return self.kinds[max(found, key=len)] if found else "enterprise"

    def introduce(self, text: str, context: Context) -> Iterator[Organisation]:
        """Short forms that a paragraph introduces (以下简称…); each is told with its full name."""
        for found in _SHORT_FORM.finditer(text):
            full = self.ending_at(text, found.start(), context)
            if full is not None:
                context.short_forms[found[1]] = (full.name, full.kind)
                yield Organisation(found.start(1), found.end(1), full.name, full.kind)

    def _candidates(self, text: str, context: Context) -> Iterator[Organisation]:
        position = 0
        while (hit := self.endings.search(text, position)) is not None:
            position = hit.start() + 1
            one = self._named(text, hit.start(), hit.end(), self.kinds[hit[0]], context)
            if one is not None and self._is_somebody(text[one.start : hit.start()], one.kind, hit[0]):
                yield one
                more = self.inner.after.match(text, one.end) if one.kind in _HAVE_UNITS else None
                if more is not None and self.inner.is_unit(text, one.end, more.end()):
                    unit = Organisation(one.start, more.end(), one.name + more[0], self.inner.kind(more[0]))
                    if len(more[0]) > 2:
                        context.short_forms.setdefault(more[0], (unit.name, unit.kind))
                    yield unit
        for hit in self.short_national.finditer(text):
            yield Organisation(hit.start(), hit.end(), self.national[hit[0]], self.kind_of(self.national[hit[0]]))
        for hit in self.office.finditer(text):
            found = self._office_ending_at(text, hit.end(), context)
            if found is not None:
                yield found
        for short, (name, kind) in context.short_forms.items():
            for hit in re.finditer(re.escape(short), text):
                yield Organisation(hit.start(), hit.end(), name, kind)

    def _spread(self, text: str, found: list[Organisation]) -> list[Organisation]:
        """省人社厅、工信厅: a division written once holds for the offices that follow in the list."""
        result: list[Organisation] = []
        for one in found:
            result.append(one)
            division = next((one.name[:n] for n in (3, 4, 5, 7) if one.name[n - 1 : n] in tuple(_UNITS) and one.kind == "government"), "")
            end = one.end
            while division and text[end : end + 1] in ("、", "和", "及"):
                hit = self.any_office.match(text, end + 1)
                if hit is None:
                    break
                result.append(Organisation(hit.start(), hit.end(), division + self.offices.get(hit[0], hit[0]), "government"))
                end = hit.end()
        return result

    def _named(self, text: str, ending: int, end: int, kind: str, context: Context) -> Organisation | None:
        if text[ending:end] in (
            "国务院",
            "国务院办公厅",
            "中共中央",
            "中共中央办公厅",
            "全国人大",
            "全国政协",
            "最高人民法院",
            "最高人民检察院",
        ):
            return Organisation(ending, end, text[ending:end], kind)
        start = self._left(text, ending)
        if start == ending and kind == "party" and text[ending] in _UNITS and end - ending == 2:
            division = context.division(text[ending], text, start)
            return Organisation(start, end, division + "委", kind) if division else None
        start = self._from_division(text, start, ending)
        if kind in _ADMINISTRATIVE and text[ending - 1] in _UNITS and self.names.is_name(text[start : ending - 1]):
            start = ending - 1 if self.places.at(text, start, ending) is None else start
        written = text[start:end]
        core = text[start:ending].strip("《》")
        if (start > 0 and _COUNTED.search(text[max(0, start - 2) : start] + written[0])) and written[0] in "家个名支所项场座批条余":
            return None
        if len(written) > _LONGEST or self.generic.search(written) or _VAGUE_PLACE.search(written):
            return None
        noun = next((n for n in self.nouns if n != "工会" and core.startswith(n)), "") if kind in ("union", "department") else ""
        meant = context.meant(noun, text, start) if noun else None
        if meant is not None:
            return Organisation(start, end, meant[0] + written.removeprefix(noun), kind)
        name = self._full(written, kind, context, text, start)
        if name is None or not self._is_name(core, written, kind, quoted=text[start - 1 : start] in ("“", '"')):
            return None
        return Organisation(start, end, name, kind)

    def _left(self, text: str, ending: int) -> int:
        """Walk from the ending to the left as far as a name may reach."""
        start = ending
        while start > 0 and ending - start < _LONGEST:
            char = text[start - 1]
            if char in ")）":
                opening = max(text.rfind("(", 0, start), text.rfind("（", 0, start))
                if opening < 0 or start - opening > 8:
                    break
                start = opening
                continue
            if char in _STOP_MARKS:
                break
            stop = next((s for s in self.stops.get(char, ()) if text.endswith(s, 0, start)), "")
            if (
                stop
                and not self._inside_whole(text, start - len(stop), start)
                and not self._inside_division(text, start - len(stop), start)
            ):
                break
            start -= 1
        return self._after_holder(text, start, ending)

    def _after_holder(self, text: str, start: int, ending: int) -> int:
        """Where a body begins that somebody is put over whose name stands right before it (某某任公司工会主席)."""
        for taken in (start + 2, start + 3):
            if taken < ending and text[taken] == "任" and text[taken - 1] not in "责主担现信" and self.names.is_name(text[start:taken]):
                return taken + 1
        return start

    def _inside_whole(self, text: str, start: int, end: int) -> bool:
        """Whether the run lies within a term that is kept whole, such as 人力资源和社会保障."""
        first = max(0, start - _TERM)
        return any(first + m.start() <= start and first + m.end() >= end for m in self.whole.finditer(text[first : end + _TERM]))

    def _inside_division(self, text: str, start: int, end: int) -> bool:
        """Whether the run lies within the name of a division, such as 太原 or 和田."""
        for first in range(max(0, start - 4), start + 1):
            found = self.places.at(text, first)
            if found is not None and found[0] >= end and found[0] - first > end - start:
                return True
        return False

    def _from_division(self, text: str, start: int, ending: int) -> int:
        """Where a division stands inside, the name begins there."""
        if text.startswith((*self.countries, *self.prefixed, "《"), start):
            return start
        for position in range(start, ending - 1):
            if self.places.at(text, position, ending) is not None or (
                text.startswith(self.countries, position) and not text.startswith(_GRADES, position)
            ):
                return position
            if position == start and bare_unit(text[position:ending] + "会"):
                return position
        return start

    def _full(self, written: str, kind: str, context: Context, text: str, start: int) -> str | None:
        """The official form: 省总工会 in the province's press is the province's, 市总工会 that of the city last named."""
        if written in self.national:
            return self.national[written]
        if kind in ("party", "union") and written.startswith("中共") and self.places.at(written, 2) is not None:
            return self._full(written.removeprefix("中共"), kind, context, text, start + 2)
        for short, (full, _) in context.short_forms.items():
            if written.startswith(short) and not full.startswith(written) and written != short:
                return full + written.removeprefix(short) if not written.startswith(full) else written
        for short, full in self.national.items():
            if written.startswith(short) and kind == "department":
                return full + written.removeprefix(short)
        unit = bare_unit(written)
        if unit:
            division = context.division(unit[-1] if unit != "自治区" else "省", text, start)
            if not division:
                return None
            return division + self.offices.get(written[len(unit) :], written[len(unit) :])
        found = self.places.at(written, 0)
        if found is not None and kind in _ADMINISTRATIVE and not any(word in written for word in ("公司", "集团", "医院", "学院")):
            rest = written[found[0] :]
            if kind == "union" and rest.endswith(_WORKS):
                return written
            if rest == "工会":
                return found[1] + "总工会" if written[: found[0]] != found[1] else None
            return (found[1] if written[found[0] - 1] in "州" else written[: found[0]]) + self.offices.get(rest, rest)
        return written

    def _division(self, text: str, start: int, end: int, context: Context) -> str:
        written = text[start:end]
        if written in _BARE_UNITS:
            return context.division("省" if written == "自治区" else written, text, start)
        return self.places.full.get(written, "") if written[-1:] in _UNITS else ""

    def _is_somebody(self, core: str, kind: str, ending: str) -> bool:
        """Whether a name that no title follows is surely one: a unit of a named body, a firm with more than the word."""
        if ending == "集团":
            return len(core) >= 2 and not self.generic.search(core) and core[-2:] not in _KINDS_OF_GROUPS
        if kind == "department" or ending in ("公司", "总部", "矿业", "控股", "农场", "林场", "联合会", "研究会", "人大", "管委会", "纪委"):
            return (
                self.places.at(core, 0) is not None
                or core.startswith((*self.countries, *self.prefixed))
                or any(word in core for word in _FIRMS)
            )
        return True

    def _is_name(self, core: str, written: str, kind: str, *, quoted: bool) -> bool:
        """Whether what stands before the ending makes it somebody's name."""
        if len(core) == 0:
            return False
        bare = bare_unit(written) != ""
        placed = self.places.at(written, 0) is not None or _TOWN.match(written) is not None or written.startswith(self.countries) or bare
        if kind in _ADMINISTRATIVE:
            industrial = kind == "union" and core.endswith(self.industries)
            return (core not in _BARE or bare) and (placed or industrial or any(word in core for word in _FIRMS))
        if kind in ("workshop", "team"):
            return placed or any(word in core for word in _FIRMS) or self.names.is_name(core[:3]) or self.names.is_name(core[:2])
        if kind == "social":
            return placed or quoted
        if kind in ("department", "venue", "laboratory", "media", "research", "university", "hospital"):
            return placed or len(core) >= 4 or "《" in written
        return len(core) >= 2
