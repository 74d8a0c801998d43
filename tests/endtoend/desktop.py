"""A desktop of one's own: a screen, a window manager, a session bus with AT-SPI, a home."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from contextlib import ExitStack, closing
from pathlib import Path

from tests.endtoend.screen_reader import SYSTEM_PYTHON, ScreenReader
from tests.endtoend.server import Server
from tests.endtoend.waiting import wait_for

SCREEN = (1400, 900)
COMMANDS = ("Xvfb", "openbox", "xdotool", "dbus-daemon")
PACKAGES = "xvfb openbox xdotool dbus at-spi2-core python3-pyatspi"
KEPT = ("PATH", "LANG", "LC_ALL", "TMPDIR", "COVERAGE_PROCESS_START")
"""What a program on this desktop takes over from the environment of the tests."""


def missing() -> str:
    """Why no such desktop can be had here, as one sentence; empty where it can."""
    if sys.platform != "linux":
        return "A desktop for these tests is made on Linux only."
    absent = [name for name in COMMANDS if shutil.which(name) is None]
    asked = [SYSTEM_PYTHON, "-c", "import pyatspi"]
    try:
        found = subprocess.run(asked, capture_output=True, check=False).returncode == 0
    except OSError:
        found = False
    absent += [] if found else ["pyatspi"]
    if not absent:
        return ""
    return f"A desktop for these tests needs {', '.join(absent)}; on Debian: {PACKAGES}."


class Desktop:
    """Everything that a program with a window needs, private to these tests."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._screen = folder / "screen"
        self.environ = self._first_environ()
        self._ending = ExitStack()
        with ExitStack() as ending:
            ending.push(self._ending)
            self.environ["DISPLAY"] = f":{self._start_screen()}"
            self.environ["DBUS_SESSION_BUS_ADDRESS"] = self._start_bus()
            self._start(["openbox"])
            self.reader = self._ending.enter_context(closing(ScreenReader(self.environ)))
            wait_for(self._managed, f"the window manager, see {folder}")
            ending.pop_all()

    @property
    def frame_buffer(self) -> Path:
        """The file that holds the screen's pixels."""
        return self._screen / "Xvfb_screen0"

    def xdotool(self, *arguments: str) -> str:
        """What xdotool prints; it acts as mouse and keyboard. Raises CalledProcessError."""
        command = ["xdotool", *arguments]
        done = subprocess.run(
            command, env=self.environ, capture_output=True, text=True, check=True, timeout=20
        )
        return done.stdout

    def close(self) -> None:
        """End everything, the last first; AT-SPI goes with the bus."""
        self._ending.close()

    def _first_environ(self) -> dict[str, str]:
        environ = {name: os.environ[name] for name in KEPT if name in os.environ}
        places = {
            "HOME": "home",
            "XDG_RUNTIME_DIR": "runtime",
            "XDG_DATA_HOME": "home/data",
            "XDG_CONFIG_HOME": "home/config",
            "XDG_CACHE_HOME": "home/cache",
            "XDG_STATE_HOME": "home/state",
        }
        for name, place in places.items():
            path = self.folder / place
            path.mkdir(mode=0o700, parents=True, exist_ok=True)
            environ[name] = str(path)
        environ["QT_QPA_PLATFORM"] = "xcb"
        environ["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
        return environ

    def _start_screen(self) -> str:
        self._screen.mkdir()
        size = "x".join(map(str, (*SCREEN, 24)))
        # A server that resets when its last client goes may do so while the next one comes.
        options = ["-noreset", "-nolisten", "tcp", "-fbdir", str(self._screen)]
        return self._start(["Xvfb", "-screen", "0", size, *options], "-displayfd")

    def _start_bus(self) -> str:
        address = f"--address=unix:path={self.folder / 'bus'}"
        return self._start(["dbus-daemon", "--session", "--nofork", address], "--print-address")

    def _start(self, command: Sequence[str], telling: str = "") -> str:
        """Start a server for as long as this desktop lasts; what it tells, see Server."""
        log = self.folder / f"{command[0]}.log"
        server = self._ending.enter_context(closing(Server(command, self.environ, log, telling)))
        return server.told

    def _managed(self) -> bool:
        """Only a window manager that has settled in answers this."""
        command = ["xdotool", "get_desktop"]
        done = subprocess.run(command, env=self.environ, capture_output=True, check=False)
        return done.returncode == 0
