"""A chair stands and carries, a pillow and a cushion fill what they are there for."""

from collections.abc import Callable

import numpy as np
import pytest

from constructive_rest.figure.camera import Camera
from constructive_rest.figure.furniture import (
    SEAT_DEPTH,
    Back,
    Chair,
    cushion,
    cushion_loft,
    pillow,
    pillow_block,
)
from constructive_rest.figure.layers import Panel, Region, Tone
from constructive_rest.figure.mannequin import Mannequin
from constructive_rest.figure.props import SEAT_HEIGHT
from constructive_rest.figure.sides import Side
from constructive_rest.figure.stage import Stage

Build = Callable[..., Mannequin]
SetStage = Callable[..., Stage]
every_body = pytest.mark.parametrize("body", ["reed", "willow", "oak", "poppy", "cedar"])


@pytest.mark.parametrize("back", list(Back))
def test_a_chair_stands_on_the_floor_and_its_seat_is_where_it_says(back: Back) -> None:
    chair = Chair(0.1, -0.2, back)
    *frame, seat = chair.blocks(1.0)
    assert min(float(block.low[1]) for block in frame) == 0.0
    assert seat.high[1] == pytest.approx(SEAT_HEIGHT)
    assert seat.low[0] == pytest.approx(0.1)
    assert seat.high[0] == pytest.approx(0.1 + SEAT_DEPTH)
    assert (seat.low[2] + seat.high[2]) / 2 == pytest.approx(-0.2)
    footprint = chair.footprint(1.0)
    assert footprint[:, 0].min() == seat.low[0]
    assert footprint[:, 2].max() == pytest.approx(seat.high[2])


def test_a_back_rises_where_it_is_and_a_stool_has_none() -> None:
    def tall(back: Back) -> list[float]:
        blocks = Chair(0.0, 0.0, back).blocks(1.0)
        return [float(block.low[0]) for block in blocks if block.high[1] > SEAT_HEIGHT + 0.1]

    assert tall(Back.NONE) == []
    assert max(tall(Back.NEAR)) < 0.05
    assert min(tall(Back.FAR)) > SEAT_DEPTH - 0.05


def test_a_chair_is_wood_and_grows_with_the_body() -> None:
    camera = Camera(28, 10)
    layers = list(Chair(0.0, 0.0, Back.FAR).layers(camera, 1.0))
    assert {layer.tone for layer in layers if isinstance(layer, Panel)} == {Tone.WOOD}
    small, large = (Chair(0.2, 0.0, Back.FAR).blocks(scale)[-1].high for scale in (0.9, 1.1))
    assert np.allclose(large / small, 1.1 / 0.9)


@every_body
def test_a_pillow_reaches_from_the_mat_to_the_head_on_its_side(build: Build, body: str) -> None:
    figure = build(body, "side", "side", "side", "side")
    block = pillow_block(figure)
    assert block.low[1] == 0.0
    assert block.high[1] == pytest.approx(figure.support)
    ears = figure.head.centre
    assert (block.low[[0, 2]] < ears[[0, 2]]).all()
    assert (block.high[[0, 2]] > ears[[0, 2]]).all()
    assert any(isinstance(layer, Region) for layer in pillow(figure, Camera(0, 22)))


@every_body
def test_a_cushion_fills_the_space_between_the_knees(build: Build, body: str) -> None:
    figure = build(body, "side", "side", "side", "side")
    points = cushion_loft(figure).vertices.reshape(-1, 3)
    lower, upper = (figure.legs[side].chain.middle[1] for side in Side)
    assert lower < points[:, 1].min() < points[:, 1].max() < upper
    assert np.ptp(points[:, 1]) > 0.05
    (region,) = cushion(figure, Camera(0, 22))
    assert isinstance(region, Region)
    assert region.outline.area > 0.01


def test_pillow_and_cushion_belong_to_lying_on_the_side(set_stage: SetStage) -> None:
    def names(stage: Stage) -> set[str]:
        return {prop.name for prop in stage._things()}

    assert names(set_stage("side", legs="side")) == {"pillow", "cushion"}
    assert names(set_stage("side", legs="floor")) == {"support"}
    assert names(set_stage("up-2")) == {"pillow"}
    assert names(set_stage("down-1")) == {"chair"}


def test_the_mat_ends_before_the_chair(set_stage: SetStage) -> None:
    stage = set_stage("up-4")
    assert stage.plan.chair is not None
    assert stage.mat.foot_end < stage.plan.chair.x
