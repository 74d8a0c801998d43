"""Which page is open, filled with what belongs on it."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject

from constructive_rest.history.record import Rest
from constructive_rest.ui.history_page import HistoryPage
from constructive_rest.ui.main_window import MainWindow
from constructive_rest.ui.rest_flow import RestFlow
from constructive_rest.ui.settings_page import SettingsPage


class Navigation(QObject):
    """Opens pages by their key.

    `load_rests` gives every rest to show, `today` the local day, and `sound_notice` the reason
    why no bell can be heard, empty where one can.
    """

    def __init__(
        self,
        window: MainWindow,
        flow: RestFlow,
        history: HistoryPage,
        settings_page: SettingsPage,
        load_rests: Callable[[], Sequence[Rest]],
        today: Callable[[], date],
        sound_notice: Callable[[], str],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._flow = flow
        self._history = history
        self._settings_page = settings_page
        self._load_rests = load_rests
        self._today = today
        self._sound_notice = sound_notice

    def open(self, key: str) -> None:
        """Fill and show the page called `key`."""
        match key:
            case "rest":
                self._flow.show_plan()
            case "history":
                self._history.show_rests(self._load_rests(), self._today())
            case "settings":
                self._settings_page.show_sound_notice(self._sound_notice())
            case _:
                pass
        self._window.show_page(key)
