"""Flat tones cover what the finished picture covers, in an order that holds from every side."""

from collections.abc import Callable

import numpy as np
import pytest
import shapely

from constructive_rest.figure.camera import Camera
from constructive_rest.figure.flat import Flat, flat_body
from constructive_rest.figure.layers import Tone
from constructive_rest.figure.mannequin import Mannequin
from constructive_rest.figure.silhouette import Shape, outline
from constructive_rest.figure.surface import Patch, surface_of

Build = Callable[..., Mannequin]
CAMERAS = ((0, 5), (0, 90), (90, 9), (30, 40), (60, 20))
SIDE, ABOVE, FEET = (Camera(*angles) for angles in CAMERAS[:3])
VIEWS = pytest.mark.parametrize(("yaw", "pitch"), CAMERAS)


def flats(figure: Mannequin, camera: Camera, **presence: float) -> list[Flat]:
    there = {Patch(name): alpha for name, alpha in presence.items()}
    return list(flat_body(surface_of(figure, belt=False), camera, there))


def covered(shapes: list[Flat]) -> Shape:
    polygons = [shapely.Polygon(points).buffer(1e-4) for flat in shapes for points in flat.polygons]
    return shapely.union_all(polygons)


@VIEWS
def test_they_cover_what_the_body_covers(build: Build, yaw: float, pitch: float) -> None:
    figure = build("reed")
    mine = covered(flats(figure, Camera(yaw, pitch)))
    full = outline(figure.lofts(), Camera(yaw, pitch))
    hair = 0.02
    assert mine.difference(full.buffer(hair)).area < 0.001 * full.area
    assert full.difference(mine).area < 0.02 * full.area


@VIEWS
def test_there_are_no_holes_between_neighbouring_pieces(
    build: Build, yaw: float, pitch: float
) -> None:
    for flat in flats(build("oak"), Camera(yaw, pitch)):
        if flat.tone is Tone.TROUSERS:
            shape = covered([flat])
            rounded = shape.buffer(0.002).buffer(-0.002)
            assert len(getattr(rounded, "interiors", ())) == 0


def place_of(found: list[Flat], tone: Tone, number: int = -1) -> int:
    return [place for place, flat in enumerate(found) if flat.tone is tone][number]


def test_arms_on_the_ribs_lie_over_the_shirt_seen_from_above(build: Build) -> None:
    found = flats(build("reed", arms="ribs"), ABOVE)
    assert place_of(found, Tone.SKIN) > place_of(found, Tone.SHIRT, 0)


def test_from_the_feet_legs_come_before_the_shirt(build: Build) -> None:
    found = flats(build("reed"), FEET)
    assert place_of(found, Tone.TROUSERS) > place_of(found, Tone.SHIRT, 0)


@pytest.mark.parametrize("camera", [SIDE, ABOVE, Camera(10, 45)])
@pytest.mark.parametrize("arms", ["ribs", "chest", "sides", "hips"])
def test_the_shirt_is_worn_over_the_trousers(build: Build, camera: Camera, arms: str) -> None:
    surface = surface_of(build("reed", arms=arms), belt=False)
    trunk = (Patch.SHIRT, Patch.SEAT, Patch.THIGH)
    bare = {key: rings for key, rings in surface.items() if key[0] in trunk}
    tones = [flat.tone for flat in flat_body(bare, camera, {})]
    assert tones == [Tone.TROUSERS] * 3 + [Tone.SHIRT]
    with_arms = flats(build("reed", arms=arms), camera)
    assert place_of(with_arms, Tone.SHIRT) > place_of(with_arms, Tone.TROUSERS, 2)


@pytest.mark.parametrize("arms", ["ribs", "chest"])
def test_hands_on_the_trunk_lie_over_the_shirt(build: Build, arms: str) -> None:
    surface = surface_of(build("reed", arms=arms), belt=False)
    upper = (Patch.SHIRT, Patch.FOREARM)
    bare = {key: rings for key, rings in surface.items() if key[0] in upper}
    tones = [flat.tone for flat in flat_body(bare, ABOVE, {})]
    assert tones == [Tone.SHIRT, Tone.SKIN, Tone.SKIN]


def test_the_far_leg_is_dimmed_from_the_side_and_not_from_above(build: Build) -> None:
    def dimmed(camera: Camera) -> set[float]:
        found = flats(build("reed"), camera)
        return {round(flat.far, 2) for flat in found if flat.tone is Tone.TROUSERS}

    assert dimmed(SIDE) == {0.0, 0.2}
    assert dimmed(ABOVE) == {0.0}


def test_what_is_not_there_is_left_out_and_what_fades_is_faint(build: Build) -> None:
    everything = flats(build("reed"), SIDE)
    armless = flats(build("reed"), SIDE, upper_arm=0.0, sleeve=0.0, forearm=0.0)
    assert len(armless) == len(everything) - 6
    assert {flat.alpha for flat in flats(build("reed"), SIDE, forearm=0.25)} == {1.0, 0.25}


def test_hair_lies_behind_the_face_and_over_the_forehead(build: Build) -> None:
    found = flats(build("reed"), SIDE)
    hair = [place for place, flat in enumerate(found) if flat.tone is Tone.HAIR]
    assert [found[place].tone for place in range(hair[0], hair[-1] + 1)] == [
        Tone.HAIR, Tone.SKIN, Tone.HAIR,
    ]  # fmt: skip


def test_few_points_are_enough(build: Build) -> None:
    points = sum(len(each) for flat in flats(build("willow"), SIDE) for each in flat.polygons)
    assert points < 6000


def test_every_polygon_is_one(build: Build) -> None:
    for flat in flats(build("willow"), Camera(25, 33)):
        for polygon in flat.polygons:
            assert len(polygon) >= 3
            assert np.isfinite(polygon).all()
