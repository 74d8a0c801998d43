"""Where files live."""

import sys
from pathlib import Path

import pytest

from constructive_rest import paths


def test_a_chosen_folder_is_taken_as_it_is(tmp_path: Path) -> None:
    assert paths.data_dir(tmp_path) == tmp_path


def test_otherwise_the_system_has_a_place_of_the_programs_own() -> None:
    assert paths.data_dir().name == paths.APP_NAME
    assert paths.cache_dir() != paths.data_dir()


@pytest.mark.skipif(sys.platform != "linux", reason="XDG is for Linux")
def test_on_linux_the_place_is_where_xdg_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    assert paths.data_dir() == tmp_path / "data" / "constructive-rest"
    assert paths.cache_dir() == tmp_path / "cache" / "constructive-rest"


def test_resources_are_found_from_a_checkout() -> None:
    found = paths.resources()
    assert (found / "practices" / "constructive-rest.toml").is_file()
    assert (found / "sounds" / "begin.wav").is_file()


def test_resources_that_were_installed_with_the_package_come_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = tmp_path / "constructive_rest" / "resources"
    shipped.mkdir(parents=True)
    monkeypatch.setattr(paths, "__file__", str(tmp_path / "constructive_rest" / "paths.py"))
    assert paths.resources() == shipped


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no permission bits")
def test_a_new_folder_is_its_owners_alone(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    paths.make_private(folder)
    assert folder.stat().st_mode & 0o777 == 0o700


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no permission bits")
def test_a_folder_that_is_there_keeps_its_permissions(tmp_path: Path) -> None:
    folder = tmp_path / "shared"
    folder.mkdir(mode=0o755)
    folder.chmod(0o755)
    paths.make_private(folder)
    assert folder.stat().st_mode & 0o777 == 0o755


def test_a_folder_that_cannot_be_made_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(OSError, match="file"):
        paths.make_private(tmp_path / "file" / "data")
