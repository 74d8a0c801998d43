"""A voice whose process answers, dies, hangs or never gets ready, and a window that never waits."""

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise

import pytest
from PySide6.QtCore import QElapsedTimer, QObject, QProcess, Qt, QTimer
from pytestqt.qtbot import QtBot

from constructive_rest.content import load_practice
from constructive_rest.practice.setup import Eyes
from constructive_rest.practice.timeline import CueDensity, fit
from constructive_rest.sound.helper_voice import IDLE_MS, MOST_FAILURES, HelperVoice
from constructive_rest.sound.voice import Manner

MANNER = Manner("", 0, 70)
ADVICE = "Install a voice."
LONGEST_STALL_MS = 50
TRIES = 4

HEAD = """
import sys, time
from constructive_rest.sound.voice_messages import *
def tell(answer):
    sys.stdout.buffer.write(write(answer)); sys.stdout.buffer.flush()
"""
ANSWERING = (
    HEAD
    + """
tell(Voices(("Anne", "Anne+Adam", "Bob")))
for line in sys.stdin.buffer:
    request = read(line)
    if isinstance(request, Say):
        print(request.text, request.voice, request.pace, round(request.volume, 2), file=sys.stderr)
        if request.text != "Go on for ever.":
            tell(Ended(request.number))
    else:
        tell(Ended(number)) if (number := globals().get("number")) else None
    if isinstance(request, Say):
        number = request.number
"""
)
DEAF = (
    HEAD
    + """
tell(Voices(("Anne",)))
for line in sys.stdin.buffer:
    pass
"""
)
DYING = (
    HEAD
    + """
tell(Voices(("Anne",)))
for line in sys.stdin.buffer:
    sys.exit(3)
"""
)
UNUSABLE = HEAD + "tell(Unusable('no module'))\nsys.stdin.read()\n"
SILENT = "import sys\nsys.stdin.read()\n"


class Heard:
    """A voice with a made-up process, and what it told."""

    def __init__(self, script: str, ready_ms: int = 30_000, stop_ms: int = 300) -> None:
        command = [sys.executable, "-c", script]
        self.voice = HelperVoice(
            lambda: ADVICE, command=command, ready_ms=ready_ms, stop_ms=stop_ms
        )
        self.ends = 0
        self.changes: list[str | None] = []
        self.voice.ended.connect(self._count)
        self.voice.changed.connect(lambda: self.changes.append(self.voice.reason()))

    def _count(self) -> None:
        self.ends += 1

    def process(self) -> QProcess | None:
        running = QProcess.ProcessState.Running
        found = self.voice.findChildren(QProcess)
        return next((process for process in found if process.state() == running), None)

    def ready(self) -> bool:
        return bool(self.voice.names())


Make = Callable[..., Heard]


@pytest.fixture
def make(qapp: object) -> Iterator[Make]:
    made: list[Heard] = []

    def new(*given: object, **named: int) -> Heard:
        made.append(Heard(*given, **named))  # type: ignore[arg-type]
        return made[-1]

    yield new
    for heard in made:
        heard.voice.close()


def test_nothing_is_started_before_it_is_needed(make: Make) -> None:
    heard = make(ANSWERING)
    assert heard.process() is None
    assert list(heard.voice.names()) == []
    heard.voice.hush()
    assert heard.process() is None


def test_the_voices_are_known_once_it_is_ready(make: Make, qtbot: QtBot) -> None:
    heard = make(ANSWERING)
    heard.voice.start()
    qtbot.waitUntil(heard.ready)
    assert heard.voice.names() == ["Anne", "Bob"]
    assert heard.voice.reason() is None
    assert heard.changes == [None]


def test_a_line_is_spoken_in_its_manner_and_ends(
    make: Make, qtbot: QtBot, capfd: pytest.CaptureFixture[str]
) -> None:
    heard = make(ANSWERING)
    with qtbot.waitSignal(heard.voice.ended):
        heard.voice.say("Hello.", Manner("Bob", -20, 50))
    assert "Hello. Bob -0.2 0.15" in capfd.readouterr().err
    assert heard.ends == 1


def test_a_second_rest_uses_the_same_process(make: Make, qtbot: QtBot) -> None:
    heard = make(ANSWERING)
    heard.voice.start()
    qtbot.waitUntil(heard.ready)
    before = heard.process()
    heard.voice.start()
    with qtbot.waitSignal(heard.voice.ended):
        heard.voice.say("Hello.", MANNER)
    assert heard.process() is before


def test_what_is_hushed_does_not_end_again(make: Make, qtbot: QtBot) -> None:
    heard = make(ANSWERING)
    heard.voice.start()
    qtbot.waitUntil(heard.ready)
    heard.voice.say("Go on for ever.", MANNER)
    heard.voice.hush()
    with qtbot.waitSignal(heard.voice.ended):
        heard.voice.say("Hello.", MANNER)
    assert heard.ends == 1


def test_no_usable_speech_is_told_with_what_to_install(make: Make, qtbot: QtBot) -> None:
    heard = make(UNUSABLE)
    with qtbot.waitSignal(heard.voice.ended):
        heard.voice.say("Hello.", MANNER)
    assert heard.voice.reason() == ADVICE
    assert heard.changes == [ADVICE]
    qtbot.waitUntil(lambda: heard.process() is None)
    with qtbot.waitSignal(heard.voice.ended):
        heard.voice.say("Hello.", MANNER)
    assert heard.process() is None


def test_a_voice_installed_meanwhile_is_found_at_the_next_start(make: Make, qtbot: QtBot) -> None:
    heard = make(UNUSABLE)
    with qtbot.waitSignal(heard.voice.changed):
        heard.voice.start()
    heard.voice._command = [sys.executable, "-c", ANSWERING]
    with qtbot.waitSignal(heard.voice.changed):
        heard.voice.start()
    assert heard.voice.reason() is None


def test_a_process_that_dies_in_mid_line_is_replaced(make: Make, qtbot: QtBot) -> None:
    heard = make(ANSWERING)
    heard.voice.start()
    qtbot.waitUntil(heard.ready)
    heard.voice.say("Go on for ever.", MANNER)
    process = heard.process()
    assert process is not None
    with qtbot.waitSignal(heard.voice.ended):
        os.kill(process.processId(), signal.SIGKILL)
    assert heard.voice.reason() is None
    with qtbot.waitSignal(heard.voice.ended):
        heard.voice.say("Hello again.", MANNER)


def _more(heard: Heard, before: int) -> bool:
    return heard.ends > before


@pytest.mark.parametrize("script", [DYING, "import sys; sys.exit(1)"])
def test_one_that_keeps_dying_is_given_up(make: Make, qtbot: QtBot, script: str) -> None:
    heard = make(script)
    heard.voice.start()
    for _ in range(MOST_FAILURES):
        if heard.voice.reason() is None:
            heard.voice.say("Hello.", MANNER)
            before = heard.ends
            qtbot.waitUntil(partial(_more, heard, before), timeout=20_000)
    qtbot.waitUntil(lambda: heard.voice.reason() is not None, timeout=20_000)
    assert "stopped answering" in (heard.voice.reason() or "")
    qtbot.waitUntil(lambda: heard.process() is None)


def test_one_that_cannot_be_started_is_given_up(qtbot: QtBot) -> None:
    voice = HelperVoice(lambda: ADVICE, command=["/nowhere/python"])
    voice.start()
    qtbot.waitUntil(lambda: voice.reason() is not None)
    voice.close()


def test_one_that_never_gets_ready_is_given_up(make: Make, qtbot: QtBot) -> None:
    heard = make(SILENT, ready_ms=200)
    heard.voice.say("Hello.", MANNER)
    qtbot.waitUntil(lambda: heard.voice.reason() is not None)
    assert heard.ends == 1
    qtbot.waitUntil(lambda: heard.process() is None)


def test_one_that_does_not_fall_silent_is_replaced(make: Make, qtbot: QtBot) -> None:
    heard = make(DEAF)
    heard.voice.start()
    qtbot.waitUntil(heard.ready)
    first = heard.process()
    heard.voice.say("Hello.", MANNER)
    heard.voice.hush()
    qtbot.waitUntil(lambda: heard.process() not in (None, first) and heard.ready())
    assert heard.voice.reason() is None


def test_it_outlives_the_longest_silence_between_two_spoken_cues() -> None:
    timeline = fit(load_practice(), 30 * 60_000, Eyes.OPEN, CueDensity.SPARSE)
    spoken = [cue.at_ms for cue in timeline.cues if cue.spoken]
    assert max(after - before for before, after in pairwise(spoken)) < IDLE_MS


class Pulse(QObject):
    """Fires every few milliseconds, as the countdown might, and remembers its longest pause."""

    def __init__(self) -> None:
        super().__init__()
        self.longest_ms = 0
        self._since = QElapsedTimer()
        self._since.start()
        self._timer = QTimer(self, interval=5)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        self.longest_ms = max(self.longest_ms, self._since.restart())


def use(heard: Heard, qtbot: QtBot, stop: signal.Signals | None) -> int:
    """Speak and hush for a second or so beside a pulse; the pulse's longest pause."""
    pulse = Pulse()
    heard.voice.start()
    process = heard.process()
    if stop is not None:
        qtbot.waitUntil(heard.ready)
        process = heard.process()
        assert process is not None
        os.kill(process.processId(), stop)
    pulse.longest_ms = 0
    until = time.monotonic() + 1.2
    while time.monotonic() < until:
        heard.voice.say("Feel the floor. " * 50, MANNER)
        qtbot.wait(30)
        heard.voice.hush()
        qtbot.wait(30)
    heard.voice.close()
    return pulse.longest_ms


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot stop a process")
@pytest.mark.parametrize(
    ("script", "stop"),
    [
        (ANSWERING, signal.SIGKILL),
        (ANSWERING, getattr(signal, "SIGSTOP", signal.SIGTERM)),
        (DEAF, None),
        (SILENT, None),
    ],
    ids=["killed", "hung", "never ending", "never ready"],
)
def test_the_countdown_does_not_stutter(
    make: Make, qtbot: QtBot, script: str, stop: signal.Signals | None
) -> None:
    # A computer busy with something else stalls the pulse too, but not each time; waiting would.
    pauses: list[int] = []
    while len(pauses) < TRIES and min(pauses, default=LONGEST_STALL_MS) >= LONGEST_STALL_MS:
        pauses.append(use(make(script), qtbot, stop))
    assert min(pauses) < LONGEST_STALL_MS, pauses
