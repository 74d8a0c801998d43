"""Outlines in whole dots, few and true."""

import math
from collections.abc import Iterator

import numpy as np
import pytest
import shapely
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

from constructive_rest.drawing.paper.plate import Plate
from constructive_rest.figure.framing import Placing

SIZE = 400


class Proof:
    """A plate on an image: 1 metre is 200 dots."""

    def __init__(self) -> None:
        self.image = QImage(SIZE, SIZE, QImage.Format.Format_ARGB32_Premultiplied)
        self.image.fill(QColor("white"))
        self.painter = QPainter(self.image)
        self.plate = Plate(self.painter, Placing(200.0, 100.0, 100.0), (0, 0, SIZE, SIZE), 1.5)

    def dark(self, x: float, y: float) -> bool:
        return self.image.pixelColor(round(x), round(y)).lightness() < 128


@pytest.fixture
def proof(qapp: object) -> Iterator[Proof]:
    made = Proof()
    yield made
    made.painter.end()


def elements(path: QPainterPath) -> list[tuple[float, float]]:
    return [(path.elementAt(n).x, path.elementAt(n).y) for n in range(path.elementCount())]


def test_metres_become_dots(proof: Proof) -> None:
    proof.plate.fill(shapely.box(0.0, 0.0, 1.0, 1.0), QColor("black"), smooth=False)
    assert proof.dark(110, 110)
    assert proof.dark(290, 290)
    assert not proof.dark(90, 110)
    assert not proof.dark(310, 290)


def test_every_number_is_whole(proof: Proof) -> None:
    disc = shapely.Point(0.3333, 0.5123).buffer(0.2871)
    path = proof.plate._path(disc, smooth=True)
    assert path.elementCount() > 8
    assert all(x == int(x) and y == int(y) for x, y in elements(path))


def test_a_round_shape_stays_round(proof: Proof) -> None:
    proof.plate.fill(proof.plate.cut(shapely.Point(0.5, 0.5).buffer(0.4)), QColor("black"))
    for turn in np.linspace(0, 2 * math.pi, 24):
        x, y = 200 + math.cos(turn) * 80, 200 + math.sin(turn) * 80
        inward = (200 - x) / 80, (200 - y) / 80
        assert proof.dark(x + inward[0] * 4, y + inward[1] * 4)
        assert not proof.dark(x - inward[0] * 4, y - inward[1] * 4)


def test_a_sharp_corner_stays_a_corner(proof: Proof) -> None:
    proof.plate.fill(shapely.box(0.0, 0.0, 1.0, 1.0), QColor("black"))
    for x, y in ((103, 103), (297, 103), (297, 297), (103, 297)):
        assert proof.dark(x, y)


def test_a_hole_stays_open(proof: Proof) -> None:
    ring = shapely.Point(0.5, 0.5).buffer(0.4).difference(shapely.Point(0.5, 0.5).buffer(0.2))
    proof.plate.fill(ring, QColor("black"))
    assert proof.dark(200 + 60, 200)
    assert not proof.dark(200, 200)


def test_a_cut_takes_few_points_and_stays_near(proof: Proof) -> None:
    many = shapely.Point(0.5, 0.5).buffer(0.4, quad_segs=200)
    few = proof.plate.cut(many)
    assert shapely.get_num_coordinates(few) < 60
    assert few.hausdorff_distance(many) < 2 * proof.plate.detail


def test_what_lies_far_outside_is_left_out(proof: Proof) -> None:
    assert proof.plate.cut(shapely.box(30.0, 30.0, 31.0, 31.0)).is_empty


def test_within_keeps_ink_inside_and_ends(proof: Proof) -> None:
    with proof.plate.within(shapely.box(0.0, 0.0, 0.5, 1.0), smooth=False):
        proof.plate.fill(shapely.box(0.0, 0.0, 1.0, 1.0), QColor("black"), smooth=False)
    assert proof.dark(150, 200)
    assert not proof.dark(250, 200)
    proof.plate.fill(shapely.box(0.0, 0.0, 1.0, 1.0), QColor("black"), smooth=False)
    assert proof.dark(250, 200)


def test_within_nothing_prints_nothing(proof: Proof) -> None:
    with proof.plate.within(shapely.Polygon()):
        proof.plate.fill(shapely.box(0.0, 0.0, 1.0, 1.0), QColor("black"), smooth=False)
    assert not proof.dark(200, 200)


def test_lines_and_specks_are_not_printed(proof: Proof) -> None:
    speck = shapely.box(0.0, 0.0, 0.005, 0.005)
    line = shapely.LineString([(0, 0), (1, 1)])
    mixed = shapely.GeometryCollection([speck, line, shapely.Point(0.5, 0.5)])
    assert proof.plate._path(mixed, smooth=True).isEmpty()


def test_cover_remembers(proof: Proof) -> None:
    proof.plate.cover(shapely.box(0.0, 0.0, 0.2, 0.2))
    proof.plate.cover(shapely.box(0.5, 0.5, 0.7, 0.7))
    assert proof.plate.covered.contains(shapely.Point(0.1, 0.1))
    assert proof.plate.covered.contains(shapely.Point(0.6, 0.6))
    assert not proof.plate.covered.contains(shapely.Point(0.4, 0.4))


def test_an_outline_runs_along_the_edge(proof: Proof) -> None:
    proof.plate.outline(shapely.box(0.0, 0.0, 1.0, 1.0), QColor("black"), 0.02)
    assert proof.dark(200, 100)
    assert not proof.dark(200, 200)
