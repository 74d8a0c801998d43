"""What /proc says of a process is read as proc(5) writes it."""

import os
import sys
import time
from pathlib import Path

import pytest
from tests.benchmarks.process import children, clock_s, cpu_s, ended_children_s, pss_mib

linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has /proc")
STAT = "{pid} (a (strange) name) S 1 1 1 0 -1 0 0 0 0 0 5 6 {user} {system} 20 0 1 0 0 0 0\n"


def planted(
    proc: Path,
    pid: int,
    kib: int,
    threads: tuple[str, ...] = ("",),
    ended: tuple[int, int] = (0, 0),
) -> None:
    """A process of `kib` KiB whose threads have these children."""
    folder = proc / str(pid)
    for number, those in enumerate(threads):
        thread = folder / "task" / str(pid + number)
        thread.mkdir(parents=True)
        (thread / "children").write_text(those)
    (folder / "smaps_rollup").write_text(f"5500-7fff ---p\nRss: 999 kB\nPss: {kib} kB\n")
    (folder / "stat").write_text(STAT.format(pid=pid, user=ended[0], system=ended[1]))


def test_children_of_every_thread_count(tmp_path: Path) -> None:
    planted(tmp_path, 10, 1024, ("20 30 ", "40 "))
    assert sorted(children(10, tmp_path)) == [20, 30, 40]


def test_memory_is_that_of_the_whole_family(tmp_path: Path) -> None:
    planted(tmp_path, 10, 1024, ("20 ",))
    planted(tmp_path, 20, 512, ("30 ",))
    planted(tmp_path, 30, 256)
    assert pss_mib(10, tmp_path) == 1.75
    assert pss_mib(30, tmp_path) == 0.25


def test_a_child_that_has_just_gone_costs_nothing(tmp_path: Path) -> None:
    planted(tmp_path, 10, 1024, ("20 30 ",))
    planted(tmp_path, 30, 512)
    assert pss_mib(10, tmp_path) == 1.5


@linux
def test_children_that_have_ended_have_cost_something(tmp_path: Path) -> None:
    planted(tmp_path, 10, 1, ended=(150, 50))
    assert ended_children_s(10, tmp_path) == 200 / os.sysconf("SC_CLK_TCK")


@linux
def test_a_process_that_works_spends_time() -> None:
    before = cpu_s(os.getpid())
    until = time.process_time() + 0.02
    while time.process_time() < until:
        pass
    assert cpu_s(os.getpid()) - before >= 0.02
    assert clock_s(os.getpid()) == pytest.approx(time.process_time(), abs=0.05)
