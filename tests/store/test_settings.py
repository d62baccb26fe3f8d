from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import SettingError
from kg.store import Settings

URL = "bolt://localhost:7687"


def settings(**given: str) -> Settings:
    return Settings.from_environment(given)


def test_without_settings_the_engine_is_embedded_under_the_user_s_data() -> None:
    found = settings()
    assert found.url == ""
    assert found.home.name == "union-graph"
    assert found.home.is_absolute()


def test_the_home_may_be_relative_or_the_user_s(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert settings(KG_HOME="graph").home == tmp_path / "graph"
    assert settings(KG_HOME="~/graph").home == tmp_path / "graph"


def test_a_home_that_is_a_file_is_refused_by_name(tmp_path: Path) -> None:
    file = tmp_path / "home"
    file.touch()
    with pytest.raises(SettingError, match="is a file; give the name of a folder"):
        Settings.from_environment({"KG_HOME": str(file)})


def test_a_url_is_enough_for_neo4j() -> None:
    found = settings(KG_NEO4J_URL=URL)
    assert (found.url, found.user, found.password, found.database) == (URL, "neo4j", "", "neo4j")


def test_all_can_be_given() -> None:
    found = settings(KG_NEO4J_URL=URL, KG_NEO4J_USER="anna", KG_NEO4J_PASSWORD="secret", KG_NEO4J_DATABASE="graph")
    assert (found.user, found.password, found.database) == ("anna", "secret", "graph")


def test_the_environment_of_the_process_is_the_default(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("KG_HOME", str(tmp_path))
    assert Settings.from_environment().home == tmp_path


@pytest.mark.parametrize("scheme", ["bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc"])
def test_every_scheme_of_the_driver_is_known(scheme: str) -> None:
    assert settings(KG_NEO4J_URL=f"{scheme}://db.example").url == f"{scheme}://db.example"


@pytest.mark.parametrize("url", ["http://localhost:7474", "localhost:7687", "bolt://", "bolt://localhost:port", "bolt://localhost:99999"])
def test_a_url_that_is_none_is_refused_by_name(url: str) -> None:
    with pytest.raises(SettingError, match="KG_NEO4J_URL=") as caught:
        settings(KG_NEO4J_URL=url)
    assert caught.value.exit_code == 3


@pytest.mark.parametrize("url", ["bolt://anna:secret@localhost", "bolt://anna@localhost"])
def test_a_url_with_a_password_is_refused_and_not_repeated(url: str) -> None:
    with pytest.raises(SettingError, match="KG_NEO4J_PASSWORD_FILE") as caught:
        settings(KG_NEO4J_URL=url)
    assert "secret" not in str(caught.value)


def test_the_password_may_stand_in_a_file(tmp_path: Path) -> None:
    path = tmp_path / "password"
    path.write_text("geheim 密码\n", encoding="utf-8")
    assert settings(KG_NEO4J_URL=URL, KG_NEO4J_PASSWORD_FILE=str(path)).password == "geheim 密码"


def test_a_password_file_that_is_missing_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match="KG_NEO4J_PASSWORD_FILE="):
        settings(KG_NEO4J_URL=URL, KG_NEO4J_PASSWORD_FILE=str(tmp_path / "nowhere"))


@pytest.mark.parametrize("content", [b"\xff\xfe\x00secret", None])
def test_a_password_file_that_is_no_text_is_refused(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "password"
    path.mkdir() if content is None else path.write_bytes(content)
    with pytest.raises(SettingError, match="text file"):
        settings(KG_NEO4J_URL=URL, KG_NEO4J_PASSWORD_FILE=str(path))


def test_a_password_given_twice_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "password"
    path.write_text("secret")
    with pytest.raises(SettingError, match="both set"):
        settings(KG_NEO4J_URL=URL, KG_NEO4J_PASSWORD="secret", KG_NEO4J_PASSWORD_FILE=str(path))


def test_a_password_is_not_shown_with_the_settings() -> None:
    assert "secret" not in repr(settings(KG_NEO4J_URL=URL, KG_NEO4J_PASSWORD="secret"))
