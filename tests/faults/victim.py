"""The program without a screen, resting by itself and telling on standard output how far it is.

`victim.py DATA_FOLDER SPEED END_AFTER_MS ANSWER`: a rest of five minutes after the shortest
walk-down, ended early once END_AFTER_MS of it are rested (0: rested to its end). ANSWER is `keep`
to rate it at once, `keep-later` or `skip-later` to do so a little after.

Each line is a word and a whole number: `built`, `walking`, `began`, `shown` (milliseconds rested,
as the page shows them), `ended`, `kept`, `over`; `banner` is followed by what the banner says.
"""

import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer

from constructive_rest.compose import Options, Program
from constructive_rest.main import application
from constructive_rest.opening import open_program

WALK_DOWN_S = 15
MINUTES = 5
LATER_MS = 500
EASE_BEFORE, EASE_AFTER = 4, 7
NOTE = "still here"


def tell(word: str, number: int = 0) -> None:
    """One line, on its way at once."""
    sys.stdout.write(f"{word} {number}\n")
    sys.stdout.flush()


class Resting:
    """One rest of a program, told as it happens."""

    def __init__(self, program: Program, end_after_ms: int, answer: str) -> None:
        self._program = program
        self._answer = answer
        self._end_after_ms = end_after_ms
        self._said = ""
        program.driver.moved.connect(self._shown)
        program.flow.began_walking.connect(lambda: tell("walking"))
        program.flow.began.connect(lambda *_: tell("began"))
        program.flow.ended.connect(self._ended)
        program.flow.reflected.connect(lambda *_: tell("kept"))
        program.flow.over.connect(lambda: tell("over"))
        settings = program.preferences.settings
        program.preferences.take(replace(settings, minutes=MINUTES, walk_down_s=WALK_DOWN_S))

    def begin(self) -> None:
        """Press Begin."""
        self._program.guide.begin_asked.emit(EASE_BEFORE)

    def _shown(self, position_ms: int) -> None:
        self._tell_banner()
        if position_ms <= 0 or not self._program.driver.underway:
            return
        tell("shown", position_ms)
        if 0 < self._end_after_ms <= position_ms:
            self._end_after_ms = 0
            QTimer.singleShot(0, self._program.driver.end_early)

    def _ended(self, rested_ms: int, _whole: bool) -> None:
        tell("ended", rested_ms)
        kept = self._program.reflect.kept
        wait_ms = LATER_MS if self._answer.endswith("later") else 0
        if self._answer.startswith("skip"):
            QTimer.singleShot(wait_ms, lambda: kept.emit(None, ""))
        else:
            QTimer.singleShot(wait_ms, lambda: kept.emit(EASE_AFTER, NOTE))

    def _tell_banner(self) -> None:
        banner = self._program.window.banner
        said = banner.accessibleName() if banner.isVisible() else ""
        if said != self._said:
            self._said = said
            sys.stdout.write(f"banner {said}\n")
            sys.stdout.flush()


def main() -> int:
    """Rest until someone ends this process."""
    folder, speed, end_after_ms, answer = sys.argv[1:]
    app = application()
    program, problem = open_program(Options(Path(folder), "guide", float(speed)))
    if program is None:
        sys.stderr.write(problem)
        return 1
    resting = Resting(program, int(end_after_ms), answer)
    program.window.show()
    tell("built")
    QTimer.singleShot(0, resting.begin)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
