import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from constructive_rest.figure.camera import Camera
from constructive_rest.figure.interpolation import vector
from constructive_rest.figure.loft import Loft, Sweep, sweep
from constructive_rest.figure.silhouette import (
    Sight,
    hull,
    merge,
    outline,
    rings,
    round_corners,
    seen_from_front,
    seen_in_strips,
    seen_through,
    visible_half,
)

TOP, SIDE = Camera(0, 90), Camera(0, 0)
UP, RIGHT = vector(0, 1, 0), vector(0, 0, 1)


def tube(length: float = 1.0, radius: float = 0.1) -> Loft:
    centres = np.array([(x, 0.0, 0.0) for x in np.linspace(0, length, 5)])
    return sweep(Sweep(centres, UP, RIGHT, np.full(3, radius)), 12)


@settings(deadline=None)
@given(st.floats(0.2, 2.0), st.floats(0.03, 0.3))
def test_a_tube_covers_length_times_width(length: float, radius: float) -> None:
    shape = outline([tube(length, radius)], SIDE)
    assert shape.is_valid
    assert shape.area == pytest.approx(2 * radius * length, rel=0.02)


def test_a_bent_tube_is_one_shape_with_a_hollow() -> None:
    turns = np.linspace(0, np.pi, 12)
    centres = np.stack([np.cos(turns), np.sin(turns), 0 * turns], axis=1) * 0.5
    shape = outline([sweep(Sweep(centres, RIGHT, UP, np.full(3, 0.05)), 24)], SIDE)
    assert shape.geom_type == "Polygon"
    assert shape.area < 0.5 * shape.convex_hull.area


def test_nothing_covers_nothing() -> None:
    assert outline([], SIDE).is_empty


def test_what_was_seen_once_is_kept() -> None:
    first, second, sight = tube(), tube(2.0), Sight(SIDE)
    both = sight.outline([first, second])
    assert both.area == pytest.approx(outline([second], SIDE).area, rel=0.001)
    assert sight.outline([first]).equals(outline([first], SIDE))
    assert sight.outline([first, second]).equals(both)


def test_parts_that_touch_become_one() -> None:
    apart = merge([shapely.box(0, 0, 1, 1), shapely.box(2, 0, 3, 1)])
    joined = merge([shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1)])
    assert (apart.geom_type, joined.geom_type) == ("MultiPolygon", "Polygon")


def test_closing_fills_a_hollow_and_opening_blunts_a_tip() -> None:
    notched = shapely.box(0, 0, 1, 1).difference(shapely.box(0.48, 0.5, 0.52, 1))
    assert round_corners(notched, 0.03, 0.0).area > notched.area + 0.01
    spiked = merge([shapely.box(0, 0, 1, 1), shapely.box(0.49, 1, 0.51, 1.5)])
    assert round_corners(spiked, 0.0, 0.02).bounds[3] == pytest.approx(1.0, abs=0.01)


def test_rounding_by_nothing_changes_nothing() -> None:
    square = shapely.box(0, 0, 1, 1)
    assert round_corners(square, 0.0, 0.0) is square


def test_half_of_a_ring_faces_the_viewer() -> None:
    ring = tube().vertices[3]
    half = visible_half(ring, vector(1, 0, 0), TOP)
    assert half is not None
    assert len(ring) * 0.4 < len(half) < len(ring) * 0.65
    assert (half[:, 1] > -0.02).all()


def test_the_visible_half_runs_without_a_jump() -> None:
    half = visible_half(tube().vertices[3], vector(1, 0, 0), TOP)
    assert half is not None
    steps = np.linalg.norm(np.diff(half, axis=0), axis=1)
    assert steps.max() < 3 * steps.min()


def test_a_ring_seen_from_its_end_has_no_half() -> None:
    ring = tube().vertices[3]
    assert visible_half(ring, vector(1, 0, 0), Camera(90, 0)) is None


def ball() -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    up = np.linspace(-1.5, 1.5, 13)[:, None]
    around = np.linspace(0, 2 * np.pi, 41)[None, :]
    return np.stack(
        [np.cos(up) * np.cos(around), np.sin(up) + 0 * around, np.cos(up) * np.sin(around)], axis=-1
    )


def test_what_faces_away_is_not_seen() -> None:
    cap = ball()[:, :11]
    towards, away = Camera(45, 0), Camera(-135, 0)
    centre = np.zeros(3)
    assert seen_from_front(cap, centre, towards).area > 0.5
    assert seen_from_front(cap, centre, away).area == pytest.approx(0.0, abs=0.05)
    assert seen_through(cap, away).area == pytest.approx(seen_through(cap, towards).area, rel=0.01)
    assert seen_in_strips(cap, towards).area == pytest.approx(
        seen_through(cap, towards).area, rel=0.02
    )


def test_a_hull_is_convex() -> None:
    points = np.array([(0, 0), (1, 0), (0.4, 0.4), (0, 1)], dtype=np.float64)
    assert hull(points).area == pytest.approx(0.5)


def test_rings_come_with_their_holes_and_without_slivers() -> None:
    frame = shapely.box(0, 0, 1, 1).difference(shapely.box(0.3, 0.3, 0.6, 0.6))
    assert len(list(rings(frame))) == 2
    assert len(list(rings(merge([shapely.box(0, 0, 1, 1), shapely.box(3, 0, 4, 1)])))) == 2
    assert list(rings(shapely.Polygon())) == []
    assert list(rings(shapely.LineString([(0, 0), (1, 1)]))) == []


def test_rings_are_simplified() -> None:
    round_ = shapely.Point(0, 0).buffer(0.1, quad_segs=64)
    assert len(next(rings(round_, detail=0.002))) < len(next(rings(round_, detail=0.0)))
