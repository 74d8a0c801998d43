"""Bells on the system's default output, wherever that is at the moment."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QByteArray, QCoreApplication, QObject, QUrl, Signal

from constructive_rest.sound.bells import WAKE, BellName
from constructive_rest.sound.multimedia import Device, Effect, Multimedia

# PulseAudio's and PipeWire's "Dummy Output", there only while nothing real is.
STAND_IN = QByteArray(b"auto_null")


class QtBells(QObject):
    """Bells that follow the default output as devices come and go.

    An effect stays on the device it was made for, so another device means new effects. Until
    `set_volume` is called the bells are as loud as their files. `files` holds the near-silence
    beside the bells.
    """

    changed = Signal()

    def __init__(
        self, files: Mapping[str, Path], multimedia: Multimedia, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._files = dict(files)
        self._multimedia = multimedia
        self._volume = 1.0
        self._device = multimedia.devices.defaultAudioOutput()
        self._effects = self._effects_on(self._device)
        multimedia.devices.audioOutputsChanged.connect(self._follow)

    def ring(self, name: BellName, loudness: float = 1.0) -> None:
        """Sound a bell from its start and return at once; nothing happens without a device."""
        effect = self._effects.get(name)
        if effect is not None:
            effect.setVolume(self._multimedia.gain(self._volume * loudness))
            self._play_alone(effect)

    def wake(self) -> None:
        """Play what nobody hears, so that a speaker gone to sleep is awake in half a second."""
        awake = any(effect.isPlaying() for effect in self._effects.values())
        if WAKE in self._effects and not awake:
            self._play_alone(self._effects[WAKE])

    def set_volume(self, percent: int) -> None:
        """How loud every bell is from now on, 0 to 100; beyond, the nearer end counts."""
        self._volume = min(max(percent, 0), 100) / 100
        for name, effect in self._effects.items():
            effect.setVolume(self._gain_of(name))

    def available(self) -> bool:
        """Whether the system has an output; one that is muted counts too."""
        return bool(self._effects)

    def reason(self) -> str | None:
        """Why nothing can be heard, as one sentence for the screen; None when it can."""
        if self.available():
            return None
        return QCoreApplication.translate(
            "Sound",
            "No speaker or headphones were found, so the bells are silent; connect some, or start "
            "the program again if they are connected already.",
        )

    def _follow(self) -> None:
        device = self._multimedia.devices.defaultAudioOutput()
        if device == self._device:
            return
        self._device = device
        self._effects = self._effects_on(device)
        self.changed.emit()

    def _play_alone(self, effect: Effect) -> None:
        """Sound from the start, beside nothing else.

        Where two effects overlap, Qt 6.11.3 may leave its event loop with a socket notifier whose
        file its audio thread has closed, and the loop then spins for ever.
        """
        for other in self._effects.values():
            other.stop()
        effect.play()

    def _gain_of(self, name: str) -> float:
        return 1.0 if name == WAKE else self._multimedia.gain(self._volume)

    def _effects_on(self, device: Device) -> dict[str, Effect]:
        if device.isNull() or device.id() == STAND_IN:
            return {}
        return {name: self._effect(name, device) for name in self._files}

    def _effect(self, name: str, device: Device) -> Effect:
        effect = self._multimedia.effect(device)
        effect.setSource(QUrl.fromLocalFile(str(self._files[name])))
        effect.setVolume(self._gain_of(name))
        return effect
