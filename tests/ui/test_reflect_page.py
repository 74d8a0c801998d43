"""What is asked after a rest, and what becomes of the answers."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from constructive_rest.practice.pages import MovementCue
from constructive_rest.practice.timeline import Timeline
from constructive_rest.settings import ThemeChoice
from constructive_rest.ui.palette import DUSK, MORNING
from constructive_rest.ui.reflect_page import NOTE_LIMIT, ReflectPage
from constructive_rest.ui.theme import Theme

CUE = MovementCue("walk", "Walk", ("Feel the floor.", "Let the arms swing."))


@pytest.fixture
def page(theme: Theme, timeline: Timeline, qtbot: QtBot) -> ReflectPage:
    made = ReflectPage(theme)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.ask(timeline, timeline.planned_ms, CUE)
    made.show()
    made.activateWindow()
    made.setFocus()
    return made


def words(page: ReflectPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel)]


def note_of(page: ReflectPage) -> QPlainTextEdit:
    edit = page.findChild(QPlainTextEdit, "note")
    assert edit is not None
    return edit


def test_a_whole_rest_is_called_whole(page: ReflectPage) -> None:
    assert "20:00" in words(page)
    assert "rested, start to finish" in words(page)


def test_a_shorter_one_counts_too(page: ReflectPage, timeline: Timeline) -> None:
    page.ask(timeline, 7 * 60_000 + 12_900, CUE)
    assert "7:12" in words(page)
    assert "rested, and that counts" in words(page)


def test_a_cue_to_carry_is_given(page: ReflectPage) -> None:
    assert "Walk. Feel the floor. Let the arms swing." in words(page)


def test_nothing_is_answered_beforehand(page: ReflectPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.kept) as kept:
        page.save.click()
    assert kept.args == [None, ""]


def test_keep_passes_on_what_was_answered(page: ReflectPage, qtbot: QtBot) -> None:
    page.ease.circle(7).click()
    QTest.keyClicks(note_of(page), "warm feet ")
    with qtbot.waitSignal(page.kept) as kept:
        QTest.mouseClick(page.save, Qt.MouseButton.LeftButton)
    assert kept.args == [7, "warm feet"]


def test_skip_passes_on_nothing(page: ReflectPage, qtbot: QtBot) -> None:
    page.ease.circle(7).click()
    QTest.keyClicks(note_of(page), "warm feet")
    with qtbot.waitSignal(page.kept) as kept:
        QTest.mouseClick(page.skip, Qt.MouseButton.LeftButton)
    assert kept.args == [None, ""]


def test_escape_skips(page: ReflectPage, qtbot: QtBot) -> None:
    page.ease.circle(2).click()
    with qtbot.waitSignal(page.kept) as kept:
        QTest.keyClick(page, Qt.Key.Key_Escape)
    assert kept.args == [None, ""]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter], ids=lambda key: key.name)
def test_enter_keeps(page: ReflectPage, qtbot: QtBot, key: Qt.Key) -> None:
    page.ease.circle(2).click()
    with qtbot.waitSignal(page.kept) as kept:
        QTest.keyClick(page, key)
    assert kept.args == [2, ""]


def test_enter_on_skip_skips(page: ReflectPage, qtbot: QtBot) -> None:
    page.ease.circle(2).click()
    page.skip.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(page.kept) as kept:
        QTest.keyClick(page.skip, Qt.Key.Key_Return)
    assert kept.args == [None, ""]


def test_in_a_note_enter_is_a_new_line(page: ReflectPage, qtbot: QtBot) -> None:
    edit = note_of(page)
    edit.setFocus()
    with qtbot.assertNotEmitted(page.kept):
        QTest.keyClicks(edit, "one")
        QTest.keyClick(edit, Qt.Key.Key_Return)
        QTest.keyClicks(edit, "two")
    assert page.note.text == "one\ntwo"


def test_the_last_answers_are_forgotten(page: ReflectPage, timeline: Timeline) -> None:
    page.ease.circle(7).click()
    note_of(page).setPlainText("old")
    page.ask(timeline, 60_000, CUE)
    assert (page.ease.value, page.note.text) == (None, "")


def test_a_note_has_room_and_an_end(page: ReflectPage) -> None:
    note_of(page).insertPlainText("x" * (NOTE_LIMIT + 10))
    assert len(page.note.text) == NOTE_LIMIT


def test_it_says_that_the_rest_is_kept_whatever_one_answers(page: ReflectPage) -> None:
    assert "The rest itself is already kept." in words(page)


def test_names_by_which_tests_find_it(page: ReflectPage) -> None:
    assert page.save.objectName() == "save"
    assert page.skip.objectName() == "skip"
    assert page.ease.circle(10).objectName() == "ease_after_10"


def test_the_sky_is_that_of_the_last_phase(page: ReflectPage, theme: Theme) -> None:
    assert page.grab().toImage().pixelColor(1200, 0).name() == MORNING.skies[-1].top.name()
    theme.choose(ThemeChoice.DUSK, motion=False)
    assert page.grab().toImage().pixelColor(1200, 0).name() == DUSK.skies[-1].top.name()


def test_the_arc_is_walked_as_far_as_was_rested(page: ReflectPage, timeline: Timeline) -> None:
    whole = page.grab().toImage()
    page.ask(timeline, timeline.planned_ms // 2, CUE)
    half = page.grab().toImage()
    assert whole != half


def test_before_the_first_rest_it_is_an_empty_room(theme: Theme, qtbot: QtBot) -> None:
    page = ReflectPage(theme)
    qtbot.addWidget(page)
    page.resize(800, 600)
    assert page.grab().toImage().pixelColor(700, 0).name() == MORNING.skies[-1].top.name()
