"""The stages of a full test, one after the other."""

import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from time import monotonic

from preparing.checkout import Checkout
from preparing.trouble import say


@dataclass(frozen=True, slots=True)
class Stage:
    """One tool, run as a module of the environment's Python."""

    name: str
    arguments: tuple[str, ...]


CHECKS = (
    Stage("lint", ("ruff", "check")),
    Stage("format", ("ruff", "format", "--check")),
    Stage("types", ("mypy",)),
)
# One process for each core, four at most: beyond that the tests in real time take longest.
SEVERAL_CORES = ("-n", "auto", "--maxprocesses", "4", "--no-loadscope-reorder")
TESTS = Stage("tests", ("pytest", "-ra", *SEVERAL_CORES))
# Apart, for counting lines makes the drawing of pictures a third slower.
COVERAGE = Stage("coverage", (*TESTS.arguments, "--cov", "--cov-report=term"))


def chosen_tests(arguments: Sequence[str]) -> Stage:
    """The tests that `arguments` for pytest choose."""
    return Stage("tests", ("pytest", *arguments))


def run_stages(checkout: Checkout, stages: Iterable[Stage]) -> int:
    """Run every one of `stages`, even after one has failed: 0 if all passed, else 1."""
    failed = [stage.name for stage in stages if not _passes(checkout, stage)]
    say(f"Failed: {', '.join(failed)}." if failed else "All passed.")
    return 1 if failed else 0


def _passes(checkout: Checkout, stage: Stage) -> bool:
    say(f"== {stage.name}: {' '.join(stage.arguments)}")
    sys.stdout.flush()
    began = monotonic()
    command = [str(checkout.python), "-m", *stage.arguments]
    code = subprocess.run(command, cwd=checkout.root, check=False).returncode
    say(f"== {stage.name}: {'passed' if code == 0 else 'failed'} in {monotonic() - began:.0f} s")
    return code == 0
