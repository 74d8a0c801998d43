"""What every rest has in common, seen from outside."""

from tests.endtoend.person import Person, clock_ms

from constructive_rest import content

PHASES = [phase.name for phase in content.load_practice().phases]
STEPS = [step.title for step in content.load_guide()]
WALK_DOWN = "Lie down"
PAUSED = "Paused"


def follow_phases(person: Person) -> list[str]:
    """Watch until the reflection opens; every phase line that was read, in order."""
    lines: list[str] = []

    def look() -> bool:
        seen = person.glances("phase", "note")
        if "phase" in seen and lines[-1:] != [seen["phase"].label]:
            lines.append(seen["phase"].label)
        return "note" in seen

    person.wait(look, "the reflection", within_s=40)
    return lines


def remaining_ms(person: Person) -> int:
    """The time that the digits show."""
    return clock_ms(person.see("digits").label)


def wait_for_rest(person: Person, first_ms: int = 30_000) -> None:
    """Until the rest has gone on for `first_ms`."""
    person.wait(lambda: _phase(person) in PHASES, "the rest to begin")
    start = remaining_ms(person)
    person.wait(lambda: remaining_ms(person) <= start - first_ms, "some of the rest to pass")


def _phase(person: Person) -> str:
    seen = person.glance("phase")
    return seen.label if seen is not None else ""
