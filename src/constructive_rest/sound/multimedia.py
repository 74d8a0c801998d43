"""The few things the bells need of QtMultimedia, which is loaded here and nowhere else."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QByteArray, QUrl, SignalInstance

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioDevice


class Device(Protocol):
    """A speaker or headphones: QAudioDevice. Equal devices are the same one."""

    def isNull(self) -> bool:  # noqa: N802
        """Whether this stands for no device at all."""

    def id(self) -> QByteArray:
        """What the system calls it."""


class MediaDevices(Protocol):
    """QMediaDevices."""

    @property
    def audioOutputsChanged(self) -> SignalInstance:  # noqa: N802
        """Emitted when a device came or went, and when the default is another one."""

    def defaultAudioOutput(self) -> Device:  # noqa: N802
        """The device that sounds now."""


class Effect(Protocol):
    """QSoundEffect: one sound file on one device."""

    def setSource(self, url: QUrl, /) -> None:  # noqa: N802
        """Load the file."""

    def setVolume(self, volume: float, /) -> None:  # noqa: N802
        """Loudness as a linear factor from 0 to 1."""

    def play(self) -> None:
        """Sound from the start."""

    def stop(self) -> None:
        """Be silent at once."""

    def isPlaying(self) -> bool:  # noqa: N802
        """Whether it sounds."""


@dataclass(frozen=True, slots=True)
class Multimedia:
    """What sounds: the devices, a new effect on one of them, and the factor for a loudness of 0–1.

    `gain` follows hearing, so that half of the slider's way is about half as loud.
    """

    devices: MediaDevices
    effect: Callable[[Device], Effect]
    gain: Callable[[float], float]


def load_multimedia() -> Multimedia:
    """Load QtMultimedia and ask for the devices: some 0.1 s, so not before the first frame.

    Raises ImportError where the system lacks a library that Qt needs, as libpulse.so.0 on Linux.
    """
    from PySide6.QtMultimedia import QMediaDevices, QSoundEffect, QtAudio

    scale = QtAudio.VolumeScale
    return Multimedia(
        devices=QMediaDevices(),
        effect=lambda device: QSoundEffect(cast("QAudioDevice", device)),
        gain=lambda loudness: QtAudio.convertVolume(
            loudness, scale.LogarithmicVolumeScale, scale.LinearVolumeScale
        ),
    )
