from collections.abc import Callable
from itertools import pairwise

import numpy as np
import pytest

from constructive_rest.figure.mannequin import Mannequin
from constructive_rest.figure.rib_cage import Rib, breast_bone, ribs
from constructive_rest.figure.sides import Side
from constructive_rest.figure.spine import spine

Build = Callable[..., Mannequin]
BODIES = ("reed", "willow", "oak", "poppy", "cedar")
every_body = pytest.mark.parametrize("body", BODIES)


def right(figure: Mannequin) -> list[Rib]:
    return [rib for rib in ribs(figure) if rib.side is Side.RIGHT]


def test_there_are_twelve_on_each_side(build: Build) -> None:
    found = ribs(build())
    for side in Side:
        assert [rib.number for rib in found if rib.side is side] == list(range(1, 13))


@every_body
def test_they_lie_under_the_skin(build: Build, body: str) -> None:
    figure = build(body)
    for rib in ribs(figure):
        depth = figure.torso.depth_inside(rib.bone)
        assert (depth > 0.003).all(), (rib.number, rib.side)
    bone = breast_bone(figure).vertices.reshape(-1, 3)
    assert (figure.torso.depth_inside(bone) > 0.0).all()


@every_body
def test_both_sides_mirror(build: Build, body: str) -> None:
    found = ribs(build(body))
    for one, other in zip(found[:12], found[12:], strict=True):
        assert other.bone * np.array((1, 1, -1)) == pytest.approx(one.bone, abs=1e-6)


@every_body
def test_each_starts_at_its_vertebra_and_falls_as_it_comes_forward(build: Build, body: str) -> None:
    figure = build(body)
    vertebrae = {vertebra.name: vertebra.centre for vertebra in spine(figure)}
    for rib in right(figure):
        start, end = rib.bone[0], rib.bone[-1]
        away = np.linalg.norm(start - vertebrae[f"T{rib.number}"]) / figure.body.scale
        assert away < 0.055, rib.number
        assert end[0] > start[0] + 0.015, "toward the feet"
        assert end[1] > start[1], "toward the front"


def test_seven_reach_the_breast_bone_three_the_next_and_two_end_free(build: Build) -> None:
    figure = build()
    bone = breast_bone(figure).vertices.reshape(-1, 3)
    for rib in right(figure):
        if rib.cartilage is None:
            assert rib.number in (11, 12)
            continue
        to_bone = np.linalg.norm(bone - rib.cartilage[-1], axis=1).min()
        assert bool(to_bone < 0.02) is (rib.number <= 7), rib.number


def test_the_cage_widens_down_to_the_eighth_rib_and_no_two_ribs_touch(build: Build) -> None:
    found = right(build())
    widths = [float(rib.bone[:, 2].max()) for rib in found]
    assert (np.diff(widths[:8]) > -0.002).all()
    for upper, lower in pairwise(found[:10]):
        gaps = np.linalg.norm(upper.bone[:, None] - lower.bone[None], axis=2)
        assert gaps.min() > 0.009, upper.number
