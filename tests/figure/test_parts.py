from collections.abc import Callable
from itertools import combinations

import pytest
import shapely

from constructive_rest.figure.hip_bones import hip_bone
from constructive_rest.figure.mark import Form, Overlay
from constructive_rest.figure.marks import marks
from constructive_rest.figure.parts import LABELS
from constructive_rest.figure.sides import Side
from constructive_rest.figure.silhouette import merge, outline, seen_through
from constructive_rest.figure.stage import Stage

SetStage = Callable[..., Stage]
BODIES = ("reed", "willow", "oak", "poppy", "cedar")
every_body = pytest.mark.parametrize("body", BODIES)
every_picture = pytest.mark.parametrize("picture", ["psoas-side", "psoas-front"])
ROOM_FOR_WORDS = 0.045
"""Half the height of a row of words and the gap before it, metres, in a picture 360 px high."""


@every_body
@every_picture
def test_every_part_has_its_leader_and_no_two_cross(
    set_stage: SetStage, picture: str, body: str
) -> None:
    found = marks(set_stage(picture, body))
    assert [mark.label for mark in found] == list(LABELS)
    assert {(mark.overlay, mark.form) for mark in found} == {(Overlay.PARTS, Form.LEADER)}
    for one, other in combinations(found, 2):
        lines = [shapely.LineString(mark.points) for mark in (one, other)]
        assert lines[0].distance(lines[1]) > 0.015, (one.label, other.label)


@every_body
@every_picture
def test_words_stand_beside_the_body_and_never_on_the_pelvis(
    set_stage: SetStage, picture: str, body: str
) -> None:
    stage = set_stage(picture, body)
    bones = [hip_bone(stage.figure, side) for side in Side]
    pelvis = merge(
        [outline([part for bone in bones for part in bone.parts], stage.camera)]
        + [seen_through(bone.wing, stage.camera) for bone in bones]
    )
    trunk = outline([stage.figure.shirt, *stage.figure.seat], stage.camera)
    for mark in marks(stage):
        words = shapely.Point(mark.points[0])
        assert words.distance(pelvis) > ROOM_FOR_WORDS, mark.label
        assert words.distance(trunk) > ROOM_FOR_WORDS, mark.label
        if mark.label != "pelvis" and picture == "psoas-side":
            assert not shapely.LineString(mark.points).crosses(pelvis), mark.label


@every_body
@every_picture
def test_rows_of_words_do_not_meet(set_stage: SetStage, picture: str, body: str) -> None:
    places = [mark.points[0] for mark in marks(set_stage(picture, body))]
    for one, other in combinations(places, 2):
        assert abs(one[0] - other[0]) > 0.17 or abs(one[1] - other[1]) > 0.04
