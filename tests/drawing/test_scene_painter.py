"""Every picture in every setup: drawn, not empty, and with the right colours where they belong."""

from itertools import product

import pytest
from PySide6.QtGui import QColor, QImage

from constructive_rest import paths
from constructive_rest.drawing.picture import Picture, Scene, picture_now
from constructive_rest.practice.setup import Arms, HeadSupport, Legs, Setup

POSES = sorted(
    path.stem
    for path in (paths.resources() / "poses").glob("*.toml")
    if path.stem not in ("bodies", "contacts")
)
BODIES = ("reed", "willow", "oak", "poppy", "cedar")
EVERY_BODY_IN_EVERY_POSE = [
    (pose, body)
    for pose, body in product(POSES, BODIES)
    if not pose.startswith("body-") or pose == f"body-{body}"
]
# The light changes colours and no shape: one body in every pose is enough for the second.
EVERY_PICTURE = [
    *((pose, body, "morning") for pose, body in EVERY_BODY_IN_EVERY_POSE),
    *((pose, body, "dusk") for pose, body in dict(EVERY_BODY_IN_EVERY_POSE).items()),
]
ON_THE_BACK = [legs for legs in Legs if legs is not Legs.SIDE]
SETUPS = [Setup(arms, legs) for arms, legs in product(Arms, ON_THE_BACK)]
SKIN, TROUSERS, SHIRT, MAT = "#D9A283", "#48706F", "#F4E6CF", "#A9BDB0"


def draw(
    pose: str,
    setup: Setup | None = None,
    body: str = "reed",
    width: int = 240,
    height: int = 125,
) -> Picture:
    return picture_now(Scene(pose, "morning", width, height, setup=setup or Setup(), body=body))


def distance(image: QImage, x: float, y: float, colour: str) -> int:
    """How far the colour at a place is from the wanted one; shading shifts it a little."""
    seen, wanted = image.pixelColor(round(x), round(y)), QColor(colour)
    return max(
        abs(seen.red() - wanted.red()),
        abs(seen.green() - wanted.green()),
        abs(seen.blue() - wanted.blue()),
    )


def nearest(picture: Picture, name: str, *colours: str) -> str:
    """Which of the colours is seen at an anchor."""
    x, y = picture.anchors[name]
    return min(colours, key=lambda colour: distance(picture.image, x, y, colour))


def filled(image: QImage) -> float:
    """The share of pixels that are drawn on at all."""
    every = [
        image.pixelColor(x, y).alpha()
        for x in range(0, image.width(), 4)
        for y in range(0, image.height(), 4)
    ]
    return sum(alpha > 0 for alpha in every) / len(every)


@pytest.mark.parametrize(("pose", "body", "theme"), EVERY_PICTURE)
def test_every_picture_is_drawn(pose: str, body: str, theme: str) -> None:
    picture = picture_now(Scene(pose, theme, 122, 76, body=body))
    assert filled(picture.image) > 0.08
    assert picture.image.pixelColor(0, 0).alpha() == 0 or pose.startswith(("head", "legs", "back"))


@pytest.mark.parametrize("pose", ["side", "top"])
@pytest.mark.parametrize("setup", SETUPS, ids=lambda setup: f"{setup.arms}-{setup.legs}")
def test_every_setup_is_drawn(pose: str, setup: Setup) -> None:
    picture = draw(pose, setup)
    assert 0.12 < filled(picture.image) < 0.95


@pytest.mark.parametrize("head", list(HeadSupport))
@pytest.mark.parametrize("pose", ["side", "top", "arms-ribs"])
def test_every_head_support_is_drawn(pose: str, head: HeadSupport) -> None:
    none = draw(pose, Setup(head_support=HeadSupport.NONE)).image
    chosen = draw(pose, Setup(head_support=head)).image
    assert (chosen == none) is (head is HeadSupport.NONE)


@pytest.mark.parametrize("arms", [Arms.SIDES, Arms.CHEST])
def test_from_the_side_each_part_has_its_colour(arms: Arms) -> None:
    picture = draw("side", Setup(arms=arms), width=480, height=250)
    assert nearest(picture, "head", SKIN, SHIRT, TROUSERS, MAT) in (SKIN, TROUSERS)
    assert nearest(picture, "knee", SKIN, SHIRT, TROUSERS, MAT) == TROUSERS
    assert nearest(picture, "pelvis", SKIN, SHIRT, TROUSERS, MAT) in (TROUSERS, SHIRT)
    assert nearest(picture, "feet", SKIN, SHIRT, TROUSERS, MAT) == SKIN


def test_the_face_has_the_colour_of_skin() -> None:
    picture = draw("side", width=480, height=250)
    x, y = picture.anchors["head"]
    cheek = min(distance(picture.image, x + dx, y - 8, SKIN) for dx in range(0, 20))
    assert cheek < 40


@pytest.mark.parametrize("legs", ON_THE_BACK)
def test_the_mat_ends_where_the_anchors_say(legs: Legs) -> None:
    picture = draw("side", Setup(legs=legs), width=480, height=250)
    image, anchors = picture.image, picture.anchors
    left, right = anchors["mat_left"][0], anchors["mat_right"][0]
    middle = (anchors["floor"][1] + anchors["mat_near"][1]) / 2
    assert distance(image, left + 5, middle, MAT) < 30
    assert distance(image, right - 5, middle, MAT) < 30
    assert image.pixelColor(round(left) - 3, round(middle)).alpha() < 90


def test_above_the_floor_line_the_picture_is_clear() -> None:
    picture = draw("side", width=480, height=250)
    y = round(picture.anchors["floor"][1]) - 4
    beyond = round(picture.anchors["mat_right"][0]) - 6
    assert picture.image.pixelColor(beyond, y).alpha() < 30
    assert picture.image.pixelColor(beyond, y + 10).alpha() == 255


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("size", [(475, 247), (240, 125), (300, 100), (100, 150)])
def test_the_side_fits_with_room_for_the_shadow(body: str, size: tuple[int, int]) -> None:
    legs = Legs.CHAIR if size[0] > size[1] * 2 else Legs.FLOOR
    for name, (x, y) in draw("side", Setup(legs=legs), body, *size).anchors.items():
        assert 0 <= x <= size[0], name
        assert 0 <= y <= size[1] - 10, name


def test_nothing_is_cut_off_above() -> None:
    for legs in ON_THE_BACK:
        image = draw("side", Setup(legs=legs), width=300, height=110).image
        assert all(image.pixelColor(x, 0).alpha() < 40 for x in range(image.width()))
