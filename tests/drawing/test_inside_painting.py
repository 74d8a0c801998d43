"""Bones and muscles on a veiled body: each in its colour, and told from the body in both lights."""

from itertools import pairwise

import pytest
from PySide6.QtGui import QColor, QImage

from constructive_rest import paths
from constructive_rest.drawing.palette import Palette
from constructive_rest.drawing.picture import Picture, Scene, picture_now
from constructive_rest.figure.body import Body, Theme, parse_bodies
from constructive_rest.figure.layers import Tone

themes = pytest.mark.parametrize("theme", list(Theme))


SIZES = {"psoas-side": (620, 342), "psoas-front": (520, 496)}


def body_of(key: str) -> Body:
    text = (paths.resources() / "poses" / "bodies.toml").read_text(encoding="utf-8")
    return parse_bodies(text, "bodies.toml")[key]


@pytest.fixture(scope="module")
def pictures() -> dict[tuple[str, Theme], Picture]:
    return {
        (pose, theme): picture_now(Scene(pose, theme, *size))
        for pose, size in SIZES.items()
        for theme in Theme
    }


def around(image: QImage, x: float, y: float, reach: int) -> list[QColor]:
    return [
        image.pixelColor(round(x) + dx, round(y) + dy)
        for dx in range(-reach, reach + 1)
        for dy in range(-reach, reach + 1)
    ]


def named(picture: Picture, label: str) -> tuple[float, float]:
    (mark,) = [mark for mark in picture.marks if mark.label == label]
    return mark.points[-1]


@themes
@pytest.mark.parametrize("pose", SIZES)
def test_leaders_point_at_what_they_name(
    pictures: dict[tuple[str, Theme], Picture], pose: str, theme: Theme
) -> None:
    picture = pictures[pose, theme]
    seen = {label: around(picture.image, *named(picture, label), 7) for label in
            ("psoas", "diaphragm", "thigh_bone")}  # fmt: skip
    assert any(c.red() > c.green() * 1.7 for c in seen["psoas"]), "red"
    assert any(c.red() > c.green() < c.blue() for c in seen["diaphragm"]), "mauve"
    bone = max(seen["thigh_bone"], key=QColor.lightness)
    assert bone.lightness() > 130
    assert bone.red() >= bone.green() >= bone.blue(), "ivory"


@themes
def test_ribs_stand_out_in_both_lights(
    pictures: dict[tuple[str, Theme], Picture], theme: Theme
) -> None:
    picture = pictures["psoas-side", theme]
    x, y = named(picture, "diaphragm")
    row = [
        picture.image.pixelColor(round(x) - step, round(y) + 6).lightness() for step in range(70)
    ]
    steps = [abs(one - other) for one, other in pairwise(row)]
    assert sum(step > 18 for step in steps) >= 8, "contours crossed"


@themes
@pytest.mark.parametrize("body", ["reed", "cedar"])
def test_tones_of_the_inside_can_be_told_apart(theme: Theme, body: str) -> None:
    palette = Palette(body_of(body), theme)
    tones = (Tone.BONE, Tone.CARTILAGE, Tone.PSOAS, Tone.ILIACUS, Tone.DIAPHRAGM)
    for number, tone in enumerate(tones):
        for other in tones[number + 1 :]:
            one, two = palette.tone(tone), palette.tone(other)
            apart = abs(one.red() - two.red()) + abs(one.green() - two.green())
            apart += abs(one.blue() - two.blue())
            assert apart > 60, (tone, other)
        assert palette.edge(tone).lightness() < palette.tone(tone).lightness() - 30


def test_the_veil_lets_the_body_show_through(
    pictures: dict[tuple[str, Theme], Picture],
) -> None:
    veiled = pictures["psoas-side", Theme.MORNING]
    palette = Palette(body_of("reed"), Theme.MORNING)
    trousers, veil = palette.tone(Tone.TROUSERS), QColor(palette.light.veil)
    x, y = veiled.anchors["knee"]
    seen = max(around(veiled.image, x - 20, y + 12, 3), key=QColor.saturation)
    assert trousers.lightness() < seen.lightness() < veil.lightness()
