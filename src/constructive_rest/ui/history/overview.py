"""Everything that has been rested: figures, charts, calendar and list."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import QMargins, QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from constructive_rest.history.days import local_day
from constructive_rest.history.record import Rest
from constructive_rest.history.series import Span
from constructive_rest.ui.charts.chart import PAD, Chart, chart_height
from constructive_rest.ui.charts.data import gather
from constructive_rest.ui.history import calendar
from constructive_rest.ui.history.calendar import Calendar
from constructive_rest.ui.history.figures import Figures
from constructive_rest.ui.history.frame import Frame, Needs, frame
from constructive_rest.ui.history.rest_delegate import BLEED
from constructive_rest.ui.history.rest_list import RestList
from constructive_rest.ui.history.words import chart_summary
from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.calm_bars import CalmBars
from constructive_rest.ui.widgets.choices import Segmented
from constructive_rest.ui.widgets.painted import RING
from constructive_rest.ui.widgets.text import Role, TextLabel

WELL_INSET = RING - 2
"""Px between a segmented control's border and its well."""
_NEW = timedelta(days=14)


class Overview(QScrollArea):
    """All parts side by side, or one under the other where the window is small."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rests: Sequence[Rest] = ()
        self._today = date.min
        self._span: Span | None = None
        self.setObjectName("history_overview")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        CalmBars(theme, self)
        content = self._content = QWidget()
        self._title = TextLabel(theme, Role.TITLE, self.tr("History"), content)
        self._range = self._make_range(content)
        self._figures = Figures(theme, content)
        self._chart = Chart(theme, content)
        self._calendar = Calendar(theme, content)
        self._list_heading = TextLabel(theme, Role.LABEL, self.tr("Rests"), content)
        self._list = RestList(theme, content)
        self.setWidget(content)
        content.setAutoFillBackground(False)
        self._list.grown.connect(self._arrange)
        self._list.reached.connect(self._reveal)

    def show_rests(self, rests: Sequence[Rest], today: date) -> None:
        """Show rests that all count, oldest first and at least one."""
        self._rests, self._today = rests, today
        self._figures.show_rests(rests, today)
        self._calendar.show_rests(rests, today)
        self._list.show_rests(rests, today)
        self._show_span(self._span or self._first_span())
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange anew."""
        super().resizeEvent(event)
        self._arrange()

    def _make_range(self, content: QWidget) -> Segmented:
        names = {
            Span.TWO_WEEKS: self.tr("2 weeks"),
            Span.MONTH: self.tr("Month"),
            Span.THREE_MONTHS: self.tr("3 months"),
            Span.YEAR: self.tr("Year"),
            Span.ALL: self.tr("All"),
        }
        control = Segmented(
            self._theme,
            [(span.value, name) for span, name in names.items()],
            self.tr("Time shown in the chart"),
            content,
        )
        for span in names:
            control.segment(span.value).setObjectName(f"range_{span.value}")
        control.chosen.connect(self._choose)
        return control

    def _choose(self, key: str) -> None:
        self._span = Span(key)
        self._show_span(self._span)

    def _first_span(self) -> Span:
        """Two weeks while the whole history fits into them, then a month."""
        new = self._today - local_day(self._rests[0]) < _NEW
        return Span.TWO_WEEKS if new else Span.MONTH

    def _show_span(self, span: Span) -> None:
        self._range.choose(span.value)
        data = gather(self._rests, span, self._today)
        inside = [rest for rest in self._rests if local_day(rest) in data.days]
        self._chart.show_data(data, chart_summary(inside, self._today, self.locale()))

    def _arrange(self) -> None:
        view = self.viewport().size()
        scale = self._theme.px(1)
        control = self._range.sizeHint().shrunkBy(
            QMargins(WELL_INSET, WELL_INSET, WELL_INSET, WELL_INSET)
        )
        need = Needs(
            text_scale=scale,
            title=self._title.sizeHint(),
            control=control,
            chart=chart_height(self._theme, 0),
            calendar=round(self._theme.px(calendar.HEIGHT)),
            rests=0,
        )
        places = frame(view.width(), view.height(), need)
        if places.stacked:
            self._list.set_body_width(places.rests.width() + 2 * BLEED)
            need = replace(need, rests=self._list.full_height())
            places = frame(view.width(), view.height(), need)
        self._content.resize(view.width(), max(view.height(), places.height))
        self._put(places)

    def _put(self, places: Frame) -> None:
        self._title.setGeometry(places.title)
        around = QMargins(WELL_INSET, WELL_INSET, WELL_INSET, WELL_INSET)
        self._range.setGeometry(places.control.marginsAdded(around))
        self._figures.setGeometry(places.figures)
        self._chart.setGeometry(places.chart.adjusted(-PAD, -PAD, PAD, PAD))
        overhang = round(self._theme.px(calendar.OVERHANG))
        self._calendar.setGeometry(places.calendar.adjusted(0, 0, overhang, 0))
        self._list_heading.setGeometry(places.list_heading)
        body = places.rests.width() + 2 * BLEED
        self._list.set_body_width(body)
        self._list.setGeometry(
            QRect(
                places.rests.left() - BLEED - RING,
                places.rests.top(),
                self._list.width_for(body),
                places.rests.height(),
            )
        )

    def _reveal(self, row: QRect) -> None:
        """Scroll the page to a row that became current."""
        place_in_page = row.translated(self._list.pos())
        middle = place_in_page.center()
        self.ensureVisible(middle.x(), middle.y(), 0, place_in_page.height() // 2 + 16)
