"""Pills, links and round buttons: what they say, and how much room they take."""

import pytest
from PySide6.QtGui import QFontMetricsF
from pytestqt.qtbot import QtBot
from tests.ui.stand_ins import count_near

from constructive_rest.ui.palette import MORNING
from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.buttons import Kind, LinkButton, PillButton, RoundButton
from constructive_rest.ui.widgets.painted import RING, PaintedButton


def shown(button: PaintedButton, qtbot: QtBot) -> PaintedButton:
    button.resize(button.sizeHint())
    qtbot.addWidget(button)
    button.show()
    return button


def test_a_pill_is_wide_enough_for_its_words(theme: Theme) -> None:
    pill = PillButton(theme, "Keep resting")
    words = QFontMetricsF(theme.sans(15)).horizontalAdvance("Keep resting")
    assert pill.sizeHint().width() >= words + 40 + 2 * RING
    assert pill.sizeHint().height() == 40 + 2 * RING


def test_an_icon_and_an_aside_take_more_room(theme: Theme) -> None:
    bare = PillButton(theme, "Sound").sizeHint().width()
    iconed = PillButton(theme, "Sound", icon="sound").sizeHint().width()
    assert iconed == bare + 30
    pill = PillButton(theme, "Begin")
    before = pill.sizeHint().width()
    pill.set_aside("20 min")
    assert pill.sizeHint().width() > before + 12


def test_the_aside_is_part_of_the_name(theme: Theme) -> None:
    pill = PillButton(theme, "Begin", Kind.PRIMARY)
    pill.set_aside("20 min")
    assert pill.accessibleName() == "Begin 20 min"
    pill.set_aside("")
    assert pill.accessibleName() == "Begin"


def test_compact_it_is_an_icon_whose_name_is_a_tooltip(theme: Theme) -> None:
    pill = PillButton(theme, "Sound", icon="sound")
    wide = pill.sizeHint().width()
    pill.set_compact(compact=True)
    assert pill.sizeHint().width() == 20 + 24 + 2 * RING < wide
    assert (pill.text(), pill.toolTip()) == ("Sound", "Sound")
    pill.set_compact(compact=False)
    assert pill.sizeHint().width() == wide
    assert pill.toolTip() == ""


def test_compact_the_word_is_not_painted(theme: Theme, qtbot: QtBot) -> None:
    pill = shown(PillButton(theme, "Sound", icon="sound"), qtbot)
    full = count_near(pill, MORNING.ink)
    assert isinstance(pill, PillButton)
    pill.set_compact(compact=True)
    assert 0 < count_near(pill, MORNING.ink) < full


def test_another_icon_is_another_picture(theme: Theme, qtbot: QtBot) -> None:
    pill = PillButton(theme, "Sound", icon="sound")
    shown(pill, qtbot)
    before = pill.grab().toImage()
    pill.set_icon("sound_off")
    assert pill.grab().toImage() != before


@pytest.mark.parametrize(
    ("kind", "fill"), [(Kind.PRIMARY, MORNING.primary), (Kind.PLAIN, MORNING.surface)]
)
def test_a_kind_has_its_fill(theme: Theme, qtbot: QtBot, kind: Kind, fill: object) -> None:
    pill = shown(PillButton(theme, "Begin", kind), qtbot)
    middle = pill.grab().toImage().pixelColor(RING + 14, pill.height() // 2)
    assert middle == fill


def test_a_quiet_pill_shows_its_ground_only_when_hovered(theme: Theme, qtbot: QtBot) -> None:
    pill = shown(PillButton(theme, "Skip", Kind.QUIET), qtbot)
    bare = count_near(pill, MORNING.selected, 3)
    pill._set_hover(1.0)
    assert bare == 0
    assert count_near(pill, MORNING.selected, 3) > 300


def test_a_quiet_pill_is_darker_while_pressed(theme: Theme, qtbot: QtBot) -> None:
    pill = shown(PillButton(theme, "Skip", Kind.QUIET), qtbot)
    pill.setDown(True)
    assert count_near(pill, MORNING.selected_hover, 3) > 300


def test_a_link_is_as_wide_as_its_words(theme: Theme) -> None:
    short, long = LinkButton(theme, "Read"), LinkButton(theme, "If it feels wrong")
    assert short.sizeHint().width() < long.sizeHint().width()
    assert short.sizeHint().height() == long.sizeHint().height()


def test_the_line_under_a_link_is_stronger_when_hovered(theme: Theme, qtbot: QtBot) -> None:
    link = shown(LinkButton(theme, "Read", 15), qtbot)
    row = link.height() // 2 + round(15 * 0.62)
    at_rest = link.grab().toImage().pixelColor(RING + 2, row)
    link._set_hover(1.0)
    assert link.grab().toImage().pixelColor(RING + 2, row).lightness() < at_rest.lightness()


def test_a_round_button_is_named_by_what_it_does(theme: Theme) -> None:
    pause = RoundButton(theme, "Pause", "pause", primary=True)
    assert pause.accessibleName() == "Pause"
    pause.set_icon("play", "Continue")
    assert (pause.text(), pause.accessibleName()) == ("Continue", "Continue")


def test_a_round_button_is_round(theme: Theme) -> None:
    hint = RoundButton(theme, "Next", "chevron_right").sizeHint()
    assert hint.width() == hint.height() == 40 + 2 * RING


def test_a_round_button_shows_its_icon(theme: Theme, qtbot: QtBot) -> None:
    button = RoundButton(theme, "Pause", "pause", primary=True)
    shown(button, qtbot)
    before = button.grab().toImage()
    assert count_near(button, MORNING.on_primary, 40) > 20
    button.set_icon("play", "Continue")
    assert button.grab().toImage() != before
