"""What is drawn last is nearest: checked against a depth map of the test's own."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pytest
import shapely
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from constructive_rest.figure.camera import Camera
from constructive_rest.figure.composition import Group, Prop, compose
from constructive_rest.figure.interpolation import Array, vector
from constructive_rest.figure.layers import Fade, Layer, Panel, Region, Tone
from constructive_rest.figure.loft import Loft
from constructive_rest.figure.mannequin import Mannequin
from constructive_rest.figure.sides import Side
from constructive_rest.figure.silhouette import outline
from constructive_rest.practice.setup import Arms, Legs

Build = Callable[..., Mannequin]
Flags: TypeAlias = npt.NDArray[np.bool_]
BODIES = ("reed", "willow", "oak", "poppy", "cedar")
WITHOUT_BELT = frozenset(Group) - {Group.BELT}
CAMERAS = [Camera(0, 5), Camera(0, 90), Camera(90, 9), Camera(45, 30), Camera(-130, 25)]
cameras = pytest.mark.parametrize("camera", CAMERAS)
GRAIN, CLEAR = 0.012, 0.05
HEAD = frozenset({Tone.SKIN, Tone.HAIR, Tone.SHIRT_BAND})
BARE = frozenset({Tone.SKIN, Tone.NAIL})
SHIRT = frozenset({Tone.SHIRT, Tone.SLEEVE_INSIDE, Tone.SHIRT_BAND})
TROUSERS = frozenset({Tone.TROUSERS, Tone.CUFF_INSIDE})


def layers(
    figure: Mannequin, camera: Camera, groups: frozenset[Group] = WITHOUT_BELT
) -> list[Layer]:
    return list(compose(figure, camera, groups))


def tones(found: list[Layer]) -> list[Tone]:
    return [layer.tone for layer in found if isinstance(layer, Region)]


def materials(figure: Mannequin) -> list[tuple[frozenset[Tone], list[Loft]]]:
    arms, legs = figure.arms.values(), figure.legs.values()
    return [
        (HEAD, [figure.neck, *figure.skull]),
        (SHIRT, [figure.shirt, *(arm.sleeve for arm in arms)]),
        (TROUSERS, [*figure.seat, *(loft for leg in legs for loft in (leg.thigh, leg.shin))]),
        (
            BARE,
            [loft for arm in arms for loft in (arm.upper, arm.fore, *arm.hand.lofts)]
            + [loft for leg in legs for loft in (leg.ankle, *leg.foot.lofts)],
        ),
    ]


def nearness(lofts: list[Loft], camera: Camera, shape: tuple[int, int], low: Array) -> Array:
    """The nearest point of `lofts` in each cell, from every quad filled with 5 × 5 points."""
    near = np.full(shape, -np.inf)
    share = np.linspace(0, 1, 5)
    for loft in lofts:
        points = loft.vertices
        points = np.concatenate([points, points[:, :1]], axis=1)
        ends = points.mean(axis=1, keepdims=True)[[0, -1]].repeat(points.shape[1], axis=1)
        points = np.concatenate([ends[:1], points, ends[1:]])
        a, b, c, d = points[:-1, :-1], points[1:, :-1], points[:-1, 1:], points[1:, 1:]
        for u in share:
            for v in share:
                every = ((a * (1 - u) + b * u) * (1 - v) + (c * (1 - u) + d * u) * v).reshape(-1, 3)
                cells = np.floor((camera.project(every) - low) / GRAIN).astype(int)
                np.maximum.at(near, (cells[:, 1], cells[:, 0]), every @ camera.toward)
    return near


def dense(fade: Fade | None, x: Array, y: Array) -> Flags:
    if fade is None:
        return np.ones(len(x), dtype=bool)
    start, way = np.array(fade.start), np.array(fade.end) - np.array(fade.start)
    reached: Flags = ((x - start[0]) * way[0] + (y - start[1]) * way[1]) / (way @ way) > 0.5
    return reached


def drawn_last(found: list[Layer], x: Array, y: Array) -> list[Tone | None]:
    last: Array = np.full(len(x), None, dtype=object)
    for layer in found:
        if isinstance(layer, Region):
            covered = shapely.contains_xy(layer.outline, x, y) & dense(layer.fade, x, y)
            if layer.only is not None:
                covered &= shapely.contains_xy(layer.only, x, y)
            last[covered] = layer.tone
    return list(last)


def share_of_wrong_cells(figure: Mannequin, camera: Camera) -> float:
    """Cells in which one material lies clearly before the others, and another one is drawn.

    As a share of all that the figure covers.
    """
    points = np.concatenate([camera.project(f.vertices).reshape(-1, 2) for f in figure.lofts()])
    low = points.min(axis=0) - 3 * GRAIN
    wide, high = np.ceil((points.max(axis=0) + 3 * GRAIN - low) / GRAIN).astype(int)
    kinds = materials(figure)
    near = np.array([nearness(lofts, camera, (high, wide), low) for _, lofts in kinds])
    order = np.sort(near, axis=0)
    first, second = near.argmax(axis=0), order[-2]
    clear = np.isfinite(second)
    clear[clear] = order[-1][clear] - second[clear] > CLEAR
    for rows, columns in ((0, 1), (0, -1), (1, 0), (-1, 0)):
        clear &= np.roll(first, (rows, columns), (0, 1)) == first
        clear &= np.isfinite(np.roll(second, (rows, columns), (0, 1)))
    down, across = np.nonzero(clear)
    x, y = low[0] + (across + 0.5) * GRAIN, low[1] + (down + 0.5) * GRAIN
    seen = drawn_last(layers(figure, camera), x, y)
    nearest = first[down, across]
    wrong = [tone not in kinds[kind][0] for tone, kind in zip(seen, nearest, strict=True)]
    return sum(wrong) / float(np.isfinite(near).any(axis=0).sum())


@settings(max_examples=12, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(
    st.floats(-180, 180),
    st.floats(-20, 90),
    st.sampled_from(BODIES),
    st.sampled_from(list(Arms)),
    st.sampled_from(list(Legs)),
)
def test_what_is_drawn_last_is_nearest(
    build: Build, yaw: float, pitch: float, body: str, arms: str, legs: str
) -> None:
    figure = build(body=body, arms=arms, legs=legs)
    assert share_of_wrong_cells(figure, Camera(yaw, pitch)) < 0.035


@pytest.mark.parametrize("arms", list(Arms))
@cameras
def test_in_usual_views_little_is_drawn_otherwise(build: Build, camera: Camera, arms: str) -> None:
    assert share_of_wrong_cells(build(arms=arms), camera) < 0.02


@cameras
def test_every_view_shows_skin_shirt_and_trousers(build: Build, camera: Camera) -> None:
    assert {Tone.SKIN, Tone.SHIRT, Tone.TROUSERS} <= set(tones(layers(build(), camera)))


@cameras
def test_nothing_asked_for_is_nothing_drawn(build: Build, camera: Camera) -> None:
    assert layers(build(), camera, frozenset()) == []


@pytest.mark.parametrize(
    ("group", "tone"),
    [(Group.TRUNK, Tone.SHIRT), (Group.LEGS, Tone.TROUSERS), (Group.HEAD, Tone.HAIR)],
)
@cameras
def test_a_group_can_be_drawn_alone(build: Build, camera: Camera, group: Group, tone: Tone) -> None:
    alone = tones(layers(build(), camera, frozenset({group})))
    assert tone in alone
    others = {Tone.SHIRT, Tone.TROUSERS, Tone.HAIR} - {tone}
    assert not others & set(alone)


@cameras
def test_a_belt_lies_over_the_trousers(build: Build, camera: Camera) -> None:
    figure = build(legs="belt")
    assert Tone.BELT not in tones(layers(figure, camera))
    worn = tones(layers(figure, camera, frozenset(Group)))
    assert worn.count(Tone.BELT) == 1
    assert worn.index(Tone.TROUSERS) < worn.index(Tone.BELT)


@pytest.mark.parametrize("camera", [Camera(0, 5), Camera(180, 5), Camera(45, 30)])
def test_a_leg_before_the_other_fades_into_the_seat(build: Build, camera: Camera) -> None:
    regions = [layer for layer in layers(build(), camera) if isinstance(layer, Region)]
    seat, *legs = (region for region in regions if region.tone is Tone.TROUSERS)
    assert seat.fade is None
    assert len([leg for leg in legs if leg.only is None]) == 2
    assert all((leg.fade is None) == (leg.only is not None) for leg in legs)


def dimmed(found: list[Layer]) -> Mapping[Tone, float]:
    return {
        layer.tone: layer.far for layer in found if isinstance(layer, Region) and layer.far > 0.01
    }


def test_from_the_side_far_limbs_are_dimmed(build: Build) -> None:
    far = dimmed(layers(build(), Camera(0, 5)))
    assert {Tone.TROUSERS, Tone.SKIN} <= set(far)
    assert max(far.values()) < 0.3


def test_seen_along_the_middle_no_limb_is_dimmed(build: Build) -> None:
    for camera in (Camera(0, 90), Camera(90, 9), Camera(-90, 30)):
        assert dimmed(layers(build(), camera)) == {}


def test_the_other_side_dims_the_other_limbs(build: Build) -> None:
    right, left = (dimmed(layers(build(), Camera(yaw, 5))) for yaw in (0, 180))
    assert right.keys() == left.keys()


def test_what_stands_before_the_figure_is_drawn_after_it(build: Build) -> None:
    figure, camera = build(), Camera(0, 5)
    wall = Panel(Tone.WOOD, shapely.box(-1, -1, 1, 1))

    def place(shift: float) -> int:
        block = Loft(figure.shirt.vertices + vector(0, 0, shift))
        found = list(compose(figure, camera, WITHOUT_BELT, [Prop("wall", [block], [wall])]))
        return found.index(wall)

    assert place(-1.0) == 0
    assert place(1.0) > 10


@pytest.mark.parametrize("body", BODIES)
@cameras
def test_every_region_has_an_area(build: Build, camera: Camera, body: str) -> None:
    for layer in layers(build(body=body, arms="chest"), camera):
        if isinstance(layer, Region):
            assert layer.outline.is_valid
            assert layer.outline.area > 0 or layer.tone is Tone.SLEEVE_INSIDE, layer.tone


@pytest.mark.parametrize("body", BODIES)
def test_a_far_hand_behind_the_near_one_shows_no_fingertips(build: Build, body: str) -> None:
    figure, camera = build(body=body, arms="ribs"), Camera(0, 5)
    near = outline(figure.arms[Side.RIGHT].hand.lofts, camera)
    for layer in layers(figure, camera):
        if isinstance(layer, Region) and layer.tone is Tone.SKIN and layer.far > 0.0:
            shown = layer.outline if layer.only is None else layer.outline.intersection(layer.only)
            assert shown.distance(near) > 0.02 or shown.is_empty


def test_a_hand_drawn_again_reaches_beyond_the_shadow_of_what_it_lies_on(build: Build) -> None:
    """Where it ended at the edge of the shirt, the shirt's own shadow showed as a seam."""
    figure, camera = build(arms="ribs"), Camera(0, 90)
    found = [layer for layer in layers(figure, camera) if isinstance(layer, Region)]
    shirt = outline([figure.shirt], camera)
    again = [layer for layer in found if layer.tone is Tone.SKIN and layer.only is not None]
    arms, thumbs = again[::2], again[1::2]
    assert len(arms) == len(thumbs) == len(Side)
    for arm in arms:
        assert arm.fade is None
        assert arm.only is not None
        assert arm.only.intersection(arm.outline).difference(shirt.buffer(0.03)).area > 0.0
    assert all(thumb.fade is not None for thumb in thumbs)
