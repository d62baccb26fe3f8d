"""The style for Neo4j Browser, made from the ontology and the palette, committed, and compared in a test.

    python -m kg.analyst.style            writes analyst/style.grass anew

In GraSS the last matching rule wins, so classes stand from the top of the tree down: the superclass labels that a node also
bears must not colour it. GraSS knows no comments: one at the head would be taken for a part of the first selector.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import yaml

from kg.analyst.pack import folder
from kg.model import Class, Model

DARK, LIGHT = "#1F2937", "#FFFFFF"
_ENTITY, _FACT, _SOURCE = "80px", "52px", "64px"
_SOURCES = {"Source", "Edition", "Document"}
_RELATIONSHIP = {
    "color": "#9CA3AF",
    "shaft-width": "1px",
    "font-size": "9px",
    "padding": "3px",
    "text-color-external": DARK,
    "text-color-internal": LIGHT,
    "caption": '"<type>"',
}


def palette() -> dict[str, str]:
    """The colours that were chosen by hand, ``#RRGGBB`` by class."""
    found: dict[str, str] = yaml.safe_load((folder() / "palette.yml").read_text("utf-8"))
    return found


def style(model: Model, colours: Mapping[str, str]) -> str:
    """The GraSS text: a rule for each class from the top down, then for each kind of edge.

    Args:
        colours: ``#RRGGBB`` by class; a class that is not named takes its nearest superclass's.
    """
    rules = [_rule("node", _node(DARK, "#A5ABB6", _ENTITY) | {"caption": '"{name}"'})]
    for one in sorted(model, key=lambda c: (len(c.lineage), c.name)):
        colour = next(colours[name] for name in one.lineage if name in colours)
        rules.append(_rule(f"node.{one.name}", _node(text_on(colour), colour, _diameter(one)) | {"caption": f'"{_caption(one)}"'}))
    rules.append(_rule("relationship", _RELATIONSHIP))
    edges = {p.edge_type: p.label.zh for p in model.properties.values() if p.is_edge and p.domains != ("Evidence",)}
    rules.extend(_rule(f"relationship.{name}", {"caption": f'"{label}"'}) for name, label in sorted(edges.items()))
    rules.extend(_rule(f"relationship.{name}", {"color": "#D1D5DB", "caption": f'"{zh}"'}) for name, zh in _evidence(model))
    return "\n".join(rules)


def text_on(colour: str) -> str:
    """The text colour, dark or white, that stands out more on a colour."""
    return max((DARK, LIGHT), key=lambda text: contrast(text, colour))


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _node(text: str, colour: str, diameter: str) -> dict[str, str]:
    border = "#" + "".join(f"{int(colour[i : i + 2], 16) * 3 // 4:02X}" for i in (1, 3, 5))
    look = {"diameter": diameter, "color": colour, "border-color": border, "border-width": "2px"}
    return look | {"text-color-internal": text, "font-size": "10px"}


def _diameter(one: Class) -> str:
    return _FACT if one.is_fact else _SOURCE if one.name in _SOURCES else _ENTITY


def _caption(one: Class) -> str:
    """The property that stands for a thing; where its class has none of that name, what the class is called."""
    return f"{{{one.caption}}}" if one.caption in one.properties else one.label.zh


def _evidence(model: Model) -> Iterator[tuple[str, str]]:
    stated = model.properties["statedIn"]
    yield stated.edge_type, stated.label.zh
    yield f"WAS_{stated.edge_type}", f"曾{stated.label.zh}"


def _rule(selector: str, properties: Mapping[str, str]) -> str:
    return f"{selector} {{\n" + "".join(f"  {name}: {value};\n" for name, value in properties.items()) + "}\n"


if __name__ == "__main__":
    (folder() / "style.grass").write_text(style(Model.load(), palette()), encoding="utf-8")
