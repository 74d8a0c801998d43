from collections.abc import Callable, Mapping

import numpy as np
import pytest

from constructive_rest.figure.body import Body, Hair
from constructive_rest.figure.camera import Camera
from constructive_rest.figure.face import spread_locks
from constructive_rest.figure.hair import STRANDS_A_LOCK, sheet
from constructive_rest.figure.layers import Region
from constructive_rest.figure.mannequin import Mannequin
from constructive_rest.figure.props import SUPPORT_LENGTH, SUPPORT_MIDDLE
from constructive_rest.figure.silhouette import Sight

Build = Callable[..., Mannequin]
supports = pytest.mark.parametrize("head", ["book", "towel", "none"])


def test_only_long_hair_has_locks(build: Build, bodies: Mapping[str, Body]) -> None:
    for key, body in bodies.items():
        assert bool(build(body=key).locks) is (body.hair is Hair.LONG)


@supports
def test_locks_leave_the_head_and_end_on_the_floor(build: Build, head: str) -> None:
    figure = build(body="poppy", head=head)
    k = figure.body.scale
    for lock in figure.locks:
        root, tip = lock.vertices[0].mean(axis=0), lock.vertices[-1].mean(axis=0)
        assert np.linalg.norm(root - figure.head.centre) < 0.09 * k, "it grows from the head"
        assert tip[1] < figure.support + 0.02 * k, "it lies down"
        assert lock.vertices[..., 1].min() >= 0.0


def test_a_lock_over_the_book_lies_on_it_and_beyond_it_hangs_down(build: Build) -> None:
    figure = build(body="poppy", head="book")
    k = figure.body.scale
    edge = (SUPPORT_MIDDLE - SUPPORT_LENGTH / 2) * k
    spread = sheet(figure.locks)
    middle = spread[len(spread) // 2]
    over, beyond = middle[middle[:, 0] > edge + 0.01], middle[middle[:, 0] < edge - 0.06 * k]
    assert (over[:, 1] > figure.support).all()
    assert len(beyond)
    assert (beyond[:, 1] < figure.support).all()


def test_hair_stays_beside_the_face_and_on_the_mat(build: Build) -> None:
    figure = build(body="poppy")
    points = np.concatenate([lock.vertices.reshape(-1, 3) for lock in figure.locks])
    assert points[:, 1].max() < figure.head.centre[1] + 0.05
    assert points[:, 0].min() > -0.98 * figure.body.scale
    assert np.abs(points[:, 2]).max() < 0.20


def test_the_sheet_runs_along_the_locks_and_between_them(build: Build) -> None:
    locks = build(body="poppy").locks
    spread = sheet(locks)
    assert len(spread) == (len(locks) - 1) * STRANDS_A_LOCK + 1
    for number, lock in enumerate(locks):
        middle = lock.vertices[3:-5].mean(axis=1)
        assert np.allclose(spread[number * STRANDS_A_LOCK], middle)


@pytest.mark.parametrize("camera", [Camera(0, 5), Camera(0, 90), Camera(90, 9)])
def test_locks_are_one_mass_in_the_picture(build: Build, camera: Camera) -> None:
    spread = next(spread_locks(build(body="poppy"), Sight(camera)))
    assert isinstance(spread, Region)
    assert spread.outline.geom_type == "Polygon"
    assert spread.outline.is_valid
