"""The list of rests: what each row says and how it looks."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from constructive_rest.history.record import Outcome, Rest
from constructive_rest.settings import ThemeChoice
from constructive_rest.ui.history.rest_delegate import BLEED
from constructive_rest.ui.history.rest_list import RestList
from constructive_rest.ui.history.rest_model import WORDS_ROLE, RestModel
from constructive_rest.ui.palette import DUSK, MORNING
from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.painted import RING

Make = Callable[..., Rest]
TODAY = date(2026, 6, 13)
BODY = 352
LONG = "The left hip let go near the end, slowly, and the street was far away. " * 30


@pytest.fixture
def rows(qtbot: QtBot, theme: Theme) -> RestList:
    widget = RestList(theme)
    qtbot.addWidget(widget)
    widget.set_body_width(BODY)
    widget.resize(widget.width_for(BODY), 400)
    widget.show()
    return widget


def show(rows: RestList, *newest_first: Rest) -> QImage:
    rows.show_rests(newest_first[::-1], TODAY)
    return picture(rows)


def picture(rows: RestList) -> QImage:
    QApplication.processEvents()
    return rows.grab().toImage()


def has(image: QImage, color: QColor, left: int, top: int, right: int, bottom: int) -> bool:
    return any(
        image.pixelColor(x, y).name() == color.name()
        for x in range(left, right)
        for y in range(top, bottom)
    )


def right_half(rows: RestList, image: QImage, color: QColor, row: int) -> bool:
    rect = rows.visualRect(rows.model().index(row, 0))
    return has(image, color, RING + BODY // 2, rect.top(), RING + BODY, rect.bottom())


def test_the_model_keeps_qts_rules(rest_before: Make) -> None:
    model = RestModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show_rests([rest_before(1), rest_before(0)], TODAY)
    model.show_rests([rest_before(0)], TODAY)
    assert tester.model() is model


def test_a_row_is_read_aloud_in_full(rows: RestList, rest_before: Make) -> None:
    show(
        rows,
        rest_before(0, 12, ease_before=4, ease_after=7, note=LONG, outcome=Outcome.INTERRUPTED),
    )
    index = rows.model().index(0, 0)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Today, 12")
    assert "interrupted, ease 4 before and 7 after" in spoken
    assert LONG.strip() in spoken
    words = index.data(WORDS_ROLE)
    assert (words.day, words.length, words.outcome) == ("Today", "12 min", "interrupted")
    reader = QAccessible.queryAccessibleInterface(rows)
    assert reader is not None
    assert reader.text(QAccessible.Text.Name) == "Rests"
    assert reader.child(0).text(QAccessible.Text.Name) == spoken


def test_it_gives_nothing_for_what_is_not_there(rest_before: Make) -> None:
    model = RestModel()
    model.show_rests([rest_before(0)], TODAY)
    assert model.data(QModelIndex()) is None
    assert model.index(0, 0).data(Qt.ItemDataRole.DecorationRole) is None
    assert model.rowCount(model.index(0, 0)) == 0


def test_ratings_stand_at_the_right_and_missing_ones_leave_nothing(
    rows: RestList, rest_before: Make
) -> None:
    image = show(
        rows,
        rest_before(0, ease_before=4, ease_after=7),
        rest_before(1, ease_after=0),
        rest_before(2, ease_before=0),
        rest_before(3),
    )
    before = [right_half(rows, image, MORNING.before, row) for row in range(4)]
    after = [right_half(rows, image, MORNING.after, row) for row in range(4)]
    assert before == [True, False, True, False]
    assert after == [True, True, False, False]


def test_a_long_note_is_cut_until_its_rest_is_selected(rows: RestList, rest_before: Make) -> None:
    show(rows, rest_before(0, note=LONG), rest_before(1, note="Short."), rest_before(2))
    model = rows.model()
    cut, short, bare = (rows.visualRect(model.index(row, 0)).height() for row in range(3))
    assert bare < short < cut < 2 * bare
    before = rows.full_height()
    rows.setCurrentIndex(model.index(0, 0))
    whole = rows.visualRect(model.index(0, 0)).height()
    assert whole > 20 * (short - bare)
    assert rows.full_height() - before == whole - cut
    rows.setCurrentIndex(model.index(2, 0))
    assert rows.visualRect(model.index(0, 0)).height() == cut


def test_an_outcome_that_finds_no_room_gets_its_own_line(rows: RestList, rest_before: Make) -> None:
    early = rest_before(200, ease_before=10, ease_after=10, outcome=Outcome.ENDED_EARLY)
    show(rows, early, rest_before(201))
    narrow = rows.visualRect(rows.model().index(0, 0)).height()
    plain = rows.visualRect(rows.model().index(1, 0)).height()
    rows.set_body_width(2 * BODY)
    rows.resize(rows.width_for(2 * BODY), 400)
    QApplication.processEvents()
    wide = rows.visualRect(rows.model().index(0, 0)).height()
    assert narrow > plain == wide


def test_the_selected_rest_is_a_card(rows: RestList, rest_before: Make) -> None:
    show(rows, rest_before(0), rest_before(1))
    rows.setCurrentIndex(rows.model().index(1, 0))
    image = picture(rows)
    rect = rows.visualRect(rows.model().index(1, 0))
    inside = QPoint(RING + BLEED // 2, rect.center().y())
    assert image.pixelColor(inside).name() == MORNING.surface.name()
    above = inside - QPoint(0, rect.height())
    assert image.pixelColor(above).name() != MORNING.surface.name()


def test_the_keyboard_starts_at_the_newest_and_shows_its_ring(
    rows: RestList, rest_before: Make
) -> None:
    show(rows, rest_before(0), rest_before(1))
    rows.clearFocus()
    rows.setFocus(Qt.FocusReason.TabFocusReason)
    image = picture(rows)
    assert rows.currentIndex().row() == 0
    rect = rows.visualRect(rows.currentIndex())
    strip = (RING, rect.center().y() - 4, RING + 4, rect.center().y() + 4)
    assert has(image, MORNING.focus, *strip)


def test_a_click_selects_without_a_ring(rows: RestList, rest_before: Make) -> None:
    show(rows, rest_before(0), rest_before(1))
    rows.activateWindow()
    center = rows.visualRect(rows.model().index(1, 0)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=center)
    image = picture(rows)
    assert rows.currentIndex().row() == 1
    assert not has(image, MORNING.focus, 0, 0, RING + 8, image.height())


def test_arrow_keys_walk_through_all_rests(rows: RestList, rest_before: Make) -> None:
    show(rows, *(rest_before(days) for days in range(30)))
    rows.clearFocus()
    rows.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(29):
        QTest.keyClick(rows, Qt.Key.Key_Down)
    assert rows.currentIndex().row() == 29
    assert rows.viewport().rect().contains(rows.visualRect(rows.currentIndex()))


def test_the_light_changes_the_rows(rows: RestList, rest_before: Make, theme: Theme) -> None:
    show(rows, rest_before(0, ease_after=7))
    theme.choose(ThemeChoice.DUSK, motion=False)
    assert right_half(rows, picture(rows), DUSK.after, 0)


def test_it_asks_for_room_when_a_row_grows(qtbot: QtBot, rows: RestList, rest_before: Make) -> None:
    show(rows, rest_before(0, note=LONG))
    with qtbot.waitSignals([rows.grown, rows.reached]):
        rows.setCurrentIndex(rows.model().index(0, 0))
