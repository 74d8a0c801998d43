"""A frame with the figure against the same frame with a gradient: milliseconds of each, a line."""

from time import process_time

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QLinearGradient, QPainter
from tests.benchmarks.painting import tell

from constructive_rest.drawing.picture import Scene
from constructive_rest.drawing.scene_painter import paint_scene

WIDTH, HEIGHT = 640, 333
MS_PER_S = 1000

app = QGuiApplication([])


def gradient_ms() -> float:
    """A picture of the same size with nothing but a gradient in it."""
    began = process_time()
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    gradient = QLinearGradient(QPointF(0, 0), QPointF(WIDTH, HEIGHT))
    gradient.setColorAt(0, QColor("#203040"))
    gradient.setColorAt(1, QColor("#f0e0d0"))
    painter.setBrush(gradient)
    painter.drawRoundedRect(QRectF(0, 0, WIDTH, HEIGHT), 24, 24)
    painter.end()
    return (process_time() - began) * MS_PER_S


def figure_ms(pose: str) -> float:
    """The mannequin from the side, drawn from its data."""
    began = process_time()
    paint_scene(Scene(pose=pose, theme="morning", width=WIDTH, height=HEIGHT))
    return (process_time() - began) * MS_PER_S


figure_ms("top")
gradient_ms()
tell(gradient_ms())
tell(figure_ms("side"))
