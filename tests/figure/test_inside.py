from collections.abc import Callable

import pytest
import shapely

from constructive_rest.figure.layers import Glass, Layer, Lines, Panel, Region, Shadow, Tone, Veil
from constructive_rest.figure.sides import Side
from constructive_rest.figure.silhouette import merge, outline
from constructive_rest.figure.spine import spine
from constructive_rest.figure.stage import Stage

SetStage = Callable[..., Stage]
BODIES = ("reed", "willow", "oak", "poppy", "cedar")
PICTURES = ("psoas-side", "psoas-front")
every_body = pytest.mark.parametrize("body", BODIES)
every_picture = pytest.mark.parametrize("picture", PICTURES)
PARTS = {Tone.BONE, Tone.CARTILAGE, Tone.PSOAS, Tone.ILIACUS, Tone.DIAPHRAGM, Tone.HOLLOW}


def glasses(stage: Stage, *tones: Tone) -> list[Glass]:
    return [
        layer
        for layer in stage.layers()
        if isinstance(layer, Glass) and (not tones or layer.tone in tones)
    ]


@every_picture
def test_everything_is_there_and_translucent(set_stage: SetStage, picture: str) -> None:
    found = glasses(set_stage(picture))
    assert {glass.tone for glass in found} >= PARTS
    assert all(0.0 < glass.alpha < 1.0 for glass in found)


@every_picture
def test_the_body_is_drawn_first_then_veiled_then_opened(set_stage: SetStage, picture: str) -> None:
    layers: list[Layer] = list(set_stage(picture).layers())
    kinds = [type(layer) for layer in layers]
    veil = kinds.index(Veil)
    assert kinds.count(Veil) == 1
    assert not {Region, Panel, Shadow} & set(kinds[veil:])
    assert Glass not in kinds[:veil]
    assert {Glass, Lines} <= set(kinds[veil:])


@every_body
@every_picture
def test_what_lies_inside_is_seen_within_the_body(
    set_stage: SetStage, picture: str, body: str
) -> None:
    stage = set_stage(picture, body)
    (veil,) = [layer for layer in stage.layers() if isinstance(layer, Veil)]
    body_shape = veil.outline.buffer(0.003)
    for glass in glasses(stage):
        assert glass.outline.is_empty or body_shape.covers(glass.outline), glass.tone


@every_body
def test_from_the_front_lumbar_bodies_are_not_hidden_by_the_psoas(
    set_stage: SetStage, body: str
) -> None:
    stage = set_stage("psoas-front", body)
    muscles = merge(glass.outline for glass in glasses(stage, Tone.PSOAS))
    for vertebra in spine(stage.figure)[:5]:
        shape = outline([vertebra.body], stage.camera)
        assert shape.difference(muscles).area > 0.75 * shape.area, vertebra.name


@every_body
def test_from_the_side_lumbar_bodies_are_drawn_again_over_the_psoas(
    set_stage: SetStage, body: str
) -> None:
    stage = set_stage("psoas-side", body)
    layers = list(stage.layers())
    psoas = max(
        number
        for number, layer in enumerate(layers)
        if isinstance(layer, Glass) and layer.tone is Tone.PSOAS
    )
    over = [layer for layer in layers[psoas:] if isinstance(layer, Glass)]
    for vertebra in spine(stage.figure)[:5]:
        shape = outline([vertebra.body], stage.camera)
        assert any(
            glass.tone is Tone.BONE and glass.outline.symmetric_difference(shape).area < 1e-6
            for glass in over
        ), vertebra.name


def test_from_the_front_the_muscles_lie_evenly_on_both_sides(set_stage: SetStage) -> None:
    right, left = (glass.outline.bounds for glass in glasses(set_stage("psoas-front"), Tone.PSOAS))
    assert right[0] == pytest.approx(-left[2], abs=2e-3)
    assert (right[1], right[3]) == pytest.approx((left[1], left[3]), abs=2e-3)
    assert len(glasses(set_stage("psoas-side"), Tone.PSOAS)) == 1


def test_the_diaphragm_lies_over_the_top_of_the_psoas(set_stage: SetStage) -> None:
    stage = set_stage("psoas-front")
    dome = max(
        (glass.outline for glass in glasses(stage, Tone.DIAPHRAGM)), key=lambda shape: shape.area
    )
    for glass in glasses(stage, Tone.PSOAS):
        under = glass.outline.intersection(dome).area / glass.outline.area
        assert 0.02 < under < 0.3
    arches = glasses(stage, Tone.SINEW)
    assert len(arches) == len(Side)
    assert all(isinstance(arch.outline, shapely.Polygon) for arch in arches)


def test_other_pictures_keep_the_inside_to_themselves(set_stage: SetStage) -> None:
    assert not glasses(set_stage("side"))
