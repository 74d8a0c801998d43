"""Opening the program, or a sentence that says why it cannot be opened."""

import sqlite3
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from tests.ui.stand_ins import HandRenderer

from constructive_rest import compose, content, paths
from constructive_rest.compose import Options, Program
from constructive_rest.desktop.instance import claim
from constructive_rest.fault_report import LOG_FILE, FaultReport
from constructive_rest.opening import open_program
from constructive_rest.practice.parse import ContentError
from constructive_rest.store.store import Store


@pytest.fixture(autouse=True)
def surroundings(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """No drawing process, and the hook for faults as it was before."""
    monkeypatch.setattr(compose, "Renderer", HandRenderer)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)


def refused(folder: Path) -> str:
    program, problem = open_program(Options(folder))
    assert program is None
    assert problem
    assert "\n" not in problem
    return problem


def opened(folder: Path) -> Program:
    program, problem = open_program(Options(folder))
    assert program is not None, problem
    assert problem == ""
    return program


def test_a_new_folder_is_made_and_a_history_in_it(tmp_path: Path) -> None:
    program = opened(tmp_path / "new")
    assert (tmp_path / "new" / paths.HISTORY_FILE).is_file()
    program.close()


def test_a_second_copy_is_sent_to_the_first(tmp_path: Path) -> None:
    program = opened(tmp_path)
    assert refused(tmp_path) == "Constructive Rest is already open. Look for its window."
    program.close()


def test_closed_it_can_be_opened_again(tmp_path: Path) -> None:
    opened(tmp_path).close()
    opened(tmp_path).close()


def test_two_folders_are_two_programs(tmp_path: Path) -> None:
    one, other = opened(tmp_path / "one"), opened(tmp_path / "other")
    one.close()
    other.close()


def test_a_history_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / paths.HISTORY_FILE
    Store.open(file).close()
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()
    assert "newer version" in refused(tmp_path)


def test_a_picture_in_place_of_the_history_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / paths.HISTORY_FILE
    picture = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)) * 16
    file.write_bytes(picture)
    assert "is not a history" in refused(tmp_path)
    assert file.read_bytes() == picture


def test_a_refused_history_does_not_keep_the_folder(tmp_path: Path) -> None:
    (tmp_path / paths.HISTORY_FILE).write_bytes(b"\xff\xd8\xff\xe0" * 200)
    refused(tmp_path)
    held = claim(tmp_path)
    assert held is not None
    held.release()


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert "cannot be written to" in refused(tmp_path / "file" / "data")


def test_a_damaged_content_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> object:
        raise ContentError("guide/steps.toml", "step", "is empty")

    monkeypatch.setattr(content, "load_guide", missing)
    assert "guide/steps.toml" in refused(tmp_path)


def test_from_then_on_faults_are_told_in_the_window(tmp_path: Path) -> None:
    program = opened(tmp_path)
    sys.excepthook(ValueError, ValueError("x"), None)
    assert "went wrong" in program.window.banner.accessibleName()
    assert (tmp_path / LOG_FILE).is_file()
    program.close()
    close_log(sys.excepthook)


def close_log(hook: object) -> None:
    """Close the log of the report whose method `hook` is."""
    report = getattr(hook, "__self__", None)
    assert isinstance(report, FaultReport)
    assert report._handler is not None
    report._handler.close()
