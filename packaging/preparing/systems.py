"""Which package manager this system has, and how it is asked for packages."""

import shlex
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

from preparing.need import Need

OS_RELEASE = Path("/etc/os-release")

Command = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Manager:
    """A package manager: `steps` come before the packages' names, the last one takes them."""

    name: str
    families: frozenset[str]
    steps: tuple[Command, ...]

    def packages(self, needs: Iterable[Need]) -> list[str]:
        """The packages that bring `needs`, each once, in order."""
        return list(dict.fromkeys(map(attrgetter(self.name), needs)))

    def commands(self, packages: Sequence[str], prefix: Command = ()) -> list[Command]:
        """What to run, one after the other, to install `packages`."""
        *before, last = self.steps
        return [*((*prefix, *step) for step in before), (*prefix, *last, *packages)]

    def command_line(self, packages: Sequence[str], prefix: Command = ("sudo",)) -> str:
        """The same as one line to type into a terminal."""
        return " && ".join(map(shlex.join, self.commands(packages, prefix)))


MANAGERS = (
    Manager(
        "apt",
        frozenset({"debian", "ubuntu"}),
        (("apt-get", "update"), ("apt-get", "install", "--yes", "--no-install-recommends")),
    ),
    Manager("dnf", frozenset({"fedora", "rhel", "centos"}), (("dnf", "install", "--assumeyes"),)),
    Manager("pacman", frozenset({"arch"}), (("pacman", "-S", "--needed", "--noconfirm"),)),
)


def manager_of(os_release: str) -> Manager | None:
    """The package manager of the system that `os_release` describes; None if it is not known.

    The format is that of the manual page os-release(5).
    """
    fields = dict(line.split("=", 1) for line in os_release.splitlines() if "=" in line)
    names = " ".join(fields.get(key, "").strip("\"'") for key in ("ID", "ID_LIKE")).split()
    for manager in MANAGERS:
        if manager.families.intersection(names):
            return manager
    return None


def this_manager() -> Manager | None:
    """The package manager of this system; None if it is not known."""
    try:
        return manager_of(OS_RELEASE.read_text(encoding="utf-8"))
    except OSError:
        return None
