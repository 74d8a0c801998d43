"""How a rest ends and what may happen on the way: calls, answers, pauses, something that hurts."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.ui.house import MINUTE_MS, House

from constructive_rest.practice.calling import CALLS, GIVE_UP_MS
from constructive_rest.ui.rest_flow import ADVICE_MS


def test_the_end_bell_calls_until_a_key_is_pressed(house: House) -> None:
    house.begin_resting(20 * MINUTE_MS)
    house.call_until(30_000)
    assert [what[1:] for what in house.of("bell")[-3:]] == [
        ("end", call.loudness) for call in CALLS[:3]
    ]
    assert house.of("answered") == []
    QTest.keyClick(house.reflect, Qt.Key.Key_Escape)
    assert house.of("answered") == [("answered",)]
    assert house.window.page == "reflect", "the key that answers does nothing else"
    assert not house.caller.calling


def test_the_rating_itself_is_an_answer(house: House) -> None:
    house.begin_resting(20 * MINUTE_MS)
    house.flow.keep(8, "")
    assert house.told[-3:] == [("answered",), ("reflected", 8, ""), ("over",)]


def test_without_an_answer_the_bell_gives_up_and_reflect_waits(house: House) -> None:
    house.begin_resting(20 * MINUTE_MS)
    house.call_until(GIVE_UP_MS)
    assert house.bells().count("end") == 5
    assert house.of("answered") == []
    assert house.window.page == "reflect"
    house.flow.keep(8, "")
    assert house.of("answered") == []
    assert house.of("reflected") == [("reflected", 8, "")]


def test_an_early_end_calls_nobody(house: House) -> None:
    house.begin_resting()
    house.driver.end_early()
    assert not house.caller.calling


def test_a_new_rest_silences_the_last_one(house: House) -> None:
    house.begin_resting(20 * MINUTE_MS)
    house.flow.begin(None)
    assert not house.caller.calling


def test_pauses_are_told_with_what_was_rested(house: House) -> None:
    house.begin_resting()
    house.driver.toggle_pause()
    house.driver.toggle_pause()
    assert house.of("paused") == [("paused", 5 * MINUTE_MS)]
    assert house.of("resumed") == [("resumed",)]


def test_what_hurts_brings_one_comfort_after_another(house: House) -> None:
    house.begin_resting()
    house.rest.hurts.emit()
    (_, rested, first) = house.of("hurt")[0]
    assert rested == 5 * MINUTE_MS
    assert house.text("cue") == first
    house.rest.hurts.emit()
    (_, _, second) = house.of("hurt")[1]
    assert house.text("cue") == second != first
    house.pass_ms(ADVICE_MS + 1000)
    assert house.text("cue") != second


def test_outside_of_a_rest_nothing_hurts(house: House) -> None:
    house.flow.ease_what_hurts()
    assert house.of("hurt") == []


def test_a_held_key_ends_and_keeps_what_was_rested(house: House) -> None:
    house.begin_resting()
    house.rest.end_at_once.emit()
    assert house.of("ended") == [("ended", 5 * MINUTE_MS, False)]
    assert house.questions() == []


def test_after_sleep_it_asks_and_keeps_what_was_rested_before(house: House) -> None:
    house.begin_resting()
    house.fall_asleep()
    assert house.text("phase") == "Paused"
    house.answer("keep_before")
    assert house.of("ended") == [("ended", 5 * MINUTE_MS, False)]
    assert house.window.page == "reflect"


def test_after_sleep_the_whole_length_can_be_kept(house: House) -> None:
    house.begin_resting()
    house.fall_asleep()
    house.answer("keep_whole")
    assert house.of("ended") == [("ended", 20 * MINUTE_MS, True)]
    assert house.of("answered") == [("answered",)]
    assert not house.caller.calling


def test_after_sleep_nothing_need_be_kept(house: House) -> None:
    house.begin_resting()
    house.fall_asleep()
    house.answer("keep_nothing")
    assert house.told[-1] == ("discarded",)
    assert house.window.page == "guide"
    assert not house.window.hold_open


def test_after_sleep_the_rest_can_go_on(house: House) -> None:
    house.begin_resting()
    house.fall_asleep()
    house.answer("go_on")
    house.pass_ms(MINUTE_MS)
    assert house.driver.rested_ms() == 6 * MINUTE_MS


def test_closing_the_question_leaves_the_rest_paused(house: House) -> None:
    house.begin_resting()
    house.fall_asleep()
    QTest.keyClick(house.questions()[0], Qt.Key.Key_Escape)
    assert house.text("phase") == "Paused"
    assert house.questions() == []
    QTest.keyClick(house.rest, Qt.Key.Key_Space)
    assert house.of("resumed") == [("resumed",)]


def test_the_question_after_sleep_takes_the_place_of_another(house: House) -> None:
    house.begin_resting()
    house.flow.ask_to_end()
    house.fall_asleep()
    assert len(house.questions()) == 1
    house.answer("keep_before")


def test_sleep_on_the_way_to_the_floor_asks_nothing(house: House) -> None:
    house.flow.begin(None)
    house.fall_asleep()
    assert house.questions() == []
    assert house.text("phase") == "Paused"


def test_enter_presses_the_answer_in_focus(house: House) -> None:
    house.begin_resting()
    house.fall_asleep()
    QTest.keyClick(house.questions()[0], Qt.Key.Key_Return)
    assert house.of("ended") == [("ended", 5 * MINUTE_MS, False)]
