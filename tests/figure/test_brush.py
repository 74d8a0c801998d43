import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from constructive_rest.figure.brush import brush_outline

STRAIGHT = np.array([(0.0, 0.0), (0.5, 0.0), (1.0, 0.0)])


def widths(start: float, end: float) -> list[float]:
    """How wide a straight line of width 1 is along its way."""
    edge = brush_outline(STRAIGHT, 1.0, start, end)
    half = len(edge) // 2
    there, back = edge[:half], edge[half:][::-1]
    return [float(a[1] - b[1]) for a, b in zip(there, back, strict=True)]


def test_a_line_swells_in_its_middle_and_comes_to_a_point() -> None:
    along = widths(0.0, 0.0)
    assert along[0] == pytest.approx(0.0, abs=1e-6)
    assert along[-1] == pytest.approx(0.0, abs=1e-6)
    assert max(along) == pytest.approx(1.0, abs=0.02)
    assert along.index(max(along)) in range(8, 12)


def test_an_end_that_is_cut_off_is_blunt() -> None:
    assert widths(0.5, 0.0)[0] == pytest.approx(1.0, abs=0.01)
    assert min(widths(0.5, 0.5)) == pytest.approx(1.0, abs=0.01)


@given(st.floats(0.001, 0.1), st.floats(0, 0.5), st.floats(0, 0.5))
def test_a_line_stays_around_its_points(width: float, start: float, end: float) -> None:
    edge = brush_outline(STRAIGHT, width, start, end)
    assert np.abs(edge[:, 1]).max() <= width / 2 + 1e-9
    assert edge[:, 0].min() >= -1e-9
    assert edge[:, 0].max() <= 1 + 1e-9


def test_two_points_are_enough() -> None:
    assert brush_outline(STRAIGHT[:2], 0.1, 0, 0).shape[1] == 2
