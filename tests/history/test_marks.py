"""Marks as text: short, exact on the way back, and nothing else is taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from constructive_rest.history.marks import MAX_MARKS, Mark, MarkKind, read_marks, write_marks

SECONDS = st.integers(0, 86_400)
MARKS = st.lists(st.builds(Mark, st.sampled_from(MarkKind), SECONDS, SECONDS), max_size=20)


@given(MARKS.map(tuple))
def test_every_mark_comes_back(marks: tuple[Mark, ...]) -> None:
    assert read_marks(write_marks(marks)) == marks


def test_a_person_can_read_them() -> None:
    marks = (Mark(MarkKind.PAUSE, 312, 45), Mark(MarkKind.HURT, 600))
    assert write_marks(marks) == "pause@312+45 hurt@600"


def test_no_mark_is_no_text() -> None:
    assert write_marks(()) == ""
    assert read_marks("") == ()


@pytest.mark.parametrize(
    "text",
    [
        "pause", "pause@", "sleep@3", "pause@3+", "pause@-3", "pause@3  hurt@4", " ", "hurt@1 ",
        "pause@90000", "pause@3+90000", "HURT@3", "hurt@٣", "pause@3\nhurt@4",
        " ".join(["hurt@1"] * (MAX_MARKS + 1)),
    ],
)  # fmt: skip
def test_anything_else_is_no_mark(text: str) -> None:
    with pytest.raises(ValueError, match=r"mark|MarkKind"):
        read_marks(text)


@pytest.mark.parametrize(("at_s", "lasted_s"), [(-1, 0), (0, -1), (86_401, 0), (0, 86_401)])
def test_a_mark_lies_within_a_day(at_s: int, lasted_s: int) -> None:
    with pytest.raises(ValueError, match="possible"):
        Mark(MarkKind.PAUSE, at_s, lasted_s)
