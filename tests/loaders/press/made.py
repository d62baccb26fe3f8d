"""Files of other formats, made from lines of text: PDF by hand, Word by python-docx, HTML by hand."""

from __future__ import annotations

import io
from collections.abc import Sequence

import docx

WIDTH, HEIGHT, SIZE, MARGIN = 595, 842, 12, 60


def pdf(pages: Sequence[Sequence[str]], *, encrypted: bool = False) -> bytes:
    """A PDF with a text layer and no embedded font: each page a list of lines, the cells of a row parted by tabs.

    A line that begins with two wide spaces is indented, one that begins with ``# `` is set larger.
    """
    kids = " ".join(f"{10 + 2 * n} 0 R" for n in range(len(pages)))
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>".encode(),
        3: b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
        4: b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /FontDescriptor 5 0 R"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>",
        5: b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0"
        b" /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
    }
    for number, lines in enumerate(pages):
        content = b"\n".join(_shown(line, HEIGHT - MARGIN - 20 * row) for row, line in enumerate(lines))
        objects[10 + 2 * number] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {11 + 2 * number} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        ).encode()
        objects[11 + 2 * number] = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)
    if encrypted:
        objects[6] = b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>" % (b"41" * 32, b"42" * 32)
    return _file(objects, encrypted=encrypted)


def _shown(line: str, y: int) -> bytes:
    size = 18 if line.startswith("# ") else SIZE
    pieces, x = [], float(MARGIN)
    for cell in line.removeprefix("# ").split("\t"):
        pieces.append(f"BT /F1 {size} Tf {x:.0f} {y} Td <{cell.encode('utf-16-be').hex()}> Tj ET")
        x += 140
    return "\n".join(pieces).encode()


def _file(objects: dict[int, bytes], *, encrypted: bool) -> bytes:
    out, places = io.BytesIO(), {}
    out.write(b"%PDF-1.4\n")
    for number, body in objects.items():
        places[number] = out.tell()
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start, last = out.tell(), max(objects) + 1
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % last)
    for number in range(1, last):
        out.write(b"%010d 00000 %s \n" % (places.get(number, 0), b"n" if number in places else b"f"))
    more = b"/Encrypt 6 0 R /ID [<00> <00>]" if encrypted else b""
    out.write(b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (last, more, start))
    return out.getvalue()


def word(lines: Sequence[str]) -> bytes:
    """A Word document: a paragraph a line; lines with tabs, one after the other, are a table."""
    document, table = docx.Document(), None
    for line in lines:
        cells = line.split("\t")
        if len(cells) == 1:
            document.add_paragraph(line)
            table = None
            continue
        table = table or document.add_table(rows=0, cols=len(cells))
        for cell, text in zip(table.add_row().cells, cells, strict=True):
            cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def page(title: str, lines: Sequence[str]) -> bytes:
    """A page of the web: navigation, an article, its table, what is related, a footer."""
    body, table = [], []
    for line in [*lines, ""]:
        if "\t" in line:
            table.append("<tr>" + "".join(f"<td>{cell}</td>" for cell in line.split("\t")) + "</tr>")
            continue
        if table:
            body.append(f"<table>{''.join(table)}</table>")
            table = []
        if line.strip():
            body.append(f"<p>&emsp;&emsp;{line}</p>")
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{title}_江海工会网</title><script>var a = '，';</script></head><body>"
        "<div class='nav'><a href='/'>首页</a><a href='/news'>工会要闻，最新</a></div>"
        f"<h1>{title}</h1><div class='content'>{''.join(body)}</div>"
        "<ul><li><a href='/1'>相关新闻，某某会议在某地召开，某某出席</a></li></ul>"
        "<footer>版权所有，江海省总工会</footer></body></html>"
    ).encode()
