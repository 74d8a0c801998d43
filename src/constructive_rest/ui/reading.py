"""Opens what there is to read over the window."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from constructive_rest.practice.pages import MovementCue, ReadingPage
from constructive_rest.ui.main_window import MainWindow
from constructive_rest.ui.overlay import Block, ReadingOverlay, TextBlock
from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.text import Role


class Reading(QObject):
    """Turns pages, troubles and movement cues into text on a panel."""

    def __init__(
        self,
        window: MainWindow,
        theme: Theme,
        load_page: Callable[[str], ReadingPage],
        movement_cues: Sequence[MovementCue],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._load_page = load_page
        self._movement_cues = movement_cues

    def open_page(self, key: str) -> None:
        """Open the page called `key`. Raises ContentError where there is none."""
        if key == "movement":
            blocks = _movement_blocks(self._movement_cues)
            self._open(self.tr("Moving through the day"), blocks)
            return
        page = self._load_page(key)
        self._open(page.title, _page_blocks(page, self.tr("Source: {0}")))

    def _open(self, title: str, blocks: Sequence[Block]) -> None:
        ReadingOverlay(self._theme, title, blocks, self._window.ground).open()


def _page_blocks(page: ReadingPage, source_form: str) -> list[TextBlock]:
    blocks: list[TextBlock] = []
    for section in page.sections:
        blocks.append((Role.URGENT if section.urgent else Role.HEADING, section.heading))
        blocks += [(Role.BODY, paragraph) for paragraph in section.paragraphs]
        blocks += [(Role.CAPTION, source_form.format(source)) for source in section.sources]
    return blocks


def _movement_blocks(cues: Sequence[MovementCue]) -> list[TextBlock]:
    blocks: list[TextBlock] = []
    for cue in cues:
        blocks += [(Role.HEADING, cue.title), (Role.BODY, " ".join(cue.lines))]
    return blocks
