"""The lock files: made from pyproject.toml, with hashes and without any registry's address.

python .ci/lock.py            compare: is every requirement of pyproject.toml met by a pinned, hashed line?
python .ci/lock.py --write    make them anew (needs uv, which the development environment has)
"""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
LOCKS = {"requirements.lock": False, "requirements-dev.lock": True}
EDITABLE = "editables"
"""What the build backend needs besides for an editable install."""
PINNED = re.compile(r"^([a-zA-Z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)


def wanted(*, dev: bool) -> list[str]:
    """The requirements of pyproject.toml: the program's with all extras, the build backend's, and those of development."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = [line for lines in project["project"].get("optional-dependencies", {}).values() for line in lines]
    found = [*project["project"]["dependencies"], *extras, *project["build-system"]["requires"], EDITABLE]
    return found + (project["dependency-groups"]["dev"] if dev else [])


def write() -> None:
    """Resolve for every platform and Python that the project supports."""
    for name, dev in LOCKS.items():
        command = "uv pip compile - --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate"
        command += " --no-emit-index-url --no-emit-find-links"
        given = "\n".join(wanted(dev=dev))
        bin_folder = Path(sys.executable).parent
        done = subprocess.run([str(bin_folder / "uv"), *command.split()[1:]], input=given, text=True, capture_output=True, check=True)
        (ROOT / name).write_text(done.stdout, encoding="utf-8")


def faults() -> list[str]:
    """What is wrong with the lock files, a sentence each."""
    found = []
    for name, dev in LOCKS.items():
        text = (ROOT / name).read_text(encoding="utf-8")
        pins = {canonicalize_name(n): v for n, v in PINNED.findall(text)}
        if "://" in text:
            found.append(f"{name} names an address")
        if text.count("--hash=sha256:") < len(pins):
            found.append(f"{name} has lines without a hash")
        for line in wanted(dev=dev):
            requirement = Requirement(line)
            version = pins.get(canonicalize_name(requirement.name))
            if version is None or version not in requirement.specifier:
                found.append(f"{name} does not meet {line!r} of pyproject.toml; run make lock")
    return found


if __name__ == "__main__":
    if "--write" in sys.argv:
        write()
    problems = faults()
    sys.stdout.write("".join(f"{p}\n" for p in problems))
    sys.exit(1 if problems else 0)
