"""Pills, links and round buttons."""

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from constructive_rest.ui.icons import paint_icon
from constructive_rest.ui.palette import blend, faded
from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.painted import RING, PaintedButton

_SEMIBOLD = QFont.Weight.DemiBold
ICON = 20
ICON_GAP = 10


class Kind(Enum):
    """How much a pill asks to be pressed."""

    PRIMARY = "primary"
    PLAIN = "plain"
    QUIET = "quiet"


class PillButton(PaintedButton):
    """A pill with a word on it, perhaps an icon before it or a lighter word after it."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        kind: Kind = Kind.PLAIN,
        *,
        icon: str = "",
        size: float = 15,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, text, parent)
        self._kind = kind
        self._icon = icon
        self._size = size
        self._aside = ""
        self._show_text = True

    def set_aside(self, aside: str) -> None:
        """Put a lighter word after the text."""
        self._aside = aside
        self.setAccessibleName(f"{self.text()} {aside}".strip())
        self.update()

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.update()

    def set_compact(self, *, compact: bool) -> None:
        """Show the icon alone; the text stays the accessible name and becomes the tooltip."""
        self._show_text = not compact
        self.setToolTip(self.text() if compact else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for the words with 20 px at each side, 40 px high, plus the ring."""
        side = 12 if not self._show_text else 20
        width = self._content_width() + 2 * self.theme.px(side)
        return QSize(round(width) + 2 * RING, round(self.theme.px(40)) + 2 * RING)

    def paint_body(self, painter: QPainter, body: QRectF) -> None:
        """Fill, edge, icon, text, aside."""
        ink = self._paint_ground(painter, body)
        x = body.center().x() - self._content_width() / 2
        if self._icon:
            icon = self.theme.px(ICON)
            paint_icon(
                painter, self._icon, QRectF(x, body.center().y() - icon / 2, icon, icon), ink
            )
            x += icon + self.theme.px(ICON_GAP)
        if not self._show_text:
            return
        for word, font in self._words():
            painter.setFont(font)
            painter.setPen(ink)
            width = QFontMetricsF(font).horizontalAdvance(word)
            painter.drawText(
                QRectF(x, body.top(), width + 1, body.height()), Qt.AlignmentFlag.AlignVCenter, word
            )
            x += width + self.theme.px(12)

    def _paint_ground(self, painter: QPainter, body: QRectF) -> QColor:
        colors = self.colors
        match self._kind:
            case Kind.PRIMARY:
                fill = self.hovered(colors.primary, colors.primary_hover)
                self.fill_body(painter, body, fill, None)
                return colors.on_primary
            case Kind.PLAIN:
                fill = colors.well if self.isDown() else self.hovered(colors.surface, colors.raised)
                edge = blend(colors.soft_edge, colors.control, self.hover)
                self.fill_body(painter, body, fill, QPen(edge, 1))
                return colors.ink
            case Kind.QUIET:
                fill = faded(colors.selected, self.hover)
                down = colors.selected_hover if self.isDown() else fill
                self.fill_body(painter, body, down, None)
                return colors.ink

    def _words(self) -> list[tuple[str, QFont]]:
        words = [(self.text(), self.theme.sans(self._size, _SEMIBOLD))]
        if self._aside:
            words.append((self._aside, self.theme.sans(self._size)))
        return words

    def _content_width(self) -> float:
        icon = self.theme.px(ICON) if self._icon else 0.0
        if not self._show_text:
            return icon
        words = [QFontMetricsF(font).horizontalAdvance(word) for word, font in self._words()]
        gaps = self.theme.px(12) * (len(words) - 1)
        return sum(words) + gaps + (icon + self.theme.px(ICON_GAP) if icon else 0.0)


class LinkButton(PaintedButton):
    """Words with a line under them that open something."""

    def __init__(
        self, theme: Theme, text: str, size: float = 13, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, text, parent)
        self._size = size

    def sizeHint(self) -> QSize:
        """The words and the ring."""
        metrics = QFontMetricsF(self._font())
        width, height = metrics.horizontalAdvance(self.text()), self.theme.px(self._size + 8)
        return QSize(round(width) + 2 * RING + 1, round(height) + 2 * RING)

    def radius(self) -> float:
        """Slightly rounded."""
        return 4

    def paint_body(self, painter: QPainter, body: QRectF) -> None:
        """The words and the line under them, stronger when hovered."""
        painter.setFont(self._font())
        painter.setPen(self.colors.link)
        painter.drawText(
            body, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text()
        )
        under = body.center().y() + self.theme.px(self._size) * 0.62
        painter.setPen(QPen(self.hovered(self.colors.link_line, self.colors.link), 1))
        width = QFontMetricsF(self._font()).horizontalAdvance(self.text())
        painter.drawLine(QPointF(body.left(), under), QPointF(body.left() + width, under))

    def _font(self) -> QFont:
        return self.theme.sans(self._size, _SEMIBOLD)


class RoundButton(PaintedButton):
    """A circle with an icon: the guide's steps, and Pause in the primary colour."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        icon: str,
        *,
        primary: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, text, parent)
        self._icon = icon
        self._primary = primary
        self.setAccessibleName(text)

    def set_icon(self, icon: str, text: str) -> None:
        """Show another icon under another name."""
        self._icon = icon
        self.setText(text)
        self.setAccessibleName(text)
        self.update()

    def sizeHint(self) -> QSize:
        """40 px across, plus the ring."""
        across = round(self.theme.px(40)) + 2 * RING
        return QSize(across, across)

    def paint_body(self, painter: QPainter, body: QRectF) -> None:
        """The disc and its icon."""
        colors = self.colors
        if self._primary:
            self.fill_body(painter, body, self.hovered(colors.primary, colors.primary_hover), None)
            ink = colors.on_primary
        else:
            fill = colors.well if self.isDown() else self.hovered(colors.surface, colors.raised)
            edge = blend(colors.soft_edge, colors.control, self.hover)
            self.fill_body(painter, body, fill, QPen(edge, 1))
            ink = colors.ink
        side = min(body.width() * 0.5, self.theme.px(24))
        icon = QRectF(0, 0, side, side)
        icon.moveCenter(body.center())
        paint_icon(painter, self._icon, icon, ink)
