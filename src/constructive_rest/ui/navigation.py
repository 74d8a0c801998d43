"""Which page is open, filled with what belongs on it."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject

from constructive_rest.history.record import Rest
from constructive_rest.ui.history_page import HistoryPage
from constructive_rest.ui.main_window import MainWindow
from constructive_rest.ui.rest_flow import RestFlow


class Navigation(QObject):
    """Opens pages by their key.

    `load_rests` gives every rest to show, `today` the local day; `show_voices` fills the settings
    with what can be heard.
    """

    def __init__(
        self,
        window: MainWindow,
        flow: RestFlow,
        history: HistoryPage,
        load_rests: Callable[[], Sequence[Rest]],
        today: Callable[[], date],
        show_voices: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._flow = flow
        self._history = history
        self._load_rests = load_rests
        self._today = today
        self._show_voices = show_voices

    def open(self, key: str) -> None:
        """Fill and show the page called `key`."""
        match key:
            case "rest":
                self._flow.show_plan()
            case "history":
                self._history.show_rests(self._load_rests(), self._today())
            case "settings":
                self._show_voices()
            case _:
                pass
        self._window.show_page(key)
