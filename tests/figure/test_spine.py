from collections.abc import Callable
from itertools import pairwise

import numpy as np
import pytest

from constructive_rest.figure.interpolation import angle_between
from constructive_rest.figure.mannequin import Mannequin
from constructive_rest.figure.spine import sacrum, spine, spine_point

Build = Callable[..., Mannequin]
BODIES = ("reed", "willow", "oak", "poppy", "cedar")
every_body = pytest.mark.parametrize("body", BODIES)


def test_there_are_five_twelve_and_seven(build: Build) -> None:
    names = [vertebra.name for vertebra in spine(build())]
    assert names[:5] == ["L5", "L4", "L3", "L2", "L1"]
    assert (names[5], names[16]) == ("T12", "T1")
    assert names[17:] == ["C7", "C6", "C5", "C4", "C3", "C2", "C1"]


@every_body
@pytest.mark.parametrize("trunk", ["easy", "small-gap", "pressed", "arched"])
def test_every_vertebra_of_the_trunk_lies_inside_of_it(build: Build, body: str, trunk: str) -> None:
    figure = build(body, trunk=trunk)
    for vertebra in spine(figure)[:17]:
        points = vertebra.body.vertices.reshape(-1, 3)
        assert (figure.torso.depth_inside(points) > 0.0).all(), vertebra.name
        tip = vertebra.spinous.vertices[-1]
        assert (figure.torso.depth_inside(tip) > 0.0).all(), f"{vertebra.name}, its spine"
    assert (figure.torso.depth_inside(sacrum(figure).vertices.reshape(-1, 3)) > 0.0).all()


@every_body
def test_it_climbs_without_a_break_from_pelvis_to_skull(build: Build, body: str) -> None:
    figure = build(body)
    centres = np.array([vertebra.centre for vertebra in spine(figure)])
    steps = np.linalg.norm(np.diff(centres, axis=0), axis=1) / figure.body.scale
    assert 0.010 < steps.min() < steps.max() < 0.040
    assert (np.diff(centres[:, 0]) < 0).all(), "toward the head"
    assert np.linalg.norm(centres[-1] - figure.head.centre) < 0.075 * figure.body.scale


@every_body
def test_it_lies_in_the_middle_and_both_sides_mirror(build: Build, body: str) -> None:
    for vertebra in spine(build(body)):
        assert vertebra.centre[2] == pytest.approx(0.0, abs=1e-9)
        right, left = vertebra.transverse
        assert right.vertices[..., 2].max() == pytest.approx(-left.vertices[..., 2].min(), abs=1e-3)


def test_lumbar_bodies_are_the_largest_and_do_not_run_into_each_other(build: Build) -> None:
    vertebrae = {vertebra.name: vertebra for vertebra in spine(build())}

    def width(name: str) -> float:
        return float(np.ptp(vertebrae[name].body.vertices[..., 2]))

    assert width("L3") > width("T12") > width("T1") > width("C4")
    order = list(vertebrae.values())
    for lower, upper in pairwise(order[:17]):
        between = (upper.body.vertices[0] - lower.body.vertices[-1]) @ lower.up
        assert between.mean() > 0.0, (lower.name, upper.name)


def test_a_hollow_back_bends_the_lumbar_spine_forward(build: Build) -> None:
    def bend(trunk: str) -> float:
        figure = build(trunk=trunk)
        return angle_between(
            spine_point(figure, 0.175) - spine_point(figure, 0.110),
            spine_point(figure, 0.240) - spine_point(figure, 0.175),
        )

    assert bend("arched") > bend("small-gap") > bend("easy")
