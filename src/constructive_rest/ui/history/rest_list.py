"""The list of all rests."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyleOptionViewItem, QWidget

from constructive_rest.history.record import Rest
from constructive_rest.ui.history.rest_delegate import RestDelegate
from constructive_rest.ui.history.rest_model import Index, RestModel
from constructive_rest.ui.palette import faded
from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.calm_bars import BAR, CalmBars
from constructive_rest.ui.widgets.painted import RING

FADE = 28
"""Px over which rows fade where the list goes on."""


class RestList(QListView):
    """All rests, the newest first; the current one is a card that shows its whole note.

    `grown` is emitted when the height of all rows together may have changed; `reached` carries the
    place of a row that became current, in this widget.
    """

    grown = Signal()
    reached = Signal(QRect)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows = RestModel(self)
        self._look = RestDelegate(theme, self)
        self.setObjectName("history_list")
        self.setAccessibleName(self.tr("Rests"))
        self.setModel(self._rows)
        self.setItemDelegate(self._look)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        CalmBars(theme, self)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def show_rests(self, rests: Sequence[Rest], today: date) -> None:
        """List the rests, which come oldest first."""
        self._look.selected = -1
        self._look.forget()
        self._rows.show_rests(rests, today)

    def set_body_width(self, width: int) -> None:
        """The width of a row's card in px; the widget itself is wider by the ring and the bar."""
        if width != self._look.width:
            self._look.set_width(width)
            self.scheduleDelayedItemsLayout()

    @staticmethod
    def width_for(body: int) -> int:
        """The widget's width for cards of that width, in px."""
        return body + 2 * RING + BAR

    def full_height(self) -> int:
        """The height of all rows together, in px."""
        option = QStyleOptionViewItem()
        rows = range(self._rows.rowCount())
        return sum(self._look.sizeHint(option, self._rows.index(row)).height() for row in rows)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Make room for the whole note."""
        self._look.selected = current.row()
        super().currentChanged(current, previous)
        for index in (previous, current):
            if index.isValid():
                self._look.sizeHintChanged.emit(index)
        self.grown.emit()
        if current.isValid():
            self.doItemsLayout()
            self.scrollTo(current)
            self.reached.emit(self.visualRect(current))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard finds the newest rest first."""
        self._look.shows_ring = event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
        )
        super().focusInEvent(event)
        if self._look.shows_ring and not self.currentIndex().isValid():
            self.setCurrentIndex(self._rows.index(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Whoever goes on by keyboard sees the ring again."""
        self._look.shows_ring = True
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A pointer needs no ring."""
        self._look.shows_ring = False
        super().mousePressEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Paint anew, as the fades stay where they are."""
        super().scrollContentsBy(dx, dy)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """All rows, fading out where they go on."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        bar, rect = self.verticalScrollBar(), self.viewport().rect()
        if bar.value() < bar.maximum():
            self._fade(painter, rect.bottom() + 1, -FADE)
        if bar.value() > bar.minimum():
            self._fade(painter, 0, FADE)

    def _fade(self, painter: QPainter, edge: int, way: int) -> None:
        """Ground at `edge` that turns clear `way` px further down."""
        ground = self._theme.palette.ground
        gradient = QLinearGradient(0, edge, 0, edge + way)
        gradient.setColorAt(0, ground)
        gradient.setColorAt(1, faded(ground, 0))
        top = min(edge, edge + way)
        painter.fillRect(QRect(0, top, self.viewport().width(), abs(way)), gradient)
