"""The test from the floor plays two bells and a line, and can be stopped."""

import pytest
from tests.sound_room import Room

from constructive_rest.floor_test import LIE_DOWN_MS, FloorTest

LINE = "Take the time you need."


class Floor(Room):
    """A room with a test from the floor in it."""

    def __init__(self) -> None:
        super().__init__()
        self.test = FloorTest(self.desk, LINE, self.desk)
        self.told: list[bool] = []
        self.test.running_changed.connect(self.told.append)


@pytest.fixture
def floor(qapp: object) -> Floor:
    return Floor()


def test_there_is_time_to_lie_down(floor: Floor) -> None:
    floor.test.toggle()
    floor.pass_ms(LIE_DOWN_MS - 1)
    assert floor.rung == ["wake"]
    floor.pass_ms(1)
    assert floor.rung == ["wake", "phase"]


def test_the_softest_bell_the_loudest_and_a_line_are_heard_in_turn(floor: Floor) -> None:
    floor.test.toggle()
    floor.pass_ms(24_000)
    assert (floor.rung, floor.spoken) == (["wake", "phase", "wake", "end", "wake"], [])
    floor.pass_ms(1_000)
    assert floor.spoken == [LINE]
    assert floor.told == [True]
    floor.pass_ms(10_000)
    assert floor.told == [True, False]


def test_the_voice_gets_ready_meanwhile(floor: Floor) -> None:
    floor.test.toggle()
    assert floor.voice.starts == 1


def test_pressed_again_it_stops_at_once(floor: Floor) -> None:
    floor.test.toggle()
    floor.pass_ms(12_000)
    floor.test.toggle()
    floor.pass_ms(60_000)
    assert floor.rung == ["wake", "phase"]
    assert floor.told == [True, False]


def test_stopping_what_does_not_run_tells_nothing(floor: Floor) -> None:
    floor.test.stop()
    floor.pass_ms(60_000)
    assert (floor.told, floor.rung) == ([], [])


def test_the_line_alone_is_heard_at_once(floor: Floor) -> None:
    floor.test.speak()
    floor.pass_ms(1_000)
    assert (floor.spoken, floor.rung) == ([LINE], ["wake"])
