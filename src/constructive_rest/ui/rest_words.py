"""What the rest page says at a moment of the session."""

import math
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from constructive_rest.practice.session import Session, Stage
from constructive_rest.practice.timeline import Timeline
from constructive_rest.ui.light import Light


@dataclass(frozen=True, slots=True)
class RestWords:
    """The phase line above the digits, the digits, and the cue below them.

    While the light turns, `phase` has become `coming` by the share `turned` 0–1, and the cue has
    sunk to `cue_strength` 0–1.
    """

    phase: str
    digits: str
    cue: str
    coming: str = ""
    turned: float = 0.0
    cue_strength: float = 1.0


def in_light(words: RestWords, light: Light, timeline: Timeline) -> RestWords:
    """`words` as they are seen in a light that turns: the old ones sink, the new ones rise."""
    before, after = (timeline.phases[index].phase.name for index in (light.start, light.end))
    if not light.moving or words.phase not in (before, after):
        return words
    strength = max(0.0, 1.0 - 2.0 * light.fraction) if words.phase == before else 1.0
    return replace(words, phase=before, coming=after, turned=light.fraction, cue_strength=strength)


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
