"""The files of the guide: what they may say, and how their faults are named."""

from dataclasses import replace

import pytest

from constructive_rest.practice.guide import (
    Choice,
    Option,
    Overlay,
    Person,
    Pointer,
    Trouble,
    View,
    parse_guide,
    parse_people,
)
from constructive_rest.practice.plate import Plate
from constructive_rest.practice.setup import Eyes
from constructive_rest.practice.table import ContentError

STEPS = """
[[step]]
key = "eyes"
title = "Eyes"
lines = ["Open or closed.", "As you like."]
picture = "side"
alt = "A person lies on the back."
choice = "eyes"
overlay = "gap"
label = "30 cm"
also = [{ overlay = "contacts" }]

[[step.option]]
key = "closed"
name = "Eyes closed"
hint = "If you like."

[[step.option]]
key = "open"
name = "Eyes open"
hint = "If you are sleepy."

[[step.trouble]]
wrong = "You fall asleep"
helps = "Open the eyes."

[[step]]
key = "back"
title = "Back"
lines = ["Nothing to do.", "A small gap is fine."]
picture = "back"
alt = "The back rests."
"""


def _changed(text: str, old: str, new: str) -> str:
    assert text.count(old) == 1
    return text.replace(old, new)


def test_steps_are_read_whole_and_in_order() -> None:
    eyes, back = parse_guide(STEPS, "steps.toml")
    assert (eyes.key, eyes.title, eyes.picture) == ("eyes", "Eyes", View.SIDE)
    assert eyes.lines == ("Open or closed.", "As you like.")
    assert eyes.alt == "A person lies on the back."
    assert eyes.choice is Choice.EYES
    assert eyes.options == (
        Option(Eyes.CLOSED, "Eyes closed", "If you like."),
        Option(Eyes.OPEN, "Eyes open", "If you are sleepy."),
    )
    assert (eyes.overlay, eyes.label) == (Overlay.GAP, "30 cm")
    assert eyes.pointers == (Pointer(Overlay.GAP, "30 cm"), Pointer(Overlay.CONTACTS))
    assert eyes.trouble == (Trouble("You fall asleep", "Open the eyes."),)
    assert (back.choice, back.options, back.overlay, back.label) == (None, (), None, "")
    assert back.trouble == ()


HALF_A_PAIR = ("step[0].trouble[0].wrong_picture", "is missing")
OTHER_HALF = ("step[0].trouble[0].right_picture", "is missing")


@pytest.mark.parametrize(
    ("old", "new", "key", "reason"),
    [
        ('"Nothing to do.", ', "", "step[1].lines", "has 1 lines"),
        ("Nothing to do.", "x" * 63, "step[1].lines[0]", "at most 62"),
        ('title = "Back"', f'title = "{"x" * 23}"', "step[1].title", "at most 22"),
        ('picture = "back"', 'picture = "above"', "step[1].picture", "is “above”"),
        ('picture = "back"', 'picture = "back"\nlabel = "x"', "step[1].label", "is not a key"),
        ('alt = "The back rests."', "", "step[1].alt", "is missing"),
        ('choice = "eyes"', "", "step[0].option", "is not a key"),
        ('choice = "eyes"', 'choice = "arms"', "step[0].option[0].key", "is “closed”"),
        ('choice = "eyes"', 'choice = "hair"', "step[0].choice", "is “hair”"),
        ('key = "closed"', 'key = "open"', "step[0].option", "each of open, closed once"),
        ('hint = "If you like."', "", "step[0].option[0].hint", "is missing"),
        ('hint = "If you like."', 'hint = "a"\nb = 1', "step[0].option[0].b", "is not a key"),
        ('overlay = "gap"', 'overlay = "halo"', "step[0].overlay", "is “halo”"),
        ('alt = "The back rests."', 'alt = "{x}"', "step[1].alt", "leaves {x} open"),
        ('alt = "The back rests."', 'alt = "a"\non_side = ["b"]', "step[1].on_side", "has 1 lines"),
        ('label = "30 cm"', "", "step[0].label", "is missing"),
        ('helps = "Open the eyes."', "", "step[0].trouble[0].helps", "is missing"),
        ('wrong = "You', 'right_picture = "a"\nwrong = "You', *HALF_A_PAIR),
        ('wrong = "You', 'wrong_picture = "a"\nwrong = "You', *OTHER_HALF),
        ('wrong = "You', 'why = "x"\nwrong = "You', "step[0].trouble[0].why", "is not a key"),
    ],
)
def test_a_fault_in_a_step_is_named(old: str, new: str, key: str, reason: str) -> None:
    with pytest.raises(ContentError) as fault:
        parse_guide(_changed(STEPS, old, new), "steps.toml")
    assert (fault.value.file, fault.value.key) == ("steps.toml", key)
    assert reason in fault.value.reason


def test_files_that_hold_nothing_are_refused() -> None:
    with pytest.raises(ContentError, match=r"^f: step: is missing"):
        parse_guide("", "f")


def test_keys_that_stand_outside_are_refused() -> None:
    with pytest.raises(ContentError, match="x: is not a key"):
        parse_guide("x = 1\n" + STEPS, "f")


def test_a_trouble_may_be_pictured() -> None:
    pictures = 'wrong_picture = "head-low"\nright_picture = "head-level"\nwrong = "You'
    steps = parse_guide(_changed(STEPS, 'wrong = "You', pictures), "steps.toml")
    trouble = steps[0].trouble[0]
    assert (trouble.wrong_picture, trouble.right_picture) == ("head-low", "head-level")


SERIES = """
[[step]]
key = "up"
title = "Getting up"
lines = ["Roll to one side.", "Take your time."]

[[step.frame]]
picture = "up-1"
caption = "Roll."

[[step.frame]]
picture = "up-2"
caption = "Wait."
"""


def test_a_step_may_show_a_series_in_place_of_a_picture() -> None:
    (step,) = parse_guide(SERIES, "steps.toml")
    assert step.frames == (Plate("up-1", "Roll."), Plate("up-2", "Wait."))
    assert (step.picture, step.alt) == (None, "")


def test_a_series_has_no_picture_beside_it() -> None:
    text = _changed(SERIES, 'key = "up"', 'key = "up"\npicture = "side"')
    with pytest.raises(ContentError, match=r"step\[0\]\.picture: is not a key"):
        parse_guide(text, "steps.toml")


def test_the_body_is_chosen_among_the_people() -> None:
    text = _changed(STEPS, 'picture = "back"', 'picture = "back"\nchoice = "body"')
    step = parse_guide(text, "steps.toml")[1]
    assert (step.choice, step.options) == (Choice.BODY, ())


def test_on_the_side_a_step_says_what_it_has_to_say_for_that() -> None:
    text = _changed(STEPS, 'choice = "eyes"', 'choice = "eyes"\non_side = ["One.", "Two."]')
    eyes, back = parse_guide(text, "steps.toml")
    lying = eyes.lying_on_side()
    assert (lying.key, lying.title, lying.lines) == ("eyes", "Eyes", ("One.", "Two."))
    assert (lying.picture, lying.choice, lying.overlay) == (View.LYING, None, None)
    assert (lying.trouble, lying.on_side) == ((), ())
    assert back.lying_on_side() == replace(back, picture=View.LYING)


def test_on_the_side_nothing_goes_wrong_that_is_seen_on_the_back() -> None:
    pictures = 'wrong_picture = "head-low"\nright_picture = "head-level"\nwrong = "You'
    told, seen = (
        parse_guide(text, "steps.toml")[0]
        for text in (STEPS, _changed(STEPS, 'wrong = "You', pictures))
    )
    assert told.lying_on_side().trouble == told.trouble
    assert seen.lying_on_side().trouble == ()


def test_people_come_in_the_order_in_which_they_are_offered() -> None:
    text = '[[body]]\nkey = "oak"\nname = "Oak"\n[[body]]\nkey = "reed"\nname = "Reed"\n'
    assert parse_people(text, "bodies.toml") == (Person("oak", "Oak"), Person("reed", "Reed"))


@pytest.mark.parametrize("text", ["", '[[body]]\nkey = "oak"\n', '[[body]]\nname = "Oak"\n'])
def test_a_fault_in_the_people_is_named(text: str) -> None:
    with pytest.raises(ContentError, match=r"^bodies\.toml: body"):
        parse_people(text, "bodies.toml")
