"""Between floor and wall there is a way without jumps."""

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from constructive_rest.drawing.passage import Fit
from constructive_rest.ui.figure_place import Place, View, on_paper, view_at
from constructive_rest.ui.palette import MORNING

FIT = Fit(scale=100.0, x=200.0, y=150.0, floor=160.0, width=400.0)
FLOOR = Place(QRectF(50, 300, 400, 208), hung=False)
WALL = Place(QRectF(100, 20, 200, 105), hung=True)


def painted(paper: QRectF, hanging: float) -> QImage:
    image = QImage(400, 300, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    with on_paper(painter, paper, hanging, MORNING):
        painter.fillRect(QRectF(0, 0, 400, 300), "#ff0000")
    painter.end()
    return image


def test_what_stands_has_its_floor_line_on_the_rooms() -> None:
    view = view_at(FLOOR, FIT)
    assert view.scale == 100.0
    assert view.origin == QPointF(50 + 200, 300 + 150 - 160)
    assert view.hanging == 0.0


def test_what_hangs_has_its_corner_in_the_corner() -> None:
    view = view_at(WALL, FIT)
    assert view.scale == 50.0
    assert view.origin == QPointF(100 + 100, 20 + 75)
    assert view.paper == WALL.rect
    assert view.hanging == 1.0


def test_a_view_puts_its_own_picture_where_it_was() -> None:
    corner, width = view_at(WALL, FIT).picture(FIT)
    assert (corner, width) == (WALL.rect.topLeft(), 200.0)
    corner, width = view_at(FLOOR, FIT).picture(FIT)
    assert (corner, width) == (QPointF(50, 300 - 160), 400.0)


def test_the_way_leads_from_one_to_the_other() -> None:
    first, last = view_at(FLOOR, FIT), view_at(WALL, FIT)
    assert first.toward(last, 0.0) == first
    end = first.toward(last, 1.0)
    assert end.scale == pytest.approx(last.scale)
    assert (end.origin, end.paper, end.hanging) == (last.origin, last.paper, 1.0)
    middle = first.toward(last, 0.5)
    assert middle.scale == pytest.approx((100 * 50) ** 0.5)
    assert middle.hanging == 0.5


def test_a_resized_page_takes_the_view_along() -> None:
    view = View(80.0, QPointF(250, 290), QRectF(50, 140, 400, 208), 0.3)
    moved = view.moved(QRectF(50, 300, 400, 208), QRectF(60, 500, 800, 416))
    assert moved.scale == 160.0
    assert moved.origin == QPointF(60 + 400, 500 - 20)
    assert moved.paper == QRectF(60, 180, 800, 416)
    assert moved.hanging == 0.3


def test_on_the_floor_there_is_no_paper_and_nothing_is_cut_off() -> None:
    image = painted(QRectF(100, 100, 100, 60), 0.0)
    assert image.pixelColor(2, 2).alpha() == 255


def test_a_print_cuts_off_what_reaches_over_its_edge() -> None:
    image = painted(QRectF(100, 100, 100, 60), 1.0)
    assert image.pixelColor(150, 130).red() == 255
    assert image.pixelColor(90, 130).alpha() == 0


def test_what_only_begins_to_hang_may_reach_over_its_edge() -> None:
    image = painted(QRectF(100, 100, 100, 60), 0.5)
    assert image.pixelColor(90, 130).alpha() == 255
    assert image.pixelColor(70, 130).alpha() == 0
