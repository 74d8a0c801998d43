"""Bells and lines sound in turn, as the settings want them."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot
from tests.sound_room import CHOSEN, Room

from constructive_rest.practice.timeline import CueDensity
from constructive_rest.practice.turns import BELL_MS, CUT_MS
from constructive_rest.settings import Settings
from constructive_rest.sound.bells import WAKE_AHEAD_MS
from constructive_rest.sound.voice import Manner


@pytest.fixture
def room(qapp: object) -> Room:
    return Room()


@pytest.fixture
def awake(room: Room) -> Room:
    """A bell has just died away, so the speaker is awake."""
    room.desk.ring("begin")
    room.pass_ms(BELL_MS)
    return room


def test_a_bell_sounds_at_once(room: Room) -> None:
    room.desk.ring("phase")
    assert room.rung == ["phase"]


def test_the_speaker_is_woken_before_each_sound_that_is_known_ahead(room: Room) -> None:
    room.desk.expect(20_000, 20_000)
    room.pass_ms(20_000 - WAKE_AHEAD_MS - 1)
    assert room.rung == []
    room.pass_ms(1)
    assert room.rung == ["wake"]


def test_a_sound_nearer_than_that_wakes_it_at_once(room: Room) -> None:
    room.desk.expect(100, None)
    room.pass_ms(0)
    assert room.rung == ["wake"]


def test_what_no_longer_comes_wakes_nobody(room: Room) -> None:
    room.desk.expect(20_000, 20_000)
    room.desk.expect(None, None)
    room.pass_ms(60_000)
    assert room.rung == []


def test_a_line_is_spoken_as_the_settings_want_it(room: Room) -> None:
    room.desk.expect(5_000, None)
    room.pass_ms(5_000)
    room.desk.say("Feel the floor.")
    assert room.voice.heard == [("Feel the floor.", Manner("Scotland", 20, 55))]


def test_a_line_that_nobody_foresaw_wakes_the_speaker_first(room: Room) -> None:
    room.desk.say("Move a little.")
    assert (room.rung, room.spoken) == (["wake"], [])
    room.pass_ms(WAKE_AHEAD_MS)
    assert room.spoken == ["Move a little."]


def test_silence_is_kept_even_by_a_line_that_waits_for_the_speaker(room: Room) -> None:
    room.desk.say("Move a little.")
    room.desk.hush()
    room.pass_ms(60_000)
    assert room.spoken == []


def test_a_line_waits_for_the_bell_and_for_the_line_before(room: Room) -> None:
    room.desk.ring("phase")
    room.pass_ms(BELL_MS - 1_000)
    room.desk.say("One.")
    room.desk.say("Two.")
    assert room.spoken == []
    room.pass_ms(1_000)
    assert room.spoken == ["One."]
    room.voice.finish()
    assert room.spoken == ["One.", "Two."]


def test_the_voice_falls_silent_in_time_for_a_bell(awake: Room) -> None:
    awake.desk.say("A rather long line that goes on and on.")
    awake.desk.expect(2_000, 2_000)
    awake.pass_ms(2_000 - CUT_MS - 1)
    assert awake.voice.speaking
    awake.pass_ms(1)
    assert not awake.voice.speaking


def test_a_voice_that_never_ends_is_silenced_and_the_next_line_spoken(awake: Room) -> None:
    awake.desk.say("One.")
    awake.pass_ms(60_000)
    assert not awake.voice.speaking
    awake.desk.expect(0, None)
    awake.pass_ms(0)
    awake.desk.say("Two.")
    assert awake.spoken == ["One.", "Two."]


def test_pausing_silences_the_voice_and_forgets_what_waits(awake: Room) -> None:
    awake.desk.say("One.")
    awake.desk.say("Two.")
    awake.desk.hush()
    assert not awake.voice.speaking
    awake.pass_ms(60_000)
    assert awake.spoken == ["One."]


@pytest.mark.parametrize(
    "settings", [replace(CHOSEN, sound=False), replace(CHOSEN, cues=CueDensity.BELLS)]
)
def test_who_wants_no_voice_hears_none_and_starts_none(room: Room, settings: Settings) -> None:
    room.desk.take(settings)
    room.desk.prepare()
    room.desk.list_voices()
    room.desk.say("One.")
    room.pass_ms(10_000)
    assert (room.spoken, room.voice.starts) == ([], 0)


def test_bells_only_still_ring(room: Room) -> None:
    room.desk.take(replace(CHOSEN, cues=CueDensity.BELLS))
    room.desk.ring("begin")
    assert room.rung == ["begin"]


def test_switched_off_nothing_sounds_or_is_opened(room: Room) -> None:
    room.desk.take(replace(CHOSEN, sound=False))
    room.desk.expect(100, 100)
    room.pass_ms(1_000)
    room.desk.ring("begin")
    assert (room.rung, room.opened) == ([], 0)


def test_switched_off_in_mid_line_the_voice_falls_silent(awake: Room) -> None:
    awake.desk.say("One.")
    awake.desk.take(replace(CHOSEN, sound=False))
    assert not awake.voice.speaking


def test_the_voice_gets_ready_when_a_rest_begins_and_when_it_is_to_be_chosen(room: Room) -> None:
    assert room.voice.starts == 0
    room.desk.prepare()
    room.desk.list_voices()
    assert room.voice.starts == 2


def test_a_voice_that_cannot_speak_is_asked_for_nothing(room: Room) -> None:
    room.voice.why = "No voice was found."
    room.desk.say("One.")
    room.pass_ms(10_000)
    assert room.spoken == []


def test_what_cannot_be_heard_is_told_bells_first(room: Room) -> None:
    assert room.desk.notice() == ""
    room.voice.why = "No voice was found. Install everything."
    assert room.desk.notice().startswith("The bells ring, but no voice was found")
    assert room.desk.voice_notice() == room.voice.why
    room.bells.why = "No speaker was found."
    assert room.desk.notice() == "No speaker was found."
    assert room.desk.bell_notice() == "No speaker was found."


def test_a_missing_voice_is_not_told_to_who_wants_none(room: Room) -> None:
    room.voice.why = "No voice was found."
    room.desk.take(replace(CHOSEN, cues=CueDensity.BELLS))
    assert (room.desk.notice(), room.desk.voice_notice()) == ("", "")


def test_changes_of_bells_and_of_the_voice_are_passed_on(room: Room, qtbot: QtBot) -> None:
    room.desk.ring("begin")
    with qtbot.waitSignal(room.desk.heard_changed):
        room.bells.changed.emit()
    with qtbot.waitSignal(room.desk.heard_changed):
        room.voice.changed.emit()


def test_a_new_manner_of_speaking_is_heard_instead_of_what_was_said(awake: Room) -> None:
    awake.desk.say("One.")
    awake.desk.try_line("Try.")
    awake.pass_ms(CUT_MS)
    assert awake.spoken == ["One.", "Try."]


def test_closing_lets_go_of_the_voice(room: Room) -> None:
    room.desk.close()
    assert room.voice.closed
