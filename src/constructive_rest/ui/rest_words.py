"""What the rest page says at a moment of the session."""

import math
from collections.abc import Sequence
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


def words_at(
    session: Session, walk_down: Sequence[str], walk_down_ms: int, now_ms: int
) -> RestWords:
    """The words for `session` at the monotonic reading `now_ms`.

    `walk_down` holds the sentences that lead to the floor, spread evenly over `walk_down_ms`.
    """
    position = session.position_ms(now_ms)
    digits = clock_face(session.remaining_ms(now_ms))
    if session.stage is Stage.PAUSED:
        return RestWords(
            QCoreApplication.translate("RestWords", "Paused"),
            digits,
            QCoreApplication.translate("RestWords", "Take the time you need."),
        )
    if position < 0:
        return RestWords(
            QCoreApplication.translate("RestWords", "Lie down"),
            digits,
            _walk_down_line(walk_down, walk_down_ms, position),
        )
    timeline = session.timeline
    cue = timeline.cue_at(position)
    return RestWords(timeline.phase_at(position).phase.name, digits, cue.text if cue else "")


def _walk_down_line(walk_down: Sequence[str], walk_down_ms: int, position_ms: int) -> str:
    if not walk_down:
        return ""
    passed = walk_down_ms + position_ms
    return walk_down[min(passed * len(walk_down) // walk_down_ms, len(walk_down) - 1)]
