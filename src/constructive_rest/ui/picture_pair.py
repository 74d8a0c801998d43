"""How it should not be beside how it should, told by picture, mark and word."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from constructive_rest.drawing.mark_painter import paint_marks
from constructive_rest.drawing.renderer import Renderer
from constructive_rest.practice.guide import Trouble
from constructive_rest.settings import Settings
from constructive_rest.ui.figure_slot import FigureSlot, scene_on
from constructive_rest.ui.guide_stage import mark_inks
from constructive_rest.ui.theme import Theme

CARD = QSize(264, 168)
GAP = 16
CAPTION = 32
CORNER = 16
MARK = 9.0
_CROSS = ((QPointF(-4, -4), QPointF(4, 4)), (QPointF(4, -4), QPointF(-4, 4)))
_TICK = (QPointF(-4.5, 0.5), QPointF(-1, 4), QPointF(5, -3.5))


class PicturePair(QWidget):
    """Two prints side by side: a cross under the wrong one, a tick under the right one."""

    def __init__(
        self,
        theme: Theme,
        renderer: Renderer,
        trouble: Trouble,
        body: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._poses = (trouble.wrong_picture, trouble.right_picture)
        self._body = body
        self._words = (self.tr("Not like this"), self.tr("Like this"))
        self._figures = [FigureSlot(renderer, theme, self) for _ in self._poses]
        for figure in self._figures:
            figure.changed.connect(self.update)
        self.setAccessibleName(self.tr("Two pictures"))
        self.setAccessibleDescription(f"{self._words[0]}: {trouble.wrong}. {trouble.helps}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(CARD.height() + CAPTION)
        theme.changed.connect(self._want)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for both drawings."""
        super().resizeEvent(event)
        self._want()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The prints and their captions."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        colors = self._theme.palette
        inks = (colors.danger, colors.primary)
        for number, (figure, words, ink) in enumerate(
            zip(self._figures, self._words, inks, strict=True)
        ):
            card = self._card(number)
            self._paint_print(painter, card, figure, ink, right=number == 1)
            self._paint_caption(painter, card, words, ink, right=number == 1)

    def _card(self, number: int) -> QRectF:
        width = min(CARD.width(), (self.width() - GAP) / 2)
        return QRectF(number * (width + GAP), 0, width, CARD.height())

    def _paint_print(
        self, painter: QPainter, card: QRectF, figure: FigureSlot, ink: QColor, *, right: bool
    ) -> None:
        paper = QPainterPath()
        paper.addRoundedRect(card.adjusted(1, 1, -1, -1), CORNER, CORNER)
        painter.fillPath(paper, self._theme.palette.surface)
        painter.save()
        painter.setClipPath(paper)
        figure.paint(painter, card.topLeft())
        marks = figure.marks(card.topLeft())
        paint_marks(painter, marks, mark_inks(self._theme.palette, right=right), wrong=not right)
        painter.restore()
        painter.setPen(QPen(ink, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(paper)

    def _paint_caption(
        self, painter: QPainter, card: QRectF, words: str, ink: QColor, *, right: bool
    ) -> None:
        middle = card.bottom() + CAPTION / 2 + 2
        center = QPointF(card.left() + MARK + 2, middle)
        pen = QPen(ink, 2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(center, MARK, MARK)
        if right:
            painter.drawPolyline([center + point for point in _TICK])
        else:
            for start, end in _CROSS:
                painter.drawLine(center + start, center + end)
        painter.setFont(self._theme.sans(14, QFont.Weight.DemiBold))
        painter.setPen(self._theme.palette.ink)
        box = QRectF(center.x() + MARK + 8, middle - 12, card.width() - 40, 24)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)

    def _want(self) -> None:
        card = self._card(0).size().toSize()
        for figure, pose in zip(self._figures, self._poses, strict=True):
            figure.want(scene_on(self, self._theme, pose, card, Settings(body=self._body)))
        self.update()
