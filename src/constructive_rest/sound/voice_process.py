"""The speaking process: `python -m constructive_rest.sound.voice_process LANGUAGE`.

Reads requests from standard input until it ends and answers on standard output. It stands apart
because the system's speech may block for seconds, hang or crash, and because it holds Python's
lock while it does. It needs no display.
"""

import os
import sys
import time
from collections.abc import Callable, Sequence
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Qt, Signal

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
from constructive_rest.sound.voices import suitable

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech, QVoice

NOT_SPEECH = frozenset({"mock", "none"})
"""Qt's engines that make no sound; every other one may turn out to be unable to load."""
LOUDEST = {"speechd": 0.35}
"""The volume beyond which an engine clips: eSpeak NG peaks at up to 2.2 times the volume."""
LAST_WORDS_S = 2.0


class Inbox(QObject):
    """Requests, brought from the thread that waits for them."""

    came = Signal(object)
    closed = Signal()

    def wait_for_all(self) -> None:
        """Read to the end, and see to it that nothing keeps the process alive after that."""
        for line in iter(sys.stdin.buffer.readline, b""):
            self.came.emit(read(line))
        self.closed.emit()
        time.sleep(LAST_WORDS_S)
        os._exit(0)


class Speaker(QObject):
    """Obeys requests with one of the system's engines."""

    def __init__(
        self, engine: "QTextToSpeech", language: str, answer: Callable[[Answer], None]
    ) -> None:
        super().__init__()
        self._engine = engine
        self._answer = answer
        self._voices = dict(_voices(engine, language))
        self._loudest = LOUDEST.get(engine.engine(), 1.0)
        self._next: Say | None = None
        self._owed: list[int] = []
        self._stopping = False
        engine.stateChanged.connect(self._look)

    def voices(self) -> Voices:
        """Every voice for the language."""
        return Voices(tuple(self._voices))

    def obey(self, request: Say | Stop) -> None:
        """Speak or fall silent.

        A line is answered once the engine is at rest again and not sooner, so that an engine which
        never comes to rest is seen to hang. One that has yet to begin cannot be stopped before.
        """
        if self._next is not None:
            self._owed.append(self._next.number)
        self._next = request if isinstance(request, Say) else None
        if self._owed:
            self._stopping = True
            self._engine.stop()
        else:
            self._speak_next()

    def _speak_next(self) -> None:
        request, self._next = self._next, None
        if request is None:
            return
        self._stopping = False
        self._choose_voice(request.voice)
        self._engine.setRate(request.pace)
        self._engine.setVolume(request.volume * self._loudest)
        self._owed.append(request.number)
        self._engine.say(request.text)

    def _choose_voice(self, name: str) -> None:
        if name not in self._voices:
            locales = {known: voice.locale().name() for known, voice in self._voices.items()}
            name = suitable(locales, QLocale.system().name())
        voice = self._voices[name]
        if voice != self._engine.voice():
            self._engine.setLocale(voice.locale())
            self._engine.setVoice(voice)

    def _look(self, state: "QTextToSpeech.State") -> None:
        if state in (type(state).Ready, type(state).Error):
            for number in self._owed:
                self._answer(Ended(number))
            self._owed.clear()
            self._speak_next()
        elif self._stopping:
            self._engine.stop()


def _voices(engine: "QTextToSpeech", language: str) -> "Sequence[tuple[str, QVoice]]":
    wanted = QLocale(language).language()
    found = []
    for locale in sorted(engine.availableLocales(), key=lambda locale: locale.name()):
        if locale.language() == wanted:
            engine.setLocale(locale)
            found += [(voice.name(), voice) for voice in engine.availableVoices()]
    return found


def open_speaker(language: str, answer: Callable[[Answer], None]) -> Speaker | Unusable:
    """The first engine that has a voice for `language`; it may take seconds."""
    try:
        from PySide6.QtTextToSpeech import QTextToSpeech
    except ImportError as error:
        return Unusable(str(error))
    detail = ""
    for name in QTextToSpeech.availableEngines():
        if name in NOT_SPEECH:
            continue
        engine = QTextToSpeech(name)
        if engine.state() != QTextToSpeech.State.Error:
            speaker = Speaker(engine, language, answer)
            if speaker.voices().names:
                return speaker
        detail = engine.errorString() or detail
    return Unusable(detail)


def main(language: str) -> None:
    """Serve until standard input ends."""
    # What libraries print must not mix with the answers.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb", buffering=0)
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())

    def tell(answer: Answer) -> None:
        answers.write(write(answer))

    app = QCoreApplication([])
    inbox = Inbox()
    inbox.closed.connect(app.quit, Qt.ConnectionType.QueuedConnection)
    speaker = open_speaker(language, tell)
    if isinstance(speaker, Speaker):
        inbox.came.connect(speaker.obey, Qt.ConnectionType.QueuedConnection)
        inbox.closed.connect(lambda: speaker.obey(Stop()), Qt.ConnectionType.QueuedConnection)
        tell(speaker.voices())
    else:
        tell(speaker)
    Thread(target=inbox.wait_for_all, daemon=True).start()
    app.exec()


if __name__ == "__main__":
    main(sys.argv[1])
