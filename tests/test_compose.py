"""The whole program, built for real, with a clock moved by hand and no drawing process."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from tests.desk import Desk
from tests.ui.stand_ins import HandRenderer

from constructive_rest import compose, paths
from constructive_rest.compose import Program
from constructive_rest.content import load_people
from constructive_rest.drawing.paper.order import Order
from constructive_rest.history.record import Outcome, Rest
from constructive_rest.practice.setup import Legs, Setup
from constructive_rest.settings import Settings, ThemeChoice
from constructive_rest.sound.bells import BELL_NAMES
from constructive_rest.store.errors import CannotWrite
from constructive_rest.store.store import Store
from constructive_rest.ui.overlay import QuestionOverlay
from constructive_rest.ui.palette import DUSK
from constructive_rest.ui.system_dialogs import SystemDialogs
from constructive_rest.ui.widgets.buttons import PillButton
from constructive_rest.ui.widgets.painted import PaintedButton

MINUTE_MS = 60_000


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    made = Desk(tmp_path, monkeypatch)
    yield made
    made.close()


@pytest.fixture
def program(desk: Desk) -> Program:
    return desk.start()


def press(program: Program, name: str) -> None:
    button = program.window.findChild(PaintedButton, name)
    assert button is not None, name
    button.click()


def text(program: Program, name: str) -> str:
    label = program.rest.findChild(QLabel, name)
    assert label is not None
    return label.text()


def banner(program: Program) -> str:
    return program.window.banner.accessibleName() if program.window.banner.isVisible() else ""


def begin_resting(desk: Desk, program: Program, milliseconds: int = 5 * MINUTE_MS) -> None:
    press(program, "begin")
    desk.pass_ms(program, program.preferences.settings.walk_down_s * 1000)
    for _ in range(milliseconds // 1000):
        desk.pass_ms(program, 1000)


def only_rest(program: Program) -> Rest:
    (rest,) = program.store.rests()
    return rest


def test_from_begin_to_a_row_that_tells_it_all(desk: Desk, program: Program) -> None:
    press(program, "minutes_15")
    press(program, "ease_before_4")
    begin_resting(desk, program, 15 * MINUTE_MS)
    assert program.window.page == "reflect"
    press(program, "ease_after_8")
    press(program, "save")
    rest = only_rest(program)
    assert (rest.outcome, rest.planned_s, rest.rested_s) == (Outcome.COMPLETED, 900, 900)
    assert (rest.ease_before, rest.ease_after) == (4, 8)
    assert (rest.arms, rest.legs, rest.head_support, rest.eyes) == ("ribs", "floor", "book", "open")


def test_the_row_is_there_in_the_first_moment(desk: Desk, program: Program) -> None:
    press(program, "begin")
    assert program.store.rests() == []
    desk.pass_ms(program, 30_000)
    assert only_rest(program).outcome is Outcome.RESTING


def test_the_row_is_never_five_seconds_behind(desk: Desk, program: Program) -> None:
    begin_resting(desk, program, 0)
    for second in range(1, 60):
        desk.pass_ms(program, 1000)
        assert second - only_rest(program).rested_s < 5


def test_after_keeping_history_is_open_with_the_rest_in_it(desk: Desk, program: Program) -> None:
    begin_resting(desk, program, 20 * MINUTE_MS)
    press(program, "skip")
    assert program.window.page == "history"
    assert program.history._rests == (only_rest(program),)


def test_bells_ring_at_each_change(desk: Desk, program: Program) -> None:
    begin_resting(desk, program, 20 * MINUTE_MS)
    rung = [name for name in desk.bells.rung if name in BELL_NAMES]
    assert rung == ["begin", *["phase"] * 5, "end"]


def test_the_rest_page_begins_too(desk: Desk) -> None:
    program = desk.start("rest")
    press(program, "rest_begin")
    desk.pass_ms(program, 30_000)
    assert only_rest(program).ease_before is None


def test_pause_and_end_are_connected(desk: Desk, program: Program) -> None:
    begin_resting(desk, program, 60_000)
    press(program, "pause")
    desk.pass_ms(program, 500_000)
    assert program.driver.rested_ms() == 60_000
    press(program, "pause")
    press(program, "end")
    (question,) = program.window.findChildren(QuestionOverlay)
    agree = question.findChild(PillButton, "agree")
    assert agree is not None
    agree.click()
    assert only_rest(program).outcome is Outcome.ENDED_EARLY
    assert only_rest(program).rested_s == 60


def test_a_faster_clock_ends_a_rest_in_seconds(desk: Desk) -> None:
    program = desk.start(speed=60)
    press(program, "begin")
    desk.pass_ms(program, 500)
    desk.pass_ms(program, 20_000)
    assert only_rest(program).rested_s == 1200


def test_closing_in_mid_rest_asks_first(desk: Desk, program: Program) -> None:
    begin_resting(desk, program, 10_000)
    program.window.close()
    assert program.window.isVisible()
    assert len(program.window.findChildren(QuestionOverlay)) == 1


@pytest.mark.parametrize("page", compose.PAGES)
def test_it_opens_on_the_page_that_was_asked_for(desk: Desk, page: str) -> None:
    assert desk.start(page).window.page == page


@pytest.mark.parametrize("page", compose.PAGES)
def test_the_rail_opens_every_page(program: Program, page: str) -> None:
    press(program, f"page_{page}")
    assert program.window.page == page


def test_a_rest_that_was_cut_short_is_kept_and_told_in_one_line(desk: Desk) -> None:
    at = datetime.now(UTC) - timedelta(hours=1)
    store = Store.open(desk.folder / paths.HISTORY_FILE)
    store.add(Rest("cut", "constructive-rest", at, 0, 1200, 125, Outcome.RESTING, at))
    store.close()
    program = desk.start()
    assert banner(program) == "Your last rest was cut short. 2:05 min of it are kept in History."
    assert only_rest(program).outcome is Outcome.INTERRUPTED


def test_usually_there_is_nothing_to_tell(program: Program) -> None:
    assert banner(program) == ""


def test_the_first_start_picks_a_body_and_keeps_it(desk: Desk) -> None:
    first = desk.start()
    body = first.preferences.settings.body
    assert body in [person.key for person in load_people()]
    first.close()
    assert {desk.start().preferences.settings.body for _ in range(3)} == {body}


def test_settings_are_kept_between_starts(desk: Desk, program: Program) -> None:
    program.settings_page.minutes.setValue(12)
    program.settings_page.motion.click()
    program.close()
    kept = desk.start().preferences.settings
    assert (kept.minutes, kept.gentle_motion) == (12, False)


def test_a_setting_reaches_everything_that_shows_it(program: Program) -> None:
    program.settings_page.minutes.setValue(10)
    program.settings_page.light.segment("dusk").click()
    assert text(program, "digits") == "10:00"
    assert "10" in program.guide.begin.begin.accessibleName()
    assert program.theme.palette is DUSK


def test_a_choice_in_the_guide_reaches_the_settings(program: Program) -> None:
    press(program, "minutes_25")
    assert program.settings_page.minutes.value() == 25
    assert program.store.load_settings().minutes == 25


def test_settings_that_cannot_be_kept_are_told_and_still_count(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_settings: Settings) -> None:
        raise CannotWrite("The disk is full.")

    monkeypatch.setattr(program.store, "save_settings", full)
    program.settings_page.minutes.setValue(11)
    assert banner(program) == "The disk is full."
    assert text(program, "digits") == "11:00"


def test_a_rest_goes_on_though_its_row_cannot_be_written(
    desk: Desk, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object) -> None:
        raise CannotWrite("The disk is full.")

    with monkeypatch.context() as broken:
        broken.setattr(program.store, "add", full)
        begin_resting(desk, program, 10_000)
    assert banner(program) == "The disk is full."
    assert program.driver.rested_ms() == 10_000
    for _ in range(5):
        desk.pass_ms(program, 1000)
    assert only_rest(program).rested_s >= 10


def test_a_history_that_cannot_be_read_is_told(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged() -> list[Rest]:
        raise CannotWrite("The history is damaged.")

    monkeypatch.setattr(program.store, "rests", damaged)
    press(program, "page_history")
    assert program.window.page == "history"
    assert banner(program) == "The history is damaged."


def test_sound_is_switched_in_mid_rest(desk: Desk, program: Program) -> None:
    begin_resting(desk, program, 5_000)
    assert program.rest.controls.sound.accessibleName() == "Sound"
    press(program, "sound")
    assert program.rest.controls.sound.accessibleName() == "Silent"
    assert not program.preferences.settings.sound
    assert not program.store.load_settings().sound


def test_silence_that_was_chosen_is_shown_from_the_start(desk: Desk) -> None:
    first = desk.start()
    first.preferences.take(replace(first.preferences.settings, sound=False))
    first.close()
    again = desk.start("rest")
    assert again.rest.controls.sound.accessibleName() == "Silent"
    press(again, "sound")
    assert again.preferences.settings.sound


def test_pages_to_read_open_from_the_guide_and_from_settings(program: Program) -> None:
    press(program, "safety")
    assert program.window.page == "reading"
    assert program.to_read.accessibleName() == "Is it for me?"
    QTest.keyClick(program.to_read, Qt.Key.Key_Escape)
    assert program.window.page == "guide"
    press(program, "read_more")
    press(program, "more_movement")
    assert program.to_read.accessibleName() == "Moving through the day"
    press(program, "close_reading")
    assert program.window.page == "guide"
    program.navigation.open("settings")
    press(program, "read_ease")
    press(program, "close_reading")
    assert program.window.page == "settings"


def test_the_body_chosen_is_the_body_of_every_picture(desk: Desk, program: Program) -> None:
    program.guide.open_step(0)
    renderer = program.renderer
    assert isinstance(renderer, HandRenderer)
    press(program, "body_reed")
    renderer.asked.clear()
    press(program, "body_poppy")
    press(program, "page_rest")
    assert {scene.body for scene in renderer.asked if scene.pose == "side"} == {"poppy"}
    card = program.settings_page.body.findChild(PaintedButton, "body_poppy")
    assert card is not None
    assert card.isChecked()


def test_the_empty_history_leads_to_the_guide(program: Program) -> None:
    press(program, "page_history")
    program.history.begin_asked.emit()
    assert program.window.page == "guide"


def test_a_figure_that_cannot_be_drawn_is_told(program: Program) -> None:
    program.renderer.failed.emit("The figure could not be drawn.")
    assert banner(program) == "The figure could not be drawn."


def test_the_light_that_was_chosen_is_there_from_the_first_frame(desk: Desk) -> None:
    first = desk.start()
    first.preferences.take(replace(first.preferences.settings, theme=ThemeChoice.DUSK))
    first.close()
    assert desk.start().theme.palette is DUSK


def test_a_photographer_is_at_hand(program: Program, tmp_path: Path) -> None:
    photographer = program.photographer(tmp_path, lambda _count: [], date(2026, 6, 13))
    assert photographer is not None


def test_the_guide_goes_to_paper_with_the_choices_in_force(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ordered: list[Order] = []
    monkeypatch.setattr(program.press, "look_for_printers", lambda: None)
    monkeypatch.setattr(program.press, "make", ordered.append)
    monkeypatch.setattr(
        SystemDialogs, "ask_file", lambda _self, _parent, _name, then: then(tmp_path / "mine.pdf")
    )
    chosen = replace(program.preferences.settings, minutes=25, setup=Setup(legs=Legs.BELT))
    program.preferences.take(chosen)
    press(program, "print_guide")
    press(program, "paper_save")
    [order] = ordered
    assert order.path == str(tmp_path / "mine.pdf")
    assert order.document.setup == chosen.setup
    assert order.document.body == chosen.body
    assert "25 min" in [choice.name for choice in order.document.choices]
    press(program, "paper_close")
