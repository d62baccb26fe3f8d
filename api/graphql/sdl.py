"""The schema as text: derived from the ontology, committed, and compared in a test.

python -m api.graphql.sdl        writes ontology/derived/schema.graphql anew
"""

from __future__ import annotations

from graphql import print_schema

from api.graphql.schema import build_schema
from kg.model import Model, ontology_folder


def sdl(model: Model) -> str:
    """The schema of a model in the schema definition language."""
    return print_schema(build_schema(model, lambda *_: None)) + "\n"


if __name__ == "__main__":
    path = ontology_folder() / "derived" / "schema.graphql"
    path.parent.mkdir(exist_ok=True)
    path.write_text(sdl(Model.load()), encoding="utf-8")
