"""Measures the program against its floors: `python tests/benchmarks [--pairs N]`.

Prints a table and passes no judgement: absolute numbers drift with the machine, and the ratios are
for people to compare.
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmarks.arithmetic import table
from tests.benchmarks.suite import missing, place, rows

PAIRS = 5


def main() -> int:
    """Measure and print; 0, or 1 with a sentence where nothing can be measured."""
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("--pairs", type=int, default=PAIRS, metavar="N", help="measure N times")
    pairs = max(1, parser.parse_args().pairs)
    reason = missing()
    if reason:
        sys.stderr.write(f"{reason}\n")
        return 1
    with place() as at:
        found = []
        for row in rows(at, pairs):
            found.append(row)
            sys.stderr.write(f"measured: {row.what}\n")
    sys.stdout.write(f"{table(found)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
