"""Parts of bodies: a department, a workshop or the union of the body that its name begins with, 下属 and 所属, and what a body founded."""

from __future__ import annotations

import re

from loaders.press.bodies.organisation import Organisation
from loaders.press.claims import run
from loaders.press.knowledge import knowledge
from loaders.press.marks import last_of
from loaders.press.occurrences import Occurrences
from loaders.press.page import Page
from loaders.press.tell.people import body, is_unit
from loaders.press.tell.things import Setting

_OWNS = "下属|所属|直属|旗下|下辖|下设|辖下|属下|管辖"
_OWNED = re.compile(rf"(?:{_OWNS})(?:的)?(?:企业|单位|子公司|公司)?[“\"]?$|^(?:{_OWNS})的?$")
_UNDER = re.compile(r"隶属于?|是$")
_FOUNDED = re.compile(r"(?:成立|创办|创立|组建|设立|出资成立|投资设立|成立了|创办了|组建了|设立了)$")
_UNITS = ("department", "workshop", "team")
# A federation's own centre, school or palace: 某某总工会职工服务中心.
_OF_UNIONS = ("venue", "university", "media", "hospital", "research")
_UNION = re.compile(r".总工会.")
_HAVE_UNIONS = ("union", "department", "enterprise", "hospital", "university", "research", "media", "government")
_COMMITTEES = ("党组", "党委", "党总支", "团委", "纪委")
# A firm's union or committee by a bare noun: 公司工会, 厂党委.
_OF_NOUN = re.compile(
    rf"(?:本|该)?(?:{'|'.join(n for n in knowledge('abbreviations')['nouns'] if n != '工会')})(工会|{'|'.join(_COMMITTEES)})"
)
_FOUNDABLE = ("university", "enterprise", "research", "hospital")


def tell(page: Page, settings: list[Setting]) -> None:
    """State what is a part of what."""
    page.context.restart()
    for setting in settings:
        found = setting.found
        page.context.read(found.text)
        for one in [*found.bodies, *(post.organisation for person in found.people for post in person.posts), *found.held]:
            if one.kind in _UNITS or is_unit(one) or (one.kind in _OF_UNIONS and _UNION.search(one.name)):
                if not inside(page, found, one):
                    _named(page, found, one)
            elif one.kind == "union" or one.name.endswith(_COMMITTEES):
                _union(page, found, one)
        owner: Organisation | None = None
        for first, second in zip(found.bodies, found.bodies[1:], strict=False):
            listed = found.text[first.end : second.start] in ("、", "和", "及", "与", "以及")
            owner = _joined(page, found, first, second) or (owner if listed else None)
            if owner is not None and listed:
                _part(page, found, second, body(page, found.paragraph, owner), (owner.start, second.end))
        _founded(page, setting)


def inside(page: Page, found: Occurrences, one: Organisation) -> bool:
    """State what a unit is a part of that its own words tell, link by link; whether they tell it."""
    whole = page.finders.organisations.units.whole(found.text, one, page.context)
    if whole is None or whole.name == one.name:
        return False
    _part(page, found, one, body(page, found.paragraph, whole), (one.start, one.end))
    if is_unit(whole):
        inside(page, found, whole)
    return True


def _union(page: Page, found: Occurrences, one: Organisation) -> None:
    """The union or the party committee of a firm or a school is a part of it: 某某公司工会, 某某煤矿党委, 厂工会 of a works told before."""
    organisations = page.finders.organisations
    whole = organisations.units.whole(found.text, one, page.context)
    if whole is None and (noun := _OF_NOUN.fullmatch(found.text, one.start, one.end)) is not None and one.name.endswith(noun[1]):
        name = one.name.removesuffix(noun[1])
        whole = Organisation(one.start, one.end, name, organisations.endings.kind_of(name), "inferred")
    if whole is None or whole.kind not in _HAVE_UNIONS or one.name not in _unions_of(whole.name):
        return
    # 湖南省邮政工会 is the union of an industry
    if not (organisations.firms.is_placed(whole.name) and whole.name.endswith(organisations.genuine.industries)):
        _part(page, found, one, body(page, found.paragraph, whole), (one.start, one.end))


def _unions_of(name: str) -> tuple[str, ...]:
    return tuple(name + committee for committee in ("工会", "工会委员会", "工会联合会", *_COMMITTEES))


def _named(page: Page, found: Occurrences, one: Organisation) -> None:
    """A unit told without the body that it is of, which stands before it: 某某总工会党组成员、经费审查委员会主任."""
    before = [b for b in found.bodies if b.end <= one.start and one.name.startswith(b.name) and b.name != one.name]
    whole = max(reversed(before), key=lambda b: len(b.name), default=None)
    base = page.finders.organisations.endings.inner.base(one.name, found.text[one.start : one.end])
    if (
        whole is not None
        and base.startswith(whole.name)
        and base not in (whole.name, one.name)
        and one.name.endswith(found.text[one.start : one.end])
    ):
        _alone(page, found, one)  # of a part of it that only the unit before shows: 甲局乙段检修车间、整备车间
        return
    if whole is not None and not found.text[one.start : one.end].startswith(found.text[whole.start : whole.end]):
        _part(page, found, one, body(page, found.paragraph, whole), (whole.start, one.end))
    elif whole is None and one.kind == "department" and not one.name.startswith(found.text[one.start : one.end]):
        _alone(page, found, one)


def _alone(page: Page, found: Occurrences, one: Organisation) -> None:
    """A unit whose body was told in an earlier clause by other words (公司党委书记某某，人力资源部主任某某)."""
    organisations = page.finders.organisations
    written = found.text[one.start : one.end]
    name = organisations.endings.inner.base(one.name, written)
    if name != one.name and one.name.endswith(written):
        inner = organisations.endings.inner
        link = next((end for end in range(one.end - 2, one.start + 1, -1) if inner.is_link(found.text, one.start, end, one.end)), 0)
        if link:
            outer = Organisation(one.start, link, name + found.text[one.start : link], inner.kind(found.text[one.start : link]))
            _part(page, found, one, body(page, found.paragraph, outer), (one.start, one.end))
            one = outer
        meant = Organisation(one.start, one.end, name, organisations.endings.kind_of(name), "inferred")
        _part(page, found, one, body(page, found.paragraph, meant), (one.start, one.end))


def _joined(page: Page, found: Occurrences, first: Organisation, second: Organisation) -> Organisation | None:
    """甲所属乙, 甲隶属于乙; the owner, of whom those that follow in a list are as well, where the words say 所属."""
    between = found.text[first.end : second.start]
    if between in ("", "“") and second.kind in _UNITS and first.kind not in _UNITS and second.start >= first.end:
        _part(page, found, second, body(page, found.paragraph, first), (first.start, second.end))
    if between == "的" and found.text.endswith(("隶属于", "隶属"), 0, first.start):
        _part(page, found, second, body(page, found.paragraph, first), (first.start, second.end))
    if len(between) <= 8 and _OWNED.search(between):
        _part(page, found, second, body(page, found.paragraph, first), (first.start, second.end))
        return first
    if _UNDER.match(between) and len(between) <= 4 and between.startswith("隶属"):
        _part(page, found, first, body(page, found.paragraph, second), (first.start, second.end))
    return None


def _founded(page: Page, setting: Setting) -> None:
    """公司成立某某学校: what a body founds is its part."""
    found = setting.found
    for one in found.bodies:
        verb = _FOUNDED.search(found.text, max(0, one.start - 6), one.start)
        if verb is None or one.kind not in _FOUNDABLE:
            continue
        clause = last_of(found.text, "，。；,;", verb.start()) + 1
        subject = found.text[clause : verb.start()]
        before = [b for b in found.bodies if b.start >= clause and b.end == verb.start()]
        if before:
            _part(page, found, one, body(page, found.paragraph, before[-1]), (before[-1].start, one.end))
        elif re.fullmatch(r"(?:该|本)?(?:公司|集团|学校|企业|医院)", subject) and setting.topic.is_firm:
            _part(page, found, one, setting.topic.mention, (clause, one.end))


def _part(page: Page, found: Occurrences, member: Organisation, whole: str, within: tuple[int, int]) -> None:
    mention = body(page, found.paragraph, member)
    if mention != whole and (mention, whole) not in page.named:
        page.named.add((mention, whole))
        page.claims.fact("Membership", run(found.paragraph, *within, within), {"member": mention, "whole": whole}, {})
