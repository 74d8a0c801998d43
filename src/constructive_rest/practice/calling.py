"""The bell after a rest: it calls again, a little later and a little louder, until someone answers.

How often, how late and how loud are this project's own judgement: soft enough at first not to
startle, over within two minutes so that nobody next door is called for an hour.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Call:
    """One ring: milliseconds of real time after the rest's end, and a share 0–1 of the volume."""

    at_ms: int
    loudness: float


CALLS = (
    Call(0, 0.60),
    Call(12_000, 0.70),
    Call(30_000, 0.80),
    Call(57_000, 0.90),
    Call(97_000, 1.00),
)
"""Five at the most, each pause longer than the one before."""

GIVE_UP_MS = 127_000
"""From here on nobody has answered; the last bell has had half a minute."""


def calls_due(after_ms: int, until_ms: int) -> tuple[Call, ...]:
    """The calls after `after_ms`, up to and including `until_ms`, in order."""
    return tuple(call for call in CALLS if after_ms < call.at_ms <= until_ms)


def next_moment_ms(since_end_ms: int) -> int | None:
    """When the next call is due, or when it is time to give up; None after that."""
    moments = (*(call.at_ms for call in CALLS), GIVE_UP_MS)
    return next((at_ms for at_ms in moments if at_ms > since_end_ms), None)
