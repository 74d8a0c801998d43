"""Texts give way to each other without a jump, and screen readers hear the better seen one."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from constructive_rest.settings import ThemeChoice
from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.fading_label import APPEAR_MS, FadingLabel
from constructive_rest.ui.widgets.text import Role


@pytest.fixture
def label(theme: Theme, qtbot: QtBot) -> FadingLabel:
    made = FadingLabel(theme, Role.PHASE)
    qtbot.addWidget(made)
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    made.resize(300, 60)
    made.setStyleSheet("background: white")
    return made


def ink(label: FadingLabel) -> int:
    """How much darkness there is, summed over every third pixel."""
    image = label.grab().toImage()
    return sum(
        255 - image.pixelColor(x, y).lightness()
        for x in range(0, image.width(), 3)
        for y in range(image.height())
    )


def test_a_turn_goes_from_one_text_to_the_other(label: FadingLabel) -> None:
    label.turn("Weight", "Weight", 0)
    whole = ink(label)
    label.turn("Weight", "", 0.5)
    assert 0.35 < ink(label) / whole < 0.65
    label.turn("Weight", "Breath", 0.0)
    assert ink(label) == whole
    label.turn("Breath", "Breath", 0)
    other = ink(label)
    label.turn("Weight", "Breath", 1.0)
    assert ink(label) == other


def test_the_better_seen_text_is_the_one_told(label: FadingLabel) -> None:
    label.turn("Weight", "Breath", 0.49)
    assert label.text() == "Weight"
    label.turn("Weight", "Breath", 0.5)
    assert label.text() == "Breath"


def test_a_text_that_sinks_is_fainter(label: FadingLabel) -> None:
    label.appear("Watch.", 1.0)
    whole = ink(label)
    label.appear("Watch.", 0.3)
    assert 0.15 < ink(label) / whole < 0.45


def test_a_new_text_comes_up_softly(label: FadingLabel, theme: Theme) -> None:
    theme.choose(ThemeChoice.MORNING, motion=True)
    label.appear("Watch.", 1.0)
    amounts = []
    for share in (0.0, 0.5, 0.99):
        label._rise.setCurrentTime(round(APPEAR_MS * share))
        amounts.append(ink(label))
    assert amounts == sorted(amounts)
    assert amounts[0] == 0
    label._rise.stop()
    assert ink(label) > amounts[1] * 1.5


def test_the_same_text_does_not_come_up_again(label: FadingLabel, theme: Theme) -> None:
    label.appear("Watch.", 1.0)
    theme.choose(ThemeChoice.MORNING, motion=True)
    label.appear("Watch.", 1.0)
    assert label._rise.state() is label._rise.State.Stopped


def test_without_motion_it_is_there_at_once(label: FadingLabel) -> None:
    label.appear("Watch.", 1.0)
    assert label._rise.state() is label._rise.State.Stopped
    assert ink(label) > 0
