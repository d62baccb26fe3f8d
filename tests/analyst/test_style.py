from __future__ import annotations

import re

from kg.analyst.pack import style_text
from kg.analyst.style import contrast, palette, style, text_on
from tests.readings import MODEL

RULE = re.compile(r"(node|relationship)(?:\.(\w+))? \{\n(.*?)^\}", re.DOTALL | re.MULTILINE)


def rules() -> dict[str, dict[str, str]]:
    """What the style says of each class, in its order."""
    found = {m[2]: dict(re.findall(r"  ([\w-]+): (.+);", m[3])) for m in RULE.finditer(style_text()) if m[1] == "node" and m[2]}
    assert len(found) == len(list(MODEL))
    return found


def test_the_committed_style_is_the_one_that_the_ontology_makes() -> None:
    assert style_text() == style(MODEL, palette()), "run python -m kg.analyst.style and look at what changed"


def test_the_style_is_nothing_but_rules() -> None:
    assert RULE.sub("", style_text()).strip() == ""
    assert style_text().startswith("node {\n")


def test_a_class_comes_after_all_above_it() -> None:
    order = list(rules())
    for one in MODEL:
        assert all(order.index(above) < order.index(one.name) for above in one.lineage[1:]), one.name


def test_the_palette_names_classes_of_the_ontology() -> None:
    assert {name for name in palette() if name not in MODEL} == set()


def test_text_can_be_read_on_every_colour() -> None:
    for name, said in rules().items():
        assert contrast(said["text-color-internal"], said["color"]) >= 4.5, name


def test_contrast_is_that_of_the_guidelines() -> None:
    assert round(contrast("#000000", "#FFFFFF"), 2) == 21
    assert round(contrast("#777777", "#FFFFFF"), 2) == 4.48
    assert (text_on("#FACC15"), text_on("#7F1D1D")) == ("#1F2937", "#FFFFFF")


def test_facts_are_smaller_than_what_they_join() -> None:
    size = {name: int(said["diameter"].removesuffix("px")) for name, said in rules().items()}
    assert size["Tenure"] == size["Award"] < size["Document"] < size["Person"] == size["Union"]


def test_a_caption_is_a_property_or_what_the_class_is_called() -> None:
    captions = {name: said["caption"].strip('"') for name, said in rules().items()}
    assert (captions["Person"], captions["Tenure"], captions["Award"]) == ("{name}", "{title}", "授予")
    assert all(c.strip("{}") in MODEL[name].properties for name, c in captions.items() if c.startswith("{"))


def test_edges_bear_chinese_captions() -> None:
    said = {m[2]: m[3] for m in RULE.finditer(style_text()) if m[1] == "relationship" and m[2]}
    edges = {p.edge_type for one in MODEL for p in one.edges} | {"STATED_IN", "WAS_STATED_IN"}
    assert set(said) == edges
    assert all(re.search(r'caption: "[一-鿿]+"', text) for text in said.values())
