"""Keeps the screen on while somebody rests, and lets it go at the end."""

from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

LONGEST_PAUSE_MS = 5 * 60_000
"""After a pause this long the screen may go dark again."""


class Hold(Protocol):
    """The screen held on, if the system lets it."""

    @property
    def active(self) -> bool:
        """Whether it is."""

    def release(self) -> None:
        """Let the screen go dark again; in the thread that took hold."""


class ScreenHold:
    """wakepy's mode for presentations; no one is told why it fails, for nobody could mend it.

    On Linux it is a D-Bus inhibition that ends with the process, on Windows a thread's execution
    state, on macOS a child called caffeinate.
    """

    def __init__(self) -> None:
        from wakepy import keep

        self._mode = keep.presenting(on_fail="pass")
        self._mode.__enter__()

    @property
    def active(self) -> bool:
        """Whether the screen stays on."""
        return bool(self._mode.active)

    def release(self) -> None:
        """Let the screen go dark again."""
        self._mode.__exit__(None, None, None)


class Awake(QObject):
    """Holds the screen from `begin` to `end`; a pause of over five minutes lets it go meanwhile.

    The system is asked beside the GUI, always in the same thread: a bus may take its time.
    `held` is emitted with whether the screen stays on, whenever it was asked for.
    """

    held = Signal(bool)

    def __init__(
        self,
        take_hold: Callable[[], Hold] = ScreenHold,
        executor: Executor | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._take_hold = take_hold
        self._executor = executor
        self._hold: Hold | None = None
        self._wanted = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(LONGEST_PAUSE_MS)
        self._pause.timeout.connect(self.end)

    def begin(self) -> None:
        """Hold the screen from now on."""
        self._pause.stop()
        if not self._wanted:
            self._wanted = True
            self._run(self._begin)

    def pause(self) -> None:
        """Somebody has paused; hold the screen for five more minutes."""
        self._pause.start()

    def end(self) -> None:
        """Let the screen go dark again."""
        self._pause.stop()
        if self._wanted:
            self._wanted = False
            self._run(self._end)

    def close(self) -> None:
        """Let go and wait until the system knows."""
        self.end()
        if self._executor is not None:
            self._executor.shutdown(wait=True)

    def _run(self, work: Callable[[], None]) -> None:
        if self._executor is None:
            self._executor = ThreadPoolExecutor(1, thread_name_prefix="awake")
        future: Future[None] = self._executor.submit(work)
        future.add_done_callback(_raise_a_bug)

    def _begin(self) -> None:
        self._hold = self._take_hold()
        self.held.emit(self._hold.active)

    def _end(self) -> None:
        hold, self._hold = self._hold, None
        if hold is not None:
            hold.release()


def _raise_a_bug(done: Future[None]) -> None:
    """What goes wrong in the thread is no less a bug there."""
    fault = done.exception()
    if fault is not None:
        raise fault
