"""Whether a window is wanted, and whether there is a display to show it on."""

import ctypes
from collections.abc import Mapping, Sequence

from preparing.lists import WINDOW_WAYLAND, WINDOW_X11
from preparing.need import Need
from preparing.trouble import PreparationError

WITHOUT_WINDOW = frozenset(
    {"-h", "--help", "--version", "--self-test", "export", "import", "screenshots"}
)
OFFSCREEN_PLATFORMS = ("offscreen", "minimal", "vnc")


def wants_window(arguments: Sequence[str], environment: Mapping[str, str]) -> bool:
    """Whether the program, started with `arguments`, opens a window on a display."""
    if environment.get("QT_QPA_PLATFORM", "").startswith(OFFSCREEN_PLATFORMS):
        return False
    return WITHOUT_WINDOW.isdisjoint(arguments)


def window_needs(environment: Mapping[str, str]) -> tuple[Need, ...]:
    """What the system must bring for a window on the display that `environment` names.

    Raises PreparationError where it names none.
    """
    if environment.get("DISPLAY"):
        return WINDOW_X11
    if environment.get("WAYLAND_DISPLAY"):
        return WINDOW_WAYLAND
    raise PreparationError(
        "There is no display to open a window on: neither DISPLAY nor WAYLAND_DISPLAY is set. "
        "Start this from a desktop session, or over ssh with -X."
    )


def reach_display(environment: Mapping[str, str]) -> None:
    """Raise PreparationError where the X display of `environment` is its only one and is mute."""
    display = environment.get("DISPLAY", "")
    if not display or environment.get("WAYLAND_DISPLAY"):
        return
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(display.encode(), None))
    error = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    if error:
        raise PreparationError(
            f"The display {display} does not answer. Is it running, and may you use it? "
            "Start this from a desktop session, or set DISPLAY to the display you sit at."
        )
