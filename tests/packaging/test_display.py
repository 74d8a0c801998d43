import ctypes
from collections.abc import Mapping

import pytest

from preparing.display import reach_display, wants_window, window_needs
from preparing.lists import WINDOW_WAYLAND, WINDOW_X11
from preparing.trouble import PreparationError


class FakeFunction:
    """A function of a C library: its settable result type, its result, and what it was given."""

    def __init__(self, result: int) -> None:
        self.restype: object = None
        self.result = result
        self.given: list[tuple[object, ...]] = []

    def __call__(self, *arguments: object) -> int:
        self.given.append(arguments)
        return self.result


class FakeXcb:
    """libxcb with a display that answers, or reports `error`."""

    def __init__(self, error: int) -> None:
        self.xcb_connect = FakeFunction(77)
        self.xcb_connection_has_error = FakeFunction(error)
        self.xcb_disconnect = FakeFunction(0)


def use(monkeypatch: pytest.MonkeyPatch, xcb: FakeXcb) -> None:
    monkeypatch.setattr(ctypes, "CDLL", lambda _: xcb)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--version"],
        ["--self-test"],
        ["--help"],
        ["-h"],
        ["export", "rests.csv"],
        ["--data-dir", "d", "import", "rests.csv"],
        ["screenshots", "pictures"],
    ],
)
def test_some_errands_need_no_window(arguments: list[str]) -> None:
    assert not wants_window(arguments, {})


@pytest.mark.parametrize("arguments", [[], ["--page", "history"], ["--data-dir", "d"]])
def test_the_rest_needs_one(arguments: list[str]) -> None:
    assert wants_window(arguments, {})
    assert wants_window(arguments, {"QT_QPA_PLATFORM": "xcb"})


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "vnc:size=800x600"])
def test_a_platform_without_display_needs_none(platform: str) -> None:
    assert not wants_window([], {"QT_QPA_PLATFORM": platform})


@pytest.mark.parametrize(
    ("environment", "needs"),
    [
        ({"DISPLAY": ":0"}, WINDOW_X11),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, WINDOW_X11),
        ({"WAYLAND_DISPLAY": "wayland-0"}, WINDOW_WAYLAND),
    ],
)
def test_each_display_has_its_needs(environment: Mapping[str, str], needs: object) -> None:
    assert window_needs(environment) is needs


@pytest.mark.parametrize("environment", [{}, {"DISPLAY": "", "WAYLAND_DISPLAY": ""}])
def test_no_display_is_said_plainly(environment: Mapping[str, str]) -> None:
    with pytest.raises(PreparationError, match="neither DISPLAY nor WAYLAND_DISPLAY is set"):
        window_needs(environment)


def test_a_display_that_answers_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    xcb = FakeXcb(error=0)
    use(monkeypatch, xcb)
    reach_display({"DISPLAY": ":5"})
    assert xcb.xcb_connect.given == [(b":5", None)]
    assert xcb.xcb_connect.restype is ctypes.c_void_p
    assert len(xcb.xcb_disconnect.given) == 1


def test_a_display_that_is_mute_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    xcb = FakeXcb(error=1)
    use(monkeypatch, xcb)
    with pytest.raises(PreparationError, match="The display :5 does not answer"):
        reach_display({"DISPLAY": ":5"})
    assert len(xcb.xcb_disconnect.given) == 1


@pytest.mark.parametrize(
    "environment",
    [{}, {"WAYLAND_DISPLAY": "w"}, {"DISPLAY": ":5", "WAYLAND_DISPLAY": "wayland-0"}],
)
def test_with_wayland_x_need_not_answer(
    monkeypatch: pytest.MonkeyPatch, environment: Mapping[str, str]
) -> None:
    xcb = FakeXcb(error=1)
    use(monkeypatch, xcb)
    reach_display(environment)
    assert xcb.xcb_connect.given == []
