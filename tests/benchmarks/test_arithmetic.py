"""The table says what was measured."""

from math import inf, isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.benchmarks.arithmetic import GAP, HEADINGS, Pair, Row, table

costs = st.floats(0.001, 10_000)
many = st.lists(st.builds(Pair, costs, costs), min_size=1, max_size=9)


def row(*pairs: Pair, what: str = "start", against: str = "an empty window") -> Row:
    return Row(what, "s", against, pairs)


def test_a_ratio_is_how_many_times_the_floor() -> None:
    assert Pair(2.0, 3.0).ratio == 1.5
    assert Pair(4.0, 1.0).ratio == 0.25


def test_a_floor_of_nothing() -> None:
    assert Pair(0.0, 1.0).ratio == inf
    assert Pair(0.0, 0.0).ratio == 1.0


def test_medians_ignore_one_bad_moment() -> None:
    measured = row(Pair(1.0, 2.0), Pair(1.0, 2.2), Pair(1.0, 90.0))
    assert (measured.floor, measured.program, measured.ratio) == (1.0, 2.2, 2.2)


def test_of_an_even_number_it_is_the_middle_between_two() -> None:
    assert row(Pair(1.0, 2.0), Pair(1.0, 4.0)).ratio == 3.0


def test_the_ratio_is_that_of_pairs_and_not_of_medians() -> None:
    """The machine was twice as slow during the second pair."""
    drifting = row(Pair(1.0, 2.0), Pair(2.0, 4.0), Pair(2.0, 4.0))
    assert drifting.ratio == 2.0


@given(many)
def test_a_median_lies_within_what_was_measured(pairs: list[Pair]) -> None:
    ratios = [pair.ratio for pair in pairs]
    assert min(ratios) <= row(*pairs).ratio <= max(ratios)


@given(many, st.floats(0.1, 10))
def test_a_slower_machine_leaves_the_ratio_alone(pairs: list[Pair], slower: float) -> None:
    slow = [Pair(pair.floor * slower, pair.program * slower) for pair in pairs]
    assert isclose(row(*slow).ratio, row(*pairs).ratio, rel_tol=1e-9)


@given(many)
def test_the_order_of_measuring_does_not_matter(pairs: list[Pair]) -> None:
    assert row(*pairs).ratio == row(*reversed(pairs)).ratio


def test_nothing_measured_is_no_row() -> None:
    with pytest.raises(ValueError, match="start: nothing was measured"):
        row()


def test_the_table_holds_every_number_in_its_column() -> None:
    lines = table([row(Pair(0.2, 0.3)), row(Pair(48.0, 120.0), what="memory", against="it")])
    heads, first, second = lines.split("\n")
    assert heads.split() == list(HEADINGS)
    assert first.split()[:6] == ["start", "s", "0.200", "0.300", "1.50", "1"]
    assert second.split()[:6] == ["memory", "s", "48.0", "120", "2.50", "1"]
    ends = {line.index(word) + len(word) for line, word in ((heads, "ratio"), (first, "1.50"))}
    assert len(ends) == 1
    assert {line.index(words) for line, words in ((heads, "against"), (second, "it"))} == {
        first.index("an empty window")
    }


def test_an_endless_ratio_is_a_dash() -> None:
    (_, line) = table([row(Pair(0.0, 1.0))]).split("\n")
    assert line.split(GAP.strip() or None)[4] == "–"
