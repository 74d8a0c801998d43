"""The light of the room as the whole window shares it."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication

from constructive_rest.settings import ThemeChoice
from constructive_rest.ui import fonts
from constructive_rest.ui.palette import DUSK, MORNING, Palette


class Theme(QObject):
    """The palette in force, the type and whether things may move.

    `changed` is emitted after any of them changes; every painted widget repaints on it.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choice = ThemeChoice.SYSTEM
        self._motion = True
        self._scale = fonts.system_scale()
        self._palette = self._resolve()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._refresh)

    @property
    def palette(self) -> Palette:
        """The colours in force."""
        return self._palette

    @property
    def motion(self) -> bool:
        """Whether anything may move; off means instant and still."""
        return self._motion

    def choose(self, choice: ThemeChoice, *, motion: bool) -> None:
        """Take the person's choice of light and of motion."""
        self._motion = motion
        self._choice = choice
        self._refresh()

    def px(self, size: float) -> float:
        """`size` logical pixels, grown with the system's text size."""
        return size * self._scale

    def serif(
        self, px: float, weight: QFont.Weight = QFont.Weight.Normal, *, italic: bool = False
    ) -> QFont:
        """The serif at `px`, grown with the system's text size."""
        return fonts.serif(self.px(px), weight, italic=italic)

    def sans(self, px: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The sans at `px`, grown with the system's text size."""
        return fonts.sans(self.px(px), weight)

    def _refresh(self) -> None:
        self._palette = self._resolve()
        self.changed.emit()

    def _resolve(self) -> Palette:
        match self._choice:
            case ThemeChoice.MORNING:
                return MORNING
            case ThemeChoice.DUSK:
                return DUSK
            case ThemeChoice.SYSTEM:
                dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
                return DUSK if dark else MORNING
