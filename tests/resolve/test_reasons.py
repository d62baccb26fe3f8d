"""What ``kg explain`` says of organizations and activities: named parts, with the words of both sides."""

from __future__ import annotations

from pathlib import Path

from kg import pipeline
from kg.home import Home
from kg.ids import digest, named_id
from kg.judgement import Judgement
from kg.manifest import Manifest
from kg.whoiswho import Explained, WhoIsWho
from tests.readings import MODEL, SOURCE, Page, reading

CODE, OTHER_CODE = "91990200MA0100016Q", "91990200MA0100024K"


def explained(tmp_path: Path, one: str, other: str, *pages: Page, judged: Judgement | None = None) -> Explained:
    home = Home(tmp_path / "home")
    home.prepare()
    pipeline.keep(home, MODEL, reading(*pages), SOURCE, loader="hand 1", recorded="2025-12-01T00:00:00Z")
    if judged is not None:
        Manifest.load(home).judgements.append(home.judgements, judged)
    with WhoIsWho.of(home, Manifest.load(home), MODEL) as known:
        found = known.explain(one, other)
    assert all(side.quotes for side in (found.one, found.other))
    assert found.points == sum(part["points"] for part in found.parts)
    assert all(part["label"] for part in found.parts)
    return found


def parts(found: Explained) -> list[tuple[str, str]]:
    return [(part["part"], part["shared"]) for part in found.parts]


def body(title: str, class_name: str, name: str, **values: str) -> Page:
    page = Page("jhgy/2025-11", title)
    mention = page.entity(class_name, name, **{k: v for k, v in values.items() if k != "old"})
    if "old" in values:
        page.fact("Naming", "曾用名", entity=mention, name=values["old"])
    return page


def name(text: str) -> str:
    return named_id("Organization", text)


def test_one_code_under_two_names(tmp_path: Path) -> None:
    pages = body("一", "Enterprise", "江海纺织厂", creditCode=CODE), body("二", "Enterprise", "江海纺织有限公司", creditCode=CODE)
    found = explained(tmp_path, name("江海纺织厂"), name("江海纺织有限公司"), *pages)
    assert (found.verdict, parts(found)) == ("one", [("credit code", CODE)])
    assert found.points >= found.upper


def test_a_chain_of_reasons_is_told_step_by_step(tmp_path: Path) -> None:
    pages = (
        body("一", "Enterprise", "江海纺织厂", creditCode=CODE),
        body("二", "Enterprise", "江海纺织有限公司", creditCode=CODE, old="望海棉纺厂"),
        body("三", "Enterprise", "望海棉纺厂"),
    )
    found = explained(tmp_path, name("江海纺织厂"), name("望海棉纺厂"), *pages)
    assert (found.verdict, parts(found)) == ("one", [("credit code", CODE), ("former name", "望海棉纺厂")])


def test_two_codes_and_a_union_beside_its_enterprise_forbid(tmp_path: Path) -> None:
    pages = body("一", "Enterprise", "红星厂", creditCode=CODE), body("二", "Enterprise", "红星厂", creditCode=OTHER_CODE)
    found = explained(tmp_path, *(digest("Organization", "红星厂", code) for code in (CODE, OTHER_CODE)), *pages)
    assert (found.verdict, parts(found)) == ("two", [("other credit code", f"{CODE} / {OTHER_CODE}")])
    pages = body("一", "Enterprise", "红旗厂", creditCode=CODE), body("二", "Union", "红旗厂工会", creditCode=CODE)
    found = explained(tmp_path / "union", name("红旗厂"), name("红旗厂工会"), *pages)
    assert (found.verdict, [part for part, _ in parts(found)]) == ("two", ["credit code", "union and other"])
    assert found.points < found.upper


def test_a_judgement_is_a_part(tmp_path: Path) -> None:
    one, other = name("江海纺织厂"), name("望海棉纺厂")
    said = Judgement(1, "same", "林", "2025-12-02T00:00:00Z", "查证", one=one, other=other, keep=one)
    found = explained(tmp_path, one, other, body("一", "Enterprise", "江海纺织厂"), body("二", "Enterprise", "望海棉纺厂"), judged=said)
    assert (found.verdict, parts(found)) == ("one", [("judged", "林, line 1")])
    assert found.judgements == (said,)


def meeting(title: str, named: str, day: str) -> tuple[Page, str]:
    page = Page("jhgy/2025-11", title)
    event = page.entity("Event", named, start=day, kind="meeting", place=page.entity("Place", "临江市"))
    page.fact("Organising", "主办", organization=page.entity("Union", "江海省总工会"), activity=event, role="host")
    return page, event


def test_two_tellings_of_a_meeting(tmp_path: Path) -> None:
    (first, one), (second, other) = meeting("一", "江海省总工会全体会议", "2025-11-13"), meeting("二", "省总工会全体会议", "2025-11-13")
    found = explained(tmp_path, one, other, first, second)
    expected = [("organiser", "江海省总工会"), ("place of the activity", "临江市"), ("kind of the activity", "meeting")]
    assert (found.verdict, parts(found)[:3]) == ("one", expected)
    assert found.points >= found.upper


def test_meetings_on_two_days_are_two(tmp_path: Path) -> None:
    (first, one), (second, other) = meeting("一", "全体会议", "2025-11-13"), meeting("二", "全体会议", "2025-11-14")
    found = explained(tmp_path, one, other, first, second)
    assert (found.verdict, parts(found)[-1]) == ("two", ("other dates", "2025-11-13 / 2025-11-14"))
    assert found.points < found.upper


def test_words_that_speak_of_what_is_shared_come_first(tmp_path: Path) -> None:
    pages, people = [], []
    for title, day in (("一", "2025-11-13"), ("二", "2025-11-20")):
        page = Page("jhgy/2025-11", title)
        person = page.entity("Person", "沈望舒")
        for number in range(8):
            event = page.entity("Event", f"{title}次活动{number}", start=day)
            page.fact("Participation", f"A{number}", agent=person, activity=event, role="attended")
        page.fact("Tenure", "江海省总工会主席沈望舒", holder=person, organization=page.entity("Union", "江海省总工会"), title="主席")
        pages.append(page)
        people.append(person)
    found = explained(tmp_path, *people, *pages)
    assert [side.quotes[0]["quote"] for side in (found.one, found.other)] == ["江海省总工会主席沈望舒"] * 2


def held(title: str, *said: tuple[str, str]) -> tuple[Page, str]:
    """A page on which 亓望舒 holds posts, each of a title in a body."""
    page = Page("jhgy/2025-11", title)
    person = page.entity("Person", "亓望舒")
    for post, union in said:
        page.fact("Tenure", f"{union}{post}亓望舒", holder=person, organization=page.entity("Union", union), title=post)
    return page, person


def test_two_that_are_one_through_a_third_are_told_each_link_of_the_chain(tmp_path: Path) -> None:
    (first, one), (between, middle), (last, other) = (
        held("一", ("主席", "临江市总工会")),
        held("二", ("主席", "临江市总工会"), ("副主席", "江海省总工会")),
        held("三", ("副主席", "江海省总工会")),
    )
    found = explained(tmp_path, one, other, first, between, last)
    assert found.verdict == "one"
    assert found.points < found.upper
    assert [(link.one.given, link.other.given) for link in found.chain] == [(one, middle), (middle, other)]
    for link, union in zip(found.chain, ("临江市总工会", "江海省总工会"), strict=True):
        assert link.points == sum(part["points"] for part in link.parts) >= found.upper
        assert ("organization", union) in [(part["part"], part["shared"]) for part in link.parts]
        assert all(union in side.quotes[0]["quote"] for side in (link.one, link.other))
        assert {len(side.mentions) for side in (link.one, link.other)} == {1}
    assert explained(tmp_path / "two", one, middle, first, between, last).chain == ()


def test_a_link_that_was_judged_says_by_whom(tmp_path: Path) -> None:
    (first, one), (between, middle), (last, other) = (
        held("一", ("主席", "临江市总工会")),
        held("二", ("主席", "临江市总工会")),
        held("三", ("部长", "望海市总工会")),
    )
    said = Judgement(1, "same", "周", "2025-12-02T00:00:00Z", "一人", middle, other)
    found = explained(tmp_path, one, other, first, between, last, judged=said)
    assert [[part["part"] for part in link.parts][-1] for link in found.chain][1] == "judged"
    assert found.chain[1].parts[0]["shared"] == "周, line 1"


def test_tellings_of_a_day_that_share_nothing_are_one_through_a_third(tmp_path: Path) -> None:
    told = (("一", "全省工会工作会议", "host"), ("二", "全省工会工作会议暨工匠表彰大会", "both"), ("三", "工匠表彰大会", "place"))
    pages, events = [], []
    for title, called, shares in told:
        page = Page("jhgy/2025-11", title)
        where = {"place": page.entity("Place", "临江市")} if shares != "host" else {}
        event = page.entity("Event", called, start="2025-11-13", end="2025-11-13", **where)
        if shares != "place":
            page.fact("Organising", "主办", organization=page.entity("Union", "江海省总工会"), activity=event, role="host")
        pages.append(page)
        events.append(event)
    found = explained(tmp_path, events[0], events[2], *pages)
    assert (found.verdict, found.points < found.upper) == ("one", True)
    assert [(link.one.given, link.other.given) for link in found.chain] == [(events[0], events[1]), (events[1], events[2])]
