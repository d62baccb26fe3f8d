"""Rosters made for tests: a description, and files of every kind that hold what a test gives."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from kg.claim import Reading
from kg.model import Model
from loaders.roster import parse, read
from loaders.roster.fault import letter

MODEL = Model.load()
SECRET = b"k" * 32
HEADING = ["姓名", "单位", "职务", "任职时间"]
POSTS = """
id: officials
name: 干部名册
publisher: 江海省总工会
licence: Apache-2.0
edition: '(?P<year>\\d{4})-(?P<month>\\d{2})'
things: {person: Person, organization: {class: Organization, endings: {总工会: Union}}}
facts: [{fact: Tenure, holder: person, organization: organization}]
columns:
  姓名: person.name
  单位: organization.name
  职务: Tenure.title
  任职时间: Tenure.start
"""

Cell = str | int | float | tuple[str, str]
"""A text, a number, or (what stands between ``<c …>`` and ``</c>``, further attributes)."""


def roster(path: Path, description: str = POSTS, *, edition: str = "2025-12") -> Reading:
    """What the loader makes of a file."""
    return read(path, parse(description, "roster.yml", MODEL), MODEL, secret=lambda: SECRET, edition=edition)


def csv(folder: Path, *rows: Sequence[str], name: str = "officials.csv", encoding: str = "utf-8", heading: Sequence[str] = HEADING) -> Path:
    """A CSV file of a heading and rows; cells are written as they are given."""
    path = folder / name
    sign = "\t" if name.endswith(".tsv") else ","
    path.write_bytes("\r\n".join(sign.join(row) for row in [heading, *rows]).encode(encoding))
    return path


def xlsx(
    path: Path, sheets: Mapping[str, Sequence[Sequence[Cell]]], *, merged: Sequence[str] = (), dates: bool = False, settings: str = ""
) -> Path:
    """A workbook with its sheets' rows from A1 on; ``merged`` are areas of every sheet; with ``dates`` numbers bear a date format.

    ``settings`` is XML that stands before the list of sheets.
    """
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        names = list(sheets)
        listed = "".join(f'<sheet name="{escape(n)}" sheetId="{i}" r:id="rId{i}"/>' for i, n in enumerate(names, 1))
        root = f'<Relationship Id="rId1" Type="{_TYPES}/officeDocument" Target="xl/workbook.xml"/>'
        archive.writestr("_rels/.rels", f'<Relationships xmlns="{_PACKAGE}">{root}</Relationships>')
        archive.writestr("xl/workbook.xml", f"<workbook {_MAIN} {_RELATED}>{settings}<sheets>{listed}</sheets></workbook>")
        targets = "".join(
            f'<Relationship Id="rId{i}" Type="{_TYPES}/worksheet" Target="worksheets/sheet{i}.xml"/>' for i in range(1, len(names) + 1)
        )
        styles = f'<Relationship Id="rIdS" Type="{_TYPES}/styles" Target="styles.xml"/>'
        archive.writestr("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{_PACKAGE}">{targets}{styles}</Relationships>')
        archive.writestr("xl/styles.xml", _STYLES)
        areas = "".join(f'<mergeCell ref="{area}"/>' for area in merged)
        for number, rows in enumerate(sheets.values(), 1):
            data = "".join(f'<row r="{r}">{_row(r, cells, dates)}</row>' for r, cells in enumerate(rows, 1))
            merges = f"<mergeCells>{areas}</mergeCells>" if areas else ""
            archive.writestr(f"xl/worksheets/sheet{number}.xml", f"<worksheet {_MAIN}><sheetData>{data}</sheetData>{merges}</worksheet>")
    return path


def ods(path: Path, *rows: str, settings: str = "") -> Path:
    """An OpenDocument workbook of one sheet 干部, of rows that are the XML of their cells."""
    spaces = " ".join(f'xmlns:{short}="{long}"' for short, long in _OPEN.items())
    table = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    body = f'<office:spreadsheet>{settings}<table:table table:name="干部">{table}</table:table></office:spreadsheet>'
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    entry = f'<m:file-entry m:full-path="/" m:media-type="{kind}"/>'
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", kind)
        archive.writestr("content.xml", f"<office:document-content {spaces}><office:body>{body}</office:body></office:document-content>")
        archive.writestr(
            "META-INF/manifest.xml", f'<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">{entry}</m:manifest>'
        )
    return path


def cells(*texts: str, said: str = "") -> str:
    """The XML of cells of text, with further attributes."""
    return "".join(f'<table:table-cell office:value-type="string" {said}><text:p>{escape(t)}</text:p></table:table-cell>' for t in texts)


def _row(number: int, cells: Sequence[Cell], dates: bool) -> str:
    return "".join(_cell(f"{letter(i)}{number}", cell, dates) for i, cell in enumerate(cells) if cell != "")


def _cell(place: str, cell: Cell, dates: bool) -> str:
    if isinstance(cell, tuple):
        return f'<c r="{place}" {cell[1]}>{cell[0]}</c>'
    if isinstance(cell, str):
        return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(cell)}</t></is></c>'
    return f'<c r="{place}"{" s=" + chr(34) + "1" + chr(34) if dates else ""}><v>{cell}</v></c>'


_DOCUMENT = "urn:oasis:names:tc:opendocument:xmlns"
_OPEN = {name: f"{_DOCUMENT}:{name}:1.0" for name in ("office", "table", "text")} | {
    "calcext": "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
}
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATED = f'xmlns:r="{_TYPES}"'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_STYLES = (
    f"<styleSheet {_MAIN}><fonts><font/></fonts><fills><fill/></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs>"
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>'
)
