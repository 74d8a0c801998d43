"""Line icons from the resources, in the colour that is asked for."""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtSvg import QSvgRenderer

from constructive_rest import paths


def paint_icon(painter: QPainter, name: str, rect: QRectF, color: QColor) -> None:
    """Draw the icon `name` into `rect`. Raises FileNotFoundError for a name that has no file."""
    _renderer(name, color.name()).render(painter, rect)


@lru_cache(maxsize=128)
def _renderer(name: str, color: str) -> QSvgRenderer:
    drawing = _source(paths.resources() / "icons" / f"{name}.svg")
    return QSvgRenderer(QByteArray(drawing.replace("currentColor", color).encode()))


@lru_cache(maxsize=64)
def _source(file: Path) -> str:
    return file.read_text(encoding="utf-8")
