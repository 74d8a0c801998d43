"""Ease before and after each rest, and their medians."""

from collections.abc import Iterable, Sequence
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from constructive_rest.history.series import RollingPoint
from constructive_rest.ui.charts.data import ChartData
from constructive_rest.ui.palette import Palette, faded

ROOMY_DAY_PX = 15.0
"""Width of a day from which on its marks have their full size."""
SMALLEST = 0.45
RING_ACROSS, RING_LINE, DISC_ACROSS, JOIN_LINE = 9.0, 2.0, 10.0, 1.5
AROUND_ACROSS, DOT_ACROSS = 12.0, 6.0
AFTER_LINE, BEFORE_LINE = 2.5, 2.0


def ease_items(
    data: ChartData, colors: Palette, day_px: float, scale: float, pixel_ratio: float
) -> list[Any]:
    """What to add to the plot, from the back to the front; a missing rating adds nothing.

    `day_px` is the width of a day: marks shrink where days are narrow. `scale` is that of the text.
    `pixel_ratio` counts the screen's own pixels in one of ours: these lines are as wide as their
    pen says on the screen, whatever the plot's scales, so they need to be told.
    """
    places = data.places()
    crowd = min(1.0, max(SMALLEST, day_px / ROOMY_DAY_PX))
    size, line = scale * crowd, scale * crowd * pixel_ratio
    before_color = faded(colors.before, _strength(crowd))
    after_color = faded(colors.after, _strength(crowd))
    pairs = [
        (places[point.moment], point.before, point.after)
        for point in data.points
        if point.before is not None and point.after is not None
    ]
    apart = [point for point in data.points if point.before != point.after]
    before = [(places[point.moment], point.before) for point in apart if point.before is not None]
    after = [(places[point.moment], point.after) for point in apart if point.after is not None]
    same = [(x, low) for x, low, high in pairs if low == high]
    ring, bare = QPen(before_color, RING_LINE * line), QPen(Qt.PenStyle.NoPen)
    marks = [
        _joins(pairs, QPen(faded(colors.muted, 0.75 * _strength(crowd)), JOIN_LINE * line)),
        _spots(after, DISC_ACROSS * size, bare, after_color),
        _spots(before, RING_ACROSS * size, ring, colors.ground),
        _spots(same, AROUND_ACROSS * size, ring, colors.ground),
        _spots(same, DOT_ACROSS * size, bare, after_color),
    ]
    lines = [
        *_line(places, data.before, _dotted(colors.before, BEFORE_LINE * scale * pixel_ratio)),
        *_line(
            places, data.after, QPen(faded(colors.after, 0.68), AFTER_LINE * scale * pixel_ratio)
        ),
    ]
    return [*lines, *marks] if crowd == 1.0 else [*marks, *lines]


def _strength(crowd: float) -> float:
    """Where days are narrow the marks step back behind their medians."""
    return 0.55 + 0.45 * (crowd - SMALLEST) / (1.0 - SMALLEST)


def _spots(
    places: Sequence[tuple[float, int]], across: float, pen: QPen, fill: QColor
) -> pg.ScatterPlotItem:
    pen.setCosmetic(True)
    return pg.ScatterPlotItem(
        x=[x for x, _ in places],
        y=[y for _, y in places],
        size=across,
        pen=pen,
        brush=pg.mkBrush(fill),
        antialias=True,
        pxMode=True,
    )


def _joins(pairs: Iterable[tuple[float, int, int]], pen: QPen) -> pg.PlotCurveItem:
    ends = [(x, y) for x, low, high in pairs for y in (low, high)]
    return _curve(ends, pen, connect="pairs")


def _line(places: dict[Any, float], medians: Sequence[RollingPoint], pen: QPen) -> list[Any]:
    """A line through at least two medians."""
    if len(medians) < 2:
        return []
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return [_curve([(places[point.moment], point.median) for point in medians], pen, connect="all")]


def _curve(ends: Sequence[tuple[float, float]], pen: QPen, connect: str) -> pg.PlotCurveItem:
    pen.setCosmetic(True)
    return pg.PlotCurveItem(
        x=[x for x, _ in ends],
        y=[float(y) for _, y in ends],
        pen=pen,
        connect=connect,
        antialias=True,
    )


def _dotted(color: QColor, width: float) -> QPen:
    pen = QPen(color, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([0.6, 2.4])
    return pen
