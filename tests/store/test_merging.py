"""Merging two histories: the order never matters, and twice is once."""

from collections.abc import Callable
from datetime import UTC, datetime
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from constructive_rest.history.record import Outcome, Rest
from constructive_rest.store.merging import ImportSummary, merged, winner
from constructive_rest.store.store import Store

LATER = datetime(2026, 3, 29, 13, tzinfo=UTC)
Make = Callable[..., Rest]
History = dict[str, Rest]


def joined(one: History, other: History) -> History:
    to_write, _ = merged(one, other.values())
    return one | {rest.id: rest for rest in to_write}


@settings(max_examples=80)
@given(data=st.data())
def test_merging_is_commutative_associative_and_idempotent(
    any_rest: st.SearchStrategy[Rest], data: st.DataObject
) -> None:
    histories = st.lists(any_rest, max_size=4, unique_by=lambda rest: rest.id)
    drawn = [{rest.id: rest for rest in data.draw(histories)} for _ in range(3)]
    results = [joined(joined(a, b), c) for a, b, c in permutations(drawn)]
    assert all(result == results[0] for result in results)
    a, b, c = drawn
    assert joined(a, joined(b, c)) == results[0]
    assert joined(results[0], a) == results[0]
    assert results[0].keys() == a.keys() | b.keys() | c.keys()


@settings(max_examples=80)
@given(data=st.data())
def test_the_newest_change_wins(any_rest: st.SearchStrategy[Rest], data: st.DataObject) -> None:
    one, other = data.draw(any_rest), data.draw(any_rest)
    kept = winner(one, other)
    assert kept in (one, other)
    assert kept.updated_at == max(one.updated_at, other.updated_at)
    assert winner(other, one) == kept


def test_a_later_deletion_beats_an_older_rest_and_the_other_way_round(make_rest: Make) -> None:
    there = make_rest()
    gone = make_rest(deleted_at=LATER, updated_at=LATER)
    back = make_rest(updated_at=LATER.replace(minute=1))
    assert winner(there, gone) == gone
    assert winner(gone, back) == back


@pytest.mark.parametrize("outcome", [one for one in Outcome if one is not Outcome.RESTING])
def test_a_rest_in_progress_is_kept_among_equals(make_rest: Make, outcome: Outcome) -> None:
    going_on = make_rest(outcome=Outcome.RESTING, note="")
    other = make_rest(outcome=outcome, note="zzz", ease_after=10, deleted_at=LATER)
    assert winner(other, going_on) == winner(going_on, other) == going_on


def test_the_summary_tells_what_was_new(store: Store, make_rest: Make) -> None:
    store.add(make_rest(id="same"))
    store.add(make_rest(id="older", note="before"))
    store.add(make_rest(id="newer", note="mine", updated_at=LATER))
    brought = [
        make_rest(id="same"),
        make_rest(id="older", note="after", updated_at=LATER),
        make_rest(id="newer", note="theirs"),
        make_rest(id="added"),
    ]
    assert store.merge(brought) == ImportSummary(added=1, updated=1, unchanged=2)
    notes = {rest.id: rest.note for rest in store.rests()}
    assert notes == {"same": "", "older": "after", "newer": "mine", "added": ""}
    assert store.merge(brought) == ImportSummary(added=0, updated=0, unchanged=4)
