"""Bright for a minute, then dim; bright again whenever something is new."""

import pytest
from PySide6.QtCore import QAbstractAnimation
from tests.ui.stand_ins import timer_of

from constructive_rest.ui.dimmer import BRIGHT_MS, FALL_MS, RISE_MS, Dimmer


@pytest.fixture
def dimmer(qapp: object) -> Dimmer:
    made = Dimmer()
    made.reset()
    return made


def fall(dimmer: Dimmer) -> None:
    """A minute passes, and the way down as well."""
    timer_of(dimmer).timeout.emit()
    dimmer._way.setCurrentTime(dimmer._way.duration())


def test_it_stays_bright_for_a_minute(dimmer: Dimmer) -> None:
    assert dimmer.depth == 0
    assert timer_of(dimmer).interval() == BRIGHT_MS == 60_000
    assert timer_of(dimmer).isActive()


def test_it_falls_slowly_to_its_floor(dimmer: Dimmer) -> None:
    timer_of(dimmer).timeout.emit()
    depths = []
    for share in (0, 0.25, 0.5, 0.75, 1):
        dimmer._way.setCurrentTime(round(FALL_MS * share))
        depths.append(dimmer.depth)
    assert depths == sorted(depths)
    assert (depths[0], depths[-1]) == (0.0, 1.0)


def test_what_is_new_brings_it_back_at_once(dimmer: Dimmer) -> None:
    fall(dimmer)
    dimmer.wake()
    assert dimmer._way.duration() == RISE_MS
    dimmer._way.setCurrentTime(RISE_MS)
    assert dimmer.depth == 0


def test_waking_again_on_the_way_up_does_not_begin_anew(dimmer: Dimmer) -> None:
    fall(dimmer)
    dimmer.wake()
    dimmer._way.setCurrentTime(RISE_MS // 2)
    half = dimmer.depth
    dimmer.wake()
    assert dimmer.depth == half
    assert dimmer._way.state() is QAbstractAnimation.State.Running


def test_without_motion_it_changes_in_one_step(dimmer: Dimmer) -> None:
    dimmer.motion = False
    timer_of(dimmer).timeout.emit()
    assert dimmer.depth == 1
    dimmer.wake()
    assert dimmer.depth == 0


def test_at_rest_no_timer_runs(dimmer: Dimmer) -> None:
    timer_of(dimmer).timeout.emit()
    dimmer.rest()
    assert dimmer._way.state() is QAbstractAnimation.State.Stopped
    assert not timer_of(dimmer).isActive()
