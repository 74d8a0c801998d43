"""Seeing to it that the system brings what is needed, or saying what it takes."""

import os
import shutil
import subprocess
from collections.abc import Iterable, Sequence

from preparing.need import Need, missing
from preparing.systems import Command, Manager, this_manager
from preparing.trouble import PreparationError, say


def provide(needs: Iterable[Need], *, allowed: bool) -> None:
    """Install what is missing of `needs` as root or where it is `allowed`.

    Raises PreparationError with the command to type where it may not or cannot install.
    """
    absent = missing(needs)
    if not absent:
        return
    manager = this_manager()
    if manager is None:
        raise PreparationError(
            f"This system lacks {_names(absent)}. "
            "Install the packages that hold them, and start again."
        )
    packages = manager.packages(absent)
    for command in manager.commands(packages, _prefix(manager, packages, allowed=allowed)):
        _install(command, manager)
    still = missing(absent)
    if still:
        raise PreparationError(
            f"{_names(still)} cannot be used even now that {', '.join(packages)} "
            "is installed. Look at what the package manager said above."
        )


def is_root() -> bool:
    """Whether this process may do as it likes with the system."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def advise(needs: Iterable[Need], loss: str) -> None:
    """Say what is lost by what is missing of `needs`, and how to have it."""
    absent = missing(needs)
    if not absent:
        return
    manager = this_manager()
    if manager is None:
        say(f"{loss}: this system lacks {_names(absent)}.")
    else:
        say(f"{loss}. To change that: {manager.command_line(manager.packages(absent))}")


def _prefix(manager: Manager, packages: Sequence[str], *, allowed: bool) -> Command:
    if is_root():
        return ()
    if not allowed:
        raise PreparationError(
            "Some packages of this system are missing. Install them with this one command, "
            f"or start again with --yes:\n    {manager.command_line(packages)}"
        )
    if shutil.which("sudo") is None:
        raise PreparationError(
            "Installing packages takes an administrator, and there is no sudo here. "
            f"As root, type:\n    {manager.command_line(packages, ())}"
        )
    return ("sudo",)


def _install(command: Command, manager: Manager) -> None:
    say(f"Running: {' '.join(command)}")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    if subprocess.run(command, env={**os.environ, **quiet}, check=False).returncode != 0:
        raise PreparationError(
            f"{manager.name} could not install what is missing. "
            "Look at what it said above, check the network, and start again."
        )


def _names(needs: Iterable[Need]) -> str:
    return ", ".join(need.name for need in needs)
