from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pytest

from constructive_rest.figure.hip_bones import femur, hip_bone
from constructive_rest.figure.interpolation import Array
from constructive_rest.figure.mannequin import Mannequin
from constructive_rest.figure.sides import Side
from constructive_rest.figure.spine import spine_point

Build = Callable[..., Mannequin]
BODIES = ("reed", "willow", "oak", "poppy", "cedar")
every_body = pytest.mark.parametrize("body", BODIES)
MIRROR = np.array((1.0, 1.0, -1.0))


def inside(figure: Mannequin, points: Array) -> npt.NDArray[np.bool_]:
    """Which of the points lie within the trunk or close to the hip joint, under flesh."""
    near = np.min(
        [np.linalg.norm(points - leg.chain.root, axis=1) for leg in figure.legs.values()], axis=0
    )
    found: npt.NDArray[np.bool_] = (figure.torso.depth_inside(points) > 0.0) | (
        near < 0.075 * figure.body.scale
    )
    return found


@every_body
def test_hip_bones_lie_under_the_skin(build: Build, body: str) -> None:
    figure = build(body)
    for side in Side:
        bone = hip_bone(figure, side)
        assert inside(figure, bone.wing.reshape(-1, 3)).all()
        for part in bone.parts:
            assert inside(figure, part.vertices.reshape(-1, 3)).mean() > 0.9


@every_body
def test_both_sides_mirror(build: Build, body: str) -> None:
    figure = build(body)
    right, left = (hip_bone(figure, side).wing for side in Side)
    assert left * MIRROR == pytest.approx(right, abs=1e-6)
    right, left = (femur(figure, side).lesser_trochanter for side in Side)
    assert left * MIRROR == pytest.approx(right, abs=2e-3)


@every_body
def test_the_crest_rises_over_the_fifth_lumbar_vertebra(build: Build, body: str) -> None:
    figure = build(body)
    crest = hip_bone(figure, Side.RIGHT).wing[-1]
    highest = crest[:, 0].min()
    assert spine_point(figure, 0.180)[0] < highest < spine_point(figure, 0.110)[0]


@every_body
@pytest.mark.parametrize("legs", ["floor", "chair", "far"])
def test_the_thigh_bone_reaches_from_its_socket_to_the_knee(
    build: Build, body: str, legs: str
) -> None:
    figure = build(body, legs=legs)
    for side in Side:
        chain, bone = figure.legs[side].chain, femur(figure, side)
        head, shaft = bone.parts[0].vertices, bone.parts[-1].vertices
        assert head.mean(axis=(0, 1)) == pytest.approx(chain.root, abs=2e-3)
        assert np.linalg.norm(shaft[-1].mean(axis=0) - chain.middle) < 0.03
        thigh = figure.legs[side].thigh.vertices
        axis = chain.root + np.outer(np.linspace(0, 1, 40), chain.middle - chain.root)
        reach = np.linalg.norm(thigh[4:-4, :, None] - axis, axis=-1).min(axis=-1).min()
        far = np.linalg.norm(shaft[14:, :, None] - axis, axis=-1).min(axis=-1).max()
        assert far < reach + 0.012, "within the flesh"


@every_body
def test_the_lesser_trochanter_is_behind_and_on_the_inner_side(build: Build, body: str) -> None:
    figure = build(body)
    for side in Side:
        leg, bone = figure.legs[side], femur(figure, side)
        offset = bone.lesser_trochanter - leg.chain.root
        assert 0.05 < offset @ leg.chain.upper / figure.body.scale < 0.075
        assert offset @ leg.thigh_front < 0.0
        shaft = bone.parts[-1].vertices[6].mean(axis=0)
        outward = leg.hinge * side.sign
        assert bone.lesser_trochanter @ outward < shaft @ outward - 0.015
