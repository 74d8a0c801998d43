import wave
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

import synthesise_bells as synthesis
from constructive_rest.practice.timeline import LEAD_MS
from constructive_rest.practice.turns import BELL_MS
from constructive_rest.sound.bells import WAKE_AHEAD_MS

ROOT = Path(__file__).resolve().parents[2]
SOUNDS = ROOT / "resources" / "sounds"
NAMES = ("begin", "phase", "end")
RATE_HZ = 44_100

Samples = NDArray[np.float64]


def shipped(name: str) -> Samples:
    with wave.open(str(SOUNDS / f"{name}.wav")) as file:
        shape = file.getnchannels(), file.getsampwidth(), file.getframerate()
        assert shape == (1, 2, RATE_HZ)
        raw = np.frombuffer(file.readframes(file.getnframes()), "<i2")
    return np.asarray(raw / 32768)


def dbfs(level: float) -> float:
    return float(20 * np.log10(level))


def loudness(sound: Samples) -> float:
    return dbfs(float(np.sqrt(np.mean(sound**2))))


def spectrum(sound: Samples) -> tuple[Samples, Samples]:
    size = np.abs(np.fft.rfft(sound * np.hanning(len(sound))))
    return np.asarray(np.fft.rfftfreq(len(sound), 1 / RATE_HZ)), np.asarray(size)


def brightness_hz(sound: Samples) -> float:
    hz, size = spectrum(sound[:RATE_HZ])
    return float(np.sum(hz * size) / np.sum(size))


def onsets(sound: Samples) -> list[float]:
    """Seconds at which the envelope, in steps of 50 ms, jumps by 6 dB or more to be loud."""
    step = round(0.05 * RATE_HZ)
    before = np.concatenate((np.zeros(step), sound))
    levels = [loudness(before[at : at + step] + 1e-9) for at in range(0, len(sound), step)]
    peak = max(levels)
    jumps = [
        i for i in range(1, len(levels)) if levels[i] - levels[i - 1] > 6 and levels[i] > peak - 15
    ]
    return [(i - 1) * 0.05 for i in jumps if i - 1 not in jumps]


@pytest.mark.parametrize("name", [*NAMES, "wake"])
def test_the_shipped_file_is_what_the_script_writes_each_time(tmp_path: Path, name: str) -> None:
    first = synthesis.write(name, synthesis.sounds()[name], tmp_path).read_bytes()
    second = synthesis.write(name, synthesis.sounds()[name], tmp_path).read_bytes()
    assert first == second == (SOUNDS / f"{name}.wav").read_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_a_bell_is_short_small_and_never_loud(name: str) -> None:
    sound = shipped(name)
    assert len(sound) / RATE_HZ <= BELL_MS / 1000
    assert (SOUNDS / f"{name}.wav").stat().st_size < 500_000
    assert dbfs(float(np.max(np.abs(sound)))) <= -6.0


def test_what_wakes_a_speaker_is_inaudible_and_lasts_until_the_bell() -> None:
    wake = shipped("wake")
    assert len(wake) / RATE_HZ > WAKE_AHEAD_MS / 1000 + 0.3
    assert loudness(wake) == pytest.approx(-70.0, abs=1.0)
    assert np.mean(wake != 0) > 0.9
    hz, size = spectrum(wake)
    assert np.sum(size[hz < 1000] ** 2) > 0.95 * np.sum(size**2)


@pytest.mark.parametrize("name", NAMES)
def test_a_bell_starts_softly(name: str) -> None:
    after = np.abs(shipped(name))
    peak = float(np.max(after[: RATE_HZ // 4]))
    assert float(np.max(after[: round(0.001 * RATE_HZ)])) < 0.05 * peak
    assert float(np.max(after[: round(0.004 * RATE_HZ)])) < 0.60 * peak


@pytest.mark.parametrize("name", NAMES)
def test_a_bell_dies_away_into_exact_silence(name: str) -> None:
    sound = shipped(name)
    assert not np.any(sound[-round(0.05 * RATE_HZ) :])
    last = [
        loudness(sound[-round(s * RATE_HZ) :][: RATE_HZ // 10] + 1e-9)
        for s in (1.2, 0.9, 0.6, 0.3, 0.15)
    ]
    assert last == sorted(last, reverse=True)
    assert abs(float(np.mean(sound))) < 1e-4


def test_begin_strikes_twice_phase_once_and_end_three_times() -> None:
    assert onsets(shipped("begin")) == pytest.approx([0.0, 1.3], abs=0.06)
    assert onsets(shipped("phase")) == pytest.approx([0.0], abs=0.06)
    assert onsets(shipped("end")) == pytest.approx([0.0, 1.4, 2.8], abs=0.06)


def test_the_bells_differ_in_timbre_and_loudness() -> None:
    phase, begin, end = (brightness_hz(shipped(name)) for name in ("phase", "begin", "end"))
    assert begin > 1.2 * phase
    assert end > 1.2 * begin
    assert loudness(shipped("phase")) < loudness(shipped("begin")) - 3


def test_the_second_stroke_of_begin_rises() -> None:
    sound = shipped("begin")
    strongest = []
    for at_s in (0.0, 1.3):
        first = round(at_s * RATE_HZ)
        hz, size = spectrum(sound[first : first + RATE_HZ])
        strongest.append(float(hz[np.argmax(size)]))
    assert strongest == pytest.approx([293.7, 392.0], abs=2.5)


def test_bowls_ring_at_the_ratios_of_rayleighs_ring() -> None:
    ratios = [synthesis.ring_ratio(nodes) for nodes in (2, 3, 4, 5)]
    assert ratios == pytest.approx([1.0, 2.828, 5.424, 8.771], abs=0.001)


def test_every_mallet_takes_at_least_eight_milliseconds() -> None:
    assert min(bell.timbre.attack_s for bell in synthesis.BELLS) >= 0.008


def test_a_phase_leaves_its_bell_time_to_die_away_before_the_first_cue() -> None:
    assert BELL_MS < LEAD_MS
