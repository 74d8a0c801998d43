"""A whole rest in the whole program, with its moments told: `python -m tests.sound.rester`.

Arguments: a folder for the data, how much faster the clock runs, the voice's pace, and the seconds
to wait at most for the voice before Begin. Each line it prints is a JSON object: what happened, a
text, and the moment by the system's monotonic clock; a bell that is `due` is told before it rings.
"""

import json
import sys
import time
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from tests.ui.stand_ins import HandRenderer

from constructive_rest import compose
from constructive_rest.compose import Options, Program
from constructive_rest.practice.timeline import Timeline
from constructive_rest.sound.voice import Manner

WALK_DOWN_S = 30
LAST_BELL_MS = 7_000


def tell(what: str, text: str, at_s: float) -> None:
    print(json.dumps({"what": what, "text": text, "at_s": at_s}), flush=True)  # noqa: T201


def tell_plan(timeline: Timeline, zero_s: float, speed: float) -> None:
    """Every bell and cue of the rest, at the moment when it is due."""
    names = ["begin"] + ["phase"] * (len(timeline.phases) - 1) + ["end"]
    starts = [*(phase.start_ms for phase in timeline.phases), timeline.planned_ms]
    for name, start_ms in zip(names, starts, strict=True):
        tell("bell due", name, zero_s + start_ms / 1000 / speed)
    for cue in (*timeline.walk_down, *timeline.cues):
        tell("cue due", cue.text, zero_s + cue.at_ms / 1000 / speed)


def main(folder: Path, speed: float, pace: int, wait_s: float) -> None:
    app = QApplication([])
    setattr(compose, "Renderer", HandRenderer)  # noqa: B010 - for mypy, which knows no Renderer there
    program = Program(Options(folder, "guide", speed), folder / "cache")
    settings = replace(program.preferences.settings, minutes=5, walk_down_s=WALK_DOWN_S, pace=pace)
    program.preferences.take(replace(settings, volume=100))
    program.window.show()
    say = program.voice.say

    def said(text: str, manner: Manner) -> None:
        tell("spoken", text, time.monotonic())
        say(text, manner)

    hush = program.voice.hush

    def hushed() -> None:
        tell("voice ended", "silenced", time.monotonic())
        hush()

    program.voice.say = said  # type: ignore[method-assign]
    program.voice.hush = hushed  # type: ignore[method-assign]
    program.voice.ended.connect(lambda: tell("voice ended", "", time.monotonic()))
    program.voice.changed.connect(lambda: tell("voice", str(program.voice.reason()), 0.0))
    program.flow.bell.connect(lambda name, _loudness: tell("rung", name, time.monotonic()))
    program.flow.ended.connect(lambda *_what: QTimer.singleShot(LAST_BELL_MS, app.quit))

    def begin() -> None:
        if program.driver.underway:
            return
        program.flow.begin(None)
        session = program.driver.session
        if session is not None:
            zero_s = time.monotonic() + WALK_DOWN_S / speed
            tell_plan(session.timeline, zero_s, speed)

    if wait_s:
        program.navigation.open("settings")
        program.voice.changed.connect(begin)
    QTimer.singleShot(round(wait_s * 1000), begin)
    app.exec()
    program.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4]))
