"""Builds every object once by plain constructor arguments and connects all signals in one place."""

import random
import sys
import time
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QIcon

from constructive_rest import __version__, content, paths
from constructive_rest.bell_tower import BellTower
from constructive_rest.desktop.attendance import Attendance
from constructive_rest.desktop.awake import Awake
from constructive_rest.desktop.clocks import system_clock
from constructive_rest.desktop.instance import Claim
from constructive_rest.desktop.media_keys import open_media_keys
from constructive_rest.drawing.paper.document import Document
from constructive_rest.drawing.paper.press import Press
from constructive_rest.drawing.renderer import Renderer
from constructive_rest.floor_test import FloorTest
from constructive_rest.history.record import Outcome, Rest
from constructive_rest.journal import Journal
from constructive_rest.practice.clock import ScaledClock
from constructive_rest.practice.guide import Person
from constructive_rest.practice.model import Practice
from constructive_rest.practice.pages import MovementCue
from constructive_rest.settings import Settings
from constructive_rest.sound.opening import open_bells, open_voice
from constructive_rest.sound_desk import SoundDesk
from constructive_rest.store.errors import StoreError
from constructive_rest.store.store import Store
from constructive_rest.ui import paper_words
from constructive_rest.ui.caller import Caller
from constructive_rest.ui.fonts import load_fonts
from constructive_rest.ui.guide_page import GuidePage
from constructive_rest.ui.history_page import HistoryPage
from constructive_rest.ui.main_window import READING, MainWindow
from constructive_rest.ui.navigation import Navigation
from constructive_rest.ui.page_titles import page_titles
from constructive_rest.ui.paper_flow import PaperFlow
from constructive_rest.ui.photographer import Photographer, Sample
from constructive_rest.ui.picture_sheet import PictureSheets
from constructive_rest.ui.picture_words import PictureWords
from constructive_rest.ui.preferences import Preferences
from constructive_rest.ui.reading import Reading
from constructive_rest.ui.reading_page import PageToRead
from constructive_rest.ui.reflect_page import ReflectPage
from constructive_rest.ui.rest_driver import RestDriver
from constructive_rest.ui.rest_flow import RestFlow
from constructive_rest.ui.rest_page import RestPage
from constructive_rest.ui.rest_words import clock_face
from constructive_rest.ui.settings_page import SettingsPage
from constructive_rest.ui.system_dialogs import SystemDialogs
from constructive_rest.ui.theme import Theme

Result = TypeVar("Result")
DRAWING_AT_ONCE = 2
PAGES = ("guide", "rest", "history", "settings")


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asked for. `speed` is how much faster the session's clock runs."""

    data_dir: Path | None = None
    page: str = "guide"
    speed: float = 1.0


class Program(QObject):
    """The program, built and not yet shown. A QApplication must exist.

    Raises StoreError where the history cannot be opened and ContentError where a content file is
    faulty.
    """

    def __init__(self, options: Options, cache: Path | None = None) -> None:
        super().__init__()
        self._held: Claim | None = None
        file = paths.data_dir(options.data_dir) / paths.HISTORY_FILE
        self.store = Store.open(file)
        interrupted = self.store.settle_unfinished(datetime.now(UTC))
        self.people: Sequence[Person] = content.load_people()
        self.practice: Practice = content.load_practice()
        self.movement_cues: Sequence[MovementCue] = content.load_movement_cues()
        settings = self._first_settings()
        load_fonts()
        self.theme = Theme(self)
        self.theme.choose(settings.theme, motion=settings.gentle_motion)
        self.preferences = Preferences(settings, self)
        self.renderer = Renderer(cache if cache is not None else paths.cache_dir(), self)
        self._build_sound(settings)
        system = system_clock(sys.platform)
        self.clock = ScaledClock(system.awake_ns, options.speed)
        self.driver = RestDriver(
            self.clock, options.speed, self, lambda: system.asleep_ns() // 1_000_000
        )
        self.attendance = Attendance(Awake(parent=self), open_media_keys, self)
        self.caller = Caller(ScaledClock(time.monotonic_ns).now_ms, self)
        self._build_window(settings, file)
        self._build_flow()
        self._connect()
        self._connect_sound()
        self.rest.controls.show_sound(on=settings.sound, notice="")
        self.navigation.open(options.page)
        self._tell_of(interrupted)

    def photographer(self, folder: Path, sample: Sample, today: date) -> Photographer:
        """What takes pictures of every page."""
        return Photographer(self, folder, sample, today)

    def picture_sheets(self, cache: Path) -> PictureSheets:
        """What writes every picture, drawn by two processes that keep theirs in `cache`."""
        renderers = [Renderer(cache / f"{number}", self) for number in range(DRAWING_AT_ONCE)]
        told = content.load_alt_texts().sentences
        sentences = {pose: told[pose] for pose in content.load_pose_keys()}
        return PictureSheets(renderers, sentences, self.people[0].key)

    def keep(self, held: Claim) -> None:
        """Hold the data folder's claim for as long as the program is open."""
        self._held = held

    def close(self) -> None:
        """Let go of the drawing process, of the history and of its folder."""
        self.attendance.close()
        self.renderer.close()
        self.sound.close()
        self.press.close()
        self.journal.catch_up()
        self.store.close()
        if self._held is not None:
            self._held.release()

    def _first_settings(self) -> Settings:
        """The kept settings; a body picked on the first start is kept like any other choice."""
        kept = self.store.load_settings()
        settings = _with_body(kept, self.people)
        if settings != kept:
            self.store.save_settings(settings)
        return settings

    def _build_sound(self, settings: Settings) -> None:
        bells = BellTower(partial(open_bells, paths.resources()), settings, self)
        self.voice = open_voice(self)
        real_ms = ScaledClock(time.monotonic_ns).now_ms
        self.sound = SoundDesk(bells, self.voice, settings, real_ms, self)
        self.floor_test = FloorTest(self.sound, self.practice.walk_down[-1].text, self)

    def _build_window(self, settings: Settings, file: Path) -> None:
        theme, renderer = self.theme, self.renderer
        self.window = MainWindow(theme)
        self.window.setWindowIcon(QIcon(str(paths.resources() / "icons" / "app.svg")))
        words = PictureWords(content.load_alt_texts(), self.people)
        self.guide = GuidePage(theme, renderer, content.load_guide(), settings, words)
        self.rest = RestPage(theme, renderer)
        self.reflect = ReflectPage(theme)
        self.history = HistoryPage(theme, renderer, settings)
        self.settings_page = SettingsPage(theme, renderer, settings, self.people, file, __version__)
        self.to_read = PageToRead(theme, renderer, words, page_titles(), settings)
        self.window.set_pages(
            {
                "guide": self.guide,
                "rest": self.rest,
                "reflect": self.reflect,
                "history": self.history,
                "settings": self.settings_page,
                READING: self.to_read,
            }
        )

    def _build_flow(self) -> None:
        window, theme = self.window, self.theme
        self.journal = Journal(self.store, _now, self.clock.now_ms, _new_id, window.banner.tell)
        self.reading = Reading(window, self.to_read, content.load_page, self.movement_cues)
        self.flow = RestFlow(
            window,
            self.rest,
            self.reflect,
            self.driver,
            self.practice,
            self.movement_cues,
            random.SystemRandom().choice,
            self.preferences,
            theme,
            self.caller,
        )
        self.press = Press(self)
        self.paper = PaperFlow(window, theme, self.press, self._document, SystemDialogs())
        self.navigation = Navigation(
            window,
            self.flow,
            self.history,
            self._load_rests,
            date.today,
            self._show_voices,
        )

    def _connect(self) -> None:
        self.window.page_asked.connect(self.navigation.open)
        self.window.leaving.connect(lambda: self.flow.ask_to_end(close_after=True))
        self.renderer.failed.connect(self.window.banner.tell)

        self.preferences.changed.connect(self._keep_settings)
        self.preferences.changed.connect(self.guide.show_settings)
        self.preferences.changed.connect(self.history.show_settings)
        self.preferences.changed.connect(self.settings_page.show_settings)
        self.preferences.changed.connect(self.to_read.show_settings)
        self.preferences.changed.connect(self.flow.show_plan)
        self.guide.settings_changed.connect(self.preferences.take)
        self.settings_page.settings_changed.connect(self.preferences.take)

        self.guide.begin_asked.connect(self.flow.begin)
        self.guide.reading_asked.connect(self.reading.open_page)
        self.guide.begin.print_asked.connect(self.paper.open)
        self.settings_page.reading_asked.connect(self.reading.open_page)
        self.to_read.asked.connect(self.reading.open_page)
        self.to_read.closed.connect(self.reading.close)
        self.history.begin_asked.connect(partial(self.navigation.open, "guide"))

        self.rest.begin_asked.connect(partial(self.flow.begin, None))
        self.rest.pause_asked.connect(self.driver.toggle_pause)
        self.rest.end_asked.connect(self.flow.ask_to_end)
        self.rest.end_at_once.connect(self.flow.end_at_once)
        self.rest.hurts.connect(self.flow.ease_what_hurts)
        self.rest.full_screen_asked.connect(self.window.fill_screen)
        self.rest.turn_chosen.connect(self._keep_turn)
        self.rest.sound_chosen.connect(self._choose_sound)
        self.driver.happened.connect(self.flow.follow)
        self.driver.slept.connect(self.flow.ask_what_it_was)
        self.driver.moved.connect(self.flow.show_moment)

        self.flow.began.connect(self.journal.begin)
        self.flow.progressed.connect(self.journal.note)
        self.flow.began_walking.connect(self.attendance.begin)
        self.flow.paused.connect(self.attendance.pause)
        self.flow.resumed.connect(self.attendance.resume)
        self.flow.ended.connect(self.attendance.end)
        self.attendance.held.connect(self.rest.controls.show_awake)
        self.attendance.pressed.connect(self.driver.toggle_pause)

        self.flow.paused.connect(self.journal.pause)
        self.flow.resumed.connect(self.journal.resume)
        self.flow.hurt.connect(lambda rested_ms, _text: self.journal.hurt(rested_ms))
        self.flow.ended.connect(self._end)
        self.flow.answered.connect(self.journal.answer)
        self.flow.discarded.connect(self.journal.discard)
        self.flow.reflected.connect(self.journal.reflect)
        self.flow.over.connect(self.journal.catch_up)
        self.flow.over.connect(partial(self.navigation.open, "history"))
        self.reflect.kept.connect(self.flow.keep)

    def _connect_sound(self) -> None:
        sound, choices = self.sound, self.settings_page.sound
        self.preferences.changed.connect(self._take_sound)
        choices.bell_tried.connect(sound.try_bell)
        choices.voice_tried.connect(self.floor_test.speak)
        choices.test_asked.connect(self.floor_test.toggle)
        self.floor_test.running_changed.connect(lambda on: choices.show_testing(testing=on))
        self.flow.began_walking.connect(self._open_sound)
        self.flow.bell.connect(sound.ring)
        self.flow.line.connect(sound.say)
        self.flow.silence.connect(sound.hush)
        self.driver.sounds_ahead.connect(sound.expect)
        self.caller.calls_in.connect(lambda ms: sound.expect(ms, ms))
        sound.heard_changed.connect(self._show_sound)

    def _keep_settings(self, settings: Settings) -> None:
        self.theme.choose(settings.theme, motion=settings.gentle_motion)
        self._try(partial(self.store.save_settings, settings), None)

    def _end(self, rested_ms: int, whole: bool) -> None:
        self.journal.end(rested_ms, Outcome.UNANSWERED if whole else Outcome.ENDED_EARLY)

    def _keep_turn(self, degrees: int) -> None:
        self.preferences.take(replace(self.preferences.settings, floor_turn=degrees))

    def _choose_sound(self, on: bool) -> None:
        self.preferences.take(replace(self.preferences.settings, sound=on))

    def _take_sound(self, settings: Settings) -> None:
        """A new way to be heard shows at once, also that of a speaker."""
        self.sound.take(settings)
        self._show_sound()

    def _open_sound(self) -> None:
        self.floor_test.stop()
        self.sound.prepare()
        self._show_sound()

    def _show_voices(self) -> None:
        """Settings list the voices, which the system is asked for now."""
        self.sound.list_voices()
        self._show_sound()

    def _show_sound(self) -> None:
        sound = self.sound
        rings = not sound.bell_notice()
        self.rest.controls.show_sound(on=sound.on, notice=sound.notice(), rings=rings)
        self.settings_page.sound.show_heard(
            sound.bell_notice(), sound.voice_notice(), self.voice.names()
        )

    def _document(self) -> Document:
        """The guide for paper, with the choices that are in force."""
        safety = content.load_page("safety")
        return paper_words.document(self.guide.steps, safety, self.preferences.settings)

    def _load_rests(self) -> list[Rest]:
        nothing: list[Rest] = []
        return self._try(self.store.rests, nothing)

    def _tell_of(self, interrupted: list[Rest]) -> None:
        if interrupted and interrupted[-1].rested_s > 0:
            rested = clock_face(interrupted[-1].rested_s * 1000)
            sentence = QCoreApplication.translate(
                "Program", "Your last rest was cut short. {0} min of it are kept in History."
            )
            self.window.banner.tell(sentence.format(rested))

    def _try(self, action: Callable[[], Result], otherwise: Result) -> Result:
        try:
            return action()
        except StoreError as problem:
            self.window.banner.tell(problem.sentence)
            return otherwise


def _with_body(settings: Settings, people: Sequence[Person]) -> Settings:
    """No body is the default of mankind: the first start picks one."""
    keys = [person.key for person in people]
    if settings.body in keys:
        return settings
    return replace(settings, body=random.SystemRandom().choice(keys))


def _now() -> datetime:
    return datetime.now().astimezone()


def _new_id() -> str:
    return str(uuid.uuid4())
