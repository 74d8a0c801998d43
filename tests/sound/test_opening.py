import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QObject, Signal

from constructive_rest import paths
from constructive_rest.sound.bells import BELL_NAMES, Bells, SilentBells
from constructive_rest.sound.multimedia import Device, Effect, Multimedia
from constructive_rest.sound.opening import library_missing, open_bells
from constructive_rest.sound.qt_bells import QtBells

NO_PULSE = "libpulse.so.0: cannot open shared object file: No such file or directory"


class NoDevice:
    def isNull(self) -> bool:  # noqa: N802
        return True

    def id(self) -> QByteArray:
        return QByteArray()


class NoDevices(QObject):
    audioOutputsChanged = Signal()  # noqa: N815

    def defaultAudioOutput(self) -> NoDevice:  # noqa: N802
        return NoDevice()


def no_effect(device: Device) -> Effect:
    raise AssertionError(device)


def deaf() -> Multimedia:
    return Multimedia(NoDevices(), no_effect, lambda loudness: loudness)


def failing_with(message: str) -> Callable[[], Multimedia]:
    def load() -> Multimedia:
        raise ImportError(message)

    return load


def check_silent(bells: Bells) -> str:
    """Every call is safe, and there is one sentence to show."""
    for name in BELL_NAMES:
        bells.ring(name)
    bells.set_volume(70)
    assert not bells.available()
    reason = bells.reason()
    assert reason is not None
    assert reason.endswith(".")
    return reason


def test_a_missing_libpulse_leaves_silent_bells_that_name_it() -> None:
    bells = open_bells(paths.resources(), failing_with(NO_PULSE))
    assert isinstance(bells, SilentBells)
    assert "libpulse" in check_silent(bells)


def test_any_other_failure_to_load_is_told_in_its_own_words() -> None:
    reason = check_silent(open_bells(paths.resources(), failing_with("DLL load failed")))
    assert "DLL load failed" in reason


def test_missing_sound_files_are_told_with_their_folder(tmp_path: Path) -> None:
    reason = check_silent(open_bells(tmp_path, deaf))
    assert str(tmp_path / "sounds") in reason


def test_no_device_leaves_bells_that_wait_for_one() -> None:
    bells = open_bells(paths.resources(), deaf)
    assert isinstance(bells, QtBells)
    check_silent(bells)


def test_multimedia_is_loaded_once_and_only_on_opening() -> None:
    loads: list[Multimedia] = []

    def load() -> Multimedia:
        loads.append(replace(deaf()))
        return loads[-1]

    open_bells(paths.resources(), load)
    assert len(loads) == 1


def test_importing_the_room_leaves_qtmultimedia_alone() -> None:
    code = (
        "import sys, constructive_rest.sound.opening\n"
        "sys.exit('PySide6.QtMultimedia' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    ("error", "platform", "named"),
    [(NO_PULSE, "linux", "libpulse0"), (NO_PULSE, "darwin", NO_PULSE), ("other", "linux", "other")],
)
def test_packages_are_named_only_where_they_help(error: str, platform: str, named: str) -> None:
    sentence = library_missing(error, platform)
    assert named in sentence
    assert ("Debian" in sentence) == (named == "libpulse0")
