"""The sun's way: a half-ellipse from left to right, with a gap between two phases."""

import itertools
import math

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QPolygonF

from constructive_rest import content
from constructive_rest.practice.setup import Eyes
from constructive_rest.practice.timeline import fit
from constructive_rest.ui.arc import GAP, RestArc

REST = fit(content.load_practice(), 20 * 60_000, Eyes.OPEN)
CENTER = QPointF(640, 650)
RX, RY = 500.0, 560.0
ARC = RestArc(REST, CENTER, RX, RY)
positions = st.integers(-60_000, REST.planned_ms + 60_000)


def on_ellipse(point: QPointF) -> float:
    """1 on the ellipse, more outside, less inside."""
    offset = point - CENTER
    return math.hypot(offset.x() / RX, offset.y() / RY)


def length(line: QPolygonF) -> float:
    points = line.toList()
    return sum(QLineF(a, b).length() for a, b in itertools.pairwise(points))


def distance(one: QPointF, other: QPointF) -> float:
    return QLineF(one, other).length()


@given(position=positions)
def test_the_sun_stands_on_the_ellipse_above_the_floor(position: int) -> None:
    sun = ARC.sun(position)
    assert abs(on_ellipse(sun) - 1) < 0.001
    assert sun.y() <= CENTER.y() + 0.001


def test_it_rises_at_the_left_and_sets_at_the_right() -> None:
    assert distance(ARC.sun(0), QPointF(CENTER.x() - RX, CENTER.y())) < 0.01
    assert distance(ARC.sun(REST.planned_ms), QPointF(CENTER.x() + RX, CENTER.y())) < 0.01


@given(one=positions, other=positions)
def test_it_only_ever_moves_to_the_right(one: int, other: int) -> None:
    earlier, later = sorted((one, other))
    assert ARC.sun(earlier).x() <= ARC.sun(later).x() + 1e-6


@given(position=st.integers(0, REST.planned_ms - 1_000))
def test_within_a_phase_it_moves_evenly(position: int) -> None:
    phase = REST.phase_at(position)
    if phase.end_ms - position > 1_000:
        moved = distance(ARC.sun(position), ARC.sun(position + 1_000))
        whole = length(ARC.ahead()[phase.index])
        assert abs(moved - whole * 1_000 / (phase.end_ms - phase.start_ms)) < 0.05


@given(position=positions)
def test_before_and_after_the_rest_it_waits_at_the_ends(position: int) -> None:
    held = min(max(position, 0), REST.planned_ms)
    assert ARC.sun(position) == ARC.sun(held)


def test_there_is_a_stretch_for_each_phase_as_long_as_its_share_of_time() -> None:
    lengths = [length(line) for line in ARC.ahead()]
    assert len(lengths) == len(REST.phases)
    for phase, part in zip(REST.phases, lengths, strict=True):
        share = (phase.end_ms - phase.start_ms) / REST.planned_ms
        assert abs(part / sum(lengths) - share) < 0.001


def test_nine_pixels_lie_between_two_stretches() -> None:
    lines = ARC.ahead()
    for before, after in itertools.pairwise(lines):
        assert abs(distance(before.toList()[-1], after.toList()[0]) - GAP) < 0.05


@given(position=positions)
def test_what_is_done_is_the_beginning_of_what_is_ahead(position: int) -> None:
    done = ARC.done(position)
    ahead = ARC.ahead()
    assert len(done) <= len(ahead)
    for walked, whole in zip(done, ahead, strict=False):
        assert walked.toList()[0] == whole.toList()[0]
        assert length(walked) <= length(whole) + 1e-6


@given(position=st.integers(1, REST.planned_ms))
def test_what_is_done_ends_under_the_sun(position: int) -> None:
    assert distance(ARC.done(position)[-1].toList()[-1], ARC.sun(position)) < 0.001


def test_nothing_is_done_before_the_rest_and_everything_after_it() -> None:
    assert ARC.done(-1) == []
    assert ARC.done(0) == []
    assert [length(line) for line in ARC.done(REST.planned_ms)] == [
        length(line) for line in ARC.ahead()
    ]


@given(index=st.integers(0, len(REST.phases) - 1), away=st.floats(1, 60))
def test_labels_stand_outside_the_arc_at_their_distance(index: int, away: float) -> None:
    anchor, side = ARC.label_anchor(index, away)
    on_the_arc, _side = ARC.label_anchor(index, 0)
    assert on_ellipse(anchor) > 1
    assert abs(distance(anchor, on_the_arc) - away) < 0.001
    assert -1 <= side <= 1


def test_sides_run_from_left_to_right_with_the_phases() -> None:
    sides = [ARC.label_anchor(index, 18)[1] for index in range(len(REST.phases))]
    assert sides == sorted(sides)
    assert sides[0] < 0 < sides[-1]


def test_a_page_without_size_still_has_an_arc() -> None:
    flat = RestArc(REST, QPointF(0, 0), 0.0, 0.0)
    assert flat.sun(REST.planned_ms // 2) == QPointF(0, 0)
    assert flat.label_anchor(0, 18)[1] == 0
