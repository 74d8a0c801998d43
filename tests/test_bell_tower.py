"""Bells ring where they are wanted, and the sound system is loaded no sooner than that."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from constructive_rest.bell_tower import BellTower
from constructive_rest.settings import Settings
from constructive_rest.sound.bells import BellName

ON = Settings(sound=True, volume=70)
OFF = replace(ON, sound=False)


class FakeBells(QObject):
    """Bells that remember what was rung, and how loud."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rung: list[tuple[str, int]] = []
        self.volume = -1
        self.why: str | None = None

    def ring(self, name: BellName, loudness: float = 1.0) -> None:
        self.rung.append((name, round(self.volume * loudness)))

    def wake(self) -> None:
        self.rung.append(("wake", 0))

    def set_volume(self, percent: int) -> None:
        self.volume = percent

    def available(self) -> bool:
        return self.why is None

    def reason(self) -> str | None:
        return self.why


class Opener:
    """Opens the fake bells and counts how often."""

    def __init__(self) -> None:
        self.bells = FakeBells()
        self.opened = 0

    def __call__(self) -> FakeBells:
        self.opened += 1
        return self.bells


@pytest.fixture
def opener(qapp: object) -> Opener:
    return Opener()


@pytest.fixture
def tower(opener: Opener) -> BellTower:
    return BellTower(opener, ON)


def test_nothing_is_opened_before_it_is_needed(tower: BellTower, opener: Opener) -> None:
    tower.take(replace(ON, volume=20))
    assert opener.opened == 0


def test_the_first_bell_opens_them_once_for_all(tower: BellTower, opener: Opener) -> None:
    tower.ring("begin")
    tower.ring("phase")
    tower.ring("end")
    assert opener.opened == 1
    assert [name for name, _volume in opener.bells.rung] == ["begin", "phase", "end"]


def test_silence_never_opens_anything(opener: Opener) -> None:
    tower = BellTower(opener, OFF)
    tower.ring("begin")
    tower.wake()
    assert tower.notice() == ""
    assert not tower.on
    assert opener.opened == 0


def test_the_first_bell_is_as_loud_as_the_settings_say(opener: Opener) -> None:
    BellTower(opener, replace(ON, volume=35)).ring("begin")
    assert opener.bells.rung == [("begin", 35)]


def test_a_speaker_is_woken_as_soon_as_that_is_wanted(tower: BellTower, opener: Opener) -> None:
    tower.wake()
    assert opener.bells.rung == [("wake", 0)]


def test_a_bell_may_ring_more_softly_once(tower: BellTower, opener: Opener) -> None:
    tower.ring("end", 0.5)
    tower.ring("end")
    assert opener.bells.rung == [("end", 35), ("end", 70)]


def test_a_new_volume_counts_from_the_next_bell(tower: BellTower, opener: Opener) -> None:
    tower.ring("begin")
    tower.take(replace(ON, volume=10))
    tower.ring("phase")
    assert opener.bells.rung == [("begin", 70), ("phase", 10)]


def test_switched_off_in_mid_rest_the_next_bell_stays_silent(
    tower: BellTower, opener: Opener
) -> None:
    tower.ring("begin")
    tower.take(OFF)
    tower.ring("phase")
    tower.take(ON)
    tower.ring("end")
    assert [name for name, _volume in opener.bells.rung] == ["begin", "end"]


def test_the_notice_is_the_reason_why_nothing_can_be_heard(
    tower: BellTower, opener: Opener
) -> None:
    opener.bells.why = "No speaker was found."
    assert tower.notice() == "No speaker was found."


def test_bells_that_can_be_heard_need_no_notice(tower: BellTower) -> None:
    assert tower.notice() == ""


def test_nobody_is_told_why_bells_are_silent_that_they_switched_off(
    tower: BellTower, opener: Opener
) -> None:
    opener.bells.why = "No speaker was found."
    tower.take(OFF)
    assert tower.notice() == ""


@pytest.mark.parametrize(("before", "after"), [(ON, OFF), (OFF, ON)])
def test_switching_changes_what_can_be_heard(
    opener: Opener, qtbot: QtBot, before: Settings, after: Settings
) -> None:
    tower = BellTower(opener, before)
    with qtbot.waitSignal(tower.heard_changed):
        tower.take(after)
    assert tower.on == after.sound


def test_another_volume_or_length_changes_nothing_of_that(tower: BellTower, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(tower.heard_changed):
        tower.take(replace(ON, volume=0, minutes=5))


def test_a_speaker_that_comes_or_goes_is_passed_on(
    tower: BellTower, opener: Opener, qtbot: QtBot
) -> None:
    tower.ring("begin")
    with qtbot.waitSignal(tower.heard_changed):
        opener.bells.changed.emit()
