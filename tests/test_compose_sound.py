"""What the assembled program lets be heard, and says of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from tests.desk import Desk

from constructive_rest.compose import Program


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Iterator[Desk]:
    made = Desk(tmp_path, monkeypatch)
    yield made
    made.close()


@pytest.fixture
def program(desk: Desk) -> Program:
    return desk.start()


def press(program: Program, name: str) -> None:
    button = program.window.findChild(QAbstractButton, name)
    assert button is not None
    button.click()


def text(program: Program, name: str) -> str:
    label = program.window.findChild(QLabel, name)
    assert label is not None
    return label.text()


def wake_up(program: Program) -> None:
    """Fire what waits for the speaker to be awake."""
    for timer in program.sound.findChildren(QTimer):
        if timer.isActive():
            timer.stop()
            timer.timeout.emit()


def test_why_no_bell_is_heard_is_said_on_both_pages(desk: Desk, program: Program) -> None:
    desk.bells.why = "No speaker was found."
    press(program, "page_settings")
    press(program, "begin")
    assert text(program, "sound_notice") == "No speaker was found."
    hints = [label.text() for label in program.settings_page.findChildren(QLabel)]
    assert "No speaker was found." in hints
    desk.bells.why = None
    desk.bells.changed.emit()
    assert text(program, "sound_notice") == ""


def test_a_new_volume_is_heard(desk: Desk, program: Program) -> None:
    press(program, "page_settings")
    QTest.keyClick(program.settings_page.sound.volume, Qt.Key.Key_Left)
    assert desk.bells.rung[-2:] == ["volume 69", "phase"]


def test_each_cue_is_spoken_when_it_is_due(desk: Desk, program: Program) -> None:
    press(program, "begin")
    assert desk.voice.starts == 1
    desk.pass_ms(program, 30_000)
    desk.pass_ms(program, 6_000)
    wake_up(program)
    assert desk.voice.heard[-1][0] == program.practice.phases[0].cues[0].text


def test_pausing_silences_the_voice(desk: Desk, program: Program) -> None:
    press(program, "begin")
    desk.pass_ms(program, 30_000)
    desk.pass_ms(program, 6_000)
    wake_up(program)
    assert desk.voice.speaking
    program.driver.toggle_pause()
    assert not desk.voice.speaking


def test_the_test_from_the_floor_stops_where_a_rest_begins(desk: Desk, program: Program) -> None:
    press(program, "page_settings")
    press(program, "test_from_floor")
    assert program.settings_page.sound.test.text() == "Stop"
    press(program, "begin")
    assert program.settings_page.sound.test.text() == "Test from the floor"


def test_settings_ask_the_system_for_its_voices(desk: Desk, program: Program) -> None:
    assert desk.voice.starts == 0
    press(program, "page_settings")
    assert desk.voice.starts == 1
    desk.voice.known = ["Anne", "Bob"]
    desk.voice.changed.emit()
    assert program.settings_page.sound.voice.isEnabled()


def test_bells_without_a_voice_still_show_as_sound(
    desk: Desk, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    icons: list[str] = []
    monkeypatch.setattr(program.rest.controls.sound, "set_icon", icons.append)
    desk.voice.why = "No voice was found."
    desk.voice.changed.emit()
    assert text(program, "sound_notice").startswith("The bells ring, but no voice was found")
    desk.bells.why = "No speaker was found."
    desk.voice.changed.emit()
    assert text(program, "sound_notice") == "No speaker was found."
    assert icons == ["sound", "sound_off"]
