"""Pictures in words: what stays open in them is filled with what is chosen."""

import pytest

from constructive_rest.practice.alt import parse_alt_texts
from constructive_rest.practice.setup import Arms, HeadSupport, Legs, Setup
from constructive_rest.practice.table import ContentError

WORDS = """
[arms]
ribs = "hands on the ribs"
sides = "arms by the sides"
chest = "arms crossed"
hips = "hands on the hips"

[legs]
floor = "feet flat"
chair = "calves on a chair"
belt = "a belt"
together = "knees together"
side = "knees bent"

[head_support]
book = "head on a book"
towel = "head on a towel"
none = "head on the floor"

[parts]
psoas = "psoas muscle"

[[picture]]
pose = "side"
alt = "{body} lies: {head}, {legs}, {arms}."
on_side = "{body} lies on one side, {legs}."

[[picture]]
pose = "feet"
alt = "Both feet."
"""
SIDES = Setup(Arms.SIDES, Legs.CHAIR, HeadSupport.NONE)


def test_a_sentence_is_filled_with_what_is_chosen() -> None:
    texts = parse_alt_texts(WORDS, "pictures.toml")
    assert texts.of("side", Setup(), "Oak") == (
        "Oak lies: head on a book, feet flat, hands on the ribs."
    )
    assert texts.of("side", SIDES, "Reed") == (
        "Reed lies: head on the floor, calves on a chair, arms by the sides."
    )
    assert texts.of("feet", SIDES, "Reed") == "Both feet."
    assert texts.fill("{legs}!", SIDES, "") == "calves on a chair!"
    assert texts.parts == {"psoas": "psoas muscle"}


def test_on_the_side_another_sentence_holds_where_there_is_one() -> None:
    texts = parse_alt_texts(WORDS, "pictures.toml")
    side = Setup(legs=Legs.SIDE)
    assert texts.of("side", side, "Oak") == "Oak lies on one side, knees bent."
    assert texts.of("feet", side, "Oak") == "Both feet."


def test_a_picture_without_a_sentence_is_an_error() -> None:
    with pytest.raises(KeyError):
        parse_alt_texts(WORDS, "pictures.toml").of("nowhere", Setup(), "Oak")


@pytest.mark.parametrize(
    ("old", "new", "key", "reason"),
    [
        ('ribs = "hands on the ribs"', "", "arms.ribs", "is missing"),
        ('side = "knees bent"', 'side = "a"\nup = "b"', "legs.up", "is not a key"),
        ('pose = "feet"', 'pose = "side"', "picture[1].pose", "has a sentence already"),
        ('alt = "Both feet."', 'alt = "{feet}"', "picture[1].alt", "leaves {feet} open"),
        ('alt = "Both feet."', 'alt = "{feet"', "picture[1].alt", "a brace without"),
        ('alt = "Both feet."', "", "picture[1].alt", "is missing"),
        ('alt = "Both feet."', 'alt = "a"\nshort = "b"', "picture[1].short", "is not a key"),
        ('on_side = "{body} lies', 'on_side = "{who} lies', "picture[0].on_side", "leaves {who}"),
        ('psoas = "psoas muscle"', "psoas = 1", "parts.psoas", "must be text"),
        ("[head_support]", "[head]", "head_support", "is missing"),
    ],
)
def test_a_fault_is_named(old: str, new: str, key: str, reason: str) -> None:
    assert WORDS.count(old) == 1
    with pytest.raises(ContentError) as fault:
        parse_alt_texts(WORDS.replace(old, new), "pictures.toml")
    assert (fault.value.file, fault.value.key) == ("pictures.toml", key)
    assert reason in fault.value.reason
