from collections.abc import Callable

import pytest

from constructive_rest.figure.camera import Camera
from constructive_rest.figure.composition import ORDER, Part, View, compose
from constructive_rest.figure.layers import Layer, Region, Tone
from constructive_rest.figure.mannequin import Mannequin
from constructive_rest.figure.sides import Side

Build = Callable[..., Mannequin]
EVERY_PART = frozenset(Part)
CAMERAS = {View.SIDE: Camera(0, 5), View.TOP: Camera(0, 90), View.FEET: Camera(90, 9)}
views = pytest.mark.parametrize("view", list(View))


def layers(
    figure: Mannequin, view: View, parts: frozenset[Part] = EVERY_PART - {Part.BELT}
) -> list[Layer]:
    return list(compose(figure, view, CAMERAS[view], parts))


def tones(found: list[Layer]) -> list[Tone]:
    return [layer.tone for layer in found if isinstance(layer, Region)]


@views
def test_every_view_shows_skin_shirt_and_trousers(build: Build, view: View) -> None:
    assert {Tone.SKIN, Tone.SHIRT, Tone.TROUSERS} <= set(tones(layers(build(), view)))


@views
def test_nothing_asked_for_is_nothing_drawn(build: Build, view: View) -> None:
    assert layers(build(), view, frozenset()) == []


@views
def test_a_belt_is_drawn_when_asked_for(build: Build, view: View) -> None:
    assert Tone.BELT not in tones(layers(build(), view))
    assert tones(layers(build(legs="belt"), view, EVERY_PART)).count(Tone.BELT) == 1


@views
def test_the_belt_lies_over_the_thighs(view: View) -> None:
    parts = [step.part for step in ORDER[view]]
    thighs = Part.HIPS_AND_LEG if view is View.SIDE else Part.HIPS
    assert parts.index(Part.BELT) > parts.index(thighs)


@views
def test_the_face_lies_over_the_hair_behind_it(view: View) -> None:
    parts = [step.part for step in ORDER[view]]
    assert parts.index(Part.HAIR) < parts.index(Part.HEAD)


def test_from_the_side_far_limbs_lie_behind_and_are_dimmed() -> None:
    steps = ORDER[View.SIDE]
    left = [index for index, step in enumerate(steps) if step.side is Side.LEFT and step.far]
    right = [
        index for index, step in enumerate(steps) if step.part in (Part.ARM, Part.HIPS_AND_LEG)
    ]
    assert left
    assert max(left) < min(right)
    assert all(0 < steps[index].far < 0.3 for index in left)


def test_from_the_feet_legs_lie_in_front_of_the_trunk() -> None:
    parts = [step.part for step in ORDER[View.FEET]]
    assert parts.index(Part.SHIRT) < parts.index(Part.HIPS) < parts.index(Part.SHIN)
    assert parts.index(Part.SHIN) < parts.index(Part.FOOT)


def test_from_above_the_near_arms_come_last() -> None:
    assert [step.part for step in ORDER[View.TOP]][-2:] == [Part.ARM, Part.ARM]


def test_legs_that_point_at_the_viewer_grow_out_of_the_knees(build: Build) -> None:
    faded = [
        layer
        for layer in layers(build(), View.FEET)
        if isinstance(layer, Region) and layer.tone is Tone.TROUSERS and layer.fade is not None
    ]
    assert len(faded) == 2


@pytest.mark.parametrize("body", ["reed", "willow", "oak", "poppy", "cedar"])
@views
def test_every_region_has_an_area(build: Build, view: View, body: str) -> None:
    for layer in layers(build(body=body, arms="chest"), view):
        if isinstance(layer, Region):
            assert layer.outline.is_valid
            assert layer.outline.area > 0, layer.tone
