import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from constructive_rest.drawing.mark_text import read_marks, write_marks
from constructive_rest.figure.mark import Form, Mark, Overlay

numbers = st.integers(-400_000, 400_000).map(lambda hundredths: hundredths / 100)
some_marks = st.lists(
    st.builds(
        Mark,
        st.sampled_from(Overlay),
        st.sampled_from(Form),
        st.lists(st.tuples(numbers, numbers), min_size=1, max_size=4).map(tuple),
        st.text(max_size=5),
    )
)


@given(some_marks)
def test_marks_arrive_as_they_were_written(marks: list[Mark]) -> None:
    assert read_marks(json.loads(json.dumps(write_marks(marks)))) == tuple(marks)


def test_what_is_finer_than_a_hundredth_of_a_pixel_is_dropped() -> None:
    mark = Mark(Overlay.GAP, Form.DOT, ((1.23456, 2.0),))
    assert read_marks(json.loads(json.dumps(write_marks([mark]))))[0].points == ((1.23, 2.0),)


@pytest.mark.parametrize(
    "written",
    [[["gap", "blot", "", []]], [["gap", "dot", ""]], [3], [["gap", "dot", "", [["x", "y"]]]]],
)
def test_what_is_no_mark_is_refused(written: list[object]) -> None:
    with pytest.raises((TypeError, ValueError)):
        read_marks(written)  # type: ignore[arg-type]
