from collections.abc import Callable

import numpy as np
import pytest
import shapely

from constructive_rest.figure import anchors
from constructive_rest.figure.silhouette import outline
from constructive_rest.figure.stage import Stage

SetStage = Callable[..., Stage]


@pytest.mark.parametrize("body", ["reed", "willow", "oak", "poppy", "cedar"])
def test_what_glows_lies_within_the_body(set_stage: SetStage, body: str) -> None:
    for picture in ("side", "top"):
        stage = set_stage(picture, body=body)
        shape = outline(stage.figure.lofts(), stage.camera)
        placed = anchors.project(stage)
        for name in ("head", "ribs", "pelvis", "hip", "knee"):
            assert shape.contains(shapely.Point(placed[name])), (picture, name)


def test_the_feet_are_named_between_both(set_stage: SetStage) -> None:
    stage = set_stage("top")
    point = anchors.points(stage)["feet"]
    assert point[2] == pytest.approx(0.0, abs=1e-6)
    toes = max(float(loft.vertices[..., 0].max()) for loft in stage.figure.lofts())
    assert 0.45 < point[0] < toes


def test_the_floor_line_is_the_far_edge_of_the_mat(set_stage: SetStage) -> None:
    stage = set_stage()
    top = stage.mat.top(stage.camera).bounds[1]
    assert anchors.project(stage)["floor"][1] == pytest.approx(top, abs=1e-6)


def test_points_grow_with_the_body(set_stage: SetStage) -> None:
    small, large = (anchors.points(set_stage(body=body)) for body in ("willow", "oak"))
    for name in ("head", "knee", "mat_left", "mat_right"):
        assert np.linalg.norm(large[name]) > np.linalg.norm(small[name]), name


def test_on_a_chair_the_gap_has_no_end_before_its_start(set_stage: SetStage) -> None:
    placed = anchors.project(set_stage(legs="chair"))
    assert placed["gap_end"][0] > placed["gap_start"][0]
    assert placed["feet"][1] < placed["hip"][1], "feet are higher than hips"
