"""Whose a post is of which a text tells the title alone: of the body that elects, of the union told last, of a notice's issuer."""

from __future__ import annotations

from loaders.press.bodies.organisation import Organisation
from loaders.press.context import Context
from loaders.press.marks import last_of
from loaders.press.person import Person

_MEETS = ("召开", "举行", "会员大会", "会员代表大会", "工会会员", "职工代表大会", "职代会", "第一次全体会议", "换届")


def whose(text: str, person: Person, bodies: list[Organisation], told: Organisation | None, context: Context) -> Organisation | None:
    """The body into whose post somebody is put.

    Args:
        bodies: those of the paragraph.
        told: the union whose post was given before in the paragraph.
    """
    convener = _convener(text, bodies, person.before)
    if convener is not None:
        return convener
    body = next((b for b in reversed(bodies) if b.end <= person.start and b.kind == "union"), None)
    if body is None or (told is not None and told.start >= body.start):
        body = told
    return body or _meant("工会", text, person, context)


def of_issuer(person: Person, context: Context) -> Organisation | None:
    """The union told last of whatever rank, as in its own notice (一、某某任宣传教育部副部长)."""
    return _meant("本会", "", person, context)


def _meant(noun: str, text: str, person: Person, context: Context) -> Organisation | None:
    meant = context.antecedents.meant(noun, text, person.start)
    return Organisation(person.start, person.end, *meant, "inferred") if meant is not None else None


def _convener(text: str, bodies: list[Organisation], position: int) -> Organisation | None:
    """The body whose meeting elects in the sentence of a place: 经费审查委员会召开全体会议，选举…, 某某煤矿会员代表大会选举…."""
    sentence = last_of(text, "。！？", position) + 1
    return next((b for b in reversed(bodies) if sentence <= b.start and b.end <= position and text.startswith(_MEETS, b.end)), None)
