from collections.abc import Callable

import numpy as np
import pytest
import shapely

from constructive_rest.figure.camera import Camera
from constructive_rest.figure.contact_patches import Patch, Place, patches
from constructive_rest.figure.mannequin import Mannequin
from constructive_rest.figure.sides import Side

Build = Callable[..., Mannequin]
BODIES = ("reed", "willow", "oak", "poppy", "cedar")
every_body = pytest.mark.parametrize("body", BODIES)
SIDE, ABOVE, FEET = Camera(0, 5), Camera(0, 90), Camera(90, 9)
BOTH_SIDES = {Place.UPPER_BACK, Place.PELVIS, Place.HEEL, Place.BALL}


def found(figure: Mannequin, place: Place) -> list[Patch]:
    return [patch for patch in patches(figure) if patch.place is place]


@every_body
def test_a_lying_body_rests_on_all_that_is_named(build: Build, body: str) -> None:
    figure = build(body)
    assert [patch.side for patch in found(figure, Place.HEAD)] == [None]
    for place in BOTH_SIDES:
        assert [patch.side for patch in found(figure, place)] == list(Side), place
    assert not found(figure, Place.CALF)


@every_body
def test_patches_lie_on_the_floor_and_the_heads_on_its_support(build: Build, body: str) -> None:
    for head in ("book", "none", "high"):
        figure = build(body, head=head)
        for patch in patches(figure):
            height = figure.support if patch.place is Place.HEAD else 0.0
            assert patch.outline[:, 1] == pytest.approx(height, abs=0.002), patch.place


@every_body
def test_a_patch_lies_under_the_part_that_rests(build: Build, body: str) -> None:
    figure = build(body)
    below = shapely.union_all(
        [shapely.multipoints(loft.vertices[..., [0, 2]].reshape(-1, 2)).convex_hull
         for loft in figure.lofts()]
    ).buffer(0.012)  # fmt: skip
    for patch in patches(figure):
        assert below.contains(shapely.Polygon(patch.outline[:, [0, 2]])), patch.place


@every_body
def test_both_sides_mirror(build: Build, body: str) -> None:
    figure = build(body)
    for place in BOTH_SIDES:
        right, left = (patch.outline for patch in found(figure, place))
        assert right[:, 2].mean() > 0.0 > left[:, 2].mean()
        assert right[:, 2].max() == pytest.approx(-left[:, 2].min(), abs=0.012), place
        assert right[:, 0].min() == pytest.approx(left[:, 0].min(), abs=0.012), place


def test_they_follow_each_other_from_head_to_feet(build: Build) -> None:
    figure = build()
    order = (Place.HEAD, Place.UPPER_BACK, Place.ELBOW, Place.PELVIS, Place.HEEL, Place.BALL)
    across = [float(found(figure, place)[0].outline[:, 0].mean()) for place in order]
    assert across == sorted(across)


def test_nape_low_back_and_thighs_do_not_rest(build: Build) -> None:
    figure = build(trunk="small-gap")
    every = np.concatenate([patch.outline[:, 0] for patch in patches(figure)])
    k = figure.body.scale
    for low, high in ((-0.64, -0.56), (-0.21, -0.12), (0.12, 0.40)):
        assert not ((every > low * k) & (every < high * k)).any(), (low, high)


def test_on_a_seat_the_calves_rest_and_the_feet_do_not(build: Build) -> None:
    figure = build(legs="chair")
    calves = found(figure, Place.CALF)
    assert [patch.side for patch in calves] == list(Side)
    assert calves[0].outline[:, 1] == pytest.approx(0.452 * figure.body.scale, abs=0.002)
    assert not found(figure, Place.HEEL)
    assert not found(figure, Place.BALL)


def test_a_lifted_heel_carries_nothing(build: Build) -> None:
    figure = build(legs="near")
    assert not found(figure, Place.HEEL)
    assert len(found(figure, Place.BALL)) == 2


@every_body
@pytest.mark.parametrize("arms", ["ribs", "hips", "sides"])
def test_elbows_rest_beside_the_body_and_not_across_the_chest(
    build: Build, body: str, arms: str
) -> None:
    assert [patch.side for patch in found(build(body, arms=arms), Place.ELBOW)] == list(Side)
    assert not found(build(body, arms="chest"), Place.ELBOW)


def test_from_the_side_the_body_hides_its_far_side(build: Build) -> None:
    for patch in patches(build()):
        assert patch.hidden(SIDE) is (patch.side is Side.LEFT)
        assert not patch.hidden(ABOVE)
        assert not patch.hidden(FEET)
