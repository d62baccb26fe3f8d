from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FORBIDDEN = {"kg": {"loaders", "api"}, "loaders": {"api"}, "api": {"loaders"}}


def modules(package: str) -> list[Path]:
    return [p for p in sorted((ROOT / package).rglob("*.py")) if p.relative_to(ROOT).parts[:2] != ("kg", "cli")]


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add((node.module or "").split(".")[0])
    return names


@pytest.mark.parametrize("package", FORBIDDEN)
def test_the_packages_keep_to_their_order(package: str) -> None:
    found = {str(p.relative_to(ROOT)): imported(p) & FORBIDDEN[package] for p in modules(package)}
    assert len(found) > 0
    assert {k: v for k, v in found.items() if v} == {}
