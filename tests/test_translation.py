"""English plurals are right, and a language without a file falls back to the sources."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from constructive_rest import paths
from constructive_rest.translation import install_translations


@pytest.fixture
def installed(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[QTranslator]]:
    """Every translator that is installed; they are taken out again afterwards."""
    translators: list[QTranslator] = []
    install = QCoreApplication.installTranslator

    def remember(translator: QTranslator) -> bool:
        translators.append(translator)
        return install(translator)

    monkeypatch.setattr(QCoreApplication, "installTranslator", staticmethod(remember))
    yield translators
    for translator in translators:
        QCoreApplication.removeTranslator(translator)


@pytest.mark.parametrize(
    ("context", "source", "count", "said"),
    [
        ("LengthChip", "%n minute(s)", 1, "1 minute"),
        ("LengthChip", "%n minute(s)", 5, "5 minutes"),
        ("SettingsPage", "%n minute(s); 15–20 suit most", 1, "1 minute; 15–20 suit most"),
        ("SettingsPage", "%n minute(s); 15–20 suit most", 15, "15 minutes; 15–20 suit most"),
        ("BeginPanel", "%n min", 20, "20 min"),
    ],
)
def test_english_counts_as_people_do(
    qapp: QApplication,
    installed: list[QTranslator],
    context: str,
    source: str,
    count: int,
    said: str,
) -> None:
    install_translations(qapp, QLocale("en_GB"))
    assert QCoreApplication.translate(context, source, "", count) == said


def test_english_is_installed_once(qapp: QApplication, installed: list[QTranslator]) -> None:
    install_translations(qapp, QLocale("en_US"))
    assert len(installed) == 1


def test_a_language_without_a_file_still_has_the_english_plurals(
    qapp: QApplication, installed: list[QTranslator]
) -> None:
    install_translations(qapp, QLocale("eo"))
    assert len(installed) == 1


def test_without_any_file_the_sources_speak(
    qapp: QApplication,
    installed: list[QTranslator],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    install_translations(qapp, QLocale("en"))
    assert installed == []
    assert QCoreApplication.translate("RestWords", "Paused") == "Paused"
