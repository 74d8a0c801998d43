"""Twelve weeks at a glance: the bigger the dot, the longer the rest."""

import math
from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from constructive_rest.history.days import seconds_per_day
from constructive_rest.history.record import Rest
from constructive_rest.ui.history.dates import short_month
from constructive_rest.ui.palette import faded
from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.text import Role, TextLabel

WEEKS = 12
PITCH = 24.0
WIDEST_PITCH = 44.0
BIGGEST = 10.0
"""Radius in px of the dot of half an hour or more; the area tells the minutes."""
SMALLEST, NOTHING = 2.6, 1.5
_FULL_MIN = 30.0
_UNTIL_SHOWN = date(1970, 1, 1)
_HEADING, _TOP = 20.0, 45.0
_DAY_NAMES = 46.0
HEIGHT = 227.0
OVERHANG = 4.0
"""Px that the ring round today may take beyond the last column."""


class Calendar(QWidget):
    """Weeks as columns from Monday down to Sunday, the present one at the end, today ringed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._today = _UNTIL_SHOWN
        self._minutes: dict[date, float] = {}
        self.setObjectName("history_calendar")
        self._heading = TextLabel(theme, Role.LABEL, self.tr("Last {0} weeks").format(WEEKS), self)
        self._hint = TextLabel(theme, Role.LABEL_SOFT, self.tr("bigger dot, longer rest"), self)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        theme.changed.connect(self.update)

    def show_rests(self, rests: Sequence[Rest], today: date) -> None:
        """Show the weeks up to the one of `today`."""
        self._today = today
        self._minutes = {day: seconds / 60 for day, seconds in seconds_per_day(rests).items()}
        rested = sum(1 for day in self._minutes if self.first_day() <= day <= today)
        self.setAccessibleName(self.tr("Calendar of the last {0} weeks").format(WEEKS))
        self.setAccessibleDescription(
            self.tr("Days with a rest: {0}").format(self.locale().toString(rested))
        )
        self.update()

    def first_day(self) -> date:
        """The Monday of the first column."""
        return self._today - timedelta(days=self._today.weekday(), weeks=WEEKS - 1)

    def center(self, day: date) -> QPointF:
        """Where a day's dot lies, in px."""
        past = (day - self.first_day()).days
        px = self._theme.px
        x = px(_DAY_NAMES) + (past // 7) * self._step()
        return QPointF(x, px(_TOP) + (past % 7) * px(PITCH))

    def radius(self, day: date) -> float:
        """How big a day's dot is, in px."""
        minutes = self._minutes.get(day)
        if minutes is None:
            return self._theme.px(NOTHING)
        share = math.sqrt(min(1.0, minutes / _FULL_MIN))
        return self._theme.px(max(SMALLEST, BIGGEST * share))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The headings above the days."""
        line, half = round(self._theme.px(_HEADING)), self.width() // 2
        hint = min(self.width() - half, self._hint.sizeHint().width())
        right = self._right_edge()
        self._heading.setGeometry(0, 0, half, line)
        self._hint.setGeometry(right - hint, 0, hint, line)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Names of days, names of months, dots."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_names(painter)
        day = self.first_day()
        while day <= self._today:
            self._paint_dot(painter, day)
            day += timedelta(days=1)

    def _step(self) -> float:
        px = self._theme.px
        room = (self.width() - px(_DAY_NAMES + BIGGEST + OVERHANG)) / (WEEKS - 1)
        return min(px(WIDEST_PITCH), max(room, 2 * px(SMALLEST)))

    def _right_edge(self) -> int:
        px = self._theme.px
        return round(px(_DAY_NAMES) + (WEEKS - 1) * self._step() + px(BIGGEST))

    def _paint_names(self, painter: QPainter) -> None:
        painter.setFont(self._theme.sans(14))
        painter.setPen(self._theme.palette.muted)
        px, locale, first = self._theme.px, self.locale(), self.first_day()
        for row in range(0, 7, 2):
            box = QRectF(0, px(_TOP + row * PITCH - 10), px(_DAY_NAMES), px(20))
            name = locale.standaloneDayName(row + 1, QLocale.FormatType.ShortFormat)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, name)
        top = px(_TOP + 6 * PITCH + 17)
        for week in range(1, WEEKS):
            day = first + timedelta(weeks=week)
            if day.day <= 7:
                middle = self.center(day).x()
                box = QRectF(middle - px(40), top, px(80), px(20))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, short_month(day, locale))

    def _paint_dot(self, painter: QPainter, day: date) -> None:
        colors, center, radius = self._theme.palette, self.center(day), self.radius(day)
        rested = day in self._minutes
        strength = 0.7 + 0.3 * min(1.0, self._minutes.get(day, 0.0) / 20)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(faded(colors.bar, strength) if rested else colors.edge)
        painter.drawEllipse(center, radius, radius)
        if day == self._today:
            painter.setPen(QPen(colors.ink, self._theme.px(1.5)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            around = self._theme.px(BIGGEST + 1.5)
            painter.drawEllipse(center, around, around)
