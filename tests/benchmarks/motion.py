"""Frames of the moving figure: how many a second, and how long the longest took to come.

`python tests/benchmarks/motion.py` steps through the whole guide in a window of its own under Xvfb
and prints a line for every passage, in two sizes. It also tells the longest time for which the
window answered nothing while every picture was drawn for the first time.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmarks.process import Subject
from tests.benchmarks.suite import missing, screen

SIZES = ((1280, 800), (1920, 1080))
HEADINGS = (
    "window",
    "passage",
    "frames/s",
    "median gap ms",
    "worst gap ms",
    "window cpu ms",
    "mover cpu ms",
)


def main() -> int:
    """Measure and print; 0, or 1 with a sentence where nothing can be measured."""
    reason = missing()
    if reason:
        sys.stderr.write(f"{reason}\n")
        return 1
    sys.stdout.write(_line(HEADINGS))
    with screen("1920x1080") as at:
        for width, height in SIZES:
            where = str(at.data / f"{width}"), str(width), str(height)
            with Subject("motion", at.environ, *where) as subject:
                silence, work = subject.hear(), subject.hear()
                size = f"{width}x{height}"
                for _ in range(round(subject.hear())):
                    first, second, *numbers = (subject.hear() for _ in range(7))
                    cells = (f"{value:.1f}" for value in numbers)
                    sys.stdout.write(_line((size, f"{first:.0f} to {second:.0f}", *cells)))
                    sys.stdout.flush()
                told = (
                    f"{size}: longest silence {silence:.0f} ms, longest work in one turn {work:.0f}"
                )
                sys.stdout.write(f"{told} ms\n")
    return 0


def _line(cells: tuple[str, ...]) -> str:
    return "  ".join(cell.rjust(14) for cell in cells) + "\n"


if __name__ == "__main__":
    sys.exit(main())
