"""The real bells on a real sound server: a null sink whose monitor is recorded."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

import numpy as np
import pytest
from numpy.typing import NDArray
from tests.sound.server import Server, needs_a_sound_server, running

from constructive_rest import paths

RATE_HZ = 44_100
STEP_BYTES = RATE_HZ // 10 * 2
NOISE = 0.005
pytestmark = needs_a_sound_server

RINGER = """
import sys, threading
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from constructive_rest.sound.opening import open_bells

app = QCoreApplication([])
bells = open_bells(Path(sys.argv[1]))
bells.set_volume(int(sys.argv[2]))
bells.changed.connect(lambda: print(bells.available(), flush=True))
print(bells.available(), flush=True)
bells.ring("begin")
threading.Thread(target=lambda: (sys.stdin.read(), app.quit())).start()
app.exec()
"""


@contextmanager
def ringing(server: Server, volume: int) -> Iterator[IO[bytes]]:
    """A program that opens the bells and rings *begin*; what it prints."""
    words = [sys.executable, "-c", RINGER, str(paths.resources()), str(volume)]
    with running(words, server.environ) as process:
        assert process.stdout is not None
        yield process.stdout


def stroke(server: Server, volume: int) -> NDArray[np.float64]:
    """One second of what the server plays, from the first sound on, between -1 and 1.

    Raises ValueError where nothing was heard for as long as a process may run.
    """
    words = ["parec", "--device=heard.monitor", "--format=s16le", "--channels=1", "--raw"]
    with running([*words, f"--rate={RATE_HZ}", "--latency-msec=20"], server.environ) as recorder:
        assert recorder.stdout is not None
        recorder.stdout.read(STEP_BYTES)
        with ringing(server, volume) as printed:
            assert printed.readline() == b"True\n"
            step = loud_step(recorder.stdout)
            raw = step + recorder.stdout.read(RATE_HZ * 2)
    return samples(raw)


def loud_step(recording: IO[bytes]) -> bytes:
    while step := recording.read(STEP_BYTES):
        if np.max(np.abs(samples(step))) > NOISE:
            return step
    raise ValueError("nothing was heard")


def samples(raw: bytes) -> NDArray[np.float64]:
    return np.frombuffer(raw, "<i2") / 32768


def strongest_hz(sound: NDArray[np.float64]) -> float:
    size = np.abs(np.fft.rfft(sound * np.hanning(len(sound))))
    return float(np.fft.rfftfreq(len(sound), 1 / RATE_HZ)[np.argmax(size)])


def test_the_first_stroke_of_the_bowl_comes_out_of_the_speaker(server: Server) -> None:
    heard = stroke(server, 100)
    assert strongest_hz(heard) == pytest.approx(293.7, abs=3.0)
    assert 0.2 < float(np.max(np.abs(heard))) < 0.4


def test_half_the_volume_is_much_quieter(server: Server) -> None:
    heard = stroke(server, 50)
    assert strongest_hz(heard) == pytest.approx(293.7, abs=3.0)
    assert 0.02 < float(np.max(np.abs(heard))) < 0.08


def test_bells_notice_that_the_speaker_goes_and_comes(server: Server) -> None:
    server.pactl("load-module", "module-always-sink")
    with ringing(server, 50) as printed:
        assert printed.readline() == b"True\n"
        server.pactl("unload-module", "module-null-sink")
        assert printed.readline() == b"False\n"
        assert server.pactl("get-default-sink") == "auto_null"
        server.pactl("load-module", "module-null-sink", "sink_name=heard")
        assert printed.readline() == b"True\n"
