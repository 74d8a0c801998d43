"""On every page and in two sizes: no control lies outside the window or over another."""

from collections.abc import Callable
from itertools import combinations

import pytest
from tests.endtoend.conftest import Start
from tests.endtoend.person import Person
from tests.endtoend.resting import STEPS, wait_for_rest
from tests.endtoend.screen_reader import Box, Seen

CONTROLS = ("push button", "check box", "radio button", "slider", "text", "list")
"""The roles of what a person acts on."""
SIZES = ((800, 600), (1280, 800))
PAGES = ("page_guide", "page_rest", "page_settings", "page_history")
RING = 5
"""Px round a control that are kept for its focus ring, where neighbours may meet."""
MOST_STOPS = 60


def controls(person: Person) -> list[Seen]:
    """Everything on the page that a person acts on; each has a name of its own."""
    seen = [one for one in person.everything() if one.role in CONTROLS and one.box.area]
    assert [one for one in seen if not one.is_named] == []
    return seen


def collisions(seen: list[Seen]) -> list[tuple[str, str]]:
    """Pairs of controls that share pixels, rings not counted."""
    bodies = [(one.name, one.box.grown(-RING)) for one in seen]
    return [
        (name, other) for (name, box), (other, its) in combinations(bodies, 2) if box.overlaps(its)
    ]


def outside(seen: list[Seen], window: Box) -> set[str]:
    """Those of which a part lies outside the window."""
    return {one.name for one in seen if not window.holds(one.box.grown(-RING))}


def check(person: Person, window: Box) -> None:
    """What shows fits; what a scrolling page hides comes into the window with the focus."""
    seen = person.wait(lambda: settled(person), "the page to lie still")
    assert collisions(seen) == []
    hidden = outside(seen, window)
    if hidden:
        assert hidden - scrolled_to(person, window) == set()


def settled(person: Person) -> list[Seen] | None:
    """The controls, once two looks find them at the same places."""
    first, second = controls(person), controls(person)
    places = [[(one.name, one.box) for one in look] for look in (first, second)]
    return second if places[0] == places[1] else None


def scrolled_to(person: Person, window: Box) -> set[str]:
    """Every control that Tab and the arrow keys of its group bring wholly into the window."""
    reached: set[str] = set()
    for _ in range(MOST_STOPS):
        person.press("Tab")
        here = person.wait(person.focused, "the focus", 5)
        if here.name in reached:
            break
        if not outside([here], window):
            reached.add(here.name)
            row = here.box.y
            reached |= {one.name for one in controls(person) if one.box.y == row}
    return reached


def each_step(person: Person, window: Box) -> None:
    """All steps of the guide, the last one with the ease unfolded where it was folded."""
    for title in STEPS:
        person.wait_for_label("step_title", title)
        check(person, window)
        if title != STEPS[-1]:
            person.click("step_next")
    if person.glance("ease_before_open") is not None:
        person.click("ease_before_open")
        person.see("ease_before_0")
        check(person, window)


def rest_and_reflection(person: Person, window: Box) -> None:
    """The plan, the rest, the question, the reflection, the history with one rest."""
    person.click("page_rest")
    person.see("rest_begin")
    check(person, window)
    person.click("rest_begin")
    wait_for_rest(person)
    check(person, window)
    person.press("Escape")
    person.see("agree")
    answers = [one for one in controls(person) if one.name in ("agree", "stay")]
    assert (collisions(answers), outside(answers, window)) == ([], set())
    person.click("agree")
    person.see("note")
    check(person, window)
    person.click("save")
    person.see("history_chart")
    check(person, window)


def empty_history_and_settings(person: Person, window: Box) -> None:
    """The pages of a first start that are not the guide."""
    person.click("page_history")
    person.see("begin_first")
    check(person, window)
    person.click("page_settings")
    person.see("theme_dusk")
    check(person, window)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("tour", [each_step, empty_history_and_settings, rest_and_reflection])
def test_nothing_overlaps_or_is_out_of_reach(
    start: Start, size: tuple[int, int], tour: Callable[[Person, Box], None]
) -> None:
    person = start("--speed", "60")
    tour(person, person.resize(*size))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_banner_covers_no_control(start: Start, size: tuple[int, int]) -> None:
    cut_short = start("--speed", "60")
    cut_short.click("begin")
    wait_for_rest(cut_short)
    cut_short.kill()
    person = start("--speed", "60")
    window = person.resize(*size)
    for page in PAGES:
        person.click(page)
        person.wait_for_check(page)
        banner = next(one for one in person.everything() if one.name == "Banner")
        seen = person.wait(lambda: settled(person), "the page to lie still")
        covered = [one.name for one in seen if one.box.grown(-RING).overlaps(banner.box)]
        assert (page, covered) == (page, ["banner_close"])
        assert window.holds(banner.box)
