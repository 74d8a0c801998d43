"""How long, how at ease, begin."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.ui.stand_ins import near

from constructive_rest.ui.begin_panel import EDGE, IDEAL, LENGTHS, BeginPanel
from constructive_rest.ui.palette import MORNING
from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.buttons import LinkButton
from constructive_rest.ui.widgets.choices import LengthChip


@pytest.fixture
def panel(theme: Theme, qtbot: QtBot) -> BeginPanel:
    made = BeginPanel(theme)
    qtbot.addWidget(made)
    made.resize(440 + 2 * EDGE, 330 + 2 * EDGE)
    made.arrange(440, 330, narrow=False)
    made.show()
    made.activateWindow()
    return made


def chips(panel: BeginPanel) -> list[LengthChip]:
    return panel.findChildren(LengthChip)


def unfold_link(panel: BeginPanel) -> LinkButton:
    link = panel.findChild(LinkButton, "ease_before_open")
    assert link is not None
    return link


def test_every_length_of_the_practice_is_offered(panel: BeginPanel) -> None:
    assert tuple(chip.minutes for chip in chips(panel)) == LENGTHS
    assert LENGTHS[0] == 5
    assert LENGTHS[-1] == 30


@pytest.mark.parametrize("minutes", LENGTHS)
def test_a_chip_tells_its_length(panel: BeginPanel, qtbot: QtBot, minutes: int) -> None:
    chip = next(chip for chip in chips(panel) if chip.minutes == minutes)
    with qtbot.waitSignal(panel.length_chosen) as chosen:
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert chosen.args == [minutes]


def test_the_ideal_lengths_are_bracketed(panel: BeginPanel) -> None:
    first, last = (chip for chip in chips(panel) if chip.minutes in IDEAL)
    image = panel.grab().toImage()
    row = first.geometry().bottom() + 6
    accent = [x for x in range(panel.width()) if near(image.pixelColor(x, row), MORNING.accent, 60)]
    assert first.x() <= min(accent)
    assert max(accent) <= last.geometry().right()


def test_begin_stands_at_the_foot(panel: BeginPanel) -> None:
    body = panel.begin.body().toRect().translated(panel.begin.pos())
    assert body.bottom() == EDGE + 330 - 1
    assert body.width() == 440


def test_wide_the_ease_is_asked_in_the_open(panel: BeginPanel) -> None:
    assert panel.ease.isVisible()
    assert not unfold_link(panel).isVisible()


def test_narrow_it_is_folded_behind_a_link(panel: BeginPanel) -> None:
    panel.arrange(300, 280, narrow=True)
    assert not panel.ease.isVisible()
    assert unfold_link(panel).isVisible()


def test_the_link_unfolds_it_and_takes_the_keyboard_there(panel: BeginPanel) -> None:
    panel.arrange(300, 280, narrow=True)
    QTest.mouseClick(unfold_link(panel), Qt.MouseButton.LeftButton)
    assert panel.ease.isVisible()
    assert panel.ease.circle(0).hasFocus()
    assert not unfold_link(panel).isVisible()


def test_unfolded_it_stays_so_when_the_window_is_resized(panel: BeginPanel) -> None:
    panel.arrange(300, 280, narrow=True)
    unfold_link(panel).click()
    panel.arrange(310, 280, narrow=True)
    assert panel.ease.isVisible()


def test_a_folded_scale_still_answers_nothing(panel: BeginPanel, qtbot: QtBot) -> None:
    panel.arrange(300, 280, narrow=True)
    with qtbot.waitSignal(panel.begin_asked) as asked:
        panel.begin.click()
    assert asked.args == [None]


def test_showing_a_length_tells_nothing(panel: BeginPanel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(panel.length_chosen):
        panel.show_minutes(25)
    assert [chip.minutes for chip in chips(panel) if chip.isChecked()] == [25]


def test_chips_stand_side_by_side(panel: BeginPanel) -> None:
    corners = [chip.mapTo(panel, QPoint(0, 0)).x() for chip in chips(panel)]
    assert corners == sorted(corners)
    assert len({chip.y() for chip in chips(panel)}) == 1


@pytest.mark.parametrize("narrow", [False, True])
def test_the_way_to_paper_stands_beside_the_question(
    panel: BeginPanel, qtbot: QtBot, narrow: bool
) -> None:
    panel.arrange(320, 280, narrow=narrow)
    link = panel.findChild(LinkButton, "print_guide")
    assert link is not None
    assert link.geometry().right() <= 320 + 2 * EDGE
    assert link.geometry().bottom() < chips(panel)[0].body().translated(chips(panel)[0].pos()).top()
    with qtbot.waitSignal(panel.print_asked):
        QTest.keyClick(link, Qt.Key.Key_Space)
