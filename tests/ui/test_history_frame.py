"""Parts of the History page never overlap, whatever the window and the size of text."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize

from constructive_rest.ui.history.frame import WIDEST, Frame, Needs, frame
from constructive_rest.ui.widgets.rail import Rail


def needs(scale: float, rests: int) -> Needs:
    return Needs(
        text_scale=scale,
        title=QSize(round(115 * scale), round(46 * scale)),
        control=QSize(round(390 * scale), round(40 * scale)),
        chart=round(145 * scale),
        calendar=round(227 * scale),
        rests=rests,
    )


def parts(places: Frame) -> dict[str, QRect]:
    names = ("title", "control", "figures", "chart", "calendar", "list_heading", "rests")
    return {name: getattr(places, name) for name in names}


def in_window(width: int, height: int, scale: float = 1.0, rests: int = 900) -> Frame:
    return frame(width - Rail.width_in(width), height, needs(scale, rests))


@given(
    width=st.integers(800, 4000),
    height=st.integers(600, 2200),
    scale=st.floats(1.0, 1.6),
    rests=st.integers(53, 50_000),
)
def test_no_part_overlaps_another_or_leaves_the_page(
    width: int, height: int, scale: float, rests: int
) -> None:
    places = in_window(width, height, scale, rests)
    page = QRect(0, 0, width - Rail.width_in(width), places.height)
    for name, part in parts(places).items():
        assert page.contains(part), f"{name} leaves the page"
        assert part.width() > 0
        assert part.height() > 0
    for (first, one), (second, other) in combinations(parts(places).items(), 2):
        assert not one.intersects(other), f"{first} overlaps {second}"


def test_the_window_of_the_design() -> None:
    places = in_window(1280, 800)
    assert not places.stacked
    assert places.height == 800
    assert places.chart == QRect(144 - 96, 213, 704, 539)
    assert places.calendar.left() == 912 - 96
    assert places.rests.right() == 1232 - 96 - 1
    assert places.control.right() == 1232 - 96 - 1


def test_a_small_window_stacks_and_shows_every_rest() -> None:
    places = in_window(800, 600, rests=1234)
    assert places.stacked
    order = [places.chart, places.calendar, places.rests]
    assert [part.left() for part in order] == [24, 24, 24]
    assert order[0].bottom() < order[1].top() < order[2].top()
    assert places.rests.height() == 1234


def test_a_large_window_keeps_its_content_together_in_the_middle() -> None:
    places = in_window(1920, 1080)
    left = places.title.left()
    right = 1920 - 96 - 1 - places.rests.right()
    assert places.rests.right() + 1 - left == WIDEST
    assert left == right
    assert places.chart.height() <= 145 + 560


def test_where_both_do_not_fit_the_range_goes_under_the_title() -> None:
    places = in_window(800, 600, scale=1.6)
    assert places.control.top() > places.title.bottom()
    plain = in_window(800, 600)
    assert plain.control.center().y() == plain.title.center().y()
