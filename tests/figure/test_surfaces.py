from collections.abc import Callable

import pytest

from constructive_rest.figure import surfaces as named
from constructive_rest.figure.camera import Camera
from constructive_rest.figure.interpolation import vector
from constructive_rest.figure.loft import Loft
from constructive_rest.figure.mannequin import Mannequin
from constructive_rest.figure.sides import Side

Build = Callable[..., Mannequin]
SIDE, FEET = Camera(0, 5), Camera(90, 9)


@pytest.mark.parametrize("body", ["reed", "poppy"])
def test_every_loft_of_the_body_is_on_some_surface(build: Build, body: str) -> None:
    figure = build(body=body)
    seen = named.surfaces(figure, {}, SIDE)
    held = [id(loft.vertices) for lofts in seen.lofts.values() for loft in lofts]
    missing = [loft for loft in figure.lofts() if id(loft.vertices) not in held]
    assert [id(loft) for loft in missing] == [id(figure.neck)], "of the neck, what is bare"


def test_only_long_hair_lies_spread(build: Build) -> None:
    assert named.LOCKS in named.surfaces(build(body="poppy"), {}, SIDE).lofts
    assert named.LOCKS not in named.surfaces(build(body="reed"), {}, SIDE).lofts


def test_a_limb_does_not_hide_what_it_grows_out_of(build: Build) -> None:
    seen = named.surfaces(build(), {}, SIDE)
    for side in Side:
        for pair in (
            (named.shin(side), named.thigh(side)),
            (named.thigh(side), named.SEAT),
            (named.fore(side), named.upper(side)),
        ):
            assert seen.overlap(*pair).apart < 8, pair


def test_from_the_side_the_near_leg_hides_the_far_one(build: Build) -> None:
    seen = named.surfaces(build(), {}, SIDE)
    found = seen.overlap(named.thigh(Side.RIGHT), named.thigh(Side.LEFT))
    assert found.before > 200
    assert found.behind == 0


def test_from_the_feet_the_shins_hide_the_thighs(build: Build) -> None:
    seen = named.surfaces(build(), {}, FEET)
    for side in Side:
        found = seen.overlap(named.shin(side), named.thigh(side))
        assert found.before > 100 > found.behind


def test_what_stands_around_is_a_surface_too(build: Build) -> None:
    figure = build()
    seen = named.surfaces(figure, {"box": [Loft(figure.shirt.vertices + vector(0, 0, 0.5))]}, SIDE)
    assert seen.overlap("box", named.TRUNK).before > 500
