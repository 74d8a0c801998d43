import numpy as np
import pytest
import shapely

from constructive_rest.figure.camera import Camera
from constructive_rest.figure.interpolation import vector
from constructive_rest.figure.layers import Lines, Panel, Region, Tone
from constructive_rest.figure.props import (
    SEAT_HEIGHT,
    Block,
    Mat,
    block_panels,
    book,
    stool,
    stool_footprint,
    towel,
)

SIDE, TOP, FEET = Camera(0, 5), Camera(0, 90), Camera(90, 9)
BOX = Block(vector(0, 0, 0), vector(0.2, 0.1, 0.3))
MAT = Mat(-0.98, 0.80, 0.42)


def bounds(layers: list[Region | Panel]) -> tuple[float, float, float, float]:
    left, top, right, bottom = shapely.union_all([layer.outline for layer in layers]).bounds
    return left, top, right, bottom


def test_a_box_has_eight_corners_and_square_faces() -> None:
    assert len({tuple(corner) for corner in BOX.corners()}) == 8
    top = BOX.face(1, True)
    assert np.allclose(top[:, 1], 0.1)
    assert shapely.Polygon(top[:, [0, 2]]).area == pytest.approx(0.06)


def test_faces_that_look_away_are_not_drawn() -> None:
    assert len(list(block_panels(BOX, Tone.WOOD, TOP))) == 1
    assert len(list(block_panels(BOX, Tone.WOOD, SIDE))) == 2
    assert len(list(block_panels(BOX, Tone.WOOD, Camera(40, 30)))) == 3


def test_the_upper_face_is_the_brightest() -> None:
    panels = list(block_panels(BOX, Tone.WOOD, Camera(40, 30)))
    assert max(panels, key=lambda panel: panel.light) is panels[0]


def test_the_mat_is_a_slim_band_from_the_side_and_whole_from_above() -> None:
    assert MAT.top(TOP).area == pytest.approx(1.78 * 0.84, rel=0.01)
    low, high = MAT.whole(SIDE).bounds[1::2]
    assert high - low == pytest.approx(0.84 * np.sin(np.radians(5)) + 0.012, abs=0.002)


def test_the_seam_runs_inside_of_the_mat() -> None:
    seam = MAT.edge(0.0, 0.014)
    assert MAT.top(TOP).contains(shapely.Polygon(TOP.project(seam)))


def test_the_mat_has_edge_face_and_seam() -> None:
    layers = list(MAT.layers(SIDE))
    tones = [layer.tone for layer in layers if isinstance(layer, Panel)]
    assert tones == [Tone.MAT_EDGE, Tone.MAT]
    assert isinstance(layers[-1], Lines)


@pytest.mark.parametrize("height", [0.025, 0.04, 0.06])
def test_a_book_is_as_high_as_the_head_needs_it(height: float) -> None:
    panels = [
        part for part in book(-0.7, (0.0, height), Camera(0, 0), 1.0) if isinstance(part, Panel)
    ]
    left, top, right, bottom = bounds(list(panels))
    assert bottom - top == pytest.approx(height, abs=0.003)
    assert (left + right) / 2 == pytest.approx(-0.7, abs=0.003)


def test_a_book_shows_cover_and_pages_from_the_side_and_only_cover_from_above() -> None:
    def tones(camera: Camera) -> list[Tone]:
        return [
            part.tone for part in book(-0.7, (0.0, 0.04), camera, 1.0) if isinstance(part, Panel)
        ]

    assert {Tone.BOOK, Tone.PAGE} <= set(tones(SIDE))
    assert tones(TOP)[-1] is Tone.BOOK, "the cover lies over the pages"


def test_a_towel_is_folded_in_three_and_lies_on_the_floor() -> None:
    folds = [part for part in towel(-0.7, 0.034, SIDE, 1.0) if isinstance(part, Region)]
    assert len(folds) == 3
    assert {fold.tone for fold in folds} == {Tone.TOWEL}
    heights = [fold.outline.centroid.y for fold in folds]
    assert heights == sorted(heights, reverse=True), "from the lowest up"


def test_a_stool_has_a_seat_where_the_calves_lie() -> None:
    panels = [part for part in stool(Camera(0, 0), 1.0) if isinstance(part, Panel)]
    _, top, _, bottom = bounds(list(panels))
    assert -top == pytest.approx(SEAT_HEIGHT, abs=0.003)
    assert bottom == pytest.approx(0.0, abs=0.003)


def test_a_stool_stands_on_its_footprint() -> None:
    ground = shapely.Polygon(stool_footprint(1.2)[:, [0, 2]])
    assert ground.bounds[0] > 0.15, "beyond the hips"
    assert ground.area == pytest.approx(0.435 * 0.44 * 1.44, rel=0.01)
