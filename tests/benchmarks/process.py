"""What a running process costs, from /proc (see proc(5))."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Self

PROC = Path("/proc")
KIB_PER_MIB = 1024
CPUCLOCK_SCHED = 2
"""Makes the id of a process's clock, as clock_getcpuclockid(3) of glibc does."""


class Subject:
    """A script of this folder that runs; it tells by lines how far it is."""

    def __init__(self, name: str, environ: Mapping[str, str], *arguments: str) -> None:
        self._name = name
        script = Path(__file__).with_name(f"subject_{name}.py")
        self._began = time.monotonic()
        self._process = subprocess.Popen(
            [sys.executable, str(script), *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **environ},
            text=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate()

    @property
    def pid(self) -> int:
        """Its process."""
        return self._process.pid

    def hear(self) -> float:
        """The number that its next line tells. Raises RuntimeError where there is none."""
        line = self._process.stdout.readline() if self._process.stdout is not None else ""
        if not line:
            raise RuntimeError(f"the subject {self._name} ended without a word")
        return float(line)

    def age_s(self) -> float:
        """Real seconds since it was started."""
        return time.monotonic() - self._began


def pss_mib(pid: int, proc: Path = PROC) -> float:
    """The memory of a process and all its children, shared pages divided among those who share."""
    own = (proc / str(pid) / "smaps_rollup").read_text(encoding="utf-8")
    kib = next(int(line.split()[1]) for line in own.splitlines() if line.startswith("Pss:"))
    return kib / KIB_PER_MIB + _of_children(pid, proc, pss_mib)


def cpu_s(pid: int, proc: Path = PROC) -> float:
    """The processor time of a process and all its children, those that have ended included."""
    return clock_s(pid) + ended_children_s(pid, proc) + _of_children(pid, proc, cpu_s)


def clock_s(pid: int) -> float:
    """The processor time of one process with all its threads, to the nanosecond (Linux)."""
    return time.clock_gettime((~pid << 3) | CPUCLOCK_SCHED)


def ended_children_s(pid: int, proc: Path = PROC) -> float:
    """The processor time of children that have ended: fields 16 and 17 of proc(5)'s stat."""
    after_name = (proc / str(pid) / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(after_name[13]) + int(after_name[14])) / os.sysconf("SC_CLK_TCK")


def children(pid: int, proc: Path = PROC) -> list[int]:
    """The processes that this one has started and that still run."""
    lists = (proc / str(pid) / "task").glob("*/children")
    return [int(child) for one in lists for child in one.read_text().split()]


def _of_children(pid: int, proc: Path, cost: Callable[[int, Path], float]) -> float:
    """What the running children cost; one that ends at this moment costs nothing."""
    total = 0.0
    for child in children(pid, proc):
        with suppress(OSError):
            total += cost(child, proc)
    return total
