"""The window with everything that a rest needs, and a clock moved by hand."""

from PySide6.QtWidgets import QApplication, QLabel, QWidget
from tests.ui.stand_ins import HandClock, HandRenderer, timer_of

from constructive_rest.practice.model import Practice
from constructive_rest.practice.pages import MovementCue
from constructive_rest.practice.setup import Arms, Setup
from constructive_rest.settings import Settings
from constructive_rest.ui.caller import Caller
from constructive_rest.ui.main_window import MainWindow
from constructive_rest.ui.overlay import Overlay
from constructive_rest.ui.preferences import Preferences
from constructive_rest.ui.reflect_page import ReflectPage
from constructive_rest.ui.rest_driver import RestDriver
from constructive_rest.ui.rest_flow import RestFlow
from constructive_rest.ui.rest_page import RestPage
from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.buttons import PillButton

PLANNED = Settings(minutes=20, walk_down_s=30, setup=Setup(arms=Arms.SIDES))
MINUTE_MS = 60_000


class House:
    """The window with everything that a rest needs, and what the flow told."""

    def __init__(
        self,
        theme: Theme,
        renderer: HandRenderer,
        clock: HandClock,
        practice: Practice,
        cues: tuple[MovementCue, ...],
    ) -> None:
        self.clock = clock
        self.window = MainWindow(theme)
        self.rest = RestPage(theme, renderer)
        self.reflect = ReflectPage(theme)
        self.asleep_ms = 0
        self.driver = RestDriver(clock, asleep_ms=lambda: self.asleep_ms)
        self.caller = Caller(clock.now_ms)
        self.preferences = Preferences(PLANNED)
        self.window.set_pages(
            {"guide": QWidget(), "rest": self.rest, "reflect": self.reflect, "history": QWidget()}
        )
        self.flow = RestFlow(
            self.window, self.rest, self.reflect, self.driver, practice, cues,
            lambda some: some[0], self.preferences, theme, self.caller,
        )  # fmt: skip
        self.told: list[tuple[object, ...]] = []
        self.heard: list[str] = []
        self._connect()
        self.window.show_page("guide")
        self.window.show()
        self.window.activateWindow()
        QApplication.processEvents()

    def _connect(self) -> None:
        flow, told = self.flow, self.told
        flow.began_walking.connect(lambda: told.append(("walking",)))
        flow.began.connect(lambda *what: told.append(("began", *what)))
        flow.ended.connect(lambda *what: told.append(("ended", *what)))
        flow.reflected.connect(lambda *what: told.append(("reflected", *what)))
        flow.bell.connect(lambda name, loudness: told.append(("bell", name, loudness)))
        flow.line.connect(self.heard.append)
        flow.silence.connect(lambda: self.heard.append("(silence)"))
        flow.paused.connect(lambda rested: told.append(("paused", rested)))
        flow.resumed.connect(lambda: told.append(("resumed",)))
        flow.hurt.connect(lambda *what: told.append(("hurt", *what)))
        flow.discarded.connect(lambda: told.append(("discarded",)))
        flow.answered.connect(lambda: told.append(("answered",)))
        flow.over.connect(lambda: told.append(("over",)))
        self.driver.happened.connect(flow.follow)
        self.driver.moved.connect(flow.show_moment)
        self.driver.slept.connect(flow.ask_what_it_was)
        self.rest.pause_asked.connect(self.driver.toggle_pause)
        self.rest.end_asked.connect(flow.ask_to_end)
        self.rest.end_at_once.connect(flow.end_at_once)
        self.rest.hurts.connect(flow.ease_what_hurts)
        self.reflect.kept.connect(flow.keep)
        self.window.leaving.connect(lambda: flow.ask_to_end(close_after=True))

    def pass_ms(self, milliseconds: int) -> None:
        self.clock.now += milliseconds
        timer_of(self.driver).timeout.emit()

    def fall_asleep(self, milliseconds: int = 90 * MINUTE_MS) -> None:
        """The computer sleeps; its awake clock stands still meanwhile."""
        self.asleep_ms += milliseconds
        self.pass_ms(0)

    def call_until(self, since_end_ms: int) -> None:
        """Let time pass after the end, and wake the caller whenever its timer would."""
        end = self.clock.now
        while self.clock.now < end + since_end_ms and timer_of(self.caller).isActive():
            self.clock.now += timer_of(self.caller).interval()
            timer_of(self.caller).timeout.emit()

    def begin_resting(self, milliseconds: int = 5 * MINUTE_MS) -> None:
        """Begin, lie down and rest for a while."""
        self.flow.begin(None)
        self.pass_ms(30_000 + milliseconds)

    def let_go(self) -> None:
        """Let the window close without a question, and no bell call any more."""
        self.caller.stop()
        self.window.hold_open = False

    def questions(self) -> list[Overlay]:
        return [one for one in self.window.findChildren(Overlay) if one.isVisible()]

    def answer(self, name: str) -> None:
        button = self.questions()[0].findChild(PillButton, name)
        assert button is not None
        button.click()

    def text(self, name: str) -> str:
        label = self.rest.findChild(QLabel, name)
        assert label is not None
        return label.text()

    def bells(self) -> list[object]:
        return [what[1] for what in self.told if what[0] == "bell"]

    def of(self, kind: str) -> list[tuple[object, ...]]:
        return [what for what in self.told if what[0] == kind]
