"""The rail at the side: where the window's pages are."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QButtonGroup, QWidget

from constructive_rest.ui.icons import paint_icon
from constructive_rest.ui.palette import faded
from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.choices import Checkable
from constructive_rest.ui.widgets.painted import RING, place

WIDE, NARROW = 96, 72
NARROW_BELOW = 1000
"""Window width in px under which the rail shows icons alone."""


class RailItem(Checkable):
    """One page: an icon, and its name under it where the rail is wide."""

    arrows_choose = False

    def __init__(self, theme: Theme, key: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, text, parent)
        self.key = key
        self.compact = False
        self.setObjectName(f"page_{key}")
        self.setAccessibleName(text)

    def radius(self) -> float:
        """As the look has it for the rail."""
        return 16

    def sizeHint(self) -> QSize:
        """72 by 64 px, or 56 square, plus the ring."""
        width, height = (56, 56) if self.compact else (72, 64)
        return QSize(width + 2 * RING, height + 2 * RING)

    def paint_body(self, painter: QPainter, body: QRectF) -> None:
        """A lit pane behind the page that is open."""
        colors = self.colors
        fill = colors.rail_selected if self.isChecked() else faded(colors.selected, self.hover)
        self.fill_body(painter, body, fill, None)
        ink = colors.ink if self.isChecked() else colors.rail_ink
        icon = QRectF(0, 0, 24, 24)
        icon.moveCenter(body.center())
        if not self.compact:
            icon.moveTop(body.top() + 12)
        paint_icon(painter, self.key, icon, ink)
        if self.compact:
            return
        painter.setFont(self.theme.sans(13, QFont.Weight.DemiBold))
        painter.setPen(ink)
        label = QRectF(body.left(), icon.bottom(), body.width(), body.bottom() - icon.bottom() - 4)
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, self.text())


class Rail(QWidget):
    """All pages; `chosen` carries the key of the page that was asked for."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._group = QButtonGroup(self)
        names = {
            "guide": self.tr("Guide"),
            "rest": self.tr("Rest"),
            "history": self.tr("History"),
            "settings": self.tr("Settings"),
        }
        self._items = {key: RailItem(theme, key, text, self) for key, text in names.items()}
        for key, item in self._items.items():
            self._group.addButton(item)
            item.clicked.connect(lambda _checked, key=key: self.chosen.emit(key))
        self.setAccessibleName(self.tr("Pages"))

    @staticmethod
    def width_in(window_width: int) -> int:
        """The rail's width in a window of that width."""
        return NARROW if window_width < NARROW_BELOW else WIDE

    def choose(self, key: str) -> None:
        """Show `key` as the open page."""
        self._items[key].setChecked(True)

    def arrange(self, window_width: int, window_height: int) -> None:
        """Take the left side of the window: pages on top, settings at the foot."""
        width = self.width_in(window_width)
        compact = width == NARROW
        self.setGeometry(0, 0, width, window_height)
        item_width, item_height, step, top = (56, 56, 64, 16) if compact else (72, 64, 72, 24)
        x = (width - item_width) / 2
        for number, item in enumerate(self._items.values()):
            item.compact = compact
            item.setToolTip(item.text() if compact else "")
            y = top + number * step
            if item.key == "settings":
                y = window_height - top - item_height
            place(item, x, y, item_width, item_height)
