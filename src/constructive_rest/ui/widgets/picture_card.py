"""A choice made by picture, or by word where there is nothing to see."""

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.choices import Checkable
from constructive_rest.ui.widgets.painted import RING
from constructive_rest.ui.widgets.text import broken

SMALL = 90
"""Width of a card in px under which its name is written smaller."""
NAME_GAP = 4
MOST_ROWS = 2
"""Rows of a name; what is longer is cut and can be read in the tooltip."""


class PictureCard(Checkable):
    """A small drawing in a rounded card with its name under it; a tick marks the chosen one."""

    def __init__(self, theme: Theme, key: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self.key = key
        self._rows = 1
        self._picture: QPixmap | None = None
        self.setAccessibleName(name)

    def set_picture(self, picture: QPixmap | None) -> None:
        """Show a drawing, or none while it is being made."""
        self._picture = picture
        self.update()

    def rows_for(self, width: float) -> int:
        """How many rows the name needs under a card `width` px wide, at most two."""
        rows = broken(self.text(), self._font(bold=True), self._name_width(width))
        return min(MOST_ROWS, len(rows))

    def set_rows(self, rows: int) -> None:
        """Keep room for a name of `rows` rows, as all cards of a row do."""
        self._rows = rows
        self.update()

    def name_height(self, rows: int) -> float:
        """The height of a name of `rows` rows and of the gap above it, in px."""
        return NAME_GAP + rows * self._leading()

    def radius(self) -> float:
        """As the look has it for cards; less where they are small."""
        return min(16.0, self._card_height() / 4)

    def paint_body(self, painter: QPainter, body: QRectF) -> None:
        """Card, drawing, tick, name."""
        card = QRectF(body.topLeft(), QSizeF(body.width(), self._card_height()))
        self.paint_choice_ground(painter, card)
        if self._picture is not None:
            self._paint_picture(painter, card, self._picture)
        if self.isChecked():
            inset = 4 if self.body().width() < SMALL else 14
            paint_tick(painter, self, QPointF(card.right() - inset, card.top() + inset))
        self._paint_name(painter, card)

    def _card_height(self) -> float:
        return self.body().height() - self.name_height(self._rows)

    def _font(self, *, bold: bool) -> QFont:
        weight = QFont.Weight.DemiBold if bold else QFont.Weight.Normal
        return self.theme.sans(13 if self.body().width() < SMALL else 14, weight)

    def _leading(self) -> float:
        return self.theme.px(16 if self.body().width() < SMALL else 18)

    @staticmethod
    def _name_width(width: float) -> float:
        """A name may reach a little into the gap at either side."""
        return width + (2 if width < SMALL else 8)

    def _paint_name(self, painter: QPainter, card: QRectF) -> None:
        font = self._font(bold=self.isChecked())
        painter.setFont(font)
        painter.setPen(self.colors.ink)
        width = self._name_width(card.width())
        rows = broken(self.text(), font, width)
        if len(rows) > MOST_ROWS:
            rows = [rows[0], " ".join(rows[1:])]
        metrics = QFontMetricsF(font)
        for number, row in enumerate(rows):
            top = card.bottom() + NAME_GAP + number * self._leading()
            box = QRectF(card.center().x() - width / 2, top, width, self._leading())
            words = metrics.elidedText(row, Qt.TextElideMode.ElideRight, width)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

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
