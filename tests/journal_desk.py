"""A journal with a store in memory, and the two clocks that a test moves by hand."""

from datetime import datetime, timedelta, timezone

from constructive_rest.history.record import Outcome, Rest
from constructive_rest.journal import Journal
from constructive_rest.practice.setup import Arms, Eyes, HeadSupport, Legs, Setup
from constructive_rest.store.errors import CannotWrite

SUMMER = timezone(timedelta(hours=2))
SETUP = Setup(Arms.SIDES, Legs.CHAIR, HeadSupport.TOWEL, Eyes.CLOSED)
MINUTES_MS = 20 * 60_000


class Rows:
    """A store in memory whose disk can be full."""

    def __init__(self) -> None:
        self.rests: dict[str, Rest] = {}
        self.calls: list[str] = []
        self.full = False

    def add(self, rest: Rest) -> None:
        self._write("add")
        assert rest.id not in self.rests
        self.rests[rest.id] = rest

    def update(self, rest: Rest) -> None:
        self._write("update")
        assert rest.id in self.rests
        self.rests[rest.id] = rest

    def checkpoint(self, rest_id: str, rested_s: int, at: datetime) -> None:
        self._write("checkpoint")
        kept = self.rests[rest_id]
        assert kept.outcome is Outcome.RESTING
        changes = {"rested_s": rested_s, "updated_at": at}
        self.rests[rest_id] = Rest(**{name: getattr(kept, name) for name in FIELDS} | changes)

    def _write(self, call: str) -> None:
        self.calls.append(call)
        if self.full:
            raise CannotWrite("The disk is full.")


FIELDS = Rest.__dataclass_fields__


class Desk:
    """A journal with its store, its wall clock and what it had to say."""

    def __init__(self) -> None:
        self.rows = Rows()
        self.now = datetime(2026, 6, 13, 7, 30, tzinfo=SUMMER)
        self.clock_ms = 77_000
        self.told: list[str] = []
        self.ids = iter(("first", "second", "third"))
        self.journal = Journal(
            self.rows,
            lambda: self.now,
            lambda: self.clock_ms,
            lambda: next(self.ids),
            self.told.append,
        )

    def begin(self, ease: int | None = 4) -> None:
        self.journal.begin("constructive-rest", MINUTES_MS, SETUP, ease)

    def note(self, rested_ms: int) -> None:
        self.now += timedelta(seconds=1)
        self.journal.note(rested_ms)

    @property
    def row(self) -> Rest:
        return self.rows.rests["first"]
