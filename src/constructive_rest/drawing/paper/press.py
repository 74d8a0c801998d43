"""The window's side of printing: orders the pages from a process of their own."""

import json
import sys
from collections.abc import Sequence

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

from constructive_rest.drawing.paper.order import Answer, Fault, Order, read_answer, write_order

_WORKER = "constructive_rest.drawing.paper.worker"
_STOP_MS = 400


class Press(QObject):
    """Makes one guide at a time.

    `moved` tells the share 0–1 that is done; `finished` that all is; `failed` brings a Fault and
    the system's own words for it. `printers_found` brings the names of all printers.
    """

    moved = Signal(float)
    finished = Signal()
    failed = Signal(object, str)
    printers_found = Signal(object)

    def __init__(
        self, parent: QObject | None = None, *, command: Sequence[str] | None = None
    ) -> None:
        super().__init__(parent)
        self._command = list(command or worker_command())
        self._process: QProcess | None = None
        self._looking: QProcess | None = None
        self._last: Answer | None = None

    @property
    def busy(self) -> bool:
        """Whether a guide is being made."""
        return self._process is not None

    def make(self, order: Order) -> None:
        """Begin with `order`. Raises RuntimeError while another one is being made."""
        if self._process is not None:
            raise RuntimeError("one guide at a time")
        self._last = None
        process = self._process = self._started([])
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._ended)
        process.errorOccurred.connect(self._not_started)
        process.write(write_order(order))
        process.closeWriteChannel()

    def look_for_printers(self) -> None:
        """Ask which printers there are; `printers_found` tells, an empty list where none is."""
        if self._looking is None:
            self._looking = self._started(["printers"])
            self._looking.finished.connect(self._tell_printers)

    def cancel(self) -> None:
        """Stop; nothing is written, and nothing more is told."""
        process, self._process = self._process, None
        if process is not None:
            self._part_from(process)
            process.kill()

    def close(self) -> None:
        """Stop, and wait until every process has ended."""
        self.cancel()
        looking, self._looking = self._looking, None
        if looking is not None:
            looking.finished.disconnect(self._tell_printers)
        for process in self.findChildren(QProcess):
            if process.state() != QProcess.ProcessState.NotRunning:
                process.kill()
                process.waitForFinished(_STOP_MS)

    def _started(self, arguments: list[str]) -> QProcess:
        process = QProcess(self)
        process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("OPENBLAS_NUM_THREADS", "1")
        if sys.platform == "linux":
            environment.insert("QT_QPA_PLATFORM", "offscreen")
        process.setProcessEnvironment(environment)
        process.start(self._command[0], [*self._command[1:], *arguments])
        return process

    def _tell_printers(self) -> None:
        process, self._looking = self._looking, None
        if process is not None:
            line = bytes(process.readAllStandardOutput().data()).strip()
            process.deleteLater()
            self.printers_found.emit(json.loads(line) if line else [])

    def _read(self) -> None:
        while self._process is not None and self._process.canReadLine():
            self._last = read_answer(bytes(self._process.readLine().data()))
            if self._last.fault is None:
                self.moved.emit(self._last.share)

    def _not_started(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._ended()

    def _ended(self) -> None:
        self._read()
        process, self._process = self._process, None
        if process is None:
            return
        self._part_from(process)
        last = self._last
        if last is not None and last.done:
            self.finished.emit()
        elif last is not None and last.fault is not None:
            self.failed.emit(last.fault, last.detail)
        else:
            self.failed.emit(Fault.DRAWING, process.errorString())

    def _part_from(self, process: QProcess) -> None:
        process.readyReadStandardOutput.disconnect(self._read)
        process.finished.disconnect(self._ended)
        process.errorOccurred.disconnect(self._not_started)
        process.finished.connect(process.deleteLater)
        if process.state() == QProcess.ProcessState.NotRunning:
            process.deleteLater()


def worker_command() -> list[str]:
    """The command line of the printing process."""
    return [sys.executable, "-m", _WORKER]
