"""One running copy of the program for each history."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLockFile

from constructive_rest.paths import make_private

LOCK_FILE = "running.lock"


class CannotClaim(Exception):  # noqa: N818 - a sentence for the person, not a bug
    """The data folder cannot be made or written to; `sentence` says so."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class Claim:
    """The right to be the one that uses a data folder.

    It lasts until it is released, forgotten or the process ends, so keep hold of it.
    """

    def __init__(self, lock: QLockFile) -> None:
        self._lock = lock

    def release(self) -> None:
        """Let another copy start. Releasing again changes nothing."""
        self._lock.unlock()


def claim(data_dir: Path) -> Claim | None:
    """Claim `data_dir`, made where it is missing; None while another copy has it.

    The lock of a process that was killed is taken over, however young or old it is. Raises
    CannotClaim where the folder cannot be made or written to.
    """
    try:
        make_private(data_dir)
    except OSError as error:
        raise CannotClaim(_cannot(data_dir)) from error
    lock = QLockFile(str(data_dir / LOCK_FILE))
    # The default takes over a lock that is 30 s old though its owner is still alive.
    lock.setStaleLockTime(0)
    if lock.tryLock(0):
        return Claim(lock)
    if lock.error() is QLockFile.LockError.LockFailedError:
        return None
    raise CannotClaim(_cannot(data_dir))


def _cannot(data_dir: Path) -> str:
    sentence = QCoreApplication.translate(
        "Desktop",
        "The folder {folder} cannot be written to; check that it is yours and that the disk is "
        "not full, or choose another with --data-dir.",
    )
    return sentence.format(folder=data_dir)
