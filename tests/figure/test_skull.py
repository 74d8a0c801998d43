from collections.abc import Callable

import numpy as np
import pytest
import shapely

from constructive_rest.figure import skull
from constructive_rest.figure.camera import Camera
from constructive_rest.figure.head import Head
from constructive_rest.figure.interpolation import Array
from constructive_rest.figure.mannequin import Mannequin
from constructive_rest.figure.sides import Side
from constructive_rest.figure.silhouette import outline

Build = Callable[..., Mannequin]
BODIES = ("reed", "willow", "oak", "poppy", "cedar")
every_body = pytest.mark.parametrize("body", BODIES)
CAMERAS = [Camera(0, 5), Camera(90, 90)]


def along(head: Head, points: Array) -> float:
    """How far toward the crown, metres."""
    return float(((points - head.centre) @ head.up).mean())


@every_body
@pytest.mark.parametrize("camera", CAMERAS, ids=["side", "front"])
def test_the_skull_lies_within_the_head(build: Build, body: str, camera: Camera) -> None:
    figure = build(body)
    skin = outline([*figure.skull, figure.neck], camera).buffer(0.002)
    bones = outline([skull.brain_case(figure.head), skull.jaw(figure.head)], camera)
    assert skin.contains(bones)
    assert bones.area > 0.5 * skin.intersection(outline(figure.skull, camera)).area


@every_body
def test_jaw_and_brain_case_meet_at_the_teeth(build: Build, body: str) -> None:
    head = build(body).head
    row = shapely.LineString(CAMERAS[0].project(skull.teeth(head))).buffer(0.010)
    for bone in (skull.brain_case(head), skull.jaw(head)):
        assert outline([bone], CAMERAS[0]).intersects(row)


def test_hollows_lie_in_the_face_and_mirror(build: Build) -> None:
    head = build().head
    right, left = (skull.eye_hollow(head, side) for side in Side)
    assert left[:, 2].mean() == pytest.approx(-right[:, 2].mean())
    nose = skull.nose_hollow(head)
    chin = skull.jaw(head).vertices.mean(axis=1)[20]
    assert along(head, right) > along(head, nose) > along(head, chin[None])
    assert ((np.concatenate([right, left, nose]) - head.centre) @ head.front > 0.04).all()


def test_the_cheek_bone_runs_from_ear_to_eye(build: Build) -> None:
    head = build().head
    line = skull.cheek_bone(head, Side.RIGHT)
    forward = (line - head.centre) @ head.front
    assert (np.diff(forward) > 0.02).all()
