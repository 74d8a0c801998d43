"""A rest that is paused, ended early, or cut off by a crash."""

from pathlib import Path

from tests.endtoend.conftest import Start
from tests.endtoend.history_file import the_rest
from tests.endtoend.person import Person
from tests.endtoend.resting import PAUSED, PHASES, remaining_ms, wait_for_rest

STILL_LOOKS = 40
"""Each look takes more than a session second at this speed, so a running clock would be seen."""
PLANNED_S = 900
MOST_LOST_S = 5
ONE_LINE = 60
"""Px: a banner with a second line is higher."""


def begin(person: Person) -> None:
    """A rest of 15 minutes, well under way."""
    person.click("minutes_15")
    person.wait_for_check("minutes_15")
    person.click("begin")
    wait_for_rest(person)


def goes_on(person: Person) -> None:
    """The digits count down."""
    before = remaining_ms(person)
    person.wait(lambda: remaining_ms(person) < before, "the digits to go on")


def stands_still(person: Person) -> None:
    """The digits stay, however often one looks."""
    looks: list[str] = []

    def look() -> bool:
        looks.append(person.see("digits").label)
        return len(looks) > STILL_LOOKS

    person.wait(look, "enough looks at the digits")
    assert len(set(looks)) == 1


def test_space_pauses_and_escape_asks(start: Start, data: Path) -> None:
    person = start("--speed", "60")
    begin(person)

    person.press("space")
    person.wait_for_label("phase", PAUSED)
    stands_still(person)
    person.press("space")
    person.wait(lambda: person.see("phase").label in PHASES, "the rest to go on")
    goes_on(person)

    person.press("Escape")
    person.see("agree")
    goes_on(person)
    person.press("Escape")
    person.wait(lambda: person.glance("agree") is None, "the question to close")
    goes_on(person)

    person.press("Escape")
    left = remaining_ms(person) // 1000
    person.click("agree")
    person.see("note")
    outcome, planned, rested, ease = the_rest(data, "outcome, planned_s, rested_s, ease_after")
    assert (outcome, planned, ease) == ("ended_early", PLANNED_S, None)
    assert isinstance(rested, int)
    assert PLANNED_S - left <= rested < PLANNED_S
    clock = f"{rested // 60}:{rested % 60:02d}"
    assert clock in {one.label for one in person.everything()}
    person.click("skip")
    person.see("history_list")


def test_closing_the_window_in_a_rest_asks_first(start: Start, data: Path) -> None:
    person = start("--speed", "60")
    begin(person)
    person.press("alt+F4")
    person.see("agree")
    person.press("Escape")
    person.wait(lambda: person.glance("agree") is None, "the question to close")
    goes_on(person)
    person.press("alt+F4")
    person.click("agree")
    assert person.process.wait(timeout=10) == 0
    assert the_rest(data, "outcome") == ("ended_early",)


def test_a_killed_program_keeps_the_rest(start: Start, data: Path) -> None:
    person = start("--speed", "60")
    begin(person)
    shown_s = PLANNED_S - remaining_ms(person) // 1000
    person.kill()
    assert the_rest(data, "outcome") == ("resting",)

    again = start("--speed", "60")
    told = again.see("banner")
    outcome, rested = the_rest(data, "outcome, rested_s")
    assert outcome == "interrupted"
    assert isinstance(rested, int)
    assert rested >= shown_s - MOST_LOST_S
    assert f"{rested // 60}:{rested % 60:02d}" in told.label
    assert "\n" not in told.label
    assert told.box.height < ONE_LINE
    again.click("banner_close")
    again.wait(lambda: again.glance("banner") is None, "the banner to go")

    again.click("page_history")
    assert "interrupted" in again.see("history_chart").description
    again.click("page_guide")
    begin(again)
    goes_on(again)
