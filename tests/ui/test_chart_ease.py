"""What the ease chart is made of, from the data alone."""

from collections.abc import Callable
from datetime import date

import pyqtgraph as pg
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from constructive_rest.history.record import Rest
from constructive_rest.history.series import Span
from constructive_rest.ui.charts.data import gather
from constructive_rest.ui.charts.ease import ROOMY_DAY_PX, SMALLEST, ease_items
from constructive_rest.ui.palette import DUSK, MORNING, Palette

Make = Callable[..., Rest]
Ratings = list[tuple[int | None, int | None]]
TODAY = date(2026, 6, 13)
ease = st.none() | st.integers(0, 10)


def items(
    rest_before: Make,
    ratings: Ratings,
    day_px: float = 20.0,
    colors: Palette = MORNING,
    pixel_ratio: float = 1.0,
) -> list[pg.GraphicsObject]:
    rests = [
        rest_before(len(ratings) - number, ease_before=before, ease_after=after)
        for number, (before, after) in enumerate(ratings)
    ]
    return ease_items(gather(rests, Span.MONTH, TODAY), colors, day_px, 1.0, pixel_ratio)


def spots(found: list[pg.GraphicsObject]) -> list[list[float]]:
    """The values of discs, rings, rings around a dot, and those dots."""
    scatters = [item for item in found if isinstance(item, pg.ScatterPlotItem)]
    return [[float(value) for value in scatter.getData()[1]] for scatter in scatters]


def curves(found: list[pg.GraphicsObject]) -> list[pg.PlotCurveItem]:
    return [item for item in found if isinstance(item, pg.PlotCurveItem)]


@given(ratings=st.lists(st.tuples(ease, ease), max_size=29))
def test_every_rating_is_drawn_once_and_no_missing_one_is(
    qapp: object, rest_before: Make, ratings: Ratings
) -> None:
    discs, rings, around, dots = spots(items(rest_before, ratings))
    assert discs == [after for before, after in ratings if after is not None and before != after]
    assert rings == [before for before, after in ratings if before is not None and before != after]
    same = [before for before, after in ratings if before is not None and before == after]
    assert around == dots == same


@given(ratings=st.lists(st.tuples(ease, ease), max_size=29))
def test_only_whole_pairs_are_joined(qapp: object, rest_before: Make, ratings: Ratings) -> None:
    found = items(rest_before, ratings)
    joins = next(curve for curve in curves(found) if curve.opts["connect"] == "pairs")
    values = joins.getData()[1]
    ends = [] if values is None else [float(value) for value in values]
    whole = [pair for pair in ratings if None not in pair]
    assert ends == [value for pair in whole for value in pair]


@pytest.mark.parametrize(("rated", "lines"), [(4, 0), (5, 0), (6, 2), (20, 2)])
def test_a_line_needs_two_medians(qapp: object, rest_before: Make, rated: int, lines: int) -> None:
    found = items(rest_before, [(3, 6)] * rated)
    through = [curve for curve in curves(found) if curve.opts["connect"] == "all"]
    assert len(through) == lines
    for curve in through:
        assert len(curve.getData()[0]) == rated - 4


def test_medians_lie_behind_marks_that_have_room_and_before_a_crowd(
    qapp: object, rest_before: Make
) -> None:
    ratings: Ratings = [(3, 6)] * 9
    roomy = items(rest_before, ratings, ROOMY_DAY_PX)
    crowded = items(rest_before, ratings, 2.0)
    assert [curve.opts["connect"] for curve in curves(roomy)] == ["all", "all", "pairs"]
    assert [curve.opts["connect"] for curve in curves(crowded)] == ["pairs", "all", "all"]
    assert isinstance(roomy[-1], pg.ScatterPlotItem)
    assert isinstance(crowded[-1], pg.PlotCurveItem)


def test_marks_shrink_in_a_crowd_but_only_so_far(qapp: object, rest_before: Make) -> None:
    def across(day_px: float) -> float:
        found = items(rest_before, [(3, 6)], day_px)
        discs = next(item for item in found if isinstance(item, pg.ScatterPlotItem))
        return float(discs.opts["size"])

    sizes = [across(day_px) for day_px in (0.2, 4.0, 10.0, ROOMY_DAY_PX, 60.0)]
    assert sizes == sorted(sizes)
    assert sizes[-1] == sizes[-2] == 10
    assert sizes[0] == pytest.approx(10 * SMALLEST)


@pytest.mark.parametrize("colors", [MORNING, DUSK])
def test_colours_are_those_of_the_light(qapp: object, rest_before: Make, colors: Palette) -> None:
    found = items(rest_before, [(3, 6)] * 9, colors=colors)
    discs, rings, *_ = (item for item in found if isinstance(item, pg.ScatterPlotItem))
    assert discs.opts["brush"].color() == colors.after
    assert rings.opts["pen"].color() == colors.before
    assert rings.opts["brush"].color() == colors.ground
    before, after, _joins = curves(found)
    assert before.opts["pen"].color() == colors.before
    assert before.opts["pen"].dashPattern()
    assert after.opts["pen"].color().name() == colors.after.name()
    assert after.opts["pen"].color().alphaF() == pytest.approx(0.68, abs=0.01)


def test_lines_are_as_wide_on_a_fine_screen_while_marks_keep_their_size(
    qapp: object, rest_before: Make
) -> None:
    def widths(pixel_ratio: float) -> list[float]:
        found = items(rest_before, [(3, 6)] * 9, pixel_ratio=pixel_ratio)
        pens = [item.opts["pen"] for item in found]
        return [pen.widthF() for pen in pens if pen.style() != Qt.PenStyle.NoPen]

    def sizes(pixel_ratio: float) -> list[float]:
        found = items(rest_before, [(3, 6)] * 9, pixel_ratio=pixel_ratio)
        return [item.opts["size"] for item in found if isinstance(item, pg.ScatterPlotItem)]

    assert widths(1.0) == [2.0, 2.5, 1.5, 2.0, 2.0]
    assert widths(2.0) == [4.0, 5.0, 3.0, 4.0, 4.0]
    assert sizes(1.0) == sizes(2.0)
