from collections.abc import Callable

import numpy as np
import pytest

from constructive_rest.figure import clothing
from constructive_rest.figure.camera import Camera
from constructive_rest.figure.interpolation import vector
from constructive_rest.figure.layers import Fade, Ink, Lines, Region, Tone
from constructive_rest.figure.mannequin import Mannequin
from constructive_rest.figure.sides import Side
from constructive_rest.figure.silhouette import outline

Build = Callable[..., Mannequin]
SIDE, TOP, FEET = Camera(0, 5), Camera(0, 90), Camera(90, 9)


def length(fade: Fade) -> float:
    return float(np.hypot(fade.end[0] - fade.start[0], fade.end[1] - fade.start[1]))


@pytest.mark.parametrize("body", ["reed", "willow", "oak", "poppy", "cedar"])
def test_a_shirt_is_one_piece_with_its_sleeves(build: Build, body: str) -> None:
    region = next(iter(clothing.shirt(build(body=body), TOP, tuple(Side))))
    assert isinstance(region, Region)
    assert region.outline.geom_type == "Polygon"


def test_a_shirt_without_sleeves_is_smaller(build: Build) -> None:
    def area(*sleeves: Side) -> float:
        region = next(iter(clothing.shirt(build(), TOP, sleeves)))
        assert isinstance(region, Region)
        return float(region.outline.area)

    assert area() < area(Side.RIGHT) < area(*Side)


def test_folds_stay_on_the_shirt(build: Build) -> None:
    region, folds = clothing.shirt(build(), SIDE, (Side.RIGHT,))
    assert isinstance(region, Region)
    assert isinstance(folds, Lines)
    assert folds.inside is region.outline
    assert {line.ink for line in folds.lines} == {Ink.SHIRT}


def test_the_sleeve_fades_in_from_the_shoulder(build: Build) -> None:
    figure = build(arms="sides")
    layers = list(clothing.sleeve(figure, Side.RIGHT, SIDE, iter(()), 0.0))
    region = next(layer for layer in layers if isinstance(layer, Region))
    assert region.fade is not None
    assert region.shade_fade is not None
    shoulder = SIDE.project(figure.arms[Side.RIGHT].chain.root)
    assert np.hypot(*(np.array(region.shade_fade.start) - shoulder)) < 0.08


def test_an_arm_that_points_at_the_viewer_comes_out_of_a_dark_opening(build: Build) -> None:
    figure = build(arms="ribs")
    marker = Lines(())
    layers = list(clothing.sleeve(figure, Side.RIGHT, SIDE, iter((marker,)), 0.0))
    tones = [layer.tone if isinstance(layer, Region) else None for layer in layers]
    assert tones.index(Tone.SHIRT) < tones.index(Tone.SLEEVE_INSIDE) < layers.index(marker)


def test_an_arm_that_points_away_lies_behind_its_sleeve(build: Build) -> None:
    figure = build(arms="ribs")
    marker = Lines(())
    layers = list(clothing.sleeve(figure, Side.LEFT, SIDE, iter((marker,)), 0.0))
    assert layers[0] is marker


@pytest.mark.parametrize("way", [vector(0.5, 0, 0), vector(0, 0, 0.5)])
def test_a_fade_is_never_too_short_to_see(
    way: np.ndarray[tuple[int], np.dtype[np.float64]],
) -> None:
    fade = clothing.fade_between(vector(0, 0, 0), way, SIDE)
    assert length(fade) >= 0.0299


def test_a_cuff_seen_from_its_end_shows_its_inside(build: Build) -> None:
    leg = build().legs[Side.RIGHT]

    def tones(camera: Camera) -> list[Tone]:
        return [part.tone for part in clothing.cuff(leg, camera) if isinstance(part, Region)]

    assert tones(FEET) == [Tone.CUFF_INSIDE]
    assert tones(SIDE) == []


def test_only_a_bent_knee_creases(build: Build) -> None:
    folds = list(clothing.knee_folds(build(), Side.RIGHT, SIDE))
    assert len(folds) == 4
    assert {fold.ink for fold in folds} == {Ink.TROUSERS}


def test_both_groins_crease_from_above(build: Build) -> None:
    folds = list(clothing.groin_folds(build(), TOP))
    sides = [float(np.sign(fold.points[:, 1].mean())) for fold in folds]
    assert sorted(sides) == [-1.0, -1.0, 1.0, 1.0]


@pytest.mark.parametrize("body", ["reed", "willow", "oak", "poppy", "cedar"])
@pytest.mark.parametrize("camera", [SIDE, TOP])
def test_a_belt_lies_across_the_thighs(build: Build, body: str, camera: Camera) -> None:
    figure = build(body=body, legs="belt")
    (belt,) = clothing.belt(figure, camera)
    assert isinstance(belt, Region)
    assert not belt.outline.is_empty
    thighs = outline([leg.thigh for leg in figure.legs.values()], camera)
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
