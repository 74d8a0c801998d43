import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from constructive_rest.figure.camera import Camera
from constructive_rest.figure.interpolation import vector

cameras = st.builds(Camera, st.floats(-180, 180), st.floats(0, 90))
HEAD, FEET, CEILING, RIGHT = vector(-1, 0, 0), vector(1, 0, 0), vector(0, 1, 0), vector(0, 0, 1)


@given(cameras)
def test_the_picture_plane_is_square_to_the_view(camera: Camera) -> None:
    frame = np.stack([camera.right, camera.up, camera.toward])
    assert np.allclose(frame @ frame.T, np.eye(3), atol=1e-9)


@given(cameras, st.floats(-1, 1), st.floats(-1, 1), st.floats(-1, 1))
def test_moving_along_the_view_changes_nothing(
    camera: Camera, x: float, y: float, z: float
) -> None:
    point = vector(x, y, z)
    assert np.allclose(camera.project(point), camera.project(point + camera.toward), atol=1e-9)


@pytest.mark.parametrize("camera", [Camera(0, 0), Camera(0, 5), Camera(0, 90)])
def test_the_head_is_at_the_left_from_the_side_and_from_above(camera: Camera) -> None:
    assert camera.project(HEAD)[0] < camera.project(FEET)[0]


def test_from_the_side_the_ceiling_is_up_and_the_right_side_near() -> None:
    camera = Camera(0, 5)
    assert camera.project(CEILING)[1] < 0
    assert camera.facing(RIGHT) > 0.99
    assert camera.project(RIGHT)[1] > 0, "the near edge of the mat lies lower in the picture"


def test_from_above_the_front_faces_the_viewer() -> None:
    assert Camera(0, 90).facing(CEILING) == pytest.approx(1.0)


def test_from_the_feet_the_feet_are_nearest() -> None:
    camera = Camera(90, 9)
    assert camera.facing(FEET) > 0.98
    assert camera.project(RIGHT)[0] == pytest.approx(-1.0)


def test_arrays_of_any_shape_are_projected() -> None:
    assert Camera(0, 5).project(np.zeros((4, 7, 3))).shape == (4, 7, 2)


def test_depth_grows_toward_the_viewer() -> None:
    deep = Camera(0, 5).project_deep(np.array([-RIGHT, RIGHT]))
    assert deep[0, 2] < 0 < deep[1, 2]
    assert np.allclose(deep[:, :2], Camera(0, 5).project(np.array([-RIGHT, RIGHT])))


def test_a_turn_too_small_to_be_seen_is_none() -> None:
    points = np.array([[0.3, 0.2, 0.1], [1.0, -2.0, 3.0]])
    assert (Camera(1e-284, -1e-161).project_deep(points) == Camera(0, 0).project_deep(points)).all()
