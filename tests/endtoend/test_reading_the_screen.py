"""What the tests of the window stand on: rectangles, pixels, waiting."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.endtoend.person import clock_ms
from tests.endtoend.picture_of_screen import COLOR_BYTES, WORDS, Shot, shot
from tests.endtoend.screen_reader import Box, seen_from
from tests.endtoend.waiting import wait_for

sides = st.integers(0, 50)
boxes = st.builds(Box, sides, sides, sides, sides)
COLORS = 3


def dump(rows: list[list[int]], bits: int = 32) -> bytes:
    """A window dump of these pixels, with a border of spare bytes on the right."""
    width, spare = len(rows[0]), b"\xee" * 8
    words = [WORDS * 4 + 12, 7, 2, 24, width, len(rows), 0, 0, 32, 0, 32, bits]
    words += [width * 4 + len(spare), 4, 0, 0, 0, 8, 0, COLORS]
    header = struct.pack(f">{WORDS}I", *words, *[0] * (WORDS - len(words)))
    lines = b"".join(struct.pack(f"<{width}I", *row) + spare for row in rows)
    return header + b"name of it\0\0" + bytes(COLORS * COLOR_BYTES) + lines


def test_pixels_are_found_where_they_are() -> None:
    rows = [[0xFF000000 | 16 * y + x for x in range(6)] for y in range(4)]
    found = shot(dump(rows), Box(2, 1, 3, 2))
    assert found == Shot(((0x12, 0x13, 0x14), (0x22, 0x23, 0x24)))


def test_what_lies_beyond_the_screen_is_left_out() -> None:
    assert shot(dump([[1, 2], [3, 4]]), Box(-5, 1, 99, 99)) == Shot(((3, 4),))


def test_another_format_is_refused() -> None:
    with pytest.raises(ValueError, match="16 bits"):
        shot(dump([[1]], bits=16), Box(0, 0, 1, 1))


def test_shots_tell_what_differs() -> None:
    before, after = Shot(((1, 2, 2), (4, 5, 2))), Shot(((1, 9, 2), (4, 9, 2)))
    assert before.differing(after) == 2
    assert (before.count(2), before.commonest()) == (3, 2)


@given(boxes, boxes)
def test_overlapping_is_mutual_and_means_a_common_pixel(one: Box, two: Box) -> None:
    common = {
        (x, y)
        for x in range(one.x, one.x + one.width)
        for y in range(one.y, one.y + one.height)
        if two.x <= x < two.x + two.width and two.y <= y < two.y + two.height
    }
    assert one.overlaps(two) == two.overlaps(one) == bool(common)


@given(boxes, st.integers(0, 9))
def test_a_box_lies_in_what_it_grows_to(box: Box, by: int) -> None:
    assert box.grown(by).holds(box)
    assert box.grown(by).grown(-by) == box
    assert box.grown(1).holds(box.grown(by)) == (by <= 1)


def test_an_object_is_read_from_the_readers_words() -> None:
    told = {
        "name": "begin",
        "role": "push button",
        "label": "Begin 20 min",
        "description": "",
        "box": [1, 2, 30, 40],
        "states": ["showing", "focused"],
        "text": "",
        "value": 0.0,
    }
    seen = seen_from(told)
    assert (seen.box.center, seen.is_named) == ((16, 22), True)
    assert "focused" in seen.states
    assert not seen_from({**told, "name": "TextLabel"}).is_named
    assert not seen_from({**told, "name": "qt_scrollarea_viewport"}).is_named
    with pytest.raises(TypeError):
        seen_from({**told, "box": None})


def test_a_clock_is_read() -> None:
    assert clock_ms("14:59") == 899_000
    with pytest.raises(AssertionError, match="no time"):
        clock_ms("soon")


def test_waiting_ends_with_what_came_or_with_a_reason() -> None:
    looks = iter([None, False, "here"])
    assert wait_for(lambda: next(looks), "it") == "here"
    with pytest.raises(AssertionError, match="in vain for nothing"):
        wait_for(lambda: None, "nothing", within_s=0.0)
