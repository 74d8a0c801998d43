from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from constructive_rest.drawing.easing import in_out_cubic, out_cubic

EASINGS = pytest.mark.parametrize("ease", [in_out_cubic, out_cubic])
Ease = Callable[[float], float]


@EASINGS
def test_it_begins_and_ends_where_it_should(ease: Ease) -> None:
    assert (ease(0.0), ease(1.0)) == (0.0, 1.0)


@EASINGS
@given(first=st.floats(0.0, 1.0), second=st.floats(0.0, 1.0))
def test_it_never_goes_back(ease: Ease, first: float, second: float) -> None:
    low, high = sorted((first, second))
    assert 0.0 <= ease(low) <= ease(high) <= 1.0


def test_from_rest_it_starts_and_ends_slowly() -> None:
    assert in_out_cubic(0.1) < 0.005
    assert in_out_cubic(0.9) > 0.995
    assert in_out_cubic(0.5) == 0.5


def test_underway_it_goes_on_at_once() -> None:
    assert out_cubic(0.1) > 0.25
    assert out_cubic(0.9) > 0.995
