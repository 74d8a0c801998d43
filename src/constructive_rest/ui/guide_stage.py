"""What the guide points out over its picture."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QPainter

from constructive_rest.drawing.mark_painter import MarkInks, Words, paint_marks
from constructive_rest.figure.mark import Overlay
from constructive_rest.practice.guide import GuideStep
from constructive_rest.ui.moving_slot import MovingSlot
from constructive_rest.ui.palette import Palette, faded
from constructive_rest.ui.theme import Theme


def mark_inks(palette: Palette, *, right: bool | None = None) -> MarkInks:
    """The colours of marks in one light: for how it should be, how it should not, or neither."""
    told = {True: palette.primary, False: palette.danger, None: palette.accent}
    return MarkInks(
        line=told[right],
        thread=palette.ink,
        halo=faded(palette.surface, 0.72),
        patch=palette.sun_glow,
        glow=palette.sun_glow,
        words=palette.ink,
    )


def paint_overlay(
    painter: QPainter, step: GuideStep, figure: MovingSlot, at: QPointF, theme: Theme
) -> None:
    """Draw what `step` points out over a figure that was painted at `at`."""
    labels = {Overlay(pointer.overlay): pointer.label for pointer in step.pointers}
    marks = [mark for mark in figure.marks(at) if mark.overlay in labels]
    words = Words({mark.label: labels[mark.overlay] for mark in marks if mark.label}, _font(theme))
    painter.setOpacity(figure.presence)
    paint_marks(painter, marks, mark_inks(theme.palette), words=words)
    painter.setOpacity(1.0)


def _font(theme: Theme) -> QFont:
    return theme.sans(14, QFont.Weight.DemiBold)
