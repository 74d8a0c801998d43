"""What the window and the speaking process tell each other survives the way."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from constructive_rest.sound.voice_messages import (
    Answer,
    Ended,
    Request,
    Say,
    Stop,
    Unusable,
    Voices,
    read,
    write,
)

finite = st.floats(-1, 1)
any_message = st.one_of(
    st.builds(Say, st.integers(), st.text(), st.text(), finite, finite),
    st.just(Stop()),
    st.builds(Voices, st.lists(st.text()).map(tuple)),
    st.builds(Unusable, st.text()),
    st.builds(Ended, st.integers()),
)


@given(any_message)
def test_a_message_comes_back_from_one_line(message: Request | Answer) -> None:
    line = write(message)
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert read(line) == message


@pytest.mark.parametrize(
    "line",
    [b"", b"Hello", b"[]", b"3", b'{"is": "Sing"}', b'{"text": "x"}', b'{"is": "Ended"}',
     b'{"is": "Stop", "now": true}', b"\xff"],
)  # fmt: skip
def test_what_is_no_message_is_refused(line: bytes) -> None:
    with pytest.raises(ValueError, match="not a message of the voice"):
        read(line)


def test_a_line_can_be_read_by_people_too() -> None:
    assert json.loads(write(Ended(7))) == {"is": "Ended", "number": 7}
