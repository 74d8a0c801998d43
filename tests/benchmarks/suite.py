"""What is measured, each against its floor."""

import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.arithmetic import Pair, Row
from tests.benchmarks.process import Subject, cpu_s, pss_mib
from tests.endtoend.server import Server

SETTLED_S = 2.0
"""After the first frame: pictures have come from the cache, and nothing moves any more."""
LIGHT_TURNED_S = 12.0
"""After Begin: the first turn of the light is over."""
STILL_S = 20.0
EMPTY = "empty PySide6 QMainWindow"
STUDY = Path(__file__).parents[3] / "shared" / "design" / "figure" / "study"
"""Beside the checkout; a study of the figure, whose time is the floor of a drawing."""
ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Place:
    """Where subjects run: their environment and the program's data folder."""

    environ: dict[str, str]
    data: Path


def missing() -> str:
    """Why nothing can be measured here; empty where it can."""
    if sys.platform != "linux":
        return "The benchmarks read /proc, which only Linux has."
    if shutil.which("Xvfb") is None:
        return "The benchmarks need a screen of their own; install Xvfb (on Debian: xvfb)."
    return ""


@contextmanager
def place() -> Iterator[Place]:
    """A screen, a home and a data folder of their own, with all pictures drawn before."""
    with screen("1400x900") as found:
        _draw_everything(found)
        yield found


@contextmanager
def screen(size: str) -> Iterator[Place]:
    """A screen of `size`, a home and a data folder of their own, and nothing drawn yet."""
    with tempfile.TemporaryDirectory(prefix="constructive-rest-benchmarks-") as name:
        folder = Path(name)
        root = str(Path(__file__).parents[2])
        environ = {"HOME": name, "PYTHONPATH": root, "QT_QPA_PLATFORM": "xcb"}
        for kind in ("DATA", "CONFIG", "CACHE", "STATE"):
            environ[f"XDG_{kind}_HOME"] = str(folder / kind.lower())
        command = ["Xvfb", "-screen", "0", f"{size}x24", "-noreset", "-nolisten", "tcp"]
        server = Server(command, {"PATH": "/usr/bin:/bin"}, folder / "xvfb.log", "-displayfd")
        with closing(server):
            environ["DISPLAY"] = f":{server.told}"
            yield Place(environ, folder / "data")


def rows(at: Place, pairs: int) -> Iterator[Row]:
    """One row after the other as it is measured, `pairs` times each."""
    starts = _times(pairs, lambda: (_start("empty", at), _start("program", at)))
    yield _row("start to first frame", "s", EMPTY, starts, 0)
    yield _row("processor time until then", "s", EMPTY, starts, 1)
    yield _row("memory after start, PSS", "MiB", EMPTY, starts, 2)
    still = _times(pairs, lambda: _still(at))
    yield _row("processor in a still phase", "%", "one QLabel set once a second", still, 0)
    frames = _times(pairs, lambda: _figure(at))
    yield _row("a frame of the figure", "ms", "one gradient of that size", frames, 0)
    if STUDY.is_dir():
        drawn = [pair for _ in range(pairs) for pair in _side_view(at)]
        yield _row("the side view, drawn whole", "ms", "the study's drawing of it", drawn, 0)
    else:
        sys.stderr.write("left out: the side view, for the study it is measured against is away\n")


Costs = tuple[float, ...]


def _times(pairs: int, measure: Callable[[], tuple[Costs, Costs]]) -> list[tuple[Costs, Costs]]:
    return [measure() for _ in range(pairs)]


def _row(
    what: str, unit: str, against: str, measured: list[tuple[Costs, Costs]], number: int
) -> Row:
    pairs = (Pair(floor[number], program[number]) for floor, program in measured)
    return Row(what, unit, against, tuple(pairs))


def _subject(name: str, at: Place) -> Subject:
    return Subject(name, at.environ, str(at.data))


def _start(name: str, at: Place) -> Costs:
    with _subject(name, at) as subject:
        cpu = subject.hear()
        age = subject.age_s()
        time.sleep(SETTLED_S)
        return age, cpu, pss_mib(subject.pid)


def _still(at: Place) -> tuple[Costs, Costs]:
    """Both side by side, for the same seconds."""
    with _subject("label", at) as label, _subject("rest", at) as rest:
        label.hear()
        rest.hear()
        time.sleep(LIGHT_TURNED_S)
        before = cpu_s(label.pid), cpu_s(rest.pid)
        began = time.monotonic()
        time.sleep(STILL_S)
        took = time.monotonic() - began
        after = cpu_s(label.pid), cpu_s(rest.pid)
    floor, program = ((b - a) / took * 100 for a, b in zip(before, after, strict=True))
    return (floor,), (program,)


def _figure(at: Place) -> tuple[Costs, Costs]:
    with _subject("figure", at) as figure:
        return (figure.hear(),), (figure.hear(),)


def _side_view(at: Place) -> list[tuple[Costs, Costs]]:
    with Subject("study", at.environ, str(STUDY)) as subject:
        return [((subject.hear(),), (subject.hear(),)) for _ in range(ROUNDS)]


def _draw_everything(at: Place) -> None:
    """A first start and a first rest, which fill the cache and choose a body."""
    for name in ("program", "rest"):
        with _subject(name, at) as subject:
            subject.hear()
            time.sleep(LIGHT_TURNED_S)
