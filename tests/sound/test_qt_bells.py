from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QObject, QUrl, Signal

from constructive_rest.sound.bells import BELL_NAMES, WAKE
from constructive_rest.sound.multimedia import Device, Multimedia
from constructive_rest.sound.qt_bells import QtBells


@dataclass(frozen=True)
class FakeDevice:
    name: str

    def isNull(self) -> bool:  # noqa: N802
        return not self.name

    def id(self) -> QByteArray:
        return QByteArray(self.name.encode())


@dataclass
class FakeEffect:
    device: Device
    source: Path = Path()
    volume: float = 1.0
    plays: int = 0
    sounding: bool = False

    def setSource(self, url: QUrl, /) -> None:  # noqa: N802
        self.source = Path(url.toLocalFile())

    def setVolume(self, volume: float, /) -> None:  # noqa: N802
        self.volume = volume

    def play(self) -> None:
        self.plays += 1
        self.sounding = True

    def stop(self) -> None:
        self.sounding = False

    def isPlaying(self) -> bool:  # noqa: N802
        return self.sounding


class FakeDevices(QObject):
    audioOutputsChanged = Signal()  # noqa: N815

    def __init__(self, default: str) -> None:
        super().__init__()
        self._default = default

    def defaultAudioOutput(self) -> FakeDevice:  # noqa: N802
        return FakeDevice(self._default)

    def become(self, default: str) -> None:
        self._default = default
        self.audioOutputsChanged.emit()


@dataclass
class FakeSystem:
    """A computer whose default output is `devices`' and which remembers every effect made."""

    devices: FakeDevices
    made: list[FakeEffect] = field(default_factory=list)

    def multimedia(self) -> Multimedia:
        return Multimedia(self.devices, self._effect, lambda loudness: loudness**2)

    def _effect(self, device: Device) -> FakeEffect:
        effect = FakeEffect(device)
        self.made.append(effect)
        return effect


FILES = {name: Path(f"/sounds/{name}.wav") for name in (*BELL_NAMES, WAKE)}


@pytest.fixture
def system() -> FakeSystem:
    return FakeSystem(FakeDevices("speaker"))


@pytest.fixture
def silent_system() -> FakeSystem:
    return FakeSystem(FakeDevices(""))


def bells_of(system: FakeSystem) -> QtBells:
    return QtBells(FILES, system.multimedia())


def count_changes(bells: QtBells) -> list[bool]:
    """What `available` said at each change, filled as changes come."""
    seen: list[bool] = []
    bells.changed.connect(lambda: seen.append(bells.available()))
    return seen


def test_each_bell_plays_its_own_file_on_the_default_device(system: FakeSystem) -> None:
    bells = bells_of(system)
    bells.ring("phase")
    bells.ring("phase")
    bells.ring("end")
    plays = {effect.source.stem: effect.plays for effect in system.made}
    assert plays == {"begin": 0, "phase": 2, "end": 1, "wake": 0}
    assert {effect.device for effect in system.made} == {FakeDevice("speaker")}
    assert bells.available()
    assert bells.reason() is None


def test_the_volume_reaches_every_bell_along_the_curve(system: FakeSystem) -> None:
    bells = bells_of(system)
    assert [effect.volume for effect in system.made] == [1.0, 1.0, 1.0, 1.0]
    bells.set_volume(50)
    assert [effect.volume for effect in system.made] == [0.25, 0.25, 0.25, 1.0]


def sounding(system: FakeSystem) -> set[str]:
    return {effect.source.stem for effect in system.made if effect.sounding}


def test_never_do_two_effects_sound_at_once(system: FakeSystem) -> None:
    bells = bells_of(system)
    bells.wake()
    assert sounding(system) == {"wake"}
    bells.ring("begin")
    assert sounding(system) == {"begin"}
    bells.ring("phase")
    assert sounding(system) == {"phase"}


def test_a_speaker_that_sounds_needs_no_waking(system: FakeSystem) -> None:
    bells = bells_of(system)
    bells.ring("begin")
    bells.wake()
    assert sounding(system) == {"begin"}


def test_a_bell_may_ring_more_softly_once(system: FakeSystem) -> None:
    bells = bells_of(system)
    bells.set_volume(80)
    bells.ring("end", 0.5)
    end = next(effect for effect in system.made if effect.source.stem == "end")
    assert end.volume == pytest.approx(0.16)
    bells.ring("end")
    assert end.volume == pytest.approx(0.64)


@pytest.mark.parametrize(("percent", "gain"), [(-5, 0.0), (0, 0.0), (100, 1.0), (250, 1.0)])
def test_a_volume_out_of_range_counts_as_the_nearer_end(
    system: FakeSystem, percent: int, gain: float
) -> None:
    bells_of(system).set_volume(percent)
    assert {effect.volume for effect in system.made if effect.source.stem != WAKE} == {gain}


def test_another_default_device_takes_the_bells_and_their_volume_along(
    system: FakeSystem,
) -> None:
    bells = bells_of(system)
    changes = count_changes(bells)
    bells.set_volume(50)
    system.devices.become("headphones")
    bells.ring("begin")
    old, new = system.made[:4], system.made[4:]
    assert {effect.device for effect in new} == {FakeDevice("headphones")}
    assert {effect.volume for effect in new} == {0.25, 1.0}
    assert (sum(effect.plays for effect in old), sum(effect.plays for effect in new)) == (0, 1)
    assert changes == [True]


def test_a_device_that_leaves_the_default_alone_changes_nothing(system: FakeSystem) -> None:
    bells = bells_of(system)
    changes = count_changes(bells)
    system.devices.become("speaker")
    assert changes == []
    assert len(system.made) == 4


def test_a_vanished_device_silences_and_says_so_until_one_comes_back(system: FakeSystem) -> None:
    bells = bells_of(system)
    changes = count_changes(bells)
    system.devices.become("")
    bells.ring("begin")
    bells.set_volume(50)
    assert "speaker or headphones" in (bells.reason() or "")
    assert sum(effect.plays for effect in system.made) == 0
    system.devices.become("speaker")
    bells.ring("begin")
    assert bells.reason() is None
    assert sum(effect.plays for effect in system.made[4:]) == 1
    assert {effect.volume for effect in system.made[4:]} == {0.25, 1.0}
    assert changes == [False, True]


def test_without_a_device_no_effect_is_made(silent_system: FakeSystem) -> None:
    bells = bells_of(silent_system)
    bells.ring("begin")
    bells.wake()
    assert not bells.available()
    assert silent_system.made == []


def test_the_sound_servers_stand_in_counts_as_no_device(system: FakeSystem) -> None:
    bells = bells_of(system)
    system.devices.become("auto_null")
    assert not bells.available()
    assert bells.reason() is not None
