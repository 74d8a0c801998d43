"""Which voice suits the language, and what brings one where there is none."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QLocale

LANGUAGE = "en"
"""The language that the cues are written in; another one's voice could not be understood."""

_VARIANT = "+"
"""eSpeak gives each voice a hundred variants, as “English (America)+Robosoft”."""

INSTALL = {
    "debian": "sudo apt install speech-dispatcher speech-dispatcher-espeak-ng libspeechd2",
    "fedora": "sudo dnf install speech-dispatcher speech-dispatcher-espeak-ng",
    "arch": "sudo pacman -S speech-dispatcher espeak-ng",
    "suse": "sudo zypper install speech-dispatcher espeak-ng",
}
"""What brings a voice, by the family of the distribution."""

_FAMILIES = {
    "debian": "debian", "ubuntu": "debian", "fedora": "fedora", "rhel": "fedora",
    "centos": "fedora", "arch": "arch", "suse": "suse", "opensuse": "suse",
}  # fmt: skip


def worth_choosing(names: Sequence[str]) -> list[str]:
    """`names` without variants of the same voice."""
    return [name for name in names if _VARIANT not in name]


def suitable(voices: Mapping[str, str], system: str, language: str = LANGUAGE) -> str:
    """The name of the voice for a person whose system speaks `system`, as “en_GB”.

    `voices` holds locales by name. The system's own locale comes first, then the language's usual
    one, then any. Raises StopIteration where there is none.
    """
    plain = worth_choosing(list(voices)) or list(voices)
    for locale in (system, QLocale(language).name()):
        for name in plain:
            if voices[name] == locale:
                return name
    return next(iter(plain))


def family(os_release: str) -> str | None:
    """The family of the distribution that `os_release`, as in os-release(5), describes."""
    fields = dict(line.split("=", 1) for line in os_release.splitlines() if "=" in line)
    words = " ".join(fields.get(key, "").strip("\"'") for key in ("ID", "ID_LIKE")).split()
    known = (_FAMILIES.get(word.partition("-")[0]) for word in words)
    return next((one for one in known if one), None)


def advice(platform: str, os_release: str) -> str:
    """What to do where no voice can be used; `platform` is as in sys.platform."""
    if platform != "linux":
        return QCoreApplication.translate(
            "Sound",
            "No English voice was found. Add one in your system’s speech settings, then come back "
            "here.",
        )
    command = INSTALL.get(family(os_release) or "")
    if command is None:
        return QCoreApplication.translate(
            "Sound",
            "No voice was found. Install speech-dispatcher and its eSpeak NG module from your "
            "system’s packages, then come back here.",
        )
    sentence = QCoreApplication.translate(
        "Sound", "No voice was found. Install one, then come back here:\n{command}"
    )
    return sentence.format(command=command)
