from collections.abc import Callable

import pytest

from constructive_rest.figure.camera import Camera
from constructive_rest.figure.extremities import Span, bare_arm, bare_foot
from constructive_rest.figure.layers import Layer, Lines, Region, Tone
from constructive_rest.figure.mannequin import Mannequin
from constructive_rest.figure.sides import Side
from constructive_rest.figure.silhouette import Sight
from constructive_rest.practice.setup import Arms

Build = Callable[..., Mannequin]
SIDE, TOP, FEET = Camera(0, 5), Camera(0, 90), Camera(90, 9)


def arm(figure: Mannequin, camera: Camera, span: Span = Span.WHOLE) -> list[Layer]:
    return list(bare_arm(figure, Side.RIGHT, Sight(camera), 0.0, span))


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


def test_both_halves_of_an_arm_make_the_whole(build: Build) -> None:
    figure = build(arms="chest")
    upper, fore, whole = (
        arm(figure, TOP, span)[0] for span in (Span.UPPER, Span.FORE_BEFORE, Span.WHOLE)
    )
    assert isinstance(upper, Region)
    assert isinstance(fore, Region)
    assert isinstance(whole, Region)
    both = upper.outline.union(fore.outline)
    assert both.symmetric_difference(whole.outline).area < 0.03 * whole.outline.area
    assert fore.fade is not None
    assert upper.fade is None


def test_an_upper_arm_alone_has_no_fingers(build: Build) -> None:
    assert len(arm(build(), TOP, Span.UPPER)) == 1


@pytest.mark.parametrize("body", ["reed", "willow", "oak", "poppy", "cedar"])
def test_a_foot_has_ankle_and_toes_in_one_piece(build: Build, body: str) -> None:
    for camera in (SIDE, TOP, FEET):
        region = next(iter(bare_foot(build(body=body), Side.RIGHT, Sight(camera), 0.0)))
        assert isinstance(region, Region)
        assert region.outline.geom_type == "Polygon"


def test_nails_are_seen_from_above_alone(build: Build) -> None:
    def nails(camera: Camera) -> int:
        layers = bare_foot(build(), Side.RIGHT, Sight(camera), 0.0)
        return len([part for part in layers if isinstance(part, Region) and part.tone is Tone.NAIL])

    assert nails(TOP) == 5
    assert nails(SIDE) == 0


def test_four_lines_part_five_toes(build: Build) -> None:
    lines = list(bare_foot(build(), Side.RIGHT, Sight(TOP), 0.0))[1]
    assert isinstance(lines, Lines)
    assert len(lines.lines) == 4


def test_what_is_far_is_drawn_fainter(build: Build) -> None:
    near, far = (list(bare_foot(build(), Side.LEFT, Sight(SIDE), dim))[:2] for dim in (0.0, 0.3))
    assert isinstance(near[1], Lines)
    assert isinstance(far[1], Lines)
    assert far[1].lines[0].alpha < near[1].lines[0].alpha
