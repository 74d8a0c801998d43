"""What the window and the speaking process tell each other: one JSON object a line."""

import json
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Say:
    """Speak `text`. `pace` runs from -1 to 1, `volume`, a linear factor, from 0 to 1.

    A `voice` that was not told gives way to the one that suits the language.
    """

    number: int
    text: str
    voice: str
    pace: float
    volume: float


@dataclass(frozen=True, slots=True)
class Stop:
    """Fall silent."""


@dataclass(frozen=True, slots=True)
class Voices:
    """The speech is ready, and these voices speak the language."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unusable:
    """There is no speech here; `detail` is what the system said, perhaps nothing."""

    detail: str


@dataclass(frozen=True, slots=True)
class Ended:
    """The line of that number is over: spoken, stopped or failed."""

    number: int


Request = Say | Stop
Answer = Voices | Unusable | Ended

_KINDS: dict[str, type[Any]] = {
    kind.__name__: kind for kind in (Say, Stop, Voices, Unusable, Ended)
}


def write(message: Request | Answer) -> bytes:
    """The message as one line."""
    return json.dumps({"is": type(message).__name__, **asdict(message)}).encode() + b"\n"


def read(line: bytes) -> Request | Answer:
    """The message of one line. Raises ValueError where it is none."""
    try:
        fields = json.loads(line)
        kind = _KINDS[fields.pop("is")]
        listed = {key: tuple(it) if isinstance(it, list) else it for key, it in fields.items()}
        message: Request | Answer = kind(**listed)
    except (AttributeError, KeyError, TypeError, ValueError) as fault:
        raise ValueError(f"not a message of the voice: {line[:80]!r}") from fault
    return message
