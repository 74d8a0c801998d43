from collections.abc import Callable

import numpy as np
import pytest

from constructive_rest.figure.diaphragm import crus, dome, medial_arch
from constructive_rest.figure.mannequin import Mannequin
from constructive_rest.figure.psoas import psoas
from constructive_rest.figure.rib_cage import cage_point
from constructive_rest.figure.sides import Side
from constructive_rest.figure.spine import spine

Build = Callable[..., Mannequin]
BODIES = ("reed", "willow", "oak", "poppy", "cedar")
every_body = pytest.mark.parametrize("body", BODIES)


@every_body
def test_the_dome_lies_within_the_cage_and_rises_toward_the_head(build: Build, body: str) -> None:
    figure = build(body)
    grid = dome(figure)
    assert (figure.torso.depth_inside(grid.reshape(-1, 3)) > 0.004).all()
    heights = grid[..., 0].mean(axis=1)
    assert (np.diff(heights)[:-1] < 0).all(), "each row nearer to the head"
    assert heights[-1] < heights[-2] + 0.002 * figure.body.scale, (
        "but for the dip between two domes"
    )
    assert np.ptp(grid[-1], axis=0).max() < 0.01, "closed at the crown"


@every_body
def test_it_mirrors(build: Build, body: str) -> None:
    grid = dome(build(body))
    assert grid[:, ::-1] * np.array((1, 1, -1)) == pytest.approx(grid, abs=1e-6)


def test_its_rim_is_lowest_at_the_sides_and_highest_in_front(build: Build) -> None:
    figure = build()
    rim = dome(figure)[0][:, 0]
    front, side, behind = rim[len(rim) // 2], rim[len(rim) * 3 // 4], rim[0]
    assert front < behind < side
    assert np.linalg.norm(dome(figure)[0][len(rim) // 2] - cage_point(figure, 0.340, 0.0)) < 0.01


@every_body
def test_the_crura_end_on_the_front_of_l3_and_l2(build: Build, body: str) -> None:
    figure = build(body)
    vertebrae = {vertebra.name: vertebra for vertebra in spine(figure)}
    for side, name in ((Side.RIGHT, "L3"), (Side.LEFT, "L2")):
        end = crus(figure, side).vertices[-1].mean(axis=0)
        bone = vertebrae[name]
        offset = (end - bone.centre) / figure.body.scale
        assert np.linalg.norm(offset) < 0.026, name
        assert offset @ bone.front > 0.010, "before it"


@every_body
@pytest.mark.parametrize("side", list(Side))
def test_the_medial_arch_spans_the_top_of_the_psoas(build: Build, body: str, side: Side) -> None:
    figure = build(body)
    arch, muscle = medial_arch(figure, side), psoas(figure, side)
    outward = arch[:, 2] * side.sign
    assert (np.diff(outward) > 0).all()
    top = arch[2]
    spot = int(np.argmin(np.linalg.norm(muscle.line - top, axis=1)))
    middle = muscle.line[spot]
    assert outward[0] < middle[2] * side.sign < outward[-1], "one foot on either side of it"
    front = figure.torso.frame(0.24).front
    assert (top - middle) @ front > muscle.radii[spot] * 0.4, "before it"
    assert 0 < spot < len(muscle.line) // 3, "at its upper end"
