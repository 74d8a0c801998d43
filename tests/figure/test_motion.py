"""A body on its way between two postures: bones stay whole, contacts stay, nothing sinks."""

from collections.abc import Callable, Mapping
from itertools import pairwise

import numpy as np
import pytest

from constructive_rest.figure.body import Body
from constructive_rest.figure.contact_book import ContactBook
from constructive_rest.figure.loft import FULL, MOVING
from constructive_rest.figure.mannequin import Mannequin, build_mannequin
from constructive_rest.figure.route import Route
from constructive_rest.figure.sides import Side

WAYS = (
    (("ribs", "floor", "book", "easy"), ("sides", "floor", "book", "easy")),
    (("chest", "floor", "book", "easy"), ("hips", "together", "none", "easy")),
    (("ribs", "floor", "book", "easy"), ("ribs", "chair", "towel", "easy")),
    (("ribs", "floor", "book", "easy"), ("ribs", "floor", "book", "arched")),
)
Move = Callable[[str, int], Route]


@pytest.fixture(scope="module")
def move(bodies: Mapping[str, Body], book: ContactBook) -> Move:
    def make(body: str, way: int) -> Route:
        start, end = WAYS[way]
        return Route(bodies[body], (book.contacts(*start), book.contacts(*end)))

    return make


def vertices(figure: Mannequin) -> "np.ndarray[tuple[int, int], np.dtype[np.float64]]":
    return np.concatenate([loft.vertices.reshape(-1, 3) for loft in figure.lofts()])


def middles(figure: Mannequin) -> "np.ndarray[tuple[int, int], np.dtype[np.float64]]":
    """The middle of every ring: a ring that turns over within itself looks the same."""
    return np.concatenate([loft.vertices.mean(axis=1) for loft in figure.lofts()])


@pytest.mark.parametrize("way", range(len(WAYS)))
def test_both_ends_are_the_postures_themselves(
    bodies: Mapping[str, Body], book: ContactBook, move: Move, way: int
) -> None:
    motion = move("oak", way)
    for share, contacts in zip((0.0, 1.0), WAYS[way], strict=True):
        still = build_mannequin(bodies["oak"], book.contacts(*contacts))
        assert np.allclose(vertices(motion.at(share, FULL)), vertices(still), atol=1e-9)


@pytest.mark.parametrize("way", range(len(WAYS)))
@pytest.mark.parametrize("body", ["reed", "poppy"])
def test_no_part_jumps(move: Move, body: str, way: int) -> None:
    """Of 60 frames, none moves any part by more than 4 cm: no swivel, no flip."""
    motion = move(body, way)
    frames = [middles(motion.at(share)) for share in np.linspace(0.0, 1.0, 61)]
    jumps = [np.linalg.norm(b - a, axis=1).max() for a, b in pairwise(frames)]
    assert max(jumps) < 0.04


def test_what_touches_the_same_at_both_ends_stays(move: Move) -> None:
    motion = move("reed", 0)
    for share in (0.2, 0.5, 0.8):
        for side in Side:
            leg, still = (motion.skeleton(s).legs[side].chain for s in (share, 0.0))
            assert np.allclose(leg.end, still.end, atol=1e-9)


def test_a_hand_that_travels_is_lifted(move: Move) -> None:
    motion = move("reed", 0)
    heights = [motion.skeleton(s).arms[Side.RIGHT].chain.end[1] for s in (0.0, 0.5, 1.0)]
    assert heights[1] > (heights[0] + heights[2]) / 2 + 0.03


def test_a_moving_body_has_fewer_vertices_and_the_same_outline(move: Move) -> None:
    motion = move("willow", 2)
    moving, whole = (vertices(motion.at(0.5, detail)) for detail in (MOVING, FULL))
    assert len(moving) < 0.45 * len(whole)
    for axis in range(3):
        for end in (np.min, np.max):
            assert end(moving[:, axis]) == pytest.approx(end(whole[:, axis]), abs=0.006)
