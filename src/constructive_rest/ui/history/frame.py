"""Where the parts of the History page lie, for every size of window."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize

MARGIN, MARGIN_NARROW, TOP_NARROW = 48, 24, 20
WIDEST = 1200
SIDE = 320
GUTTER = 64
STACKED_BELOW = 940
"""Content width in px under which chart, calendar and list lie one under the other."""
HEADER = 40
HEADER_TOP = 32
TITLE_GAP, HEADER_GAP = 24, 8
FIGURES_TOP = 96
FIGURES = 92
FIGURES_GAP = 20
CHART_GAP = 25
PLOTS_LEAST, PLOTS_MOST, PLOTS_STACKED = 300, 560, 340
PARTS_GAP = 36
LIST_HEADING = 20
LIST_GAP = 10
LIST_LEAST = 180


@dataclass(frozen=True, slots=True)
class Needs:
    """What the parts need, in px.

    The sizes of the title and of the control beside it, and heights: the chart's is without its
    plots, the list's with all rows.
    """

    text_scale: float
    title: QSize
    control: QSize
    chart: int
    calendar: int
    rests: int


@dataclass(frozen=True, slots=True)
class Frame:
    """Places of all parts in px, and the height that they take together."""

    stacked: bool
    title: QRect
    control: QRect
    figures: QRect
    chart: QRect
    calendar: QRect
    list_heading: QRect
    rests: QRect
    height: int


def frame(width: int, height: int, need: Needs) -> Frame:
    """The places in a stage of that size (the window without its rail), in px."""
    narrow = width < 928
    margin = MARGIN_NARROW if narrow else MARGIN
    content = min(WIDEST, width - 2 * margin)
    left = (width - content) // 2
    if content < STACKED_BELOW * need.text_scale:
        return _stacked(QRect(left, TOP_NARROW if narrow else HEADER_TOP, content, height), need)
    return _side_by_side(QRect(left, HEADER_TOP, content, height - HEADER_TOP - MARGIN), need)


def _side_by_side(area: QRect, need: Needs) -> Frame:
    scale = need.text_scale
    side = round(SIDE * scale)
    main = area.width() - side - GUTTER
    title, control = _header(area, need)
    top = control.bottom() + 1 + FIGURES_TOP - HEADER_TOP - HEADER
    figures = QRect(area.left(), top, main, round(FIGURES * scale))
    chart_top = figures.bottom() + 1 + CHART_GAP
    room = area.bottom() + 1 - chart_top - need.chart
    plots = min(PLOTS_MOST, max(PLOTS_LEAST, room))
    chart = QRect(area.left(), chart_top, main, need.chart + plots)
    right = area.left() + main + GUTTER
    calendar = QRect(right, top + round(7 * scale), side, need.calendar)
    heading = QRect(right, calendar.bottom() + 1 + PARTS_GAP, side, round(LIST_HEADING * scale))
    list_top = heading.bottom() + 1 + LIST_GAP
    foot = max(chart.bottom(), area.bottom(), list_top + LIST_LEAST)
    rests = QRect(right, list_top, side, foot + 1 - list_top)
    return Frame(False, title, control, figures, chart, calendar, heading, rests, foot + 1 + MARGIN)


def _stacked(area: QRect, need: Needs) -> Frame:
    scale, left, width = need.text_scale, area.left(), area.width()
    title, control = _header(area, need)
    figures = QRect(left, control.bottom() + 1 + FIGURES_GAP, width, round(FIGURES * scale))
    chart = QRect(left, figures.bottom() + 1 + CHART_GAP, width, need.chart + PLOTS_STACKED)
    calendar = QRect(left, chart.bottom() + 1 + PARTS_GAP, width, need.calendar)
    heading = QRect(left, calendar.bottom() + 1 + PARTS_GAP, width, round(LIST_HEADING * scale))
    rests = QRect(left, heading.bottom() + 1 + LIST_GAP, width, need.rests)
    foot = rests.bottom() + 1 + MARGIN
    return Frame(True, title, control, figures, chart, calendar, heading, rests, foot)


def _header(area: QRect, need: Needs) -> tuple[QRect, QRect]:
    """The title, and the control at the right of it or, where both do not fit, under it."""
    tall = max(round(HEADER * need.text_scale), need.control.height())
    line = QRect(area.left(), area.top(), need.title.width(), tall)
    more = max(0, need.title.height() - tall + 1) // 2
    title = line.adjusted(0, -more, 0, more)
    wide = need.control.width()
    control = QRect(area.right() + 1 - wide, area.top(), wide, need.control.height())
    if control.left() < title.right() + TITLE_GAP:
        control.moveTopLeft(title.bottomLeft() + QPoint(0, 1 + HEADER_GAP))
    return title, control
