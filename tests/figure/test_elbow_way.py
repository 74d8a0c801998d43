"""The way of an elbow between two postures: clear of what it must keep out of, and no jump."""

from itertools import pairwise

import numpy as np

from constructive_rest.figure.elbow_way import MOMENTS, ElbowWay, Reach, plan
from constructive_rest.figure.interpolation import Array, angle_between, vector

BONES = (0.31, 0.25)
SHOULDER, WRIST = vector(0, 0, 0), vector(0.4, 0, 0)
UP, DOWN = vector(0, 1, 0), vector(0, -1, 0)
BEFORE, BEHIND = vector(0, 0, 1), vector(0, 0, -1)


def free(elbows: Array) -> Array:
    return np.zeros(len(elbows))


def wall_before(elbows: Array) -> Array:
    return np.maximum(0.0, elbows[:, 2] - 0.02)


def way(hidden: "list[Reach]", start: Array, end: Array) -> ElbowWay:
    return plan(hidden, BONES, start, end)


def reaches(hidden: object = free) -> list[Reach]:
    return [Reach(SHOULDER, WRIST, wall_before if hidden is wall_before else free)] * MOMENTS


def test_a_way_begins_and_ends_where_it_is_told_to() -> None:
    planned = way(reaches(), UP, BEFORE)
    assert np.allclose(planned.at(0.0), UP)
    assert np.allclose(planned.at(1.0), BEFORE)


def test_an_elbow_with_nothing_in_its_way_takes_the_short_one() -> None:
    planned = way(reaches(), UP, BEFORE)
    turned = sum(angle_between(a, b) for a, b in pairwise(planned.directions))
    assert turned < 110
    assert all(direction @ BEHIND < 0.1 for direction in planned.directions)


def test_it_goes_round_what_is_in_its_way() -> None:
    planned = way(reaches(wall_before), UP, DOWN)
    middle = planned.at(0.5)
    assert middle @ BEHIND > 0.8
    inside = [direction[2] for direction in planned.directions[1:-1]]
    assert max(inside) < 0.2


def test_no_step_is_a_jump() -> None:
    for hidden in (free, wall_before):
        planned = way(reaches(hidden), UP, DOWN)
        shares = np.linspace(0.0, 1.0, 61)
        steps = [angle_between(planned.at(a), planned.at(b)) for a, b in pairwise(shares)]
        assert max(steps) < 12
