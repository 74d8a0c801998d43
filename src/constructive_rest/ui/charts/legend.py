"""What the marks of the ease chart mean."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from constructive_rest.ui.palette import faded
from constructive_rest.ui.theme import Theme

_SIGN, _LINE, _GAP, _APART = 11.0, 54.0, 7.0, 24.0


class EaseLegend(QWidget):
    """A ring for before, a disc for after, and their lines where there are medians."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._medians = False
        theme.changed.connect(self.update)

    def show_medians(self, *, shown: bool) -> None:
        """Say what the lines are."""
        self._medians = shown
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """All entries, from the left."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.sans(13))
        px, x = self._theme.px, 1.0
        signs = (self._paint_ring, self._paint_disc, self._paint_lines)
        for text, sign in zip(self._texts(), signs, strict=False):
            x += sign(painter, x) + px(_GAP)
            painter.setPen(self._theme.palette.muted)
            width = painter.fontMetrics().horizontalAdvance(text)
            painter.drawText(
                round(x), 0, width + 2, self.height(), Qt.AlignmentFlag.AlignVCenter, text
            )
            x += width + px(_APART)

    def _texts(self) -> list[str]:
        texts = [self.tr("before"), self.tr("after")]
        return [*texts, self.tr("7-rest medians")] if self._medians else texts

    def _paint_ring(self, painter: QPainter, x: float) -> float:
        px = self._theme.px
        painter.setPen(QPen(self._theme.palette.before, px(2)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(x + px(_SIGN / 2), self.height() / 2), px(4.5), px(4.5))
        return px(_SIGN)

    def _paint_disc(self, painter: QPainter, x: float) -> float:
        px = self._theme.px
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.palette.after)
        painter.drawEllipse(QPointF(x + px(_SIGN / 2), self.height() / 2), px(5), px(5))
        return px(_SIGN)

    def _paint_lines(self, painter: QPainter, x: float) -> float:
        px, y = self._theme.px, self.height() / 2
        painter.setPen(QPen(faded(self._theme.palette.after, 0.68), px(2.5)))
        painter.drawLine(QPointF(x, y), QPointF(x + px(25), y))
        dots = QPen(self._theme.palette.before, px(2))
        dots.setCapStyle(Qt.PenCapStyle.RoundCap)
        dots.setDashPattern([0.6, 2.4])
        painter.setPen(dots)
        painter.drawLine(QPointF(x + px(32), y), QPointF(x + px(_LINE), y))
        return px(_LINE)
