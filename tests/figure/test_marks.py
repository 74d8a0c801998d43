import math
from collections.abc import Callable

import numpy as np
import pytest
import shapely

from constructive_rest.figure import anchors
from constructive_rest.figure.low_back import gap_shape
from constructive_rest.figure.mark import Form, Mark, Overlay
from constructive_rest.figure.marks import face_line, marks
from constructive_rest.figure.stage import Stage

SetStage = Callable[..., Stage]
BODIES = ("reed", "willow", "oak", "poppy", "cedar")
every_body = pytest.mark.parametrize("body", BODIES)


def of(stage: Stage, overlay: Overlay, form: Form) -> list[Mark]:
    return [mark for mark in marks(stage) if (mark.overlay, mark.form) == (overlay, form)]


def slope(mark: Mark) -> float:
    """Degrees by which a line rises to the right."""
    (x0, y0), (x1, y1) = mark.points[0], mark.points[-1]
    return math.degrees(math.atan2(y0 - y1, x1 - x0))


@pytest.mark.parametrize("picture", ["side", "top", "feet", "back", "head-low", "knees-out"])
def test_a_picture_has_the_marks_that_its_file_names(set_stage: SetStage, picture: str) -> None:
    stage = set_stage(picture)
    assert stage.plan.overlays
    assert {mark.overlay for mark in marks(stage)} == stage.plan.overlays


def test_a_picture_that_names_none_has_none(set_stage: SetStage) -> None:
    assert marks(set_stage("arms-ribs")) == ()


@every_body
def test_the_line_along_forehead_and_chin_is_level_only_where_it_should(
    set_stage: SetStage, body: str
) -> None:
    low, level, high = (
        slope(of(set_stage(f"head-{name}", body), Overlay.FACE, Form.LINE)[0])
        for name in ("low", "level", "high")
    )
    assert level == pytest.approx(0.0, abs=3.0)
    assert low > 12.0, "the chin is higher"
    assert high < -20.0, "the forehead is higher"


@every_body
def test_forehead_and_chin_are_on_the_face(set_stage: SetStage, body: str) -> None:
    stage = set_stage("head-level", body)
    skin = np.concatenate([loft.vertices.reshape(-1, 3) for loft in stage.figure.skull])
    for point in face_line(stage):
        assert np.linalg.norm(skin - point, axis=1).min() < 0.012


def test_only_a_tilted_face_is_measured_by_a_level_thread(set_stage: SetStage) -> None:
    threads = {
        name: len(of(set_stage(f"head-{name}"), Overlay.FACE, Form.THREAD))
        for name in ("low", "level", "high")
    }
    assert threads["low"] == threads["high"] == threads["level"] + 1
    assert not of(set_stage("head-level"), Overlay.FACE, Form.ARROW)
    (arrow,) = of(set_stage("head-low"), Overlay.FACE, Form.ARROW)
    assert slope(arrow) == pytest.approx(-90.0), "down to level"


@every_body
def test_arms_lie_about_45_degrees_from_the_trunk(set_stage: SetStage, body: str) -> None:
    arcs = of(set_stage("top", body), Overlay.ARMS, Form.LINE)
    rays = of(set_stage("top", body), Overlay.ARMS, Form.THREAD)
    assert len(arcs) == 2
    for trunk, arm in (rays[:2], rays[2:]):
        assert abs(slope(arm) - slope(trunk)) == pytest.approx(45.0, abs=12.0)


def test_knees_stand_over_the_feet_or_beside_them(set_stage: SetStage) -> None:
    def lines(picture: str) -> list[Mark]:
        return of(set_stage(picture), Overlay.KNEES, Form.LINE)

    assert all(abs(abs(slope(mark)) - 90.0) < 4.0 for mark in lines("knees-over-feet"))
    assert all(abs(abs(slope(mark)) - 90.0) > 12.0 for mark in lines("knees-out"))
    assert all(abs(abs(slope(mark)) - 90.0) > 12.0 for mark in lines("knees-in"))


@pytest.mark.parametrize(("picture", "inward"), [("knees-out", True), ("knees-in", False)])
def test_an_arrow_shows_where_a_fallen_knee_belongs(
    set_stage: SetStage, picture: str, inward: bool
) -> None:
    arrows = of(set_stage(picture), Overlay.KNEES, Form.ARROW)
    assert len(arrows) == 2
    for arrow in arrows:
        (start, _), (end, _) = arrow.points
        assert (abs(end) < abs(start)) is inward
    assert not of(set_stage("knees-over-feet"), Overlay.KNEES, Form.ARROW)


@every_body
def test_the_bracket_spans_from_pelvis_to_heel(set_stage: SetStage, body: str) -> None:
    stage = set_stage(body=body)
    (bracket,) = of(stage, Overlay.GAP, Form.BRACKET)
    placed = anchors.project(stage)
    assert bracket.points == (placed["gap_start"], placed["gap_end"])
    assert not of(stage, Overlay.GAP, Form.ARROW)
    assert not of(set_stage(body=body, legs="chair"), Overlay.GAP, Form.BRACKET)


def test_arrows_tell_sliding_feet_from_lifted_heels(set_stage: SetStage) -> None:
    (slides,) = of(set_stage("heels-far"), Overlay.GAP, Form.ARROW)
    (lifts,) = of(set_stage("heels-near"), Overlay.GAP, Form.ARROW)
    assert slope(slides) == pytest.approx(0.0, abs=1.0)
    assert slope(lifts) == pytest.approx(90.0, abs=1.0)
    assert not of(set_stage("heels-right"), Overlay.GAP, Form.ARROW)


@every_body
def test_the_low_back_has_a_gap_unless_it_is_pressed(set_stage: SetStage, body: str) -> None:
    flat, easy, arched = (
        gap_shape(set_stage(f"back-{n}", body)) for n in ("flat", "easy", "arched")
    )
    assert flat.is_empty
    assert easy.area > 0
    assert arched.bounds[3] - arched.bounds[1] > 1.5 * (easy.bounds[3] - easy.bounds[1])


def test_a_pressed_back_is_a_line_and_a_push_down_an_arch_a_push_up(set_stage: SetStage) -> None:
    flat, arched = set_stage("back-flat"), set_stage("back-arched")
    assert of(flat, Overlay.LOW_BACK, Form.LINE)
    assert slope(of(flat, Overlay.LOW_BACK, Form.ARROW)[0]) == pytest.approx(-90.0)
    assert slope(of(arched, Overlay.LOW_BACK, Form.ARROW)[0]) == pytest.approx(90.0)
    assert not of(set_stage("back-easy"), Overlay.LOW_BACK, Form.ARROW)


def test_the_gap_lies_between_floor_and_body(set_stage: SetStage) -> None:
    stage = set_stage("back-easy")
    gap, mat = gap_shape(stage), stage.mat.whole(stage.camera)
    assert mat.buffer(0.03).contains(gap)
    shirt = shapely.multipoints(
        stage.camera.project(stage.figure.shirt.vertices).reshape(-1, 2)
    ).convex_hull
    assert shirt.buffer(0.01).intersects(gap)


def test_the_midline_leaves_the_head_alone(set_stage: SetStage) -> None:
    stage = set_stage("top")
    before, after = of(stage, Overlay.MIDLINE, Form.THREAD)
    head = anchors.project(stage)["head"]
    assert before.points[-1][0] < head[0] < after.points[0][0]
    assert {y for mark in (before, after) for _, y in mark.points} == {0.0}


def test_the_glow_is_where_the_pelvis_is(set_stage: SetStage) -> None:
    stage = set_stage()
    (glow,) = of(stage, Overlay.ATTENTION, Form.GLOW)
    middle, rim = glow.points
    assert middle == anchors.project(stage)["pelvis"]
    assert math.dist(middle, rim) == pytest.approx(0.15 * stage.figure.body.scale)


def test_words_have_their_leaders(set_stage: SetStage) -> None:
    for picture, labels in (("top", {"arms", "knees"}), ("side", {"gap", "support"}),
                            ("back", {"low_back"})):  # fmt: skip
        assert {mark.label for mark in marks(set_stage(picture))} - {""} == labels, picture
