"""The settings in force, shared by every page."""

from PySide6.QtCore import QObject, Signal

from constructive_rest.settings import Settings


class Preferences(QObject):
    """Holds the settings; `changed` carries the new ones whenever they differ."""

    changed = Signal(object)

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self._settings

    def take(self, settings: Settings) -> None:
        """Put new settings in force."""
        if settings != self._settings:
            self._settings = settings
            self.changed.emit(settings)
