"""A long way of the body: it comes through every station, and no stretch is left out."""

from collections.abc import Mapping

import numpy as np
import pytest

from constructive_rest.figure.body import Body
from constructive_rest.figure.contact_book import ContactBook
from constructive_rest.figure.loft import FULL
from constructive_rest.figure.mannequin import build_mannequin
from constructive_rest.figure.motion import Motion, end_at
from constructive_rest.figure.route import Route
from constructive_rest.figure.sides import Side
from constructive_rest.figure.skeleton import Skeleton, solve

PUSH = ("push", "push", "push", "push")
KNEEL = ("kneel", "kneel", "kneel", "kneel")


@pytest.fixture
def route(bodies: Mapping[str, Body], book: ContactBook) -> Route:
    return Route(bodies["oak"], book.way(PUSH, KNEEL))


def joints(skeleton: Skeleton) -> "np.ndarray[tuple[int, int], np.dtype[np.float64]]":
    chains = [arm.chain for arm in skeleton.arms.values()]
    chains += [leg.chain for leg in skeleton.legs.values()]
    return np.array([(chain.middle, chain.end) for chain in chains])


def test_it_comes_through_every_station(
    bodies: Mapping[str, Body], book: ContactBook, route: Route
) -> None:
    stations = book.way(PUSH, KNEEL)
    assert len(stations) == 4
    for share, contacts in zip(route.reached, stations, strict=True):
        there = joints(solve(bodies["oak"], contacts))
        assert np.allclose(joints(route.skeleton(share)), there, atol=1e-9)
        for near in (share - 1e-6, share + 1e-6):
            assert np.allclose(joints(route.skeleton(near)), there, atol=2e-3)


def test_longer_stretches_take_longer(route: Route) -> None:
    took = np.diff(route.reached)
    assert route.reached[0] == 0.0
    assert route.reached[-1] == 1.0
    assert took.min() > 0.1
    assert took[0] > took[1]


def test_a_way_without_stations_is_a_motion(bodies: Mapping[str, Body], book: ContactBook) -> None:
    first, second = (book.contacts(arms, "floor", "book", "easy") for arms in ("ribs", "sides"))
    route, motion = (
        Route(bodies["reed"], (first, second)),
        Motion(*(end_at(bodies["reed"], each) for each in (first, second))),
    )
    assert np.allclose(joints(route.skeleton(0.3)), joints(motion.skeleton(0.3)))


def test_its_ends_are_the_postures_themselves(
    bodies: Mapping[str, Body], book: ContactBook, route: Route
) -> None:
    for share, keys in ((-0.1, PUSH), (0.0, PUSH), (1.0, KNEEL), (1.1, KNEEL)):
        still = build_mannequin(bodies["oak"], book.contacts(*keys))
        moved = route.at(share, FULL)
        for side in Side:
            assert np.allclose(
                moved.arms[side].hand.palm.vertices, still.arms[side].hand.palm.vertices
            )
            assert np.allclose(moved.legs[side].shin.vertices, still.legs[side].shin.vertices)
