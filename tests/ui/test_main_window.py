"""The window: its pages, the rail, the banner, closing, and what opens over it."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.layouts import SIZES, clipped, overlaps, size_name

from constructive_rest.history.record import Rest
from constructive_rest.ui.main_window import SMALLEST, MainWindow
from constructive_rest.ui.navigation import Navigation
from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.buttons import RoundButton
from constructive_rest.ui.widgets.rail import RailItem

KEYS = ("guide", "rest", "reflect", "history", "settings")
LONG = "The disk that holds your history is full. Free some space, then try again. " * 3


@pytest.fixture
def window(theme: Theme, qtbot: QtBot) -> MainWindow:
    made = MainWindow(theme)
    made.set_pages({key: QWidget() for key in KEYS})
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    QApplication.processEvents()
    return made


def item(window: MainWindow, key: str) -> RailItem:
    found = window.rail.findChild(RailItem, f"page_{key}")
    assert found is not None
    return found


def said(overlay: QWidget) -> list[str]:
    return [label.text() for label in overlay.findChildren(QLabel)]


@pytest.mark.parametrize("key", KEYS)
def test_it_shows_the_page_it_is_told_to(window: MainWindow, key: str) -> None:
    window.show_page(key)
    assert window.page == key


def test_without_pages_it_shows_none(theme: Theme, qtbot: QtBot) -> None:
    bare = MainWindow(theme)
    qtbot.addWidget(bare)
    assert bare.page == ""
    with pytest.raises(KeyError):
        bare.show_page("guide")


@pytest.mark.parametrize(
    ("page", "marked"), [*[(key, key) for key in KEYS if key != "reflect"], ("reflect", "rest")]
)
def test_the_rail_marks_the_page(window: MainWindow, page: str, marked: str) -> None:
    window.show_page(page)
    checked = [one.key for one in window.rail.findChildren(RailItem) if one.isChecked()]
    assert checked == [marked]


def test_the_page_has_the_keyboard(window: MainWindow) -> None:
    pages = {key: QWidget() for key in KEYS}
    window.set_pages(pages)
    for key, page in pages.items():
        window.show_page(key)
        assert window.focusWidget() is page


def test_the_rail_asks_and_leaves_opening_to_others(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("guide")
    with qtbot.waitSignal(window.page_asked) as asked:
        QTest.mouseClick(item(window, "history"), Qt.MouseButton.LeftButton)
    assert asked.args == ["history"]
    assert window.page == "guide"


def test_the_rail_can_leave_the_room_to_the_rest(window: MainWindow) -> None:
    window.show_rail(shown=False)
    assert not window.rail.isVisible()
    window.show_rail(shown=True)
    assert window.rail.isVisible()


def test_pages_lie_behind_the_whole_window(window: MainWindow) -> None:
    window.resize(900, 700)
    QApplication.processEvents()
    stack = window.findChild(QStackedWidget)
    assert stack is not None
    assert stack.geometry() == window.ground.rect()
    assert stack.width() == 900


def test_it_is_never_smaller_than_what_is_laid_out_for(window: MainWindow) -> None:
    window.resize(300, 200)
    assert window.size() == SMALLEST == QSize(800, 600)


def test_it_closes_when_nothing_is_under_way(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(window.leaving):
        assert window.close()
    assert not window.isVisible()


def test_held_open_it_asks_instead_of_closing(window: MainWindow, qtbot: QtBot) -> None:
    window.hold_open = True
    with qtbot.waitSignal(window.leaving):
        assert not window.close()
    assert window.isVisible()
    window.hold_open = False


def test_the_banner_is_hidden_until_it_has_something_to_tell(window: MainWindow) -> None:
    assert not window.banner.isVisible()
    window.banner.tell("Something happened.")
    assert window.banner.isVisible()
    assert window.banner.accessibleName() == "Something happened."
    assert said(window.banner) == ["Something happened."]


def test_a_new_sentence_takes_the_place_of_the_last(window: MainWindow) -> None:
    window.banner.tell("First.")
    window.banner.tell("Second.")
    assert said(window.banner) == ["Second."]


def test_the_banner_is_closed_by_hand(window: MainWindow) -> None:
    window.banner.tell("Something happened.")
    close = window.banner.findChild(RoundButton, "banner_close")
    assert close is not None
    QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    assert not window.banner.isVisible()


@pytest.mark.parametrize("size", SIZES, ids=size_name)
def test_the_banner_stands_right_of_the_rail_with_room_for_its_words(
    window: MainWindow, size: QSize
) -> None:
    window.resize(size)
    window.banner.tell(LONG)
    QApplication.processEvents()
    assert window.ground.rect().contains(window.banner.geometry())
    assert not window.banner.geometry().intersects(window.rail.geometry())
    assert overlaps(window.banner) == []
    assert clipped(window.banner) == []


def test_the_banner_moves_when_the_window_is_resized(window: MainWindow) -> None:
    window.banner.tell("Something happened.")
    window.resize(1600, 900)
    QApplication.processEvents()
    middle = window.banner.geometry().center().x()
    assert abs(middle - (112 + (1600 - 144) / 2)) < 3


class Stand:
    """What navigation fills before it opens a page."""

    def __init__(self) -> None:
        self.calls: list[tuple[object, ...]] = []

    def show_plan(self) -> None:
        self.calls.append(("plan",))

    def show_rests(self, rests: list[Rest], today: date) -> None:
        self.calls.append(("rests", rests, today))

    def show_voices(self) -> None:
        self.calls.append(("voices",))


@pytest.mark.parametrize("key", ["guide", "rest", "history", "settings"])
def test_a_page_is_filled_before_it_is_opened(
    window: MainWindow, rest_before: Callable[..., Rest], key: str
) -> None:
    stand, rests, today = Stand(), [rest_before(1)], date(2026, 6, 13)
    filled: Any = stand
    navigation = Navigation(window, filled, filled, lambda: rests, lambda: today, stand.show_voices)
    navigation.open(key)
    expected = {
        "guide": [],
        "rest": [("plan",)],
        "history": [("rests", rests, today)],
        "settings": [("voices",)],
    }
    assert stand.calls == expected[key]
    assert window.page == key


@pytest.mark.parametrize(
    ("page", "covered"), [("guide", True), ("rest", True), ("history", False), ("settings", False)]
)
def test_the_banner_covers_only_the_sky(window: MainWindow, page: str, covered: bool) -> None:
    window.show_page(page)
    window.banner.tell("Your last rest was cut short.")
    stack = window.findChild(QStackedWidget)
    assert stack is not None
    assert stack.geometry().intersects(window.banner.geometry()) is covered
    assert stack.geometry().bottom() == window.ground.rect().bottom()
    close = window.banner.findChild(RoundButton, "banner_close")
    assert close is not None
    QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    assert stack.geometry() == window.ground.rect()


def test_leaving_for_a_page_without_sky_makes_room_for_the_banner(window: MainWindow) -> None:
    window.show_page("guide")
    window.banner.tell("Your last rest was cut short.")
    window.show_page("history")
    stack = window.findChild(QStackedWidget)
    assert stack is not None
    assert not stack.geometry().intersects(window.banner.geometry())
