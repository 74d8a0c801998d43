"""The screen is held while someone rests, and let go however the rest ends, as the bus sees it."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.faults.running import Victim

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="a session bus is Linux's"),
    pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="dbus-daemon is not installed"),
]
SERVICE = Path(__file__).with_name("screen_saver.py")


class Desktop:
    """A session bus with a screen saver, and what was asked of it."""

    def __init__(self, folder: Path) -> None:
        self._bus = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--print-address",
             f"--address=unix:path={folder}/bus"],
            stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        self.address = self._line(self._bus)
        self._saver = subprocess.Popen(
            [sys.executable, str(SERVICE), self.address], stdout=subprocess.PIPE, text=True
        )
        assert self.next() == "ready"

    def next(self) -> str:
        """The next thing that was asked."""
        return self._line(self._saver)

    def end(self) -> None:
        for process in (self._saver, self._bus):
            process.kill()
            process.communicate()

    @staticmethod
    def _line(process: "subprocess.Popen[str]") -> str:
        assert process.stdout is not None
        return process.stdout.readline().strip()


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    made = Desktop(tmp_path)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", made.address)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    yield made
    made.end()


@pytest.mark.parametrize("end_after_ms", [0, 5_000], ids=["whole", "early"])
def test_an_end_lets_the_screen_go(desktop: Desktop, tmp_path: Path, end_after_ms: int) -> None:
    with Victim(tmp_path / "data", end_after_ms) as victim:
        victim.listen_for("walking")
        assert desktop.next() == "hold"
        victim.listen_for("ended")
        assert desktop.next() == "release"


def test_a_kill_lets_the_screen_go(desktop: Desktop, tmp_path: Path) -> None:
    with Victim(tmp_path / "data") as victim:
        victim.listen_until_shown(5_000)
        assert desktop.next() == "hold"
    assert desktop.next() == "lost"
