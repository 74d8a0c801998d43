"""What is said arrives as it was said, in whatever pieces it comes."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor

from constructive_rest.drawing.passage import (
    Answer,
    Fit,
    Frame,
    Inbox,
    Opening,
    Refusal,
    Wish,
    read_wish,
    write_frame,
    write_opening,
    write_refusal,
    write_wish,
)
from constructive_rest.drawing.picture import Scene
from constructive_rest.practice.setup import Arms, Setup

SIDE = Scene("side", "dusk", 800, 416, 1.5, Setup(arms=Arms.CHEST), "oak")
TOP = Scene("top", "dusk", 400, 210)
TRIANGLE = np.array([[0.25, 1.5], [2.0, -3.125], [4.0, 5.0]])
SQUARE = np.array([[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]])
SHAPES = [(QColor(1, 2, 3), [TRIANGLE, SQUARE]), (QColor(200, 100, 50, 60), [SQUARE])]
MESSAGES = (
    write_opening(Opening(7, Fit(100.0, 1.0, 2.0, 3.0, 400.0), Fit(50.0, 4.0, 5.0, 6.0, 300.0)))
    + write_frame(7, 3, 0.25, SHAPES)
    + write_frame(7, 4, 0.5, [])
    + write_refusal(Refusal(8, "No such plant."))
)


def numbers(frame: Frame) -> list[tuple[int, list[list[tuple[float, float]]]]]:
    return [
        (
            colour.rgba(),
            [[(point.x(), point.y()) for point in polygon.toList()] for polygon in polygons],
        )
        for colour, polygons in frame.shapes
    ]


@pytest.mark.parametrize("wish", [Wish(1, SIDE), Wish(2, SIDE, TOP), Wish(3, TOP, SIDE, (2, 17))])
def test_a_wish_arrives_as_it_was_said(wish: Wish) -> None:
    line = write_wish(wish)
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert read_wish(line) == wish


def check(answers: list[Answer]) -> None:
    opening, first, second, refusal = answers
    assert isinstance(opening, Opening)
    assert opening.end == Fit(50.0, 4.0, 5.0, 6.0, 300.0)
    assert isinstance(first, Frame)
    assert (first.number, first.place, first.eased) == (7, 3, 0.25)
    assert numbers(first) == [
        (colour.rgba(), [[tuple(point) for point in polygon.tolist()] for polygon in polygons])
        for colour, polygons in SHAPES
    ]
    assert isinstance(second, Frame)
    assert second.shapes == []
    assert refusal == Refusal(8, "No such plant.")


def test_answers_arrive_as_they_were_given() -> None:
    check(list(Inbox().take(MESSAGES)))


@given(st.lists(st.integers(0, len(MESSAGES)), max_size=6))
def test_in_whatever_pieces_they_come(cuts: list[int]) -> None:
    inbox, answers = Inbox(), []
    places = [0, *sorted(cuts), len(MESSAGES)]
    for start, end in itertools.pairwise(places):
        answers += list(inbox.take(MESSAGES[start:end]))
    check(answers)


def test_a_part_of_an_answer_is_none() -> None:
    assert list(Inbox().take(MESSAGES[:20])) == []
