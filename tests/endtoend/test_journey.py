"""From the first start to the bar in the chart, with the mouse."""

import re
from pathlib import Path

from tests.endtoend.conftest import Start
from tests.endtoend.history_file import the_rest
from tests.endtoend.person import Person
from tests.endtoend.resting import PHASES, STEPS, WALK_DOWN, follow_phases
from tests.endtoend.screen_reader import Seen

from constructive_rest.ui.palette import DUSK, MORNING

RESULT = "outcome, planned_s, rested_s, ease_before, ease_after"
CARD_COLORS = 12
"""A card with a drawing has many more colours than one with its name alone."""


def walk_through_the_guide(person: Person) -> None:
    """Every step once, choosing the arms by picture on the way."""
    assert person.see("step_title").label == STEPS[0]
    for title in STEPS[1:]:
        person.click("step_next")
        person.wait_for_label("step_title", title)
        if person.glance("arms_sides") is not None:
            choose_arms(person)
    assert person.glance("arms_sides") is None


def choose_arms(person: Person) -> None:
    """By picture: the card shows a drawing, and is chosen by a click."""
    card = person.see("arms_sides")
    inside = card.box.grown(-12)
    person.wait(lambda: has_drawing(person, card), "a drawing in the card", within_s=60)
    assert "checked" not in card.states
    assert inside.area > 0
    person.click("arms_sides")
    person.wait_for_check("arms_sides")


def has_drawing(person: Person, card: Seen) -> bool:
    """Whether the card shows more than words."""
    pixels = person.shot(card.box.grown(-12)).pixels
    upper = pixels[: len(pixels) // 2]
    return len({one for row in upper for one in row}) > CARD_COLORS


def history_shows_it(person: Person) -> None:
    """The rest as a bar in the chart, in the chart's words and in the list."""
    chart = person.see("history_chart")
    numbers = re.findall(r"\d+", chart.description)
    assert numbers[:3] == ["15", "4", "7"], chart.description
    assert "today" in chart.description.lower()
    colors = [light.primary.rgb() & 0xFFFFFF for light in (MORNING, DUSK)]
    person.wait(lambda: max(map(person.shot(chart.box).count, colors)) > 100, "the bar of today", 5)
    rows = [one for one in person.everything() if one.role == "list item"]
    assert len(rows) == 1
    assert "15" in rows[0].label
    assert "still warm" in rows[0].label


def test_the_first_rest_from_guide_to_chart(start: Start, data: Path) -> None:
    person = start("--speed", "60", "--page", "guide")
    walk_through_the_guide(person)
    for choice in ("minutes_15", "ease_before_4"):
        person.click(choice)
        person.wait_for_check(choice)
    person.click("begin")

    assert follow_phases(person) == [WALK_DOWN, *PHASES]
    assert the_rest(data, f"{RESULT}, arms") == ("unanswered", 900, 900, 4, None, "sides")

    assert person.checked(*(f"ease_after_{value}" for value in range(11))) == set()
    person.click("ease_after_7")
    person.click("note")
    person.write("still warm")
    person.wait(lambda: person.see("note").text == "still warm", "the note to be typed")
    person.click("save")

    history_shows_it(person)
    assert the_rest(data, f"{RESULT}, note") == ("completed", 900, 900, 4, 7, "still warm")
    assert person.close() == 0
