"""The pages to read and the movement cues, and how their faults are named."""

import pytest

from constructive_rest.practice.pages import (
    MovementCue,
    ReadingPage,
    Section,
    movement_page,
    parse_movement_cues,
    parse_page,
)
from constructive_rest.practice.plate import Mark, Plate
from constructive_rest.practice.table import ContentError

PAGE = """
key = "page"
title = "A page"

[[section]]
heading = "One"
paragraphs = ["First.", "Second."]
sources = ["Somebody, 1990"]

[[section.plate]]
picture = "front"
caption = "From the front"

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


def test_a_page_is_read_whole_and_in_order() -> None:
    assert parse_page(PAGE, "page.toml") == ReadingPage(
        "page",
        "A page",
        (
            Section(
                "One",
                ("First.", "Second."),
                ("Somebody, 1990",),
                plates=(Plate("front", "From the front"),),
            ),
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
        ('caption = "From the front"', "", "section[0].plate[0].caption"),
        ('caption = "From the front"', f'caption = "{"x" * 63}"', "section[0].plate[0].caption"),
        ('picture = "front"', 'picture = "front"\nmark = "so-so"', "section[0].plate[0].mark"),
        ('picture = "front"', 'picture = "front"\nalt = "x"', "section[0].plate[0].alt"),
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


def test_a_cue_may_say_and_show_more_on_its_page() -> None:
    more = """paragraphs = ["More."]
sources = ["Somebody"]
[[cue.plate]]
picture = "fold"
caption = "At the hip"
mark = "right"
"""
    (cue,) = parse_movement_cues(CUES + more, "movement.toml")
    assert cue.sources == ("Somebody",)
    assert (cue.paragraphs, cue.plates) == (("More.",), (Plate("fold", "At the hip", Mark.RIGHT),))
    page = movement_page("Moving", (cue,))
    assert (page.title, page.sections[0].heading) == ("Moving", "Sit")
    assert page.sections[0].paragraphs == (*cue.lines, "More.")
    assert (page.sections[0].plates, page.sections[0].sources) == (cue.plates, cue.sources)


def test_files_that_hold_nothing_are_refused() -> None:
    with pytest.raises(ContentError, match=r"^f: cue: is missing"):
        parse_movement_cues("", "f")
    with pytest.raises(ContentError, match=r"^f: section: is missing"):
        parse_page('key = "k"\ntitle = "t"\n', "f")


def test_keys_that_stand_outside_are_refused() -> None:
    with pytest.raises(ContentError, match="x: is not a key"):
        parse_movement_cues("x = 1\n" + CUES, "f")
