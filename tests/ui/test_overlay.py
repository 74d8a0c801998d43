"""Panels over the window: where the focus is, where it returns to, how they go away."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.layouts import SIZES, clipped, overlaps, size_name
from tests.ui.stand_ins import near

from constructive_rest.ui.overlay import Overlay, QuestionOverlay
from constructive_rest.ui.palette import MORNING
from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.buttons import Kind, PillButton


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    """A window with one button, which has the focus."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1000, 700)
    behind = QPushButton("behind", made)
    behind.setGeometry(10, 10, 80, 30)
    made.show()
    made.activateWindow()
    behind.setFocus()
    yield made
    made.close()


@pytest.fixture
def question(theme: Theme, window: QWidget) -> QuestionOverlay:
    made = QuestionOverlay(theme, "End?", "5:00 min will be kept.", "Stay", "Go", window)
    made.open()
    return made


def pill(overlay: Overlay, name: str) -> PillButton:
    found = overlay.findChild(PillButton, name)
    assert found is not None
    return found


def behind(window: QWidget) -> QPushButton:
    found = window.findChild(QPushButton)
    assert found is not None
    return found


def panel(overlay: Overlay) -> QWidget:
    return next(child for child in overlay.children() if type(child) is QWidget)


def test_it_covers_the_window(window: QWidget, question: QuestionOverlay) -> None:
    assert question.geometry() == window.rect()
    assert window.childAt(behind(window).geometry().center()) is not behind(window)


def test_it_grows_and_shrinks_with_the_window(window: QWidget, question: QuestionOverlay) -> None:
    window.resize(800, 600)
    assert question.geometry() == window.rect()
    middle = panel(question).geometry().center()
    assert abs(middle.x() - 400) <= 1
    assert abs(middle.y() - 300) <= 1


def test_what_lies_behind_is_dimmed(window: QWidget, question: QuestionOverlay) -> None:
    bare = window.palette().window().color()
    assert window.grab().toImage().pixelColor(990, 690).lightness() < bare.lightness() - 40
    inside = panel(question).geometry().topLeft() + QPoint(20, 40)
    assert near(window.grab().toImage().pixelColor(inside), MORNING.ground)


def test_the_harmless_answer_has_the_focus(question: QuestionOverlay) -> None:
    assert pill(question, "stay").hasFocus()


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier),
    ],
)
def test_tab_never_leaves_the_panel(
    window: QWidget,
    question: QuestionOverlay,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier,
) -> None:
    visited = []
    for _ in range(6):
        focused = window.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, modifier)
        now = window.focusWidget()
        visited.append(now.objectName() if now is not None else "")
    assert visited == ["agree", "stay"] * 3


def test_escape_closes_and_gives_the_focus_back(
    window: QWidget, question: QuestionOverlay, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(question.closed), qtbot.assertNotEmitted(question.agreed):
        QTest.keyClick(pill(question, "stay"), Qt.Key.Key_Escape)
    assert not question.isVisible()
    assert behind(window).hasFocus()


def test_staying_closes_without_agreeing(question: QuestionOverlay, qtbot: QtBot) -> None:
    with qtbot.waitSignal(question.closed), qtbot.assertNotEmitted(question.agreed):
        pill(question, "stay").click()


def test_going_agrees_once_it_is_closed(question: QuestionOverlay) -> None:
    order: list[str] = []
    question.closed.connect(lambda: order.append("closed"))
    question.agreed.connect(lambda: order.append("agreed"))
    pill(question, "agree").click()
    assert order == ["closed", "agreed"]


@pytest.mark.parametrize(("focused", "agreed"), [("stay", []), ("agree", [True])])
def test_enter_presses_the_answer_in_focus(
    question: QuestionOverlay, focused: str, agreed: list[bool]
) -> None:
    heard: list[bool] = []
    question.agreed.connect(lambda: heard.append(True))
    pill(question, focused).setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(pill(question, focused), Qt.Key.Key_Return)
    assert heard == agreed
    assert not question.isVisible()


def test_enter_without_a_focus_does_no_harm(question: QuestionOverlay, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(question.agreed):
        QTest.keyClick(question, Qt.Key.Key_Enter)
    assert not question.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_A, Qt.Key.Key_Left, Qt.Key.Key_F5])
def test_no_other_key_reaches_what_lies_behind(
    window: QWidget, question: QuestionOverlay, qtbot: QtBot, key: Qt.Key
) -> None:
    heard: list[int] = []

    class Listening(QWidget):
        def keyPressEvent(self, event: object) -> None:
            heard.append(1)

    outer = Listening()
    qtbot.addWidget(outer)
    window.setParent(outer)
    outer.show()
    question.open()
    QTest.keyClick(pill(question, "stay"), key)
    assert heard == []
    window.setParent(None)


@pytest.mark.parametrize("size", SIZES, ids=size_name)
def test_panels_have_room_for_their_words(theme: Theme, qtbot: QtBot, size: object) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(size)  # type: ignore[call-overload]
    words = "The rest has not begun, so nothing will be kept. " * 2
    asked = QuestionOverlay(theme, "End this rest?", words, "Keep resting", "End here", window)
    window.show()
    asked.open()
    assert overlaps(asked) == []
    assert clipped(asked) == []
    assert window.rect().contains(panel(asked).geometry())


def test_a_panel_is_named_by_its_title(question: QuestionOverlay) -> None:
    assert question.accessibleName() == "End?"


def test_a_dismissed_panel_no_longer_follows_the_window(
    window: QWidget, question: QuestionOverlay
) -> None:
    question.dismiss()
    before = question.geometry()
    window.resize(640, 480)
    assert question.geometry() == before


def test_a_focus_that_is_gone_is_not_given_back(window: QWidget, question: QuestionOverlay) -> None:
    behind(window).hide()
    question.dismiss()
    assert not behind(window).hasFocus()


def test_buttons_are_added_from_left_to_right(theme: Theme, window: QWidget) -> None:
    overlay = Overlay(theme, "Title", window)
    first = overlay.add_button("First", Kind.QUIET, "first")
    second = overlay.add_button("Second", Kind.PRIMARY, "second")
    overlay.open()
    assert first.geometry().right() < second.geometry().left() + 1


def test_with_nothing_to_focus_tab_stays_where_it_is(theme: Theme, window: QWidget) -> None:
    overlay = Overlay(theme, "Title", window)
    overlay.open()
    assert overlay.focusNextPrevChild(True)
