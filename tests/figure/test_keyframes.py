"""What is drawn between two worked-out postures: limbs that neither grow nor shrink."""

from collections.abc import Mapping

import numpy as np
import pytest

from constructive_rest.figure.body import Body
from constructive_rest.figure.contact_book import ContactBook
from constructive_rest.figure.interpolation import Array
from constructive_rest.figure.keyframes import SHORT, Keyframes
from constructive_rest.figure.route import Route
from constructive_rest.figure.sides import Side
from constructive_rest.figure.surface import Patch, Surface, between, surface_of

RIBS = ("ribs", "floor", "book", "easy")
WAYS = (
    (RIBS, ("sides", "chair", "book", "easy")),
    (RIBS, ("side", "side", "side", "side")),
    (("push",) * 4, ("kneel",) * 4),
)
BETWEEN = (0.13, 0.35, 0.5001, 0.77)


@pytest.fixture(params=range(len(WAYS)))
def route(request: pytest.FixtureRequest, bodies: Mapping[str, Body], book: ContactBook) -> Route:
    return Route(bodies["willow"], book.way(*WAYS[request.param]))


def upper_arms(surface: Surface) -> Array:
    """How far apart the second and the second last ring of both upper arms lie, metres."""
    rings = [surface[Patch.UPPER_ARM, side].vertices.mean(axis=1) for side in Side]
    return np.array([np.linalg.norm(middles[-4] - middles[1]) for middles in rings])


def test_limbs_keep_their_length(route: Route) -> None:
    frames = Keyframes(route, (False, False))
    own = upper_arms(frames.at(0.0))
    for share in BETWEEN:
        assert np.allclose(upper_arms(frames.at(share)) / own, 1.0, atol=0.001)


def test_limbs_are_where_the_whole_figure_has_them(route: Route) -> None:
    frames = Keyframes(route, (False, False))
    for share in BETWEEN:
        drawn, true = frames.at(share), surface_of(route.at(share), belt=False)
        assert drawn.keys() == true.keys()
        for side in Side:
            for patch in (Patch.THIGH, Patch.SHIN, Patch.UPPER_ARM):
                gap = drawn[patch, side].vertices.mean(axis=1)
                gap = gap - true[patch, side].vertices.mean(axis=1)
                assert np.linalg.norm(gap, axis=1).max() < 0.008


def test_straight_between_the_same_postures_limbs_would_shrink(
    bodies: Mapping[str, Body], book: ContactBook
) -> None:
    """That it is worth it: the plain way between two keys is off by more than a thousandth."""
    route = Route(bodies["willow"], book.way(*WAYS[1]))
    frames = Keyframes(route, (False, False))
    own = upper_arms(frames.at(0.0))
    plain = [
        between(frames.at(step / SHORT), frames.at((step + 1) / SHORT), 0.5)
        for step in range(SHORT)
    ]
    assert max(abs(upper_arms(surface) / own - 1.0).max() for surface in plain) > 0.005


def test_both_ends_are_the_postures_themselves(route: Route) -> None:
    frames = Keyframes(route, (False, False))
    for share in (0.0, 1.0):
        whole = surface_of(route.at(share), belt=False)
        for key, rings in frames.at(share).items():
            assert np.allclose(rings.vertices, whole[key].vertices, atol=1e-9)


def test_nothing_is_drawn_under_the_floor(route: Route) -> None:
    frames = Keyframes(route, (False, False))
    for share in BETWEEN:
        lowest = min(float(rings.vertices[..., 1].min()) for rings in frames.at(share).values())
        assert lowest > -0.001


def test_a_belt_is_put_on_along_the_way(bodies: Mapping[str, Body], book: ContactBook) -> None:
    route = Route(bodies["oak"], book.way(RIBS, ("ribs", "belt", "book", "easy")))
    frames = Keyframes(route, (False, True))
    key = (Patch.BELT, None)
    assert key not in frames.at(0.0)
    spread = [
        float(np.ptp(frames.at(share)[key].vertices, axis=(0, 1)).max()) for share in (0.3, 1)
    ]
    assert 0.0 < spread[0] < spread[1]
