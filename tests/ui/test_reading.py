"""Pages to read: words, pictures and sources in a column, the keys, the way back."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.layouts import SIZES, clipped, overlaps, size_name
from tests.ui.stand_ins import HandRenderer

from constructive_rest import content
from constructive_rest.practice.pages import MovementCue, ReadingPage, Section
from constructive_rest.practice.parse import ContentError
from constructive_rest.practice.plate import Mark, Plate
from constructive_rest.settings import Settings, ThemeChoice
from constructive_rest.ui.article import UrgentBox
from constructive_rest.ui.main_window import READING, MainWindow
from constructive_rest.ui.page_titles import page_titles
from constructive_rest.ui.picture_words import PictureWords
from constructive_rest.ui.print import Print
from constructive_rest.ui.reading import Reading
from constructive_rest.ui.reading_page import PageToRead
from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.painted import PaintedButton
from constructive_rest.ui.widgets.rail import RailItem
from constructive_rest.ui.widgets.text import Paragraph

PLATES = (Plate("knees-out", "Out", Mark.WRONG), Plate("knees-over-feet", "Over", Mark.RIGHT))
PICTURED = ReadingPage("psoas", "Two pictures", (Section("One", ("Words.",), plates=PLATES),))


@pytest.fixture
def window(theme: Theme, qtbot: QtBot) -> MainWindow:
    made = MainWindow(theme)
    qtbot.addWidget(made)
    made.set_pages({"guide": QPushButton("here"), "settings": QWidget()})
    made.show_page("guide")
    made.show()
    made.activateWindow()
    QApplication.processEvents()
    return made


@pytest.fixture
def page(
    window: MainWindow, theme: Theme, renderer: HandRenderer, words: PictureWords
) -> PageToRead:
    made = PageToRead(theme, renderer, words, page_titles(), Settings(body="oak"))
    window.set_pages({READING: made})
    return made


@pytest.fixture
def reading(window: MainWindow, page: PageToRead, cues: tuple[MovementCue, ...]) -> Reading:
    made = Reading(window, page, content.load_page, cues)
    page.closed.connect(made.close)
    page.asked.connect(made.open_page)
    return made


def scroll(page: PageToRead) -> QScrollArea:
    found = page.findChild(QScrollArea, "reading_scroll")
    assert found is not None
    return found


def said(page: PageToRead) -> list[str]:
    assert page.article is not None
    return [label.text() for label in page.article.findChildren(QLabel)]


@pytest.mark.parametrize("key", content.PAGES)
def test_a_page_is_opened_with_its_sections_and_sources(
    window: MainWindow, key: str, reading: Reading, page: PageToRead
) -> None:
    reading.open_page(key)
    assert window.page == READING
    words = said(page)
    shown = content.load_page(key)
    assert words[0] == shown.title == scroll(page).accessibleName()
    for section in shown.sections:
        assert section.heading in words
        assert set(section.paragraphs) <= set(words)
        assert {f"Source: {source}" for source in section.sources} <= set(words)


def test_what_is_urgent_is_framed_and_written_as_urgent(
    theme: Theme, reading: Reading, page: PageToRead
) -> None:
    reading.open_page("safety")
    urgent = [s.heading for s in content.load_page("safety").sections if s.urgent]
    shown = [
        label.text()
        for label in page.findChildren(Paragraph)
        if label.palette().windowText().color() == theme.palette.danger
    ]
    assert urgent
    assert shown == urgent
    (box,) = page.findChildren(UrgentBox)
    assert urgent[0] in [label.text() for label in box.findChildren(QLabel)]
    corner = box.grab().toImage().pixelColor(box.width() // 2, 1)
    assert corner.red() > corner.green() + 40


def test_movement_cues_are_a_page_of_their_own(
    cues: tuple[MovementCue, ...], reading: Reading, page: PageToRead
) -> None:
    reading.open_page("movement")
    words = said(page)
    for cue in cues:
        assert cue.title in words
        assert set(cue.lines) <= set(words)


def test_a_page_that_is_not_there_is_a_fault_of_the_content(reading: Reading) -> None:
    with pytest.raises(ContentError):
        reading.open_page("nothing")


def test_every_title_opens_a_page_of_that_name(reading: Reading, page: PageToRead) -> None:
    for key in page_titles():
        reading.open_page(key)
        assert len(said(page)) > 5


def test_the_text_has_the_focus_so_that_keys_scroll_it(reading: Reading, page: PageToRead) -> None:
    reading.open_page("psoas")
    area = scroll(page)
    assert area.hasFocus()
    bar = area.verticalScrollBar()
    places = [bar.value()]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Space, Qt.Key.Key_End):
        QTest.keyClick(area, key)
        places.append(bar.value())
    assert places == sorted(set(places))
    assert places[-1] == bar.maximum()
    QTest.keyClick(area, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert bar.value() < bar.maximum()
    QTest.keyClick(area, Qt.Key.Key_Home)
    assert bar.value() == 0


@pytest.mark.parametrize("origin", ["guide", "settings"])
def test_escape_leads_back_and_gives_the_focus_back(
    window: MainWindow, reading: Reading, page: PageToRead, origin: str
) -> None:
    window.show_page(origin)
    before = window.focusWidget()
    reading.open_page("safety")
    QTest.keyClick(scroll(page), Qt.Key.Key_Escape)
    assert window.page == origin
    assert window.focusWidget() is before


def test_another_page_keeps_the_way_back(
    window: MainWindow, reading: Reading, page: PageToRead
) -> None:
    reading.open_page("safety")
    scroll(page).verticalScrollBar().setValue(200)
    link = page.findChild(PaintedButton, "more_psoas")
    assert link is not None
    link.click()
    assert said(page)[0] == "About the psoas"
    assert scroll(page).verticalScrollBar().value() == 0
    page.back.click()
    assert window.page == "guide"


def test_the_rail_keeps_showing_where_one_came_from(window: MainWindow, reading: Reading) -> None:
    window.show_page("settings")
    reading.open_page("safety")
    lit = [item.key for item in window.rail.findChildren(RailItem) if item.isChecked()]
    assert lit == ["settings"]


def test_closing_what_is_not_open_changes_nothing(window: MainWindow, reading: Reading) -> None:
    window.show_page("settings")
    reading.close()
    assert window.page == "settings"


def test_pictures_stand_in_the_column_with_words_and_marks(
    window: MainWindow, page: PageToRead, renderer: HandRenderer
) -> None:
    page.show_article(PICTURED)
    window.show_page(READING)
    QApplication.processEvents()
    prints = page.findChildren(Print)
    assert [one.pose for one in prints] == ["knees-out", "knees-over-feet"]
    assert all(len(one.accessibleName().split()) > 5 for one in prints)
    assert all(one.height() > 150 < one.width() for one in prints)
    assert {scene.pose for scene in renderer.asked} >= {"knees-out", "knees-over-feet"}
    assert {scene.body for scene in renderer.asked} == {"oak"}
    page.show_settings(Settings(body="reed"))
    assert renderer.asked[-1].body == "reed"
    assert {"Out", "Over"} <= set(said(page))


def test_another_light_is_taken(reading: Reading, page: PageToRead, theme: Theme) -> None:
    reading.open_page("safety")
    theme.choose(ThemeChoice.DUSK, motion=False)
    at = QPoint(page.width() - 40, page.height() // 2)
    assert page.grab().toImage().pixelColor(at).lightness() < 80


@pytest.mark.parametrize("size", SIZES, ids=size_name)
@pytest.mark.parametrize("key", [*content.PAGES, "movement"])
def test_every_page_has_room_for_its_words(
    window: MainWindow, reading: Reading, page: PageToRead, size: QSize, key: str
) -> None:
    window.resize(size)
    reading.open_page(key)
    QApplication.processEvents()
    assert page.article is not None
    assert overlaps(page.article) == []
    assert clipped(page.article) == []
    column = QRect(page.article.findChildren(Paragraph)[0].geometry())
    assert column.width() <= 690
    page.scroll_to_end()
    last = page.article.findChildren(PaintedButton)[-1]
    assert not last.visibleRegion().isEmpty()
