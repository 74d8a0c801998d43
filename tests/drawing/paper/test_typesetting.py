"""Text in lines on one rhythm."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter

from constructive_rest.drawing.paper.typesetting import DOTS_PER_MM, Kind, Run, Typesetter
from constructive_rest.drawing.typefaces import SERIF_FAMILIES, load_fonts

LONG = "Adjust until the legs stay up almost by themselves, and change it whenever you like."


class Pen(QPainter):
    """Keeps what is set and where, in millimetres."""

    def __init__(self, image: QImage) -> None:
        super().__init__(image)
        self.set: list[tuple[str, float, float]] = []

    def drawText(self, at: QPointF, words: str) -> None:  # type: ignore[override]  # noqa: N802
        self.set.append((words, at.x() / DOTS_PER_MM, at.y() / DOTS_PER_MM))


@pytest.fixture
def pen(qapp: object) -> Iterator[Pen]:
    load_fonts()
    image = QImage(8, 8, QImage.Format.Format_ARGB32_Premultiplied)
    pen = Pen(image)
    yield pen
    pen.end()


def test_a_paragraph_is_broken_at_its_width(pen: Pen) -> None:
    type_ = Typesetter(pen)
    type_.paragraph((Run(LONG, Kind.BODY),), 10.0, 20.0, 60.0)
    assert len(pen.set) > 1
    assert " ".join(words for words, _, _ in pen.set) == LONG
    for words, x, _ in pen.set:
        assert x == 10.0
        assert type_.width(Run(words, Kind.BODY)) <= 60.0


def test_baselines_keep_the_rhythm(pen: Pen) -> None:
    type_ = Typesetter(pen)
    end = type_.paragraph((Run(LONG, Kind.BODY),), 0.0, 0.0, 40.0)
    lines = [y for _, _, y in pen.set]
    steps = [after - before for before, after in pairwise(lines)]
    assert steps == pytest.approx([type_.leading(Kind.BODY)] * len(steps))
    assert end == pytest.approx(len(lines) * type_.leading(Kind.BODY))
    assert 0 < lines[0] < type_.leading(Kind.BODY)


def test_the_height_is_known_beforehand(pen: Pen) -> None:
    type_ = Typesetter(pen)
    runs = (Run("Belt at mid-thigh.", Kind.CHOSEN), Run(LONG, Kind.BODY))
    height = type_.height(runs, 50.0)
    assert type_.paragraph(runs, 0.0, 7.0, 50.0) - 7.0 == pytest.approx(height)


def test_runs_follow_each_other_with_a_space_between(pen: Pen) -> None:
    type_ = Typesetter(pen)
    first, second = Run("Thin firm books.", Kind.CHOSEN), Run("Easy to add one.", Kind.BODY)
    type_.paragraph((first, second), 5.0, 0.0, 200.0)
    (words, x, y), (others, other_x, other_y) = pen.set
    assert (words, others) == (first.words, second.words)
    assert x == 5.0
    assert y == other_y
    gap = other_x - x - type_.width(first)
    assert gap == pytest.approx(type_.width(Run(" ", Kind.CHOSEN)), abs=0.05)


def test_no_word_of_several_runs_is_lost_when_they_wrap(pen: Pen) -> None:
    runs = (Run("The heels want to lift.", Kind.WRONG), Run(LONG, Kind.HELPS))
    Typesetter(pen).paragraph(runs, 0.0, 0.0, 30.0)
    assert " ".join(words for words, _, _ in pen.set) == f"The heels want to lift. {LONG}"


def test_a_scale_makes_all_of_it_smaller(pen: Pen) -> None:
    usual, small = Typesetter(pen), Typesetter(pen, 0.8)
    run = Run(LONG, Kind.BODY)
    assert small.width(run) == pytest.approx(usual.width(run) * 0.8, rel=0.01)
    assert small.leading(Kind.BODY) == pytest.approx(usual.leading(Kind.BODY) * 0.8)


def test_titles_are_set_in_the_serif(pen: Pen) -> None:
    type_ = Typesetter(pen)
    assert type_.font(Kind.TITLE).families()[0] == SERIF_FAMILIES[0]
    assert type_.font(Kind.BODY).families()[0] != SERIF_FAMILIES[0]
    assert type_.font(Kind.SAFETY).italic()
