"""A practice file: what it may say, and how its faults are named."""

import pytest

from constructive_rest.practice.model import Comfort, Cue, Glow, WalkDownStep
from constructive_rest.practice.parse import LONGEST_CUE, ContentError, parse_practice
from constructive_rest.practice.setup import Arms, Eyes, HeadSupport, Legs

SMALL = """
key = "small"
name = "Small rest"
lengths_min = [1, 3]

[[walk_down]]
text = "Lie down."

[[walk_down]]
text = "Book under the skull."
head_support = "book"

[[comfort]]
text = "Turn over."

[[comfort]]
text = "Use a chair."
legs = "chair"

[[phase]]
key = "lie"
name = "Lie"
glow = "whole"
seconds = [40, 120]
gap_s = [10, 60]

[[phase.cue]]
from_minutes = 1
text = "Rest."

[[phase.cue]]
from_minutes = 2
open = "Look."
closed = "Listen."

[[phase]]
key = "rise"
name = "Rise"
glow = "feet"
seconds = [20, 60]
gap_s = [10, 20]
"""


def _changed(old: str, new: str) -> str:
    assert SMALL.count(old) == 1
    return SMALL.replace(old, new)


def test_a_practice_is_read_whole() -> None:
    practice = parse_practice(SMALL, "small.toml")
    assert (practice.key, practice.name) == ("small", "Small rest")
    assert practice.lengths_min == (1, 3)
    assert practice.walk_down == (
        WalkDownStep("Lie down."),
        WalkDownStep("Book under the skull.", HeadSupport.BOOK),
    )
    lie, rise = practice.phases
    assert (lie.key, lie.name, lie.glow) == ("lie", "Lie", Glow.WHOLE)
    assert (lie.seconds, lie.gap_s) == ((40, 120), (10, 60))
    assert lie.cues == (
        Cue("Rest.", 1),
        Cue("Look.", 2, Eyes.OPEN),
        Cue("Listen.", 2, Eyes.CLOSED),
    )
    assert rise.cues == ()


def test_a_walk_down_step_follows_the_choice_it_names() -> None:
    text = _changed('head_support = "book"', 'arms = "ribs"')
    assert parse_practice(text, "f").walk_down[1].when is Arms.RIBS


def test_a_comfort_names_the_choice_that_it_is_itself() -> None:
    comforts = parse_practice(SMALL, "f").comforts
    assert comforts == (Comfort("Turn over."), Comfort("Use a chair.", Legs.CHAIR))


@pytest.mark.parametrize(
    ("old", "new", "key", "reason"),
    [
        ('name = "Small rest"', "", "name", "is missing"),
        ('name = "Small rest"', "name = 3", "name", "must be text"),
        ('key = "small"', 'key = "small"\ncolour = 1', "colour", "is not a key"),
        ("[1, 3]", "[3, 1]", "lengths_min", "must not fall"),
        ("[1, 3]", "[1, 1]", "lengths_min", "two or more different lengths"),
        ("[1, 3]", "[1]", "lengths_min", "two or more different lengths"),
        ("[1, 3]", "[0, 3]", "lengths_min[0]", "is 0"),
        ("[40, 120]", "[40, 30]", "phase[0].seconds", "must not fall"),
        ("[40, 120]", "[40]", "phase[0].seconds", "has 1 values for 2 lengths"),
        ("[40, 120]", "[40, 121]", "phase.seconds", "add up to 181 s for a rest of 3 min"),
        ("[10, 60]", "[60, 10]", "phase[0].gap_s", "must not fall"),
        ("[10, 60]", "[10]", "phase[0].gap_s", "the least and the most"),
        ('glow = "feet"', 'glow = "toes"', "phase[1].glow", "is “toes”"),
        ('glow = "feet"', 'glow = "feet"\nbell = 1', "phase[1].bell", "is not a key"),
        ('key = "rise"', 'key = "lie"', "phase[1].key", "the key of an earlier phase"),
        ('text = "Rest."', 'text = ""', "phase[0].cue[0].text", "must be one line"),
        ('text = "Rest."', "", "phase[0].cue[0].open", "is missing"),
        ('text = "Rest."', 'text = "a"\nopen = "b"', "phase[0].cue[0].open", "is not a key"),
        ('closed = "Listen."', "", "phase[0].cue[1].closed", "is missing"),
        ("from_minutes = 1", "from_minutes = 4", "phase[0].cue[0].from_minutes", "is 4"),
        ("from_minutes = 1", "from_minutes = true", "phase[0].cue[0].from_minutes", "whole number"),
        ('"book"', '"pillow"', "walk_down[1].head_support", "is “pillow”"),
        (
            '"book"',
            '"book"\narms = "ribs"',
            "walk_down[1].head_support",
            "cannot stand beside arms",
        ),
        ('"book"', '"book"\neyes = "open"', "walk_down[1].eyes", "is not a key"),
        ('text = "Turn over."', 'text = "x"\narms = "ribs"', "comfort", "suits every choice"),
    ],
)
def test_a_fault_is_named_with_file_key_and_reason(
    old: str, new: str, key: str, reason: str
) -> None:
    with pytest.raises(ContentError) as fault:
        parse_practice(_changed(old, new), "small.toml")
    assert fault.value.file == "small.toml"
    assert fault.value.key == key
    assert reason in fault.value.reason


def test_a_cue_may_have_other_words_for_who_lies_on_the_side() -> None:
    (lie, _rise) = parse_practice(
        _changed('text = "Rest."', 'text = "Rest."\nside = "Lean."'), "f"
    ).phases
    assert lie.cues[0] == Cue("Rest.", 1, None, "Lean.")
    assert lie.cues[1].on_side == ""


def test_a_practice_needs_a_phase() -> None:
    with pytest.raises(ContentError, match="phase: is missing"):
        parse_practice(SMALL[: SMALL.index("[[phase]]")], "f")


def test_a_cue_has_a_longest_length() -> None:
    longest = "x" * LONGEST_CUE
    assert parse_practice(_changed("Rest.", longest), "f").phases[0].cues[0].text == longest
    with pytest.raises(ContentError, match="at most 85"):
        parse_practice(_changed("Rest.", longest + "x"), "f")


@pytest.mark.parametrize("gaps", ["[66, 80]", "[200, 200]"])
def test_a_phase_must_have_room_for_its_cues_at_every_length(gaps: str) -> None:
    with pytest.raises(ContentError, match=r"f: phase\.cue: “lie” has no room for 2 cues"):
        parse_practice(_changed("[10, 60]", gaps), "f")


def test_just_enough_room_is_enough() -> None:
    # At 2 min the phase has 80 s: 6 s before the first cue and over 8 s after the last leave 65.
    practice = parse_practice(_changed("[10, 60]", "[65, 80]"), "f")
    assert practice.phases[0].gap_s == (65, 80)
