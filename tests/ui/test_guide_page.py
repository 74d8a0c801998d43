"""The guide by keys, buttons and pictures."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.ui.stand_ins import INK, HandRenderer, count_near, near, timer_of

from constructive_rest.drawing.picture import Scene
from constructive_rest.practice.guide import Choice, GuideStep, View
from constructive_rest.practice.setup import Arms, Eyes, HeadSupport, Legs, Setup
from constructive_rest.settings import Settings, ThemeChoice
from constructive_rest.ui.guide_page import THUMBNAIL, GuidePage
from constructive_rest.ui.palette import MORNING
from constructive_rest.ui.picture_words import PictureWords
from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.painted import PaintedButton
from constructive_rest.ui.widgets.text import Paragraph

CHOSEN = Settings(minutes=15, setup=Setup(arms=Arms.SIDES), body="oak")


@pytest.fixture
def guide(
    theme: Theme,
    renderer: HandRenderer,
    steps: tuple[GuideStep, ...],
    words: PictureWords,
    qtbot: QtBot,
) -> GuidePage:
    page = GuidePage(theme, renderer, steps, CHOSEN, words)
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show()
    page.activateWindow()
    page.setFocus()
    settle(page)
    return page


def settle(guide: GuidePage) -> None:
    """Have the figure asked for at the window's size without waiting for it to rest."""
    timer = timer_of(guide.figure)
    timer.stop()
    timer.timeout.emit()


def button(guide: GuidePage, name: str) -> PaintedButton:
    found = guide.findChild(PaintedButton, name)
    assert found is not None, name
    return found


def title(guide: GuidePage) -> str:
    label = guide.findChild(QLabel, "step_title")
    assert label is not None
    return label.text()


def number_of(guide: GuidePage, key: str) -> int:
    return [step.key for step in guide.steps].index(key)


def open_step(guide: GuidePage, key: str) -> None:
    guide.open_step(number_of(guide, key))


def test_it_opens_on_the_first_step(guide: GuidePage) -> None:
    assert guide.step is guide.steps[0]
    assert title(guide) == guide.steps[0].title


def test_keys_step_through_to_the_end_and_no_further(guide: GuidePage) -> None:
    seen = [guide.step.key]
    for _ in range(len(guide.steps) + 2):
        QTest.keyClick(guide, Qt.Key.Key_Right)
        seen.append(guide.step.key)
    keys = [step.key for step in guide.steps]
    assert seen == [*keys, keys[-1], keys[-1], keys[-1]]


def test_keys_step_back_to_the_beginning_and_no_further(guide: GuidePage) -> None:
    guide.open_step(1)
    QTest.keyClick(guide, Qt.Key.Key_Left)
    QTest.keyClick(guide, Qt.Key.Key_Left)
    assert guide.step is guide.steps[0]


def test_reading_from_the_right_the_left_key_goes_on(guide: GuidePage) -> None:
    guide.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QTest.keyClick(guide, Qt.Key.Key_Left)
    assert guide.step is guide.steps[1]
    QTest.keyClick(guide, Qt.Key.Key_Right)
    assert guide.step is guide.steps[0]


def test_buttons_step_too(guide: GuidePage) -> None:
    QTest.mouseClick(button(guide, "step_next"), Qt.MouseButton.LeftButton)
    assert guide.step is guide.steps[1]
    QTest.mouseClick(button(guide, "step_back"), Qt.MouseButton.LeftButton)
    assert guide.step is guide.steps[0]


def test_buttons_that_lead_nowhere_are_disabled(guide: GuidePage) -> None:
    assert not button(guide, "step_back").isEnabled()
    assert button(guide, "step_next").isEnabled()
    guide.open_step(len(guide.steps) - 1)
    assert button(guide, "step_back").isEnabled()
    assert not button(guide, "step_next").isEnabled()


def test_there_is_no_step_beyond_the_last(guide: GuidePage) -> None:
    with pytest.raises(IndexError):
        guide.open_step(len(guide.steps))
    assert guide.step is guide.steps[0]


def test_who_cannot_see_the_picture_is_told_what_it_shows(guide: GuidePage) -> None:
    for number, step in enumerate(guide.steps):
        guide.open_step(number)
        told = guide.picture.accessibleName()
        assert told == guide.accessibleDescription()
        assert "{" not in told
        assert "Oak" in told or "{body}" not in step.alt
        assert guide.picture.isVisible() is bool(told)
        interface = QAccessible.queryAccessibleInterface(guide.picture)
        assert interface.role() == QAccessible.Role.Graphic
        assert interface.text(QAccessible.Text.Name) == told


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter], ids=lambda key: key.name)
def test_enter_begins(guide: GuidePage, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(guide.begin_asked) as asked:
        QTest.keyClick(guide, key)
    assert asked.args == [None]


def test_any_other_key_does_nothing(guide: GuidePage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(guide.begin_asked):
        QTest.keyClick(guide, Qt.Key.Key_A)
    assert guide.step is guide.steps[0]


def test_begin_passes_the_ease_on_and_forgets_it(guide: GuidePage, qtbot: QtBot) -> None:
    guide.begin.ease.circle(3).click()
    with qtbot.waitSignal(guide.begin_asked) as asked:
        guide.begin.begin.click()
    assert asked.args == [3]
    assert guide.begin.ease.value is None


@pytest.mark.parametrize(
    ("step", "option", "setup"),
    [
        ("arms", "arms_chest", Setup(arms=Arms.CHEST)),
        ("legs", "legs_chair", Setup(arms=Arms.SIDES, legs=Legs.CHAIR)),
        ("head", "head_support_none", Setup(Arms.SIDES, head_support=HeadSupport.NONE)),
        ("notice", "eyes_closed", Setup(arms=Arms.SIDES, eyes=Eyes.CLOSED)),
        ("legs", "legs_side", Setup(arms=Arms.SIDES, legs=Legs.SIDE)),
    ],
)
def test_a_choice_changes_its_setting_and_nothing_else(
    guide: GuidePage, qtbot: QtBot, step: str, option: str, setup: Setup
) -> None:
    open_step(guide, step)
    with qtbot.waitSignal(guide.settings_changed) as changed:
        QTest.mouseClick(button(guide, option), Qt.MouseButton.LeftButton)
    assert changed.args == [replace(CHOSEN, setup=setup)]


def test_who_is_drawn_is_chosen_in_the_guide_too(guide: GuidePage, qtbot: QtBot) -> None:
    open_step(guide, "ground")
    assert button(guide, "body_oak").isChecked()
    with qtbot.waitSignal(guide.settings_changed) as changed:
        QTest.mouseClick(button(guide, "body_poppy"), Qt.MouseButton.LeftButton)
    assert changed.args == [replace(CHOSEN, body="poppy")]
    assert "Poppy" in guide.picture.accessibleName()


def test_on_the_side_a_step_offers_nothing_that_does_not_apply(guide: GuidePage) -> None:
    guide.show_settings(replace(CHOSEN, setup=Setup(legs=Legs.SIDE)))
    for number, step in enumerate(guide.steps):
        guide.open_step(number)
        assert guide.step.lines == (step.on_side or step.lines)
        offered = guide.panel.options.choice
        assert offered not in (Choice.ARMS, Choice.HEAD_SUPPORT)
        assert "on one side" in guide.picture.accessibleName() or step.frames
    open_step(guide, "legs")
    assert button(guide, "legs_side").isChecked()


def test_two_lines_stay_two_lines(guide: GuidePage) -> None:
    lines = [label.text() for label in guide.findChildren(Paragraph) if "\n" in label.text()]
    assert lines == ["\n".join(guide.step.lines)]


def test_what_is_in_force_is_marked(guide: GuidePage) -> None:
    open_step(guide, "arms")
    assert button(guide, "arms_sides").isChecked()
    guide.show_settings(replace(CHOSEN, setup=Setup(arms=Arms.HIPS)))
    assert button(guide, "arms_hips").isChecked()
    assert not button(guide, "arms_sides").isChecked()


def test_options_say_what_they_are_for(guide: GuidePage, words: PictureWords) -> None:
    open_step(guide, "arms")
    for option in guide.step.options:
        card = button(guide, f"arms_{option.key}")
        told = words.of(f"arms-{option.key}", CHOSEN)
        assert card.accessibleName() == option.name
        assert card.accessibleDescription() == f"{option.hint} {told}"
        assert card.toolTip() == option.hint


def test_a_step_without_a_choice_offers_none(guide: GuidePage) -> None:
    open_step(guide, "arms")
    assert guide.panel.options.isVisible()
    open_step(guide, "knees")
    assert not guide.panel.options.isVisible()
    assert guide.panel.options.offered() == ()


def test_arrow_keys_choose_among_the_options(guide: GuidePage, qtbot: QtBot) -> None:
    open_step(guide, "arms")
    card = button(guide, "arms_sides")
    card.setFocus()
    with qtbot.waitSignal(guide.settings_changed) as changed:
        QTest.keyClick(card, Qt.Key.Key_Right)
    assert changed.args is not None
    assert changed.args[0].setup.arms is not Arms.SIDES
    assert guide.step.key == "arms"


@pytest.mark.parametrize("minutes", [5, 10, 20, 25, 30])
def test_a_length_changes_its_setting(guide: GuidePage, qtbot: QtBot, minutes: int) -> None:
    with qtbot.waitSignal(guide.settings_changed) as changed:
        QTest.mouseClick(button(guide, f"minutes_{minutes}"), Qt.MouseButton.LeftButton)
    assert changed.args == [replace(CHOSEN, minutes=minutes)]
    assert str(minutes) in guide.begin.begin.accessibleName()


def test_a_length_without_a_chip_stands_on_begin_alone(guide: GuidePage) -> None:
    guide.show_settings(replace(CHOSEN, minutes=17))
    chips = [button(guide, f"minutes_{minutes}") for minutes in (5, 10, 15, 20, 25, 30)]
    assert not any(chip.isChecked() for chip in chips)
    assert "17" in guide.begin.begin.accessibleName()
    chips[3].click()
    assert [chip.isChecked() for chip in chips] == [False, False, False, True, False, False]


def test_when_to_ask_first_is_one_click_away_on_every_step(guide: GuidePage, qtbot: QtBot) -> None:
    for number in range(len(guide.steps)):
        guide.open_step(number)
        with qtbot.waitSignal(guide.reading_asked) as asked:
            button(guide, "safety").click()
        assert asked.args == ["safety"]


def test_the_figure_is_asked_for_as_it_will_be_seen(
    guide: GuidePage, renderer: HandRenderer
) -> None:
    scene = renderer.asked[-1]
    assert (scene.pose, scene.theme, scene.setup, scene.body) == (
        "side", "morning", CHOSEN.setup, "oak",
    )  # fmt: skip
    open_step(guide, "arms")
    assert any(scene.pose == "top" for scene in renderer.asked)


def test_another_light_asks_for_another_figure(
    guide: GuidePage, renderer: HandRenderer, theme: Theme
) -> None:
    theme.choose(ThemeChoice.DUSK, motion=False)
    assert renderer.asked[-1].theme == "dusk"


def test_resizing_by_a_pixel_asks_for_nothing_new(guide: GuidePage, renderer: HandRenderer) -> None:
    sizes = {(scene.width, scene.height) for scene in renderer.asked} - {THUMBNAIL}
    assert all(width % 8 == 0 for width, _height in sizes)


def test_options_show_their_drawings_when_they_come(
    guide: GuidePage, renderer: HandRenderer
) -> None:
    renderer.asked.clear()
    open_step(guide, "arms")
    wanted = [s for s in renderer.asked if (s.width, s.height) == THUMBNAIL]
    assert {scene.pose for scene in wanted} == {f"arms-{arms}" for arms in Arms}
    card = button(guide, "arms_chest")
    assert count_near(card, INK) == 0
    renderer.finish(next(scene for scene in wanted if scene.pose == "arms-chest"))
    assert count_near(card, INK) > 1000


def test_the_next_picture_is_drawn_ahead(guide: GuidePage, renderer: HandRenderer) -> None:
    open_step(guide, "knees")
    poses_before = {scene.pose for scene in renderer.asked}
    assert "feet" not in poses_before
    renderer.finish(_wanted(guide, renderer, "side"))
    assert renderer.asked[-1].pose == "feet"


def _wanted(guide: GuidePage, renderer: HandRenderer, pose: str) -> Scene:
    return [
        scene
        for scene in renderer.asked
        if scene.pose == pose and (scene.width, scene.height) != THUMBNAIL
    ][-1]


@pytest.mark.parametrize("number", range(10))
def test_what_a_step_points_out_is_painted(
    guide: GuidePage,
    renderer: HandRenderer,
    steps: tuple[GuideStep, ...],
    words: PictureWords,
    number: int,
) -> None:
    renderer.everything = True
    guide.open_step(number)
    settle(guide)
    pointed_out = guide.grab().toImage()
    without = [replace(step, overlay=None, also=()) for step in steps]
    plain = GuidePage(guide.theme, renderer, without, CHOSEN, words)
    plain.resize(guide.size())
    plain.open_step(number)
    settle(plain)
    assert (plain.grab().toImage() != pointed_out) is (steps[number].overlay is not None)


@pytest.mark.parametrize("size", [QSize(800, 600), QSize(1280, 800), QSize(1920, 1080)])
def test_the_side_view_stands_on_the_floor(
    guide: GuidePage, renderer: HandRenderer, size: QSize
) -> None:
    renderer.everything = True
    guide.resize(size)
    settle(guide)
    assert guide.step.picture is View.SIDE
    image = guide.grab().toImage()
    middle = (guide.left() + guide.width()) // 2
    assert near(image.pixelColor(middle, guide.floor() - 10), INK)


def test_before_it_has_a_figure_the_room_is_there(guide: GuidePage) -> None:
    image = guide.grab().toImage()
    assert image.pixelColor(640, guide.floor()).name() == MORNING.floor_line.name()
