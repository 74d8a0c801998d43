"""From the link to the file, by keys and by what the process answers."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.drawing.paper.samples import SMALL

from constructive_rest.drawing.paper.job import PrintJob
from constructive_rest.drawing.paper.order import Fault, Order
from constructive_rest.drawing.paper.press import Press
from constructive_rest.ui.main_window import MainWindow
from constructive_rest.ui.paper_flow import PaperFlow
from constructive_rest.ui.paper_overlay import PaperOverlay
from constructive_rest.ui.system_dialogs import SystemDialogs
from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.buttons import PillButton

JOB = PrintJob("Laser", "Letter", (215.9, 279.4))


class HandPress(Press):
    """Makes nothing; the test says how it goes."""

    def __init__(self) -> None:
        super().__init__(command=("false",))
        self.ordered: list[Order] = []
        self.cancelled = 0
        self.names: list[str] = []

    def make(self, order: Order) -> None:
        self.ordered.append(order)

    def look_for_printers(self) -> None:
        self.printers_found.emit(self.names)

    def cancel(self) -> None:
        self.cancelled += 1


class Answers(SystemDialogs):
    """Answers at once what the test wants; None closes the dialog."""

    def __init__(self) -> None:
        self.file: Path | None = None
        self.job: PrintJob | None = None
        self.suggested: list[Path] = []

    def ask_file(self, parent: QWidget, suggested: Path, then: Callable[[Path], None]) -> None:
        self.suggested.append(suggested)
        if self.file is not None:
            then(self.file)

    def ask_printer(self, parent: QWidget, then: Callable[[PrintJob], None]) -> None:
        if self.job is not None:
            then(self.job)


class Room:
    def __init__(self, theme: Theme) -> None:
        self.window = MainWindow(theme)
        self.window.set_pages({"guide": QWidget()})
        self.press, self.dialogs = HandPress(), Answers()
        self.flow = PaperFlow(self.window, theme, self.press, lambda: SMALL, self.dialogs)
        self.window.show()
        self.window.activateWindow()
        QApplication.processEvents()

    @property
    def panel(self) -> PaperOverlay:
        panels = self.window.findChildren(PaperOverlay)
        return next(panel for panel in panels if panel.isVisible())

    def open(self) -> PaperOverlay:
        self.flow.open()
        return self.panel

    def click(self, name: str) -> None:
        button = self.panel.findChild(PillButton, name)
        assert button is not None
        button.click()


@pytest.fixture
def room(theme: Theme, qtbot: QtBot) -> Room:
    made = Room(theme)
    qtbot.addWidget(made.window)
    return made


def test_enter_saves(room: Room, tmp_path: Path) -> None:
    room.dialogs.file = tmp_path / "mine.pdf"
    panel = room.open()
    assert panel.save_button.hasFocus()
    QTest.keyClick(panel.save_button, Qt.Key.Key_Return)
    [order] = room.press.ordered
    assert (order.path, order.document, order.job) == (str(tmp_path / "mine.pdf"), SMALL, None)
    assert order.paper == "A4"
    [suggested] = room.dialogs.suggested
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    assert suggested.parent == Path(QStandardPaths.writableLocation(documents))
    assert suggested.suffix == ".pdf"


def test_a_closed_dialog_makes_nothing(room: Room) -> None:
    room.open()
    room.click("paper_save")
    assert room.press.ordered == []
    assert room.panel.save_button.isEnabled()


def test_progress_is_shown_and_then_where_it_is(room: Room, tmp_path: Path) -> None:
    room.dialogs.file = tmp_path / "mine.pdf"
    panel = room.open()
    room.click("paper_save")
    assert not panel.save_button.isEnabled()
    assert panel.line.isVisible()
    room.press.moved.emit(0.4)
    assert panel.line.share == 0.4
    assert panel.line.accessibleDescription() == "40 %"
    room.press.finished.emit()
    assert panel.status.text() == "Saved as mine.pdf."
    assert panel.status.accessibleName() == panel.status.text()
    assert panel.save_button.isEnabled()
    assert not panel.line.isVisible()


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (Fault.NO_SPACE, "not enough space"),
        (Fault.NO_PLACE, "not there"),
        (Fault.NOT_ALLOWED, "Permission denied"),
        (Fault.PRINTER, "printer"),
        (Fault.DRAWING, "Nothing was saved"),
    ],
)
def test_every_fault_is_a_sentence(room: Room, tmp_path: Path, fault: Fault, words: str) -> None:
    room.dialogs.file = tmp_path / "mine.pdf"
    panel = room.open()
    room.click("paper_save")
    room.press.failed.emit(fault, "Permission denied")
    assert words in panel.status.text()
    assert panel.status.text().endswith(".")
    assert "{" not in panel.status.text()
    room.click("paper_save")
    assert len(room.press.ordered) == 2, "it can be tried again"


def test_without_a_printer_there_is_no_way_to_print(room: Room) -> None:
    assert not room.open().print_button.isVisible()


def test_with_a_printer_the_system_is_asked_how(room: Room) -> None:
    room.press.names, room.dialogs.job = ["Laser"], JOB
    panel = room.open()
    assert panel.print_button.isVisible()
    room.click("paper_print")
    [order] = room.press.ordered
    assert (order.job, order.paper) == (JOB, "Letter")
    room.press.finished.emit()
    assert panel.status.text() == "Sent to the printer."


def test_escape_gives_up_what_is_being_made(room: Room, tmp_path: Path) -> None:
    room.dialogs.file = tmp_path / "mine.pdf"
    panel = room.open()
    room.click("paper_save")
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert room.press.cancelled == 1
    assert not panel.isVisible()
    room.press.finished.emit()


def test_closing_an_idle_panel_cancels_nothing(room: Room) -> None:
    panel = room.open()
    room.click("paper_close")
    assert not panel.isVisible()
    assert room.press.cancelled == 0


def test_it_opens_once_and_again_after_closing(room: Room) -> None:
    room.open()
    room.flow.open()
    assert len([p for p in room.window.findChildren(PaperOverlay) if p.isVisible()]) == 1
    room.click("paper_close")
    assert room.open().isVisible()


def test_tab_reaches_every_button(room: Room) -> None:
    room.press.names = ["Laser"]
    panel = room.open()
    reached = set()
    for _ in range(4):
        focus = room.window.focusWidget()
        reached.add(focus.objectName() if focus else "")
        QTest.keyClick(panel, Qt.Key.Key_Tab)
    assert {"paper_close", "paper_print", "paper_save"} <= reached


def test_everything_has_a_name(room: Room) -> None:
    panel = room.open()
    assert panel.accessibleName() == "The guide on paper"
    assert panel.line.accessibleName()
    for button in (panel.close_button, panel.print_button, panel.save_button):
        assert button.text()
        assert button.objectName()


def test_the_line_fills_from_its_beginning(room: Room) -> None:
    panel = room.open()
    panel.show_working()
    panel.line.show_share(0.5)
    image = panel.line.grab().toImage()
    y = image.height() // 2
    primary = room.window.findChild(PaperOverlay).theme.palette.primary  # type: ignore[union-attr]
    assert image.pixelColor(image.width() // 4, y) == primary
    assert image.pixelColor(image.width() * 3 // 4, y) != primary
    room.click("paper_close")
