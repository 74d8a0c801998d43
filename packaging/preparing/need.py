"""One thing that the system itself must bring, and finding out whether it is there."""

import ctypes
import importlib
import importlib.util
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import assert_never

SYSTEM_PYTHON = Path("/usr/bin/python3")


class Kind(Enum):
    """How to find out whether something is there."""

    LIBRARY = auto()  # a shared library, found by loading it
    FILE = auto()  # a file at a known path
    COMMAND = auto()  # a program on the PATH
    MODULE = auto()  # a module of the Python that is running, found by name
    SYSTEM_MODULE = auto()  # a module of the system's own Python, found by importing it there


@dataclass(frozen=True, slots=True)
class Need:
    """One thing the system brings, and its package for apt, dnf and pacman."""

    kind: Kind
    name: str
    apt: str
    dnf: str
    pacman: str

    def is_met(self) -> bool:
        """Whether it is there now."""
        match self.kind:
            case Kind.LIBRARY:
                return _loads(self.name)
            case Kind.FILE:
                return Path(self.name).exists()
            case Kind.COMMAND:
                return shutil.which(self.name) is not None
            case Kind.MODULE:
                importlib.invalidate_caches()
                return importlib.util.find_spec(self.name) is not None
            case Kind.SYSTEM_MODULE:
                return _imports(self.name)
        assert_never(self.kind)


def missing(needs: Iterable[Need]) -> list[Need]:
    """Those of `needs` that are not met, in order."""
    return [need for need in needs if not need.is_met()]


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _imports(module: str) -> bool:
    question = [str(SYSTEM_PYTHON), "-c", f"import {module}"]
    try:
        return subprocess.run(question, capture_output=True, check=False).returncode == 0
    except OSError:
        return False
