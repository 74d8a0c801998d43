"""What a body passes through on a long way, by the lines of the file and by others."""

from collections.abc import Iterator
from itertools import permutations

import pytest

from constructive_rest.figure.contact_book import ContactBook
from constructive_rest.figure.stations import Ways, between

LINES = (("a", "b", "c", "d"), ("a", "e", "d"), ("x", "y"))


@pytest.mark.parametrize(
    ("start", "end", "passed"),
    [
        ("a", "b", []),
        ("a", "c", ["b"]),
        ("a", "d", ["e"]),
        ("d", "a", ["e"]),
        ("c", "e", ["d"]),
        ("x", "y", []),
        ("a", "a", []),
        ("a", "y", []),
        ("a", "nowhere", []),
        ("nowhere", "a", []),
    ],
)
def test_the_fewest_stations_lie_between(start: str, end: str, passed: list[str]) -> None:
    assert between(LINES, start, end) == passed


def test_all_who_lie_on_the_back_begin_from_the_same_place() -> None:
    ways = Ways(("a", "arched"), LINES)
    assert ways.between("arched", "d") == ["e"]
    assert ways.between("arched", "a") == []


def test_no_line_means_the_straight_way() -> None:
    assert Ways().between("a", "b") == []


def stations(book: ContactBook) -> Iterator[str]:
    yield from dict.fromkeys(name for line in book.ways.lines for name in line)


def test_every_station_of_the_file_is_a_posture(book: ContactBook) -> None:
    named = list(stations(book))
    assert book.ways.lying[0] in named
    for start, end in permutations(named, 2):
        for passed in book.ways.between(start, end):
            book.contacts(passed, passed, passed, passed)


def test_who_lies_on_the_back_kneels_before_standing(book: ContactBook) -> None:
    passed = book.ways.between("easy", "stand")
    assert passed == ["side", "push", "aside", "turning", "kneel"]
    assert book.ways.between("half-kneel", "lower") == ["kneel", "turning", "aside"]
