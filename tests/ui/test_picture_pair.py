"""Wrong beside right, told by picture, by line, by mark and by word."""

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot
from tests.ui.stand_ins import INK, HandRenderer, count_near

from constructive_rest.practice.guide import Trouble
from constructive_rest.settings import ThemeChoice
from constructive_rest.ui.palette import MORNING
from constructive_rest.ui.picture_pair import CARD, PicturePair
from constructive_rest.ui.theme import Theme

TROUBLE = Trouble("The chin is up", "Add a book.", "head-low", "head-level")


@pytest.fixture
def pair(theme: Theme, renderer: HandRenderer, qtbot: QtBot) -> PicturePair:
    made = PicturePair(theme, renderer, TROUBLE, "oak")
    qtbot.addWidget(made)
    made.resize(560, made.height())
    made.show()
    return made


def count(pair: PicturePair, color: QColor, *, right: bool) -> int:
    """Pixels like `color` in one half."""
    image = pair.grab().toImage()
    half = image.width() // 2
    columns = range(half, image.width()) if right else range(half)
    return sum(image.pixelColor(x, y) == color for x in columns for y in range(image.height()))


def test_both_are_asked_for_with_the_chosen_body(pair: PicturePair, renderer: HandRenderer) -> None:
    assert [scene.pose for scene in renderer.asked[-2:]] == ["head-low", "head-level"]
    assert {scene.body for scene in renderer.asked} == {"oak"}


def test_they_come_one_by_one(pair: PicturePair, renderer: HandRenderer) -> None:
    wrong, right = renderer.asked[-2:]
    renderer.finish(right)
    assert count(pair, INK, right=True) > 10_000
    assert count(pair, INK, right=False) == 0
    renderer.finish(wrong)
    assert count(pair, INK, right=False) > 10_000


def test_each_has_the_line_and_the_mark_of_its_kind(pair: PicturePair) -> None:
    assert count(pair, MORNING.danger, right=False) > 300
    assert count(pair, MORNING.danger, right=True) == 0
    assert count(pair, MORNING.primary, right=True) > 300
    assert count(pair, MORNING.primary, right=False) == 0


def test_who_cannot_see_it_hears_what_is_wrong_and_what_helps(pair: PicturePair) -> None:
    assert pair.accessibleName()
    assert "The chin is up" in pair.accessibleDescription()
    assert "Add a book." in pair.accessibleDescription()


@pytest.mark.parametrize("width", [420, 560, 900])
def test_both_fit_side_by_side(pair: PicturePair, width: int) -> None:
    pair.resize(width, pair.height())
    image = pair.grab().toImage()
    line = [x for x in range(width) if image.pixelColor(x, CARD.height() // 2) == MORNING.primary]
    assert line[-1] < width
    assert line[-1] - line[0] <= CARD.width()
    assert line[0] > CARD.width() * 0.75


def test_the_light_changes_both(pair: PicturePair, renderer: HandRenderer, theme: Theme) -> None:
    for scene in renderer.asked[-2:]:
        renderer.finish(scene)
    renderer.asked.clear()
    theme.choose(ThemeChoice.DUSK, motion=False)
    assert [scene.theme for scene in renderer.asked] == ["dusk", "dusk"]
    assert count_near(pair, MORNING.surface, 2) == 0
