"""The scale from 0 to 10: nothing chosen beforehand, only the ends named, every answer optional."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from constructive_rest.history.record import EASE_MAX, EASE_MIN
from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.choices import EaseCircle, keep_one_tab_stop
from constructive_rest.ui.widgets.painted import place
from constructive_rest.ui.widgets.text import Role, TextLabel

_COUNT = EASE_MAX - EASE_MIN + 1


class EaseScale(QWidget):
    """Eleven circles; `chosen` carries the new ease, or None when the answer was taken back.

    `moment` is "before" or "after" and goes into the names by which the circles are found.
    """

    chosen = Signal(object)

    def __init__(
        self, theme: Theme, moment: str, low: str, high: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._value: int | None = None
        self._group = QButtonGroup(self)
        self._circles = [EaseCircle(theme, value, self) for value in range(_COUNT)]
        for circle in self._circles:
            circle.setObjectName(f"ease_{moment}_{circle.value}")
            circle.setAccessibleName(self._spoken(circle.value, low, high))
            self._group.addButton(circle)
            circle.clicked.connect(lambda _checked, circle=circle: self._answer(circle))
        keep_one_tab_stop(self._group)
        self._low = TextLabel(theme, Role.LABEL_SOFT, low, self)
        self._high = TextLabel(theme, Role.LABEL_SOFT, high, self)
        for label, side in (
            (self._low, Qt.AlignmentFlag.AlignLeft),
            (self._high, Qt.AlignmentFlag.AlignRight),
        ):
            label.setAlignment(side | Qt.AlignmentFlag.AlignTop)

    @property
    def value(self) -> int | None:
        """The ease chosen, None while there is no answer."""
        return self._value

    def circle(self, value: int) -> EaseCircle:
        """The button of one value."""
        return self._circles[value]

    def clear(self) -> None:
        """Forget the answer."""
        self._group.setExclusive(False)
        for circle in self._circles:
            circle.setChecked(False)
        self._group.setExclusive(True)
        keep_one_tab_stop(self._group)
        self._value = None

    def arrange(self, x: int, y: int, width: int, diameter: int) -> None:
        """Spread the circles over `width` px from (x, y), the ends' names beneath."""
        margin = 8
        self.setGeometry(x - margin, y - margin, width + 2 * margin, diameter + 32 + 2 * margin)
        step = (width - diameter) / (_COUNT - 1)
        for number, circle in enumerate(self._circles):
            place(circle, margin + number * step, margin, diameter, diameter)
        half, top = width // 2, margin + diameter + 8
        self._low.setGeometry(margin, top, half, 22)
        self._high.setGeometry(margin + width - half, top, half, 22)

    def _answer(self, circle: EaseCircle) -> None:
        if circle.value == self._value:
            self.clear()
        else:
            self._value = circle.value
        self.chosen.emit(self._value)

    def _spoken(self, value: int, low: str, high: str) -> str:
        ends = {EASE_MIN: low, EASE_MAX: high}
        return f"{value}, {ends[value]}" if value in ends else str(value)
