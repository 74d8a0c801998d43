"""The rest as it is seen from the floor: digits, phase, one cue and the light, turned at will."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QCursor,
    QFont,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTransform,
)
from PySide6.QtWidgets import QWidget

from constructive_rest.ui import fonts
from constructive_rest.ui.dimmer import Dimmer
from constructive_rest.ui.light import Light
from constructive_rest.ui.palette import Sky, blend, blend_skies, faded
from constructive_rest.ui.rest_scene import sky_at
from constructive_rest.ui.rest_words import RestWords
from constructive_rest.ui.room import paint_glow, paint_sky
from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.buttons import RoundButton
from constructive_rest.ui.widgets.painted import RING, connect_clicks

POINTER_MS = 3_000
"""How long the pointer and the buttons stay after the mouse has moved."""
_BUTTON = 40
_DARK = Sky(QColor("#06060B"), QColor("#0E0C14"))
_DARK_INK = QColor("#8C857D")
_WIDEST = "00:00"


class FloorView(QWidget):
    """Covers its parent while it is open; takes no focus, so keys mean what they always mean.

    `turn_asked` and `leave_asked` come from the two buttons that a moving mouse brings up.
    """

    turn_asked = Signal()
    leave_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._host = parent
        self._words = RestWords("", "", "")
        self._light = Light(0, 0, 0.0)
        self._turn = 0
        self._digits_at = QRectF()
        self.dimmer = Dimmer(self)
        self.dimmer.changed.connect(self.update)
        self._turn_button = self._button("turn", self.tr("Turn the view (R)"), "floor_turn")
        self._leave_button = self._button("close", self.tr("Leave this view (F11)"), "floor_leave")
        connect_clicks(self._turn_button, self.turn_asked.emit)
        connect_clicks(self._leave_button, self.leave_asked.emit)
        self._pointer = QTimer(self)
        self._pointer.setSingleShot(True)
        self._pointer.setInterval(POINTER_MS)
        self._pointer.timeout.connect(self._hide_pointer)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setObjectName("floor_view")
        self.setAccessibleName(self.tr("View from the floor"))
        theme.changed.connect(self.update)
        self.hide()

    def open(self, turn: int) -> None:
        """Cover the parent, turned clockwise by `turn` degrees: 0, 90, 180 or 270."""
        self._turn = turn
        self.dimmer.motion = self._theme.motion
        self.dimmer.reset()
        self.setGeometry(self._host.rect())
        self._hide_pointer()
        self.show()
        self.raise_()

    def close_view(self) -> None:
        """Uncover the parent."""
        self.dimmer.rest()
        self._pointer.stop()
        self.hide()

    def turn(self, degrees: int) -> None:
        """Turn the view clockwise to `degrees`."""
        self._turn = degrees
        self.dimmer.wake()
        self.update()

    def show_words(self, words: RestWords) -> None:
        """Show the words of the moment; the digits alone repaint only themselves."""
        if words == self._words:
            return
        rest_same = replace(words, digits="") == replace(self._words, digits="")
        longer = len(words.digits) != len(self._words.digits)
        self._words = words
        if rest_same and not longer and not self._digits_at.isNull():
            self.update(self._digits_at.toAlignedRect().adjusted(-2, -2, 2, 2))
        else:
            self.update()

    def show_light(self, light: Light) -> None:
        """Show the light of the moment; while it turns, the view is bright."""
        if light.moving:
            self.dimmer.wake()
        if light != self._light:
            self._light = light
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The buttons stay in the corner."""
        super().resizeEvent(event)
        side = _BUTTON + 2 * RING
        top, right = 24 - RING, self.width() - 24 + RING
        self._leave_button.setGeometry(right - side, top, side, side)
        self._turn_button.setGeometry(right - 2 * side - 4, top, side, side)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A moving mouse brings the pointer and the buttons back."""
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._turn_button.show()
        self._leave_button.show()
        self._pointer.start()

    def event(self, event: QEvent) -> bool:
        """A click on the view itself goes no farther than here."""
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
            event.accept()
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Light and glow, then the words, turned as one."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.setClipRegion(event.region())
        turned = self._turned()
        painter.setTransform(turned)
        across = self._turn in (90, 270)
        size = QSizeF(self.size().transposed() if across else self.size())
        whole = QRectF(QPointF(0, 0), size)
        depth = self.dimmer.depth
        palette = self._theme.palette
        paint_sky(painter, whole, blend_skies(sky_at(palette, self._light), _DARK, depth))
        glow = 0.16 * (1 - depth)
        if glow > 0:
            center = QPointF(whole.center().x(), whole.bottom())
            paint_glow(painter, center, whole.width() * 0.6, palette.sun_glow, glow)
        painter.setPen(blend(palette.ink, _DARK_INK, depth))
        stacked = whole.width() < whole.height()
        digits = self._paint_words(painter, whole, stacked=stacked)
        self._digits_at = turned.mapRect(digits)

    def _paint_words(self, painter: QPainter, whole: QRectF, *, stacked: bool) -> QRectF:
        """Phase above, cue below, digits between; where the digits came to lie."""
        words, short = self._words, min(whole.width(), whole.height())
        small = max(20.0, 0.052 * short)
        edge = 0.055 * whole.height()
        phase = QRectF(0, edge, whole.width(), small * 2.4)
        lines_of_cue = 3 if stacked else 2
        cue_height = small * 1.32 * lines_of_cue
        cue = QRectF(whole.width() * 0.06, 0, whole.width() * 0.88, cue_height)
        cue.moveBottom(whole.height() - edge)
        painter.setFont(fonts.serif(small * 1.35))
        _draw(painter, phase, words.phase, 1 - words.turned)
        _draw(painter, phase, words.coming, words.turned)
        painter.setFont(fonts.sans(small, QFont.Weight.DemiBold))
        _draw(painter, cue, words.cue, words.cue_strength)
        room = QRectF(0, phase.bottom(), whole.width(), cue.top() - phase.bottom())
        lines = words.digits.split(":") if stacked else [words.digits]
        widest = _WIDEST[:2] if stacked else max(_WIDEST, words.digits, key=len)
        height = room.height() / len(lines)
        painter.setFont(_largest(widest, QSizeF(whole.width() * 0.86, height)))
        for number, line in enumerate(lines):
            row = QRectF(0, room.top() + number * height, whole.width(), height)
            _draw_digits(painter, row, line)
        return room

    def _turned(self) -> QTransform:
        """From the turned view's own upright coordinates to the widget's."""
        width, height = self.width(), self.height()
        origin = {0: (0, 0), 90: (width, 0), 180: (width, height), 270: (0, height)}[self._turn]
        return QTransform.fromTranslate(*origin).rotate(self._turn)

    def _button(self, icon: str, text: str, name: str) -> RoundButton:
        button = RoundButton(self._theme, text, icon, parent=self)
        button.setObjectName(name)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setToolTip(text)
        return button

    def _hide_pointer(self) -> None:
        self.setCursor(QCursor(Qt.CursorShape.BlankCursor))
        self._turn_button.hide()
        self._leave_button.hide()


def _draw(painter: QPainter, box: QRectF, text: str, strength: float) -> None:
    """`text` in the middle of `box`, seen by `strength` 0–1."""
    ink = painter.pen().color()
    painter.setPen(faded(ink, strength))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, text)
    painter.setPen(ink)


def _largest(text: str, room: QSizeF) -> QFont:
    """The serif in which `text` just fits into `room`, by the height of its digits alone."""
    tried = fonts.serif(100)
    metrics = QFontMetricsF(tried)
    width = metrics.horizontalAdvance(text)
    height = metrics.tightBoundingRect("0").height() * 1.24
    return fonts.serif(100 * min(room.width() / width, room.height() / height))


def _draw_digits(painter: QPainter, row: QRectF, digits: str) -> None:
    """`digits` with their own middle, not their line's, in the middle of `row`."""
    metrics = painter.fontMetrics()
    tight = metrics.tightBoundingRect("0")
    x = row.center().x() - metrics.horizontalAdvance(digits) / 2
    y = row.center().y() - tight.top() - tight.height() / 2
    painter.drawText(QPoint(round(x), round(y)), digits)
