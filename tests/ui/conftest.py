"""The room's light and some rests, for every test of the window."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.house import House
from tests.ui.stand_ins import HandClock, HandRenderer

from constructive_rest import content
from constructive_rest.history.record import Outcome, Rest
from constructive_rest.practice.guide import GuideStep
from constructive_rest.practice.model import Practice
from constructive_rest.practice.pages import MovementCue
from constructive_rest.practice.setup import Eyes
from constructive_rest.practice.timeline import Timeline, fit
from constructive_rest.settings import ThemeChoice
from constructive_rest.ui import fonts
from constructive_rest.ui.picture_words import PictureWords
from constructive_rest.ui.theme import Theme

TODAY = date(2026, 6, 13)


@pytest.fixture(autouse=True)
def pointer_away(qapp: QApplication) -> None:
    """No widget is hovered by chance."""
    QCursor.setPos(QGuiApplication.primaryScreen().geometry().bottomRight())


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """Morning light, and nothing moves."""
    fonts.load_fonts()
    light = Theme()
    light.choose(ThemeChoice.MORNING, motion=False)
    return light


@pytest.fixture(scope="session")
def rest_before() -> Callable[..., Rest]:
    """A rest `days` before 13 June 2026, at `hour` o'clock."""

    def made(days: int, minutes: float = 20, hour: int = 7, **changes: object) -> Rest:
        at = datetime.combine(TODAY - timedelta(days=days), time(hour), tzinfo=UTC)
        fields: dict[str, object] = {
            "id": f"{days}-{hour}",
            "practice": "constructive-rest",
            "started_at": at,
            "utc_offset_s": 0,
            "planned_s": 1200,
            "rested_s": round(minutes * 60),
            "outcome": Outcome.COMPLETED,
            "updated_at": at,
        }
        return Rest(**(fields | changes))  # type: ignore[arg-type]

    return made


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def renderer(tmp_path: Path) -> HandRenderer:
    """Nothing is drawn before the test says so."""
    return HandRenderer(tmp_path)


@pytest.fixture(scope="session")
def practice() -> Practice:
    return content.load_practice()


@pytest.fixture(scope="session")
def steps() -> tuple[GuideStep, ...]:
    return content.load_guide()


@pytest.fixture(scope="session")
def words() -> PictureWords:
    return PictureWords(content.load_alt_texts(), content.load_people())


@pytest.fixture(scope="session")
def cues() -> tuple[MovementCue, ...]:
    return content.load_movement_cues()


@pytest.fixture(scope="session")
def timeline(practice: Practice) -> Timeline:
    """A rest of 20 minutes."""
    return fit(practice, 20 * 60_000, Eyes.OPEN)


@pytest.fixture
def lively(theme: Theme) -> Theme:
    """Morning light in which things move."""
    theme.choose(ThemeChoice.MORNING, motion=True)
    return theme


@pytest.fixture
def house(
    theme: Theme,
    renderer: HandRenderer,
    clock: HandClock,
    practice: Practice,
    cues: tuple[MovementCue, ...],
    qtbot: QtBot,
) -> House:
    made = House(theme, renderer, clock, practice, cues)
    qtbot.addWidget(made.window, before_close_func=lambda _window: made.let_go())
    return made
