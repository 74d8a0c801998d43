"""What is nearer is drawn later, wherever two parts meet in the picture."""

from itertools import permutations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from constructive_rest.figure.interpolation import Array
from constructive_rest.figure.ordering import Seen, back_to_front


def sheet(nearness: float, left: float = 0.0, width: float = 0.4) -> Seen:
    """A square that faces the viewer."""
    across, down = np.meshgrid(np.linspace(left, left + width, 20), np.linspace(0.0, 0.4, 20))
    points: Array = np.stack([across.ravel(), down.ravel()], axis=1)
    return Seen(points, np.full(len(points), nearness))


def test_the_nearer_of_two_comes_later() -> None:
    assert back_to_front([sheet(1.0), sheet(0.0)]) == [1, 0]
    assert back_to_front([sheet(0.0), sheet(1.0)]) == [0, 1]


def test_parts_that_do_not_meet_keep_their_order() -> None:
    assert back_to_front([sheet(5.0), sheet(1.0, left=2.0), sheet(3.0, left=4.0)]) == [0, 1, 2]


def test_every_order_of_asking_gives_the_same_order_of_drawing() -> None:
    depths = (0.0, 1.0, 2.0, 3.0)
    for shuffled in permutations(depths):
        order = back_to_front([sheet(depth) for depth in shuffled])
        assert [shuffled[number] for number in order] == list(depths)


def test_a_part_that_is_mostly_in_front_counts_as_in_front() -> None:
    leaning = sheet(0.0)
    slope = Seen(leaning.points, leaning.points[:, 0] - 0.1)
    assert back_to_front([slope, leaning]) == [1, 0]


def test_a_ring_of_parts_that_each_cover_the_next_still_comes_to_an_end() -> None:
    first = Seen(*_both(sheet(0.0, 0.0), sheet(3.0, 2.0)))
    second = Seen(*_both(sheet(1.0, 0.0), sheet(0.0, 1.0)))
    third = Seen(*_both(sheet(1.0, 1.0), sheet(0.0, 2.0)))
    assert sorted(back_to_front([first, second, third])) == [0, 1, 2]


def _both(one: Seen, other: Seen) -> tuple[Array, Array]:
    return (
        np.concatenate([one.points, other.points]),
        np.concatenate([one.nearness, other.nearness]),
    )


@given(st.lists(st.floats(-2.0, 2.0), min_size=1, max_size=8))
def test_every_part_is_drawn_once(depths: list[float]) -> None:
    order = back_to_front([sheet(depth) for depth in depths])
    assert sorted(order) == list(range(len(depths)))
