"""The text of a practice file, checked and turned into values.

A practice is TOML: `key`, `name`, `lengths_min`, then `[[walk_down]]` steps, `[[comfort]]`s and
`[[phase]]`s with `[[phase.cue]]`s. A cue holds either `text`, or `open` and `closed` where its
wording depends on the eyes, so a rest has as many cues with the eyes open as with them closed; and
it may hold `side`, said in its place to somebody who lies on the side.
"""

from collections.abc import Mapping
from itertools import pairwise

from constructive_rest.practice.model import Comfort, Cue, Glow, Phase, Practice, WalkDownStep
from constructive_rest.practice.setup import Arms, Eyes, HeadSupport, Legs
from constructive_rest.practice.table import ContentError, Table, read_toml
from constructive_rest.practice.timeline import fit

__all__ = ["ContentError", "parse_practice"]

LONGEST_CUE = 85
"""Characters of a cue: spoken in about 7 s, shown in at most two rows. Our judgement."""

_LONGEST_MIN = 24 * 60
_Choice = Arms | Legs | HeadSupport
_CHOICES: Mapping[str, type[Arms] | type[Legs] | type[HeadSupport]] = {
    "arms": Arms,
    "legs": Legs,
    "head_support": HeadSupport,
}


def parse_practice(text: str, file: str) -> Practice:
    """The practice that `text` describes. Raises ContentError, with `file` named, for any fault."""
    table = read_toml(text, file)
    lengths = _rising(table, "lengths_min", 1, _LONGEST_MIN)
    if len(lengths) < 2 or len(set(lengths)) < len(lengths):
        raise table.error("lengths_min", "must hold two or more different lengths")
    practice = Practice(
        key=table.text("key"),
        name=table.text("name"),
        lengths_min=lengths,
        phases=tuple(_phase(phase, lengths) for phase in table.tables("phase")),
        walk_down=tuple(WalkDownStep(*_sentence(step)) for step in table.tables("walk_down")),
        comforts=tuple(Comfort(*_sentence(step)) for step in table.tables("comfort")),
    )
    table.close()
    _check_phases(table, practice)
    _check_room(table, practice)
    return practice


def _rising(table: Table, key: str, least: int, most: int) -> tuple[int, ...]:
    numbers = table.integers(key, least, most)
    if any(later < earlier for earlier, later in pairwise(numbers)):
        raise table.error(key, "must not fall from one length to the next")
    return numbers


def _phase(table: Table, lengths: tuple[int, ...]) -> Phase:
    seconds = _rising(table, "seconds", 1, _LONGEST_MIN * 60)
    if len(seconds) != len(lengths):
        raise table.error("seconds", f"has {len(seconds)} values for {len(lengths)} lengths")
    gaps = _rising(table, "gap_s", 1, _LONGEST_MIN * 60)
    if len(gaps) != 2:
        raise table.error("gap_s", "must be the least and the most seconds between two cues")
    cues = (cue for entry in table.tables("cue") for cue in _cues(entry, lengths))
    phase = Phase(
        key=table.text("key"),
        name=table.text("name"),
        glow=table.choice("glow", Glow),
        seconds=seconds,
        cues=tuple(cues),
        gap_s=(gaps[0], gaps[1]),
    )
    table.close()
    return phase


def _cues(table: Table, lengths: tuple[int, ...]) -> tuple[Cue, ...]:
    start = table.integer("from_minutes", lengths[0], lengths[-1])
    side = table.text("side", LONGEST_CUE) if "side" in table else ""
    if "text" in table:
        cues: tuple[Cue, ...] = (Cue(table.text("text", LONGEST_CUE), start, None, side),)
    else:
        cues = tuple(Cue(table.text(eyes, LONGEST_CUE), start, eyes, side) for eyes in Eyes)
    table.close()
    return cues


def _sentence(table: Table) -> tuple[str, _Choice | None]:
    """A sentence and the one choice that it belongs to."""
    named = [key for key in _CHOICES if key in table]
    if len(named) > 1:
        raise table.error(named[1], f"cannot stand beside {named[0]}: a step follows one choice")
    choice = table.choice(named[0], _CHOICES[named[0]]) if named else None
    text = table.text("text", LONGEST_CUE)
    table.close()
    return text, choice


def _check_phases(table: Table, practice: Practice) -> None:
    if all(comfort.unless is not None for comfort in practice.comforts):
        raise table.error("comfort", "is missing: one is needed that suits every choice")
    if not practice.phases:
        raise table.error("phase", "is missing: a practice needs at least one phase")
    keys = [phase.key for phase in practice.phases]
    for index, key in enumerate(keys):
        if key in keys[:index]:
            raise table.error(f"phase[{index}].key", f"“{key}” is the key of an earlier phase")
    for column, minutes in enumerate(practice.lengths_min):
        total = sum(phase.seconds[column] for phase in practice.phases)
        if total != minutes * 60:
            raise table.error("phase.seconds", f"add up to {total} s for a rest of {minutes} min")


def _check_room(table: Table, practice: Practice) -> None:
    """Phases never shrink and cues join at whole minutes: if those have room, all lengths have."""
    for minutes in range(practice.lengths_min[0], practice.lengths_min[-1] + 1):
        try:
            fit(practice, minutes * 60_000, Eyes.OPEN)
        except ValueError as fault:
            raise table.error("phase.cue", str(fault)) from fault
