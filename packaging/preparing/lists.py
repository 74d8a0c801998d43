"""What the system itself must bring, and which package of which system brings it.

The libraries are those that the wheels of PySide6 6.11 and 6.12 name as needed and do not carry.
"""

import sys
from pathlib import Path

from preparing.need import Kind, Need

ACCESSIBILITY_BUS = "/usr/share/dbus-1/services/org.a11y.Bus.service"


def _library(name: str, apt: str, dnf: str, pacman: str) -> Need:
    return Need(Kind.LIBRARY, name, apt, dnf, pacman)


def _command(name: str, apt: str, dnf: str, pacman: str) -> Need:
    return Need(Kind.COMMAND, name, apt, dnf, pacman)


_VENV_PACKAGE = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"

# Debian and Ubuntu cut the maker of virtual environments out of Python into a package of its own.
VIRTUAL_ENVIRONMENT = (Need(Kind.MODULE, "ensurepip", _VENV_PACKAGE, "python3", "python"),)

# Without these not even a picture can be drawn.
DRAWING = (
    _library("libstdc++.so.6", "libstdc++6", "libstdc++", "gcc-libs"),
    _library("libz.so.1", "zlib1g", "zlib", "zlib"),
    _library("libzstd.so.1", "libzstd1", "libzstd", "zstd"),
    _library("libglib-2.0.so.0", "libglib2.0-0", "glib2", "glib2"),
    _library("libgthread-2.0.so.0", "libglib2.0-0", "glib2", "glib2"),
    _library("libX11.so.6", "libx11-6", "libX11", "libx11"),
    _library("libGL.so.1", "libgl1", "libglvnd-glx", "libglvnd"),
    _library("libEGL.so.1", "libegl1", "libglvnd-egl", "libglvnd"),
    _library("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon", "libxkbcommon"),
    _library("libfontconfig.so.1", "libfontconfig1", "fontconfig", "fontconfig"),
    _library("libfreetype.so.6", "libfreetype6", "freetype", "freetype2"),
    _library("libdbus-1.so.3", "libdbus-1-3", "dbus-libs", "dbus"),
    _library("libbrotlidec.so.1", "libbrotli1", "libbrotli", "brotli"),
    _library("libgssapi_krb5.so.2", "libgssapi-krb5-2", "krb5-libs", "krb5"),
)

# A window on an X display.
WINDOW_X11 = (
    _library("libX11-xcb.so.1", "libx11-xcb1", "libX11-xcb", "libx11"),
    _library("libxcb.so.1", "libxcb1", "libxcb", "libxcb"),
    _library("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor"),
    _library("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm", "xcb-util-wm"),
    _library("libxcb-image.so.0", "libxcb-image0", "xcb-util-image", "xcb-util-image"),
    _library("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms", "xcb-util-keysyms"),
    _library("libxcb-randr.so.0", "libxcb-randr0", "libxcb", "libxcb"),
    _library(
        "libxcb-render-util.so.0",
        "libxcb-render-util0",
        "xcb-util-renderutil",
        "xcb-util-renderutil",
    ),
    _library("libxcb-render.so.0", "libxcb-render0", "libxcb", "libxcb"),
    _library("libxcb-shape.so.0", "libxcb-shape0", "libxcb", "libxcb"),
    _library("libxcb-shm.so.0", "libxcb-shm0", "libxcb", "libxcb"),
    _library("libxcb-sync.so.1", "libxcb-sync1", "libxcb", "libxcb"),
    _library("libxcb-util.so.1", "libxcb-util1", "xcb-util", "xcb-util"),
    _library("libxcb-xfixes.so.0", "libxcb-xfixes0", "libxcb", "libxcb"),
    _library("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb", "libxcb"),
    _library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11", "libxkbcommon-x11"),
)

# A window on a Wayland display.
WINDOW_WAYLAND = (
    _library("libwayland-client.so.0", "libwayland-client0", "libwayland-client", "wayland"),
    _library("libwayland-cursor.so.0", "libwayland-cursor0", "libwayland-cursor", "wayland"),
)

# The bells. Without them the program is silent and says so.
SOUND = (
    _library("libpulse.so.0", "libpulse0", "pulseaudio-libs", "libpulse"),
    _library("libdrm.so.2", "libdrm2", "libdrm", "libdrm"),
    _library("libXext.so.6", "libxext6", "libXext", "libxext"),
    _library("libXrandr.so.2", "libxrandr2", "libXrandr", "libxrandr"),
)

# The voice: Qt's way to the system's speech, the speech itself, and what it speaks with.
_LIB = "lib64" if Path("/usr/lib64/speech-dispatcher-modules").is_dir() else "lib"
ESPEAK = f"/usr/{_LIB}/speech-dispatcher-modules/sd_espeak-ng"
VOICE = (
    _library("libspeechd.so.2", "libspeechd2", "speech-dispatcher-libs", "speech-dispatcher"),
    _command("speech-dispatcher", "speech-dispatcher", "speech-dispatcher", "speech-dispatcher"),
    Need(
        Kind.FILE, ESPEAK, "speech-dispatcher-espeak-ng", "speech-dispatcher-espeak-ng", "espeak-ng"
    ),
)

# A display, a window manager, hands and a screen reader's eyes, for the tests that act as a person.
ACTING_AS_A_PERSON = (
    _command("Xvfb", "xvfb", "xorg-x11-server-Xvfb", "xorg-server-xvfb"),
    _command("xauth", "xauth", "xorg-x11-xauth", "xorg-xauth"),
    _command("openbox", "openbox", "openbox", "openbox"),
    _command("xdotool", "xdotool", "xdotool", "xdotool"),
    _command("dbus-run-session", "dbus", "dbus-daemon", "dbus"),
    Need(Kind.FILE, ACCESSIBILITY_BUS, "at-spi2-core", "at-spi2-core", "at-spi2-core"),
    Need(Kind.SYSTEM_MODULE, "pyatspi", "python3-pyatspi", "python3-pyatspi", "python-atspi"),
)

# A sound server and its recorder, for the tests that listen to the bells.
HEARING = (
    _command("pulseaudio", "pulseaudio", "pulseaudio", "pulseaudio"),
    _command("pactl", "pulseaudio-utils", "pulseaudio-utils", "libpulse"),
)

# What opens the printed guide and tells its words, fonts and pictures, for the tests of the paper.
READING_PAPER = (_command("pdftotext", "poppler-utils", "poppler-utils", "poppler"),)
