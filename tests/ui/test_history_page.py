"""The History page as a whole: empty at first, then everything that was rested."""

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from itertools import combinations

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QListView, QScrollArea, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.stand_ins import HandRenderer

from constructive_rest.history.record import Outcome, Rest
from constructive_rest.settings import Settings, ThemeChoice
from constructive_rest.ui.history_page import HistoryPage
from constructive_rest.ui.palette import DUSK, MORNING
from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.rail import Rail

Make = Callable[..., Rest]
TODAY = date(2026, 6, 13)
SPANS = ("two_weeks", "month", "three_months", "year", "all")
LAZY = """
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from PySide6.QtWidgets import QApplication
from constructive_rest.drawing.renderer import Renderer
from constructive_rest.settings import Settings
from constructive_rest.history.record import Outcome, Rest
from constructive_rest.ui.history_page import HistoryPage
from constructive_rest.ui.theme import Theme

def loaded():
    return [name for name in ("pyqtgraph", "numpy") if name in sys.modules]

app = QApplication([])
page = HistoryPage(Theme(), Renderer(Path("none"), command=["false"]), Settings())
page.show_rests([], date(2026, 6, 13))
page.show()
app.processEvents()
assert not loaded(), "loaded for an empty page"
page.hide()
at = datetime(2026, 6, 13, 7, tzinfo=UTC)
page.show_rests([Rest("1", "p", at, 0, 900, 900, Outcome.COMPLETED, at)], date(2026, 6, 13))
assert not loaded(), "loaded for a page that nobody sees"
page.show()
assert loaded() == ["pyqtgraph", "numpy"]
"""


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, renderer: HandRenderer) -> HistoryPage:
    widget = HistoryPage(theme, renderer, Settings())
    qtbot.addWidget(widget)
    widget.resize(1280, 800)
    widget.show()
    return widget


def part(page: HistoryPage, name: str) -> QWidget:
    found = page.findChild(QWidget, name)
    assert isinstance(found, QWidget), f"no {name}"
    return found


def words(page: HistoryPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_charts_are_loaded_when_there_is_something_to_see() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LAZY], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr


def test_before_the_first_rest_it_invites(qtbot: QtBot, page: HistoryPage) -> None:
    page.show_rests([], TODAY)
    assert "Your first rest will appear here" in words(page)
    begin = part(page, "begin_first")
    assert begin.accessibleName() == "Begin the first rest"
    with qtbot.waitSignal(page.begin_asked):
        QTest.mouseClick(begin, Qt.MouseButton.LeftButton)
    begin.setFocus()
    with qtbot.waitSignal(page.begin_asked):
        QTest.keyClick(begin, Qt.Key.Key_Space)


@pytest.mark.parametrize("size", [(800, 600), (1280, 800), (1920, 1080)])
def test_the_invitation_lies_on_the_floor(page: HistoryPage, size: tuple[int, int]) -> None:
    page.show_rests([], TODAY)
    page.resize(*size)
    begin = part(page, "begin_first")
    shown = QRect(begin.mapTo(page, QPoint()), begin.size())
    assert QRect(0, size[1] // 2, size[0], size[1] // 2).contains(shown)
    stage = Rail.width_in(size[0])
    assert abs(shown.center().x() - (stage + size[0]) // 2) <= 1


def test_rests_that_do_not_count_leave_it_empty(page: HistoryPage, rest_before: Make) -> None:
    rests = [
        rest_before(0, outcome=Outcome.RESTING),
        rest_before(1, deleted_at=rest_before(0).started_at),
    ]
    page.show_rests(rests, TODAY)
    assert part(page, "begin_first").isVisible()
    assert page.findChild(QWidget, "history_chart") is None


def test_the_first_rest_takes_the_place_of_the_invitation(
    page: HistoryPage, rest_before: Make
) -> None:
    page.show_rests([], TODAY)
    page.show_rests([rest_before(0)], TODAY)
    assert not part(page, "begin_first").isVisible()
    for name in ("history_chart", "history_list", "history_calendar"):
        assert part(page, name).isVisible()
    page.show_rests([], TODAY)
    assert part(page, "begin_first").isVisible()
    assert not part(page, "history_chart").isVisible()


def test_the_list_holds_every_rest_newest_first_whatever_the_order(
    page: HistoryPage, rest_before: Make
) -> None:
    rests = [rest_before(days, 10 + days) for days in (3, 0, 9, 1)]
    page.show_rests(rests, TODAY)
    rows = part(page, "history_list")
    assert isinstance(rows, QListView)
    texts = [rows.model().index(row, 0).data() for row in range(rows.model().rowCount())]
    starts = ["Today, 10", "Yesterday, 11", "Wed 10 June, 13", "Thu 4 June, 19"]
    assert [text[: len(start)] for text, start in zip(texts, starts, strict=True)] == starts


def test_a_new_history_opens_on_two_weeks_an_older_one_on_a_month(
    page: HistoryPage, rest_before: Make
) -> None:
    page.show_rests([rest_before(0), rest_before(13)], TODAY)
    assert chosen(page) == ["two_weeks"]
    page.show_rests([rest_before(0), rest_before(14)], TODAY)
    assert chosen(page) == ["month"]


def chosen(page: HistoryPage) -> list[str]:
    buttons = {span: page.findChild(QAbstractButton, f"range_{span}") for span in SPANS}
    return [span for span, button in buttons.items() if button and button.isChecked()]


def test_the_range_is_chosen_and_kept(page: HistoryPage, rest_before: Make) -> None:
    rests = [rest_before(0), rest_before(200, 30)]
    page.show_rests(rests, TODAY)
    chart = part(page, "history_chart")
    assert "30 min" not in chart.accessibleDescription()
    QTest.mouseClick(part(page, "range_year"), Qt.MouseButton.LeftButton)
    assert chosen(page) == ["year"]
    assert "30 min" in chart.accessibleDescription()
    assert "Minutes a week" in words(page)
    page.show_rests([*rests, rest_before(1)], TODAY)
    assert chosen(page) == ["year"]


def test_arrow_keys_move_along_the_range(page: HistoryPage, rest_before: Make) -> None:
    page.show_rests([rest_before(0), rest_before(40)], TODAY)
    month = part(page, "range_month")
    month.setFocus()
    QTest.keyClick(month, Qt.Key.Key_Right)
    QTest.keyClick(part(page, "range_three_months"), Qt.Key.Key_Space)
    assert chosen(page) == ["three_months"]


def test_tab_reaches_range_chart_and_list(page: HistoryPage, rest_before: Make) -> None:
    page.show_rests([rest_before(0), rest_before(40)], TODAY)
    page.activateWindow()
    part(page, "range_month").setFocus()
    reached = set()
    for _ in range(12):
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.add(focused.objectName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert {"range_month", "history_chart", "history_list"} <= reached


@pytest.mark.parametrize("size", [(800, 600), (1000, 700), (1132, 700), (1280, 800), (1920, 1080)])
def test_no_two_parts_overlap(page: HistoryPage, rest_before: Make, size: tuple[int, int]) -> None:
    page.show_rests([rest_before(days, note="A word or two.") for days in range(30)], TODAY)
    page.resize(*size)
    QApplication.processEvents()
    overview = page.findChild(QScrollArea, "history_overview")
    assert overview is not None
    content = overview.widget()
    assert content is not None
    shown = [child for child in content.children() if isinstance(child, QWidget)]
    assert len(shown) == 7
    for one, other in combinations(shown, 2):
        assert not one.geometry().intersects(other.geometry()), (one, other)
    wide = overview.viewport().width()
    for child in shown:
        assert child.geometry().left() >= 0
        assert child.objectName() == "history_list" or child.geometry().right() < wide


def test_a_small_window_scrolls_to_a_row_that_is_reached(
    page: HistoryPage, rest_before: Make
) -> None:
    page.show_rests([rest_before(days) for days in range(30)], TODAY)
    page.resize(800, 600)
    QApplication.processEvents()
    overview = page.findChild(QScrollArea, "history_overview")
    rows = part(page, "history_list")
    assert overview is not None
    assert isinstance(rows, QListView)
    assert overview.verticalScrollBar().value() == 0
    rows.setCurrentIndex(rows.model().index(25, 0))
    row = rows.visualRect(rows.currentIndex())
    top = rows.viewport().mapTo(overview.viewport(), row.topLeft()).y()
    assert top >= 0
    assert top + row.height() <= overview.viewport().height()


def test_page_keys_scroll_a_small_window(page: HistoryPage, rest_before: Make) -> None:
    page.show_rests([rest_before(days) for days in range(30)], TODAY)
    page.resize(800, 600)
    QApplication.processEvents()
    overview = page.findChild(QScrollArea, "history_overview")
    assert overview is not None
    press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(part(page, "history_chart"), press)
    assert overview.verticalScrollBar().value() > 200


def test_the_ground_follows_the_light(page: HistoryPage, rest_before: Make, theme: Theme) -> None:
    page.show_rests([rest_before(0)], TODAY)
    corners = [QPoint(4, 796), QPoint(1275, 796), QPoint(860, 780)]
    for choice, palette in ((ThemeChoice.MORNING, MORNING), (ThemeChoice.DUSK, DUSK)):
        theme.choose(choice, motion=False)
        QApplication.processEvents()
        image = page.grab().toImage()
        assert {image.pixelColor(corner).name() for corner in corners} == {palette.ground.name()}


def test_the_empty_sky_follows_the_light(page: HistoryPage, theme: Theme) -> None:
    page.show_rests([], TODAY)
    for choice, palette in ((ThemeChoice.MORNING, MORNING), (ThemeChoice.DUSK, DUSK)):
        theme.choose(choice, motion=False)
        image = page.grab().toImage()
        assert image.pixelColor(700, 0).name() == palette.skies[0].top.name()
        assert image.pixelColor(100, 790).name() == palette.ground.name()


def test_four_hundred_rests_are_shown(page: HistoryPage, rest_before: Make) -> None:
    rests = [rest_before(days, ease_before=days % 11) for days in range(400)]
    page.show_rests(rests, TODAY)
    rows = part(page, "history_list")
    assert isinstance(rows, QListView)
    assert rows.model().rowCount() == 400
    assert rows.verticalScrollBar().maximum() > 0
