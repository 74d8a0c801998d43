import os
import socket
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from constructive_rest.desktop.display import answers, missing_display

X0 = {"/tmp/.X11-unix/X0"}
WAYLAND = {"/run/user/7/wayland-1"}
SESSION = {"XDG_RUNTIME_DIR": "/run/user/7", "WAYLAND_DISPLAY": "wayland-1"}

needs_unix_sockets = pytest.mark.skipif(
    sys.platform == "win32", reason="Python has no Unix sockets on Windows"
)


def found(environ: Mapping[str, str], listening: set[str], platform: str = "linux") -> str | None:
    return missing_display(environ, platform, listening.__contains__)


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_windows_and_macos_always_have_a_display(platform: str) -> None:
    assert found({}, set(), platform) is None


def test_no_display_at_all_is_one_sentence_that_names_the_variables() -> None:
    sentence = found({}, set()) or ""
    assert "DISPLAY" in sentence
    assert "ssh -X" in sentence
    assert sentence.endswith(".")
    assert sentence == found({"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}, set())


@pytest.mark.parametrize("display", [":0", ":0.0", ":0.1", "unix:0"])
def test_a_local_x_server_must_answer(display: str) -> None:
    assert found({"DISPLAY": display}, X0) is None
    assert display in (found({"DISPLAY": display}, {"/tmp/.X11-unix/X1"}) or "")


def test_an_abstract_x_socket_will_do() -> None:
    assert found({"DISPLAY": ":0"}, {"\0/tmp/.X11-unix/X0"}) is None


@pytest.mark.parametrize("display", ["localhost:10.0", "far.example:0", "/private/tmp/x:0"])
def test_a_display_elsewhere_is_left_for_qt_to_try(display: str) -> None:
    assert found({"DISPLAY": display}, set()) is None


def test_a_wayland_compositor_must_answer_in_the_runtime_folder() -> None:
    assert found(SESSION, WAYLAND) is None
    assert "wayland-1" in (found(SESSION, set()) or "")
    assert found({"WAYLAND_DISPLAY": "wayland-1"}, WAYLAND) is not None


def test_an_absolute_wayland_socket_needs_no_runtime_folder() -> None:
    assert found({"WAYLAND_DISPLAY": "/run/user/7/wayland-1"}, WAYLAND) is None


def test_a_wayland_session_without_a_name_means_the_first_socket() -> None:
    environ = {"XDG_SESSION_TYPE": "wayland", "XDG_RUNTIME_DIR": "/run/user/7"}
    assert found(environ, {"/run/user/7/wayland-0"}) is None
    assert "wayland-0" in (found(environ, set()) or "")


def test_either_of_two_displays_is_enough() -> None:
    both = {"DISPLAY": ":0", **SESSION}
    assert found(both, X0) is None
    assert found(both, WAYLAND) is None
    assert found(both, set()) is not None


@pytest.mark.parametrize(
    "name", ["offscreen", "minimal", "vnc:size=800x600", "eglfs", "xcb;offscreen"]
)
def test_a_platform_that_draws_without_a_display_needs_none(name: str) -> None:
    assert found({"QT_QPA_PLATFORM": name}, set()) is None


def test_a_chosen_platform_counts_only_its_own_display() -> None:
    both = {"DISPLAY": ":0", **SESSION}
    assert found({**both, "QT_QPA_PLATFORM": "xcb"}, WAYLAND) is not None
    assert found({**both, "QT_QPA_PLATFORM": "xcb"}, X0) is None
    assert found({**both, "QT_QPA_PLATFORM": "wayland"}, X0) is not None
    assert found({**both, "QT_QPA_PLATFORM": "wayland-egl"}, WAYLAND) is None
    assert found({**both, "QT_QPA_PLATFORM": "wayland;xcb"}, X0) is None


@given(
    st.dictionaries(
        st.sampled_from(
            ["DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR", "XDG_SESSION_TYPE", "QT_QPA_PLATFORM"]
        ),
        st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20),
    )
)
def test_a_server_that_answers_everywhere_is_a_display_wherever_one_is_named(
    environ: dict[str, str],
) -> None:
    sentence = missing_display(environ, "linux", lambda _: True)
    named = environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY")
    if named and not environ.get("QT_QPA_PLATFORM") and environ.get("XDG_RUNTIME_DIR"):
        assert sentence is None
    if sentence is not None:
        assert sentence.endswith(".")


@pytest.fixture
def listening(tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "wayland-1"
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        server.bind(str(path))
        server.listen(1)
        yield path


@needs_unix_sockets
def test_a_real_socket_answers_while_its_server_lives(listening: Path) -> None:
    assert answers(str(listening))
    environ = {"WAYLAND_DISPLAY": listening.name, "XDG_RUNTIME_DIR": str(listening.parent)}
    assert missing_display(environ, "linux") is None


@needs_unix_sockets
def test_a_socket_left_behind_by_a_dead_server_does_not_answer(tmp_path: Path) -> None:
    path = tmp_path / "dead"
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        server.bind(str(path))
    assert path.exists()
    assert not answers(str(path))
    assert not answers(str(tmp_path / "missing"))
    assert not answers(str(tmp_path / ("long" * 50)))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has abstract sockets")
def test_an_abstract_socket_answers() -> None:
    name = f"\0constructive-rest-test-{os.getpid()}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        server.bind(name)
        server.listen(1)
        assert answers(name)
    assert not answers(name)
