"""Takes a person from Begin through the rest to the rating."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from constructive_rest.practice.model import Practice
from constructive_rest.practice.pages import MovementCue
from constructive_rest.practice.session import (
    CountedWhole,
    CueDue,
    EndedEarly,
    Finished,
    Paused,
    PhaseEntered,
    RestBegan,
    Resumed,
    Stage,
)
from constructive_rest.practice.setup import Legs
from constructive_rest.practice.timeline import Timeline, comfort, fit, walk_down, walk_down_steps
from constructive_rest.settings import Settings
from constructive_rest.ui.caller import Caller
from constructive_rest.ui.main_window import MainWindow
from constructive_rest.ui.overlay import Overlay, QuestionOverlay
from constructive_rest.ui.preferences import Preferences
from constructive_rest.ui.reflect_page import ReflectPage
from constructive_rest.ui.rest_driver import RestDriver
from constructive_rest.ui.rest_page import RestPage
from constructive_rest.ui.rest_words import RestWords, clock_face, words_at
from constructive_rest.ui.sleep_overlay import SleepOverlay
from constructive_rest.ui.theme import Theme

ADVICE_MS = 15_000
"""How long a comfort stays on the screen."""


@dataclass(frozen=True, slots=True)
class Advice:
    """The `number`th comfort offered in a rest, shown in place of cues until a position."""

    number: int = -1
    text: str = ""
    until_ms: int = -(24 * 60 * 60_000)


class RestFlow(QObject):
    """Moves between the pages of one rest and tells the rest of the program what to keep.

    `began_walking` is emitted on Begin; `began` carries practice, planned milliseconds, setup and
    ease before; `progressed` and `paused` rested milliseconds; `hurt` rested milliseconds and the
    sentence that may help; `ended` rested milliseconds and whether the rest was whole; `answered`
    is emitted when somebody came back to a whole rest, `discarded` where nothing of it is to be
    kept; `reflected` carries ease after and note; `bell` the name of a bell and how loud it is, as
    a share 0–1 of the volume; `line` a sentence to be spoken now; `silence` asks that nothing more
    is spoken; `over` is emitted when the person has finished with this rest.
    """

    began_walking = Signal()
    began = Signal(str, int, object, object)
    progressed = Signal(int)
    ended = Signal(int, bool)
    paused = Signal(int)
    resumed = Signal()
    hurt = Signal(int, str)
    answered = Signal()
    discarded = Signal()
    reflected = Signal(object, str)
    bell = Signal(str, float)
    line = Signal(str)
    silence = Signal()
    over = Signal()

    def __init__(
        self,
        window: MainWindow,
        rest_page: RestPage,
        reflect_page: ReflectPage,
        driver: RestDriver,
        practice: Practice,
        movement_cues: Sequence[MovementCue],
        pick: Callable[[Sequence[MovementCue]], MovementCue],
        preferences: Preferences,
        theme: Theme,
        caller: Caller,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._rest_page = rest_page
        self._reflect_page = reflect_page
        self._driver = driver
        self._practice = practice
        self._movement_cues = movement_cues
        self._pick = pick
        self._preferences = preferences
        self._theme = theme
        self._caller = caller
        self._caller.rang.connect(partial(self.bell.emit, "end"))
        self._caller.answered.connect(self.answered)
        self._advice = Advice()
        self._ease_before: int | None = None
        self._settings = preferences.settings
        self._question: Overlay | None = None
        self._close_after = False
        self._discarding = False

    def show_plan(self) -> None:
        """Show on the rest page what a rest with the present settings would be."""
        if self._driver.underway:
            return
        settings = self._preferences.settings
        timeline = self._fit(settings)
        self._rest_page.show_plan(timeline, settings)
        self._rest_page.show_underway(underway=False, paused=False)
        self._rest_page.show_position(0)
        self._rest_page.show_words(
            RestWords(
                self._practice.name,
                clock_face(timeline.planned_ms),
                self.tr("Six phases, and nothing to click until the end."),
            )
        )

    def begin(self, ease_before: int | None) -> None:
        """Start a rest with the present settings."""
        if self._driver.underway:
            return
        self._settings = self._preferences.settings
        self._ease_before = ease_before
        self._close_after = False
        steps = walk_down_steps(self._practice, self._settings.setup)
        timeline = walk_down(self._fit(self._settings), steps, self._settings.walk_down_s * 1000)
        self._caller.stop()
        self._advice = Advice()
        self._window.hold_open = True
        self._window.show_rail(shown=False)
        self._rest_page.show_plan(timeline, self._settings)
        self._rest_page.show_underway(underway=True, paused=False)
        self._window.show_page("rest")
        self.began_walking.emit()
        self._driver.begin(timeline, self._settings.walk_down_s * 1000)

    def ask_to_end(self, *, close_after: bool = False) -> None:
        """Ask whether to end here; the rest goes on while the question is open."""
        if not self._driver.underway or self._question is not None:
            return
        self._close_after = False
        question = self.open_question(self._driver.rested_ms())
        question.agreed.connect(partial(self._end, close_after=close_after))

    def open_question(self, rested: int) -> QuestionOverlay:
        """Show the question, with the `rested` milliseconds that would be kept."""
        words = (
            self.tr("{0} min will be kept.").format(clock_face(rested // 1000 * 1000))
            if rested >= 1000
            else self.tr("The rest has not begun, so nothing will be kept.")
        )
        question = QuestionOverlay(
            self._theme,
            self.tr("End this rest?"),
            words,
            self.tr("Keep resting"),
            self.tr("End here"),
            self._window.ground,
        )
        question.closed.connect(self._forget_question)
        self._question = question
        question.open()
        return question

    def end_at_once(self) -> None:
        """End here without a question and keep what was rested."""
        self._driver.end_early()

    def ask_what_it_was(self, slept_ms: int) -> None:
        """Ask what to keep of a rest in which the computer slept; until then it is paused."""
        if self._question is not None:
            self._question.dismiss()
        session, rested = self._driver.session, self._driver.rested_ms()
        if session is None or rested < 1000:
            return
        question = self.open_sleep_question(rested, session.timeline.planned_ms, slept_ms)
        question.kept.connect(self._driver.end_early)
        question.counted_whole.connect(self._driver.count_whole)
        question.discarded.connect(self._discard)
        question.went_on.connect(self._driver.toggle_pause)

    def open_sleep_question(self, rested: int, planned: int, slept: int) -> SleepOverlay:
        """Show the question after the computer slept, all in milliseconds."""
        question = SleepOverlay(self._theme, rested, planned, slept, self._window.ground)
        question.closed.connect(self._forget_question)
        self._question = question
        question.open()
        return question

    def ease_what_hurts(self) -> None:
        """Offer one comfort after another, and note that something hurts."""
        if not self._driver.underway:
            return
        number = self._advice.number + 1
        text = comfort(self._practice, self._settings.setup, number)
        position = self._driver.position_ms()
        self._advice = Advice(number, text, position + ADVICE_MS)
        self.hurt.emit(self._driver.rested_ms(), text)
        self.silence.emit()
        self.line.emit(text)
        self.show_moment(position)

    def follow(self, event: object) -> None:
        """Do what an event of the session asks for."""
        match event:
            case RestBegan():
                timeline = self._timeline()
                self.began.emit(
                    self._practice.key, timeline.planned_ms, self._settings.setup, self._ease_before
                )
                self.bell.emit("begin", 1.0)
            case PhaseEntered(phase=phase) if phase.index > 0:
                self.bell.emit("phase", 1.0)
            case CueDue(cue=cue) if cue.spoken:
                self.line.emit(cue.text)
            case Paused():
                self.silence.emit()
                self.paused.emit(self._driver.rested_ms())
            case Resumed():
                self.resumed.emit()
            case Finished():
                self._leave(whole=True)
                self._caller.begin()
            case CountedWhole():
                self._leave(whole=True)
                self.answered.emit()
            case EndedEarly():
                self.silence.emit()
                self._leave(whole=False)
            case _:
                pass

    def show_moment(self, position_ms: int) -> None:
        """Show where the session stands."""
        session = self._driver.session
        if session is None or not self._driver.underway:
            return
        self._rest_page.show_underway(underway=True, paused=session.stage is Stage.PAUSED)
        words = words_at(session, session.seen_ms)
        if position_ms < self._advice.until_ms:
            words = replace(words, cue=self._advice.text)
        self._rest_page.show_position(position_ms)
        self._rest_page.show_words(words)
        self.progressed.emit(max(0, position_ms))

    def keep(self, ease_after: int | None, note: str) -> None:
        """Pass on what the person wants to keep, and finish with this rest."""
        self._caller.answer()
        if ease_after is not None or note:
            self.reflected.emit(ease_after, note)
        self.over.emit()

    def _end(self, *, close_after: bool) -> None:
        self._close_after = close_after
        self._driver.end_early()

    def _discard(self) -> None:
        self._discarding = True
        self._driver.end_early()

    def _leave(self, *, whole: bool) -> None:
        rested = self._driver.rested_ms()
        timeline = self._timeline()
        if self._question is not None:
            self._question.dismiss()
        self.ended.emit(rested, whole)
        discarding, self._discarding = self._discarding, False
        if discarding:
            self.discarded.emit()
        self._window.hold_open = False
        self._window.show_rail(shown=True)
        self._rest_page.show_underway(underway=False, paused=False)
        if self._close_after:
            self._window.close()
        elif discarding or rested < 1000:
            self._window.show_page("guide")
        else:
            self._reflect_page.ask(timeline, rested, self._pick(self._movement_cues))
            self._window.show_page("reflect")
        self.show_plan()

    def _timeline(self) -> Timeline:
        session = self._driver.session
        if session is None:
            raise RuntimeError("there is no session")
        return session.timeline

    def _fit(self, settings: Settings) -> Timeline:
        setup = settings.setup
        on_side = setup.legs is Legs.SIDE
        planned_ms = settings.minutes * 60_000
        return fit(self._practice, planned_ms, setup.eyes, settings.cues, on_side=on_side)

    def _forget_question(self) -> None:
        self._question = None
