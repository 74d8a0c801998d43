"""Words of a step as blocks: no word alone on a line."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtGui import QImage, QPainter
from tests.drawing.paper.samples import SMALL

from constructive_rest.drawing.paper import blocks
from constructive_rest.drawing.paper.document import Choice, Trouble
from constructive_rest.drawing.paper.typesetting import Kind, Typesetter
from constructive_rest.drawing.typefaces import load_fonts

STEP = SMALL.entries[0]
WIDE, NARROW = 150.0, 40.0


@pytest.fixture
def type_(qapp: object) -> Iterator[Typesetter]:
    load_fonts()
    image = QImage(8, 8, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    yield Typesetter(painter)
    painter.end()


def words(some: tuple[blocks.Block, ...]) -> list[str]:
    return [" ".join(run.words for run in block.runs) for block in some]


def test_a_step_with_room_keeps_its_lines(type_: Typesetter) -> None:
    assert words(blocks.entry(STEP, WIDE, type_)) == [
        "Support your head",
        "Under the bone.",
        "Face level.",
        "Thin firm books. Easy to add one.",
        "The chin is high. Add a thin book.",
    ]


def test_what_helps_moves_down_whole_where_there_is_no_room(type_: Typesetter) -> None:
    assert words(blocks.entry(STEP, NARROW, type_))[-4:] == [
        "Thin firm books.",
        "Easy to add one.",
        "The chin is high.",
        "Add a thin book.",
    ]


def test_lines_without_room_become_one_paragraph(type_: Typesetter) -> None:
    long = replace(STEP, lines=("A line that has no room on one row.", "Another."))
    assert words(blocks.entry(long, NARROW, type_))[1] == (
        "A line that has no room on one row. Another."
    )


def test_the_first_trouble_keeps_farther_away(type_: Typesetter) -> None:
    two = (Trouble("Wrong", "Right"), Trouble("Worse", "Better"))
    first, second = blocks.entry(replace(STEP, trouble=two), WIDE, type_)[-2:]
    assert first.before > second.before


def test_choices_stand_on_one_line_with_points_between(type_: Typesetter) -> None:
    [line] = words(blocks.choices(SMALL))
    assert line == "Head Thin firm books · 20 min"


def test_a_single_choice_has_no_point() -> None:
    [line] = words(blocks.choices(replace(SMALL, choices=(Choice("Arms", "Lower ribs"),))))
    assert line == "Arms Lower ribs"


def test_the_height_of_blocks_is_where_they_end(type_: Typesetter) -> None:
    some = blocks.entry(STEP, WIDE, type_)
    height = blocks.height(some, WIDE, type_)
    assert blocks.put(some, 0.0, 12.0, WIDE, type_) == pytest.approx(12.0 + height)


def test_head_closing_and_safety(type_: Typesetter) -> None:
    assert words(blocks.head(SMALL)) == ["Constructive Rest", "Step by step"]
    assert words(blocks.closing(SMALL.closings[0])) == ["Getting up", "Roll to one side first."]
    [sentence] = blocks.safety(SMALL)
    assert sentence.runs[0].kind is Kind.SAFETY
