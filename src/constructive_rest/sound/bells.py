"""What a bell is to the rest of the program, and the bells that stay silent."""

from typing import Literal, Protocol, get_args

from PySide6.QtCore import QObject, Signal, SignalInstance

BellName = Literal["begin", "phase", "end"]
BELL_NAMES: tuple[BellName, ...] = get_args(BellName)

WAKE = "wake"
"""The near-silence that is no bell but a sound file beside them."""
WAKE_AHEAD_MS = 800
"""How long before a sound the near-silence begins: an idle speaker swallows about 0.5 s."""


class Bells(Protocol):
    """Three bells and the device they sound on, if there is one."""

    @property
    def changed(self) -> SignalInstance:
        """Emitted when the device came, went or became another one."""

    def ring(self, name: BellName, loudness: float = 1.0) -> None:
        """Sound a bell from its start and return at once; nothing happens without a device.

        `loudness`, above 0 and up to 1, is what this once remains of the volume, as it is heard.
        """

    def wake(self) -> None:
        """Play what nobody hears, so that a speaker gone to sleep is awake in half a second."""

    def set_volume(self, percent: int) -> None:
        """How loud every bell is from now on, 0 to 100; beyond, the nearer end counts."""

    def available(self) -> bool:
        """Whether a bell rung now can be heard."""

    def reason(self) -> str | None:
        """Why nothing can be heard, as one sentence for the screen; None when it can."""


class SilentBells(QObject):
    """Bells for as long as this program runs without sound, and the sentence that says why."""

    changed = Signal()

    def __init__(self, reason: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reason = reason

    def ring(self, name: BellName, loudness: float = 1.0) -> None:
        """Stay silent."""

    def wake(self) -> None:
        """Stay silent."""

    def set_volume(self, percent: int) -> None:
        """Stay silent."""

    def available(self) -> bool:
        """Never."""
        return False

    def reason(self) -> str:
        """The sentence given at the start."""
        return self._reason
