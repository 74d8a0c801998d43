"""Controls that hold a choice: chips, circles, pictures, segments, a switch."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget

from constructive_rest.ui.palette import blend
from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.painted import RING, PaintedButton

_SEMIBOLD = QFont.Weight.DemiBold
_REGULAR = QFont.Weight.Normal


class Checkable(PaintedButton):
    """A button that stays chosen; arrow keys move along its group.

    Where `arrows_choose` is set, a choice that has been made moves along with them.
    """

    arrows_choose = True

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, text, parent)
        self.setCheckable(True)

    def checkStateSet(self) -> None:
        """Move the group's one tab stop to what is chosen now."""
        super().checkStateSet()
        group = self.group()
        if group is not None and group.exclusive():
            keep_one_tab_stop(group)

    def nextCheckState(self) -> None:
        """The same after a click."""
        super().nextCheckState()
        self.checkStateSet()

    def paint_choice_ground(self, painter: QPainter, body: QRectF) -> None:
        """The fill and the border, two pixels of the primary colour when chosen."""
        colors = self.colors
        if self.isChecked():
            fill = self.hovered(colors.selected, colors.selected_hover)
            self.fill_body(painter, body, fill, QPen(colors.primary, 2))
            return
        fill = colors.well if self.isDown() else self.hovered(colors.surface, colors.raised)
        self.fill_body(painter, body, fill, QPen(blend(colors.edge, colors.control, self.hover), 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step to the neighbour in the group; left and right follow the reading direction."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        group = self.group()
        if event.key() not in step or group is None:
            super().keyPressEvent(event)
            return
        buttons = group.buttons()
        move = step[Qt.Key(event.key())]
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self.isRightToLeft():
            move = -move
        neighbour = buttons[(buttons.index(self) + move) % len(buttons)]
        if isinstance(neighbour, PaintedButton):
            neighbour.focus_by_keyboard()
            if self.arrows_choose and group.checkedButton() is self:
                neighbour.click()


def keep_one_tab_stop(group: QButtonGroup) -> None:
    """Let Tab stop once in `group`: at what is chosen, at the first one while nothing is."""
    buttons = group.buttons()
    stop = group.checkedButton() or buttons[0]
    for button in buttons:
        tab = Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus
        button.setFocusPolicy(tab)


class LengthChip(Checkable):
    """A length in minutes."""

    def __init__(self, theme: Theme, minutes: int, parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("%n min", "", minutes), parent)
        self.minutes = minutes
        self._compact = False
        self.setObjectName(f"minutes_{minutes}")
        self.setAccessibleName(self.tr("%n minute(s)", "", minutes))

    def set_compact(self, *, compact: bool) -> None:
        """Show the number alone."""
        self._compact = compact
        self.update()

    def radius(self) -> float:
        """As the look has it for chips."""
        return 16

    def paint_body(self, painter: QPainter, body: QRectF) -> None:
        """The number, and the unit smaller beside it where there is room."""
        self.paint_choice_ground(painter, body)
        number, _, unit = self.text().partition(" ")
        big, small = self.theme.sans(18, _SEMIBOLD), self.theme.sans(14, _REGULAR)
        gap = self.theme.px(4)
        unit_width = 0.0 if self._compact else QFontMetricsF(small).horizontalAdvance(unit) + gap
        number_width = QFontMetricsF(big).horizontalAdvance(number)
        x = body.center().x() - (number_width + unit_width) / 2
        baseline = body.center().y() + QFontMetricsF(big).capHeight() / 2
        painter.setFont(big)
        painter.setPen(self.colors.ink)
        painter.drawText(QPointF(x, baseline), number)
        if not self._compact:
            painter.setFont(small)
            painter.setPen(self.colors.ink if self.isChecked() else self.colors.muted)
            painter.drawText(QPointF(x + number_width + gap, baseline), unit)


class EaseCircle(Checkable):
    """One point of the ease scale."""

    def __init__(self, theme: Theme, value: int, parent: QWidget | None = None) -> None:
        super().__init__(theme, str(value), parent)
        self.value = value

    def paint_body(self, painter: QPainter, body: QRectF) -> None:
        """A numeral in a circle, filled when chosen."""
        colors = self.colors
        if self.isChecked():
            self.fill_body(painter, body, self.hovered(colors.primary, colors.primary_hover), None)
        else:
            self.paint_choice_ground(painter, body)
        px = 18 if body.height() > self.theme.px(40) else 16
        painter.setFont(self.theme.sans(px, _SEMIBOLD if self.isChecked() else _REGULAR))
        painter.setPen(colors.on_primary if self.isChecked() else colors.ink)
        painter.drawText(body, Qt.AlignmentFlag.AlignCenter, self.text())


class Segment(Checkable):
    """One part of a segmented control."""

    def sizeHint(self) -> QSize:
        """The words with 16 px at each side."""
        font = self.theme.sans(14, _SEMIBOLD)
        width = QFontMetricsF(font).horizontalAdvance(self.text()) + self.theme.px(32)
        return QSize(round(width) + 2 * RING, round(self.theme.px(36)) + 2 * RING)

    def paint_body(self, painter: QPainter, body: QRectF) -> None:
        """A raised pill when chosen, words alone otherwise."""
        colors = self.colors
        if self.isChecked():
            self.fill_body(painter, body, colors.raised, QPen(colors.soft_edge, 1))
        painter.setFont(self.theme.sans(14, _SEMIBOLD))
        ink = colors.ink if self.isChecked() else blend(colors.muted, colors.ink, self.hover)
        painter.setPen(ink)
        painter.drawText(body, Qt.AlignmentFlag.AlignCenter, self.text())


class Segmented(QWidget):
    """A few choices side by side in one well; `chosen` carries the key of the new one."""

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        options: Sequence[tuple[str, str]],
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._group = QButtonGroup(self)
        self._segments: dict[str, Segment] = {}
        self.setAccessibleName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for key, text in options:
            segment = Segment(theme, text, self)
            self._segments[key] = segment
            self._group.addButton(segment)
            row.addWidget(segment)
            segment.clicked.connect(lambda _checked, key=key: self.chosen.emit(key))
        theme.changed.connect(self.update)

    def segment(self, key: str) -> QAbstractButton:
        """The button of one choice."""
        return self._segments[key]

    def choose(self, key: str) -> None:
        """Show `key` as chosen, without a signal."""
        self._segments[key].setChecked(True)

    def paintEvent(self, event: object) -> None:
        """The well behind the segments."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.palette.well)
        body = QRectF(self.rect()).adjusted(RING - 2, RING - 2, 2 - RING, 2 - RING)
        painter.drawRoundedRect(body, body.height() / 2, body.height() / 2)


class Switch(Checkable):
    """On or off; the knob's side and its fill tell which."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        """44 by 26 px, plus the ring."""
        return QSize(round(self.theme.px(44)) + 2 * RING, round(self.theme.px(26)) + 2 * RING)

    def paint_body(self, painter: QPainter, body: QRectF) -> None:
        """The track and the knob."""
        colors = self.colors
        if self.isChecked():
            self.fill_body(painter, body, self.hovered(colors.primary, colors.primary_hover), None)
            knob: QColor = colors.on_primary
        else:
            edge = blend(colors.edge, colors.ink, self.hover)
            fill = colors.well if self.isDown() else colors.surface
            self.fill_body(painter, body, fill, QPen(edge, 1))
            knob = colors.control
        radius = body.height() / 2 - self.theme.px(5.5)
        offset = body.height() / 2
        right = self.isChecked() != self.isRightToLeft()
        x = body.right() - offset if right else body.left() + offset
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(knob)
        painter.drawEllipse(QPointF(x, body.center().y()), radius, radius)
