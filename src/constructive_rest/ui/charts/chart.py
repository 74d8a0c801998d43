"""Minutes and ease over one time axis."""

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from constructive_rest.history.series import Grouping, RollingPoint
from constructive_rest.ui.charts.axis import Mark
from constructive_rest.ui.charts.data import ChartData
from constructive_rest.ui.charts.ease import ease_items
from constructive_rest.ui.charts.layers import Bar, Bars
from constructive_rest.ui.charts.legend import EaseLegend
from constructive_rest.ui.charts.plot import EDGE, TimePlot
from constructive_rest.ui.charts.ticks import EASE_TICKS, day_ticks, minute_ticks, names_months
from constructive_rest.ui.history.dates import short_day, short_month
from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.painted import paint_ring
from constructive_rest.ui.widgets.text import Role, TextLabel

BAND = (15.0, 20.0)
"""Minutes a day that the practice suggests (FitzG, London: 15 to 20 minutes)."""
PAD = 16
"""Px kept free on all sides for the focus ring."""
MINUTES_SHARE = 0.37
BEFORE_MINUTES, BETWEEN, BELOW = 41.0, 72.0, 32.0
LEFT, RIGHT = 32.0, 48.0
WORDS = 20.0
"""Room for half a word under the lowest value, on both sides of its line."""
HEADING = 20.0
KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_SEMIBOLD = QFont.Weight.DemiBold
_STRETCH = {Grouping.DAY: 1.0, Grouping.WEEK: 7.0, Grouping.MONTH: 30.4}


def chart_height(theme: Theme, plots: float) -> int:
    """The height of a chart whose two plots share `plots` px between them; its pad not counted."""
    return round(theme.px(BEFORE_MINUTES + BETWEEN + BELOW) + plots)


class Chart(QWidget):
    """Two linked plots with their headings.

    It can be reached by keyboard, so that a screen reader speaks its description.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._data: ChartData | None = None
        self._ring = False
        self.setObjectName("history_chart")
        self.setAccessibleName(self.tr("Chart of minutes and ease"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._minutes_heading = TextLabel(theme, Role.LABEL, "", self)
        self._ease_heading = TextLabel(theme, Role.LABEL, self.tr("Ease"), self)
        self._legend = EaseLegend(theme, self)
        self.minutes, self.ease = TimePlot(self), TimePlot(self)
        self.ease.follow(self.minutes)
        self._bars = Bars(self.minutes.box)
        self._unrated = TextLabel(theme, Role.LABEL_SOFT, "", self)
        self._unrated.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._unrated.setText(self.tr("Ratings of ease appear here, whenever you give one"))
        theme.changed.connect(self._redraw)

    def show_data(self, data: ChartData, description: str) -> None:
        """Draw `data`, and say `description` to those who cannot see it."""
        self._data = data
        self.setAccessibleDescription(description)
        self._redraw()

    def event(self, event: QEvent) -> bool:
        """Draw anew for a screen with finer or coarser pixels."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._redraw()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the height between the plots, and choose anew what is written below them."""
        self._arrange()
        self._redraw()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The focus ring."""
        if self._ring and self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            body = QRectF(self.rect()).adjusted(5, 5, -5, -5)
            paint_ring(painter, body, 14, self._theme.palette.focus)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring only where the focus came by keyboard."""
        self._ring = event.reason() in KEYBOARD
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        self.update()

    def _arrange(self) -> None:
        px = self._theme.px
        width = self.width() - 2 * PAD
        plots = self.height() - 2 * PAD - px(BEFORE_MINUTES + BETWEEN + BELOW)
        zero_minutes = PAD + px(BEFORE_MINUTES) + plots * MINUTES_SHARE
        zero_ease = zero_minutes + px(BETWEEN) + plots * (1 - MINUTES_SHARE)
        line = round(px(HEADING))
        self._minutes_heading.setGeometry(PAD, PAD, width, line)
        top = round(PAD + px(BEFORE_MINUTES) - EDGE)
        self.minutes.setGeometry(
            PAD, top, width, round(zero_minutes) + 1 + round(px(WORDS / 2)) - top
        )
        heading_top = round(zero_minutes + px(BETWEEN - 31))
        words = self._ease_heading.sizeHint().width()
        self._ease_heading.setGeometry(PAD, heading_top, words, line)
        legend_left = PAD + words + round(px(26))
        self._legend.setGeometry(legend_left, heading_top, width - legend_left, line)
        top = round(zero_minutes + px(BETWEEN) - EDGE)
        self.ease.setGeometry(PAD, top, width, round(zero_ease + px(BELOW)) - top)
        between_lines = round(zero_ease - plots * (1 - MINUTES_SHARE) * 0.75)
        self._unrated.setGeometry(PAD, between_lines - line // 2, width, line)

    def _redraw(self) -> None:
        if self._data is None or self.width() <= 2 * PAD + self._theme.px(LEFT + RIGHT):
            return
        px = self._theme.px
        self.minutes.set_sides(px(LEFT), px(RIGHT), px(WORDS / 2))
        self.ease.set_sides(px(LEFT), px(RIGHT), px(BELOW) - EDGE)
        first, last = self._data.first.toordinal(), self._data.last.toordinal()
        self.minutes.set_time(first, last)
        day_px = self.minutes.plot_width() / (last - first + 1)
        self._draw_minutes(self._data)
        self._draw_ease(self._data, day_px)
        self.ease.bottom.show_marks(self._time_marks(self._data, day_px))

    def _draw_minutes(self, data: ChartData) -> None:
        colors, px = self._theme.palette, self._theme.px
        self._minutes_heading.setText(self._minutes_words(data.grouping))
        ticks = minute_ticks(max((bar.seconds / 60 for bar in data.bars), default=0))
        self.minutes.set_ground(colors.ground)
        self.minutes.set_values(0, ticks[-1], foot=1)
        self.minutes.grid.show_lines(ticks, colors.grid)
        self.minutes.left.show_marks(self._value_marks(ticks))
        daily = data.grouping is Grouping.DAY
        self.minutes.grid.show_band(BAND if daily else None, colors.band)
        self.minutes.right.show_marks([self._band_mark()] if daily else [])
        shown = [
            Bar(
                data.middle(bar),
                bar.seconds / 60,
                colors.primary if data.holds_today(bar) else colors.bar,
            )
            for bar in data.bars
        ]
        self._bars.show_bars(shown, _STRETCH[data.grouping], px(12), px(4))

    def _draw_ease(self, data: ChartData, day_px: float) -> None:
        colors, scale = self._theme.palette, self._theme.px(1)
        self.ease.set_ground(colors.ground)
        self.ease.set_values(EASE_TICKS[0], EASE_TICKS[-1])
        self.ease.grid.show_lines(EASE_TICKS, colors.grid)
        self.ease.left.show_marks(self._value_marks(EASE_TICKS))
        ratio = self.devicePixelRatioF()
        self.ease.show_items(ease_items(data, colors, day_px, scale, ratio))
        ends = [
            *self._end_mark(data.after, self.tr("after"), colors.after),
            *self._end_mark(data.before, self.tr("before"), colors.before),
        ]
        self.ease.right.show_marks(ends)
        self._legend.show_medians(shown=bool(ends))
        self._unrated.setVisible(not data.points)

    def _minutes_words(self, grouping: Grouping) -> str:
        return {
            Grouping.DAY: self.tr("Minutes a day"),
            Grouping.WEEK: self.tr("Minutes a week"),
            Grouping.MONTH: self.tr("Minutes a month"),
        }[grouping]

    def _value_marks(self, values: tuple[int, ...]) -> list[Mark]:
        color, font = self._theme.palette.muted, self._theme.sans(14)
        return [Mark(value, self.locale().toString(value), color, font) for value in values]

    def _band_mark(self) -> Mark:
        low, high = (self.locale().toString(round(edge)) for edge in BAND)
        words = self.tr("{0}–{1}").format(low, high)
        return Mark(sum(BAND) / 2, words, self._theme.palette.muted, self._theme.sans(14))

    def _end_mark(self, line: tuple[RollingPoint, ...], words: str, color: QColor) -> list[Mark]:
        if not line:
            return []
        return [Mark(line[-1].median, words, color, self._theme.sans(14, _SEMIBOLD))]

    def _time_marks(self, data: ChartData, day_px: float) -> list[Mark]:
        colors, locale = self._theme.palette, self.locale()
        font, bold = self._theme.sans(14), self._theme.sans(14, _SEMIBOLD)
        months = names_months(data)
        years = data.days.first.year != data.days.last.year
        widest = short_month(data.today, locale) if months else short_day(data.today, locale)
        label = QFontMetricsF(bold).horizontalAdvance(widest) + self._theme.px(24)
        marks = [Mark(data.today.toordinal(), self.tr("today"), colors.ink, bold)]
        for day in day_ticks(data, day_px, label):
            words = short_month(day, locale) if months else short_day(day, locale)
            if months and years and day.month == 1:
                words = locale.toString(day.year).replace(locale.groupSeparator(), "")
            marks.append(Mark(day.toordinal(), words, colors.muted, font, colors.soft_edge))
        return marks
