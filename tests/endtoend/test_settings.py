"""What is chosen in Settings is seen at once, and again after the next start."""

from pathlib import Path

from tests.endtoend.conftest import Start
from tests.endtoend.history_file import settings
from tests.endtoend.person import Person
from tests.endtoend.screen_reader import Box

from constructive_rest.ui.palette import DUSK, MORNING, Palette


def wait_for_ground(person: Person, light: Palette) -> None:
    """Until most of the page has that light's ground colour."""
    frame = next(one.box for one in person.everything() if one.role == "frame")
    page = Box(frame.x + 100, frame.y, frame.width - 100, frame.height)
    color = light.ground.rgb() & 0xFFFFFF
    person.wait(lambda: person.shot(page).commonest() == color, f"the {light.name} room")


def test_the_light_changes_the_room(start: Start) -> None:
    person = start("--page", "settings")
    for name, light in (("dusk", DUSK), ("morning", MORNING)):
        person.click(f"theme_{name}")
        wait_for_ground(person, light)


def test_settings_outlive_the_program(start: Start, data: Path) -> None:
    person = start("--page", "settings")
    person.click("theme_dusk")
    wait_for_ground(person, DUSK)
    person.click("set_sound")
    person.wait(lambda: "checked" not in person.see("set_sound").states, "bells off")
    person.click("set_minutes")
    minutes = person.wait(lambda: changed(person.see("set_minutes").value, 20.0), "a new length")
    person.click("page_guide")
    person.see("minutes_20")
    assert person.close() == 0
    kept = settings(data)
    assert (kept["theme"], kept["sound"], kept["minutes"]) == ("dusk", "0", f"{minutes:.0f}")

    again = start("--page", "settings")
    assert "checked" in again.see("theme_dusk").states
    assert "checked" not in again.see("set_sound").states
    assert again.see("set_minutes").value == minutes
    wait_for_ground(again, DUSK)


def changed(value: float, before: float) -> float | None:
    """`value` where it is another than `before`."""
    return value if value != before else None
