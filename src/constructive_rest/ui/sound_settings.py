"""What a person may choose of bells and voice."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from constructive_rest.practice.timeline import CueDensity
from constructive_rest.settings import PACE_MAX, Settings
from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.buttons import Kind, PillButton
from constructive_rest.ui.widgets.choice_menu import ChoiceMenu
from constructive_rest.ui.widgets.choices import Segmented, Switch
from constructive_rest.ui.widgets.painted import connect_clicks
from constructive_rest.ui.widgets.setting_row import SettingRow
from constructive_rest.ui.widgets.slider import setting_slider

PACE_STEP = 10


class SoundSettings(QWidget):
    """The rows of the group “Sound”.

    `changed` carries the name of a setting and its new value; `bell_tried` and `voice_tried` are
    emitted when a new choice should be heard, `test_asked` when the test from the floor is to
    begin or to stop.
    """

    changed = Signal(str, object)
    bell_tried = Signal()
    voice_tried = Signal()
    test_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._settings = Settings()
        self._voices: Sequence[str] = ()
        self._make_controls()
        self._make_rows()
        self._connect()

    def show_settings(self, settings: Settings) -> None:
        """Show the settings in force."""
        self._settings = settings
        controls = (self.sound, self.volume, self.voice_volume, self.pace)
        for widget in controls:
            widget.blockSignals(True)
        self.sound.setChecked(settings.sound)
        self.volume.setValue(settings.volume)
        self.voice_volume.setValue(settings.voice_volume)
        self.pace.setValue(settings.pace // PACE_STEP)
        for widget in controls:
            widget.blockSignals(False)
        self.cues.choose(settings.cues)
        speaks = settings.sound and settings.cues is not CueDensity.BELLS
        self.volume.setEnabled(settings.sound)
        self.cues.setEnabled(settings.sound)
        self.test.setEnabled(settings.sound)
        self._offer_voices()
        self.voice_volume.setEnabled(speaks)
        self.pace.setEnabled(speaks)
        self.voice.setEnabled(speaks and bool(self._voices))
        self._say_values()

    def show_heard(self, bell_notice: str, voice_notice: str, voices: Sequence[str]) -> None:
        """Say why bells or voice cannot be heard where they cannot, and offer the voices."""
        self._voices = voices
        self._sound_row.set_hint(bell_notice)
        self._voice_row.set_hint(voice_notice)
        self.show_settings(self._settings)

    def show_testing(self, *, testing: bool) -> None:
        """Show whether the test from the floor is under way."""
        self.test.setText(self.tr("Stop") if testing else self.tr("Test from the floor"))
        begun = self.tr("Lie down: it begins in ten seconds")
        self._test_row.set_hint(begun if testing else self._test_hint())

    def _make_controls(self) -> None:
        theme = self._theme
        self.sound = Switch(theme, self.tr("Bells and voice"))
        self.sound.setObjectName("set_sound")
        self.volume = setting_slider(theme, self.tr("Bells"), 0, 100, "set_volume")
        self.volume.setPageStep(10)
        densities = (
            (CueDensity.FULL, self.tr("All")),
            (CueDensity.SPARSE, self.tr("A few")),
            (CueDensity.BELLS, self.tr("Bells only")),
        )
        self.cues = Segmented(theme, densities, self.tr("Spoken cues"))
        for key, _text in densities:
            self.cues.segment(key).setObjectName(f"cues_{key}")
        self.voice = ChoiceMenu(theme, self.tr("Voice"))
        self.voice.setObjectName("set_voice")
        self.voice_volume = setting_slider(
            theme, self.tr("Loudness of the voice"), 0, 100, "set_voice_volume"
        )
        self.voice_volume.setPageStep(10)
        most = PACE_MAX // PACE_STEP
        self.pace = setting_slider(theme, self.tr("Pace"), -most, most, "set_pace")
        self.test = PillButton(theme, self.tr("Test from the floor"), Kind.PLAIN)
        self.test.setObjectName("test_from_floor")

    def _make_rows(self) -> None:
        theme = self._theme
        self._sound_row = SettingRow(theme, self.tr("Bells and voice"), "", self.sound)
        self._volume_row = SettingRow(theme, self.tr("Bells"), "", self.volume)
        self._cues_row = SettingRow(theme, self.tr("Spoken cues"), "", self.cues)
        self._voice_row = SettingRow(theme, self.tr("Voice"), "", self.voice)
        self._voice_volume_row = SettingRow(
            theme, self.tr("Loudness of the voice"), "", self.voice_volume
        )
        self._pace_row = SettingRow(theme, self.tr("Pace"), "", self.pace)
        self._test_row = SettingRow(theme, self.tr("Heard from there?"), "", self.test, last=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for row in (
            self._sound_row, self._volume_row, self._cues_row, self._voice_row,
            self._voice_volume_row, self._pace_row, self._test_row,
        ):  # fmt: skip
            column.addWidget(row)
        self.show_testing(testing=False)

    def _connect(self) -> None:
        self.sound.toggled.connect(lambda on: self.changed.emit("sound", on))
        self.volume.valueChanged.connect(lambda value: self.changed.emit("volume", value))
        self.volume.settled.connect(self.bell_tried)
        self.cues.chosen.connect(lambda key: self.changed.emit("cues", CueDensity(key)))
        self.voice.chosen.connect(self._choose_voice)
        self.voice_volume.valueChanged.connect(
            lambda value: self.changed.emit("voice_volume", value)
        )
        self.voice_volume.settled.connect(self.voice_tried)
        self.pace.valueChanged.connect(lambda value: self.changed.emit("pace", value * PACE_STEP))
        self.pace.settled.connect(self.voice_tried)
        connect_clicks(self.test, self.test_asked.emit)

    def _choose_voice(self, name: str) -> None:
        self.changed.emit("voice", name)
        self.voice_tried.emit()

    def _offer_voices(self) -> None:
        usual = ("", self.tr("The usual one"))
        self.voice.offer((usual, *((name, name) for name in self._voices)), self._settings.voice)

    def _say_values(self) -> None:
        settings = self._settings
        percent = self.tr("{0}%")
        self._volume_row.set_hint(percent.format(settings.volume))
        self._voice_volume_row.set_hint(percent.format(settings.voice_volume))
        densities = {
            CueDensity.FULL: self.tr("Each cue is spoken as it appears"),
            CueDensity.SPARSE: self.tr("One opens each part, and all that lead back up"),
            CueDensity.BELLS: self.tr("Every cue can still be read"),
        }
        self._cues_row.set_hint(densities[settings.cues])
        self._pace_row.set_hint(self._pace_words(settings.pace))

    def _pace_words(self, pace: int) -> str:
        if pace == 0:
            return self.tr("The voice’s own")
        return self.tr("Slower") if pace < 0 else self.tr("Quicker")

    def _test_hint(self) -> str:
        return self.tr("Two bells and a sentence, ten seconds from now")
