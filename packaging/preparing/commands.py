"""The two commands: `run` starts the program, `test` runs its tests."""

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from preparing.checkout import Checkout, this_checkout
from preparing.display import reach_display, wants_window, window_needs
from preparing.environment import prepare
from preparing.lists import (
    ACTING_AS_A_PERSON,
    DRAWING,
    HEARING,
    READING_PAPER,
    SOUND,
    VIRTUAL_ENVIRONMENT,
    VOICE,
    WINDOW_X11,
)
from preparing.stages import CHECKS, TESTS, chosen_tests, run_stages
from preparing.system import advise, is_root, provide
from preparing.trouble import say, told

USAGE = """\
usage: bootstrap.py [--yes] run [ARGS...]    start the program, with these arguments
       bootstrap.py [--yes] test [ARGS...]   lint, format, types and every test;
                                             with arguments, pytest alone with them
--yes  install what this system lacks with sudo"""

WRONG_USAGE = 2

# On Windows a process that is replaced ends for its terminal at once; there a child is started.
CAN_BECOME = os.name != "nt"


@dataclass(frozen=True, slots=True)
class Order:
    """What the command line asks for."""

    command: str
    arguments: tuple[str, ...]
    yes: bool


def parse(words: Sequence[str]) -> Order | None:
    """Read the command line; None if it makes no sense. --yes may stand on either side."""
    ours, rest = list(words[:2]), words[2:]
    yes = "--yes" in ours
    command, *arguments = [word for word in ours if word != "--yes"] or [""]
    if command not in ("run", "test"):
        return None
    return Order(command, (*arguments, *rest), yes)


def main(words: Sequence[str]) -> int:
    """Do what the command line asks; the exit code."""
    order = parse(words)
    if order is None:
        say(USAGE)
        return WRONG_USAGE
    command = run if order.command == "run" else test
    return told(lambda: command(this_checkout(), order))


def run(checkout: Checkout, order: Order) -> int:
    """Prepare what the program needs and become the program."""
    if sys.platform == "linux":
        _ready_to_run(order)
    prepare(checkout, tests=False)
    return _become([str(checkout.python), "-P", "-m", "constructive_rest", *order.arguments])


def test(checkout: Checkout, order: Order) -> int:
    """Prepare what the tests need and run them."""
    if sys.platform == "linux":
        _ready_to_test(order)
    prepare(checkout, tests=True)
    stages = [chosen_tests(order.arguments)] if order.arguments else [*CHECKS, TESTS]
    return run_stages(checkout, stages)


def _ready_to_run(order: Order) -> None:
    window = wants_window(order.arguments, os.environ)
    needs = window_needs(os.environ) if window else ()
    audible = SOUND if window and _may_install(order) else ()
    provide((*VIRTUAL_ENVIRONMENT, *DRAWING, *needs, *audible), allowed=order.yes)
    if window:
        reach_display(os.environ)
        advise(SOUND, "The bells will be silent")
        advise(VOICE, "The cues will not be spoken")


def _ready_to_test(order: Order) -> None:
    demanded = (*VIRTUAL_ENVIRONMENT, *DRAWING, *WINDOW_X11, *ACTING_AS_A_PERSON)
    audible = (*SOUND, *VOICE, *HEARING)
    if _may_install(order):
        provide((*demanded, *audible, *READING_PAPER), allowed=order.yes)
    else:
        provide(demanded, allowed=False)
        advise(audible, "The tests that listen to bells and voice will be skipped")
        advise(READING_PAPER, "The tests that read the printed guide will be skipped")


def _may_install(order: Order) -> bool:
    return order.yes or is_root()


def _become(command: list[str]) -> int:
    if CAN_BECOME:
        os.execv(command[0], command)
    return subprocess.run(command, check=False).returncode
