"""What happens to a bug: it is written down, the person is told once, and the rest goes on."""

import logging
import os
import sys
import traceback
from collections.abc import Callable
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication

LOG_FILE = "constructive-rest.log"
LOG_BYTES = 256 * 1024
LOG_COPIES = 2


class PrivateFileHandler(RotatingFileHandler):
    """A rotating log whose every file only its owner can read."""

    def _open(self) -> TextIOWrapper:
        descriptor = os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        return os.fdopen(descriptor, "a", encoding=self.encoding)


class FaultReport:
    """The one excepthook.

    `tell` shows a sentence to the person. The log lies in `folder`, readable by its owner alone,
    and holds where the program failed, never what a person rated or wrote.
    """

    def __init__(self, folder: Path, tell: Callable[[str], None]) -> None:
        self._tell = tell
        self._file = folder / LOG_FILE
        self._logger = logging.Logger("constructive_rest.faults")
        self._handler: RotatingFileHandler | None = None

    def install(self) -> None:
        """Receive every exception that nothing else has caught."""
        sys.excepthook = self.take

    def take(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Write the fault down and tell of it; an interrupt from the terminal ends the program."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        frames = traceback.extract_tb(trace)
        where = "".join(traceback.format_list(frames))
        self._write(f"{kind.__name__}\n{where}")
        self._tell(
            QCoreApplication.translate(
                "FaultReport",
                "Something in the program went wrong. A rest in progress goes on, and what was "
                "kept is safe. Details are in {0}.",
            ).format(self._file)
        )

    def _write(self, text: str) -> None:
        try:
            self._open_log().emit(
                self._logger.makeRecord(self._logger.name, logging.ERROR, "", 0, text, (), None)
            )
        except OSError:
            sys.stderr.write(text)

    def _open_log(self) -> RotatingFileHandler:
        if self._handler is None:
            self._handler = PrivateFileHandler(
                self._file, maxBytes=LOG_BYTES, backupCount=LOG_COPIES, encoding="utf-8"
            )
            self._handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
        return self._handler
