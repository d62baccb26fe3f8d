"""A person in a paragraph, with the posts and honours that stand before the name, and the people whom a document has told."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.claim import Method
from loaders.press import combination
from loaders.press.bodies.organisation import Organisation
from loaders.press.honours import Honour


@dataclass(frozen=True, slots=True)
class Post:
    """A post before a name: the body, the title, whether it was left, and where body and title stand."""

    organisation: Organisation
    title: str
    former: bool
    start: int
    end: int


@dataclass
class Person:
    """A person in a paragraph: ``start`` to ``end`` is the name, ``before`` where what stands before it begins."""

    name: str
    start: int
    end: int
    before: int
    posts: list[Post] = field(default_factory=list)
    honours: list[Honour] = field(default_factory=list)
    gender: str = ""
    method: Method = "rule"
    confidence: int = combination.BY_RULE


@dataclass
class Known:
    """The people whom a document has told: their names, and those of them that it gave posts of their own."""

    names: set[str] = field(default_factory=set)
    placed: set[str] = field(default_factory=set)
