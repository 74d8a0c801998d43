from collections.abc import Callable

import pytest

from constructive_rest.figure.camera import Camera
from constructive_rest.figure.extremities import bare_arm, bare_foot, hand_over_torso
from constructive_rest.figure.layers import Layer, Lines, Region, Tone
from constructive_rest.figure.mannequin import Mannequin
from constructive_rest.figure.sides import Side
from constructive_rest.figure.silhouette import outline
from constructive_rest.practice.setup import Arms

Build = Callable[..., Mannequin]
SIDE, TOP, FEET = Camera(0, 5), Camera(0, 90), Camera(90, 9)


def arm(figure: Mannequin, camera: Camera, over_the_edge: bool = False) -> list[Layer]:
    return list(bare_arm(figure, Side.RIGHT, camera, 0.0, over_the_edge))


@pytest.mark.parametrize("arms", list(Arms))
@pytest.mark.parametrize("camera", [SIDE, TOP])
def test_an_arm_is_one_piece_with_its_hand(build: Build, arms: str, camera: Camera) -> None:
    region = arm(build(arms=arms), camera)[0]
    assert isinstance(region, Region)
    assert region.tone is Tone.SKIN
    assert region.outline.geom_type == "Polygon"


@pytest.mark.parametrize("arms", list(Arms))
def test_three_lines_part_four_fingers_from_above(build: Build, arms: str) -> None:
    lines = arm(build(arms=arms), TOP)[1]
    assert isinstance(lines, Lines)
    assert len(lines.lines) == 3


def test_the_thumb_fades_in_over_the_palm(build: Build) -> None:
    thumb = arm(build(arms="ribs"), TOP)[-1]
    assert isinstance(thumb, Region)
    assert thumb.fade is not None


@pytest.mark.parametrize("arms", [Arms.RIBS, Arms.HIPS, Arms.SIDES])
def test_the_chest_hides_nothing_of_a_near_arm_that_lies_in_front(build: Build, arms: str) -> None:
    figure = build(arms=arms)
    whole, seen = arm(figure, SIDE)[0], arm(figure, SIDE, over_the_edge=True)[0]
    assert isinstance(whole, Region)
    assert isinstance(seen, Region)
    assert seen.outline.area == pytest.approx(whole.outline.area, rel=0.01)


def test_the_chest_hides_the_hand_that_reaches_beyond_it(build: Build) -> None:
    figure = build(arms="chest")
    whole, seen = arm(figure, SIDE)[0], arm(figure, SIDE, over_the_edge=True)[0]
    assert isinstance(whole, Region)
    assert isinstance(seen, Region)
    hidden = whole.outline.difference(seen.outline)
    chest = outline([figure.shirt], SIDE)
    assert hidden.area > 0.0005
    assert hidden.difference(chest.buffer(0.004)).area < 0.0002


def test_only_crossed_arms_bring_the_far_hand_to_this_side(build: Build) -> None:
    for arms in (Arms.RIBS, Arms.HIPS, Arms.SIDES):
        assert list(hand_over_torso(build(arms=arms), Side.LEFT, SIDE)) == []
    crossed = list(hand_over_torso(build(arms=Arms.CHEST), Side.LEFT, SIDE))
    assert isinstance(crossed[0], Region)


@pytest.mark.parametrize("body", ["reed", "willow", "oak", "poppy", "cedar"])
def test_a_foot_has_ankle_and_toes_in_one_piece(build: Build, body: str) -> None:
    for camera in (SIDE, TOP, FEET):
        region = next(iter(bare_foot(build(body=body), Side.RIGHT, camera, 0.0)))
        assert isinstance(region, Region)
        assert region.outline.geom_type == "Polygon"


def test_nails_are_seen_from_above_alone(build: Build) -> None:
    def nails(camera: Camera) -> int:
        layers = bare_foot(build(), Side.RIGHT, camera, 0.0)
        return len([part for part in layers if isinstance(part, Region) and part.tone is Tone.NAIL])

    assert nails(TOP) == 5
    assert nails(SIDE) == 0


def test_four_lines_part_five_toes(build: Build) -> None:
    lines = list(bare_foot(build(), Side.RIGHT, TOP, 0.0))[1]
    assert isinstance(lines, Lines)
    assert len(lines.lines) == 4


def test_what_is_far_is_drawn_fainter(build: Build) -> None:
    near, far = (list(bare_foot(build(), Side.LEFT, SIDE, dim))[:2] for dim in (0.0, 0.3))
    assert isinstance(near[1], Lines)
    assert isinstance(far[1], Lines)
    assert far[1].lines[0].alpha < near[1].lines[0].alpha


@pytest.mark.parametrize("arms", [Arms.RIBS, Arms.HIPS])
@pytest.mark.parametrize("body", ["reed", "willow", "oak", "poppy", "cedar"])
def test_a_far_hand_behind_the_near_one_shows_no_fingertips(
    build: Build, body: str, arms: str
) -> None:
    figure = build(body=body, arms=arms)
    assert list(hand_over_torso(figure, Side.LEFT, SIDE)) == []
    (far,) = bare_arm(figure, Side.LEFT, SIDE, 0.12, False)
    assert isinstance(far, Region)
    near = outline(figure.arms[Side.RIGHT].hand.lofts, SIDE)
    assert far.outline.distance(near) > 0.02


def test_a_far_hand_that_lies_elsewhere_is_seen(build: Build) -> None:
    figure = build(arms="chest")
    assert len(list(hand_over_torso(figure, Side.LEFT, SIDE))) == 2
    assert len(list(bare_arm(figure, Side.LEFT, SIDE, 0.12, False))) > 1
