import ctypes
import sys
from pathlib import Path

import pytest

from preparing import need
from preparing.need import Kind, Need, missing


def one(kind: Kind, name: str) -> Need:
    return Need(kind, name, "a", "b", "c")


def refuse(name: str) -> None:
    raise OSError(f"{name}: cannot open shared object file")


def test_a_library_is_found_by_loading_it(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[str] = []
    monkeypatch.setattr(ctypes, "CDLL", loaded.append)
    assert one(Kind.LIBRARY, "libGL.so.1").is_met()
    assert loaded == ["libGL.so.1"]


def test_a_library_that_does_not_load_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ctypes, "CDLL", refuse)
    assert not one(Kind.LIBRARY, "libGL.so.1").is_met()


def test_a_library_nobody_has_is_missing(library: Need) -> None:
    assert missing([library]) == [library]


def test_a_file_is_found_at_its_path(tmp_path: Path) -> None:
    service = tmp_path / "bus.service"
    assert not one(Kind.FILE, str(service)).is_met()
    service.touch()
    assert one(Kind.FILE, str(service)).is_met()


def test_a_command_is_found_on_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    name = "openbox.exe" if sys.platform == "win32" else "openbox"
    assert not one(Kind.COMMAND, name).is_met()
    (tmp_path / name).touch(mode=0o755)
    assert one(Kind.COMMAND, name).is_met()


def test_a_module_is_found_by_name() -> None:
    assert one(Kind.MODULE, "json").is_met()
    assert not one(Kind.MODULE, "no_such_module").is_met()


def test_a_module_that_came_meanwhile_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    assert not one(Kind.MODULE, "came_meanwhile").is_met()
    (tmp_path / "came_meanwhile.py").touch()
    assert one(Kind.MODULE, "came_meanwhile").is_met()


def test_a_module_of_the_system_python_is_found_by_importing_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(need, "SYSTEM_PYTHON", Path(sys.executable))
    assert one(Kind.SYSTEM_MODULE, "json").is_met()
    assert not one(Kind.SYSTEM_MODULE, "no_such_module").is_met()


def test_without_a_system_python_its_modules_are_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(need, "SYSTEM_PYTHON", Path("/no/such/python3"))
    assert not one(Kind.SYSTEM_MODULE, "json").is_met()


def test_what_is_missing_keeps_its_order() -> None:
    needs = [one(Kind.MODULE, name) for name in ("no_b", "json", "no_a")]
    assert [need.name for need in missing(needs)] == ["no_b", "no_a"]
