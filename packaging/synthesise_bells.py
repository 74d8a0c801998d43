"""Write begin.wav, phase.wav and end.wav, the bells, and wake.wav into resources/sounds.

The same bytes come out each time: nothing is random but a seeded sequence that Python promises to
keep. Pitches, decays and levels are our judgement; the sources of the ratios stand beside them.
"""

import argparse
import random
import wave
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float64]

RATE_HZ = 44_100
WAKE_S = 1.2
WAKE_DBFS = -70.0
WAKE_SEED = 20
WAKE_SMOOTHING = 128
FADE_S = 1.2
TWIN_LEVEL = 0.3
SILENT_TAIL_S = 0.05
SOUNDS = Path(__file__).resolve().parents[1] / "resources" / "sounds"


@dataclass(frozen=True, slots=True)
class Partial:
    """One tone of a bell: ratio to the stroke's pitch, level, and seconds to fall to 1/e."""

    ratio: float
    level: float
    decay_s: float


@dataclass(frozen=True, slots=True)
class Timbre:
    """What is struck. `attack_s` is the mallet's softness, at least 0.008 s.

    No bowl is quite round, so each partial is two tones that swell and ebb: `beat_hz` apart at
    ratio 1, further at higher ratios, so that they never ebb all at once.
    """

    partials: tuple[Partial, ...]
    attack_s: float
    beat_hz: float


@dataclass(frozen=True, slots=True)
class Stroke:
    """One blow, `at_s` seconds after the start, at `hz`, `gain` times as loud as another."""

    at_s: float
    hz: float
    gain: float


@dataclass(frozen=True, slots=True)
class Bell:
    """A whole sound: its length, and its loudest sample in dBFS."""

    name: str
    timbre: Timbre
    strokes: tuple[Stroke, ...]
    seconds: float
    peak_dbfs: float


def ring_ratio(nodes: int) -> float:
    """How high a thin ring bends in `nodes` (2 or more) waves, against two waves.

    Rayleigh, The Theory of Sound, vol. I, § 233; the rim of a bowl comes close to it.
    """
    return float(_ring_speed(nodes) / _ring_speed(2))


def _ring_speed(nodes: int) -> float:
    return float(nodes * (nodes**2 - 1) / (nodes**2 + 1) ** 0.5)


BOWL = Timbre(
    partials=(
        Partial(ring_ratio(2), 1.0, 1.30),
        Partial(ring_ratio(3), 0.42, 0.80),
        Partial(ring_ratio(4), 0.14, 0.42),
        Partial(ring_ratio(5), 0.04, 0.22),
    ),
    attack_s=0.030,
    beat_hz=1.1,
)
# Small speakers barely sound below 200 Hz, so the low bowl leans on its second and third partial.
LOW_BOWL = Timbre(
    partials=(
        Partial(ring_ratio(2), 1.0, 1.40),
        Partial(ring_ratio(3), 0.60, 0.95),
        Partial(ring_ratio(4), 0.16, 0.45),
    ),
    attack_s=0.045,
    beat_hz=0.8,
)
# The partials of a bell cast with a major third (A. Lehr, "A carillon of major-third bells", 1985),
# the upper ones stretched as in cast bells.
BRIGHT_BELL = Timbre(
    partials=(
        Partial(0.5, 0.45, 1.20),
        Partial(1.0, 0.80, 0.95),
        Partial(1.25, 0.38, 0.75),
        Partial(1.5, 0.22, 0.55),
        Partial(2.005, 0.70, 0.60),
        Partial(2.66, 0.18, 0.35),
        Partial(3.02, 0.24, 0.28),
        Partial(4.17, 0.14, 0.16),
    ),
    attack_s=0.010,
    beat_hz=0.6,
)

BELLS = (
    Bell("begin", BOWL, (Stroke(0.0, 293.7, 0.8), Stroke(1.3, 392.0, 1.0)), 5.2, -10.0),
    Bell("phase", LOW_BOWL, (Stroke(0.0, 174.6, 1.0),), 4.8, -15.0),
    Bell(
        "end",
        BRIGHT_BELL,
        (Stroke(0.0, 587.3, 0.8), Stroke(1.4, 587.3, 0.9), Stroke(2.8, 587.3, 1.0)),
        5.6,
        -7.0,
    ),
)


def tone(timbre: Timbre, hz: float, seconds: float) -> Samples:
    """One stroke from its first moment on: raised-cosine attack, then every partial dies away."""
    t = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    sound = np.zeros_like(t)
    for partial in timbre.partials:
        low = 2 * np.pi * hz * partial.ratio * t
        high = low + 2 * np.pi * timbre.beat_hz * partial.ratio**0.5 * t
        pair = np.sin(low) + TWIN_LEVEL * np.sin(high)
        sound += partial.level * np.exp(-t / partial.decay_s) * pair
    attack = 0.5 - 0.5 * np.cos(np.pi * np.minimum(t / timbre.attack_s, 1.0))
    return np.asarray(attack * sound)


def near_silence() -> Samples:
    """Noise that nobody hears but that wakes a sleeping Bluetooth speaker: low, and at -70 dBFS.

    It is played ahead of every sound, since an idle speaker swallows what comes first.
    """
    sequence = random.Random(WAKE_SEED)
    count = round(WAKE_S * RATE_HZ)
    white = [sequence.random() - 0.5 for _ in range(count + WAKE_SMOOTHING - 1)]
    low = np.convolve(white, np.hanning(WAKE_SMOOTHING), mode="valid")
    loudness = np.sqrt(np.mean(low**2))
    return np.asarray(low / loudness * 10 ** (WAKE_DBFS / 20))


def synthesise(bell: Bell) -> Samples:
    """The whole sound between -1 and 1, from its first blow to exact silence."""
    sound = np.zeros(round(bell.seconds * RATE_HZ))
    for stroke in bell.strokes:
        first = round(stroke.at_s * RATE_HZ)
        rest_s = (len(sound) - first) / RATE_HZ
        sound[first:] += stroke.gain * tone(bell.timbre, stroke.hz, rest_s)
    silent, fading = round(SILENT_TAIL_S * RATE_HZ), round(FADE_S * RATE_HZ)
    fade = 0.5 + 0.5 * np.cos(np.linspace(0.0, np.pi, fading))
    sound[-silent - fading : -silent] *= fade
    sound[-silent:] = 0.0
    sound *= 10 ** (bell.peak_dbfs / 20) / np.max(np.abs(sound))
    return sound


def write(name: str, sound: Samples, folder: Path) -> Path:
    """Write `sound` as 16-bit mono into `folder`; an older file is replaced. Raises OSError."""
    path = folder / f"{name}.wav"
    samples = np.round(sound * 32767).astype("<i2")
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE_HZ)
        file.writeframes(samples.tobytes())
    return path


def sounds() -> dict[str, Samples]:
    """Every sound by its name."""
    return {bell.name: synthesise(bell) for bell in BELLS} | {"wake": near_silence()}


def main() -> None:
    """Write every sound into the folder named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=SOUNDS)
    folder: Path = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    for name, sound in sounds().items():
        print(write(name, sound, folder))


if __name__ == "__main__":
    main()
