"""The rests as rows of a list."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import (
    QAbstractListModel,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from constructive_rest.history.record import Rest
from constructive_rest.ui.history.words import RestWords, rest_words

Index = QModelIndex | QPersistentModelIndex
WORDS_ROLE = Qt.ItemDataRole.UserRole
NO_PARENT = QModelIndex()


class RestModel(QAbstractListModel):
    """One row for each rest, the newest first, put into words only when it is looked at."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rests: list[Rest] = []
        self._words: dict[int, RestWords] = {}
        self._today = date.min
        self._locale = QLocale()

    def show_rests(self, rests: Sequence[Rest], today: date) -> None:
        """Take the rests, oldest first."""
        self.beginResetModel()
        self._rests = list(reversed(rests))
        self._words = {}
        self._today = today
        self.endResetModel()

    def words(self, row: int) -> RestWords:
        """A row in words."""
        if row not in self._words:
            self._words[row] = rest_words(self._rests[row], self._today, self._locale)
        return self._words[row]

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """How many rests there are."""
        return 0 if parent.isValid() else len(self._rests)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words for the delegate, and one phrase for everything that reads text."""
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self.words(index.row()).spoken
            case Qt.ItemDataRole.UserRole:
                return self.words(index.row())
            case _:
                return None
