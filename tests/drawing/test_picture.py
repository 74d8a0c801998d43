from dataclasses import FrozenInstanceError, replace

import pytest

from constructive_rest.drawing.picture import Scene, picture_now
from constructive_rest.figure.reading import PoseError
from constructive_rest.practice.setup import Arms, Setup


def test_scenes_that_ask_for_the_same_are_the_same() -> None:
    first = Scene("side", "dusk", 300, 160)
    assert first == Scene("side", "dusk", 300, 160)
    assert len({first, replace(first), replace(first, width=301)}) == 2


def test_a_scene_cannot_be_changed() -> None:
    scene = Scene("side", "dusk", 300, 160)
    with pytest.raises(FrozenInstanceError):
        scene.width = 10  # type: ignore[misc]


def test_a_picture_is_as_large_as_asked_and_keeps_its_ratio() -> None:
    picture = picture_now(Scene("side", "morning", 200, 104, dpr=1.5))
    assert (picture.image.width(), picture.image.height()) == (300, 156)
    assert picture.image.devicePixelRatio() == 1.5
    assert picture.image.deviceIndependentSize().toTuple() == (200, 104)


def test_anchors_are_logical_pixels_whatever_the_ratio() -> None:
    one, two = (picture_now(Scene("side", "morning", 200, 104, dpr=dpr)) for dpr in (1.0, 2.0))
    assert one.anchors == two.anchors


def test_unknown_names_are_told_apart() -> None:
    with pytest.raises(FileNotFoundError):
        picture_now(Scene("flying", "morning", 20, 10))
    with pytest.raises(KeyError, match="cactus"):
        picture_now(Scene("side", "morning", 20, 10, body="cactus"))
    with pytest.raises(ValueError, match="noon"):
        picture_now(Scene("side", "noon", 20, 10))


def test_what_is_no_picture_is_refused() -> None:
    with pytest.raises(PoseError, match=r"contacts\.toml"):
        picture_now(Scene("contacts", "morning", 20, 10))


def test_another_setup_is_another_picture() -> None:
    ribs, sides = (
        picture_now(Scene("top", "morning", 120, 64, setup=Setup(arms=arms))).image
        for arms in (Arms.RIBS, Arms.SIDES)
    )
    assert ribs != sides


def test_the_same_scene_is_drawn_the_same_to_the_pixel() -> None:
    scene = Scene("arms-chest", "dusk", 122, 76)
    assert picture_now(scene).image == picture_now(scene).image
