from collections.abc import Callable, Iterable

import numpy as np
import pytest

from constructive_rest.figure import clothing
from constructive_rest.figure.camera import Camera
from constructive_rest.figure.interpolation import vector
from constructive_rest.figure.layers import Fade, Ink, Layer, Lines, Region, Tone
from constructive_rest.figure.mannequin import Mannequin
from constructive_rest.figure.sides import Side
from constructive_rest.figure.silhouette import Sight, hull, outline

Build = Callable[..., Mannequin]
SIDE, TOP, FEET = Camera(0, 5), Camera(0, 90), Camera(90, 9)
CAMERAS = [SIDE, TOP, FEET, Camera(40, 25), Camera(-50, 30)]
BODIES = ("reed", "willow", "oak", "poppy", "cedar")


def length(fade: Fade) -> float:
    return float(np.hypot(fade.end[0] - fade.start[0], fade.end[1] - fade.start[1]))


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("camera", [SIDE, TOP, Camera(-50, 30), Camera(180, 10)])
def test_a_shirt_is_one_piece_with_its_sleeves(build: Build, body: str, camera: Camera) -> None:
    figure = build(body=body)
    region = next(clothing.shirt(figure, Sight(camera)))
    assert isinstance(region, Region)
    assert region.outline.geom_type == "Polygon"
    for arm in figure.arms.values():
        sleeve = outline([arm.sleeve], camera)
        assert sleeve.difference(region.outline).area < 0.02 * sleeve.area


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("legs", ["floor", "in", "out", "together"])
def test_from_the_feet_a_shirt_without_sleeves_stays_between_the_legs(
    build: Build, body: str, legs: str
) -> None:
    figure = build(body=body, arms="sides", legs=legs)
    region = next(clothing.shirt(figure, Sight(FEET), sleeved=False))
    assert isinstance(region, Region)
    assert region.outline.geom_type == "Polygon"
    seat = outline(figure.seat, FEET)
    assert region.outline.intersection(seat).area < 0.05 * region.outline.area
    left, _, right, _ = region.outline.bounds
    assert seat.bounds[0] < left < 0 < right < seat.bounds[2]


def test_folds_stay_on_the_shirt(build: Build) -> None:
    region, folds = clothing.shirt(build(), Sight(SIDE))
    assert isinstance(region, Region)
    assert isinstance(folds, Lines)
    assert folds.inside is region.outline
    assert {line.ink for line in folds.lines} == {Ink.SHIRT}


def test_the_sleeve_fades_in_from_the_shoulder(build: Build) -> None:
    figure = build(arms="sides")
    region = next(clothing.sleeve(figure, Side.RIGHT, Sight(SIDE), True, 0.0))
    assert isinstance(region, Region)
    assert region.fade is not None
    assert region.shade_fade is not None
    shoulder = SIDE.project(figure.arms[Side.RIGHT].chain.root)
    assert np.hypot(*(np.array(region.shade_fade.start) - shoulder)) < 0.08


def tones(layers: Iterable[Layer]) -> list[Tone]:
    return [layer.tone for layer in layers if isinstance(layer, Region)]


def test_a_sleeve_that_points_at_the_viewer_has_a_dark_opening(build: Build) -> None:
    figure, sight = build(arms="ribs"), Sight(SIDE)
    near = clothing.sleeve(figure, Side.RIGHT, sight, True, 0.0)
    assert tones(near) == [Tone.SHIRT, Tone.SLEEVE_INSIDE]
    assert tones(clothing.sleeve(figure, Side.LEFT, sight, True, 0.0)) == [Tone.SHIRT]


def test_the_hem_of_a_far_sleeve_keeps_off_the_trunk(build: Build) -> None:
    figure, sight = build(arms="sides"), Sight(Camera(40, 25))
    (hem,) = (
        layer
        for layer in clothing.sleeve(figure, Side.LEFT, sight, False, 0.1)
        if isinstance(layer, Lines)
    )
    assert hem.inside is not None
    assert hem.inside.intersection(outline([figure.shirt], sight.camera)).area < 1e-6


@pytest.mark.parametrize("way", [vector(0.5, 0, 0), vector(0, 0, 0.5)])
def test_a_fade_is_never_too_short_to_see(
    way: np.ndarray[tuple[int], np.dtype[np.float64]],
) -> None:
    fade = clothing.fade_between(vector(0, 0, 0), way, SIDE)
    assert length(fade) >= 0.0299


def test_a_cuff_seen_from_its_end_shows_its_inside(build: Build) -> None:
    leg = build().legs[Side.RIGHT]

    assert tones(clothing.cuff(leg, FEET)) == [Tone.CUFF_INSIDE]
    assert tones(clothing.cuff(leg, SIDE)) == []


def test_only_a_bent_knee_creases(build: Build) -> None:
    folds = list(clothing.knee_folds(build(), Side.RIGHT, SIDE))
    assert len(folds) == 4
    assert {fold.ink for fold in folds} == {Ink.TROUSERS}


def test_a_knee_that_points_at_the_viewer_shows_no_folds_behind_it(build: Build) -> None:
    assert list(clothing.knee_folds(build(), Side.RIGHT, FEET)) == []


def test_folds_come_and_go_softly_as_the_viewer_walks_round(build: Build) -> None:
    def strength(yaw: float) -> float:
        return sum(line.alpha for line in clothing.knee_folds(build(), Side.RIGHT, Camera(yaw, 5)))

    steps = [strength(yaw) for yaw in range(0, 91, 2)]
    assert steps[0] > 0.5
    assert steps[-1] == 0.0
    assert max(abs(np.diff(steps))) < 0.35


def test_groins_do_not_crease_from_below(build: Build) -> None:
    assert list(clothing.groin_folds(build(), SIDE)) == []


@pytest.mark.parametrize("camera", CAMERAS)
def test_trousers_hold_seat_and_whole_legs(build: Build, camera: Camera) -> None:
    figure = build()
    region = next(clothing.trousers(figure, Sight(camera), list(Side), ()))
    assert isinstance(region, Region)
    for leg in figure.legs.values():
        for loft in (leg.thigh, leg.shin):
            shape = outline([loft], camera)
            assert shape.difference(region.outline).area < 0.02 * shape.area


def test_from_below_the_hem_is_open(build: Build) -> None:
    figure = build()

    def hidden(camera: Camera) -> float:
        shirt = next(clothing.shirt(figure, Sight(camera)))
        assert isinstance(shirt, Region)
        hem = hull(camera.project(figure.shirt.vertices[0]))
        return float(shirt.outline.intersection(hem).area / hem.area)

    assert hidden(FEET) < 0.1
    assert hidden(Camera(-50, 30)) > 0.9


def test_a_leg_drawn_apart_sets_in_at_the_hip(build: Build) -> None:
    figure = build()
    region = next(clothing.leg(figure, Side.RIGHT, Sight(SIDE), False, 0.1))
    assert isinstance(region, Region)
    assert region.far == 0.1
    assert region.fade is not None
    hip = SIDE.project(figure.legs[Side.RIGHT].chain.root)
    assert np.hypot(*(np.array(region.fade.start) - hip)) < 0.06


def test_a_shin_before_its_thigh_grows_out_of_the_knee(build: Build) -> None:
    figure, sight = build(), Sight(FEET)
    before, behind = (
        next(clothing.shin(figure, Side.RIGHT, sight, before, 0.0)) for before in (True, False)
    )
    assert isinstance(before, Region)
    assert isinstance(behind, Region)
    assert before.fade is not None
    assert behind.fade is None


def test_both_groins_crease_from_above(build: Build) -> None:
    folds = list(clothing.groin_folds(build(), TOP))
    sides = [float(np.sign(fold.points[:, 1].mean())) for fold in folds]
    assert sorted(sides) == [-1.0, -1.0, 1.0, 1.0]


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("camera", [SIDE, TOP])
def test_a_belt_lies_across_the_thighs(build: Build, body: str, camera: Camera) -> None:
    figure = build(body=body, legs="belt")
    (belt,) = clothing.belt(figure, camera)
    assert isinstance(belt, Region)
    assert not belt.outline.is_empty
    thighs = Sight(camera).outline([leg.thigh for leg in figure.legs.values()])
    assert belt.outline.intersection(thighs).area > 0.5 * belt.outline.area
    joints = np.array([camera.project(leg.chain.root) for leg in figure.legs.values()])
    knees = np.array([camera.project(leg.chain.middle) for leg in figure.legs.values()])
    assert joints[:, 0].mean() < belt.outline.centroid.x < knees[:, 0].mean()


def test_a_belt_spans_both_thighs_from_above(build: Build) -> None:
    (belt,) = clothing.belt(build(legs="belt"), TOP)
    assert isinstance(belt, Region)
    _, top, _, bottom = belt.outline.bounds
    assert bottom - top > 0.28


def test_the_neckband_lies_at_the_neck(build: Build) -> None:
    figure = build()
    (band,) = clothing.neckband(figure, SIDE)
    assert isinstance(band, Region)
    assert band.tone is Tone.SHIRT_BAND
    neck = outline([figure.neck], SIDE)
    assert band.outline.distance(neck) == 0.0
