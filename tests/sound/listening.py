"""A recording of what a sound server plays, and what can be heard in it."""

import os
import time
import wave
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Thread

import numpy as np
from numpy.typing import NDArray
from tests.sound.server import LONGEST_SERVER_S, SPEAKER, Server, running

from constructive_rest import paths
from constructive_rest.sound.bells import BELL_NAMES

RATE_HZ = 44_100
NOISE = 0.002
FULL = 0.999
STEP = RATE_HZ // 200
NEARBY_S = 2.0
HISS_HZ = 4_000

Samples = NDArray[np.float64]


@dataclass
class Recording:
    """Samples between -1 and 1, and by which moment of the monotonic clock each had arrived."""

    chunks: list[tuple[int, float]] = field(default_factory=list)
    raw: bytearray = field(default_factory=bytearray)

    def keep(self, chunk: bytes) -> None:
        self.raw += chunk
        self.chunks.append((len(self.raw) // 2, time.monotonic()))

    def samples(self) -> Samples:
        return np.frombuffer(bytes(self.raw[: len(self.raw) // 2 * 2]), "<i2") / 32768

    def index(self, moment_s: float) -> int:
        """The sample that was played at `moment_s`, by the chunks that came soonest near it."""
        near = [
            arrived_s - count / RATE_HZ
            for count, arrived_s in self.chunks
            if abs(arrived_s - moment_s) < NEARBY_S
        ]
        return round((moment_s - min(near)) * RATE_HZ)

    def moment_s(self, index: int) -> float:
        """The moment at which a sample was played, the reverse of `index`."""
        near = [arrived_s for count, arrived_s in self.chunks if count >= index]
        return near[0] - (self.index(near[0]) - index) / RATE_HZ


@contextmanager
def recording(server: Server) -> Iterator[Recording]:
    """All that the server's speaker plays meanwhile."""
    heard = Recording()
    words = ["parec", f"--device={SPEAKER}.monitor", "--format=s16le", "--channels=1", "--raw"]
    words += [f"--rate={RATE_HZ}", "--latency-msec=20"]
    with running(words, server.environ, longest_s=LONGEST_SERVER_S) as recorder:
        assert recorder.stdout is not None
        pipe = recorder.stdout.fileno()

        def listen() -> None:
            while chunk := os.read(pipe, 1 << 16):
                heard.keep(chunk)

        listener = Thread(target=listen)
        listener.start()
        yield heard
        recorder.kill()
        listener.join()


def onset(sound: Samples, first: int, last: int) -> int | None:
    """The sample from `first` to `last` from which something is heard; None in silence."""
    loud = np.abs(sound[max(first, 0) : last]) > NOISE
    return max(first, 0) + int(np.argmax(loud)) if loud.any() else None


def shipped(name: str) -> Samples:
    with wave.open(str(paths.resources() / "sounds" / f"{name}.wav")) as file:
        return np.frombuffer(file.readframes(file.getnframes()), "<i2") / 32768


def timbre(sound: Samples) -> Samples:
    """The shape of the spectrum of the first second, of length 1 and blind to loudness."""
    first = sound[:RATE_HZ] * np.hanning(min(RATE_HZ, len(sound)))
    size = np.abs(np.fft.rfft(first, RATE_HZ))[:6_000]
    broad = np.convolve(size, np.ones(5), "same")
    return np.asarray(broad / np.linalg.norm(broad))


def likeness(sound: Samples) -> dict[str, float]:
    """How like each bell `sound` is, from 0 to 1."""
    heard = timbre(sound)
    return {name: float(heard @ timbre(shipped(name))) for name in BELL_NAMES}


def hiss(sound: Samples) -> Samples:
    """In steps of 5 ms, how loud `sound` is above 4 kHz, where a voice sounds and no bell does."""
    high = np.fft.rfft(sound)
    high[: round(HISS_HZ / RATE_HZ * len(sound))] = 0
    only = np.fft.irfft(high, len(sound))
    whole = only[: len(only) // STEP * STEP].reshape(-1, STEP)
    return np.asarray(np.sqrt(np.mean(whole**2, axis=1)))
