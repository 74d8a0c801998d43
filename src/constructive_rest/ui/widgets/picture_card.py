"""A choice made by picture, or by word where there is nothing to see."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.choices import Checkable
from constructive_rest.ui.widgets.painted import RING

NAME_HEIGHT = 28
BESIDE_WIDTH = 60


class PictureCard(Checkable):
    """A small drawing in a rounded card with its name under it; a tick marks the chosen one.

    Where room is short the name stands beside the drawing, inside the card.
    """

    def __init__(self, theme: Theme, key: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self.key = key
        self._beside = False
        self._picture: QPixmap | None = None
        self.setAccessibleName(name)

    def set_picture(self, picture: QPixmap | None) -> None:
        """Show a drawing, or none while it is being made."""
        self._picture = picture
        self.update()

    def set_beside(self, *, beside: bool) -> None:
        """Put the name beside the drawing."""
        self._beside = beside
        self.update()

    def radius(self) -> float:
        """As the look has it for cards."""
        return 12 if self._beside else 16

    def paint_body(self, painter: QPainter, body: QRectF) -> None:
        """Card, drawing, tick, name."""
        card = body if self._beside else body.adjusted(0, 0, 0, -NAME_HEIGHT)
        self.paint_choice_ground(painter, card)
        frame = QRectF(card.topLeft(), card.size())
        if self._beside:
            frame.setWidth(BESIDE_WIDTH)
        if self._picture is not None:
            self._paint_picture(painter, frame, self._picture)
        if self.isChecked():
            inset = 4 if self._beside else 16
            paint_tick(painter, self, QPointF(card.right() - inset, card.top() + inset))
        label = QRectF(body.left() - 6, card.bottom() + 2, body.width() + 12, NAME_HEIGHT - 2)
        side = Qt.AlignmentFlag.AlignCenter
        if self._beside:
            label = card.adjusted(BESIDE_WIDTH + 8, 0, -4, 0)
            side = Qt.AlignmentFlag.AlignVCenter
        self._paint_name(painter, label, side)

    def _paint_name(self, painter: QPainter, label: QRectF, side: Qt.AlignmentFlag) -> None:
        weight = QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal
        font = self.theme.sans(13 if self._beside else 14, weight)
        painter.setFont(font)
        painter.setPen(self.colors.ink)
        if self._beside:
            painter.drawText(label, side | Qt.TextFlag.TextWordWrap, self.text())
            return
        metrics = QFontMetricsF(font)
        words = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, label.width())
        painter.drawText(label, side, words)

    def _paint_picture(self, painter: QPainter, frame: QRectF, picture: QPixmap) -> None:
        inside = QPainterPath()
        inside.addRoundedRect(frame.adjusted(2, 2, -2, -2), self.radius() - 2, self.radius() - 2)
        painter.save()
        painter.setClipPath(inside)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        natural = picture.deviceIndependentSize()
        target = QRectF(
            QPointF(0, 0), natural.scaled(frame.size(), Qt.AspectRatioMode.KeepAspectRatio)
        )
        target.moveCenter(frame.center())
        painter.drawPixmap(target, picture, QRectF(picture.rect()))
        painter.restore()


class WordCard(Checkable):
    """A choice told by its name alone, as a pill; a tick marks the chosen one."""

    def __init__(self, theme: Theme, key: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self.key = key
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        """The words, room for the tick, and the ring."""
        font = self.theme.sans(15, QFont.Weight.DemiBold)
        width = QFontMetricsF(font).horizontalAdvance(self.text()) + self.theme.px(64)
        return QSize(round(width) + 2 * RING, round(self.theme.px(40)) + 2 * RING)

    def paint_body(self, painter: QPainter, body: QRectF) -> None:
        """Pill, tick, name."""
        self.paint_choice_ground(painter, body)
        weight = QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal
        painter.setFont(self.theme.sans(15, weight))
        painter.setPen(self.colors.ink)
        painter.drawText(body, Qt.AlignmentFlag.AlignCenter, self.text())
        if self.isChecked():
            paint_tick(painter, self, QPointF(body.left() + 22, body.center().y()))


def paint_tick(painter: QPainter, control: Checkable, center: QPointF) -> None:
    """A tick in a disc of the primary colour."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(control.colors.primary)
    painter.drawEllipse(center, 9, 9)
    pen = QPen(control.colors.on_primary, 1.75)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    strokes = (QPointF(-4, 0.5), QPointF(-1, 3.5), QPointF(4.5, -3))
    painter.drawPolyline([center + stroke for stroke in strokes])
