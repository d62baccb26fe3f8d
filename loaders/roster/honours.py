"""Honours in a roster: those of the code list, and those that its patterns make of a division that is known; no other."""

from __future__ import annotations

import re

from kg.model import Model
from loaders.press.honours import Honours
from loaders.press.places import Places


class RosterHonours:
    """Knows honours by their full names, their other forms, and 省 before one as the roster's province.

    Args:
        places: the divisions, with the roster's province as what 省 means.
    """

    def __init__(self, model: Model, places: Places) -> None:
        self.honours = Honours(model, places)

    def full_name(self, text: str) -> str:
        """The honour's full name, or nothing where it is not known."""
        plain = re.sub(r"[“”\"「」]", "", text)
        found = self.honours.find(plain)
        whole = [h for h in found if h.end == len(plain) and (h.start == 0 or plain[: h.start] in ("", "省"))]
        return whole[0].name if len(whole) == 1 and not whole[0].year else ""
