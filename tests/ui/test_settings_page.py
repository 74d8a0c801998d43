"""Each control changes exactly its own setting, and says in words what it is set to."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.stand_ins import HandRenderer

from constructive_rest import content
from constructive_rest.practice.timeline import CueDensity
from constructive_rest.settings import Settings, ThemeChoice
from constructive_rest.ui.settings_page import SettingsPage
from constructive_rest.ui.theme import Theme

FILE = Path("/somewhere/constructive-rest/history.sqlite3")
KEPT = Settings(minutes=20, walk_down_s=30, sound=True, volume=70, theme=ThemeChoice.MORNING)


@pytest.fixture
def page(theme: Theme, renderer: HandRenderer, qtbot: QtBot) -> SettingsPage:
    made = SettingsPage(theme, renderer, KEPT, content.load_people(), FILE, "1.2.3")
    qtbot.addWidget(made)
    made.resize(1280, 800)
    return made


def words(page: SettingsPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if not label.isHidden()]


def button(page: SettingsPage, name: str) -> QAbstractButton:
    found = page.findChild(QAbstractButton, name)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("control", "value", "expected"),
    [
        ("minutes", 12, replace(KEPT, minutes=12)),
        ("walk_down", 6, replace(KEPT, walk_down_s=90)),
    ],
)
def test_a_slider_changes_its_setting_alone(
    page: SettingsPage, qtbot: QtBot, control: str, value: int, expected: Settings
) -> None:
    with qtbot.waitSignal(page.settings_changed) as changed:
        getattr(page, control).setValue(value)
    assert changed.args == [expected]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("set_sound", replace(KEPT, sound=False)),
        ("cues_sparse", replace(KEPT, cues=CueDensity.SPARSE)),
        ("set_motion", replace(KEPT, gentle_motion=False)),
        ("theme_dusk", replace(KEPT, theme=ThemeChoice.DUSK)),
        ("theme_system", replace(KEPT, theme=ThemeChoice.SYSTEM)),
    ],
)
def test_a_button_changes_its_setting_alone(
    page: SettingsPage, qtbot: QtBot, name: str, expected: Settings
) -> None:
    with qtbot.waitSignal(page.settings_changed) as changed:
        QTest.mouseClick(button(page, name), Qt.MouseButton.LeftButton)
    assert changed.args == [expected]


def test_changes_add_up(page: SettingsPage, qtbot: QtBot) -> None:
    page.minutes.setValue(10)
    with qtbot.waitSignal(page.settings_changed) as changed:
        page.sound.volume.setValue(5)
    assert changed.args == [replace(KEPT, minutes=10, volume=5)]


def test_showing_settings_changes_nothing(page: SettingsPage, qtbot: QtBot) -> None:
    other = Settings(5, 300, False, 0, theme=ThemeChoice.DUSK, gentle_motion=False)
    with qtbot.assertNotEmitted(page.settings_changed):
        page.show_settings(other)
    assert (page.minutes.value(), page.walk_down.value()) == (5, 20)
    assert page.sound.volume.value() == 0
    assert not page.motion.isChecked()
    assert button(page, "theme_dusk").isChecked()


def test_a_walk_down_between_two_steps_is_kept_until_it_is_moved(
    page: SettingsPage, qtbot: QtBot
) -> None:
    page.show_settings(replace(KEPT, walk_down_s=40))
    with qtbot.waitSignal(page.settings_changed) as changed:
        page.minutes.setValue(10)
    assert changed.args == [replace(KEPT, minutes=10, walk_down_s=40)]


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (replace(KEPT, walk_down_s=0), "The clock starts at once"),
        (replace(KEPT, walk_down_s=45), "0:45 min before the clock starts"),
        (replace(KEPT, walk_down_s=300), "5:00 min before the clock starts"),
    ],
)
def test_values_are_said_in_words(page: SettingsPage, settings: Settings, said: str) -> None:
    page.show_settings(settings)
    assert said in words(page)


def test_the_length_says_what_suits_most(page: SettingsPage) -> None:
    page.minutes.setValue(25)
    hint = next(text for text in words(page) if "15–20" in text)
    assert hint.startswith("25 ")


def test_ranges_are_those_of_the_settings(page: SettingsPage) -> None:
    assert (page.minutes.minimum(), page.minutes.maximum()) == (5, 30)
    assert (page.walk_down.minimum(), page.walk_down.maximum() * 15) == (0, 300)


def test_scrolling_the_page_moves_no_slider(page: SettingsPage, qtbot: QtBot) -> None:
    turn = QWheelEvent(
        QPointF(50, 10), QPointF(50, 10), QPoint(0, 0), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    with qtbot.assertNotEmitted(page.settings_changed):
        QApplication.sendEvent(page.minutes, turn)
    assert page.minutes.value() == 20


def test_it_says_where_the_data_is(page: SettingsPage) -> None:
    assert str(FILE) in words(page)
    assert "Kept only on this computer" in words(page)


def test_the_folder_of_the_data_opens(page: SettingsPage, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    button(page, "open_folder").click()
    assert opened == [QUrl.fromLocalFile(str(FILE.parent))]


@pytest.mark.parametrize("key", ["safety", "psoas", "movement", "ease"])
def test_every_page_to_read_is_linked(page: SettingsPage, qtbot: QtBot, key: str) -> None:
    with qtbot.waitSignal(page.reading_asked) as asked:
        button(page, f"read_{key}").click()
    assert asked.args == [key]


def test_it_says_which_version_this_is(page: SettingsPage) -> None:
    assert "Constructive Rest 1.2.3" in words(page)


def test_every_control_has_a_name(page: SettingsPage) -> None:
    controls = (page.minutes, page.walk_down, page.motion, page.light)
    names = [control.accessibleName() for control in controls]
    assert "" not in names
    assert len(set(names)) == len(names)


def test_a_click_on_a_link_reaches_no_further_than_its_words(page: SettingsPage) -> None:
    column = button(page, "read_psoas").parentWidget()
    assert isinstance(column, QWidget)
    page.grab()
    assert button(page, "read_psoas").width() < column.width() // 2


def test_all_words_follow_the_light(page: SettingsPage, theme: Theme) -> None:
    page.show()
    for light in (ThemeChoice.DUSK, ThemeChoice.MORNING, ThemeChoice.DUSK):
        theme.choose(light, motion=False)
        ground = theme.palette.ground.lightness()
        for label in page.findChildren(QLabel):
            ink = label.palette().color(label.foregroundRole()).lightness()
            assert abs(ink - ground) > 60, f"“{label.text()}” cannot be read in {light}"
