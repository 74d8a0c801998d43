"""The rest page: digits, phase, cue, the sun, the keys of someone on the floor."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.ui.stand_ins import HandRenderer, near, timer_of

from constructive_rest.practice.setup import Legs, Setup
from constructive_rest.practice.timeline import Timeline
from constructive_rest.settings import Settings, ThemeChoice
from constructive_rest.ui.palette import DUSK, MORNING
from constructive_rest.ui.rest_page import RestPage
from constructive_rest.ui.rest_words import RestWords
from constructive_rest.ui.theme import Theme

SETTINGS = Settings(setup=Setup(legs=Legs.BELT), body="oak")


@pytest.fixture
def page(theme: Theme, renderer: HandRenderer, timeline: Timeline, qtbot: QtBot) -> RestPage:
    made = RestPage(theme, renderer)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show_plan(timeline, SETTINGS)
    made.show()
    made.activateWindow()
    made.setFocus()
    return made


@pytest.fixture
def underway(page: RestPage) -> RestPage:
    page.show_underway(underway=True, paused=False)
    return page


def image_of(page: RestPage) -> QImage:
    return page.grab().toImage()


def label(page: RestPage, name: str) -> QLabel:
    found = page.findChild(QLabel, name)
    assert found is not None
    return found


def floor_of(page: RestPage) -> int:
    return page.controls.y()


def sky(page: RestPage, position_ms: int) -> QColor:
    """The colour of the sky in a corner where nothing else is painted."""
    page.show_position(position_ms)
    return image_of(page).pixelColor(page.width() - 2, 1)


def middle_of(timeline: Timeline, index: int) -> int:
    phase = timeline.phases[index]
    return (phase.start_ms + phase.end_ms) // 2


def test_words_are_shown_in_their_places(page: RestPage) -> None:
    page.show_words(RestWords("Breath", "12:34", "Let it come."))
    assert label(page, "phase").text() == "Breath"
    assert label(page, "digits").text() == "12:34"
    assert label(page, "cue").text() == "Let it come."
    ys = [label(page, name).geometry().center().y() for name in ("phase", "digits", "cue")]
    assert ys == sorted(ys)
    assert ys[-1] < floor_of(page)


def test_digits_can_be_read_from_the_floor(page: RestPage) -> None:
    assert label(page, "digits").font().pixelSize() > 180
    page.resize(800, 600)
    assert label(page, "digits").font().pixelSize() > 110


def test_begin_gives_way_to_pause_and_end(page: RestPage) -> None:
    controls = page.controls
    assert (controls.begin.isVisible(), controls.pause.isVisible()) == (True, False)
    page.show_underway(underway=True, paused=False)
    assert (controls.begin.isVisible(), controls.pause.isVisible()) == (False, True)
    assert controls.end.isVisible()
    page.show_underway(underway=False, paused=False)
    assert (controls.begin.isVisible(), controls.end.isVisible()) == (True, False)


@pytest.mark.parametrize(
    ("name", "signal"),
    [("begin", "begin_asked"), ("pause", "pause_asked"), ("end", "end_asked")],
)
def test_each_control_asks_for_what_it_says(
    underway: RestPage, qtbot: QtBot, name: str, signal: str
) -> None:
    with qtbot.waitSignal(getattr(underway, signal)):
        getattr(underway.controls, name).click()


def test_paused_the_button_continues(underway: RestPage) -> None:
    assert underway.controls.pause.accessibleName() == "Pause"
    underway.show_underway(underway=True, paused=True)
    assert underway.controls.pause.accessibleName() == "Continue"
    assert not label(underway, "digits").isEnabled()
    underway.show_underway(underway=True, paused=False)
    assert label(underway, "digits").isEnabled()


def test_a_hint_says_what_any_key_does(underway: RestPage) -> None:
    def hints() -> set[str]:
        return {found.text() for found in underway.controls.findChildren(QLabel)}

    assert "Any key pauses" in hints()
    underway.show_underway(underway=True, paused=True)
    assert "Any key continues" in hints()
    underway.show_underway(underway=False, paused=False)
    assert not {"Any key pauses", "Any key continues"} & hints()


def test_begin_names_the_length(page: RestPage) -> None:
    assert page.controls.begin.accessibleName().startswith("Begin 20")


@pytest.mark.parametrize("on", [True, False])
def test_sound_is_switched_to_the_other_state(page: RestPage, qtbot: QtBot, on: bool) -> None:
    page.controls.show_sound(on=on, notice="")
    assert page.controls.sound.accessibleName() == ("Sound" if on else "Silent")
    with qtbot.waitSignal(page.sound_chosen) as chosen:
        page.controls.sound.click()
    assert chosen.args == [not on]


def test_a_notice_says_why_nothing_is_heard(page: RestPage) -> None:
    page.controls.show_sound(on=True, notice="No speaker was found.", rings=False)
    assert label(page, "sound_notice").text() == "No speaker was found."
    heard = page.controls.sound.grab().toImage()
    page.controls.show_sound(on=True, notice="")
    assert label(page, "sound_notice").text() == ""
    assert page.controls.sound.grab().toImage() != heard


def test_narrow_the_sound_is_an_icon_with_its_name_as_tooltip(page: RestPage) -> None:
    page.resize(800, 600)
    page.controls.show_sound(on=False, notice="")
    assert page.controls.sound.toolTip() == "Silent"
    page.controls.show_sound(on=True, notice="")
    assert page.controls.sound.toolTip() == "Sound"


@pytest.mark.parametrize("index", range(6))
def test_each_phase_has_its_own_sky(underway: RestPage, timeline: Timeline, index: int) -> None:
    assert near(sky(underway, middle_of(timeline, index)), MORNING.skies[index].top, 3)


def test_between_two_phases_the_sky_is_between_theirs(
    renderer: HandRenderer, lively: Theme, timeline: Timeline, qtbot: QtBot
) -> None:
    page = RestPage(lively, renderer)
    qtbot.addWidget(page)
    page.resize(800, 600)
    page.show_plan(timeline, SETTINGS)
    page.show_underway(underway=True, paused=False)
    before, after = MORNING.skies[0].top, MORNING.skies[1].top
    seen = [sky(page, timeline.phases[1].start_ms + ms).red() for ms in range(-5000, 5001, 1000)]
    assert seen == sorted(seen)
    assert abs(seen[5] - (before.red() + after.red()) / 2) <= 2


def test_without_gentle_motion_the_sky_does_not_move(
    underway: RestPage, timeline: Timeline
) -> None:
    start = timeline.phases[1].start_ms
    assert near(sky(underway, start - 100), MORNING.skies[0].top, 2)
    assert near(sky(underway, start + 100), MORNING.skies[1].top, 2)


def sun_spot(page: RestPage, position_ms: int) -> QPointF:
    page.show_position(position_ms)
    arc = page._arc
    assert arc is not None
    return arc.sun(position_ms)


@pytest.mark.parametrize("share", [0.1, 0.4, 0.7, 0.9])
def test_the_sun_stands_where_the_rest_stands(
    underway: RestPage, timeline: Timeline, share: float
) -> None:
    spot = sun_spot(underway, round(timeline.planned_ms * share)).toPoint()
    assert near(image_of(underway).pixelColor(spot), MORNING.sun, 6)
    underway.show_position(0)
    assert not near(image_of(underway).pixelColor(spot), MORNING.sun, 6)


def test_a_step_of_the_sun_repaints_no_more_than_it_must(
    underway: RestPage, timeline: Timeline
) -> None:
    position = middle_of(timeline, 4)
    underway.show_position(position)
    image_of(underway)
    ground = underway._ground
    underway.show_position(position + 1000)
    image_of(underway)
    assert underway._ground is ground


def test_a_turn_of_the_light_paints_the_ground_anew(underway: RestPage, timeline: Timeline) -> None:
    underway.show_position(middle_of(timeline, 1))
    image_of(underway)
    ground = underway._ground
    underway.show_position(middle_of(timeline, 2))
    image_of(underway)
    assert underway._ground is not ground


def test_another_light_is_painted_at_once(underway: RestPage, theme: Theme) -> None:
    image_of(underway)
    theme.choose(ThemeChoice.DUSK, motion=False)
    assert near(image_of(underway).pixelColor(underway.width() - 2, 1), DUSK.skies[0].top, 3)


def test_the_body_lies_as_it_was_chosen(page: RestPage, renderer: HandRenderer) -> None:
    timer_of(page.figure).timeout.emit()
    scene = renderer.asked[-1]
    assert (scene.pose, scene.setup, scene.body) == ("side", SETTINGS.setup, "oak")
    assert scene.width % 8 == 0


def test_the_figure_comes_onto_the_floor_when_it_is_drawn(
    underway: RestPage, renderer: HandRenderer
) -> None:
    timer_of(underway.figure).timeout.emit()
    renderer.finish(renderer.asked[-1])
    at = (underway.width() // 2, floor_of(underway) - 30)
    assert image_of(underway).pixelColor(*at).blue() > 200


def test_attention_glows_on_the_part_of_the_phase(
    underway: RestPage, renderer: HandRenderer, timeline: Timeline
) -> None:
    timer_of(underway.figure).timeout.emit()
    renderer.finish(renderer.asked[-1])
    images = []
    for index in range(len(timeline.phases)):
        underway.show_position(middle_of(timeline, index))
        images.append(image_of(underway))
    row = floor_of(underway) - 20
    rows = [tuple(one.pixel(x, row) for x in range(300, 980, 4)) for one in images]
    assert len(set(rows)) >= 4


def test_labels_of_the_phases_are_left_out_where_it_is_narrow(
    underway: RestPage, timeline: Timeline
) -> None:
    assert underway._stage().labelled
    underway.resize(800, 600)
    assert not underway._stage().labelled


def test_underway_the_whole_width_is_the_rests(page: RestPage) -> None:
    beside_the_rail = label(page, "digits").geometry().center().x()
    page.show_underway(underway=True, paused=False)
    assert abs(label(page, "digits").geometry().center().x() - 640) <= 1
    assert beside_the_rail > 640 + 30


def test_without_a_plan_there_is_plain_ground(
    theme: Theme, renderer: HandRenderer, qtbot: QtBot
) -> None:
    bare = RestPage(theme, renderer)
    qtbot.addWidget(bare)
    bare.resize(800, 600)
    bare.show_position(1000)
    assert bare.grab().toImage().pixelColor(400, 20).name() == MORNING.ground.name()
    assert renderer.asked == []


def test_whoever_lies_on_the_side_lies_clear_of_the_controls(
    page: RestPage, timeline: Timeline
) -> None:
    page.show_plan(timeline, Settings(setup=Setup(legs=Legs.FLOOR)))
    on_the_back = page._stage()
    page.show_plan(timeline, Settings(setup=Setup(legs=Legs.SIDE)))
    on_the_side = page._stage()
    assert on_the_back.figure_at.y() == on_the_back.floor
    assert on_the_side.figure_at.y() + 0.24 * on_the_side.figure_width < on_the_side.floor + 40
