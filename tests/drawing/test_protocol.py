from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from constructive_rest.drawing.picture import Picture, Scene
from constructive_rest.drawing.protocol import (
    read_answer,
    read_picture,
    read_request,
    write_error,
    write_picture,
    write_request,
)
from constructive_rest.practice.setup import Arms, Eyes, HeadSupport, Legs, Setup

scenes = st.builds(
    Scene,
    pose=st.text(max_size=12),
    theme=st.sampled_from(["morning", "dusk"]),
    width=st.integers(1, 4000),
    height=st.integers(1, 4000),
    dpr=st.sampled_from([1.0, 1.25, 1.5, 2.0, 3.0]),
    setup=st.builds(
        Setup,
        st.sampled_from(Arms),
        st.sampled_from(Legs),
        st.sampled_from(HeadSupport),
        st.sampled_from(Eyes),
    ),
    body=st.text(max_size=12),
)


@given(st.integers(0, 10**9), scenes)
def test_a_request_arrives_as_it_was_sent(number: int, scene: Scene) -> None:
    line = write_request(number, scene)
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert read_request(line) == (number, scene)


def test_a_picture_arrives_as_it_was_drawn(
    scene: Scene, make_plain: Callable[[Scene], Picture]
) -> None:
    picture = make_plain(scene)
    header, _, pixels = write_picture(7, picture).partition(b"\n")
    answer = read_answer(header)
    assert (answer.number, answer.error) == (7, "")
    assert answer.size == len(pixels) == 60 * 30 * 4
    arrived = read_picture(answer, pixels, scene)
    assert arrived.image == picture.image
    assert arrived.anchors == picture.anchors
    assert arrived.marks == picture.marks != ()


def test_a_picture_keeps_its_pixels_when_the_message_is_gone(
    scene: Scene, make_plain: Callable[[Scene], Picture]
) -> None:
    header, _, pixels = write_picture(1, make_plain(scene)).partition(b"\n")
    arrived = read_picture(read_answer(header), pixels, scene)
    del pixels
    assert arrived.image == make_plain(scene).image


@given(st.integers(0, 99), st.text(max_size=80))
def test_an_error_arrives_as_one_sentence_without_pixels(number: int, sentence: str) -> None:
    line = write_error(number, sentence)
    assert line.count(b"\n") == 1
    answer = read_answer(line)
    assert (answer.number, answer.error, answer.size) == (number, sentence, 0)
