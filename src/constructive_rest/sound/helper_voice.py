"""The system's speech, spoken by a process of its own that may hang or die."""

import math
import sys
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QTimer, Signal

from constructive_rest.sound.voice import Manner
from constructive_rest.sound.voice_messages import (
    Ended,
    Request,
    Say,
    Stop,
    Unusable,
    Voices,
    read,
    write,
)
from constructive_rest.sound.voices import LANGUAGE, worth_choosing

READY_MS = 30_000
"""The system's speech takes 2 to 3 s to begin with, and longer on a busy computer."""
STOP_MS = 3_000
"""A voice told to stop that has not answered by then hangs."""
IDLE_MS = 20 * 60_000
"""The longest rest with few cues is silent for 12 minutes, which the process must live through."""
CLOSE_MS = 200
MOST_FAILURES = 2
PACE_UNIT = 100
_LOG_100 = math.log(100)


class HelperVoice(QObject):
    """Speaks through a process that is started when it is first needed.

    A process that dies, hangs or never gets ready is ended and another one started, until
    `MOST_FAILURES` in a row have spoken nothing; then it is given up until the next `start`.
    """

    ended = Signal()
    changed = Signal()

    def __init__(
        self,
        advice: Callable[[], str],
        parent: QObject | None = None,
        *,
        command: Sequence[str] | None = None,
        ready_ms: int = READY_MS,
        stop_ms: int = STOP_MS,
    ) -> None:
        super().__init__(parent)
        self._advice = advice
        self._command = list(command or helper_command())
        self._ready_ms, self._stop_ms = ready_ms, stop_ms
        self._process: QProcess | None = None
        self._received = bytearray()
        self._names: Sequence[str] = ()
        self._reason: str | None = None
        self._number = 0
        self._owed: int | None = None
        self._speaking = False
        self._failures = 0
        self._patience = QTimer(self, singleShot=True)
        self._patience.timeout.connect(self._fail)
        self._idle = QTimer(self, singleShot=True, interval=IDLE_MS)
        self._idle.timeout.connect(self._let_go)

    def start(self) -> None:
        """Get ready, which takes seconds; a voice that was given up is tried again."""
        if self._process is None:
            self._failures = 0
            self._launch()
        self._idle.start()

    def say(self, text: str, manner: Manner) -> None:
        """Speak, as soon as it can; what it was saying is cut short."""
        if self._reason is not None:
            self.ended.emit()
            return
        if self._process is None:
            self._launch()
        self._number += 1
        self._owed, self._speaking = self._number, True
        volume = _gain(manner.volume / 100)
        self._send(Say(self._number, text, manner.voice, manner.pace / PACE_UNIT, volume))
        self._idle.start()
        if self._names:
            self._patience.stop()

    def hush(self) -> None:
        """Fall silent. `ended` is not emitted for what is cut short."""
        if self._speaking:
            self._speaking = False
            self._send(Stop())
            if self._names:
                self._patience.start(self._stop_ms)

    def names(self) -> list[str]:
        """The voices to choose from; empty until it is ready."""
        return worth_choosing(self._names)

    def reason(self) -> str | None:
        """Why nothing can be spoken, as sentences for the screen; None where nothing is amiss."""
        return self._reason

    def close(self) -> None:
        """Let go of the system's speech; at most 0.2 s."""
        self._let_go()
        for process in self.findChildren(QProcess):
            process.kill()
            process.waitForFinished(CLOSE_MS)

    def _send(self, request: Request) -> None:
        if self._process is not None:
            self._process.write(write(request))

    def _launch(self) -> None:
        process = QProcess(self)
        process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._fail)
        process.errorOccurred.connect(self._not_started)
        self._process = process
        self._patience.start(self._ready_ms)
        process.start(self._command[0], self._command[1:])

    def _not_started(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._fail()

    def _read(self) -> None:
        if self._process is None:
            return
        self._received += self._process.readAllStandardOutput().data()
        while self._process is not None and (end := self._received.find(b"\n")) >= 0:
            line = bytes(self._received[:end])
            del self._received[: end + 1]
            self._take(read(line))

    def _take(self, answer: object) -> None:
        match answer:
            case Voices(names=names):
                self._names = names
                self._reason = None
                self._patience.stop()
                self.changed.emit()
            case Unusable():
                self._let_go()
                self._say_why(self._advice())
                self._end()
            case Ended(number=number) if number == self._owed:
                self._owed = None
                self._failures = 0
                self._patience.stop()
                self._end()
            case _:
                pass

    def _end(self) -> None:
        if self._speaking:
            self._speaking = False
            self.ended.emit()

    def _fail(self) -> None:
        """The process died, hangs, or never got ready."""
        self._let_go()
        self._failures += 1
        if self._failures < MOST_FAILURES:
            self._launch()
        else:
            self._say_why(
                QCoreApplication.translate(
                    "Sound", "The voice has stopped answering. Bells and light go on without it."
                )
            )
        self._end()

    def _say_why(self, reason: str | None) -> None:
        if reason != self._reason:
            self._reason = reason
            self.changed.emit()

    def _let_go(self) -> None:
        """Part from the process; one that hangs is ended by force, which even a stopped one is."""
        self._patience.stop()
        self._idle.stop()
        self._received.clear()
        self._names = ()
        self._owed = None
        process, self._process = self._process, None
        if process is not None:
            process.readyReadStandardOutput.disconnect(self._read)
            process.finished.disconnect(self._fail)
            process.errorOccurred.disconnect(self._not_started)
            process.finished.connect(process.deleteLater)
            process.kill()
            if process.state() == QProcess.ProcessState.NotRunning:
                process.deleteLater()


def helper_command() -> list[str]:
    """The command line of the speaking process."""
    return [sys.executable, "-m", "constructive_rest.sound.voice_process", LANGUAGE]


def _gain(loudness: float) -> float:
    """The linear factor for a loudness of 0 to 1, on the curve that the bells follow too."""
    return 1.0 if loudness > 0.99 else -math.log(1 - loudness) / _LOG_100
