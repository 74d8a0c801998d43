"""The charts, by what can be seen of them."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QFocusEvent, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from constructive_rest.history.record import Rest
from constructive_rest.history.series import Span
from constructive_rest.settings import ThemeChoice
from constructive_rest.ui.charts.chart import Chart
from constructive_rest.ui.charts.data import gather
from constructive_rest.ui.charts.plot import TimePlot
from constructive_rest.ui.palette import DUSK, MORNING
from constructive_rest.ui.theme import Theme

Make = Callable[..., Rest]
TODAY = date(2026, 6, 13)


@pytest.fixture
def chart(qtbot: QtBot, theme: Theme) -> Chart:
    widget = Chart(theme)
    qtbot.addWidget(widget)
    widget.resize(736, 571)
    widget.show()
    return widget


def draw(chart: Chart, rests: list[Rest], span: Span = Span.MONTH) -> QImage:
    ordered = sorted(rests, key=lambda rest: rest.started_at)
    chart.show_data(gather(ordered, span, TODAY), "in words")
    QApplication.processEvents()
    return chart.grab().toImage()


def spot(chart: Chart, plot: TimePlot, days: float, value: float) -> QPoint:
    return QPoint(plot.mapTo(chart, plot.to_pixels(TODAY.toordinal() - days, value).toPoint()))


def color_at(image: QImage, point: QPoint) -> QColor:
    return image.pixelColor(point)


def near(one: QColor, other: QColor, tolerance: int = 12) -> bool:
    apart = (
        one.red() - other.red(),
        one.green() - other.green(),
        one.blue() - other.blue(),
    )
    return all(abs(step) <= tolerance for step in apart)


def count_near(image: QImage, middle: QPoint, reach: int, color: QColor) -> int:
    return sum(
        near(image.pixelColor(middle + QPoint(x, y)), color)
        for x in range(-reach, reach + 1)
        for y in range(-reach, reach + 1)
    )


def test_bars_stand_where_there_were_rests_and_today_is_primary(
    chart: Chart, rest_before: Make
) -> None:
    image = draw(chart, [rest_before(0, 20), rest_before(3, 10)])
    assert near(color_at(image, spot(chart, chart.minutes, 0, 12)), MORNING.primary)
    assert near(color_at(image, spot(chart, chart.minutes, 3, 8)), MORNING.bar)
    assert near(color_at(image, spot(chart, chart.minutes, 3, 13)), MORNING.ground)
    assert near(color_at(image, spot(chart, chart.minutes, 2, 8)), MORNING.ground)


def test_the_band_lies_between_fifteen_and_twenty(chart: Chart, rest_before: Make) -> None:
    image = draw(chart, [rest_before(0)])
    assert near(color_at(image, spot(chart, chart.minutes, 5, 17.5)), MORNING.band, 3)
    assert near(color_at(image, spot(chart, chart.minutes, 5, 13)), MORNING.ground, 3)
    assert near(color_at(image, spot(chart, chart.minutes, 5, 22)), MORNING.ground, 3)


def test_weeks_have_no_band(chart: Chart, rest_before: Make) -> None:
    rests = [rest_before(days, 10) for days in range(0, 300, 3)]
    image = draw(chart, rests, Span.YEAR)
    gap = spot(chart, chart.minutes, 320, 17.5)
    assert near(color_at(image, gap), MORNING.ground, 3)


def test_bars_are_twelve_wide_in_a_month_with_round_tops(chart: Chart, rest_before: Make) -> None:
    image = draw(chart, [rest_before(4, 30)])
    middle = spot(chart, chart.minutes, 4, 5)
    row = [near(image.pixelColor(x, middle.y()), MORNING.bar) for x in range(image.width())]
    assert 11 <= sum(row) <= 13
    top = spot(chart, chart.minutes, 4, 30)
    corner = top + QPoint(-6, 1)
    assert not near(color_at(image, corner), MORNING.bar)


def test_before_is_a_ring_and_after_a_disc_joined(chart: Chart, rest_before: Make) -> None:
    image = draw(chart, [rest_before(5, ease_before=2, ease_after=8)])
    before, after = spot(chart, chart.ease, 5, 2), spot(chart, chart.ease, 5, 8)
    assert near(color_at(image, after), MORNING.after)
    assert count_near(image, after, 6, MORNING.after) > 50
    assert near(color_at(image, before), MORNING.ground)
    assert count_near(image, before, 7, MORNING.before) > 15
    between = spot(chart, chart.ease, 5, 6.5)
    assert count_near(image, between, 2, MORNING.ground) < 25


def test_a_missing_rating_is_left_blank(chart: Chart, rest_before: Make) -> None:
    image = draw(
        chart,
        [rest_before(5, ease_after=8), rest_before(9, ease_before=3), rest_before(12)],
    )
    for days, rated in ((5, 8), (9, 3)):
        for value in set(range(11)) - {rated, rated - 1, rated + 1, 0, 5, 10}:
            place = spot(chart, chart.ease, days, value)
            assert count_near(image, place, 5, MORNING.ground) == 121, (days, value)
    for value in (1, 2, 3, 4, 6, 7, 8, 9):
        place = spot(chart, chart.ease, 12, value)
        assert count_near(image, place, 5, MORNING.ground) == 121


def test_equal_ratings_are_a_ring_around_a_dot(chart: Chart, rest_before: Make) -> None:
    image = draw(chart, [rest_before(5, ease_before=4, ease_after=4)])
    place = spot(chart, chart.ease, 5, 4)
    assert near(color_at(image, place), MORNING.after)
    assert near(color_at(image, place + QPoint(0, -6)), MORNING.before, 40)
    assert count_near(image, place, 3, MORNING.before) == 0


def test_medians_begin_with_the_fifth_rating(chart: Chart, rest_before: Make) -> None:
    few = [rest_before(days, ease_after=8) for days in (0, 4, 8, 12)]
    blank = draw(chart, few)
    place = spot(chart, chart.ease, 2, 8)
    assert count_near(blank, place, 3, MORNING.ground) == 49
    more = [*few, rest_before(16, ease_after=8), rest_before(20, ease_after=8)]
    lined = draw(chart, more)
    assert count_near(lined, place, 3, MORNING.ground) < 40


def test_both_plots_share_one_time_axis(chart: Chart, rest_before: Make) -> None:
    for span in Span:
        draw(chart, [rest_before(0, ease_after=3), rest_before(200)], span)
        upper, lower = chart.minutes.box.viewRange()[0], chart.ease.box.viewRange()[0]
        assert lower == pytest.approx(upper, abs=1e-6)
        assert spot(chart, chart.minutes, 3, 0).x() == spot(chart, chart.ease, 3, 0).x()


def test_ease_always_runs_from_nought_to_ten(chart: Chart, rest_before: Make) -> None:
    heights = []
    for ratings in ((4, 5), (0, 10)):
        draw(chart, [rest_before(1, ease_before=ratings[0], ease_after=ratings[1])])
        heights.append((spot(chart, chart.ease, 0, 0), spot(chart, chart.ease, 0, 10)))
    assert heights[0] == heights[1]


def test_the_light_changes_everything_at_once(
    chart: Chart, rest_before: Make, theme: Theme
) -> None:
    morning = draw(chart, [rest_before(0), rest_before(3, ease_before=1, ease_after=9)])
    theme.choose(ThemeChoice.DUSK, motion=False)
    QApplication.processEvents()
    dusk = chart.grab().toImage()
    assert dusk != morning
    assert near(color_at(dusk, spot(chart, chart.minutes, 0, 12)), DUSK.primary)
    assert near(color_at(dusk, spot(chart, chart.minutes, 3, 8)), DUSK.bar)
    assert near(color_at(dusk, spot(chart, chart.ease, 3, 9)), DUSK.after)
    assert near(color_at(dusk, spot(chart, chart.ease, 8, 3)), DUSK.ground)


def test_it_looks_the_same_whether_it_was_drawn_before_or_after_resizing(
    qtbot: QtBot, theme: Theme, chart: Chart, rest_before: Make
) -> None:
    rests = [rest_before(days, ease_before=3, ease_after=6) for days in range(20)]
    straight = draw(chart, rests)
    late = Chart(theme)
    qtbot.addWidget(late)
    late.resize(400, 500)
    draw(late, rests)
    late.show()
    late.resize(736, 571)
    QApplication.processEvents()
    assert late.grab().toImage() == straight


def test_the_mouse_changes_nothing(chart: Chart, rest_before: Make) -> None:
    before = draw(chart, [rest_before(days) for days in range(9)])
    for plot in (chart.minutes, chart.ease):
        at = plot.geometry().center()
        wheel = QWheelEvent(
            QPointF(at),
            QPointF(chart.mapToGlobal(at)),
            QPoint(0, 120),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(chart, wheel)
        assert not wheel.isAccepted(), "the page scrolls instead"
        QTest.mousePress(chart, Qt.MouseButton.LeftButton, pos=at)
        QTest.mouseMove(chart, at + QPoint(90, 30))
        QTest.mouseRelease(chart, Qt.MouseButton.LeftButton, pos=at + QPoint(90, 30))
        assert chart.childAt(at) is None, "no plot takes the pointer"
    assert chart.grab().toImage() == before


def test_screen_readers_find_it_with_its_values(chart: Chart, rest_before: Make) -> None:
    draw(chart, [rest_before(0)])
    found = QAccessible.queryAccessibleInterface(chart)
    assert found is not None
    assert found.text(QAccessible.Text.Name) == "Chart of minutes and ease"
    assert found.text(QAccessible.Text.Description) == "in words"
    assert chart.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_the_ring_comes_with_the_keyboard_only(chart: Chart, rest_before: Make) -> None:
    draw(chart, [rest_before(0)])

    def ring_after(reason: Qt.FocusReason) -> bool:
        QApplication.sendEvent(chart, QFocusEvent(QEvent.Type.FocusOut, reason))
        chart.clearFocus()
        chart.setFocus(reason)
        QApplication.processEvents()
        edge = QPoint(1, chart.height() // 2)
        return count_near(chart.grab().toImage(), edge + QPoint(2, 0), 3, MORNING.focus) > 0

    assert ring_after(Qt.FocusReason.TabFocusReason)
    assert not ring_after(Qt.FocusReason.OtherFocusReason)


def test_without_ratings_it_says_where_they_will_be(chart: Chart, rest_before: Make) -> None:
    draw(chart, [rest_before(0)])
    assert "Ratings of ease appear here, whenever you give one" in shown_words(chart)
    draw(chart, [rest_before(0, ease_after=1)])
    assert "Ratings of ease appear here, whenever you give one" not in shown_words(chart)


def shown_words(chart: Chart) -> list[str]:
    return [label.text() for label in chart.findChildren(QLabel) if label.isVisible()]


@pytest.mark.parametrize(
    ("span", "words"),
    [(Span.THREE_MONTHS, "Minutes a day"), (Span.YEAR, "Minutes a week")],
)
def test_the_heading_tells_what_a_bar_is(
    chart: Chart, rest_before: Make, span: Span, words: str
) -> None:
    draw(chart, [rest_before(0), rest_before(300)], span)
    assert words in shown_words(chart)


def test_ten_years_become_months(chart: Chart, rest_before: Make) -> None:
    rests = [rest_before(days) for days in range(0, 3650, 30)]
    draw(chart, rests, Span.ALL)
    assert "Minutes a month" in shown_words(chart)


def test_the_newest_and_the_oldest_mark_are_not_cut_off(chart: Chart, rest_before: Make) -> None:
    rests = [rest_before(0, ease_after=10), rest_before(29, ease_after=0)]
    image = draw(chart, rests)
    for days, value in ((0, 10), (29, 0)):
        assert count_near(image, spot(chart, chart.ease, days, value), 6, MORNING.after) > 60


def test_a_finer_screen_is_drawn_for_at_once(
    chart: Chart, rest_before: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    rests = [rest_before(days, ease_before=3, ease_after=8) for days in range(20)]
    coarse = draw(chart, rests)
    monkeypatch.setattr(Chart, "devicePixelRatioF", lambda _chart: 2.0)
    QApplication.sendEvent(chart, QEvent(QEvent.Type.DevicePixelRatioChange))
    fine = chart.grab().toImage()
    ring = spot(chart, chart.ease, 5, 3)
    assert count_near(fine, ring, 8, MORNING.before) > count_near(coarse, ring, 8, MORNING.before)
