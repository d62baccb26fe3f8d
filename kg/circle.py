"""Parents in a circle: what is a part of a part of itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


def circles(wholes: Iterable[tuple[str, str]]) -> Iterator[tuple[str, ...]]:
    """Each circle once, as the chain that shows it: the first one stands at its end again.

    Args:
        wholes: pairs of a member and the whole that it is a part of, by name or id.
    """
    above: dict[str, list[str]] = {}
    for member, whole in wholes:
        above.setdefault(member, []).append(whole)
    done: set[str] = set()
    for start in above:
        chain: list[str] = []
        ways = [iter((start,))]
        while ways:
            name = next(ways[-1], None)
            if name is None:
                ways.pop()
                if chain:
                    done.add(chain.pop())
            elif name in chain:
                yield (*chain[chain.index(name) :], name)
            elif name not in done:
                chain.append(name)
                ways.append(iter(above.get(name, ())))
