"""The words of the interface in the person's language, as far as they are translated."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from constructive_rest import paths

SOURCE_LANGUAGE = "en"


def install_translations(app: QCoreApplication, locale: QLocale | None = None) -> None:
    """Translate everything shown from now on.

    English is installed too: its file holds the plural forms that the sources leave open.
    """
    folder = paths.resources() / "translations"
    _install(app, folder, QLocale(SOURCE_LANGUAGE))
    wanted = locale if locale is not None else QLocale()
    if wanted.language() != QLocale.Language.English:
        _install(app, folder, wanted)


def _install(app: QCoreApplication, folder: Path, locale: QLocale) -> None:
    translator = QTranslator(app)
    if translator.load(locale, "constructive-rest", "_", str(folder)):
        app.installTranslator(translator)
