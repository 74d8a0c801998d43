"""One of many choices, by name: a word that opens a list."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QFontMetricsF, QPalette
from PySide6.QtWidgets import QMenu, QWidget

from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.buttons import LinkButton

WIDEST = 200


class ChoiceMenu(LinkButton):
    """Shows what is chosen; `chosen` carries the key of another choice."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", 15, parent)
        self._name = name
        self._key = ""
        self._options: Sequence[tuple[str, str]] = ()
        self.menu = QMenu(self)
        self.clicked.connect(self._open)
        theme.changed.connect(self._take_colors)
        self._take_colors()

    def offer(self, options: Sequence[tuple[str, str]], key: str) -> None:
        """Offer keys and their words, with `key` chosen; an unknown one shows the first."""
        self._options = options
        words = dict(options)
        self._key = key if key in words else options[0][0]
        self.setText(self._fitting(words[self._key]))
        self.setToolTip(words[self._key] if self.text() != words[self._key] else "")
        self.setAccessibleName(f"{self._name}: {words[self._key]}")
        self.setEnabled(len(options) > 1)
        self.updateGeometry()

    def actions_offered(self) -> list[QAction]:
        """The list, made anew."""
        self.menu.clear()
        group = QActionGroup(self.menu)
        for key, words in self._options:
            action = self.menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(key == self._key)
            action.triggered.connect(lambda _checked, key=key: self.chosen.emit(key))
            group.addAction(action)
        return group.actions()

    def _open(self) -> None:
        here = next(action for action in self.actions_offered() if action.isChecked())
        self.menu.popup(self.mapToGlobal(QPoint(0, 0)), here)

    def _fitting(self, words: str) -> str:
        metrics = QFontMetricsF(self._font())
        return metrics.elidedText(words, Qt.TextElideMode.ElideRight, self.theme.px(WIDEST))

    def _take_colors(self) -> None:
        colors = self.theme.palette
        palette = self.menu.palette()
        roles = QPalette.ColorRole
        for role, color in (
            (roles.Window, colors.raised), (roles.Base, colors.raised),
            (roles.WindowText, colors.ink), (roles.Text, colors.ink),
            (roles.ButtonText, colors.ink), (roles.Highlight, colors.selected),
            (roles.HighlightedText, colors.ink),
        ):  # fmt: skip
            palette.setColor(role, color)
        self.menu.setPalette(palette)
        self.menu.setFont(self.theme.sans(15))
