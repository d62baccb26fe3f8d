"""Projects with their kind, whose they are, where, and who has a title in them."""

from __future__ import annotations

from kg.claim import Party, Value
from loaders.press.bodies.organisation import Organisation
from loaders.press.claims import run
from loaders.press.doers import Doers
from loaders.press.knowledge import knowledge
from loaders.press.marks import last_of
from loaders.press.occurrences import Occurrences
from loaders.press.projects import Projects
from loaders.press.tell.people import body
from loaders.press.tell.telling import Said, Telling
from loaders.press.things import Thing

_OWNERS = ("enterprise", "workshop", "hospital", "department", "team")
_BUILT = ("engineering", "facility")
_WORKERS = Doers(knowledge("projects")["undertakes"])


def state(telling: Telling, projects: Projects, found: Occurrences, thing: Thing) -> str:
    """Name a project, say whose and where it is and who works on it; return its mention."""
    owner = _owner(telling, found, thing)
    parties = [Party("organization", owner)] if owner else []
    place = _place(telling, thing) if thing.kind in _BUILT else ""
    if place:
        span = (found.paragraph.span(thing.start, thing.end),)
        parties.append(Party("place", telling.page.claims.entity("Place", place, span)))
    mention = telling.name(found, thing, [Value("projectKind", thing.kind)], parties)
    _works_on(telling, projects, found, thing, mention)
    return mention


def _owner(telling: Telling, found: Occurrences, thing: Thing) -> str:
    """Whose it is, of what is made or found out: the body that leads the clause, else the topic."""
    if thing.kind in _BUILT:
        return ""
    clause = last_of(found.text, "，。；,;", thing.start) + 1
    inside = [b for b in found.bodies if clause <= b.start and b.end <= thing.start]
    leading = telling.leading(found, thing.start) if thing.kind != "research" else inside[-1] if inside else None
    if leading is not None:
        return body(telling.page, found.paragraph, leading)
    if thing.kind != "research" and not telling.topic.is_firm and (employer := _employer(telling, found, thing)) is not None:
        return telling.page.claims.named("Organization", employer.name)
    return "" if "项目" in found.text[clause : thing.start] else telling.topic.mention


def _employer(telling: Telling, found: Occurrences, thing: Thing) -> Organisation | None:
    """The body of those who made it, by the post that the document gives the first of them."""
    does = _WORKERS.find(found.text, thing.start, found.people)
    if not does:
        return None
    units = telling.page.found
    first = does[0][0] or next((one.people[0] for one in reversed(units[: units.index(found)]) if one.people), None)
    told = (p for unit in units for p in unit.people if first is not None and p.name == first.name)
    return next((p.posts[0].organisation for p in told if p.posts and p.posts[0].organisation.kind in _OWNERS), None)


def _place(telling: Telling, thing: Thing) -> str:
    """The division that the name begins with, else the city of the union that the document speaks of."""
    places, topic = telling.page.finders.places, telling.topic.body
    at = places.at(thing.name, 0)
    if at is not None:
        return at[1] if not places.province or places.provinces.get(at[1]) == places.province else ""
    return places.city_in(topic.name) if topic is not None and topic.kind == "union" else ""


def _works_on(telling: Telling, projects: Projects, found: Occurrences, thing: Thing, mention: str) -> None:
    """Who has a title in a project (某某项目工程技术部经理，某某), or undertakes it (某某牵头完成“…”项目)."""
    post = projects.post.match(found.text, thing.end)
    person = next((p for p in found.people if p.start == post.end()), None) if post else None
    if post is not None and person is not None:
        spans = run(found.paragraph, thing.start, person.end, (thing.start, post.end("title")))
        telling.page.claims.fact(
            "Involvement", spans, {"agent": found.mentions[person.start], "project": mention}, {"title": post["title"]}
        )
        return
    does = [(found.mention(person), begins) for person, begins in _WORKERS.find(found.text, thing.start, found.people)]
    for agent, begins in does or [telling.goes_on("worker", found, thing)]:
        if not agent:
            continue
        telling.said["worker"] = Said(found, thing.end, agent, begins)
        spans = run(found.paragraph, begins, thing.end, (thing.start, thing.end))
        telling.page.claims.fact("Involvement", spans, {"agent": agent, "project": mention}, {})
