"""A program on a data folder, with bells and time that only the test knows."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication
from tests.desktop.screens import AtOnce, Screen
from tests.ui.stand_ins import HandRenderer, timer_of

from constructive_rest import compose
from constructive_rest.compose import Options, Program
from constructive_rest.desktop.awake import Awake
from constructive_rest.desktop.clocks import SystemClock
from constructive_rest.desktop.media_keys import NoMediaKeys
from constructive_rest.practice.clock import ScaledClock
from constructive_rest.sound.bells import BellName
from constructive_rest.sound.voice import Manner


class Bells(QObject):
    """Bells that are heard by nobody but the test."""

    changed = Signal()
    rung: list[str]
    why: str | None = None

    def __init__(self) -> None:
        super().__init__()
        self.rung = []

    def ring(self, name: BellName, loudness: float = 1.0) -> None:
        self.rung.append(name)

    def wake(self) -> None:
        self.rung.append("wake")

    def set_volume(self, percent: int) -> None:
        self.rung.append(f"volume {percent}")

    def available(self) -> bool:
        return self.why is None

    def reason(self) -> str | None:
        return self.why


class Voice(QObject):
    """A voice that is heard by nobody but the test; it ends when the test says so."""

    ended = Signal()
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[tuple[str, Manner]] = []
        self.known: list[str] = []
        self.why: str | None = None
        self.speaking = False
        self.starts = 0
        self.closed = False

    def start(self) -> None:
        self.starts += 1

    def say(self, text: str, manner: Manner) -> None:
        self.heard.append((text, manner))
        self.speaking = True

    def hush(self) -> None:
        self.speaking = False

    def finish(self) -> None:
        self.speaking = False
        self.ended.emit()

    def names(self) -> list[str]:
        return self.known

    def reason(self) -> str | None:
        return self.why

    def close(self) -> None:
        self.closed = True


class Desk:
    """A program on a data folder, and the time that passes for it."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.now_ns = 10**9
        self.asleep_ns = 5 * 10**9
        self.bells = Bells()
        self.voice = Voice()
        monkeypatch.setattr(compose, "Renderer", HandRenderer)
        monkeypatch.setattr(compose, "open_bells", lambda _resources: self.bells)
        monkeypatch.setattr(compose, "open_voice", lambda _parent: self.voice)
        monkeypatch.setattr(compose, "ScaledClock", self.clock)
        system = SystemClock(lambda: self.now_ns, lambda: self.asleep_ns)
        monkeypatch.setattr(compose, "system_clock", lambda _platform: system)
        self.screen = Screen()
        self.keys = NoMediaKeys()
        held = partial(Awake, self.screen.take_hold, AtOnce())
        monkeypatch.setattr(compose, "Awake", held)
        monkeypatch.setattr(compose, "open_media_keys", lambda: self.keys)
        self.programs: list[Program] = []

    def clock(self, _source: object, speed: float = 1.0) -> ScaledClock:
        """A clock whose source is moved by hand."""
        return ScaledClock(lambda: self.now_ns, speed)

    def start(self, page: str = "guide", speed: float = 1.0) -> Program:
        program = Program(Options(self.folder, page, speed), self.folder / "cache")
        self.programs.append(program)
        program.window.show()
        program.window.activateWindow()
        QApplication.processEvents()
        return program

    def pass_ms(self, program: Program, milliseconds: int) -> None:
        """Let real time pass, and wake the driver as its timer would."""
        self.now_ns += milliseconds * 1_000_000
        timer_of(program.driver).timeout.emit()

    def close(self) -> None:
        for program in self.programs:
            program.window.hold_open = False
            program.caller.stop()
            program.window.close()
            program.window.deleteLater()
            program.close()
