from collections.abc import Callable, Mapping
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from constructive_rest.figure.body import Body, Hair
from constructive_rest.figure.head import Head, lowest_of_skull
from constructive_rest.figure.interpolation import vector
from constructive_rest.figure.mannequin import Mannequin

HEAD, CEILING = vector(-1, 0, 0), vector(0, 1, 0)
CENTRE = vector(-0.69, 0.14, 0)


@pytest.fixture(scope="module")
def head(bodies: Mapping[str, Body]) -> Head:
    return Head(bodies["reed"], CENTRE, HEAD, CEILING)


def test_the_nose_is_the_highest_point_of_a_level_face(head: Head) -> None:
    skull, nose, lips, chin = head.lofts(0.0)
    top = nose.vertices[..., 1].max()
    for lower in (skull, lips, chin):
        assert lower.vertices[..., 1].max() < top


def test_the_crown_is_toward_the_head_end_and_the_chin_toward_the_feet(head: Head) -> None:
    skull, _, _, chin = head.lofts(0.0)
    assert skull.vertices[..., 0].min() == pytest.approx(CENTRE[0] - 0.1105, abs=0.002)
    assert chin.vertices[..., 0].mean() > CENTRE[0] + 0.07


@given(up=st.floats(-0.1, 0.08), right=st.floats(-0.03, 0.03))
def test_features_lie_on_the_front_of_the_face(head: Head, up: float, right: float) -> None:
    point = head.on_face(np.array([up]), np.array([right]))[0]
    assert point[1] > CENTRE[1]
    assert point[2] == pytest.approx(right, abs=0.003)


@given(right=st.floats(-0.02, 0.02))
def test_the_face_is_the_same_on_both_sides(head: Head, right: float) -> None:
    up = np.array([0.0])
    here, there = (head.on_face(up, np.array([side * right]))[0] for side in (1, -1))
    assert np.allclose(here * (1, 1, -1), there)


def test_the_skull_is_pressed_flat_by_what_it_rests_on(head: Head) -> None:
    for loft in head.lofts(0.06):
        assert loft.vertices[..., 1].min() >= 0.0
    assert head.lofts(0.06)[0].vertices[..., 1].min() == pytest.approx(0.06)


@pytest.mark.parametrize("style", list(Hair))
def test_hair_lies_over_the_skull_and_over_no_eye(bodies: Mapping[str, Body], style: Hair) -> None:
    head = Head(replace(bodies["reed"], hair=style), CENTRE, HEAD, CEILING)
    grid = head.hair(0.0)
    away = np.linalg.norm(grid - CENTRE, axis=-1)
    assert away.min() > 0.045
    forehead = grid[0, 0]
    eyes = head.on_face(np.array([0.0]), np.array([0.0]))[0]
    assert forehead[0] < eyes[0] - 0.06, "the hairline is well above the eyes"


def test_hair_rests_on_the_book_too(head: Head) -> None:
    assert head.hair(0.05)[..., 1].min() >= 0.05


def test_a_bun_is_beyond_the_crown(head: Head) -> None:
    assert head.bun().vertices[..., 0].min() < CENTRE[0] - 0.14


@pytest.mark.parametrize("support", ["book", "towel", "none"])
@pytest.mark.parametrize("body", ["reed", "willow", "oak", "poppy", "cedar"])
def test_the_back_of_the_skull_touches_its_support(
    build: Callable[..., Mannequin], body: str, support: str
) -> None:
    figure = build(body=body, head=support)
    lowest = min(float(loft.vertices[..., 1].min()) for loft in figure.skull)
    assert lowest == pytest.approx(figure.support + 0.001, abs=0.004)
    height = lowest_of_skull(figure.head.up, figure.head.front) * figure.body.scale
    assert figure.head.centre[1] - figure.support == pytest.approx(height)


def test_a_face_on_a_book_is_level_and_without_one_tips_back(
    build: Callable[..., Mannequin],
) -> None:
    book, none = build(head="book").head, build(head="none").head
    assert book.front[1] > 0.99
    assert none.up[1] < book.up[1], "the crown sinks lower without a book"


@pytest.mark.parametrize("support", ["book", "towel", "none"])
def test_the_neck_joins_shirt_and_skull(build: Callable[..., Mannequin], support: str) -> None:
    figure = build(head=support)
    neck = figure.neck.vertices
    inside_skull = np.linalg.norm(neck[-1].mean(axis=0) - figure.head.centre)
    assert inside_skull < 0.05 * figure.body.scale
    assert figure.torso.depth_inside(neck[0].mean(axis=0)[None])[0] > 0.0
