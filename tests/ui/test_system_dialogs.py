"""The system's dialogs, asked and answered."""

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from constructive_rest.drawing.paper.job import PrintJob
from constructive_rest.ui.system_dialogs import SystemDialogs


@pytest.fixture(autouse=True)
def not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """A native dialog would wait for a person."""
    monkeypatch.setattr(QDialog, "open", lambda _dialog: None)


def test_a_file_is_asked_for_and_told(qtbot: QtBot, tmp_path: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    told: list[Path] = []
    SystemDialogs().ask_file(parent, tmp_path / "guide.pdf", told.append)
    [dialog] = parent.findChildren(QFileDialog)
    assert dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    assert dialog.defaultSuffix() == "pdf"
    dialog.fileSelected.emit(str(tmp_path / "mine.pdf"))
    assert told == [tmp_path / "mine.pdf"]
    dialog.reject()


def test_a_file_dialog_that_is_closed_tells_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    told: list[Path] = []
    SystemDialogs().ask_file(parent, tmp_path / "guide.pdf", told.append)
    [dialog] = parent.findChildren(QFileDialog)
    dialog.reject()
    assert told == []


def test_a_printer_is_asked_for_and_told(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    told: list[PrintJob] = []
    SystemDialogs().ask_printer(parent, told.append)
    [dialog] = parent.findChildren(QPrintDialog)
    dialog.accepted.emit(QPrinter())
    [job] = told
    assert job.paper in ("A4", "Letter")
    assert min(job.page) > 100
    assert job.copies == 1
    dialog.reject()
