"""What a developer does every day, each with one command: python3 packaging/develop.py COMMAND."""

import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import bootstrap  # noqa: F401 - ends here on a Python too old
from preparing.checkout import Checkout, this_checkout
from preparing.environment import prepare
from preparing.locking import renew_locks
from preparing.stages import CHECKS, COVERAGE, run_stages
from preparing.trouble import say, told

WRONG_USAGE = 2

Habit = Callable[[Checkout, Sequence[str]], int]


def check(checkout: Checkout, _arguments: Sequence[str]) -> int:
    """Lint, format and types."""
    return run_stages(checkout, CHECKS)


def format_code(checkout: Checkout, _arguments: Sequence[str]) -> int:
    """Mend what can be mended without thinking."""
    fixed = _module(checkout, "ruff", "check", "--fix")
    return _module(checkout, "ruff", "format") or fixed


def coverage(checkout: Checkout, _arguments: Sequence[str]) -> int:
    """Every test, and the lines of the program that none of them reaches."""
    return run_stages(checkout, (COVERAGE,))


def benchmark(checkout: Checkout, arguments: Sequence[str]) -> int:
    """Measure the program against its floors."""
    return _python(checkout, "tests/benchmarks", *arguments)


def screenshots(checkout: Checkout, arguments: Sequence[str]) -> int:
    """Every page in both themes and three sizes, into build/screenshots or [DIR]."""
    folder = Path(arguments[0]) if arguments else checkout.root / "build" / "screenshots"
    say(f"Pictures go to {folder}.")
    return _module(checkout, "constructive_rest", "screenshots", str(folder.resolve()))


def translations(checkout: Checkout, arguments: Sequence[str]) -> int:
    """Collect the texts for every language there is and each new [LANGUAGE], and compile them."""
    folder = checkout.root / "resources" / "translations"
    there = set(folder.glob("constructive-rest_*.ts"))
    chosen = sorted(there | {folder / f"constructive-rest_{name}.ts" for name in arguments})
    sources = list(map(str, sorted((checkout.root / "src").rglob("*.py"))))
    for texts in chosen:
        # The sources are English already, but for the plural forms that they leave open.
        which = ["-pluralonly"] if texts.stem.endswith("_en") else []
        collected = _tool(checkout, "lupdate", *sources, *which, "-ts", str(texts))
        if collected:
            return collected
    return _tool(checkout, "lrelease", *map(str, chosen))


def package(checkout: Checkout, _arguments: Sequence[str]) -> int:
    """The wheel, into dist."""
    return _module(checkout, "hatchling", "build", "--target", "wheel", "--directory", "dist")


def lock(checkout: Checkout, arguments: Sequence[str]) -> int:
    """The lock files, from pyproject.toml with uv; with --upgrade, everything as new as it may."""
    renew_locks(checkout, arguments)
    return 0


HABITS: Mapping[str, Habit] = {
    "check": check,
    "format": format_code,
    "coverage": coverage,
    "benchmark": benchmark,
    "screenshots": screenshots,
    "translations": translations,
    "package": package,
    "lock": lock,
}


def usage() -> str:
    """All commands with what they do."""
    lines = [f"  {name:<13} {habit.__doc__}" for name, habit in HABITS.items()]
    return "\n".join(["usage: develop.py COMMAND [ARGS...]", *lines])


def main(words: Sequence[str]) -> int:
    """Do what `words` ask for; the exit code."""
    habit = HABITS.get(words[0]) if words else None
    if habit is None:
        say(usage())
        return WRONG_USAGE
    return told(lambda: _follow(habit, this_checkout(), words[1:]))


def _follow(habit: Habit, checkout: Checkout, arguments: Sequence[str]) -> int:
    if habit is not lock:
        prepare(checkout, tests=True)
    return habit(checkout, arguments)


def _python(checkout: Checkout, *arguments: str) -> int:
    command = [str(checkout.python), *arguments]
    return subprocess.run(command, cwd=checkout.root, check=False).returncode


def _module(checkout: Checkout, *arguments: str) -> int:
    return _python(checkout, "-m", *arguments)


def _tool(checkout: Checkout, name: str, *arguments: str) -> int:
    program = checkout.python.with_name(f"pyside6-{name}")
    return subprocess.run([program, *arguments], cwd=checkout.root, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
