from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QColor, QPainterPath

from constructive_rest.drawing.canvas import Canvas
from constructive_rest.figure.framing import Placing


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
    assert window.left <= -0.05
    assert window.left + window.width / window.scale >= 0.15
    assert window.width < 40


def test_a_window_reaches_a_little_beyond_the_sheet_and_no_more(sheet: Canvas) -> None:
    window = sheet.window(box(-3, -3, 6, 6), 0.0)
    assert window is not None
    assert (window.left, window.top) == pytest.approx((-0.60, -0.40))
    assert (window.width, window.height) == (120, 80)


def test_a_window_is_only_as_fine_as_it_needs_to_be() -> None:
    with Canvas(1000, 600, Placing(1000.0, 500.0, 300.0)) as canvas:
        window = canvas.window(box(0, 0, 0.1, 0.1), 0.0, 200.0)
        assert window is not None
        assert window.scale == pytest.approx(200.0)
        assert window.width < 30
        assert window.place((0.05, 0.05)) == pytest.approx((12.0, 12.0))


def test_what_lies_far_outside_has_no_window(sheet: Canvas) -> None:
    assert sheet.window(box(5, 5, 1, 1), 0.05) is None


def test_a_mask_is_full_inside_and_half_on_an_edge(sheet: Canvas) -> None:
    path = box(0.0, 0.0, 0.105, 0.1)
    window = sheet.window(path, 0.02)
    assert window is not None
    mask = sheet.mask(path, window)
    assert mask.shape == (window.height, window.width)

    def at(x: float, y: float) -> float:
        across, down = window.place((x, y))
        return float(mask[int(down), int(across)])

    assert at(0.055, 0.055) == 1.0
    assert at(0.101, 0.055) == pytest.approx(0.5, abs=0.05)
    assert at(0.055, -0.015) == 0.0


def test_a_stain_lies_only_on_what_is_there(sheet: Canvas) -> None:
    there, wide = box(0.0, 0.0, 0.1, 0.1), box(-0.3, -0.2, 0.6, 0.4)
    sheet.fill(there, QColor("white"))
    window = sheet.window(wide, 0.0)
    assert window is not None
    sheet.stain(sheet.mask(wide, window), (0.0, 1.0, 0.0), window)
    assert sheet.image.pixelColor(55, 35) == QColor(0, 255, 0)
    assert sheet.image.pixelColor(40, 20).alpha() == 0
    sheet.stain(sheet.mask(wide, window), (0.0, 0.0, 1.0), window, bare=True)
    assert sheet.image.pixelColor(40, 20) == QColor(0, 0, 255)


def test_the_ground_is_not_stained_but_stays_in_the_picture() -> None:
    wide = box(-0.3, -0.2, 0.6, 0.4)
    with Canvas(100, 60, Placing(100.0, 50.0, 30.0)) as canvas:
        canvas.fill(wide, QColor("red"))
        canvas.rise()
        canvas.fill(box(0.0, 0.0, 0.1, 0.1), QColor("white"))
        window = canvas.window(wide, 0.0)
        assert window is not None
        canvas.stain(canvas.mask(wide, window), (0.0, 0.0, 0.0), window)
    assert canvas.image.pixelColor(40, 20) == QColor("red")
    assert canvas.image.pixelColor(55, 35) == QColor("black")


def test_a_layer_lands_where_it_belongs(sheet: Canvas) -> None:
    path = box(0.1, 0.1, 0.1, 0.1)
    layer = sheet.layer(path)
    assert layer is not None
    with layer:
        layer.fill(path, QColor("red"))
        layer.thin(QBrush(QColor(0, 0, 0, 128)))
    sheet.lay(layer)
    assert layer.image.width() < 20
    assert sheet.image.pixelColor(65, 45).alpha() == pytest.approx(128, abs=2)
    assert sheet.image.pixelColor(58, 45).alpha() == 0


def test_a_layer_outside_of_the_sheet_is_none(sheet: Canvas) -> None:
    assert sheet.layer(box(5, 5, 1, 1)) is None


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
