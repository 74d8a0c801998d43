"""The three calm figures of the last fortnight."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from constructive_rest.history.record import Rest
from constructive_rest.history.statistics import (
    Fortnight,
    Typical,
    fortnight,
)
from constructive_rest.ui.history.words import number_words
from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.text import Role, TextLabel

HEIGHT = 92.0
_LABEL, _NUMBER, _CAPTION = (0.0, 20.0), (20.0, 50.0), (70.0, 20.0)
USUAL_FROM = 5
"""Rests in a fortnight from which on one length may be called the usual one (our judgement)."""
_STARTS = (0.0, 216.0, 400.0)
_LEAST = (134.0, 106.0, 184.0)


class Figure(QWidget):
    """A label, a large numeral and a line of explanation."""

    def __init__(self, theme: Theme, name: str, label: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName(name)
        self._label = TextLabel(theme, Role.LABEL_SOFT, label, self)
        self._number = TextLabel(theme, Role.FIGURE, "", self)
        self._waiting = TextLabel(theme, Role.NOTE, "", self)
        self._caption = TextLabel(theme, Role.CAPTION, "", self)

    def show_number(self, number: str, caption: str, spoken: str = "") -> None:
        """A value and what it is made of; `spoken` is how a screen reader says the value."""
        self._waiting.hide()
        self._number.setText(number)
        self._number.setAccessibleName(spoken or number)
        self._number.show()
        self._finish(number, caption)

    def show_waiting(self, sentence: str, caption: str) -> None:
        """Words in place of a value that is not there yet."""
        self._number.hide()
        self._waiting.setText(sentence)
        self._waiting.show()
        self._finish(sentence, caption)

    def texts(self) -> tuple[str, str, str]:
        """Label, value and caption as they are shown."""
        value = self._waiting if self._number.isHidden() else self._number
        return self._label.text(), value.text(), self._caption.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One under the other."""
        px, width = self._theme.px, self.width()
        for part, (top, height) in (
            (self._label, _LABEL),
            (self._number, _NUMBER),
            (self._waiting, _NUMBER),
            (self._caption, _CAPTION),
        ):
            part.setGeometry(0, round(px(top)), width, round(px(height)))
            part.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)

    def _finish(self, value: str, caption: str) -> None:
        self._caption.setText(caption)
        self.setAccessibleName(f"{self._label.text()}: {value}. {caption}")


class Figures(QWidget):
    """Rests, minutes and typical ease of the fortnight that ends today."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rests = Figure(theme, "figure_rests", self.tr("Rests this fortnight"), self)
        self.minutes = Figure(theme, "figure_minutes", self.tr("Minutes"), self)
        self.ease = Figure(theme, "figure_ease", self.tr("Typical ease, before and after"), self)

    def show_rests(self, rests: Sequence[Rest], today: date) -> None:
        """The figures of the fortnight that ends with `today`."""
        found = fortnight(rests, today)
        locale = self.locale()
        days = self.tr("on {0} of 14 days").format(locale.toString(found.days))
        self.rests.show_number(
            locale.toString(found.sessions), days if found.days else self.tr("in the last 14 days")
        )
        often = found.most_often_min if found.sessions >= USUAL_FROM else None
        self.minutes.show_number(
            locale.toString(round(found.rested_s / 60)),
            "" if not often else self.tr("most often {0}").format(locale.toString(often)),
        )
        self._show_ease(found)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Three columns; nearer to each other where there is little room."""
        px, width = self._theme.px, self.width()
        starts = [px(start) for start in _STARTS]
        if width < starts[-1] + px(_LEAST[-1]):
            free = max(0.0, width - sum(px(least) for least in _LEAST)) / 2
            starts = [0, px(_LEAST[0]) + free, px(_LEAST[0] + _LEAST[1]) + 2 * free]
        ends = [*starts[1:], width]
        for figure, start, end in zip(
            (self.rests, self.minutes, self.ease), starts, ends, strict=True
        ):
            figure.setGeometry(round(start), 0, round(end - start) - 8, self.height())

    def _show_ease(self, found: Fortnight) -> None:
        if found.before is None or found.after is None:
            self.ease.show_waiting(
                self.tr("after five rated rests"),
                self.tr("a single rating says little"),
            )
            return
        locale = self.locale()
        before = number_words(found.before.median, locale)
        after = number_words(found.after.median, locale)
        usual = self.tr("usually {0} before, {1} after").format(
            self._range(found.before), self._range(found.after)
        )
        spoken = self.tr("{0} before, {1} after").format(before, after)
        self.ease.show_number(f"{before} → {after}", usual, spoken)

    def _range(self, typical: Typical) -> str:
        low, high = (self.locale().toString(round(edge)) for edge in (typical.low, typical.high))
        return low if low == high else self.tr("{0}–{1}").format(low, high)
