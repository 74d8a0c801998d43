"""Scroll bars that keep out of the way."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from constructive_rest.ui.theme import Theme

BAR = 10
"""Width of a scroll bar in px."""
_SHEET = """
QScrollBar:vertical {{ background: transparent; width: {bar}px; margin: 0; }}
QScrollBar::handle:vertical {{
    background: {edge}; border-radius: 3px; min-height: 32px; margin: 0 2px;
}}
QScrollBar::handle:vertical:hover {{ background: {strong}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


class CalmBars(QObject):
    """Gives a scroll area a thin bar and no ground of its own, in every light."""

    def __init__(self, theme: Theme, area: QAbstractScrollArea) -> None:
        super().__init__(area)
        self._theme = theme
        self._area = area
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.viewport().setAutoFillBackground(False)
        theme.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        # Only the bar: a sheet on the area would take their colours from the labels inside it.
        colors = self._theme.palette
        self._area.verticalScrollBar().setStyleSheet(
            _SHEET.format(bar=BAR, edge=colors.soft_edge.name(), strong=colors.control.name())
        )
