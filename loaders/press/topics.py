"""The body that a document is about: whose figures and programmes they are where a sentence names nobody."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.press.bodies.organisation import Organisation
from loaders.press.datelines import dateline
from loaders.press.flow import Paragraph
from loaders.press.marks import last_of

_HEADING = re.compile(r"[\s　“”\"：:—\-*]")
_NAMED = re.compile(r"^[（(](?:以下|下)?(?:文)?简称")
_SPEAKS = ("union", "enterprise", "university", "hospital", "research", "social", "media")
_FIRMS = ("enterprise", "university", "hospital", "research", "media")
_GENERAL = ("省级", "市级", "各", "基层")
_ENDS = "。！？!?；;，,"
# Behind a body: what a reporter was told by it.
_SOURCES = ("获悉", "了解到", "发布消息")
_LEADING = 4
_LONGEST_TITLE = 45


@dataclass
class Topic:
    """The body that a document speaks of at a place.

    How surely is its rank: 3 a heading of its own, 2 a title or a short form introduced, 1 a mention.

    Attributes:
        body: the body, None as long as none was met.
        mention: its mention id.
    """

    body: Organisation | None = None
    mention: str = ""
    rank: int = 0

    def heed(self, paragraph: Paragraph, bodies: list[Organisation]) -> Organisation | None:
        """The body that a unit makes the topic, if it does; whoever asks tells its mention."""
        lead = dateline(paragraph.text).ends
        for body in bodies:
            rank = _rank(paragraph.text, body, lead)
            if rank > self.rank or (rank == self.rank == _OWN_HEADING):
                self.body, self.rank = body, rank
                return body
        return None

    @property
    def is_firm(self) -> bool:
        """Whether it is an enterprise, a school, a hospital: what 公司 and 学校 mean."""
        return self.body is not None and self.body.kind in _FIRMS


_OWN_HEADING = 3


def _rank(text: str, body: Organisation, lead: int) -> int:
    """How surely a body is the topic; what stands in the dateline, before ``lead``, only tells of it."""
    if body.start < lead:
        return 0
    written = text[body.start : body.end]
    if len(text) <= _LONGEST_TITLE and _HEADING.sub("", text) == written:
        return _OWN_HEADING
    if _NAMED.match(text[body.end : body.end + 6]) or (len(text) <= _LONGEST_TITLE and text.endswith("为例")):
        return 2
    if text.startswith(_SOURCES, body.end):
        return 1
    begins = max(lead, last_of(text, _ENDS, body.start) + 1)
    return 1 if body.kind in _SPEAKS and not body.name.startswith(_GENERAL) and body.start - begins <= _LEADING else 0
