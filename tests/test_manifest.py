from __future__ import annotations

from pathlib import Path

import pytest

from kg import pipeline
from kg.claim import Reading
from kg.errors import BusyError, InputError, KeptError
from kg.home import Home
from kg.manifest import Manifest
from tests.readings import MODEL, SOURCE, meeting, reading


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home(tmp_path / "home")
    home.prepare()
    return home


def keep(home: Home, read: Reading, recorded: str = "2025-12-01T00:00:00Z", loader: str = "hand 1") -> pipeline.Kept:
    return pipeline.keep(home, MODEL, read, SOURCE, loader=loader, recorded=recorded)


def test_the_same_content_again_adds_no_version(home: Home) -> None:
    assert keep(home, reading(meeting())).is_new
    before = home.manifest.read_bytes()
    assert not keep(home, reading(meeting()), recorded="2026-01-01T00:00:00Z").is_new
    assert home.manifest.read_bytes() == before


def test_a_changed_text_and_a_changed_loader_are_told_apart(home: Home) -> None:
    keep(home, reading(meeting()))
    better = reading(meeting(role="spoke"))
    assert keep(home, better).version.reason == "loader changed"
    longer = meeting()
    longer.entity("Person", "陆青")
    assert keep(home, reading(longer)).version.reason == "source changed"


def test_versions_over_one_text_are_one_stretch_of_time(home: Home) -> None:
    keep(home, reading(meeting()), "2025-12-01T00:00:00Z")
    keep(home, reading(meeting(role="spoke")), "2025-12-02T00:00:00Z")
    longer = meeting()
    longer.entity("Person", "陆青")
    manifest = keep(home, reading(longer), "2025-12-03T00:00:00Z").manifest
    stretches = [(s.version.number, s.since, s.until) for s in manifest.standings()]
    assert stretches == [(2, "2025-12-01T00:00:00Z", "2025-12-03T00:00:00Z"), (3, "2025-12-03T00:00:00Z", "")]


def test_a_manifest_comes_back_as_it_was_saved(home: Home) -> None:
    kept = keep(home, reading(meeting()))
    assert Manifest.load(home) == kept.manifest


def test_recording_before_the_last_version_is_refused(home: Home) -> None:
    keep(home, reading(meeting()), "2025-12-02T00:00:00Z")
    with pytest.raises(InputError, match="is before version 1"):
        keep(home, reading(meeting(role="spoke")), "2025-12-01T00:00:00Z")


def test_claims_that_do_not_fit_the_ontology_are_not_kept(home: Home) -> None:
    with pytest.raises(InputError, match="role is not in its code list: 'danced'"):
        keep(home, reading(meeting(role="danced")))
    assert not home.manifest.exists()
    assert list(home.claims.iterdir()) == []


def test_a_damaged_claims_file_is_found(home: Home) -> None:
    version = keep(home, reading(meeting())).version
    path = home.claims / version.claims
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    with pytest.raises(KeptError, match="is damaged"):
        home.read(path, version.sha256)


def test_a_damaged_manifest_is_one_sentence(home: Home) -> None:
    home.manifest.write_text('{"format": 1, "home": ')
    with pytest.raises(KeptError, match="cannot be read as a manifest"):
        Manifest.load(home)


def test_a_manifest_that_may_not_be_read_says_why(home: Home) -> None:
    home.manifest.mkdir()
    with pytest.raises(KeptError, match=r"cannot be read \(Is a directory\); look at its rights"):
        Manifest.load(home)


def test_a_manifest_of_a_newer_program_is_refused(home: Home) -> None:
    keep(home, reading(meeting()))
    home.manifest.write_text(home.manifest.read_text().replace('"format": 1', '"format": 2'))
    with pytest.raises(KeptError, match="use the newer program"):
        Manifest.load(home)


def test_two_writers_do_not_meet(home: Home) -> None:
    with home.locked(), pytest.raises(BusyError, match="Another load is running"), Home(home.folder).locked():
        pass


def test_withdrawing_twice_is_refused(home: Home) -> None:
    edition = keep(home, reading(meeting())).edition
    assert pipeline.withdraw(home, edition, recorded="2025-12-05T00:00:00Z").version.reason == "withdrawn"
    with pytest.raises(InputError, match="withdrawn already"):
        pipeline.withdraw(home, edition, recorded="2025-12-06T00:00:00Z")
    with pytest.raises(InputError, match="no edition nowhere/1"):
        pipeline.withdraw(home, "nowhere/1", recorded="2025-12-06T00:00:00Z")
