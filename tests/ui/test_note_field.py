"""A few lines of one's own words."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.stand_ins import count_near

from constructive_rest.settings import ThemeChoice
from constructive_rest.ui.palette import DUSK, MORNING
from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.note_field import NoteField

LIMIT = 20


@pytest.fixture
def field(theme: Theme, qtbot: QtBot) -> Iterator[NoteField]:
    window = QWidget()
    made = NoteField(theme, "A note", "A word or two", LIMIT, window)
    made.setGeometry(10, 10, 280, 90)
    other = QWidget(window)
    other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    window.resize(300, 160)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    other.setFocus()
    yield made
    window.close()


def edit_of(field: NoteField) -> QPlainTextEdit:
    edit = field.findChild(QPlainTextEdit, "note")
    assert edit is not None
    return edit


def test_it_holds_what_was_typed(field: NoteField) -> None:
    QTest.keyClicks(edit_of(field), "quiet rain")
    assert field.text == "quiet rain"


def test_blank_ends_do_not_count(field: NoteField) -> None:
    edit_of(field).setPlainText("  \n quiet \n\n")
    assert field.text == "quiet"


def test_lines_are_kept(field: NoteField) -> None:
    edit_of(field).setPlainText("one\ntwo")
    assert field.text == "one\ntwo"


def test_typing_stops_at_the_limit(field: NoteField) -> None:
    QTest.keyClicks(edit_of(field), "x" * (LIMIT + 5))
    assert field.text == "x" * LIMIT


def test_a_long_paste_is_cut_at_the_limit(field: NoteField) -> None:
    edit_of(field).insertPlainText("0123456789" * 5)
    assert field.text == "0123456789" * 2


def test_whole_characters_are_counted(field: NoteField) -> None:
    edit_of(field).insertPlainText("🌿" * (LIMIT + 3))
    assert field.text == "🌿" * LIMIT


def test_the_cursor_stays_where_one_is_writing(field: NoteField) -> None:
    edit = edit_of(field)
    edit.setPlainText("x" * LIMIT)
    cursor = edit.textCursor()
    cursor.setPosition(5)
    edit.setTextCursor(cursor)
    QTest.keyClicks(edit, "a")
    assert edit.textCursor().position() == 6
    assert field.text == "xxxxxa" + "x" * (LIMIT - 6)


def test_what_no_file_can_carry_is_left_out(field: NoteField) -> None:
    edit_of(field).setPlainText("a\0b")
    assert "\0" not in field.text


def test_clearing_starts_empty(field: NoteField) -> None:
    edit_of(field).setPlainText("old")
    field.clear()
    assert field.text == ""


def test_tab_moves_on(field: NoteField) -> None:
    field.setFocus()
    assert edit_of(field).hasFocus()
    QTest.keyClick(edit_of(field), Qt.Key.Key_Tab)
    assert not edit_of(field).hasFocus()
    assert field.text == ""


@pytest.mark.parametrize(
    ("reason", "ringed"),
    [(Qt.FocusReason.TabFocusReason, True), (Qt.FocusReason.MouseFocusReason, False)],
)
def test_only_the_keyboard_brings_a_ring(
    field: NoteField, reason: Qt.FocusReason, ringed: bool
) -> None:
    edit_of(field).setFocus(reason)
    assert (count_near(field, MORNING.focus, 24) > 100) is ringed


def test_it_follows_the_light(field: NoteField, theme: Theme) -> None:
    theme.choose(ThemeChoice.DUSK, motion=False)
    palette = edit_of(field).palette()
    assert palette.color(QPalette.ColorRole.Base) == DUSK.surface
    assert palette.color(QPalette.ColorRole.Text) == DUSK.ink
    assert palette.color(QPalette.ColorRole.PlaceholderText) == DUSK.muted


def test_it_is_named_and_says_what_it_is_for(field: NoteField) -> None:
    assert edit_of(field).accessibleName() == "A note"
    assert edit_of(field).placeholderText() == "A word or two"
