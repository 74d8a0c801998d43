"""What goes wrong, opened in place: wrong beside right by picture, line, mark and word."""

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.ui.layouts import SIZES, clipped, outside, overlaps, size_name
from tests.ui.stand_ins import INK, HandRenderer

from constructive_rest.practice.guide import GuideStep, Trouble
from constructive_rest.practice.plate import Mark, Plate
from constructive_rest.practice.setup import Legs, Setup
from constructive_rest.settings import Settings
from constructive_rest.ui.guide_page import GuidePage
from constructive_rest.ui.palette import MORNING
from constructive_rest.ui.picture_words import PictureWords
from constructive_rest.ui.plate_card import PlateCard
from constructive_rest.ui.theme import Theme
from constructive_rest.ui.trouble_panel import plates_of
from constructive_rest.ui.widgets.painted import PaintedButton

LOW = Trouble("The chin is up", "Add a book.", "head-low", "head-level")
HIGH = Trouble("The chin is down", "Take one away.", "head-high", "head-level")
ASLEEP = Trouble("You fall asleep", "Open the eyes.")


@pytest.fixture
def guide(
    theme: Theme,
    renderer: HandRenderer,
    steps: tuple[GuideStep, ...],
    words: PictureWords,
    qtbot: QtBot,
) -> GuidePage:
    page = GuidePage(theme, renderer, steps, Settings(body="oak"), words)
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show()
    page.activateWindow()
    page.open_step(key_number(page, "head"))
    return page


def key_number(guide: GuidePage, key: str) -> int:
    return [step.key for step in guide.steps].index(key)


def link(guide: GuidePage) -> PaintedButton:
    return guide.panel.trouble


def cards(guide: GuidePage) -> list[PlateCard]:
    assert guide.troubles.row is not None
    return guide.troubles.row.cards


def count(card: PlateCard, color: QColor) -> int:
    """Pixels of exactly this colour."""
    image = card.grab().toImage()
    return sum(
        image.pixelColor(x, y) == color for x in range(image.width()) for y in range(image.height())
    )


def test_troubles_are_offered_where_there_are_some(guide: GuidePage) -> None:
    for number, step in enumerate(guide.steps):
        guide.open_step(number)
        assert link(guide).isVisible() is bool(step.trouble)
        assert not guide.troubles.isVisible()


def test_they_open_and_close_by_the_same_link(guide: GuidePage) -> None:
    before = link(guide).text()
    link(guide).click()
    assert guide.troubles.isVisible()
    assert guide.troubles.isAncestorOf(guide.window().focusWidget())
    assert link(guide).text() != before
    link(guide).click()
    assert not guide.troubles.isVisible()
    assert (link(guide).text(), link(guide).hasFocus()) == (before, True)


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return], ids=lambda key: key.name)
def test_a_key_closes_them_and_nothing_else_happens(
    guide: GuidePage, qtbot: QtBot, key: Qt.Key
) -> None:
    link(guide).click()
    with qtbot.assertNotEmitted(guide.begin_asked):
        QTest.keyClick(guide.troubles.close_button, key)
    assert not guide.troubles.isVisible()
    assert link(guide).hasFocus()


def test_escape_closes_them_from_anywhere_on_the_page(guide: GuidePage) -> None:
    link(guide).click()
    QTest.keyClick(guide.begin.begin, Qt.Key.Key_Escape)
    assert not guide.troubles.isVisible()
    QTest.keyClick(guide.begin.begin, Qt.Key.Key_Escape)
    assert not guide.troubles.isVisible()


def test_the_cross_closes_them(guide: GuidePage) -> None:
    link(guide).click()
    QTest.mouseClick(guide.troubles.close_button, Qt.MouseButton.LeftButton)
    assert not guide.troubles.isVisible()


def test_tab_leads_from_the_link_into_what_it_opened(guide: GuidePage) -> None:
    link(guide).click()
    link(guide).setFocus()
    QTest.keyClick(link(guide), Qt.Key.Key_Tab)
    assert guide.troubles.close_button.hasFocus()


def test_the_next_step_closes_them(guide: GuidePage) -> None:
    link(guide).click()
    QTest.keyClick(guide.troubles, Qt.Key.Key_Right)
    assert guide.step.key == "knees"
    assert not guide.troubles.isVisible()


@pytest.mark.parametrize("size", SIZES, ids=size_name)
def test_the_stepper_and_begin_stay_where_they_are(guide: GuidePage, size: QSize) -> None:
    guide.resize(size)
    held = [guide.findChild(PaintedButton, name) for name in ("step_back", "step_next", "begin")]
    places = [one.mapTo(guide, QPoint(0, 0)) for one in held if one is not None]
    assert len(places) == 3
    for number in range(len(guide.steps)):
        guide.open_step(number)
        assert [one.mapTo(guide, QPoint(0, 0)) for one in held if one is not None] == places
        if guide.step.trouble:
            link(guide).click()
            assert [one.mapTo(guide, QPoint(0, 0)) for one in held if one is not None] == places
            assert guide.troubles.geometry().bottom() < places[0].y()


@pytest.mark.parametrize("size", SIZES, ids=size_name)
@pytest.mark.parametrize("words_long", [1, 2])
def test_they_have_room_at_every_size(
    theme: Theme,
    renderer: HandRenderer,
    steps: tuple[GuideStep, ...],
    words: PictureWords,
    qtbot: QtBot,
    size: QSize,
    words_long: int,
) -> None:
    page = GuidePage(
        theme, renderer, [longer(step, words_long) for step in steps], Settings(body="oak"), words
    )
    qtbot.addWidget(page)
    page.resize(size)
    page.show()
    for number, step in enumerate(page.steps):
        page.open_step(number)
        if step.trouble:
            page.toggle_troubles()
            faults = [*overlaps(page.troubles), *outside(page.troubles), *clipped(page.troubles)]
            assert faults == []
            prints = [card.print for card in cards(page) if card.print is not None]
            assert all(one.height() >= 80 for one in prints)


def longer(step: GuideStep, times: int) -> GuideStep:
    """`step` with its troubles said `times` over."""
    trouble = tuple(
        Trouble(" ".join([one.wrong] * times), " ".join([one.helps] * times),
                one.wrong_picture, one.right_picture)
        for one in step.trouble
    )  # fmt: skip
    return GuideStep(step.key, step.title, step.lines, step.picture, step.alt, trouble=trouble)


def test_both_are_asked_for_with_the_chosen_body(guide: GuidePage, renderer: HandRenderer) -> None:
    renderer.asked.clear()
    link(guide).click()
    wanted = [scene for scene in renderer.asked if scene.pose.startswith("head-")]
    assert {scene.pose for scene in wanted} == {"head-low", "head-level", "head-high"}
    assert {scene.body for scene in wanted} == {"oak"}
    renderer.asked.clear()
    guide.show_settings(Settings(body="reed"))
    assert {"head-low", "head-level", "head-high"} <= {
        scene.pose for scene in renderer.asked if scene.body == "reed"
    }


def test_they_come_one_by_one(guide: GuidePage, renderer: HandRenderer) -> None:
    link(guide).click()
    wrong, right, _ = cards(guide)
    assert right.print is not None
    scene = next(scene for scene in reversed(renderer.asked) if scene.pose == "head-level")
    renderer.finish(scene)
    assert count(right, INK) > 10_000
    assert count(wrong, INK) == 0


def test_each_has_the_line_and_the_mark_of_its_kind(guide: GuidePage) -> None:
    link(guide).click()
    for card in cards(guide):
        right = card.shown.plate.mark is Mark.RIGHT
        assert (count(card, MORNING.primary) > 300) is right
        assert (count(card, MORNING.danger) > 300) is not right


def test_who_cannot_see_it_hears_what_is_wrong_and_what_helps(guide: GuidePage) -> None:
    link(guide).click()
    said = [label.text() for label in guide.troubles.findChildren(QLabel)]
    for trouble in guide.step.trouble:
        assert trouble.wrong in said
        assert trouble.helps in said
    for card in cards(guide):
        assert card.print is not None
        assert len(card.print.accessibleName().split()) > 8
    assert guide.troubles.accessibleName()


def test_how_it_should_be_stands_once_between_what_it_should_not() -> None:
    assert list(plates_of([LOW, HIGH], "So")) == [
        (Plate("head-low", "The chin is up", Mark.WRONG), "Add a book."),
        (Plate("head-level", "So", Mark.RIGHT), ""),
        (Plate("head-high", "The chin is down", Mark.WRONG), "Take one away."),
    ]


def test_what_cannot_be_seen_is_told_in_words_alone(guide: GuidePage) -> None:
    assert list(plates_of([ASLEEP], "So")) == [
        (Plate("", "You fall asleep", Mark.WRONG), "Open the eyes.")
    ]
    guide.open_step(key_number(guide, "notice"))
    link(guide).click()
    assert [card.print for card in cards(guide)] == [None, None]
    assert guide.troubles.height() < 220


def test_on_the_side_what_goes_wrong_on_the_back_is_not_offered(guide: GuidePage) -> None:
    guide.show_settings(Settings(body="oak", setup=Setup(legs=Legs.SIDE)))
    assert not link(guide).isVisible()
