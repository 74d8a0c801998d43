"""Controls that hold a choice, by mouse and by keyboard, in both reading directions."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QButtonGroup, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.stand_ins import count_near, near

from constructive_rest.ui.palette import MORNING
from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.choices import Checkable, LengthChip, Segment, Segmented, Switch
from constructive_rest.ui.widgets.painted import RING, place

OPTIONS = (("system", "As system"), ("morning", "Morning"), ("dusk", "Dusk"))
FORWARD = (Qt.Key.Key_Right, Qt.Key.Key_Down)
BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)


class Row(QWidget):
    """Three chips in one group."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.chips = [LengthChip(theme, minutes, self) for minutes in (10, 15, 20)]
        self.group = QButtonGroup(self)
        for number, chip in enumerate(self.chips):
            place(chip, 10 + 90 * number, 10, 80, 56)
            self.group.addButton(chip)


@pytest.fixture
def row(theme: Theme, qtbot: QtBot) -> Row:
    made = Row(theme)
    qtbot.addWidget(made)
    made.resize(300, 90)
    made.show()
    made.activateWindow()
    return made


@pytest.fixture
def segmented(theme: Theme, qtbot: QtBot) -> Segmented:
    made = Segmented(theme, OPTIONS, "Light")
    qtbot.addWidget(made)
    made.adjustSize()
    return made


def focused(row: Row) -> int:
    return next(number for number, chip in enumerate(row.chips) if chip.hasFocus())


def press(row: Row, key: Qt.Key) -> None:
    QTest.keyClick(row.chips[focused(row)], key)


@pytest.mark.parametrize("key", FORWARD, ids=lambda key: key.name)
def test_an_arrow_steps_to_the_next_choice_and_round(row: Row, key: Qt.Key) -> None:
    row.chips[0].setFocus()
    seen = []
    for _ in range(3):
        press(row, key)
        seen.append(focused(row))
    assert seen == [1, 2, 0]


@pytest.mark.parametrize("key", BACK, ids=lambda key: key.name)
def test_an_arrow_steps_back_and_round(row: Row, key: Qt.Key) -> None:
    row.chips[0].setFocus()
    press(row, key)
    assert focused(row) == 2


def test_reading_from_the_right_left_and_right_change_places(row: Row) -> None:
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    row.chips[0].setFocus()
    press(row, Qt.Key.Key_Left)
    assert focused(row) == 1
    press(row, Qt.Key.Key_Right)
    assert focused(row) == 0
    press(row, Qt.Key.Key_Down)
    assert focused(row) == 1


def test_from_the_chosen_one_an_arrow_chooses(row: Row, qtbot: QtBot) -> None:
    row.chips[0].click()
    row.chips[0].setFocus()
    with qtbot.waitSignal(row.chips[1].clicked):
        press(row, Qt.Key.Key_Right)
    assert [chip.isChecked() for chip in row.chips] == [False, True, False]


def test_while_nothing_is_chosen_an_arrow_only_looks(row: Row) -> None:
    row.chips[0].setFocus()
    press(row, Qt.Key.Key_Right)
    assert not any(chip.isChecked() for chip in row.chips)


def test_an_arrow_shows_where_it_went(row: Row) -> None:
    row.chips[0].setFocus()
    before = count_near(row.chips[1], MORNING.focus, 24)
    press(row, Qt.Key.Key_Right)
    assert before == 0
    assert count_near(row.chips[1], MORNING.focus, 24) > 100


def test_any_other_key_is_not_taken(row: Row) -> None:
    row.chips[0].setFocus()
    press(row, Qt.Key.Key_A)
    assert focused(row) == 0
    assert not row.chips[0].isChecked()


def test_a_chip_has_the_name_by_which_tests_and_readers_find_it(theme: Theme) -> None:
    chip = LengthChip(theme, 25)
    assert chip.objectName() == "minutes_25"
    assert chip.minutes == 25
    assert chip.accessibleName().startswith("25 ")


def test_a_chosen_chip_looks_chosen(row: Row) -> None:
    row.chips[1].click()
    image = row.chips[1].grab().toImage()
    assert near(image.pixelColor(RING + 8, 20), MORNING.selected, 3)
    assert near(row.chips[0].grab().toImage().pixelColor(RING + 8, 20), MORNING.surface, 3)


def test_a_compact_chip_shows_the_number_alone(row: Row) -> None:
    full = count_near(row.chips[0], MORNING.muted, 30)
    row.chips[0].set_compact(compact=True)
    assert full > 0
    assert count_near(row.chips[0], MORNING.muted, 30) < full


def test_a_segment_tells_its_key_when_it_is_chosen_by_hand(
    segmented: Segmented, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(segmented.chosen) as chosen:
        QTest.mouseClick(segmented.segment("dusk"), Qt.MouseButton.LeftButton)
    assert chosen.args == ["dusk"]


def test_showing_a_choice_tells_nothing(segmented: Segmented, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(segmented.chosen):
        segmented.choose("morning")
    assert segmented.segment("morning").isChecked()


def test_only_one_segment_is_chosen(segmented: Segmented) -> None:
    segmented.choose("morning")
    segmented.choose("dusk")
    assert [segmented.segment(key).isChecked() for key, _text in OPTIONS] == [False, False, True]


def test_segments_lie_in_a_well(segmented: Segmented) -> None:
    assert segmented.accessibleName() == "Light"
    image = segmented.grab().toImage()
    assert near(image.pixelColor(RING + 10, segmented.height() // 2), MORNING.well, 3)


def test_the_chosen_segment_is_raised(segmented: Segmented) -> None:
    segmented.choose("dusk")
    segment = segmented.segment("dusk")
    assert isinstance(segment, Segment)
    image = segmented.grab().toImage()
    at = segment.mapTo(segmented, QPoint(RING + 8, segment.height() // 2))
    assert near(image.pixelColor(at), MORNING.raised, 3)


@pytest.mark.parametrize("right_to_left", [False, True])
def test_the_knob_of_a_switch_stands_on_the_side_that_is_on(
    theme: Theme, qtbot: QtBot, right_to_left: bool
) -> None:
    switch = Switch(theme, "Bells")
    qtbot.addWidget(switch)
    switch.resize(switch.sizeHint())
    if right_to_left:
        switch.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    left, right = QPoint(RING + 13, 18), QPoint(RING + 31, 18)
    off = switch.grab().toImage()
    switch.setChecked(True)
    on = switch.grab().toImage()
    start, end = (right, left) if right_to_left else (left, right)
    assert near(off.pixelColor(start), MORNING.control, 3)
    assert near(off.pixelColor(end), MORNING.surface, 3)
    assert near(on.pixelColor(end), MORNING.on_primary, 3)
    assert near(on.pixelColor(start), MORNING.primary, 3)


def test_a_switch_is_thrown_by_space_and_named(theme: Theme, qtbot: QtBot) -> None:
    switch = Switch(theme, "Bells")
    qtbot.addWidget(switch)
    QTest.keyClick(switch, Qt.Key.Key_Space)
    assert switch.isChecked()
    assert switch.accessibleName() == "Bells"


def test_alone_a_choice_leaves_arrow_keys_to_others(theme: Theme, qtbot: QtBot) -> None:
    switch: Checkable = Switch(theme, "Bells")
    qtbot.addWidget(switch)
    QTest.keyClick(switch, Qt.Key.Key_Right)
    assert not switch.isChecked()
