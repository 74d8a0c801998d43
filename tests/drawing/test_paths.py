import numpy as np
import pytest
import shapely
from PySide6.QtCore import QPointF

from constructive_rest.drawing.paths import line_path, shape_path
from constructive_rest.figure.layers import Ink, Line

SQUARE = shapely.box(0, 0, 1, 1)
HOLED = SQUARE.difference(shapely.box(0.4, 0.4, 0.6, 0.6))


def test_a_square_without_smoothing_keeps_its_corners() -> None:
    path = shape_path(SQUARE, smooth=False)
    assert path.boundingRect().getRect() == pytest.approx((0, 0, 1, 1))
    assert path.contains(QPointF(0.01, 0.01))


def test_smoothing_rounds_corners_and_keeps_the_middle() -> None:
    path = shape_path(SQUARE)
    assert not path.contains(QPointF(0.02, 0.02))
    assert path.contains(QPointF(0.5, 0.02))


@pytest.mark.parametrize("smooth", [True, False])
def test_a_hole_stays_open(smooth: bool) -> None:
    path = shape_path(HOLED, smooth)
    assert not path.contains(QPointF(0.5, 0.5))
    assert path.contains(QPointF(0.2, 0.5))


def test_nothing_has_an_empty_path() -> None:
    assert shape_path(shapely.Polygon()).isEmpty()


def test_a_circle_keeps_its_size() -> None:
    circle = shapely.Point(0, 0).buffer(0.2, quad_segs=24)
    box = shape_path(circle).boundingRect()
    assert box.width() == pytest.approx(0.4, abs=0.003)


def test_a_line_runs_between_its_points_and_is_thickest_in_the_middle() -> None:
    points = np.array([(0.0, 0.0), (0.5, 0.0), (1.0, 0.0)])
    path = line_path(Line(points, 0.1, Ink.SKIN))
    assert path.contains(QPointF(0.5, 0.04))
    assert not path.contains(QPointF(0.05, 0.04))
    assert path.boundingRect().width() == pytest.approx(1.0, abs=0.1)
