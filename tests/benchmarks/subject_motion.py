"""The guide as someone steps through it: first with no picture drawn yet, then at rest.

Tells the longest silence of the event loop and the longest work in one turn of it in ms, how many
passages follow, and for each the numbers of both steps, frames a second, the median and the longest
gap between frames in ms, and how much processor time a frame takes in the window and in the process
that moves the figure.
"""

import itertools
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median

from PySide6.QtCore import QEvent, QEventLoop, QObject, QProcess, QTimer
from tests.benchmarks.painting import tell
from tests.benchmarks.process import clock_s

from constructive_rest.compose import Options, Program
from constructive_rest.main import application

MS = 1000
PATIENCE_S = 60
TICK_MS = 2
HURRIED_MS = 300
RESTED_MS = 400

app = application()
folder = Path(sys.argv[1])
program = Program(Options(folder), folder / "cache")
program.preferences.take(replace(program.preferences.settings, body="reed", gentle_motion=True))
window, guide = program.window, program.guide


def spin(milliseconds: float, until: Callable[[], bool] = lambda: False) -> None:
    """Let the window live for so long, or until something holds."""
    loop = QEventLoop()
    watch = QTimer(interval=TICK_MS)
    end = time.monotonic() + milliseconds / MS
    watch.timeout.connect(lambda: loop.quit() if until() or time.monotonic() > end else None)
    watch.start()
    loop.exec()


def quiet() -> bool:
    """Whether every picture that was wanted has come, and nothing moves."""
    return guide.figure.settled and not program.renderer.busy


class Paints(QObject):
    """Notes when each frame of the moving figure was first painted."""

    def __init__(self) -> None:
        super().__init__(guide)
        self.shown: list[tuple[int, float]] = []
        guide.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Look for paint events."""
        frame = guide.figure.moving.frame
        if event.type() != QEvent.Type.Paint or frame is None:
            return False
        if not self.shown or self.shown[-1][0] != frame.place:
            self.shown.append((frame.place, time.monotonic()))
        return False


class Silence:
    """The longest time between two turns of the event loop, and the longest work in one."""

    def __init__(self) -> None:
        self.longest = self.work = 0.0
        self._last, self._worked = time.monotonic(), time.thread_time()
        self._timer = QTimer(interval=1)
        self._timer.timeout.connect(self._turn)
        self._timer.start()

    def _turn(self) -> None:
        now, worked = time.monotonic(), time.thread_time()
        self.longest = max(self.longest, now - self._last)
        self.work = max(self.work, worked - self._worked)
        self._last, self._worked = now, worked

    def stop(self) -> None:
        """Measure no longer."""
        self._timer.stop()


def step_through() -> Silence:
    """Go on before anything has been drawn, to the last step and back."""
    silence = Silence()
    for by in (1, -1):
        for _ in range(len(guide.steps) - 1):
            guide.go(by)
            spin(HURRIED_MS)
    spin(PATIENCE_S * MS, quiet)
    silence.stop()
    return silence


def passage(start: int, end: int) -> None:
    """Move from one step to another, and tell how that went."""
    guide.open_step(start)
    spin(PATIENCE_S * MS, quiet)
    guide.figure.get_ready()
    spin(RESTED_MS)
    shown: list[tuple[int, float]] = []
    paints.shown = shown
    before = costs()
    guide.open_step(end)
    spin(PATIENCE_S * MS, lambda: len(shown) > 1 and quiet())
    gaps = [(late[1] - early[1]) * MS for early, late in itertools.pairwise(shown)]
    took = shown[-1][1] - shown[0][1]
    spent = [(late - early) * MS / len(shown) for early, late in zip(before, costs(), strict=True)]
    for number in (start + 1, end + 1, len(gaps) / took, median(gaps), max(gaps), *spent):
        tell(number)


def costs() -> tuple[float, float]:
    """Processor seconds of this process so far, and of the one that moves the figure."""
    movers = program.renderer.passages.findChildren(QProcess)
    return time.process_time(), sum(clock_s(mover.processId()) for mover in movers)


window.resize(int(sys.argv[2]), int(sys.argv[3]))
window.show()
paints = Paints()
silence = step_through()
tell(silence.longest * MS)
tell(silence.work * MS)
moving = [
    number
    for number in range(len(guide.steps) - 1)
    if guide.steps[number].picture != guide.steps[number + 1].picture
]
ways = [way for number in moving for way in ((number, number + 1), (number + 1, number))]
tell(len(ways))
for way in ways:
    passage(*way)
program.close()
