"""How long this computer has been awake, and how long asleep: two clocks that no setting moves.

Which clock stands still in sleep differs by system:
Linux, clock_gettime(2): CLOCK_MONOTONIC stands, CLOCK_BOOTTIME goes on.
macOS, clock_gettime(3): CLOCK_UPTIME_RAW stands, CLOCK_MONOTONIC_RAW goes on.
Windows: QueryUnbiasedInterruptTime stands (units of 100 ns), GetTickCount64 goes on (ms).
"""

import ctypes
import time
from collections.abc import Callable
from dataclasses import dataclass

# By number where this system's Python does not name them: linux/time.h, Darwin's time.h.
_BOOTTIME = 7
_MONOTONIC_RAW_OF_MACOS, _UPTIME_RAW_OF_MACOS = 4, 8

Nanoseconds = Callable[[], int]


@dataclass(frozen=True, slots=True)
class SystemClock:
    """Nanoseconds awake since some moment, and nanoseconds asleep since some moment."""

    awake_ns: Nanoseconds
    asleep_ns: Nanoseconds


def system_clock(platform: str) -> SystemClock:
    """The clocks of `platform`, as in sys.platform; elsewhere sleep goes unnoticed."""
    match platform:
        case "linux":
            awake, always = time.monotonic_ns, _reading(_BOOTTIME)
        case "darwin":
            awake, always = _reading(_UPTIME_RAW_OF_MACOS), _reading(_MONOTONIC_RAW_OF_MACOS)
        case "win32":
            awake, always = _windows_awake_ns, _windows_always_ns
        case _:
            return SystemClock(time.monotonic_ns, lambda: 0)
    return SystemClock(awake, lambda: always() - awake())


def _reading(clock: int) -> Nanoseconds:
    return lambda: time.clock_gettime_ns(clock)


def _windows_awake_ns() -> int:
    hundreds = ctypes.c_ulonglong()
    _kernel32().QueryUnbiasedInterruptTime(ctypes.byref(hundreds))
    return hundreds.value * 100


def _windows_always_ns() -> int:
    return int(_kernel32().GetTickCount64()) * 1_000_000


def _kernel32() -> ctypes.CDLL:
    library = ctypes.CDLL("kernel32")
    library.GetTickCount64.restype = ctypes.c_ulonglong
    return library
