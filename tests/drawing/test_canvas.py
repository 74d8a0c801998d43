from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QColor, QPainterPath

from constructive_rest.drawing.canvas import Canvas
from constructive_rest.figure.framing import Placing
from constructive_rest.figure.shades import stained


@pytest.fixture
def sheet() -> Iterator[Canvas]:
    """A hundred pixels a metre; the origin lies in the middle."""
    with Canvas(100, 60, Placing(100.0, 50.0, 30.0)) as canvas:
        yield canvas


def box(x: float, y: float, width: float, height: float) -> QPainterPath:
    path = QPainterPath()
    path.addRect(QRectF(x, y, width, height))
    return path


def test_a_sheet_begins_empty(sheet: Canvas) -> None:
    assert sheet.image.pixelColor(50, 30).alpha() == 0


def test_metres_become_pixels(sheet: Canvas) -> None:
    sheet.fill(box(0.1, 0.1, 0.1, 0.1), QColor("red"))
    image = sheet.image
    assert image.pixelColor(65, 45) == QColor("red")
    assert image.pixelColor(58, 45).alpha() == 0


def test_a_window_holds_the_path_and_its_margin(sheet: Canvas) -> None:
    window = sheet.window(box(0, 0, 0.1, 0.1), 0.05)
    assert window is not None
    assert window.x <= 45
    assert window.x + window.width >= 65
    assert window.width < 40


def test_a_window_reaches_a_little_beyond_the_sheet_and_no_more(sheet: Canvas) -> None:
    window = sheet.window(box(-3, -3, 6, 6), 0.0)
    assert window is not None
    assert (window.x, window.y) == (-8, -8)
    assert (window.width, window.height) == (116, 76)


def test_what_lies_far_outside_has_no_window(sheet: Canvas) -> None:
    assert sheet.window(box(5, 5, 1, 1), 0.05) is None


def test_a_mask_is_full_inside_and_half_on_an_edge(sheet: Canvas) -> None:
    path = box(0.0, 0.0, 0.105, 0.1)
    window = sheet.window(path, 0.02)
    assert window is not None
    mask = sheet.mask(path, window)
    assert mask.shape == (window.height, window.width)
    assert mask[35 - window.y, 55 - window.x] == 1.0
    assert mask[35 - window.y, 60 - window.x] == pytest.approx(0.5, abs=0.05)
    assert mask[28 - window.y, 55 - window.x] == 0.0


def test_a_stamp_lands_in_its_window(sheet: Canvas) -> None:
    path = box(0.1, 0.1, 0.1, 0.1)
    window = sheet.window(path, 0.0)
    assert window is not None
    sheet.stamp(stained(sheet.mask(path, window), (0.0, 1.0, 0.0)), window)
    image = sheet.image
    assert image.pixelColor(65, 45) == QColor(0, 255, 0)
    assert image.pixelColor(40, 20).alpha() == 0


def test_a_clip_holds_until_it_is_lifted(sheet: Canvas) -> None:
    sheet.clip(box(0, 0, 0.1, 0.1))
    sheet.fill(box(-0.5, -0.3, 1, 0.6), QColor("red"))
    sheet.clip(None)
    sheet.fill(box(-0.4, -0.2, 0.1, 0.1), QColor("blue"))
    image = sheet.image
    assert image.pixelColor(55, 35) == QColor("red")
    assert image.pixelColor(80, 35).alpha() == 0
    assert image.pixelColor(15, 15) == QColor("blue")


def test_a_stroke_follows_the_edge(sheet: Canvas) -> None:
    sheet.stroke(box(0, 0, 0.2, 0.2), QBrush(QColor("red")), 0.04)
    image = sheet.image
    assert image.pixelColor(50, 40) == QColor("red")
    assert image.pixelColor(60, 40).alpha() == 0


def test_a_failure_while_drawing_leaves_the_painter_ended() -> None:
    canvas = Canvas(100, 60, Placing(100.0, 50.0, 30.0))
    with pytest.raises(RuntimeError, match="no ink"), canvas:
        raise RuntimeError("no ink")
    assert not canvas.image.paintingActive()
