"""Disks that are full at a wish: a small one of memory, or a limit on what a process may write."""

import subprocess
import sys
from pathlib import Path
from typing import Protocol

BALLAST = "ballast"
BLOCK = 4096
DISK = "size=2m"


class LittleSpace(Protocol):
    """Room for a history that can run out and come back while process `pid` writes there."""

    def fill(self, pid: int) -> None:
        """From now on no file can grow."""

    def free(self, pid: int) -> None:
        """There is room again."""


class SmallDisk:
    """A disk of two megabytes at `folder`, in memory."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def mount(self) -> str:
        """Put it in its place; why that cannot be done, empty where it was."""
        command = ["mount", "-t", "tmpfs", "-o", DISK, "tmpfs", str(self._folder)]
        try:
            done = subprocess.run(command, capture_output=True, text=True, check=False)
        except OSError as error:
            return str(error)
        return "" if done.returncode == 0 else done.stderr.strip()

    def unmount(self) -> None:
        """Take it away with all that is on it."""
        subprocess.run(["umount", "--lazy", str(self._folder)], check=True)

    def fill(self, pid: int) -> None:
        """Take every block."""
        try:
            with (self._folder / BALLAST).open("ab", buffering=0) as ballast:
                while ballast.write(bytes(BLOCK)):
                    pass
        except OSError:
            return

    def free(self, pid: int) -> None:
        """Give the blocks back."""
        (self._folder / BALLAST).unlink()


class SizeLimit:
    """The kernel's limit on the size of a process's files (Linux)."""

    def fill(self, pid: int) -> None:
        """No byte more."""
        self._limit(pid, 0)

    def free(self, pid: int) -> None:
        """As much as one likes."""
        self._limit(pid, -1)

    @staticmethod
    def _limit(pid: int, size: int) -> None:
        if sys.platform == "linux":
            import resource

            _, most = resource.prlimit(pid, resource.RLIMIT_FSIZE)
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (size, most))
