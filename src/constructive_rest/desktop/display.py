"""Whether there is a screen to open a window on, found out before Qt gives up without a reason."""

import re
import socket
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath

from PySide6.QtCore import QCoreApplication

CONNECT_TIMEOUT_S = 1.0
X_SOCKETS = PurePosixPath("/tmp/.X11-unix")  # noqa: S108 - where every X server listens
LOCAL_X = re.compile(r"(?:unix)?:(\d+)(?:\.\d+)?")

Answers = Callable[[str], bool]


def answers(address: str) -> bool:
    """Whether a server listens on the Unix socket `address`; a leading NUL: an abstract one."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as client:
        client.settimeout(CONNECT_TIMEOUT_S)
        try:
            client.connect(address)
        except OSError:
            return False
    return True


def missing_display(
    environ: Mapping[str, str], platform: str, answers: Answers = answers
) -> str | None:
    """Why no window can open, as one sentence; None where one can, or where only trying will tell.

    `platform` is as in sys.platform: only Linux and the BSDs can lack a display. `answers` tells
    whether a server listens on a Unix socket.
    """
    if platform in ("win32", "darwin", "cygwin"):
        return None
    wanted = _wanted(environ.get("QT_QPA_PLATFORM", ""))
    if wanted is not None and not wanted:
        return None
    x11 = environ.get("DISPLAY", "") if wanted is None or "xcb" in wanted else ""
    wayland = _wayland(environ) if wanted is None or "wayland" in wanted else ""
    if (x11 and _x_alive(x11, answers)) or (wayland and _wayland_alive(environ, wayland, answers)):
        return None
    return _dead(x11 or wayland) if x11 or wayland else _none()


def _wanted(names: str) -> frozenset[str] | None:
    """Which kinds of display will do; None: any; empty: one is not needed.

    Qt tries the names from the left, so a name that needs no display settles it.
    """
    asked = [name.partition(":")[0] for name in names.split(";") if name]
    if not asked:
        return None
    kinds = [name.partition("-")[0] for name in asked]
    if any(kind not in ("xcb", "wayland") for kind in kinds):
        return frozenset()
    return frozenset(kinds)


def _wayland(environ: Mapping[str, str]) -> str:
    default = "wayland-0" if environ.get("XDG_SESSION_TYPE") == "wayland" else ""
    return environ.get("WAYLAND_DISPLAY", "") or default


def _x_alive(display: str, answers: Answers) -> bool:
    """A display that is not a plain local one, as with ssh -X, counts as alive."""
    local = LOCAL_X.fullmatch(display)
    if local is None:
        return True
    path = str(X_SOCKETS / f"X{local[1]}")
    return answers(path) or answers(f"\0{path}")


def _wayland_alive(environ: Mapping[str, str], display: str, answers: Answers) -> bool:
    """A compositor listens on an absolute path, or on a name in XDG_RUNTIME_DIR."""
    runtime = environ.get("XDG_RUNTIME_DIR", "")
    if not runtime and not display.startswith("/"):
        return False
    return answers(str(PurePosixPath(runtime) / display))


def _none() -> str:
    return QCoreApplication.translate(
        "Desktop",
        "There is no screen to open a window on (DISPLAY and WAYLAND_DISPLAY are not set); start "
        "the program from a desktop session, or over SSH with ssh -X.",
    )


def _dead(display: str) -> str:
    sentence = QCoreApplication.translate(
        "Desktop",
        "No screen answers at {display}; start the program from a running desktop session, or set "
        "DISPLAY or WAYLAND_DISPLAY to one.",
    )
    return sentence.format(display=display)
