"""The bells as the settings want them, opened when the first rest begins."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from constructive_rest.settings import Settings
from constructive_rest.sound.bells import BellName, Bells


class BellTower(QObject):
    """Rings where sound is switched on; `heard_changed` is emitted when what can be heard changes.

    `open_bells` loads the sound system, which takes a moment, and is called on the first need.
    """

    heard_changed = Signal()

    def __init__(
        self, open_bells: Callable[[], Bells], settings: Settings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._open_bells = open_bells
        self._settings = settings
        self._bells: Bells | None = None

    @property
    def on(self) -> bool:
        """Whether the person wants to hear bells."""
        return self._settings.sound

    def take(self, settings: Settings) -> None:
        """Follow new settings."""
        changed = settings.sound != self._settings.sound
        self._settings = settings
        if self._bells is not None:
            self._bells.set_volume(settings.volume)
        if changed:
            self.heard_changed.emit()

    def notice(self) -> str:
        """Why bells that are switched on cannot be heard; empty where they can."""
        if not self.on:
            return ""
        return self._ready().reason() or ""

    def ring(self, name: BellName, loudness: float = 1.0) -> None:
        """Sound a bell, unless sound is switched off; `loudness` is that of `Bells.ring`."""
        if self.on:
            self._ready().ring(name, loudness)

    def wake(self) -> None:
        """Wake a sleeping speaker, unless sound is switched off."""
        if self.on:
            self._ready().wake()

    def _ready(self) -> Bells:
        if self._bells is None:
            self._bells = self._open_bells()
            self._bells.set_volume(self._settings.volume)
            self._bells.changed.connect(self.heard_changed)
        return self._bells
