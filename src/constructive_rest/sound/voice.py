"""What a voice is to the rest of the program."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import SignalInstance


@dataclass(frozen=True, slots=True)
class Manner:
    """How a line is spoken.

    `voice` is a name among `Voice.names`, empty for the one that suits the language; `pace` runs
    from -50, slow, to 50, quick; `volume` from 0 to 100 percent, as it is heard.
    """

    voice: str
    pace: int
    volume: int


class Voice(Protocol):
    """The system's speech. No call ever waits for it."""

    @property
    def ended(self) -> SignalInstance:
        """Emitted when the line under way is over, however it ended."""

    @property
    def changed(self) -> SignalInstance:
        """Emitted when `names` or `reason` has changed."""

    def start(self) -> None:
        """Get ready, which takes seconds; a voice that was given up is tried again."""

    def say(self, text: str, manner: Manner) -> None:
        """Speak, as soon as it can; what it was saying is cut short."""

    def hush(self) -> None:
        """Fall silent. `ended` is not emitted for what is cut short."""

    def names(self) -> Sequence[str]:
        """The voices to choose from; empty until it is ready."""

    def reason(self) -> str | None:
        """Why nothing can be spoken, as sentences for the screen; None where nothing is amiss."""

    def close(self) -> None:
        """Let go of the system's speech."""
