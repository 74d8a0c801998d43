"""History: what has been rested, drawn so that noise looks like noise."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from constructive_rest.drawing.renderer import Renderer
from constructive_rest.history.days import counts
from constructive_rest.history.record import Rest
from constructive_rest.settings import Settings
from constructive_rest.ui.history.empty import EmptyHistory
from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.rail import Rail

if TYPE_CHECKING:
    from constructive_rest.ui.history.overview import Overview


class HistoryPage(QWidget):
    """The invitation before the first rest, the overview from then on.

    The overview and its charting library are made when there is something to show and the page is
    seen for the first time. `begin_asked` is emitted when the first rest is asked for.
    """

    begin_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        renderer: Renderer,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rests: tuple[Rest, ...] = ()
        self._today = date.min
        self._empty = EmptyHistory(theme, renderer, settings, self)
        self._empty.begin_asked.connect(self.begin_asked)
        self._overview: Overview | None = None
        theme.changed.connect(self.update)

    def show_settings(self, settings: Settings) -> None:
        """Take the body and its arrangement, for the figure before the first rest."""
        self._empty.show_settings(settings)

    def show_rests(self, rests: Sequence[Rest], today: date) -> None:
        """Show all rests, in any order; those deleted or under way are left out."""
        kept = (rest for rest in rests if counts(rest))
        self._rests = tuple(sorted(kept, key=lambda rest: (rest.started_at, rest.id)))
        self._today = today
        self._empty.setVisible(not self._rests)
        if self._overview is not None:
            self._overview.setVisible(bool(self._rests))
        if self.isVisible() or self._overview is not None:
            self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        """Make the overview when it is needed for the first time."""
        self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The whole page for the sky; the overview lies beside the rail."""
        self._empty.setGeometry(self.rect())
        self._place_overview()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, behind the rail too."""
        QPainter(self).fillRect(self.rect(), self._theme.palette.ground)

    def _fill(self) -> None:
        if not self._rests:
            return
        if self._overview is None:
            from constructive_rest.ui.history.overview import Overview

            self._overview = Overview(self._theme, self)
            self._place_overview()
        self._overview.show_rests(self._rests, self._today)
        self._overview.show()

    def _place_overview(self) -> None:
        if self._overview is not None:
            rail = Rail.width_in(self.width())
            self._overview.setGeometry(rail, 0, self.width() - rail, self.height())
