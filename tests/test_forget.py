"""Forgetting: after it nothing that is kept, and no graph made from it, holds the name, whatever was cut off on the way."""

from __future__ import annotations

import json
import stat
from io import BytesIO
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest

from kg import forget, pipeline
from kg.assemble import cache
from kg.cli.forgetting import complete
from kg.errors import InputError, KeptError
from kg.export import export_data
from kg.forget.blank import Blanker
from kg.home import Home
from kg.judgement import Judgement
from kg.manifest import Manifest
from kg.store import Settings, open_store
from tests.cli.command import kg
from tests.readings import MODEL, SOURCE, Page, reading

NAME, RECORDED = "顾明远", "2025-12-01T00:00:00Z"


def page(edition: str = "jhgy/2025-11", *, corrected: bool = False) -> Page:
    """顾明远 with a post, a workshop that bears his name, a colleague whose name holds his, and his name in the title."""
    found = Page(edition, f"{NAME}的一天")
    person, other = found.entity("Person", NAME, alias="老顾"), found.entity("Person", f"{NAME}山")
    union = found.entity("Union", "江海省总工会")
    found.entity("Workshop", f"{NAME}劳模创新工作室")
    found.fact("Tenure", f"江海省总工会主席**顾**明\n远与{NAME}山", holder=person, organization=union, title="主席")
    found.fact("Tenure", f"副主席{NAME}山同{NAME}一起", holder=other, organization=union, title="副主席")
    if corrected:
        found.text += f"更正：{NAME}到会。\n"
    return found


def keep(home: Home, *pages: Page, recorded: str = RECORDED, label: str = "2025-11") -> Manifest:
    pipeline.keep(home, MODEL, reading(*pages, label=label), SOURCE, loader="hand 1", recorded=recorded)
    return Manifest.load(home)


@pytest.fixture
def filled(home: Home) -> Home:
    """Two versions of an edition, and a judgement that tells the name."""
    keep(home, page())
    manifest = keep(home, page(corrected=True), recorded="2025-12-02T00:00:00Z")
    judgement = Judgement(1, "different", NAME, RECORDED, f"{NAME}不是他", one=page().mention("Person", NAME), other="0" * 20)
    manifest.judgements.append(home.judgements, judgement)
    return home


def plan(home: Home, person: str = NAME) -> forget.Plan:
    return forget.plan_for(home, Manifest.load(home), MODEL, person)


def holders(folder: Path) -> list[str]:
    """The files that hold the name as bytes, or, of claims files, in what they say; 顾明远山 is somebody else."""
    found = []
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        said = path.read_bytes()
        if path.suffix == ".parquet":
            said += json.dumps(pq.read_table(path).to_pylist(), ensure_ascii=False).encode()
        if NAME.encode() in said.replace(f"{NAME}山".encode(), b"") or NAME.encode("utf-16-be") in said:
            found.append(path.name)
    return found


def turtle(settings: Settings) -> str:
    store = open_store(MODEL, settings)
    try:
        output = BytesIO()
        export_data(store, MODEL, output, history=True)
        return output.getvalue().decode()
    finally:
        store.close()


def test_nothing_that_is_kept_holds_the_name_and_the_rest_stays(filled: Home) -> None:
    assert len(holders(filled.folder)) == 5
    made = plan(filled)
    assert (made.names, made.editions) == (frozenset({NAME, "老顾"}), ("jhgy/2025-11",))
    manifest = forget.carry_out(filled, made)
    forget.finish(filled)
    assert holders(filled.folder) == []
    text = (filled.texts / f"{manifest.latest('jhgy/2025-11').text[:16]}.txt").read_text("utf-8")  # type: ignore[union-attr]
    assert "副主席顾明远山同███一起" in text
    assert "主席**█**█\n█与顾明远山" in text
    assert len(text) == len(reading(page(corrected=True)).text)
    line = manifest.judgements.lines[0]
    assert (line.by, line.why, line.other) == ("███", "███不是他", "0" * 20)
    assert line.one not in made.mentions
    assert stat.S_IMODE((filled.folder / "forget.key").stat().st_mode) == 0o600


def test_the_graph_made_anew_does_not_hold_the_name(filled: Home, settings: Settings) -> None:
    store = open_store(MODEL, settings)
    pipeline.bring(store, filled, Manifest.load(filled), MODEL, before=None, progress=pipeline.Progress())
    store.close()
    assert NAME in turtle(settings)
    complete(settings, filled, MODEL, plan(filled))
    assert holders(filled.folder) == []
    shown = turtle(settings)
    assert NAME not in shown.replace(f"{NAME}山", "")
    assert "顾明远山" in shown
    assert "███劳模创新工作室" in shown
    assert not filled.forgetting.exists()


def test_the_last_build_that_is_kept_goes_with_the_name(filled: Home, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "LEAST", 0)
    store = open_store(MODEL, settings)
    pipeline.bring(store, filled, Manifest.load(filled), MODEL, before=None, progress=pipeline.Progress())
    store.close()
    assert NAME in told_by_the_last_build(filled)
    complete(settings, filled, MODEL, plan(filled))
    told = told_by_the_last_build(filled)
    assert NAME not in told.replace(f"{NAME}山", "")
    assert "███劳模创新工作室" in told


def told_by_the_last_build(home: Home) -> str:
    """All values in the file of the last build."""
    with duckdb.connect(str(home.cache / "build.duckdb"), read_only=True) as connection:
        return json.dumps([connection.execute(f"FROM graph.{name}").fetchall() for name in cache.TABLES], ensure_ascii=False, default=str)


def test_the_same_source_loaded_again_does_not_bring_the_person_back(filled: Home) -> None:
    before = forget.carry_out(filled, plan(filled))
    forget.finish(filled)
    assert keep(filled, page(corrected=True), recorded="2026-01-01T00:00:00Z") == before
    later = page()
    later.text += "再版\n"
    assert keep(filled, later, recorded="2026-01-02T00:00:00Z") != before
    assert holders(filled.folder) == []
    with pytest.raises(InputError, match="No person has the name"):
        plan(filled)


def test_a_namesake_stays(home: Home) -> None:
    other = Page("jhgy/2025-11", "另一篇")
    namesake, firm = other.entity("Person", NAME), other.entity("Enterprise", "临江轴承有限公司")
    other.fact("Tenure", f"临江轴承有限公司班长{NAME}", holder=namesake, organization=firm, title="班长")
    keep(home, page(), other)
    with pytest.raises(InputError, match="2 people are called"):
        plan(home)
    manifest = forget.carry_out(home, plan(home, page().mention("Person", NAME)))
    text = (home.texts / f"{manifest.latest('jhgy/2025-11').text[:16]}.txt").read_text("utf-8")  # type: ignore[union-attr]
    assert f"班长{NAME}" in text
    assert "主席**█**█\n█与顾明远山" in text
    assert plan(home).mentions == {namesake}


@pytest.mark.parametrize("calls", range(12))
def test_what_is_cut_off_anywhere_is_finished_by_doing_it_again(filled: Home, calls: int, monkeypatch: pytest.MonkeyPatch) -> None:
    class Cut(BaseException):
        pass

    made, write, count = plan(filled), Home.write, iter(range(100))

    def cut(self: Home, path: Path, data: bytes, *, mode: int = 0o666) -> None:
        if next(count) == calls:
            raise Cut
        write(self, path, data, mode=mode)

    monkeypatch.setattr(Home, "write", cut)
    try:
        forget.carry_out(filled, made)
    except Cut:
        monkeypatch.undo()
        again = forget.Plan.load(filled) if forget.unfinished(filled) else plan(filled)
        forget.carry_out(filled, again)
    monkeypatch.undo()
    forget.finish(filled)
    assert holders(filled.folder) == []
    assert not forget.unfinished(filled)


def test_a_key_that_is_gone_is_told(filled: Home) -> None:
    forget.carry_out(filled, plan(filled))
    (filled.folder / "forget.key").unlink()
    with pytest.raises(KeptError, match=r"forget\.key is missing"):
        keep(filled, page(), recorded="2026-01-01T00:00:00Z")


def test_names_are_blanked_at_equal_length_and_longer_names_stay() -> None:
    blank = Blanker(["张伟"], ["张伟明"])
    assert blank("张伟和张 伟、**张伟**、张伟明") == "██和█ █、**██**、张伟明"
    assert Blanker([])("张伟") == "张伟"


def test_the_command_asks_and_finishes_what_was_cut_off(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.prepare()
    keep(home, page())
    refused = kg(tmp_path, "forget", NAME)
    assert (refused.code, "Nothing was forgotten" in refused.err) == (2, True)
    plan(home).save(home)
    shown = kg(tmp_path, "find", "江海省总工会")
    assert "Going on with what kg forget began" in shown.err
    assert holders(tmp_path) == []
    assert kg(tmp_path, "forget", NAME, "--yes").code == 2
    assert kg(tmp_path, "forget", f"{NAME}山", "--yes").code == 0
    assert NAME not in kg(tmp_path, "export", "--history").out
