import re

import pytest

from preparing import lists
from preparing.need import Kind, Need
from preparing.systems import MANAGERS

LISTS = {
    name: value
    for name, value in vars(lists).items()
    if isinstance(value, tuple) and all(isinstance(one, Need) for one in value)
}
EVERY_NEED = [need for group in LISTS.values() for need in group]


def test_there_is_a_list_for_every_purpose() -> None:
    assert set(LISTS) == {
        "VIRTUAL_ENVIRONMENT",
        "DRAWING",
        "WINDOW_X11",
        "WINDOW_WAYLAND",
        "SOUND",
        "VOICE",
        "ACTING_AS_A_PERSON",
        "HEARING",
        "READING_PAPER",
    }


@pytest.mark.parametrize("need", EVERY_NEED, ids=lambda need: need.name)
def test_every_system_has_a_package_for_it(need: Need) -> None:
    for manager in MANAGERS:
        [package] = manager.packages([need])
        assert re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9.+-]+", package)


@pytest.mark.parametrize("need", EVERY_NEED, ids=lambda need: need.name)
def test_libraries_are_named_as_the_loader_wants_them(need: Need) -> None:
    is_soname = re.fullmatch(r"lib[\w.+-]+\.so\.\d+", need.name) is not None
    assert is_soname is (need.kind is Kind.LIBRARY)


def test_nothing_is_asked_for_twice() -> None:
    names = [need.name for need in EVERY_NEED]
    assert len(names) == len(set(names))


def test_the_bells_are_not_demanded_of_a_window() -> None:
    demanded = {need.apt for need in (*lists.DRAWING, *lists.WINDOW_X11, *lists.WINDOW_WAYLAND)}
    assert "libpulse0" not in demanded
    assert "libpulse0" in {need.apt for need in lists.SOUND}
