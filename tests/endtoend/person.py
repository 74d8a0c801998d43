"""Someone at the program: looks, points, types, waits."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from tests.endtoend.desktop import Desktop
from tests.endtoend.picture_of_screen import Shot, read_shot
from tests.endtoend.screen_reader import Box, Seen
from tests.endtoend.waiting import wait_for

Found = TypeVar("Found")
QT_MURMURS = re.compile(r"qt\.accessibility\.atspi: |qt\.multimedia\.|PulseAudioService: ")
"""What Qt says where a reader asks for what has just gone, and where there is no sound server."""
TITLE = "^Constructive Rest$"


def command(data: Path, *arguments: str) -> list[str]:
    """The command line that starts the program on `data`."""
    return [sys.executable, "-m", "constructive_rest", "--data-dir", str(data), *arguments]


def clock_ms(words: str) -> int:
    """The milliseconds that a clock like 14:59 shows. Raises AssertionError for other words."""
    found = re.fullmatch(r"(\d+):(\d\d)", words)
    assert found, f"{words!r} is no time"
    return (int(found[1]) * 60 + int(found[2])) * 1000


class Person:
    """One run of the program and the person in front of it."""

    def __init__(self, desktop: Desktop, data: Path, log: Path, arguments: Sequence[str]) -> None:
        self._desktop = desktop
        self._log = log
        self.killed = False
        with log.open("wb") as file:
            self.process = subprocess.Popen(
                command(data, *arguments),
                env=desktop.environ,
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=file,
                start_new_session=True,
            )
        self.window = self._find_window()
        self.see("page_guide")

    def see(self, name: str) -> Seen:
        """What is called `name`, once it shows."""
        return self.wait(lambda: self.glance(name), f"{name} to show")

    def glance(self, name: str) -> Seen | None:
        """What is called `name`, None where it does not show."""
        return self.glances(name).get(name)

    def glances(self, *names: str) -> dict[str, Seen]:
        """Those of `names` that show, all at one moment."""
        return self._desktop.reader.read(self.process.pid, names)

    def everything(self) -> list[Seen]:
        """All that shows."""
        return self._desktop.reader.everything(self.process.pid)

    def wait(self, look: Callable[[], Found | None], what: str, within_s: float = 15.0) -> Found:
        """What `look` gives once it gives something; the program must not end meanwhile."""

        def look_at_the_living() -> Found | None:
            assert self.process.poll() is None, f"the program has ended: {self.complaints()}"
            return look()

        return wait_for(look_at_the_living, what, within_s)

    def wait_for_label(self, name: str, label: str) -> Seen:
        """What is called `name`, once it says `label`."""
        return self.wait(lambda: _saying(self.glance(name), label), f"{name} to say {label!r}")

    def click(self, name: str) -> None:
        """Point at it and press the left button."""
        x, y = self.see(name).box.center
        self._desktop.xdotool("mousemove", str(x), str(y), "click", "1")

    def point_away(self) -> None:
        """Rest the pointer where there is no control."""
        self._desktop.xdotool("mousemove", "0", "0")

    def press(self, *keys: str) -> None:
        """Press keys one after the other, by their X11 names."""
        self._desktop.xdotool("key", "--clearmodifiers", *keys)

    def write(self, words: str) -> None:
        """Type on the keyboard."""
        self._desktop.xdotool("type", "--delay", "5", words)

    def focused(self) -> Seen | None:
        """The control that has the keyboard, None where a page as a whole has it."""
        held = (one for one in self.everything() if "focused" in one.states)
        return next((one for one in held if one.is_named), None)

    def checked(self, *names: str) -> set[str]:
        """Those of `names` that are chosen."""
        seen = self.glances(*names).values()
        return {one.name for one in seen if "checked" in one.states}

    def wait_for_check(self, name: str) -> None:
        """Until `name` is chosen."""
        self.wait(lambda: name in self.checked(name), f"{name} to be chosen")

    def shot(self, box: Box) -> Shot:
        """The pixels in `box`."""
        return read_shot(self._desktop.frame_buffer, box)

    def resize(self, width: int, height: int) -> Box:
        """Give the window another size; where it is then."""
        self._desktop.xdotool("windowsize", self.window, str(width), str(height))
        return self.wait(lambda: self._frame(width, height), f"a window of {width} × {height}")

    def close(self) -> int:
        """Close the window as one does; the program's exit code."""
        self._desktop.xdotool("windowactivate", "--sync", self.window, "key", "alt+F4")
        return self.process.wait(timeout=15)

    def kill(self) -> None:
        """End the program as a power cut does; what it says then is for tests/faults to judge."""
        self.killed = True
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(timeout=15)

    def complaints(self) -> list[str]:
        """What the program wrote to the terminal, but for Qt's murmurs."""
        lines = self._log.read_text(encoding="utf-8").splitlines()
        return [line for line in lines if not QT_MURMURS.match(line)]

    def tidy(self) -> None:
        """End whatever is left of the program."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    def _frame(self, width: int, height: int) -> Box | None:
        frame = next((one for one in self.everything() if one.role == "frame"), None)
        fits = frame is not None and (frame.box.width, frame.box.height) == (width, height)
        return frame.box if frame is not None and fits else None

    def _find_window(self) -> str:
        arguments = ("search", "--onlyvisible", "--pid", str(self.process.pid), "--name", TITLE)

        def look() -> str | None:
            try:
                return self._desktop.xdotool(*arguments).split()[0]
            except (subprocess.CalledProcessError, IndexError):
                return None

        return self.wait(look, "the window")


def _saying(seen: Seen | None, label: str) -> Seen | None:
    return seen if seen is not None and seen.label == label else None
