from collections.abc import Callable

import pytest
import shapely

from constructive_rest.figure.camera import Camera
from constructive_rest.figure.face import head_layers as head_seen
from constructive_rest.figure.layers import Blush, Ink, Layer, Line, Lines, Region, Tone
from constructive_rest.figure.mannequin import Mannequin
from constructive_rest.figure.silhouette import Sight

Build = Callable[..., Mannequin]
SIDE, TOP, FEET = Camera(0, 5), Camera(0, 90), Camera(90, 9)
BODIES = ("reed", "willow", "oak", "poppy", "cedar")


def head_layers(figure: Mannequin, camera: Camera) -> list[Layer]:
    return list(head_seen(figure, Sight(camera)))


def behind_the_face(figure: Mannequin, camera: Camera) -> list[Region]:
    """The hair that is drawn before the face."""
    regions = [layer for layer in head_layers(figure, camera) if isinstance(layer, Region)]
    return regions[: [region.tone for region in regions].index(Tone.SKIN)]


def lines(layers: list[Layer], ink: Ink) -> list[Line]:
    return [
        line
        for layer in layers
        if isinstance(layer, Lines)
        for line in layer.lines
        if line.ink is ink
    ]


@pytest.mark.parametrize("body", BODIES)
def test_both_eyes_are_closed_when_seen_from_above(build: Build, body: str) -> None:
    layers = head_layers(build(body=body), TOP)
    lids = [line for line in lines(layers, Ink.LID) if len(line.points) == 5]
    assert len(lids) == 2
    assert len(lines(layers, Ink.BROW)) == 2
    assert len([layer for layer in layers if isinstance(layer, Blush)]) == 2


@pytest.mark.parametrize("body", BODIES)
def test_one_eye_is_seen_from_the_side(build: Build, body: str) -> None:
    layers = head_layers(build(body=body), SIDE)
    assert len([line for line in lines(layers, Ink.LID) if len(line.points) == 5]) == 1
    assert len(lines(layers, Ink.MOUTH)) == 1


def test_a_closed_lid_hangs_like_a_garland(build: Build) -> None:
    """From above, head at the left: the chin lies to the right, and there the lid hangs."""
    lid = next(
        line for line in lines((head_layers(build(), TOP)), Ink.LID) if len(line.points) == 5
    )
    along = lid.points[:, 0]
    assert along[2] > along[0]
    assert along[2] > along[4]


def test_features_lie_within_the_face(build: Build) -> None:
    layers = head_layers(build(), TOP)
    skin = (layer for layer in layers if isinstance(layer, Region) and layer.tone is Tone.SKIN)
    face = next(skin)
    near = face.outline.buffer(0.004)
    for ink in (Ink.LID, Ink.BROW, Ink.MOUTH):
        for line in lines(layers, ink):
            left, top, right, bottom = near.bounds
            assert left <= line.points[:, 0].min()
            assert line.points[:, 0].max() <= right
            assert top <= line.points[:, 1].min()
            assert line.points[:, 1].max() <= bottom


def test_the_mouth_turns_up_a_little(build: Build) -> None:
    mouth = lines((head_layers(build(), TOP)), Ink.MOUTH)[0].points
    middle, corners = mouth[len(mouth) // 2, 0], (mouth[0, 0] + mouth[-1, 0]) / 2
    assert middle > corners, "its middle lies nearer to the chin than its corners"


@pytest.mark.parametrize("body", BODIES)
def test_from_the_feet_the_face_is_at_rest_too(build: Build, body: str) -> None:
    layers = head_layers(build(body=body), FEET)
    assert len([line for line in lines(layers, Ink.LID) if len(line.points) == 5]) == 2
    mouth = lines(layers, Ink.MOUTH)[0].points
    corners = (mouth[0, 1] + mouth[-1, 1]) / 2
    assert mouth[len(mouth) // 2, 1] > corners, "its corners turn up"
    nostrils = [line for line in lines(layers, Ink.SKIN) if len(line.points) == 3]
    assert len(nostrils) >= 2


def test_nostrils_and_the_round_of_the_chin_show_only_from_the_feet(build: Build) -> None:
    def widest(camera: Camera) -> int:
        return max(len(line.points) for line in lines((head_layers(build(), camera)), Ink.SKIN))

    assert widest(FEET) == 9
    assert widest(TOP) < 9


@pytest.mark.parametrize("camera", [SIDE, TOP])
@pytest.mark.parametrize("body", BODIES)
def test_hair_is_drawn_behind_and_in_front(build: Build, body: str, camera: Camera) -> None:
    figure = build(body=body)
    behind = behind_the_face(figure, camera)
    front = [
        layer
        for layer in head_layers(figure, camera)[len(behind) :]
        if isinstance(layer, Region) and layer.tone is Tone.HAIR
    ]
    assert {region.tone for region in behind} == {Tone.HAIR}
    assert front
    assert front[0].outline.area < behind[-1].outline.area


def test_only_a_bun_adds_a_knot(build: Build) -> None:
    assert len(behind_the_face(build(body="willow"), TOP)) == 2
    assert len(behind_the_face(build(body="reed"), TOP)) == 1


def test_the_near_ear_alone_is_seen_from_the_side(build: Build) -> None:
    def ears(camera: Camera) -> int:
        skin = [
            layer
            for layer in head_layers(build(), camera)
            if isinstance(layer, Region) and layer.tone is Tone.SKIN
        ]
        return len(skin) - 1

    assert ears(SIDE) == 1
    assert ears(TOP) == 2


@pytest.mark.parametrize(("body", "years"), [("poppy", 0), ("reed", 0), ("oak", 8), ("cedar", 8)])
def test_years_leave_their_lines(build: Build, body: str, years: int) -> None:
    young, drawn = (lines((head_layers(build(body=b), TOP)), Ink.SKIN) for b in ("reed", body))
    assert len(drawn) - len(young) == years


@pytest.mark.parametrize("body", BODIES)
def test_hair_covers_the_crown(build: Build, body: str) -> None:
    figure = build(body=body)
    for yaw, pitch in ((-90, 10), (-30, 10), (-30, 30), (-150, 30)):
        camera = Camera(yaw, pitch)
        regions = [layer for layer in head_layers(figure, camera) if isinstance(layer, Region)]
        front = [region.outline for region in regions if region.tone is Tone.HAIR][-1]
        crown = figure.head.hair(figure.support)[-1].mean(axis=0)
        assert front.contains(shapely.Point(camera.project(crown)))


def test_from_the_feet_the_chest_hides_the_root_of_the_neck(build: Build) -> None:
    figure = build()
    root = figure.neck.vertices[0].mean(axis=0)
    for camera, seen in ((Camera(93, 35), False), (Camera(0, 90), True), (Camera(-90, 30), True)):
        skin = next(
            layer
            for layer in head_layers(figure, camera)
            if isinstance(layer, Region) and layer.tone is Tone.SKIN
        )
        at_root = shapely.Point(camera.project(root)).buffer(0.004)
        assert skin.outline.intersects(at_root) == seen


@pytest.mark.parametrize("yaw", range(-180, 180, 30))
@pytest.mark.parametrize("pitch", [0, 25, 60, 90])
def test_a_blush_lies_in_the_face(build: Build, yaw: int, pitch: int) -> None:
    layers = head_layers(build(), Camera(yaw, pitch))
    skin = next(
        layer for layer in layers if isinstance(layer, Region) and layer.tone is Tone.SKIN
    ).outline
    for layer in layers:
        if isinstance(layer, Blush) and layer.alpha > 0.02:
            assert skin.contains(shapely.Point(layer.centre).buffer(layer.radius * 0.5))
