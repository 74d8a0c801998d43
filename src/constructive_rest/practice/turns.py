"""Whose turn it is to sound: bells and spoken lines, never two at once.

A bell never waits: it sounds the moment it is due. A line under way is silenced `CUT_MS` before a
bell that is known ahead, and no line begins that would run into one. Lines keep their order; each
waits until nothing else sounds, and is dropped where that would take longer than its patience.

Times are milliseconds on one monotonic clock that started at 0.
"""

import math
from dataclasses import dataclass, replace
from typing import NamedTuple

BELL_MS = 5_600
"""From the first moment of a bell until it has died away; no bell of ours sounds longer."""

CUT_MS = 300
"""What a voice may take to fall silent once it is told to."""

PATIENCE_MS = 5_000
"""How late a cue may begin; a later one no longer belongs to its moment."""

LETTER_MS = 80
BREATH_MS = 500
"""A line at the voice's own pace takes so long a letter, and so long beside: measured with eSpeak
NG, which other voices come near to."""

OVERDUE = 2
"""A voice that has not ended after this many times the expected length is no longer heard."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence due at `due_ms`, expected to take `length_ms`, at most `patience_ms` late."""

    text: str
    due_ms: int
    length_ms: int
    patience_ms: int = PATIENCE_MS

    @property
    def latest_ms(self) -> int:
        """When it must have begun."""
        return self.due_ms + self.patience_ms


@dataclass(frozen=True, slots=True)
class Speak:
    """Begin to speak a line now."""

    line: Line


@dataclass(frozen=True, slots=True)
class Hush:
    """Silence the voice now."""


Action = Speak | Hush


@dataclass(frozen=True, slots=True)
class Turns:
    """What sounds and what waits.

    Nothing may begin before `free_ms`; `voice_ends_ms` is when the voice, where one speaks, is
    given up at the latest, and `bell_ms` when the next bell is due, as far as that is known.
    """

    waiting: tuple[Line, ...] = ()
    free_ms: int = 0
    voice_ends_ms: int | None = None
    bell_ms: int | None = None


def expected_ms(text: str, pace: int) -> int:
    """How long `text` takes to be spoken at `pace`, -50 (slow) to 50 (quick); rather too long."""
    return round((BREATH_MS + LETTER_MS * len(text)) * math.pow(2, -pace / 100))


class Step(NamedTuple):
    """What the turns became, and what is to be done at once, in order."""

    turns: Turns
    actions: tuple[Action, ...]


def ring(turns: Turns, now_ms: int) -> Step:
    """A bell sounds now; a voice that speaks all the same falls silent."""
    hushes = (Hush(),) if turns.voice_ends_ms is not None else ()
    heard = replace(turns, free_ms=now_ms + BELL_MS, voice_ends_ms=None, bell_ms=None)
    turns, actions = advance(heard, now_ms)
    return Step(turns, (*hushes, *actions))


def say(turns: Turns, line: Line, now_ms: int) -> Step:
    """A line is due."""
    return advance(replace(turns, waiting=(*turns.waiting, line)), now_ms)


def expect_bell(turns: Turns, bell_ms: int | None, now_ms: int) -> Step:
    """The next bell is due at `bell_ms`; None where none is coming."""
    return advance(replace(turns, bell_ms=bell_ms), now_ms)


def voice_ended(turns: Turns, now_ms: int) -> Step:
    """The voice has come to the end of its line, or cannot go on."""
    return advance(replace(turns, voice_ends_ms=None), now_ms)


def hush(turns: Turns, now_ms: int) -> Step:
    """Nothing more is to be spoken, now or later; a bell under way dies away by itself."""
    silent = replace(turns, waiting=())
    return _cut(silent, now_ms) if turns.voice_ends_ms is not None else Step(silent, ())


def advance(turns: Turns, now_ms: int) -> Step:
    """Do what has come due by `now_ms`."""
    actions: tuple[Action, ...] = ()
    if turns.voice_ends_ms is not None and now_ms >= _cut_ms(turns, turns.voice_ends_ms):
        turns, actions = _cut(turns, now_ms)
    waiting = tuple(line for line in turns.waiting if _start_ms(turns, line, now_ms) is not None)
    turns = replace(turns, waiting=waiting)
    if waiting and turns.voice_ends_ms is None and _start_ms(turns, waiting[0], now_ms) == now_ms:
        line = waiting[0]
        ends_ms = now_ms + OVERDUE * line.length_ms
        turns = replace(turns, waiting=waiting[1:], voice_ends_ms=ends_ms)
        actions = (*actions, Speak(line))
    return Step(turns, actions)


def next_moment_ms(turns: Turns, now_ms: int) -> int | None:
    """When `advance`, just done, will next have something to do by itself; None for never."""
    if turns.voice_ends_ms is not None:
        return _cut_ms(turns, turns.voice_ends_ms)
    if not turns.waiting:
        return None
    return _start_ms(turns, turns.waiting[0], now_ms)


def _cut_ms(turns: Turns, ends_ms: int) -> int:
    return ends_ms if turns.bell_ms is None else min(ends_ms, turns.bell_ms - CUT_MS)


def _cut(turns: Turns, now_ms: int) -> Step:
    free_ms = max(turns.free_ms, now_ms + CUT_MS)
    return Step(replace(turns, voice_ends_ms=None, free_ms=free_ms), (Hush(),))


def _start_ms(turns: Turns, line: Line, now_ms: int) -> int | None:
    """The first moment from now on at which no bell forbids the line; None where it is too late.

    What the voice is saying is left out: it may end at any moment.
    """
    start_ms = max(now_ms, turns.free_ms)
    if turns.bell_ms is not None and start_ms + line.length_ms > turns.bell_ms - CUT_MS:
        start_ms = max(turns.bell_ms, now_ms) + BELL_MS
    return start_ms if start_ms <= line.latest_ms else None
