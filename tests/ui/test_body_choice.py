"""Who is in the pictures is chosen by picture."""

from itertools import pairwise

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.stand_ins import INK, HandRenderer, count_near

from constructive_rest import content
from constructive_rest.settings import ThemeChoice
from constructive_rest.ui.body_choice import BodyChoice
from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.picture_card import PictureCard


@pytest.fixture
def choice(theme: Theme, renderer: HandRenderer, qtbot: QtBot) -> BodyChoice:
    made = BodyChoice(theme, renderer, content.load_people())
    qtbot.addWidget(made)
    made.resize(520, made.height())
    return made


def cards(choice: BodyChoice) -> list[PictureCard]:
    return choice.findChildren(PictureCard)


def test_everyone_is_offered_by_name(choice: BodyChoice) -> None:
    people = content.load_people()
    assert [card.accessibleName() for card in cards(choice)] == [one.name for one in people]
    assert [card.objectName() for card in cards(choice)] == [f"body_{one.key}" for one in people]


def test_a_click_chooses(choice: BodyChoice, qtbot: QtBot) -> None:
    for card in cards(choice):
        with qtbot.waitSignal(choice.chosen) as chosen:
            card.click()
        assert chosen.args == [card.key]


def test_showing_a_choice_says_nothing(choice: BodyChoice, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(choice.chosen):
        choice.choose("oak")
    assert [card.key for card in cards(choice) if card.isChecked()] == ["oak"]


def test_somebody_unknown_is_nobody(choice: BodyChoice) -> None:
    choice.choose("baobab")
    assert not any(card.isChecked() for card in cards(choice))


def test_nobody_is_drawn_before_the_row_is_seen(choice: BodyChoice, renderer: HandRenderer) -> None:
    assert renderer.asked == []
    choice.show()
    assert {scene.body for scene in renderer.asked} == {card.key for card in cards(choice)}
    assert all(scene.pose == f"body-{scene.body}" for scene in renderer.asked)


def test_a_drawing_comes_to_its_own_card(choice: BodyChoice, renderer: HandRenderer) -> None:
    choice.show()
    renderer.finish(next(scene for scene in renderer.asked if scene.body == "oak"))
    drawn = [card.key for card in cards(choice) if count_near(card, INK) > 500]
    assert drawn == ["oak"]


def test_the_other_light_has_its_own_drawings(
    choice: BodyChoice, renderer: HandRenderer, theme: Theme
) -> None:
    choice.show()
    renderer.asked.clear()
    theme.choose(ThemeChoice.DUSK, motion=False)
    assert {scene.theme for scene in renderer.asked} == {"dusk"}


@pytest.mark.parametrize("width", [430, 520, 700, 1200])
def test_cards_stand_side_by_side_within_the_row(choice: BodyChoice, width: int) -> None:
    choice.resize(width, choice.height())
    choice.show()
    places = [card.geometry() for card in cards(choice)]
    assert all(choice.rect().contains(place) for place in places)
    assert all(a.center().x() < b.center().x() for a, b in pairwise(places))
