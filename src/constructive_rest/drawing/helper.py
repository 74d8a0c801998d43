"""A process beside the GUI that is started when it is needed and let go when it is not."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

_STOP_MS = 400


class Helper(QObject):
    """Runs `command` from the first word that is said to it.

    `heard` carries what it answers, as bytes; `ended` is emitted when it ended unasked or could
    not be started. After `rest` it is let go once `idle_ms` have passed in silence.
    """

    heard = Signal(object)
    ended = Signal()

    def __init__(self, command: Sequence[str], idle_ms: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._command = list(command)
        self._process: QProcess | None = None
        self._idle = QTimer(self, singleShot=True, interval=idle_ms)
        self._idle.timeout.connect(self.let_go)

    @property
    def running(self) -> bool:
        """Whether a process has been started and not yet been let go."""
        return self._process is not None

    def say(self, message: bytes) -> None:
        """Write `message` to its standard input."""
        self._idle.stop()
        if self._process is None:
            self._process = self._start()
        self._process.write(message)

    def rest(self) -> None:
        """There is nothing to do for now."""
        self._idle.start()

    def let_go(self) -> None:
        """Part from the process, which ends by itself once its input has ended."""
        self._idle.stop()
        process, self._process = self._process, None
        if process is None:
            return
        process.readyReadStandardOutput.disconnect(self._read)
        process.finished.disconnect(self._lost)
        process.errorOccurred.disconnect(self._not_started)
        process.finished.connect(process.deleteLater)
        process.closeWriteChannel()
        if process.state() == QProcess.ProcessState.NotRunning:
            process.deleteLater()

    def close(self) -> None:
        """Let go, and wait until the process has ended; one that hangs is killed."""
        self.let_go()
        for process in self.findChildren(QProcess):
            running = process.state() != QProcess.ProcessState.NotRunning
            if running and not process.waitForFinished(_STOP_MS):
                process.kill()
                process.waitForFinished(_STOP_MS)

    def _start(self) -> QProcess:
        process = QProcess(self)
        process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("OPENBLAS_NUM_THREADS", "1")
        process.setProcessEnvironment(environment)
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._lost)
        process.errorOccurred.connect(self._not_started)
        process.start(self._command[0], self._command[1:])
        return process

    def _not_started(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._lost()

    def _lost(self) -> None:
        self.let_go()
        self.ended.emit()

    def _read(self) -> None:
        if self._process is not None:
            self.heard.emit(self._process.readAllStandardOutput().data())
