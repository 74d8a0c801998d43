"""The bells and the voice of this computer, whatever it has."""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject

from constructive_rest.sound.bells import BELL_NAMES, WAKE, Bells, SilentBells
from constructive_rest.sound.helper_voice import HelperVoice
from constructive_rest.sound.multimedia import Multimedia, load_multimedia
from constructive_rest.sound.qt_bells import QtBells
from constructive_rest.sound.voice import Voice
from constructive_rest.sound.voices import advice

OS_RELEASE = Path("/etc/os-release")


def open_bells(resources: Path, load: Callable[[], Multimedia] = load_multimedia) -> Bells:
    """Bells from `resources`/sounds. Never raises: what keeps them silent is their `reason`.

    Needs a QCoreApplication. The sound system is asked for devices once: where its server is not
    running yet, or dies later, the bells stay silent until the program starts again (Qt 6.11.3).
    """
    files = {name: resources / "sounds" / f"{name}.wav" for name in (*BELL_NAMES, WAKE)}
    if not all(path.is_file() for path in files.values()):
        return SilentBells(_files_missing(resources / "sounds"))
    try:
        multimedia = load()
    except ImportError as error:
        return SilentBells(library_missing(str(error), sys.platform))
    return QtBells(files, multimedia)


def open_voice(parent: QObject | None = None) -> Voice:
    """The system's speech, which is asked for nothing before it is needed."""
    return HelperVoice(_what_to_install, parent)


def _what_to_install() -> str:
    try:
        system = OS_RELEASE.read_text(encoding="utf-8")
    except OSError:
        system = ""
    return advice(sys.platform, system)


def library_missing(error: str, platform: str) -> str:
    """The sentence for a QtMultimedia that does not load; `platform` is as in sys.platform."""
    if platform == "linux" and "libpulse" in error:
        return QCoreApplication.translate(
            "Sound",
            "The bells are silent because the system library libpulse is missing; install it "
            "(Debian and Ubuntu: libpulse0, Fedora: pulseaudio-libs, Arch: libpulse) and start "
            "again.",
        )
    sentence = QCoreApplication.translate(
        "Sound", "The bells are silent because Qt's sound did not load ({error})."
    )
    return sentence.format(error=error)


def _files_missing(folder: Path) -> str:
    sentence = QCoreApplication.translate(
        "Sound",
        "The bells are silent because their files are missing from {folder}; installing the "
        "program again brings them back.",
    )
    return sentence.format(folder=folder)
