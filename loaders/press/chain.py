"""What stands before a name, once it is read: posts, honours, and titles of which the body stands elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, field

from loaders.press.bodies.organisation import Organisation
from loaders.press.honours import Honour
from loaders.press.person import Post


@dataclass(frozen=True, slots=True)
class Loose:
    """A title whose body is not said beside it, and the unit of that body (经费审查委员会) where one is."""

    title: str
    start: int
    end: int
    unit: str = ""
    former: bool = False


@dataclass(frozen=True, slots=True)
class Held:
    """A title of which it is not yet known whose it is, and where it stands; ``former`` where 原 stands before it or a title before it."""

    title: str
    start: int
    end: int
    former: bool = False


@dataclass
class Chain:
    """What stands before a name, read from right to left."""

    start: int
    posts: list[Post] = field(default_factory=list)
    honours: list[Honour] = field(default_factory=list)
    loose: list[Loose] = field(default_factory=list)
    waiting: list[tuple[Organisation, list[Held]]] = field(default_factory=list)
