"""The files of the guide: what they may say, and how their faults are named."""

import pytest

from constructive_rest.practice.guide import (
    Choice,
    MovementCue,
    Option,
    Overlay,
    Person,
    ReadingPage,
    Section,
    Trouble,
    View,
    parse_guide,
    parse_movement_cues,
    parse_page,
    parse_people,
)
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

PAGE = """
key = "page"
title = "A page"

[[section]]
heading = "One"
paragraphs = ["First.", "Second."]
sources = ["Somebody, 1990"]

[[section]]
heading = "Two"
urgent = true
paragraphs = ["Third."]
"""

CUES = """
[[cue]]
key = "sit"
title = "Sit"
lines = ["Sit on the sit bones.", "Let the weight go down."]
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


def test_a_page_is_read_whole_and_in_order() -> None:
    assert parse_page(PAGE, "page.toml") == ReadingPage(
        "page",
        "A page",
        (
            Section("One", ("First.", "Second."), ("Somebody, 1990",)),
            Section("Two", ("Third.",), urgent=True),
        ),
    )


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('title = "A page"', "", "title"),
        ('title = "A page"', 'title = "A page"\nintro = "x"', "intro"),
        ('heading = "One"', "", "section[0].heading"),
        ('"Second."', "2", "section[0].paragraphs[1]"),
        ("urgent = true", 'urgent = "yes"', "section[1].urgent"),
        ("urgent = true", "calm = true", "section[1].calm"),
    ],
)
def test_a_fault_in_a_page_is_named(old: str, new: str, key: str) -> None:
    with pytest.raises(ContentError) as fault:
        parse_page(_changed(PAGE, old, new), "page.toml")
    assert (fault.value.file, fault.value.key) == ("page.toml", key)


def test_movement_cues_are_read() -> None:
    assert parse_movement_cues(CUES, "movement.toml") == (
        MovementCue("sit", "Sit", ("Sit on the sit bones.", "Let the weight go down.")),
    )


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('title = "Sit"', "", "cue[0].title"),
        ('title = "Sit"', 'title = "Sit"\npicture = "x"', "cue[0].picture"),
        ('"Sit on the sit bones.", ', "", "cue[0].lines"),
    ],
)
def test_a_fault_in_a_movement_cue_is_named(old: str, new: str, key: str) -> None:
    with pytest.raises(ContentError) as fault:
        parse_movement_cues(_changed(CUES, old, new), "movement.toml")
    assert (fault.value.file, fault.value.key) == ("movement.toml", key)


def test_files_that_hold_nothing_are_refused() -> None:
    with pytest.raises(ContentError, match=r"^f: step: is missing"):
        parse_guide("", "f")
    with pytest.raises(ContentError, match=r"^f: cue: is missing"):
        parse_movement_cues("", "f")
    with pytest.raises(ContentError, match=r"^f: section: is missing"):
        parse_page('key = "k"\ntitle = "t"\n', "f")


def test_keys_that_stand_outside_are_refused() -> None:
    with pytest.raises(ContentError, match="x: is not a key"):
        parse_guide("x = 1\n" + STEPS, "f")
    with pytest.raises(ContentError, match="x: is not a key"):
        parse_movement_cues("x = 1\n" + CUES, "f")


def test_a_trouble_may_be_pictured() -> None:
    pictures = 'wrong_picture = "head-low"\nright_picture = "head-level"\nwrong = "You'
    steps = parse_guide(_changed(STEPS, 'wrong = "You', pictures), "steps.toml")
    trouble = steps[0].trouble[0]
    assert (trouble.wrong_picture, trouble.right_picture) == ("head-low", "head-level")


def test_people_come_in_the_order_in_which_they_are_offered() -> None:
    text = '[[body]]\nkey = "oak"\nname = "Oak"\n[[body]]\nkey = "reed"\nname = "Reed"\n'
    assert parse_people(text, "bodies.toml") == (Person("oak", "Oak"), Person("reed", "Reed"))


@pytest.mark.parametrize("text", ["", '[[body]]\nkey = "oak"\n', '[[body]]\nname = "Oak"\n'])
def test_a_fault_in_the_people_is_named(text: str) -> None:
    with pytest.raises(ContentError, match=r"^bodies\.toml: body"):
        parse_people(text, "bodies.toml")
