"""What the pages that stand in the room share."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.rail import Rail

MARGIN = 48
NARROW_BELOW = 1000


class Page(QWidget):
    """A page behind the rail; lays itself out by `arrange` and repaints with the theme."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        theme.changed.connect(self._restyle)

    @property
    def narrow(self) -> bool:
        """Whether the window is small enough for the narrow layout."""
        return self.width() < NARROW_BELOW

    def left(self) -> int:
        """Where the rail ends."""
        return Rail.width_in(self.width())

    def arrange(self) -> None:
        """Put every child in its place for the present size."""
        raise NotImplementedError

    def paint_ground(self, painter: QPainter, size: QRectF) -> None:
        """Paint what lies behind the controls."""
        painter.fillRect(size, self.theme.palette.ground)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        super().resizeEvent(event)
        self.arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground within the damaged part."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setClipRegion(event.region())
        self.paint_ground(painter, QRectF(self.rect()))

    def _restyle(self) -> None:
        if self.width() > 0:
            self.arrange()
        self.update()
