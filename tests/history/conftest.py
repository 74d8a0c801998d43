"""Rests to count, made by hand and by Hypothesis."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import strategies as st

from constructive_rest.history.record import Outcome, Rest

NOON = datetime(2026, 3, 29, 12, 0, tzinfo=UTC)
PLAIN = Rest(
    id="one",
    practice="constructive-rest",
    started_at=NOON,
    utc_offset_s=0,
    planned_s=900,
    rested_s=900,
    outcome=Outcome.COMPLETED,
    updated_at=NOON,
)


@pytest.fixture(scope="session")
def make_rest() -> Callable[..., Rest]:
    def made(**changes: object) -> Rest:
        return replace(PLAIN, **changes)  # type: ignore[arg-type]

    return made


@pytest.fixture(scope="session")
def any_rests() -> st.SearchStrategy[list[Rest]]:
    """Rests of some ten weeks in any zone, in any order, some deleted, some going on."""
    eases = st.none() | st.integers(0, 10)
    one = st.builds(
        lambda seconds, **fields: replace(
            PLAIN, started_at=NOON + timedelta(seconds=seconds), **fields
        ),
        st.integers(-40 * 86400, 30 * 86400),
        utc_offset_s=st.integers(-18 * 4, 18 * 4).map(lambda quarter: quarter * 900),
        rested_s=st.integers(0, 1800),
        outcome=st.sampled_from([*Outcome, Outcome.COMPLETED, Outcome.COMPLETED]),
        ease_before=eases,
        ease_after=eases,
        deleted_at=st.sampled_from([None, None, None, NOON]),
    )
    return st.lists(one, max_size=30).map(
        lambda rests: [replace(rest, id=str(number)) for number, rest in enumerate(rests)]
    )
