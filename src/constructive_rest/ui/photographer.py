"""Brings the window into each of its states and keeps a picture of it."""

import errno
import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QEventLoop, QSize, QTimer

from constructive_rest.drawing.renderer import Renderer
from constructive_rest.history.record import Rest
from constructive_rest.practice import session as sessions
from constructive_rest.practice.model import Practice
from constructive_rest.practice.pages import MovementCue
from constructive_rest.practice.setup import Legs, Setup
from constructive_rest.practice.timeline import Timeline, fit, walk_down, walk_down_steps
from constructive_rest.settings import FLOOR_TURNS, ThemeChoice
from constructive_rest.ui.figure_slot import FigureSlot
from constructive_rest.ui.guide_page import GuidePage
from constructive_rest.ui.history_page import HistoryPage
from constructive_rest.ui.main_window import MainWindow
from constructive_rest.ui.navigation import Navigation
from constructive_rest.ui.overlay import Overlay
from constructive_rest.ui.page_titles import page_titles
from constructive_rest.ui.preferences import Preferences
from constructive_rest.ui.reading import Reading
from constructive_rest.ui.reading_page import PageToRead
from constructive_rest.ui.reflect_page import ReflectPage
from constructive_rest.ui.rest_flow import RestFlow
from constructive_rest.ui.rest_page import RestPage
from constructive_rest.ui.rest_words import words_at

SIZES = (QSize(800, 600), QSize(1280, 800), QSize(1920, 1080))
LIGHTS = (ThemeChoice.MORNING, ThemeChoice.DUSK)
POLL_MS = 20
PLANNED_MS = 20 * 60_000
WALK_DOWN_MS = 30_000
BODY, OTHER_BODY = "reed", "poppy"
Show = Callable[[], None]
Sample = Callable[[int], Sequence[Rest]]


class Subject(Protocol):
    """The built program, as far as it is photographed."""

    window: MainWindow
    renderer: Renderer
    preferences: Preferences
    navigation: Navigation
    reading: Reading
    flow: RestFlow
    guide: GuidePage
    to_read: PageToRead
    rest: RestPage
    reflect: ReflectPage
    history: HistoryPage
    practice: Practice
    movement_cues: Sequence[MovementCue]


class Photographer:
    """Photographs `subject` into `folder`.

    `sample` invents a history of so many rests, the last of them on `today`.
    """

    def __init__(self, subject: Subject, folder: Path, sample: Sample, today: date) -> None:
        self._subject = subject
        self._folder = folder
        self._sample = sample
        self._today = today

    def take_all(self) -> int:
        """Write every picture; how many there are. Raises OSError at the first not kept."""
        subject = self._subject
        still = replace(subject.preferences.settings, body=BODY, gentle_motion=False)
        subject.preferences.take(still)
        subject.window.show()
        written = 0
        for light in LIGHTS:
            lit = replace(still, theme=light)
            for size in SIZES:
                subject.window.resize(size)
                for name, show in self._states().items():
                    subject.preferences.take(lit)
                    show()
                    self._save(f"{name}-{light}-{size.width()}x{size.height()}")
                    written += 1
        return written

    def _states(self) -> dict[str, Show]:
        subject = self._subject
        steps = {
            f"guide-{number + 1}-{step.key}": self._step(number)
            for number, step in enumerate(subject.guide.steps)
        }
        return {
            **steps,
            **{
                f"guide-{number + 1}-{step.key}-troubles": self._troubles(number)
                for number, step in enumerate(subject.guide.steps)
                if step.trouble
            },
            "guide-other-body": self._chosen("ground", body=OTHER_BODY),
            **{
                f"guide-on-side-{key}": self._chosen(key, setup=Setup(legs=Legs.SIDE))
                for key in ("head", "arms", "legs")
            },
            **{f"reading-{key}": self._reading(key) for key in page_titles()},
            **{f"reading-{key}-end": self._reading(key, end=True) for key in page_titles()},
            "rest": lambda: self._open("rest"),
            "rest-walk-down": lambda: self._show_rest(WALK_DOWN_MS // 2),
            **{
                f"rest-{phase.phase.key}": self._phase(phase.start_ms + phase.end_ms)
                for phase in self._timeline().phases
            },
            **{
                f"rest-turning-to-{phase.phase.key}": self._turning(phase.start_ms)
                for phase in self._timeline().phases[1:]
            },
            **{f"rest-from-floor-{turn}": self._from_floor(turn) for turn in FLOOR_TURNS},
            "rest-slept": self._ask_what_it_was,
            "rest-paused": lambda: self._show_rest(WALK_DOWN_MS + PLANNED_MS // 3, pause=True),
            "rest-end": self._ask_to_end,
            "reflect": self._show_reflect,
            "history-empty": lambda: self._show_history(0),
            "history-one": lambda: self._show_history(1),
            "history": lambda: self._show_history(60),
            "settings": lambda: self._open("settings"),
        }

    def _step(self, number: int) -> Show:
        def show() -> None:
            self._open("guide")
            self._subject.guide.open_step(number)

        return show

    def _chosen(self, key: str, **changes: object) -> Show:
        """A step of the guide with something else chosen."""

        def show() -> None:
            preferences = self._subject.preferences
            preferences.take(replace(preferences.settings, **changes))  # type: ignore[arg-type]
            self._step([step.key for step in self._subject.guide.steps].index(key))()

        return show

    def _troubles(self, number: int) -> Show:
        def show() -> None:
            self._step(number)()
            self._subject.guide.toggle_troubles()

        return show

    def _open(self, key: str) -> None:
        self._subject.window.show_rail(shown=True)
        self._subject.navigation.open(key)

    def _reading(self, key: str, *, end: bool = False) -> Show:
        def show() -> None:
            self._open("guide")
            self._subject.reading.open_page(key)
            QCoreApplication.processEvents()
            if end:
                self._subject.to_read.scroll_to_end()

        return show

    def _phase(self, twice_middle_ms: int) -> Show:
        return lambda: self._show_rest(WALK_DOWN_MS + twice_middle_ms // 2)

    def _show_rest(self, now_ms: int, *, pause: bool = False) -> None:
        subject = self._subject
        timeline = self._timeline()
        session = sessions.begin(timeline, WALK_DOWN_MS, 0).session
        step = sessions.pause if pause else sessions.advance
        session = step(session, now_ms).session
        subject.window.show_rail(shown=False)
        subject.rest.show_plan(timeline, subject.preferences.settings)
        subject.rest.show_underway(underway=True, paused=pause)
        subject.rest.show_words(words_at(session, now_ms))
        subject.rest.show_position(session.position_ms(now_ms))
        subject.window.show_page("rest")

    def _turning(self, boundary_ms: int) -> Show:
        """The middle of a turn of the light, which only moves where things may move."""

        def show() -> None:
            preferences = self._subject.preferences
            preferences.take(replace(preferences.settings, gentle_motion=True))
            self._show_rest(WALK_DOWN_MS + boundary_ms)

        return show

    def _from_floor(self, turn: int) -> Show:
        def show() -> None:
            self._show_rest(WALK_DOWN_MS + PLANNED_MS // 3)
            self._subject.rest.floor_view.open(turn)

        return show

    def _ask_what_it_was(self) -> None:
        self._show_rest(WALK_DOWN_MS + PLANNED_MS // 3, pause=True)
        self._subject.flow.open_sleep_question(PLANNED_MS // 3, PLANNED_MS, PLANNED_MS)

    def _ask_to_end(self) -> None:
        self._show_rest(WALK_DOWN_MS + PLANNED_MS // 3)
        self._subject.flow.open_question(PLANNED_MS // 3)

    def _show_reflect(self) -> None:
        subject = self._subject
        subject.window.show_rail(shown=True)
        timeline = self._timeline()
        subject.reflect.ask(timeline, PLANNED_MS, subject.movement_cues[0])
        subject.window.show_page("reflect")

    def _show_history(self, count: int) -> None:
        self._open("history")
        self._subject.history.show_rests(self._sample(count), self._today)

    def _timeline(self) -> Timeline:
        practice, setup = self._subject.practice, self._setup()
        rest = fit(practice, PLANNED_MS, setup.eyes)
        return walk_down(rest, walk_down_steps(practice, setup), WALK_DOWN_MS)

    def _setup(self) -> Setup:
        return self._subject.preferences.settings.setup

    def _save(self, name: str) -> None:
        self._wait_for_figures()
        window = self._subject.window
        file = self._folder / f"{name}.png"
        if not window.grab().save(str(file)):
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(file))
        for overlay in window.findChildren(Overlay):
            overlay.dismiss()
        self._subject.rest.floor_view.close_view()

    def _wait_for_figures(self) -> None:
        """Until every picture that is wanted has been drawn and shown."""
        QCoreApplication.processEvents()
        loop = QEventLoop()
        timer = QTimer(interval=POLL_MS)
        timer.timeout.connect(lambda: loop.quit() if self._quiet() else None)
        timer.start()
        loop.exec()

    def _quiet(self) -> bool:
        slots = self._subject.window.findChildren(FigureSlot)
        return all(slot.settled for slot in slots) and not self._subject.renderer.busy
