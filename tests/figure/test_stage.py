from collections.abc import Callable

import numpy as np
import pytest

from constructive_rest.figure import anchors
from constructive_rest.figure.layers import Blush, Lines, Panel, Region, Shadow, Tone
from constructive_rest.figure.sides import Side
from constructive_rest.figure.stage import Stage
from constructive_rest.practice.setup import Arms, HeadSupport, Legs

SetStage = Callable[..., Stage]
NAMES = {
    "floor", "mat_left", "mat_right", "mat_near", "head", "book", "ribs", "pelvis", "hip", "knee",
    "feet", "gap_start", "gap_end",
}  # fmt: skip


def tones(stage: Stage) -> set[Tone]:
    return {layer.tone for layer in stage.layers() if isinstance(layer, Region | Panel)}


def test_the_ground_lies_behind_the_body(set_stage: SetStage) -> None:
    layers = list(set_stage().layers())
    kinds = [type(layer) for layer in layers]
    assert kinds[0] is Shadow
    last_shadow = max(index for index, kind in enumerate(kinds) if kind is Shadow)
    first_skin = next(
        index
        for index, layer in enumerate(layers)
        if isinstance(layer, Region) and layer.tone is Tone.SKIN
    )
    assert last_shadow < first_skin
    assert {Lines, Blush, Panel} <= set(kinds)


@pytest.mark.parametrize(
    ("head", "tone"), [(HeadSupport.BOOK, Tone.BOOK), (HeadSupport.TOWEL, Tone.TOWEL)]
)
def test_the_head_lies_on_what_was_chosen(set_stage: SetStage, head: str, tone: Tone) -> None:
    assert tone in tones(set_stage(head=head))


def test_without_a_support_none_is_drawn(set_stage: SetStage) -> None:
    assert not {Tone.BOOK, Tone.TOWEL, Tone.PAGE} & tones(set_stage(head="none"))


def test_a_stool_and_a_shorter_mat_belong_to_calves_on_a_chair(set_stage: SetStage) -> None:
    floor, chair = set_stage(legs="floor"), set_stage(legs="chair")
    assert Tone.WOOD not in tones(floor)
    assert Tone.WOOD in tones(chair)
    assert chair.mat.foot_end < 0.17 < floor.mat.foot_end


def test_a_belt_is_worn_only_when_chosen(set_stage: SetStage) -> None:
    assert Tone.BELT in tones(set_stage(legs="belt"))
    assert Tone.BELT not in tones(set_stage(legs="together"))


def test_a_picture_keeps_to_its_own_choice(set_stage: SetStage) -> None:
    stage = set_stage("arms-hips", arms="sides", legs="chair")
    wrist = stage.figure.arms[Side.RIGHT].chain.end
    assert wrist[1] > 0.1, "the hand lies on the hip"
    assert Tone.WOOD not in tones(stage)


def test_shadows_are_darker_and_closer_where_the_body_touches(set_stage: SetStage) -> None:
    body = [layer for layer in set_stage().layers() if isinstance(layer, Shadow)][1:]
    softness = [shadow.softness for shadow in body]
    strength = [shadow.alpha for shadow in body]
    assert softness == sorted(softness, reverse=True)
    assert strength == sorted(strength)
    assert all(shadow.inside is not None for shadow in body)


def test_without_a_mat_shadows_fall_anywhere(set_stage: SetStage) -> None:
    body = [layer for layer in set_stage("arms-ribs").layers() if isinstance(layer, Shadow)]
    assert body
    assert all(shadow.inside is None for shadow in body)


def test_the_extent_holds_the_mat_and_the_knees(set_stage: SetStage) -> None:
    extent = set_stage().extent()
    assert extent.left == pytest.approx(-0.98, abs=0.01)
    assert extent.right == pytest.approx(0.80, abs=0.01)
    assert extent.top < -0.46
    assert 0.0 < extent.bottom < 0.06


@pytest.mark.parametrize("picture", ["side", "top", "feet", "back", "arms-chest", "head-none"])
def test_every_picture_names_the_same_points(set_stage: SetStage, picture: str) -> None:
    assert set(anchors.project(set_stage(picture))) == NAMES


def test_from_the_side_points_lie_from_head_to_feet(set_stage: SetStage) -> None:
    placed = anchors.project(set_stage())
    order = ["mat_left", "head", "ribs", "pelvis", "knee", "feet", "mat_right"]
    across = [placed[name][0] for name in order]
    assert across == sorted(across)
    assert placed["floor"][1] < placed["mat_left"][1] < placed["mat_near"][1]
    assert placed["knee"][1] < placed["ribs"][1] < placed["floor"][1]


@pytest.mark.parametrize("body", ["reed", "willow", "oak", "poppy", "cedar"])
def test_the_gap_lies_between_seat_and_heel(set_stage: SetStage, body: str) -> None:
    stage = set_stage(body=body)
    placed = anchors.project(stage)
    gap = placed["gap_end"][0] - placed["gap_start"][0]
    assert 0.28 * stage.figure.body.scale < gap < 0.36 * stage.figure.body.scale
    assert placed["gap_start"][1] == pytest.approx(placed["mat_near"][1])


def test_the_head_rests_where_the_book_is(set_stage: SetStage) -> None:
    placed = anchors.project(set_stage())
    assert placed["book"][0] == pytest.approx(placed["head"][0], abs=0.04)
    assert placed["book"][1] > placed["head"][1]


@pytest.mark.parametrize("arms", list(Arms))
@pytest.mark.parametrize("legs", [legs for legs in Legs if legs is not Legs.SIDE])
def test_every_posture_can_be_composed(set_stage: SetStage, arms: str, legs: str) -> None:
    for picture in ("side", "top"):
        assert len(list(set_stage(picture, arms=arms, legs=legs).layers())) > 20


@pytest.mark.parametrize("arms", ["ribs", "hips", "sides", "chest"])
@pytest.mark.parametrize("body", ["reed", "willow", "oak", "poppy", "cedar"])
def test_the_mat_is_wide_enough_for_the_elbows(set_stage: SetStage, body: str, arms: str) -> None:
    stage = set_stage("top", body=body, arms=arms)
    for arm in stage.figure.arms.values():
        reach = max(float(abs(loft.vertices[..., 2]).max()) for loft in (arm.upper, arm.fore))
        assert reach < stage.mat.half_width


def test_who_lies_on_the_side_does_so_with_arms_and_head_of_that_posture(
    set_stage: SetStage,
) -> None:
    for arms, head in (("ribs", "book"), ("chest", "none")):
        stage = set_stage("side", arms=arms, head=head, legs="side")
        frame = stage.figure.torso.frame(0.3)
        assert frame.front[2] > 0.95, "turned to the viewer"
        assert stage.figure.head.front[2] > 0.95
        wrists = [arm.chain.end for arm in stage.figure.arms.values()]
        assert all(wrist[1] < 0.06 for wrist in wrists), "both hands on the mat"
        assert stage.camera.facing(np.array((0.0, 1.0, 0.0))) > 0.3, "seen from above"


def test_a_picture_with_legs_of_its_own_stays_as_it_is(set_stage: SetStage) -> None:
    stage = set_stage("arms-hips", legs="side")
    assert stage.figure.torso.frame(0.3).front[1] > 0.95
