"""The choices of bells and voice: each changes its own setting, and says what it is set to."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from constructive_rest.practice.timeline import CueDensity
from constructive_rest.settings import Settings, ThemeChoice
from constructive_rest.ui.sound_settings import SoundSettings
from constructive_rest.ui.theme import Theme

KEPT = Settings()
VOICES = ["English (America)", "English (Scotland)"]


@pytest.fixture
def sound(theme: Theme, qtbot: QtBot) -> SoundSettings:
    made = SoundSettings(theme)
    qtbot.addWidget(made)
    made.show_settings(KEPT)
    made.show_heard("", "", VOICES)
    made.resize(536, 500)
    return made


def words(sound: SoundSettings) -> list[str]:
    return [label.text() for label in sound.findChildren(QLabel) if not label.isHidden()]


def button(sound: SoundSettings, name: str) -> QAbstractButton:
    found = sound.findChild(QAbstractButton, name)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("control", "value", "name", "expected"),
    [
        ("volume", 15, "volume", 15),
        ("voice_volume", 35, "voice_volume", 35),
        ("pace", 3, "pace", 30),
        ("pace", -5, "pace", -50),
    ],
)
def test_a_slider_changes_its_setting(
    sound: SoundSettings, qtbot: QtBot, control: str, value: int, name: str, expected: int
) -> None:
    with qtbot.waitSignal(sound.changed) as changed:
        getattr(sound, control).setValue(value)
    assert changed.args == [name, expected]


@pytest.mark.parametrize("density", [CueDensity.SPARSE, CueDensity.BELLS])
def test_how_much_is_spoken_is_chosen(
    sound: SoundSettings, qtbot: QtBot, density: CueDensity
) -> None:
    with qtbot.waitSignal(sound.changed) as changed:
        button(sound, f"cues_{density}").click()
    assert changed.args == ["cues", density]


def test_showing_settings_changes_nothing(sound: SoundSettings, qtbot: QtBot) -> None:
    other = replace(KEPT, sound=False, volume=1, voice_volume=2, pace=50, cues=CueDensity.BELLS)
    with qtbot.assertNotEmitted(sound.changed):
        sound.show_settings(other)
    assert not sound.sound.isChecked()
    assert (sound.volume.value(), sound.voice_volume.value(), sound.pace.value()) == (1, 2, 5)
    assert button(sound, "cues_bells").isChecked()


def test_a_voice_is_chosen_by_name_and_heard(sound: SoundSettings, qtbot: QtBot) -> None:
    usual, first, second = sound.voice.actions_offered()
    assert [action.text() for action in (first, second)] == VOICES
    assert usual.isChecked()
    with qtbot.waitSignals([sound.changed, sound.voice_tried]):
        second.trigger()


def test_the_chosen_voice_is_shown(sound: SoundSettings) -> None:
    sound.show_settings(replace(KEPT, voice=VOICES[1]))
    assert sound.voice.text() == VOICES[1]
    assert sound.voice.accessibleName() == f"Voice: {VOICES[1]}"
    assert [action.isChecked() for action in sound.voice.actions_offered()] == [False, False, True]


def test_a_voice_that_is_gone_gives_way_to_the_usual_one(sound: SoundSettings) -> None:
    sound.show_settings(replace(KEPT, voice="Gone"))
    assert sound.voice.text() == "The usual one"


def test_without_voices_there_is_none_to_choose(sound: SoundSettings) -> None:
    sound.show_heard("", "Install one.", [])
    assert not sound.voice.isEnabled()
    assert "Install one." in words(sound)


def test_the_list_opens_at_what_is_chosen(
    sound: SoundSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(sound.voice.menu, "popup", lambda _at, here: opened.append(here.text()))
    sound.show_settings(replace(KEPT, voice=VOICES[1]))
    sound.voice.click()
    assert opened == [VOICES[1]]


def test_a_long_name_is_cut_and_told_in_full_when_pointed_at(sound: SoundSettings) -> None:
    long = "English (Received Pronunciation, by a Very Old Synthesiser)"
    sound.show_heard("", "", [long])
    sound.show_settings(replace(KEPT, voice=long))
    assert sound.voice.text().endswith("…")
    assert sound.voice.toolTip() == long


def test_without_sound_nothing_of_it_can_be_chosen(sound: SoundSettings) -> None:
    sound.show_settings(replace(KEPT, sound=False))
    for control in (
        sound.volume, sound.cues, sound.voice, sound.voice_volume, sound.pace, sound.test,
    ):  # fmt: skip
        assert not control.isEnabled()
    assert sound.sound.isEnabled()


def test_with_bells_only_no_voice_can_be_chosen(sound: SoundSettings) -> None:
    sound.show_settings(replace(KEPT, cues=CueDensity.BELLS))
    assert sound.volume.isEnabled()
    for control in (sound.voice, sound.voice_volume, sound.pace):
        assert not control.isEnabled()


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (replace(KEPT, volume=0), "0%"),
        (replace(KEPT, voice_volume=85), "85%"),
        (replace(KEPT, pace=0), "The voice’s own"),
        (replace(KEPT, pace=-10), "Slower"),
        (replace(KEPT, pace=10), "Quicker"),
        (replace(KEPT, cues=CueDensity.BELLS), "Every cue can still be read"),
    ],
)
def test_values_are_said_in_words(sound: SoundSettings, settings: Settings, said: str) -> None:
    sound.show_settings(settings)
    assert said in words(sound)


@pytest.mark.parametrize(
    ("slider", "tried"),
    [("volume", "bell_tried"), ("voice_volume", "voice_tried"), ("pace", "voice_tried")],
)
def test_what_is_new_is_heard_when_the_pointer_lets_go_and_at_each_key(
    sound: SoundSettings, qtbot: QtBot, slider: str, tried: str
) -> None:
    control, signal = getattr(sound, slider), getattr(sound, tried)
    at = QPoint(60, control.height() // 2)
    with qtbot.assertNotEmitted(signal):
        QTest.mousePress(control, Qt.MouseButton.LeftButton, pos=at)
    with qtbot.waitSignal(signal):
        QTest.mouseRelease(control, Qt.MouseButton.LeftButton, pos=at)
    with qtbot.waitSignal(signal):
        QTest.keyClick(control, Qt.Key.Key_Right)


def test_why_nothing_is_heard_is_said_where_it_is_switched(sound: SoundSettings) -> None:
    sound.show_heard("No speaker was found.", "", VOICES)
    assert "No speaker was found." in words(sound)
    sound.show_heard("", "", VOICES)
    assert "No speaker was found." not in words(sound)


def test_the_test_from_the_floor_is_begun_and_stopped(sound: SoundSettings, qtbot: QtBot) -> None:
    with qtbot.waitSignal(sound.test_asked):
        sound.test.click()
    sound.show_testing(testing=True)
    assert sound.test.text() == "Stop"
    assert "Lie down: it begins in ten seconds" in words(sound)
    sound.show_testing(testing=False)
    assert sound.test.text() == "Test from the floor"


def test_every_control_has_a_name_of_its_own(sound: SoundSettings) -> None:
    controls = (sound.sound, sound.volume, sound.cues, sound.voice, sound.voice_volume, sound.pace)
    names = [control.accessibleName() for control in controls]
    assert "" not in names
    assert len(set(names)) == len(names)


def test_the_list_follows_the_light(sound: SoundSettings, theme: Theme) -> None:
    for light in (ThemeChoice.DUSK, ThemeChoice.MORNING):
        theme.choose(light, motion=False)
        palette = sound.voice.menu.palette()
        assert palette.window().color() == theme.palette.raised
        assert palette.windowText().color() == theme.palette.ink
