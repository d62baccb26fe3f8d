"""The press loader as a whole: what it reads, from which bytes, and how well on the development lines."""

from __future__ import annotations

import codecs
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from kg.claim import Reading
from kg.document import quote
from kg.errors import InputError
from kg.facts import facts
from kg.validate import faults
from loaders import press
from loaders.press.flow import paragraphs
from tests.cli.command import ROOT, SAMPLE
from tests.readings import MODEL

SHARED = ROOT.parent / "shared"
CORPUS = SHARED / "corpus" / "gdgy-2025-11.txt"

NEWS = """江海工运

2025年第11期

11月大事

11月13日，省总工会召开党组会议，省人大常委会副主任、省总工会主席顾明远讲话，省总工会党组书记、常务副主席陆青主持会议。

11月14日，由省总工会主办、望海市总工会承办的第三届江海省职工技能大赛在望海市举行。顾明远，望海市委常委、秘

江海工运 · 03

书长方远等出席。原省总工会副主席白山应邀参加，何 涛荣获全国五一劳动奖章。

11月15日，省人社厅、教育厅联合调研。
"""


def read(tmp_path: Path, text: str = NEWS, encoding: str = "utf-8") -> Reading:
    path = tmp_path / "edition.txt"
    path.write_bytes(text.encode(encoding))
    return press.read(path)


def told(reading: Reading, kind: str, *fields: str) -> list[tuple[object, ...]]:
    return [tuple(f.get(name) for name in fields) for f in facts(reading, MODEL) if f["fact"] == kind]


def test_a_made_issue_is_read_as_a_reader_would(tmp_path: Path) -> None:
    reading = read(tmp_path)
    posts = set(told(reading, "post", "person", "organisation", "title", "former"))
    assert posts >= {
        ("顾明远", "江海省人大常委会", "副主任", None),
        ("顾明远", "江海省总工会", "主席", None),
        ("陆青", "江海省总工会", "党组书记", None),
        ("陆青", "江海省总工会", "常务副主席", None),
        ("方远", "望海市委", "常委", None),
        ("方远", "望海市委", "秘书长", None),
        ("白山", "江海省总工会", "副主席", True),
    }
    parts = set(told(reading, "participation", "agent", "role", "start"))
    assert {("顾明远", "spoke", "2025-11-13"), ("陆青", "chaired", "2025-11-13"), ("方远", "attended", "2025-11-14")} <= parts
    assert ("江海省总工会", "主办") in told(reading, "organises", "organisation", "role")
    assert ("望海市总工会", "承办") in told(reading, "organises", "organisation", "role")
    assert ("江海省教育厅",) in told(reading, "organisation", "name")


def test_a_page_break_inside_a_word_is_undone_and_its_place_kept(tmp_path: Path) -> None:
    reading = read(tmp_path)
    found = next(p for p in paragraphs(reading.text, 0, len(reading.text)) if "秘书长方远" in p.text)
    assert all(reading.text[place] == char for place, char in zip(found.places, found.text, strict=True))
    assert "03" not in found.text


@pytest.mark.parametrize(
    ("encoding", "mark", "found"),
    [
        ("utf-8", b"", "utf-8"),
        ("utf-8", codecs.BOM_UTF8, "utf-8"),
        ("utf-16-le", codecs.BOM_UTF16_LE, "utf-16-le"),
        ("utf-16-be", codecs.BOM_UTF16_BE, "utf-16-be"),
        ("utf-16-le", b"", "utf-16-le"),
        ("utf-16-be", b"", "utf-16-be"),
        ("gb18030", b"", "gb18030"),
    ],
)
def test_every_encoding_gives_the_same_text(tmp_path: Path, encoding: str, mark: bytes, found: str) -> None:
    path = tmp_path / "edition.txt"
    path.write_bytes(mark + NEWS.replace("\n", "\r\n").encode(encoding))
    reading = press.read(path)
    assert (reading.encoding, reading.text) == (found, NEWS)


def test_a_text_that_is_not_what_its_mark_says_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "edition.txt"
    path.write_bytes(codecs.BOM_UTF16_LE + NEWS.encode("utf-16-le") + b"\x00\xd8\x01")
    with pytest.raises(InputError, match="begins as utf-16-le"):
        press.read(path)


def test_an_unknown_source_is_refused_with_those_known(tmp_path: Path) -> None:
    path = tmp_path / "edition.txt"
    path.write_text(NEWS, encoding="utf-8")
    with pytest.raises(InputError, match="jhgy"):
        press.read(path, source="nowhere")


@pytest.mark.parametrize("path", [SAMPLE, CORPUS], ids=["sample", "corpus"])
def test_all_that_is_claimed_fits_the_ontology_and_quotes_the_text(path: Path) -> None:
    if not path.exists():
        pytest.skip("needs ../shared")
    reading = press.read(path)
    assert list(faults(reading, MODEL)) == []
    assert reading == press.read(path)
    assert reading.documents[0].start == 0
    assert reading.documents[-1].end == len(reading.text)
    assert all(one.end == other.start for one, other in zip(reading.documents, reading.documents[1:], strict=False))
    for record in facts(reading, MODEL):
        said = reading.text[record["spanStart"] : record["spanEnd"]].replace("\n", "")
        assert record["quote"] == said
        assert len(said) <= 140
    assert all(quote(reading.text, c.spans) for c in reading.claims)


def test_two_people_of_the_sample_stay_two_and_the_cited_are_nobody_of_the_news() -> None:
    reading = press.read(SAMPLE)
    cited = {c.mention for c in reading.claims if c.class_name == "Person" and c.get("name") == "王强"}
    assert len(cited) == 1
    assert {c.class_name for c in reading.claims for p in c.parties if p.mention in cited} == {"Authorship"}


@pytest.mark.parametrize("noise", ["工会主席", "省总工会、", "（（（“", "a b c ", "2025年11月", "\x0b\x07工"])
def test_noise_is_read_in_linear_time(tmp_path: Path, noise: str) -> None:
    seconds = []
    for size in (2_000, 20_000):
        path = tmp_path / f"{size}.txt"
        path.write_text("工会的和在\n" + noise * (size // len(noise)), encoding="utf-8")
        began = time.perf_counter()
        with suppress(InputError):  # control characters make a binary file of it
            press.read(path, source="press")
        seconds.append(time.perf_counter() - began)
    sys.stdout.write(f"{noise!r}: {seconds[0]:.3f} s, and {seconds[1]:.3f} s at ten times the size\n")
    assert seconds[1] < 60
