"""A step that shows a series: numbered prints on a sheet over the stage."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.ui.layouts import SIZES, clipped, outside, overlaps, size_name
from tests.ui.stand_ins import INK, HandRenderer, count_near

from constructive_rest.practice.guide import GuideStep
from constructive_rest.practice.plate import Plate, Shape
from constructive_rest.settings import Settings
from constructive_rest.ui.guide_page import GuidePage
from constructive_rest.ui.picture_words import PictureWords
from constructive_rest.ui.plate_card import PlateCard
from constructive_rest.ui.theme import Theme

LONGEST = "Kneel or sit for half a minute to a whole minute, as you like."[:62]
POSES = ("heels-far", "heels-right", "heels-near", "back-flat", "back-easy")


def series(count: int) -> GuideStep:
    frames = tuple(Plate(pose, LONGEST, shape=Shape.SQUARE) for pose in POSES[:count])
    return GuideStep("up", "Getting up", ("One line.", "Another line."), frames=frames)


@pytest.fixture
def guide(
    theme: Theme,
    renderer: HandRenderer,
    steps: tuple[GuideStep, ...],
    words: PictureWords,
    qtbot: QtBot,
) -> GuidePage:
    made = [steps[0], series(5), series(3)]
    page = GuidePage(theme, renderer, made, Settings(body="oak"), words)
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show()
    page.open_step(1)
    return page


def cards(guide: GuidePage) -> list[PlateCard]:
    assert guide.series.row is not None
    return guide.series.row.cards


def test_the_prints_are_counted_in_order(guide: GuidePage) -> None:
    assert [card.shown.number for card in cards(guide)] == [1, 2, 3, 4, 5]
    assert [card.shown.plate.picture for card in cards(guide)] == list(POSES)
    lefts = [card.x() for card in cards(guide)]
    assert lefts == sorted(lefts)


def test_each_print_is_told_in_words(guide: GuidePage) -> None:
    for card in cards(guide):
        assert card.print is not None
        assert len(card.print.accessibleName().split()) >= 10
        assert LONGEST in [label.text() for label in card.findChildren(QLabel)]


def test_it_stands_in_place_of_the_picture(guide: GuidePage) -> None:
    assert guide.series.isVisible()
    assert not guide.picture.isVisible()
    guide.open_step(0)
    assert not guide.series.isVisible()
    assert guide.picture.isVisible()


def test_the_prints_are_asked_for_once_as_they_are_seen(
    guide: GuidePage, renderer: HandRenderer
) -> None:
    wanted = [scene for scene in renderer.asked if scene.pose in POSES]
    assert sorted({scene.pose for scene in wanted}) == sorted(POSES)
    shown = cards(guide)[0].print
    assert shown is not None
    assert {(scene.width, scene.height) for scene in wanted} == {(shown.width(), shown.height())}
    renderer.finish(next(scene for scene in wanted if scene.pose == POSES[0]))
    assert count_near(cards(guide)[0], INK) > 5_000
    assert count_near(cards(guide)[1], INK) == 0


def test_another_body_is_drawn_in_all_of_them(guide: GuidePage, renderer: HandRenderer) -> None:
    renderer.asked.clear()
    guide.show_settings(Settings(body="reed"))
    assert {scene.pose for scene in renderer.asked if scene.body == "reed"} >= set(POSES)
    assert all(card.isVisible() for card in cards(guide))


@pytest.mark.parametrize("size", SIZES, ids=size_name)
@pytest.mark.parametrize("number", [1, 2])
def test_it_has_room_at_every_size(guide: GuidePage, size: QSize, number: int) -> None:
    guide.resize(size)
    guide.open_step(number)
    faults = [*overlaps(guide.series), *outside(guide.series), *clipped(guide.series)]
    assert faults == []
    assert guide.series.geometry().bottom() < guide.panel.y() + guide.panel.steps_top()
    prints = [card.print for card in cards(guide) if card.print is not None]
    assert len({one.height() for one in prints}) == 1
    assert prints[0].height() >= 90
