"""The speaking process with the engine that Qt made for tests, which speaks without a sound."""

import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from constructive_rest.sound.voice_messages import (
    Answer,
    Ended,
    Say,
    Stop,
    Unusable,
    Voices,
    read,
    write,
)
from constructive_rest.sound.voice_process import Speaker, open_speaker

speech = pytest.importorskip(
    "PySide6.QtTextToSpeech", reason="Qt's speech does not load", exc_type=ImportError
)


class Told:
    """A speaker, and what it told."""

    def __init__(self, language: str) -> None:
        self.answers: list[Answer] = []
        self.engine = speech.QTextToSpeech("mock")
        self.speaker = Speaker(self.engine, language, self.answers.append)

    def say(self, number: int, text: str = "a b c", voice: str = "") -> None:
        self.speaker.obey(Say(number, text, voice, 0.5, 0.5))

    def ended(self, *numbers: int) -> Callable[[], bool]:
        return lambda: self.answers == [Ended(number) for number in numbers]


@pytest.fixture
def told(qtbot: QtBot) -> Iterator[Told]:
    """Qt's engine crashes where it is taken away in the middle of a line, so it is let finish."""
    made = Told("en")
    yield made
    made.engine.stop()
    qtbot.waitUntil(lambda: made.engine.state() == speech.QTextToSpeech.State.Ready)


def test_only_voices_of_the_language_are_told(told: Told) -> None:
    assert set(told.speaker.voices().names) == {"Bob", "Anne", "Charly", "Mary"}
    assert Told("nb").speaker.voices().names != told.speaker.voices().names
    assert Told("zu").speaker.voices() == Voices(())


def test_a_line_is_spoken_and_its_end_told(told: Told, qtbot: QtBot) -> None:
    told.say(1)
    assert told.answers == []
    qtbot.waitUntil(told.ended(1))


def test_the_chosen_voice_speaks_and_an_unknown_one_gives_way(told: Told, qtbot: QtBot) -> None:
    told.say(1, voice="Bob")
    assert told.engine.voice().name() == "Bob"
    qtbot.waitUntil(told.ended(1))
    told.say(2, voice="Anne")
    assert told.engine.voice().name() == "Anne"
    qtbot.waitUntil(told.ended(1, 2))
    told.say(3, voice="Gone")
    assert told.engine.voice().name() in told.speaker.voices().names
    assert told.engine.voice().locale().name().startswith("en")
    qtbot.waitUntil(told.ended(1, 2, 3))


def test_pace_and_volume_reach_the_engine(told: Told) -> None:
    told.say(1)
    assert (told.engine.rate(), told.engine.volume()) == (0.5, 0.5)


def test_a_line_that_is_stopped_is_over(told: Told, qtbot: QtBot) -> None:
    told.say(1, "word " * 500)
    qtbot.waitUntil(lambda: told.engine.state() == speech.QTextToSpeech.State.Speaking)
    told.speaker.obey(Stop())
    qtbot.waitUntil(told.ended(1))


def test_stopping_in_silence_tells_nothing(told: Told) -> None:
    told.speaker.obey(Stop())
    assert told.answers == []


def test_a_new_line_waits_until_the_one_it_replaces_is_over(told: Told, qtbot: QtBot) -> None:
    told.say(1, "word " * 500)
    told.say(2, "word " * 500)
    told.say(3)
    qtbot.waitUntil(lambda: Ended(3) in told.answers)
    assert sorted(answer.number for answer in told.answers if isinstance(answer, Ended)) == [
        1, 2, 3,
    ]  # fmt: skip
    assert told.answers[-1] == Ended(3)


def test_engines_without_a_sound_are_no_speech(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speech.QTextToSpeech, "availableEngines", lambda: ["mock"])
    assert open_speaker("en", print) == Unusable("")


def test_without_qts_speech_the_process_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtTextToSpeech", None)
    answer = open_speaker("en", print)
    assert isinstance(answer, Unusable)
    assert "QtTextToSpeech" in answer.detail


def test_the_process_ends_with_its_input_and_answers_nothing_but_messages() -> None:
    words = [sys.executable, "-m", "constructive_rest.sound.voice_process", "zu-no-such-language"]
    asked = write(Say(1, "Hello.", "", 0.0, 0.0)) + write(Stop())
    done = subprocess.run(words, input=asked, capture_output=True, timeout=60, check=False)
    assert done.returncode == 0
    answers = [read(line) for line in done.stdout.splitlines()]
    assert isinstance(answers[0], Unusable | Voices)
