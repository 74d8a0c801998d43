"""Cards, the rail, setting rows, step dots and icons that accompany text."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot
from tests.ui.stand_ins import count_near, near

from constructive_rest.settings import ThemeChoice
from constructive_rest.ui.palette import DUSK, MORNING
from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.icon_label import IconLabel
from constructive_rest.ui.widgets.painted import RING
from constructive_rest.ui.widgets.picture_card import PictureCard, WordCard
from constructive_rest.ui.widgets.rail import NARROW, WIDE, Rail, RailItem
from constructive_rest.ui.widgets.setting_row import MIN_HEIGHT, SettingRow
from constructive_rest.ui.widgets.step_dots import DOT, GAP, LONG, StepDots

BLUE = QColor("#0000ff")


@pytest.fixture
def card(theme: Theme, qtbot: QtBot) -> PictureCard:
    made = PictureCard(theme, "book", "Thin firm books")
    made.resize(122 + 2 * RING, 96 + 2 * RING)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def rail(theme: Theme, qtbot: QtBot) -> Rail:
    made = Rail(theme)
    qtbot.addWidget(made)
    made.arrange(1280, 800)
    return made


@pytest.fixture
def dots(theme: Theme, qtbot: QtBot) -> StepDots:
    made = StepDots(theme, 5)
    made.resize(made.natural_width(), 40)
    qtbot.addWidget(made)
    return made


def blue(width: int = 122, height: int = 76) -> QPixmap:
    pixmap = QPixmap(width, height)
    pixmap.fill(BLUE)
    return pixmap


def items(rail: Rail) -> dict[str, RailItem]:
    return {item.key: item for item in rail.findChildren(RailItem)}


def test_a_card_shows_its_drawing(card: PictureCard) -> None:
    assert count_near(card, BLUE) == 0
    card.set_picture(blue())
    assert count_near(card, BLUE) > 4_000
    card.set_picture(None)
    assert count_near(card, BLUE) == 0


def test_a_drawing_stays_inside_its_card(card: PictureCard) -> None:
    card.set_picture(blue(400, 76))
    image = card.grab().toImage()
    foot = card.height() - RING - round(card.name_height(1))
    assert not any(near(image.pixelColor(x, foot + 2), BLUE) for x in range(image.width()))
    assert not near(image.pixelColor(RING + 1, RING + 1), BLUE)


def test_a_tick_marks_the_chosen_card(card: PictureCard) -> None:
    assert count_near(card, MORNING.primary) == 0
    card.setChecked(True)
    at = QPoint(RING + 122 - 14 - 6, RING + 14)
    assert near(card.grab().toImage().pixelColor(at), MORNING.primary)


def test_a_long_name_takes_two_rows_and_no_more(theme: Theme, qtbot: QtBot) -> None:
    made = PictureCard(theme, "chair", "Calves on a chair")
    qtbot.addWidget(made)
    made.resize(58 + 2 * RING, 74 + 2 * RING)
    assert (made.rows_for(58), made.rows_for(200)) == (2, 1)
    assert made.name_height(2) > made.name_height(1) > 0
    made.setText(made.text() * 9)
    assert made.rows_for(58) == 2


def test_the_drawing_gives_way_to_the_rows_of_the_name(card: PictureCard) -> None:
    card.set_picture(blue())
    one = count_near(card, BLUE)
    card.set_rows(2)
    assert 0 < count_near(card, BLUE) < one


@pytest.mark.parametrize("kind", [PictureCard, WordCard])
def test_a_card_is_named_as_it_is_labelled(
    theme: Theme, qtbot: QtBot, kind: type[PictureCard] | type[WordCard]
) -> None:
    made = kind(theme, "book", "Thin firm books")
    qtbot.addWidget(made)
    assert (made.key, made.accessibleName()) == ("book", "Thin firm books")


def test_a_word_card_has_room_for_its_word_and_a_tick(theme: Theme, qtbot: QtBot) -> None:
    card = WordCard(theme, "open", "Open")
    qtbot.addWidget(card)
    card.resize(card.sizeHint())
    bare = count_near(card, MORNING.primary)
    card.setChecked(True)
    assert count_near(card, MORNING.primary) > bare + 100


def test_the_rail_names_every_page(rail: Rail) -> None:
    found = {key: (item.objectName(), item.accessibleName()) for key, item in items(rail).items()}
    assert found == {
        "guide": ("page_guide", "Guide"),
        "rest": ("page_rest", "Rest"),
        "history": ("page_history", "History"),
        "settings": ("page_settings", "Settings"),
    }


@pytest.mark.parametrize("key", ["guide", "rest", "history", "settings"])
def test_an_item_asks_for_its_page(rail: Rail, qtbot: QtBot, key: str) -> None:
    with qtbot.waitSignal(rail.chosen) as chosen:
        QTest.mouseClick(items(rail)[key], Qt.MouseButton.LeftButton)
    assert chosen.args == [key]


def test_showing_the_open_page_asks_for_nothing(rail: Rail, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(rail.chosen):
        rail.choose("history")
    assert [key for key, item in items(rail).items() if item.isChecked()] == ["history"]


def test_the_open_page_has_a_lit_pane(rail: Rail) -> None:
    rail.choose("guide")
    lit = items(rail)["guide"].grab().toImage().pixelColor(RING + 4, 30)
    dark = items(rail)["rest"].grab().toImage().pixelColor(RING + 4, 30)
    assert lit != dark


@pytest.mark.parametrize(
    ("width", "rail_width"), [(800, NARROW), (999, NARROW), (1000, WIDE), (1920, WIDE)]
)
def test_the_rail_is_narrow_in_a_narrow_window(rail: Rail, width: int, rail_width: int) -> None:
    rail.arrange(width, 600)
    assert rail.width() == Rail.width_in(width) == rail_width
    assert all(item.compact is (rail_width == NARROW) for item in items(rail).values())


def test_narrow_the_names_are_tooltips(rail: Rail) -> None:
    rail.arrange(800, 600)
    assert items(rail)["history"].toolTip() == "History"
    rail.arrange(1280, 800)
    assert items(rail)["history"].toolTip() == ""


@pytest.mark.parametrize("size", [(800, 600), (1280, 800), (1920, 1080)])
def test_settings_stand_at_the_foot_and_nothing_overlaps(rail: Rail, size: tuple[int, int]) -> None:
    rail.arrange(*size)
    places = [item.body().toRect().translated(item.pos()) for item in items(rail).values()]
    assert places[-1].bottom() < size[1]
    assert places[-1].top() > size[1] - 100
    for number, one in enumerate(places):
        assert rail.rect().contains(one)
        assert not any(one.intersects(other) for other in places[number + 1 :])


def test_a_row_says_its_name_and_its_hint(theme: Theme, qtbot: QtBot) -> None:
    row = SettingRow(theme, "Length", "20 minutes", QPushButton())
    qtbot.addWidget(row)
    assert [label.text() for label in row.findChildren(QLabel)] == ["Length", "20 minutes"]


def test_a_row_without_a_hint_leaves_no_gap(theme: Theme, qtbot: QtBot) -> None:
    row = SettingRow(theme, "Bells", "", QPushButton())
    qtbot.addWidget(row)
    hint = row.findChildren(QLabel)[1]
    assert hint.isHidden()
    row.set_hint("No speaker was found.")
    assert not hint.isHidden()
    row.set_hint("")
    assert hint.isHidden()


def test_a_hairline_parts_a_row_from_the_next(theme: Theme, qtbot: QtBot) -> None:
    for last in (False, True):
        row = SettingRow(theme, "Bells", "", QPushButton(), last=last)
        qtbot.addWidget(row)
        row.resize(300, MIN_HEIGHT)
        line = row.grab().toImage().pixelColor(150, MIN_HEIGHT - 1)
        assert near(line, MORNING.hairline, 1) is not last


def test_a_row_is_never_too_low_to_hit(theme: Theme, qtbot: QtBot) -> None:
    row = SettingRow(theme, "Bells", "", QPushButton())
    qtbot.addWidget(row)
    assert row.minimumHeight() == MIN_HEIGHT


def dot_places(current: int) -> list[tuple[int, int]]:
    """Where each of five dots begins, and how wide it is."""
    places, x = [], 0
    for number in range(5):
        width = LONG if number == current else DOT
        places.append((x, width))
        x += width + GAP
    return places


@pytest.mark.parametrize("current", range(5))
def test_dots_are_filled_up_to_the_present_step(dots: StepDots, current: int) -> None:
    dots.set_current(current)
    image = dots.grab().toImage()
    for number, (x, width) in enumerate(dot_places(current)):
        seen = image.pixelColor(x + width // 2, 20)
        assert near(seen, MORNING.primary, 3) is (number <= current)


def test_reading_from_the_right_the_first_dot_is_at_the_right(dots: StepDots) -> None:
    dots.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    dots.set_current(0)
    image = dots.grab().toImage()
    assert near(image.pixelColor(dots.width() - LONG // 2, 20), MORNING.primary, 3)
    assert not near(image.pixelColor(DOT // 2, 20), MORNING.primary, 3)


def test_dots_say_where_one_is(dots: StepDots) -> None:
    dots.set_current(2)
    assert dots.accessibleName() == "Step 3 of 5"


def test_the_last_dot_is_not_cut_off(dots: StepDots) -> None:
    x, width = dot_places(4)[-1]
    assert dots.natural_width() == x + width


def test_an_icon_follows_the_light(theme: Theme, qtbot: QtBot) -> None:
    icon = IconLabel(theme, "info")
    qtbot.addWidget(icon)
    icon.resize(40, 40)
    assert count_near(icon, MORNING.muted, 6) > 30
    theme.choose(ThemeChoice.DUSK, motion=False)
    assert count_near(icon, DUSK.muted, 6) > 30
