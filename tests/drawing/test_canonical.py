from dataclasses import replace

import pytest

from constructive_rest.drawing.canonical import canonical
from constructive_rest.drawing.picture import Scene, picture_now
from constructive_rest.practice.setup import Arms, Eyes, HeadSupport, Legs, Setup

PERSON = Setup(Arms.HIPS, Legs.CHAIR, HeadSupport.TOWEL, Eyes.CLOSED)


def scene(pose: str, setup: Setup = PERSON) -> Scene:
    return Scene(pose, "morning", 122, 76, setup=setup)


def test_what_a_pose_leaves_open_is_the_persons() -> None:
    assert canonical(scene("side")).setup == replace(PERSON, eyes=Eyes.OPEN)


def test_what_a_pose_fixes_is_the_poses() -> None:
    setup = canonical(scene("arms-chest")).setup
    assert (setup.arms, setup.legs) == (Arms.CHEST, Legs.FLOOR)
    assert setup.head_support is HeadSupport.TOWEL


@pytest.mark.parametrize("pose", ["arms-ribs", "legs-belt", "head-none", "feet"])
def test_scenes_that_become_one_look_the_same(pose: str) -> None:
    asked = scene(pose)
    assert canonical(asked) == canonical(canonical(asked))
    assert picture_now(asked).image == picture_now(canonical(asked)).image


def test_a_choice_of_arms_asks_for_no_new_small_pictures_of_arms() -> None:
    one, other = (scene("arms-sides", Setup(arms=arms)) for arms in (Arms.RIBS, Arms.HIPS))
    assert one != other
    assert canonical(one) == canonical(other)


@pytest.mark.parametrize("body", ["reed", "cedar"])
def test_a_picture_of_a_body_shows_that_body_to_everyone(body: str) -> None:
    asked = replace(scene("body-poppy"), body=body)
    assert canonical(asked).body == "poppy"
    assert canonical(asked) == canonical(scene("body-poppy", Setup()))
    assert picture_now(asked).image == picture_now(canonical(asked)).image


@pytest.mark.parametrize("pose", ["heels-far", "head-high", "knees-in", "back-arched"])
def test_a_wrong_posture_looks_the_same_whatever_the_person_chose(pose: str) -> None:
    other = Setup(Arms.SIDES, Legs.BELT, HeadSupport.NONE)
    assert canonical(scene(pose)) == canonical(scene(pose, other))
    assert picture_now(scene(pose)).image == picture_now(canonical(scene(pose, other))).image


def test_a_pose_that_cannot_be_read_is_left_as_it_is() -> None:
    assert canonical(scene("nowhere")) == scene("nowhere")


def test_everything_but_the_setup_is_kept() -> None:
    asked = Scene("head-book", "dusk", 200, 100, 1.5, PERSON, "oak")
    assert replace(canonical(asked), setup=PERSON) == asked
