"""The clocks of each system, by what is asked of it."""

import ctypes
import time

import pytest

from constructive_rest.desktop import clocks
from constructive_rest.desktop.clocks import system_clock

SECOND = 1_000_000_000


class Readings:
    """clock_gettime as each test wants it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, **by_number: int) -> None:
        self.now = {int(number[1:]): reading for number, reading in by_number.items()}
        monkeypatch.setattr(time, "clock_gettime_ns", self.now.__getitem__, raising=False)


def test_linux_sleeps_where_boot_time_runs_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "monotonic_ns", lambda: 50 * SECOND)
    readings = Readings(monkeypatch, c7=50 * SECOND)
    clock = system_clock("linux")
    assert (clock.awake_ns(), clock.asleep_ns()) == (50 * SECOND, 0)
    readings.now[7] += 600 * SECOND
    assert (clock.awake_ns(), clock.asleep_ns()) == (50 * SECOND, 600 * SECOND)


def test_macos_sleeps_where_uptime_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    readings = Readings(monkeypatch, c8=50 * SECOND, c4=90 * SECOND)
    clock = system_clock("darwin")
    before = clock.asleep_ns()
    readings.now[4] += 30 * SECOND
    assert clock.asleep_ns() - before == 30 * SECOND
    assert clock.awake_ns() == 50 * SECOND


class Kernel32:
    """The two calls of Windows."""

    class Call:
        restype: object = None

        def __call__(self) -> int:
            return 90_000

    def __init__(self) -> None:
        self.GetTickCount64 = self.Call()

    def QueryUnbiasedInterruptTime(self, place: object) -> int:  # noqa: N802
        held = ctypes.cast(place, ctypes.POINTER(ctypes.c_ulonglong))  # type: ignore[arg-type]
        held[0] = ctypes.c_ulonglong(50 * 10_000_000).value
        return 1


def test_windows_sleeps_where_unbiased_time_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ctypes, "CDLL", lambda name: {"kernel32": Kernel32()}[name])
    clock = system_clock("win32")
    assert clock.awake_ns() == 50 * SECOND
    assert clock.asleep_ns() == 40 * SECOND


def test_elsewhere_nothing_ever_sleeps() -> None:
    clock = system_clock("freebsd14")
    assert clock.asleep_ns() == 0
    assert clock.awake_ns() <= clock.awake_ns()


@pytest.mark.skipif(not hasattr(time, "CLOCK_BOOTTIME"), reason="only Linux has this clock")
def test_the_number_is_the_systems_own() -> None:
    assert time.CLOCK_BOOTTIME == clocks._BOOTTIME
    clock = system_clock("linux")
    assert abs(clock.asleep_ns() - clock.asleep_ns()) < SECOND
