"""What a person has chosen to keep between starts: a plain value, no Qt and no files."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from constructive_rest.practice.setup import Arms, Eyes, HeadSupport, Legs, Setup
from constructive_rest.practice.timeline import CueDensity

MINUTES_MIN, MINUTES_MAX = 5, 30
WALK_DOWN_MAX_S = 300
FLOOR_TURNS = (0, 90, 180, 270)
PACE_MAX = 50

Member = TypeVar("Member", bound=StrEnum)


class ThemeChoice(StrEnum):
    """Which light the room is drawn in."""

    SYSTEM = "system"
    MORNING = "morning"
    DUSK = "dusk"


@dataclass(frozen=True, slots=True)
class Settings:
    """Every kept choice.

    `minutes` runs from 5 to 30, `walk_down_s` from 0 to 300 seconds, `volume` (of the bells) and
    `voice_volume` from 0 to 100 percent. `sound` is whether anything is heard at all, `cues` how
    much of it is spoken; `voice` is the name of the voice, empty for the one that suits the
    language; `pace` runs from -50, slow, to 50, quick, with 0 as the voice's own.
    `body` is the key of the mannequin drawn in every picture; empty until one is picked.
    `floor_turn` is how far the view from the floor is turned, in degrees clockwise.
    """

    minutes: int = 20
    walk_down_s: int = 30
    sound: bool = True
    volume: int = 70
    cues: CueDensity = CueDensity.FULL
    voice: str = ""
    voice_volume: int = 70
    pace: int = -10
    theme: ThemeChoice = ThemeChoice.SYSTEM
    gentle_motion: bool = True
    body: str = ""
    floor_turn: int = 0
    setup: Setup = field(default_factory=Setup)


def to_mapping(settings: Settings) -> dict[str, str]:
    """The settings as text by key, the form in which they are stored."""
    setup = settings.setup
    return {
        "minutes": str(settings.minutes),
        "walk_down_s": str(settings.walk_down_s),
        "sound": str(int(settings.sound)),
        "volume": str(settings.volume),
        "cues": settings.cues,
        "voice": settings.voice,
        "voice_volume": str(settings.voice_volume),
        "pace": str(settings.pace),
        "theme": settings.theme,
        "gentle_motion": str(int(settings.gentle_motion)),
        "body": settings.body,
        "floor_turn": str(settings.floor_turn),
        "arms": setup.arms,
        "legs": setup.legs,
        "head_support": setup.head_support,
        "eyes": setup.eyes,
    }


def from_mapping(stored: Mapping[str, str]) -> Settings:
    """Settings from stored text; whatever is missing or makes no sense keeps its default."""
    default = Settings()
    return Settings(
        minutes=_whole(stored.get("minutes"), MINUTES_MIN, MINUTES_MAX, default.minutes),
        walk_down_s=_whole(stored.get("walk_down_s"), 0, WALK_DOWN_MAX_S, default.walk_down_s),
        sound=bool(_whole(stored.get("sound"), 0, 1, default.sound)),
        volume=_whole(stored.get("volume"), 0, 100, default.volume),
        cues=_member(CueDensity, stored.get("cues"), default.cues),
        voice=stored.get("voice", default.voice),
        voice_volume=_whole(stored.get("voice_volume"), 0, 100, default.voice_volume),
        pace=_whole(stored.get("pace"), -PACE_MAX, PACE_MAX, default.pace),
        theme=_member(ThemeChoice, stored.get("theme"), default.theme),
        gentle_motion=bool(_whole(stored.get("gentle_motion"), 0, 1, default.gentle_motion)),
        body=stored.get("body", default.body),
        floor_turn=_turn(stored.get("floor_turn"), default.floor_turn),
        setup=Setup(
            arms=_member(Arms, stored.get("arms"), default.setup.arms),
            legs=_member(Legs, stored.get("legs"), default.setup.legs),
            head_support=_member(
                HeadSupport, stored.get("head_support"), default.setup.head_support
            ),
            eyes=_member(Eyes, stored.get("eyes"), default.setup.eyes),
        ),
    )


def _turn(text: str | None, default: int) -> int:
    return next((turn for turn in FLOOR_TURNS if str(turn) == text), default)


def _whole(text: str | None, low: int, high: int, default: int) -> int:
    try:
        number = int(text or "")
    except ValueError:
        return default
    return number if low <= number <= high else default


def _member(kind: type[Member], text: str | None, default: Member) -> Member:
    return next((member for member in kind if member == text), default)
