from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pytest

from constructive_rest.figure.hip_bones import femur, hip_bone
from constructive_rest.figure.interpolation import Array
from constructive_rest.figure.mannequin import Mannequin
from constructive_rest.figure.psoas import fibres, iliacus, psoas
from constructive_rest.figure.sides import Side
from constructive_rest.figure.spine import spine, spine_point

Build = Callable[..., Mannequin]
BODIES = ("reed", "willow", "oak", "poppy", "cedar")
POSTURES: tuple[dict[str, str], ...] = (
    {},
    {"trunk": "small-gap", "arms": "sides"},
    {"legs": "chair"},
    {"trunk": "arched"},
)
every_body = pytest.mark.parametrize("body", BODIES)
every_posture = pytest.mark.parametrize("posture", POSTURES)
both_sides = pytest.mark.parametrize("side", list(Side))


def in_thigh(figure: Mannequin, side: Side, points: Array) -> npt.NDArray[np.bool_]:
    """Which points are nearer to the thigh's axis than its skin is anywhere close by."""
    leg = figure.legs[side]
    axis = leg.chain.root + np.outer(np.linspace(-0.1, 0.4, 30), leg.chain.middle - leg.chain.root)
    away = np.linalg.norm(points[:, None] - axis, axis=2).min(axis=1)
    inside: npt.NDArray[np.bool_] = away < 0.075 * figure.body.scale * figure.body.thigh_girth
    return inside


@every_body
@every_posture
@both_sides
def test_it_runs_from_t12_to_the_lesser_trochanter(
    build: Build, body: str, posture: dict[str, str], side: Side
) -> None:
    figure = build(body, **posture)
    k, line = figure.body.scale, psoas(figure, side).line
    t12 = next(vertebra for vertebra in spine(figure) if vertebra.name == "T12")
    beside = line[0] - t12.centre
    assert np.linalg.norm(beside) < 0.032 * k
    assert beside[2] * side.sign > 0.012 * k, "beside the body of T12, not in it"
    assert line[-1] == pytest.approx(femur(figure, side).lesser_trochanter, abs=1e-9)


@every_body
@every_posture
@both_sides
def test_it_lies_between_spine_and_thigh_bone_over_the_pelvic_brim(
    build: Build, body: str, posture: dict[str, str], side: Side
) -> None:
    figure = build(body, **posture)
    muscle, torso, k = psoas(figure, side), figure.torso, figure.body.scale
    line = muscle.line
    assert (np.diff(line[:, 2] * side.sign)[: len(line) * 2 // 3] > 0).all(), "outward all the way"
    hip = figure.legs[side].chain.root
    assert (line[:, 2] * side.sign < hip[2] * side.sign + 0.012 * k).all(), "inward of the thigh"
    for station in (0.11, 0.15, 0.19, 0.23):
        spot = line[np.argmin(np.abs((line - torso.point(station)) @ torso.frame(station).up))]
        ahead = (spot - spine_point(figure, station)) @ torso.frame(station).front
        assert ahead > -0.002 * k, "not behind the bodies of the vertebrae"
    over = line[np.argmin(np.linalg.norm(line - hip, axis=1))]
    assert (over - hip) @ torso.frame(0.0).front > 0.02 * k, "before the hip joint"


@every_body
@every_posture
@both_sides
def test_it_lies_inside_of_trunk_and_thigh(
    build: Build, body: str, posture: dict[str, str], side: Side
) -> None:
    figure = build(body, **posture)
    points = psoas(figure, side).surface.vertices.reshape(-1, 3)
    inside = (figure.torso.depth_inside(points) > 0.0) | in_thigh(figure, side, points)
    assert inside.all()


@every_body
def test_both_sides_mirror(build: Build, body: str) -> None:
    figure = build(body)
    right, left = (psoas(figure, side) for side in Side)
    assert left.line * np.array((1, 1, -1)) == pytest.approx(right.line, abs=2e-3)
    assert left.radii == pytest.approx(right.radii)


def test_it_is_a_spindle(build: Build) -> None:
    radii = psoas(build(), Side.RIGHT).radii
    fullest = int(np.argmax(radii))
    assert 0.3 < fullest / len(radii) < 0.65
    assert (np.diff(radii[: fullest + 1]) > -1e-9).all()
    assert (np.diff(radii[fullest:]) < 1e-9).all()
    assert radii[fullest] == pytest.approx(0.018, abs=5e-4)


@every_body
@both_sides
def test_the_lumbar_bodies_stay_free_of_it(build: Build, body: str, side: Side) -> None:
    figure = build(body)
    muscle = psoas(figure, side)
    for vertebra in spine(figure)[:5]:
        away = np.linalg.norm(muscle.line - vertebra.centre, axis=1) - muscle.radii
        assert away.min() > 0.006 * figure.body.scale, vertebra.name


@every_body
@both_sides
def test_the_iliacus_fans_from_the_hip_bone_and_joins_it(
    build: Build, body: str, side: Side
) -> None:
    figure = build(body)
    fan, k = iliacus(figure, side), figure.body.scale
    wing = hip_bone(figure, side).wing.reshape(-1, 3)
    assert max(np.linalg.norm(wing - point, axis=1).min() for point in fan[0]) < 0.012 * k
    line = psoas(figure, side).line
    end = fan[-1].mean(axis=0)
    assert np.linalg.norm(line - end, axis=1).min() < 0.012 * k
    assert np.ptp(fan[-1], axis=0).max() < 0.2 * np.ptp(fan[0], axis=0).max()


def test_fibres_keep_within_its_width(build: Build) -> None:
    muscle = psoas(build(), Side.LEFT)
    for line in fibres(muscle, np.array((0.0, 1.0, 0.0)), (-0.6, 0.6)):
        away = np.linalg.norm(line - muscle.line, axis=1)
        assert away == pytest.approx(muscle.radii * 0.6)
