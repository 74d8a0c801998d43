"""From Begin through the rest to the rating, with the real pages and a clock moved by hand."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from tests.ui.house import MINUTE_MS, PLANNED, House

from constructive_rest.practice.setup import Setup
from constructive_rest.practice.timeline import CueDensity, Timeline


def test_the_plan_shows_the_practice_and_the_chosen_length(house: House) -> None:
    house.flow.show_plan()
    assert house.text("phase") == "Constructive rest"
    assert house.text("digits") == "20:00"
    assert not house.rest.underway


def test_the_plan_follows_new_settings(house: House) -> None:
    house.preferences.take(replace(PLANNED, minutes=10))
    house.flow.show_plan()
    assert house.text("digits") == "10:00"


def test_begin_leads_into_the_walk_down(house: House) -> None:
    house.flow.begin(4)
    assert house.window.page == "rest"
    assert house.told == [("walking",)]
    assert (house.text("phase"), house.text("digits")) == ("Lie down", "0:30")
    assert house.rest.hasFocus()


def test_nothing_but_the_rest_is_in_sight(house: House) -> None:
    house.flow.begin(None)
    assert not house.window.rail.isVisible()
    assert house.window.hold_open


def test_the_rest_begins_when_the_walk_down_is_over(house: House) -> None:
    house.flow.begin(4)
    house.pass_ms(29_999)
    assert house.of("began") == []
    house.pass_ms(1)
    assert house.of("began") == [("began", "constructive-rest", 20 * MINUTE_MS, PLANNED.setup, 4)]
    assert house.text("phase") == "Settle"


def test_bells_name_the_beginning_each_new_phase_and_the_end(house: House) -> None:
    house.begin_resting(20 * MINUTE_MS)
    assert house.bells() == ["begin", "phase", "phase", "phase", "phase", "phase", "end"]


def test_the_way_to_the_floor_is_spoken_step_by_step(house: House) -> None:
    house.flow.begin(None)
    assert house.heard == ["Sit on the floor, then lie down by way of your side."]
    house.pass_ms(6_000)
    assert house.heard[1:] == ["Bend your knees. Feet flat, as wide apart as your hips."]
    house.pass_ms(23_999)
    assert house.heard[-1] == "Take the time you need. The rest begins by itself."
    assert len(house.heard) == 5


def test_every_cue_is_spoken_when_it_is_due(house: House, timeline: Timeline) -> None:
    house.begin_resting(20 * MINUTE_MS)
    assert house.heard[5:] == [cue.text for cue in timeline.cues]


@pytest.mark.parametrize(("density", "spoken"), [(CueDensity.SPARSE, 14), (CueDensity.BELLS, 0)])
def test_fewer_cues_are_spoken_where_fewer_are_wanted(
    house: House, density: CueDensity, spoken: int
) -> None:
    house.preferences.take(replace(PLANNED, cues=density))
    house.begin_resting(20 * MINUTE_MS)
    assert len(house.heard) == spoken


def test_pausing_and_ending_early_ask_for_silence(house: House) -> None:
    house.begin_resting(MINUTE_MS)
    house.driver.toggle_pause()
    assert house.heard[-1] == "(silence)"
    house.driver.toggle_pause()
    house.driver.end_early()
    assert house.heard[-2:] == ["(silence)", "(silence)"]


def test_rested_time_is_told_from_zero_on(house: House) -> None:
    rested: list[int] = []
    house.flow.progressed.connect(rested.append)
    house.flow.begin(None)
    house.pass_ms(15_000)
    house.pass_ms(20_000)
    assert rested == [0, 0, 5_000]


def test_the_end_of_the_rest_asks_how_it_was(house: House) -> None:
    house.begin_resting(20 * MINUTE_MS)
    assert house.of("ended") == [("ended", 20 * MINUTE_MS, True)]
    assert house.window.page == "reflect"
    assert house.window.rail.isVisible()
    assert not house.window.hold_open


def test_what_was_answered_is_kept_and_the_rest_is_over(house: House) -> None:
    house.begin_resting(20 * MINUTE_MS)
    house.reflect.ease.circle(8).click()
    house.reflect.save.click()
    assert house.told[-2:] == [("reflected", 8, ""), ("over",)]


def test_skipping_keeps_nothing_more(house: House) -> None:
    house.begin_resting(20 * MINUTE_MS)
    house.reflect.ease.circle(8).click()
    house.reflect.skip.click()
    assert house.of("reflected") == []
    assert house.of("over") == [("over",)]


def test_an_ease_of_zero_is_an_answer(house: House) -> None:
    house.flow.keep(0, "")
    assert house.of("reflected") == [("reflected", 0, "")]


def test_a_note_alone_is_kept_too(house: House) -> None:
    house.flow.keep(None, "Rain.")
    assert house.of("reflected") == [("reflected", None, "Rain.")]


def test_a_second_begin_changes_nothing(house: House) -> None:
    house.begin_resting()
    house.flow.begin(9)
    assert house.driver.rested_ms() == 5 * MINUTE_MS
    assert house.of("walking") == [("walking",)]


def test_asking_to_end_twice_opens_one_question(house: House) -> None:
    house.begin_resting()
    house.flow.ask_to_end()
    house.flow.ask_to_end()
    assert len(house.questions()) == 1


def test_without_a_rest_there_is_nothing_to_end(house: House) -> None:
    house.flow.ask_to_end()
    assert house.questions() == []


def test_the_question_says_what_would_be_kept(house: House) -> None:
    house.begin_resting(5 * MINUTE_MS + 7_900)
    house.flow.ask_to_end()
    words = [label.text() for label in house.questions()[0].findChildren(QLabel)]
    assert "5:07 min will be kept." in words


def test_in_the_walk_down_it_says_that_nothing_will_be(house: House) -> None:
    house.flow.begin(None)
    house.flow.ask_to_end()
    words = [label.text() for label in house.questions()[0].findChildren(QLabel)]
    assert "The rest has not begun, so nothing will be kept." in words


def test_the_rest_goes_on_behind_the_question(house: House) -> None:
    house.begin_resting()
    house.flow.ask_to_end()
    house.pass_ms(60_000)
    assert house.driver.rested_ms() == 6 * MINUTE_MS


def test_keep_resting_changes_nothing_and_may_be_asked_again(house: House) -> None:
    house.begin_resting()
    house.flow.ask_to_end()
    house.answer("stay")
    assert house.driver.underway
    assert house.of("ended") == []
    house.flow.ask_to_end()
    assert len(house.questions()) == 1


def test_end_here_keeps_what_was_rested_and_asks_how_it_was(house: House) -> None:
    house.begin_resting()
    house.flow.ask_to_end()
    house.pass_ms(1_500)
    house.answer("agree")
    assert house.of("ended") == [("ended", 5 * MINUTE_MS + 1_500, False)]
    assert house.window.page == "reflect"
    assert house.bells()[-1] != "end"


def test_a_question_goes_away_when_the_rest_ends_behind_it(house: House) -> None:
    house.begin_resting()
    house.flow.ask_to_end()
    house.pass_ms(15 * MINUTE_MS)
    assert house.questions() == []
    assert house.of("ended") == [("ended", 20 * MINUTE_MS, True)]


def test_ending_in_the_walk_down_leads_back_to_the_guide(house: House) -> None:
    house.flow.begin(None)
    house.flow.ask_to_end()
    house.answer("agree")
    assert house.window.page == "guide"
    assert house.of("began") == []


def test_less_than_a_second_is_nothing_to_ask_about(house: House) -> None:
    house.begin_resting(900)
    house.driver.end_early()
    assert house.of("ended") == [("ended", 900, False)]
    assert house.window.page == "guide"


def test_closing_the_window_in_mid_rest_asks_first(house: House) -> None:
    house.begin_resting()
    house.window.close()
    assert house.window.isVisible()
    assert len(house.questions()) == 1


def test_the_window_closes_once_the_end_is_agreed(house: House) -> None:
    house.begin_resting()
    house.window.close()
    house.answer("agree")
    assert not house.window.isVisible()
    assert house.of("ended") == [("ended", 5 * MINUTE_MS, False)]


def test_who_keeps_resting_is_still_asked_how_it_was(house: House) -> None:
    house.begin_resting()
    house.window.close()
    house.answer("stay")
    house.pass_ms(15 * MINUTE_MS)
    assert house.window.isVisible()
    assert house.window.page == "reflect"


def test_settings_changed_in_mid_rest_do_not_change_this_rest(house: House) -> None:
    house.begin_resting()
    house.preferences.take(replace(PLANNED, minutes=5, walk_down_s=0, setup=Setup()))
    house.flow.show_plan()
    house.pass_ms(1000)
    assert house.text("digits") == "14:59"
    house.pass_ms(15 * MINUTE_MS)
    assert house.of("ended") == [("ended", 20 * MINUTE_MS, True)]


def test_afterwards_the_plan_has_the_new_settings(house: House) -> None:
    house.begin_resting()
    house.preferences.take(replace(PLANNED, minutes=5))
    house.pass_ms(15 * MINUTE_MS)
    assert house.text("digits") == "5:00"


def test_a_pause_is_shown_and_taken_back_by_any_key(house: House) -> None:
    house.begin_resting()
    QTest.keyClick(house.rest, Qt.Key.Key_Space)
    assert house.text("phase") == "Paused"
    house.clock.now += 90_000
    QTest.keyClick(house.rest, Qt.Key.Key_A)
    assert house.text("digits") == "15:00"


def test_the_walk_down_says_what_belongs_to_the_chosen_arrangement(house: House) -> None:
    house.preferences.take(replace(PLANNED, walk_down_s=300))
    house.flow.begin(None)
    said = []
    for _second in range(300):
        said.append(house.text("cue"))
        house.pass_ms(1000)
    assert len(dict.fromkeys(said)) >= 3
    assert "" not in said


def test_without_a_walk_down_the_clock_starts_at_once(house: House) -> None:
    house.preferences.take(replace(PLANNED, walk_down_s=0))
    house.flow.begin(6)
    assert house.of("began")[0][-1] == 6
    assert house.text("digits") == "20:00"
    assert house.rest.underway
