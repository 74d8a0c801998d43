"""How one rest looks in the list."""

from functools import lru_cache

from PySide6.QtCore import (
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from constructive_rest.ui import fonts
from constructive_rest.ui.history.rest_model import WORDS_ROLE
from constructive_rest.ui.history.words import RestWords
from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.painted import RING, paint_ring

BLEED = 16
"""Px by which a row's card reaches beyond its words at both sides."""
NOTE_LINES = 2
"""Lines of a note that are shown until its rest is selected."""
_PAD, _LINE, _RADIUS = 14.0, 25.0, 16.0
_NOTE_PX = 16.0
_SIGN, _SIGN_GAP = 11.0, 6.0
_ARROW, _ARROW_GAP = "→", 8.0
_SEMIBOLD = QFont.Weight.DemiBold
Index = QModelIndex | QPersistentModelIndex


class RestDelegate(QStyledItemDelegate):
    """Day, length and ease in one line, the note under it; the selected one as a card."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._width = 0
        self._heights: dict[tuple[int, bool], int] = {}
        self.shows_ring = False
        self.selected = -1
        theme.changed.connect(self.forget)

    @property
    def width(self) -> int:
        """The width of a card, its bleed included and its ring not, in px."""
        return self._width

    def set_width(self, width: int) -> None:
        """Lay rows out for cards of another width."""
        self._width = width
        self.forget()

    def forget(self) -> None:
        """Measure all rows anew when they are next asked for."""
        self._heights = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the words need; the note is cut unless the rest is selected."""
        key = index.row(), index.row() == self.selected
        if key not in self._heights:
            words: RestWords = index.data(WORDS_ROLE)
            lines = 1 + len(self._note_lines(words, whole=key[1])) + self._outcome_apart(words)
            self._heights[key] = round(self._theme.px(2 * _PAD + lines * _LINE))
        return QSize(self._width, self._heights[key])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The card or the hairline, then the words."""
        words: RestWords = index.data(WORDS_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        body = QRectF(rect.left() + RING, rect.top(), self._width, rect.height())
        selected = index.row() == self.selected
        if selected:
            self._paint_card(painter, body, option)
        elif index.row() + 1 not in (self.selected, index.model().rowCount()):
            line = QRectF(body.left() + BLEED, body.bottom() - 1, self._width - 2 * BLEED, 1)
            painter.fillRect(line, self._theme.palette.hairline)
        self._paint_words(painter, body, words, whole=selected)
        painter.restore()

    def _paint_card(self, painter: QPainter, body: QRectF, option: QStyleOptionViewItem) -> None:
        colors, radius = self._theme.palette, self._theme.px(_RADIUS)
        painter.setPen(QPen(colors.soft_edge, 1))
        painter.setBrush(colors.surface)
        painter.drawRoundedRect(body.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        if self.shows_ring and option.state & QStyle.StateFlag.State_HasFocus:
            inner = body.adjusted(5, 5, -5, -5)
            paint_ring(painter, inner, radius - 5, colors.focus)

    def _paint_words(
        self, painter: QPainter, body: QRectF, words: RestWords, *, whole: bool
    ) -> None:
        px, colors = self._theme.px, self._theme.palette
        line = QRectF(
            body.left() + BLEED, body.top() + px(_PAD), self._width - 2 * BLEED, px(_LINE)
        )
        self._paint_ease(painter, line, words)
        x = self._write(painter, line, words.day, self._theme.sans(16, _SEMIBOLD), bold=True)
        line.setLeft(x + px(9))
        apart = self._outcome_apart(words)
        length = words.length if apart or not words.outcome else f"{words.length} · {words.outcome}"
        self._write(painter, line, length, self._theme.sans(16), bold=False)
        line.setLeft(body.left() + BLEED)
        if apart:
            line.translate(0, px(_LINE))
            self._write(painter, line, words.outcome, self._theme.sans(16), bold=False)
        painter.setFont(self._note_font())
        painter.setPen(colors.ink)
        for text in self._note_lines(words, whole=whole):
            line.translate(0, px(_LINE))
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, text)

    def _write(
        self, painter: QPainter, line: QRectF, text: str, font: QFont, *, bold: bool
    ) -> float:
        colors = self._theme.palette
        painter.setFont(font)
        painter.setPen(colors.ink if bold else colors.muted)
        metrics = QFontMetricsF(font)
        fitting = metrics.elidedText(text, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, fitting)
        return line.left() + metrics.horizontalAdvance(fitting)

    def _outcome_apart(self, words: RestWords) -> bool:
        """Whether the outcome needs a line to itself."""
        if not words.outcome:
            return False
        day = QFontMetricsF(self._theme.sans(16, _SEMIBOLD)).horizontalAdvance(words.day)
        plain = QFontMetricsF(self._theme.sans(16))
        rest = plain.horizontalAdvance(f"{words.length} · {words.outcome}")
        gap = self._theme.px(9 + 16)
        return day + rest + gap + self._ease_width(words) > self._width - 2 * BLEED

    def _ease_parts(self, words: RestWords) -> list[tuple[str, str]]:
        """Sign and number of each rating that is there."""
        locale = QLocale()
        parts = []
        if words.before is not None:
            parts.append(("before", locale.toString(words.before)))
        if words.after is not None:
            parts.append(("after", locale.toString(words.after)))
        return parts

    def _ease_width(self, words: RestWords) -> float:
        metrics, px = QFontMetricsF(self._theme.sans(16)), self._theme.px
        parts = self._ease_parts(words)
        width = sum(px(_SIGN + _SIGN_GAP) + metrics.horizontalAdvance(text) for _, text in parts)
        return width + (self._arrow_width() if len(parts) == 2 else 0.0)

    def _arrow_width(self) -> float:
        metrics = QFontMetricsF(self._theme.sans(13))
        return metrics.horizontalAdvance(_ARROW) + 2 * self._theme.px(_ARROW_GAP)

    def _paint_ease(self, painter: QPainter, line: QRectF, words: RestWords) -> None:
        """Ring, number, arrow, disc, number, set flush right."""
        px, colors, font = self._theme.px, self._theme.palette, self._theme.sans(16)
        metrics = QFontMetricsF(font)
        x = line.right() - self._ease_width(words)
        painter.setFont(font)
        for number, (sign, text) in enumerate(self._ease_parts(words)):
            if number:
                arrow = QRectF(x, line.top(), self._arrow_width(), line.height())
                painter.setFont(self._theme.sans(13))
                painter.setPen(colors.muted)
                painter.drawText(arrow, Qt.AlignmentFlag.AlignCenter, _ARROW)
                painter.setFont(font)
                x = arrow.right()
            middle = QPointF(x + px(_SIGN / 2), line.center().y())
            if sign == "before":
                painter.setPen(QPen(colors.before, px(2)))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(middle, px(4.5), px(4.5))
            else:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colors.after)
                painter.drawEllipse(middle, px(5.5), px(5.5))
            x += px(_SIGN + _SIGN_GAP)
            painter.setPen(colors.ink)
            painter.drawText(
                QRectF(x, line.top(), px(60), line.height()), Qt.AlignmentFlag.AlignVCenter, text
            )
            x += metrics.horizontalAdvance(text)

    def _note_font(self) -> QFont:
        return self._theme.serif(_NOTE_PX, italic=True)

    def _note_lines(self, words: RestWords, *, whole: bool) -> tuple[str, ...]:
        if not words.note:
            return ()
        lines = _broken(words.note, self._theme.px(_NOTE_PX), self._width - 2 * BLEED)
        if whole or len(lines) <= NOTE_LINES:
            return lines
        metrics = QFontMetricsF(self._note_font())
        rest = " ".join(lines[NOTE_LINES - 1 :])
        cut = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, self._width - 2 * BLEED)
        return (*lines[: NOTE_LINES - 1], cut)


@lru_cache(maxsize=2048)
def _broken(note: str, px: float, width: int) -> tuple[str, ...]:
    """The lines of a note written `px` high, at a width; kept, as every row asks often."""
    font = fonts.serif(px, italic=True)
    return tuple(line for part in note.splitlines() for line in _lines(part, font, width))


def _lines(text: str, font: QFont, width: int) -> list[str]:
    layout = QTextLayout(text, font)
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        lines.append(text[line.textStart() : line.textStart() + line.textLength()].strip())
    layout.endLayout()
    return lines
