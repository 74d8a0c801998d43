"""The whole way by keyboard alone, with the focus to be seen at every stop."""

from pathlib import Path

from tests.endtoend.conftest import Start
from tests.endtoend.history_file import the_rest
from tests.endtoend.person import Person
from tests.endtoend.resting import PHASES, STEPS, WALK_DOWN, follow_phases
from tests.endtoend.screen_reader import Box, Seen

RING = 14
"""Px round a control within which its focus must be seen; a note's ring lies outside it."""
LEAST_PIXELS = 40
MOST_STOPS = 30
ROLES = ("push button", "check box", "text", "slider")


def go_to(person: Person, name: str, key: str = "Tab") -> None:
    """Move the focus with `key` until `name` has it, looking at every stop on the way."""
    person.see(name)
    for _ in range(MOST_STOPS):
        here = focus(person)
        if here is not None and here.name == name:
            return
        step(person, here, key)
    raise AssertionError(f"{key} does not reach {name}")


def focus(person: Person) -> Seen | None:
    """The control in focus, None where a page as a whole has it."""
    found = person.focused()
    return found if found is not None and found.role in ROLES else None


def step(person: Person, here: Seen | None, key: str) -> None:
    """Press `key`; where the focus left `here`, that must be seen around it."""
    ring = here.box.grown(RING) if here is not None else Box(0, 0, 0, 0)
    before = person.shot(ring)
    person.press(key)
    if here is None:
        person.wait(lambda: focus(person), "a control to take the focus", 5)
        return
    person.wait(
        lambda: before.differing(person.shot(ring)) >= LEAST_PIXELS, f"{key} to show at {here}", 5
    )


def choose(person: Person, first: str, name: str) -> None:
    """With the arrow keys, from the choice that Tab reaches."""
    here = first
    for _ in range(MOST_STOPS):
        if here == name:
            return
        step(person, person.see(here), "Right")
        moved = person.wait(lambda: focus(person), "a choice in focus", 5)
        assert moved.name != here
        here = moved.name
    raise AssertionError(f"the arrow keys do not reach {name}")


def walk_through_the_guide(person: Person) -> None:
    """Every step; at the arms, the second picture."""
    go_to(person, "step_next")
    for title in STEPS[1:]:
        person.press("space")
        person.wait_for_label("step_title", title)
        if person.glance("arms_ribs") is not None:
            go_to(person, "arms_ribs", "shift+Tab")
            choose(person, "arms_ribs", "arms_sides")
            go_to(person, "step_next")


def test_a_rest_without_the_mouse(start: Start, data: Path) -> None:
    person = start("--speed", "120", "--page", "guide")
    person.point_away()
    walk_through_the_guide(person)
    go_to(person, "minutes_20")
    person.press("Left")
    person.wait(lambda: "checked" in person.see("minutes_15").states, "15 minutes")
    go_to(person, "ease_before_0")
    choose(person, "ease_before_0", "ease_before_4")
    person.press("space")
    person.wait(lambda: "checked" in person.see("ease_before_4").states, "ease 4")
    go_to(person, "begin")
    person.press("Return")

    assert follow_phases(person) == [WALK_DOWN, *PHASES]

    go_to(person, "ease_after_0")
    choose(person, "ease_after_0", "ease_after_7")
    person.press("space")
    person.wait(lambda: "checked" in person.see("ease_after_7").states, "ease 7")
    go_to(person, "note")
    person.write("by hand")
    go_to(person, "save")
    person.press("space")
    chart = person.see("history_chart")
    assert "15" in chart.description

    columns = "outcome, planned_s, rested_s, ease_before, ease_after, arms, note"
    assert the_rest(data, columns) == ("completed", 900, 900, 4, 7, "sides", "by hand")


def test_the_rail_and_every_page_by_keyboard(start: Start) -> None:
    person = start("--speed", "60")
    person.point_away()
    go_to(person, "page_guide")
    for page, sign in (
        ("page_rest", "rest_begin"),
        ("page_history", "begin_first"),
        ("page_settings", "theme_dusk"),
    ):
        go_to(person, sorted(checked_pages(person))[0])
        person.press("Down")
        person.wait(lambda name=page: checked_pages(person) == {name}, f"{page} to open")
        person.see(sign)


def checked_pages(person: Person) -> set[str]:
    """The page that is open, as the rail shows it."""
    names = ("page_guide", "page_rest", "page_history", "page_settings")
    return {one.name for one in person.glances(*names).values() if "checked" in one.states}
