"""Writes a rest down while it happens: a row from its first second, a checkpoint every few more."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol

from constructive_rest.history.marks import MAX_MARKS, Mark, MarkKind
from constructive_rest.history.record import MAX_REST_S, Outcome, Rest, utc
from constructive_rest.practice.setup import Setup
from constructive_rest.store.errors import StoreError

CHECKPOINT_MS = 3_000
"""Rested time from one checkpoint to the next; a crash must cost less than 5 s of a rest."""


class RestRows(Protocol):
    """The part of the store that a journal writes to."""

    def add(self, rest: Rest) -> None:
        """Keep a new rest."""

    def update(self, rest: Rest) -> None:
        """Keep a rest's new state."""

    def checkpoint(self, rest_id: str, rested_s: int, at: datetime) -> None:
        """Note how much of a running rest has been rested."""


@dataclass(frozen=True, slots=True)
class _OpenPause:
    """Which mark a pause is, and the session's time at which it began."""

    index: int
    since_ms: int


class Journal:
    """The rest in progress as a row that is always nearly up to date.

    `now` gives the local wall-clock time with its zone, `clock_ms` the session's own time, which
    no change of the wall clock touches, `new_id` a fresh identifier, and `trouble` takes the
    sentence to show when writing begins to fail; the rest itself goes on, and
    the next write that succeeds carries everything that is still missing.
    """

    def __init__(
        self,
        rows: RestRows,
        now: Callable[[], datetime],
        clock_ms: Callable[[], int],
        new_id: Callable[[], str],
        trouble: Callable[[str], None],
    ) -> None:
        self._rows = rows
        self._now = now
        self._clock_ms = clock_ms
        self._new_id = new_id
        self._trouble = trouble
        self._rest: Rest | None = None
        self._stored: Rest | None = None
        self._noted_ms = 0
        self._open_pause: _OpenPause | None = None
        self._failing = False

    @property
    def rest(self) -> Rest | None:
        """The rest being written, or the one written last; None before the first."""
        return self._rest

    def begin(self, practice: str, planned_ms: int, setup: Setup, ease_before: int | None) -> None:
        """Open a row in the rest's first moment."""
        now = self._now()
        self._stored = None
        self._noted_ms = 0
        self._open_pause = None
        self._rest = Rest(
            id=self._new_id(),
            practice=practice,
            started_at=utc(now),
            utc_offset_s=int((now.utcoffset() or timedelta(0)).total_seconds()),
            planned_s=planned_ms // 1000,
            rested_s=0,
            outcome=Outcome.RESTING,
            updated_at=utc(now),
            ease_before=ease_before,
            head_support=setup.head_support,
            arms=setup.arms,
            legs=setup.legs,
            eyes=setup.eyes,
        )
        self._write()

    def note(self, rested_ms: int) -> None:
        """Take notice of the time rested; writes a checkpoint when one is due."""
        rest = self._rest
        if rest is None or rest.outcome is not Outcome.RESTING:
            return
        if rested_ms - self._noted_ms < CHECKPOINT_MS:
            return
        self._noted_ms = rested_ms
        self._rest = replace(rest, rested_s=rested_ms // 1000, updated_at=utc(self._now()))
        self._write()

    def pause(self, rested_ms: int) -> None:
        """Mark that the rest is paused; its length is added when the pause is over."""
        rest = self._mark(MarkKind.PAUSE, rested_ms)
        if rest is not None:
            self._open_pause = _OpenPause(len(rest.marks) - 1, self._clock_ms())

    def resume(self) -> None:
        """Mark how long the pause was."""
        rest, pause = self._rest, self._open_pause
        self._open_pause = None
        if rest is None or pause is None:
            return
        lasted_s = min((self._clock_ms() - pause.since_ms) // 1000, MAX_REST_S)
        marks = list(rest.marks)
        marks[pause.index] = replace(marks[pause.index], lasted_s=lasted_s)
        self._rest = replace(rest, marks=tuple(marks), updated_at=utc(self._now()))
        self._write()

    def hurt(self, rested_ms: int) -> None:
        """Mark that something hurts."""
        self._mark(MarkKind.HURT, rested_ms)

    def end(self, rested_ms: int, outcome: Outcome) -> None:
        """Close the row with what was really rested."""
        if self._rest is None or self._rest.outcome is not Outcome.RESTING:
            return
        self.resume()
        now = utc(self._now())
        self._rest = replace(
            self._rest, rested_s=rested_ms // 1000, outcome=outcome, updated_at=now
        )
        self._write()

    def answer(self) -> None:
        """Somebody came back to a rest that was over: it is a completed one."""
        if self._rest is not None and self._rest.outcome is Outcome.UNANSWERED:
            now = utc(self._now())
            self._rest = replace(self._rest, outcome=Outcome.COMPLETED, updated_at=now)
            self._write()

    def discard(self) -> None:
        """The rest that has just ended is not to be kept; its row stays, marked as deleted."""
        if self._rest is not None:
            now = utc(self._now())
            self._rest = replace(self._rest, deleted_at=now, updated_at=now)
            self._write()

    def reflect(self, ease_after: int | None, note: str) -> None:
        """Add the rating and the note to the rest that has just ended."""
        if self._rest is not None:
            now = utc(self._now())
            self._rest = replace(self._rest, ease_after=ease_after, note=note, updated_at=now)
            self._write()

    def catch_up(self) -> None:
        """Write what an earlier failure has left unwritten."""
        if self._rest is not None and self._rest != self._stored:
            self._write()

    def _mark(self, kind: MarkKind, rested_ms: int) -> Rest | None:
        """The rest with one more mark; None outside of a rest and beyond all reason."""
        rest = self._rest
        if rest is None or rest.outcome is not Outcome.RESTING or len(rest.marks) == MAX_MARKS:
            return None
        marks = (*rest.marks, Mark(kind, rested_ms // 1000))
        self._rest = replace(rest, marks=marks, updated_at=utc(self._now()))
        self._write()
        return self._rest

    def _write(self) -> None:
        rest = self._rest
        if rest is None:
            return
        try:
            self._put(rest)
        except StoreError as problem:
            if not self._failing:
                self._trouble(problem.sentence)
            self._failing = True
        else:
            self._stored = rest
            self._failing = False

    def _put(self, rest: Rest) -> None:
        if self._stored is None:
            self._rows.add(rest)
        elif rest == replace(self._stored, rested_s=rest.rested_s, updated_at=rest.updated_at):
            self._rows.checkpoint(rest.id, rest.rested_s, rest.updated_at)
        else:
            self._rows.update(rest)
