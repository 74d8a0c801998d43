"""The thinned surface stands for the whole body, and passes into another without a jump."""

import itertools
from collections.abc import Callable

import numpy as np
import pytest

from constructive_rest.figure.body import Hair
from constructive_rest.figure.contact_book import ContactBook
from constructive_rest.figure.mannequin import Mannequin
from constructive_rest.figure.route import Route
from constructive_rest.figure.sides import Side
from constructive_rest.figure.surface import Patch, Surface, between, surface_of

Build = Callable[..., Mannequin]
LONG_HAIRED = "poppy"
BODIES = ("reed", "oak", "willow", "cedar", "poppy")


def ends(surface: Surface) -> tuple[list[float], list[float]]:
    skin = [rings for key, rings in surface.items() if key[0] not in (Patch.HAIR, Patch.LOCKS)]
    points = np.concatenate([rings.vertices.reshape(-1, 3) for rings in skin])
    return points.min(axis=0).tolist(), points.max(axis=0).tolist()


@pytest.mark.parametrize("body", BODIES)
def test_it_reaches_as_far_as_the_body(build: Build, body: str) -> None:
    figure = build(body)
    skin = [loft for loft in figure.lofts() if not any(loft is lock for lock in figure.locks)]
    every = np.concatenate([loft.vertices.reshape(-1, 3) for loft in skin])
    low, high = ends(surface_of(figure, belt=False))
    assert low == pytest.approx(every.min(axis=0), abs=0.025)
    assert high == pytest.approx(every.max(axis=0), abs=0.025)


def test_it_has_far_fewer_points(build: Build) -> None:
    figure = build("reed")
    thin = sum(rings.vertices.size for rings in surface_of(figure, belt=False).values())
    assert thin < 0.6 * sum(loft.vertices.size for loft in figure.lofts())


@pytest.mark.parametrize("body", BODIES)
def test_long_hair_and_a_bun_are_parts_of_their_own(build: Build, body: str) -> None:
    figure = build(body)
    apart = (Patch.LOCKS, None) in surface_of(figure, belt=False)
    assert apart == (figure.body.hair in (Hair.LONG, Hair.BUN))


def test_the_belt_is_there_where_it_is_worn(build: Build) -> None:
    figure = build("reed", legs="belt")
    assert (Patch.BELT, None) not in surface_of(figure, belt=False)
    belt = surface_of(figure, belt=True)[Patch.BELT, None]
    thighs = [surface_of(figure, belt=True)[Patch.THIGH, side].vertices for side in Side]
    low, high = np.concatenate(thighs).min(axis=(0, 1)), np.concatenate(thighs).max(axis=(0, 1))
    assert (belt.vertices.reshape(-1, 3) > low - 0.02).all()
    assert (belt.vertices.reshape(-1, 3) < high + 0.02).all()


def test_both_ends_of_a_way_are_the_surfaces_themselves(build: Build) -> None:
    first, second = (surface_of(build("reed", arms=arms), belt=False) for arms in ("ribs", "sides"))
    assert between(first, second, 0.0) is first
    assert between(first, second, 1.0) is second


def test_half_way_every_point_is_half_way(build: Build) -> None:
    first, second = (surface_of(build("reed", arms=arms), belt=False) for arms in ("ribs", "sides"))
    middle = between(first, second, 0.5)
    for key, rings in middle.items():
        expected = (first[key].vertices + second[key].vertices) / 2
        assert rings.vertices == pytest.approx(expected)


@pytest.mark.parametrize("other", [body for body in BODIES if body != "reed"])
def test_one_body_grows_into_another(build: Build, other: str) -> None:
    first, second = surface_of(build("reed"), belt=False), surface_of(build(other), belt=False)
    steps = [between(first, second, share) for share in np.linspace(0.001, 0.999, 9)]
    for step in steps:
        assert set(step) == set(first) | set(second)
    for early, late in itertools.pairwise(steps):
        for key in early:
            if early[key].matches(late[key]):
                way = np.abs(early[key].vertices - late[key].vertices).max()
                assert way < 0.08, f"{key} jumps"


def test_hair_that_only_one_has_shrinks_into_its_middle(build: Build) -> None:
    long, short = surface_of(build(LONG_HAIRED), belt=False), surface_of(build("reed"), belt=False)
    key = (Patch.LOCKS, None)
    spread = [
        float(np.ptp(between(long, short, share)[key].vertices.reshape(-1, 3), axis=0).max())
        for share in (0.01, 0.5, 0.99)
    ]
    assert spread[0] > spread[1] > spread[2]
    assert spread[2] < 0.01


def test_a_movement_has_few_points_and_the_same_all_the_way(
    build: Build, book: ContactBook
) -> None:
    ways = [book.contacts(arms, "floor", "book", "easy") for arms in ("ribs", "chest")]
    motion = Route(build(LONG_HAIRED).body, ways)
    surfaces = [surface_of(motion.at(share), belt=False) for share in (0.0, 0.3, 1.0)]
    assert sum(rings.vertices.size // 3 for rings in surfaces[0].values()) < 7000
    for surface in surfaces[1:]:
        assert set(surface) == set(surfaces[0])
        assert all(surface[key].matches(surfaces[0][key]) for key in surface)
