"""Options that several commands have."""

from __future__ import annotations

from typing import Annotated

import typer

Json = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]
Tagger = Annotated[bool, typer.Option("--tagger/--no-tagger", help="Let the tagger, where it is installed, help the rules.")]
Recorded = Annotated[str, typer.Option("--recorded", metavar="MOMENT", help="The moment to record, ISO 8601; now by default.")]
