"""A stand-in for the system: what is there, which system it is, who asks, and what was run."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from preparing import need, systems
from preparing.checkout import Checkout
from preparing.need import Kind, Need

Command = tuple[str, ...]

DEBIAN = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nNAME="Debian GNU/Linux"\nID=debian\n'


@dataclass
class FakeSystem:
    """What a test wants the system to be, and what was done to it."""

    absent: set[str] = field(default_factory=set)
    ran: list[Command] = field(default_factory=list)
    exit_code: int = 0
    installs: bool = True

    def run(self, command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        """In the place of subprocess.run: installing makes everything present."""
        self.ran.append(tuple(command))
        if self.exit_code == 0 and self.installs and "install" in command:
            self.absent.clear()
        return subprocess.CompletedProcess(command, self.exit_code)


@pytest.fixture
def fake_system(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> FakeSystem:
    """A Debian on which an ordinary person sits and nothing is missing."""
    fake = FakeSystem()
    os_release = tmp_path / "os-release"
    os_release.write_text(DEBIAN, encoding="utf-8")
    monkeypatch.setattr(systems, "OS_RELEASE", os_release)
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(subprocess, "run", fake.run)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(need.Need, "is_met", lambda one: one.name not in fake.absent)
    return fake


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    """A checkout with a space in its path and no environment yet."""
    root = tmp_path / "with space"
    (root / "packaging").mkdir(parents=True)
    made = Checkout(root)
    for file in (made.project, made.lock, made.test_lock):
        file.write_text(f"{file.name}\n", encoding="utf-8")
    return made


@pytest.fixture
def make_environment() -> Callable[[Checkout], None]:
    """Lay out what `python -m venv` leaves behind."""

    def make(checkout: Checkout) -> None:
        checkout.python.parent.mkdir(parents=True, exist_ok=True)
        checkout.python.touch()
        home = Path(sys.executable).parent
        (checkout.venv / "pyvenv.cfg").write_text(f"home = {home}\nversion = 3\n", encoding="utf-8")

    return make


@pytest.fixture
def library() -> Need:
    """A library that no system has."""
    return Need(Kind.LIBRARY, "libnowhere.so.7", "libnowhere7", "nowhere-libs", "nowhere")
