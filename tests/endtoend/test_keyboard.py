"""The whole way by keyboard alone, with the focus to be seen at every stop."""

from pathlib import Path

from tests.endtoend.conftest import Start
from tests.endtoend.history_file import the_rest
from tests.endtoend.person import Person
from tests.endtoend.resting import PHASES, STEPS, follow_phases
from tests.endtoend.screen_reader import Box, Seen

RING = 14
"""Px round a control within which its focus must be seen; a note's ring lies outside it."""
LEAST_PIXELS = 40
MOST_STOPS = 30
ARMS = ("arms_ribs", "arms_sides", "arms_chest", "arms_hips")
MINUTES = tuple(f"minutes_{length}" for length in (5, 10, 15, 20, 25, 30))
PAGES = ("page_guide", "page_rest", "page_history", "page_settings")


def go_to(person: Person, *names: str, key: str = "Tab") -> str:
    """Move the focus with `key` until one of `names` has it, looking at every stop on the way."""
    person.see(names[0])
    for _ in range(MOST_STOPS):
        here = person.focused()
        if here is not None and here.name in names:
            return here.name
        step(person, here, key)
    raise AssertionError(f"{key} does not reach {names[0]}")


def step(person: Person, here: Seen | None, key: str) -> None:
    """Press `key`; where the focus left `here`, that must be seen around it."""
    ring = here.box.grown(RING) if here is not None else Box(0, 0, 0, 0)
    before = person.shot(ring)
    person.press(key)
    if here is None:
        person.wait(person.focused, "a control to take the focus", 5)
        return
    person.wait(
        lambda: before.differing(person.shot(ring)) >= LEAST_PIXELS, f"{key} to show at {here}", 5
    )


def choose(person: Person, wanted: str, *group: str, key: str = "Tab") -> None:
    """Go into the group, along it with the arrow keys, and choose."""
    here = go_to(person, *group, key=key)
    for _ in group:
        if here == wanted:
            break
        step(person, person.see(here), "Right")
        moved = person.wait(person.focused, "a choice in focus", 5)
        assert moved.name in group
        here = moved.name
    assert here == wanted
    if not person.checked(wanted):
        person.press("space")
    person.wait_for_check(wanted)


def walk_through_the_guide(person: Person) -> None:
    """Every step; at the arms, the second picture."""
    go_to(person, "step_next")
    for title in STEPS[1:]:
        person.press("space")
        person.wait_for_label("step_title", title)
        if person.glance(ARMS[0]) is not None:
            choose(person, "arms_sides", *ARMS, key="shift+Tab")
            go_to(person, "step_next")


def test_a_rest_without_the_mouse(start: Start, data: Path) -> None:
    person = start("--speed", "60", "--page", "guide")
    person.point_away()
    walk_through_the_guide(person)
    choose(person, "minutes_15", *MINUTES)
    choose(person, "ease_before_4", *(f"ease_before_{value}" for value in range(11)))
    go_to(person, "begin")
    person.press("Return")

    assert follow_phases(person)[-len(PHASES) :] == PHASES

    choose(person, "ease_after_7", *(f"ease_after_{value}" for value in range(11)))
    go_to(person, "note")
    person.write("by hand")
    go_to(person, "save")
    person.press("space")
    chart = person.see("history_chart")
    assert "15" in chart.description

    columns = "outcome, planned_s, rested_s, ease_before, ease_after, arms, note"
    assert the_rest(data, columns) == ("completed", 900, 900, 4, 7, "sides", "by hand")


def test_tab_goes_through_a_step_in_the_order_of_reading(start: Start) -> None:
    person = start()
    person.point_away()
    go_to(person, "step_next")
    for title in STEPS[1:]:
        person.press("space")
        person.wait_for_label("step_title", title)
        if person.glance(ARMS[0]) is not None:
            break
    go_to(person, *ARMS)
    stops = ("step_back", "step_next", "begin")
    assert [go_to(person, stop, *PAGES) for stop in stops] == list(stops)


def test_the_rail_and_every_page_by_keyboard(start: Start) -> None:
    person = start("--speed", "60")
    person.point_away()
    for page, sign in (
        ("page_rest", "rest_begin"),
        ("page_history", "begin_first"),
        ("page_settings", "theme_dusk"),
    ):
        choose(person, page, *PAGES)
        assert person.checked(*PAGES) == {page}
        person.see(sign)
