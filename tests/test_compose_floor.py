"""The whole program for someone on the floor: one button, the screen, sleep, and being called."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.desk import Desk
from tests.ui.stand_ins import timer_of

from constructive_rest.compose import Program
from constructive_rest.history.marks import Mark, MarkKind
from constructive_rest.history.record import Outcome, Rest
from constructive_rest.practice.calling import GIVE_UP_MS
from constructive_rest.ui.widgets.painted import PaintedButton

SECOND_NS = 1_000_000_000
WHOLE_S = 20 * 60


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    made = Desk(tmp_path, monkeypatch)
    yield made
    made.close()


@pytest.fixture
def program(desk: Desk) -> Program:
    made = desk.start()
    made.guide.begin_asked.emit(None)
    desk.pass_ms(made, made.preferences.settings.walk_down_s * 1000)
    return made


def rest_of(program: Program) -> Rest:
    (rest,) = program.store.rests()
    return rest


def press(program: Program, name: str) -> None:
    button = program.window.findChild(PaintedButton, name)
    assert button is not None, name
    button.click()


def test_the_media_key_pauses_and_goes_on_from_any_window(desk: Desk, program: Program) -> None:
    desk.pass_ms(program, 60_000)
    desk.keys.pressed.emit()
    desk.pass_ms(program, 45_000)
    desk.keys.pressed.emit()
    assert rest_of(program).marks == (Mark(MarkKind.PAUSE, 60, 45),)
    desk.pass_ms(program, 60_000)
    assert program.driver.rested_ms() == 120_000


def test_the_screen_is_held_from_begin_to_the_end(desk: Desk, program: Program) -> None:
    assert desk.screen.asked == ["hold"]
    desk.pass_ms(program, WHOLE_S * 1000)
    assert desk.screen.asked == ["hold", "release"]


def test_a_screen_that_cannot_be_held_is_told_of_beforehand(desk: Desk) -> None:
    desk.screen.willing = False
    program = desk.start()
    program.guide.begin_asked.emit(None)
    assert "may go dark" in program.rest.controls._dark.text()


def test_nobody_answers_and_the_planned_length_is_kept(desk: Desk, program: Program) -> None:
    desk.pass_ms(program, WHOLE_S * 1000)
    for _ in range(GIVE_UP_MS // 1000):
        desk.now_ns += SECOND_NS
        timer_of(program.caller).timeout.emit()
    rest = rest_of(program)
    assert (rest.outcome, rest.rested_s) == (Outcome.UNANSWERED, WHOLE_S)
    assert program.window.page == "reflect"
    program.reflect.kept.emit(7, "")
    rest = rest_of(program)
    assert (rest.outcome, rest.ease_after) == (Outcome.UNANSWERED, 7)


def test_the_first_key_completes_the_rest(desk: Desk, program: Program) -> None:
    desk.pass_ms(program, WHOLE_S * 1000)
    QTest.keyClick(program.reflect, Qt.Key.Key_Space)
    assert rest_of(program).outcome is Outcome.COMPLETED


def test_what_hurts_leaves_a_mark_and_is_said(desk: Desk, program: Program) -> None:
    desk.pass_ms(program, 90_000)
    QTest.keyClick(program.rest, Qt.Key.Key_D)
    assert rest_of(program).marks == (Mark(MarkKind.HURT, 90),)


def test_what_was_slept_is_never_counted(desk: Desk, program: Program) -> None:
    desk.pass_ms(program, 90_000)
    desk.asleep_ns += 3_600 * SECOND_NS
    desk.pass_ms(program, 0)
    press(program, "keep_before")
    rest = rest_of(program)
    assert (rest.outcome, rest.rested_s) == (Outcome.ENDED_EARLY, 90)


def test_a_rest_slept_through_can_be_kept_whole(desk: Desk, program: Program) -> None:
    desk.pass_ms(program, 90_000)
    desk.asleep_ns += 3_600 * SECOND_NS
    desk.pass_ms(program, 0)
    press(program, "keep_whole")
    rest = rest_of(program)
    assert (rest.outcome, rest.rested_s) == (Outcome.COMPLETED, WHOLE_S)


def test_a_rest_slept_through_can_be_let_go(desk: Desk, program: Program) -> None:
    desk.pass_ms(program, 90_000)
    desk.asleep_ns += 3_600 * SECOND_NS
    desk.pass_ms(program, 0)
    press(program, "keep_nothing")
    assert program.store.rests() == []
    (rest,) = program.store.every_rest()
    assert rest.deleted_at is not None


def test_the_turn_of_the_view_is_kept(desk: Desk, program: Program) -> None:
    QTest.keyClick(program.rest, Qt.Key.Key_F11)
    QTest.keyClick(program.rest, Qt.Key.Key_R)
    assert program.store.load_settings().floor_turn == 90
    QTest.keyClick(program.rest, Qt.Key.Key_F11)
    assert not program.window.isFullScreen()
