"""A desktop for all tests of the real window, and a fresh data folder for each."""

import os
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.endtoend.desktop import Desktop, missing
from tests.endtoend.person import Person

Start = Callable[..., Person]


@pytest.fixture(scope="session")
def desktop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desktop]:
    """A desktop; where none can be had the test is skipped, and fails on a CI machine."""
    reason = missing()
    if reason and os.environ.get("CI") == "true":
        pytest.fail(reason)
    if reason:
        pytest.skip(reason)
    with closing(Desktop(tmp_path_factory.mktemp("desktop"))) as made:
        yield made


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The data folder of this test's programs, not there yet."""
    return tmp_path / "data"


@pytest.fixture
def start(desktop: Desktop, data: Path, tmp_path: Path) -> Iterator[Start]:
    """Starts the program on `data`; unless killed, it must not have complained on the terminal."""
    people: list[Person] = []

    def started(*arguments: str) -> Person:
        log = tmp_path / f"terminal-{len(people)}.txt"
        people.append(Person(desktop, data, log, arguments))
        return people[-1]

    yield started
    for person in people:
        person.tidy()
    spared = [person for person in people if not person.killed]
    assert [line for person in spared for line in person.complaints()] == []
