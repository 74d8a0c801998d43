"""How exactly a rest ends when the window's thread stalls: `python tests/benchmarks/stalls.py`.

A rest of a minute in real time, six of its moments stalled for two seconds each. Prints how late
its end was told, in milliseconds; a stall that spans the end itself would be no fault of the
driver's, so the last three seconds are left alone.
"""

import random
import sys
import time

from PySide6.QtCore import QCoreApplication, QTimer

from constructive_rest.practice.clock import ScaledClock
from constructive_rest.practice.model import Cue, Glow, Phase, Practice
from constructive_rest.practice.session import Finished
from constructive_rest.practice.setup import Eyes
from constructive_rest.practice.timeline import fit
from constructive_rest.ui.rest_driver import RestDriver

MINUTE_MS = 60_000
STALL_S = 2.0
STALLS = 6
LAST_MS = 3_000
LIMIT_MS = 50


def main() -> int:
    """0 where the end came within the limit."""
    app = QCoreApplication([])
    phases = (
        Phase("lie", "Lie", Glow.WHOLE, (30, 60), (Cue("Rest.", 1),), (5, 20)),
        Phase("rise", "Rise", Glow.FEET, (30, 60), (), (5, 20)),
    )
    practice = Practice("minute", "A minute", (1, 2), phases, (), ())
    driver = RestDriver(ScaledClock(time.monotonic_ns))
    late: list[float] = []
    due_ns = time.monotonic_ns() + MINUTE_MS * 1_000_000

    def heard(event: object) -> None:
        if isinstance(event, Finished):
            late.append((time.monotonic_ns() - due_ns) / 1e6)
            app.quit()

    driver.happened.connect(heard)
    chance = random.Random(7)
    for _ in range(STALLS):
        at_ms = chance.randrange(1_000, MINUTE_MS - LAST_MS - int(STALL_S * 1000))
        QTimer.singleShot(at_ms, lambda: time.sleep(STALL_S))
    due_ns = time.monotonic_ns() + MINUTE_MS * 1_000_000
    driver.begin(fit(practice, MINUTE_MS, Eyes.OPEN), 0)
    app.exec()
    sys.stdout.write(f"the end came {late[0]:.1f} ms late; the limit is {LIMIT_MS} ms\n")
    return 0 if late[0] <= LIMIT_MS else 1


if __name__ == "__main__":
    sys.exit(main())
