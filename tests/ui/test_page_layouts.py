"""On every page, at every size, nothing overlaps, is cut off or lies outside."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QLabel, QScrollBar, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.layouts import SIZES, clipped, outside, overlaps, size_name
from tests.ui.stand_ins import HandRenderer

from constructive_rest import content
from constructive_rest.practice import session as sessions
from constructive_rest.practice.guide import GuideStep, Trouble
from constructive_rest.practice.pages import MovementCue
from constructive_rest.practice.timeline import Timeline, walk_down
from constructive_rest.settings import Settings
from constructive_rest.ui.guide_page import GuidePage
from constructive_rest.ui.main_window import MainWindow
from constructive_rest.ui.page import Page
from constructive_rest.ui.picture_words import PictureWords
from constructive_rest.ui.reflect_page import ReflectPage
from constructive_rest.ui.rest_page import RestPage
from constructive_rest.ui.rest_words import RestWords, words_at
from constructive_rest.ui.settings_page import SettingsPage
from constructive_rest.ui.theme import Theme

LONGEST_NOTICE = (
    "No speaker or headphones were found, so the bells are silent; connect some, or start "
    "the program again if they are connected already."
)
LONGEST_VOICE_NOTICE = (
    "No voice was found. Install one, then come back here:\n"
    "sudo apt install speech-dispatcher speech-dispatcher-espeak-ng libspeechd2"
)
at_every_size = pytest.mark.parametrize("size", SIZES, ids=size_name)
Show = Callable[[Page, QSize], Page]


@pytest.fixture
def show(theme: Theme, qtbot: QtBot) -> Iterator[Show]:
    """Puts a page into the window at a size."""
    window = MainWindow(theme)
    qtbot.addWidget(window)

    def shown(page: Page, size: QSize) -> Page:
        window.set_pages({"rest": page})
        window.resize(size)
        window.show()
        window.show_page("rest")
        QApplication.processEvents()
        return page

    yield shown
    window.close()


@pytest.fixture
def guide(
    theme: Theme, renderer: HandRenderer, steps: tuple[GuideStep, ...], words: PictureWords
) -> GuidePage:
    return GuidePage(theme, renderer, longest(steps), Settings(body="reed"), words)


def longest(steps: tuple[GuideStep, ...]) -> tuple[GuideStep, ...]:
    """Every step with a title and lines as long as the content files allow."""
    title = "Leave your back alone."[:22]
    line = "Adjust until the legs stay up almost by themselves, then rest."
    trouble = (Trouble("wrong", "helps"),)
    return tuple(replace(step, title=title, lines=(line, line), trouble=trouble) for step in steps)


def faults(page: QWidget) -> list[str]:
    return [*overlaps(page), *outside(page), *clipped(page)]


@at_every_size
@pytest.mark.parametrize("number", range(10))
def test_every_step_of_the_guide_has_room_for_the_longest_words(
    show: Show, guide: GuidePage, size: QSize, number: int
) -> None:
    show(guide, size)
    guide.open_step(number)
    assert faults(guide) == []


@at_every_size
def test_the_guides_columns_leave_the_figure_alone(
    show: Show, guide: GuidePage, size: QSize
) -> None:
    show(guide, size)
    assert guide.panel.y() > guide.floor()
    assert guide.begin.y() > guide.floor()
    assert guide.panel.geometry().right() < guide.begin.geometry().left()


def test_the_unfolded_ease_scale_has_room_in_a_narrow_window(show: Show, guide: GuidePage) -> None:
    show(guide, QSize(800, 600))
    guide.begin._show_ease()
    assert guide.begin.ease.isVisible()
    assert faults(guide) == []


@at_every_size
def test_a_planned_rest_has_room(
    show: Show, theme: Theme, renderer: HandRenderer, timeline: Timeline, size: QSize
) -> None:
    page = RestPage(theme, renderer)
    show(page, size)
    page.show_plan(timeline, Settings())
    page.show_underway(underway=False, paused=False)
    page.show_words(RestWords("Constructive rest", "30:00", "Six phases, and nothing to click."))
    page.controls.show_sound(on=True, notice=LONGEST_NOTICE)
    assert faults(page) == []


@at_every_size
@pytest.mark.parametrize("paused", [False, True])
def test_a_rest_underway_has_room_for_its_longest_cue(
    show: Show,
    theme: Theme,
    renderer: HandRenderer,
    timeline: Timeline,
    size: QSize,
    paused: bool,
) -> None:
    page = RestPage(theme, renderer)
    show(page, size)
    page.show_plan(timeline, Settings())
    page.show_underway(underway=True, paused=paused)
    longest_cue = max((cue.text for cue in timeline.cues), key=len)
    page.show_words(RestWords("Hips & back", "20:00", longest_cue))
    page.controls.show_sound(on=True, notice=LONGEST_NOTICE)
    assert faults(page) == []


@at_every_size
def test_the_walk_down_has_room_for_every_line(
    show: Show, theme: Theme, renderer: HandRenderer, timeline: Timeline, size: QSize
) -> None:
    page = RestPage(theme, renderer)
    show(page, size)
    page.show_plan(timeline, Settings())
    page.show_underway(underway=True, paused=False)
    line = "Slide the book under the back of the skull, not under the neck, and let go."
    session = sessions.begin(walk_down(timeline, (line,), 300_000), 300_000, 0).session
    page.show_words(words_at(session, 0))
    assert faults(page) == []


@at_every_size
@pytest.mark.parametrize("number", range(3))
def test_reflecting_has_room_for_every_movement_cue(
    show: Show,
    theme: Theme,
    cues: tuple[MovementCue, ...],
    timeline: Timeline,
    size: QSize,
    number: int,
) -> None:
    by_length = sorted(cues, key=lambda cue: len(" ".join(cue.lines)), reverse=True)
    page = ReflectPage(theme)
    show(page, size)
    page.ask(timeline, timeline.planned_ms - 1000, by_length[number])
    assert faults(page) == []


@at_every_size
def test_settings_have_room_for_long_paths_and_notices(
    show: Show, theme: Theme, renderer: HandRenderer, size: QSize
) -> None:
    file = Path("/home/somebody-with-a-long-name/.local/share/constructive-rest/history.sqlite3")
    page = SettingsPage(
        theme, renderer, Settings(walk_down_s=285), content.load_people(), file, "10.20.30"
    )
    show(page, size)
    page.sound.show_heard(LONGEST_NOTICE, LONGEST_VOICE_NOTICE, ["English (America)"])
    QApplication.processEvents()
    assert overlaps(page) == []
    assert clipped(page) == []


def test_in_a_narrow_window_settings_scroll_to_their_end(
    show: Show, theme: Theme, renderer: HandRenderer
) -> None:
    file = Path("/home/history.sqlite3")
    page = SettingsPage(theme, renderer, Settings(), content.load_people(), file, "1.0")
    show(page, QSize(800, 600))
    bar = next(bar for bar in page.findChildren(QScrollBar) if bar.maximum() > 0)
    bar.setValue(bar.maximum())
    last = next(
        label for label in page.findChildren(QLabel) if label.text().startswith("Constructive")
    )
    assert last.visibleRegion().boundingRect() == last.rect()


def test_overlapping_labels_would_be_seen(theme: Theme, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(200, 100)
    for x in (10, 40):
        QLabel("overlapping", page).setGeometry(x, 10, 120, 20)
    assert len(overlaps(page)) == 1


def test_a_label_that_is_too_small_would_be_seen(theme: Theme, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(200, 100)
    QLabel("many words in a small place", page).setGeometry(10, 10, 40, 20)
    assert len(clipped(page)) == 1


def test_a_label_beyond_the_border_would_be_seen(theme: Theme, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(200, 100)
    QLabel("outside", page).setGeometry(180, 10, 80, 20)
    assert len(outside(page)) == 1
