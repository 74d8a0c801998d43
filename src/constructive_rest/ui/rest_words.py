"""What the rest page says at a moment of the session."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from constructive_rest.practice.session import Session, Stage


@dataclass(frozen=True, slots=True)
class RestWords:
    """The phase line above the digits, the digits, and the cue below them."""

    phase: str
    digits: str
    cue: str


def clock_face(milliseconds: int) -> str:
    """Minutes and seconds; a second that has begun counts whole, so 0:00 means over."""
    seconds = math.ceil(milliseconds / 1000)
    return f"{seconds // 60}:{seconds % 60:02d}"


def words_at(session: Session, now_ms: int) -> RestWords:
    """The words for `session` at the monotonic reading `now_ms`."""
    position = session.position_ms(now_ms)
    digits = clock_face(session.remaining_ms(now_ms))
    if session.stage is Stage.PAUSED:
        return RestWords(
            QCoreApplication.translate("RestWords", "Paused"),
            digits,
            QCoreApplication.translate("RestWords", "Take the time you need."),
        )
    cue = session.timeline.cue_at(position)
    phase = (
        session.timeline.phase_at(position).phase.name
        if position >= 0
        else QCoreApplication.translate("RestWords", "Lie down")
    )
    return RestWords(phase, digits, cue.text if cue else "")
