"""What every painted control does: hover, focus ring, press, disabled."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QVariantAnimation
from PySide6.QtGui import QEnterEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.stand_ins import count_near, near

from constructive_rest.settings import ThemeChoice
from constructive_rest.ui.palette import DUSK, MORNING
from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.buttons import Kind, LinkButton, PillButton, RoundButton
from constructive_rest.ui.widgets.choices import EaseCircle, LengthChip, Segment, Switch
from constructive_rest.ui.widgets.painted import (
    HOVER_MS,
    RING,
    PaintedButton,
    connect_clicks,
    place,
)
from constructive_rest.ui.widgets.picture_card import PictureCard, WordCard
from constructive_rest.ui.widgets.rail import RailItem

Make = Callable[[Theme], PaintedButton]
KINDS: dict[str, Make] = {
    "primary": lambda theme: PillButton(theme, "Begin", Kind.PRIMARY),
    "plain": lambda theme: PillButton(theme, "Add"),
    "quiet": lambda theme: PillButton(theme, "Skip", Kind.QUIET),
    "link": lambda theme: LinkButton(theme, "Read"),
    "round": lambda theme: RoundButton(theme, "Next", "chevron_right"),
    "pause": lambda theme: RoundButton(theme, "Pause", "pause", primary=True),
    "chip": lambda theme: LengthChip(theme, 20),
    "circle": lambda theme: EaseCircle(theme, 5),
    "segment": lambda theme: Segment(theme, "Dusk"),
    "switch": lambda theme: Switch(theme, "Bells"),
    "picture": lambda theme: PictureCard(theme, "book", "Books"),
    "word": lambda theme: WordCard(theme, "open", "Open"),
    "rail": lambda theme: RailItem(theme, "guide", "Guide"),
}
BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
OTHERWISE = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.OtherFocusReason)


@pytest.fixture(params=KINDS, ids=list(KINDS))
def button(request: pytest.FixtureRequest, theme: Theme, qtbot: QtBot) -> Iterator[PaintedButton]:
    """Each kind of button in turn, in a window that has another place for the focus."""
    window = QWidget()
    made = KINDS[request.param](theme)
    made.setParent(window)
    window.resize(200, 150)
    place(made, 20, 20, 100, 60)
    window.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    window.setFocus()
    yield made
    window.close()


@pytest.fixture
def pill(theme: Theme, qtbot: QtBot) -> PillButton:
    made = PillButton(theme, "Begin", Kind.PRIMARY)
    made.resize(made.sizeHint())
    qtbot.addWidget(made)
    made.show()
    return made


def ring_pixels(button: PaintedButton) -> int:
    """Pixels of the ring's colour in the margin that is kept for it."""
    image = button.grab().toImage()
    middle = image.height() // 2
    columns = (*range(RING), *range(image.width() - RING, image.width()))
    focus = button.colors.focus
    return sum(near(image.pixelColor(x, middle), focus, 24) for x in columns)


def enter(button: PaintedButton) -> None:
    at = QPointF(10, 10)
    button.enterEvent(QEnterEvent(at, at, at))


def leave(button: PaintedButton) -> None:
    button.leaveEvent(QEvent(QEvent.Type.Leave))


@pytest.mark.parametrize("reason", BY_KEYBOARD, ids=lambda reason: reason.name)
def test_the_keyboard_brings_a_ring(button: PaintedButton, reason: Qt.FocusReason) -> None:
    button.setFocus(reason)
    assert button.hasFocus()
    assert ring_pixels(button) >= 4


@pytest.mark.parametrize("reason", OTHERWISE, ids=lambda reason: reason.name)
def test_nothing_else_does(button: PaintedButton, reason: Qt.FocusReason) -> None:
    button.setFocus(reason)
    assert button.hasFocus()
    assert ring_pixels(button) == 0


def test_the_ring_goes_with_the_focus(button: PaintedButton) -> None:
    button.focus_by_keyboard()
    assert ring_pixels(button) >= 4
    button.window().setFocus()
    assert ring_pixels(button) == 0


def test_the_ring_has_the_colour_of_the_light(button: PaintedButton, theme: Theme) -> None:
    theme.choose(ThemeChoice.DUSK, motion=False)
    button.focus_by_keyboard()
    assert button.colors is DUSK
    assert ring_pixels(button) >= 4


def test_the_body_leaves_room_for_the_ring(button: PaintedButton) -> None:
    body = button.body()
    assert (body.left(), body.top()) == (RING, RING)
    assert (body.width(), body.height()) == (100, 60)


def test_pressed_it_is_one_pixel_lower(button: PaintedButton) -> None:
    button.setDown(True)
    assert button.body().top() == RING + 1
    assert button.body().height() == 60


def test_space_presses_it(button: PaintedButton, qtbot: QtBot) -> None:
    button.setFocus()
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Space)


def test_the_pointer_presses_it(button: PaintedButton, qtbot: QtBot) -> None:
    with qtbot.waitSignal(button.clicked):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_pointer_says_that_it_can_be_pressed(button: PaintedButton) -> None:
    assert button.cursor().shape() == Qt.CursorShape.PointingHandCursor


def test_without_gentle_motion_hover_is_there_at_once(button: PaintedButton) -> None:
    enter(button)
    assert button.hover == 1.0
    leave(button)
    assert button.hover == 0.0


def test_a_new_light_repaints_it(button: PaintedButton, theme: Theme) -> None:
    before = button.grab().toImage()
    theme.choose(ThemeChoice.DUSK, motion=False)
    assert button.grab().toImage() != before


def test_disabled_it_is_paler(pill: PillButton) -> None:
    strong = count_near(pill, MORNING.primary)
    pill.setEnabled(False)
    assert strong > 500
    assert count_near(pill, MORNING.primary) == 0


def test_disabled_it_does_not_hover(pill: PillButton) -> None:
    pill.setEnabled(False)
    enter(pill)
    assert pill.hover == 0.0


def test_disabled_under_the_pointer_it_is_not_hovered_for_ever(pill: PillButton) -> None:
    enter(pill)
    pill.setEnabled(False)
    leave(pill)
    pill.setEnabled(True)
    assert pill.hover == 0.0


def test_hover_glides_where_things_may_move(lively: Theme, qtbot: QtBot) -> None:
    pill = PillButton(lively, "Begin", Kind.PRIMARY)
    qtbot.addWidget(pill)
    enter(pill)
    glide = pill.findChild(QVariantAnimation)
    assert glide is not None
    assert glide.duration() == HOVER_MS
    assert pill.hover < 0.5
    glide.setCurrentTime(HOVER_MS // 2)
    assert 0.4 < pill.hover < 1.0
    glide.setCurrentTime(HOVER_MS)
    assert pill.hover == 1.0


def test_leaving_half_way_glides_back_from_there(lively: Theme, qtbot: QtBot) -> None:
    pill = PillButton(lively, "Begin", Kind.PRIMARY)
    qtbot.addWidget(pill)
    enter(pill)
    glide = pill.findChild(QVariantAnimation)
    assert glide is not None
    glide.setCurrentTime(HOVER_MS // 2)
    half = pill.hover
    leave(pill)
    assert glide.startValue() == half
    glide.setCurrentTime(HOVER_MS)
    assert pill.hover == 0.0


def test_hover_has_its_own_colour(pill: PillButton) -> None:
    enter(pill)
    assert count_near(pill, MORNING.primary_hover, 3) > 500
    leave(pill)
    assert count_near(pill, MORNING.primary, 3) > 500


def test_place_counts_the_body_without_the_ring(pill: PillButton) -> None:
    place(pill, 40.4, 30.6, 100, 50)
    assert pill.geometry().getRect() == (40 - RING, 31 - RING, 100 + 2 * RING, 50 + 2 * RING)


def test_a_click_is_passed_on_without_qts_flag(pill: PillButton) -> None:
    calls: list[tuple[object, ...]] = []
    connect_clicks(pill, lambda *given: calls.append(given))
    pill.click()
    assert calls == [()]


def test_the_base_has_nothing_to_paint(theme: Theme, qtbot: QtBot) -> None:
    bare = PaintedButton(theme)
    qtbot.addWidget(bare)
    with pytest.raises(NotImplementedError):
        bare.paint_body(None, bare.body())  # type: ignore[arg-type]


def test_a_press_that_leaves_the_button_is_none(pill: PillButton, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(pill.clicked):
        QTest.mousePress(pill, Qt.MouseButton.LeftButton)
        outside = QPointF(-50, -50)
        move = QMouseEvent(
            QEvent.Type.MouseMove, outside, outside, Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        QApplication.sendEvent(pill, move)
        QTest.mouseRelease(pill, Qt.MouseButton.LeftButton, pos=QPoint(-50, -50))
