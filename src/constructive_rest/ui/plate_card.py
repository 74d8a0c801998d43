"""A print with what is said under it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from constructive_rest.drawing.renderer import Renderer
from constructive_rest.practice.plate import Mark, Plate
from constructive_rest.settings import Settings
from constructive_rest.ui.print import Print
from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.text import Paragraph, Role

BADGE = 9.0
"""Radius of the sign before a caption."""
BESIDE = 28
"""From the print's left edge to its caption, where a sign stands before it."""
SPACE = 8
_CROSS = ((QPointF(-4, -4), QPointF(4, 4)), (QPointF(4, -4), QPointF(-4, 4)))
_TICK = (QPointF(-4.5, 0.5), QPointF(-1, 4), QPointF(5, -3.5))


@dataclass(frozen=True, slots=True)
class Shown:
    """A plate ready to be shown: `alt` is its picture in words, `note` stands under its caption.

    `number` is its place in a series, 0 outside of one; `parts` names what is labelled in the
    picture. A plate without a picture has words alone.
    """

    plate: Plate
    alt: str
    note: str = ""
    number: int = 0
    parts: Mapping[str, str] = field(default_factory=dict)


class PlateCard(QWidget):
    """Print, sign, caption, note: told by picture, by mark and by word."""

    def __init__(
        self, theme: Theme, renderer: Renderer, shown: Shown, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.shown = shown
        plate = shown.plate
        self.print: Print | None = None
        if plate.picture:
            self.print = Print(theme, renderer, plate.picture, plate.mark, shown.parts, self)
            self.print.tell(shown.alt)
        self._caption = Paragraph(theme, Role.LABEL, 18, plate.caption, self)
        self._note = Paragraph(theme, Role.CAPTION_INK, 18, shown.note, self)
        self._note.setVisible(bool(shown.note))
        theme.changed.connect(self.update)

    def show_settings(self, settings: Settings) -> None:
        """Draw the body and its arrangement that are chosen."""
        if self.print is not None:
            self.print.show_settings(settings)

    def words_height(self, width: int) -> int:
        """The height of all that stands under the print at `width` px."""
        inner = width - self._beside()
        note = self._note.height_for(inner) if self.shown.note else 0
        above = SPACE if self.print is not None else 0
        return above + max(20, self._caption.height_for(inner)) + note

    def arrange(self, width: int, picture: int, across: int) -> None:
        """Lay out within `width` px: the print `across` × `picture` px, the words under it."""
        top = 0
        if self.print is not None:
            self.print.setGeometry(0, 0, across, picture)
            top = picture + SPACE
        beside = self._beside()
        inner = width - beside
        height = self._caption.height_for(inner)
        self._caption.setGeometry(beside, top + 1, inner, height)
        if self.shown.note:
            note = self._note.height_for(inner)
            self._note.setGeometry(beside, top + max(20, height), inner, note)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sign before the caption."""
        if not self._beside():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        center = QPointF(BADGE + 2, self._caption.y() + self._theme.px(9))
        colors = self._theme.palette
        inks = {Mark.RIGHT: colors.primary, Mark.WRONG: colors.danger, None: colors.muted}
        pen = QPen(inks[self.shown.plate.mark], 2 if self.shown.plate.mark else 1.25)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawEllipse(center, BADGE, BADGE)
        self._paint_sign(painter, center)

    def _paint_sign(self, painter: QPainter, center: QPointF) -> None:
        match self.shown.plate.mark:
            case Mark.RIGHT:
                painter.drawPolyline([center + point for point in _TICK])
            case Mark.WRONG:
                for start, end in _CROSS:
                    painter.drawLine(center + start, center + end)
            case None:
                painter.setFont(self._theme.sans(12, QFont.Weight.DemiBold))
                painter.setPen(self._theme.palette.ink)
                box = QRectF(center.x() - 12, center.y() - 12, 24, 24)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, f"{self.shown.number}")

    def _beside(self) -> int:
        return BESIDE if self.shown.plate.mark or self.shown.number else 0
