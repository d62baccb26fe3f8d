"""What the reader of ods leaves out: errors in cells, formulas without a value, merged areas, and from which day numbers count.

The content of an ods is one XML part. It is passed over once, in portions, by a parser that keeps nothing but what is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from xml.parsers import expat

from loaders.roster.besides import DAY_OF_1900, IS_ERROR, IS_UNCOMPUTED, Area, Besides
from loaders.roster.fault import Fault, letter

_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 "
_EXTENDED = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 "
ERROR = re.compile(r"#(?:DIV/0!|N/A|NAME\?|NULL!|NUM!|REF!|VALUE!)|Err:\d{3}")
"""How spreadsheets show an error."""
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")


class Content:
    """Passes over the part ``content.xml``.

    ``sizes`` has for each sheet the rows and columns from A1 to the last cell that holds anything.
    """

    def __init__(self) -> None:
        self.faults: dict[str, list[Fault]] = {}
        self.merged: dict[str, list[Area]] = {}
        self.sizes: dict[str, tuple[int, int]] = {}
        self.zero = DAY_OF_1900
        self.sheet, self.row, self.rows, self.column, self.columns = "", 0, 1, 0, 1
        self.formula, self.text = False, ""
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._say
        self.parser.StartDoctypeDeclHandler = self._refuse

    def found(self, portions: Iterable[bytes]) -> Besides:
        """What the portions of the part come to.

        Raises:
            expat.ExpatError: they are no XML, or XML with a document type, which no spreadsheet writes.
        """
        for portion in portions:
            self.parser.Parse(portion, False)
        self.parser.Parse(b"", True)
        return Besides(self.faults, self.merged, self.zero)

    def _refuse(self, *_: object) -> None:
        raise expat.ExpatError("a document type")

    def _start(self, tag: str, said: dict[str, str]) -> None:
        if tag == f"{_TABLE}table":
            self.sheet, self.row = said.get(f"{_TABLE}name", ""), 0
        elif tag == f"{_TABLE}table-row":
            self.column, self.rows = 0, _count(said, "number-rows-repeated")
        elif tag in _CELLS:
            self._cell(said)
        elif tag == f"{_TABLE}null-date" and (day := said.get(f"{_TABLE}date-value")):
            self.zero = date.fromisoformat(day)

    def _cell(self, said: dict[str, str]) -> None:
        kind = said.get(f"{_OFFICE}value-type", "")
        self.formula, self.text = f"{_TABLE}formula" in said, said.get(f"{_OFFICE}string-value", "")
        down, across = _count(said, "number-rows-spanned"), _count(said, "number-columns-spanned")
        if down > 1 or across > 1:
            area = (self.row, self.column), (self.row + down - 1, self.column + across - 1)
            self.merged.setdefault(self.sheet, []).append(area)
        if said.get(f"{_EXTENDED}value-type") == "error":
            self._fault(IS_ERROR)
        elif self.formula and not kind:
            self._fault(IS_UNCOMPUTED)
        self.columns = _count(said, "number-columns-repeated")
        if kind:
            rows, columns = self.sizes.get(self.sheet, (0, 0))
            self.sizes[self.sheet] = max(rows, self.row + self.rows), max(columns, self.column + self.columns)

    def _end(self, tag: str) -> None:
        if tag in _CELLS:
            if self.formula and ERROR.fullmatch(self.text):
                self._fault(IS_ERROR)
            self.column += self.columns
            self.formula = False
        elif tag == f"{_TABLE}table-row":
            self.row += self.rows

    def _say(self, text: str) -> None:
        if self.formula and len(self.text) < len("#DIV/0!"):
            self.text += text

    def _fault(self, message: str) -> None:
        fault = Fault(self.sheet, self.row + 1, letter(self.column), message)
        known = self.faults.setdefault(self.sheet, [])
        if not known or known[-1] != fault:
            known.append(fault)


def _count(said: dict[str, str], name: str) -> int:
    return int(said.get(_TABLE + name, "1"))
