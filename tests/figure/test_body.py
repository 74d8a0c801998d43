from collections.abc import Mapping
from dataclasses import replace

import pytest

from constructive_rest.figure.body import Body, Hair, Theme, parse_bodies
from constructive_rest.figure.reading import PoseError

FACTORS = ("girth", "shoulder", "hip", "waist", "chest", "neck", "jaw", "thigh", "calf", "arm")
COLOURS = 'skin = "#D9A283"\nhair = "#4B352C"\nshirt = "#F4E6CF"\ntrousers = "#48706F"\n'


def text(**changes: object) -> str:
    values: dict[str, object] = dict.fromkeys(FACTORS, 1.0)
    values |= {"height": 1.7, "bust": 0.0, "belly": 0.0, "age": 40, "sleeve": 0.5, "cuff": 0.8}
    values |= {"hair": '"short"'} | changes
    lines = [f"{key} = {value}" for key, value in values.items() if value is not None]
    themes = [f"[fern.{theme}]\n{COLOURS}" for theme in Theme]
    return "\n".join(["[fern]", *lines, *themes])


def test_a_body_is_read_whole() -> None:
    fern = parse_bodies(text(height=1.8, hair='"bun"'), "bodies.toml")["fern"]
    assert (fern.height, fern.hair) == (1.8, Hair.BUN)
    assert fern.colours[Theme.DUSK].skin == "#D9A283"


def test_there_are_five_bodies_and_they_differ(bodies: Mapping[str, Body]) -> None:
    assert set(bodies) == {"reed", "willow", "oak", "poppy", "cedar"}
    for trait in ("height", "girth", "waist", "hip", "age", "sleeve", "cuff"):
        assert len({getattr(body, trait) for body in bodies.values()}) == 5, trait
    assert {body.hair for body in bodies.values()} == set(Hair)
    for theme in Theme:
        for worn in ("skin", "hair", "shirt", "trousers"):
            assert len({getattr(b.colours[theme], worn) for b in bodies.values()}) == 5, worn


def test_dusk_dims_every_colour(bodies: Mapping[str, Body]) -> None:
    def brightness(colour: str) -> int:
        return sum(int(colour[place : place + 2], 16) for place in (1, 3, 5))

    for body in bodies.values():
        for worn in ("skin", "hair", "shirt"):
            morning, dusk = (getattr(body.colours[theme], worn) for theme in Theme)
            assert brightness(dusk) < brightness(morning)


def test_limbs_are_the_published_fractions_of_height(bodies: Mapping[str, Body]) -> None:
    for body in bodies.values():
        limbs = (body.thigh, body.shin, body.foot, body.upper_arm, body.forearm)
        fractions = [limb / body.height for limb in limbs]
        assert fractions == pytest.approx([0.245, 0.246, 0.152, 0.186, 0.146])


def test_scale_is_one_at_a_metre_seventy(bodies: Mapping[str, Body]) -> None:
    assert replace(bodies["oak"], height=1.70).scale == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"height": 17}, r"bodies\.toml: fern\.height: must be from 1\.3 to 2\.1, not 17"),
        ({"hair": '"mohawk"'}, r"fern\.hair: must be one of short, crop, bun, long"),
        ({"waist": None}, r"fern\.waist: is missing"),
        ({"cuff": '"long"'}, r"fern\.cuff: must be a number"),
        ({"age": 7}, r"fern\.age: must be from 18 to 100, not 7"),
        ({"colour": '"red"'}, r"fern\.colour: is not known here"),
    ],
)
def test_a_wrong_body_is_refused(changes: dict[str, object], message: str) -> None:
    with pytest.raises(PoseError, match=message):
        parse_bodies(text(**changes), "bodies.toml")


def test_a_wrong_colour_is_refused_with_its_theme() -> None:
    wrong = text().replace('skin = "#D9A283"', 'skin = "rosy"', 1)
    with pytest.raises(PoseError, match=r"fern\.morning\.skin: must be a colour"):
        parse_bodies(wrong, "bodies.toml")
