"""Rests to store, made by hand and by Hypothesis."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import strategies as st

from constructive_rest.history.marks import Mark, MarkKind
from constructive_rest.history.record import Outcome, Rest
from constructive_rest.store.store import Store

NOON = datetime(2026, 3, 29, 12, 0, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "history.sqlite3"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    opened = Store.open(path)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def make_rest() -> Callable[..., Rest]:
    plain = Rest(
        id="6b1f1c1e-0000-4000-8000-000000000001",
        practice="constructive-rest",
        started_at=NOON,
        utc_offset_s=7200,
        planned_s=900,
        rested_s=900,
        outcome=Outcome.COMPLETED,
        updated_at=NOON,
    )

    def made(**changes: object) -> Rest:
        return replace(plain, **changes)  # type: ignore[arg-type]

    return made


@pytest.fixture(scope="session")
def any_rest() -> st.SearchStrategy[Rest]:
    """Every rest that can be stored, but for one in progress; few ids, so that they meet."""
    moments = st.datetimes(
        min_value=datetime(1900, 1, 1),
        max_value=datetime(2999, 12, 31),
        timezones=st.just(UTC),
    )
    characters = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
    words = st.text(characters, min_size=1, max_size=8)
    eases = st.none() | st.integers(0, 10)
    risky = st.text(st.sampled_from("'=+-@\t\r\n\",; ＝x"), max_size=6)
    few_updates = st.sampled_from([NOON, NOON.replace(hour=13), NOON.replace(microsecond=1)])
    seconds = st.integers(0, 86400)
    marks = st.builds(Mark, st.sampled_from(MarkKind), seconds, seconds)
    return st.builds(
        Rest,
        id=st.integers(0, 3).map(lambda number: str(UUID(int=number))),
        practice=words,
        started_at=moments,
        utc_offset_s=st.integers(-64800, 64800),
        planned_s=st.integers(0, 86400),
        rested_s=st.integers(0, 86400),
        outcome=st.sampled_from([one for one in Outcome if one is not Outcome.RESTING]),
        updated_at=few_updates,
        ease_before=eases,
        ease_after=eases,
        head_support=st.none() | words,
        arms=st.none() | words,
        legs=st.none() | words,
        eyes=st.none() | words,
        note=st.text(characters) | risky,
        deleted_at=st.none() | moments,
        marks=st.lists(marks, max_size=3).map(tuple),
    )
