"""An invented history, for pictures and measurements; it never enters a real one."""

import random
from datetime import datetime, timedelta

from constructive_rest.history.marks import Mark, MarkKind
from constructive_rest.history.record import Outcome, Rest
from constructive_rest.practice.setup import Arms, Eyes, HeadSupport, Legs

PRACTICE = "constructive-rest"
MINUTES = (10, 15, 15, 20, 20, 20, 30)
RESTED_DAYS = 0.78
RATED = 0.85
NOTES = (
    "",
    "",
    "Noisy street, still good.",
    "Left hip let go near the end.",
    "Feet kept sliding on the new mat until I put a towel under them; then it was quiet, and I "
    "noticed how much I hold my jaw.",
)
MARKS = (Mark(MarkKind.PAUSE, 312, 45), Mark(MarkKind.HURT, 430))


def sample_rests(count: int, now: datetime, seed: int = 7) -> list[Rest]:
    """`count` rests, one a day with gaps, the last one on the day of `now` (UTC)."""
    chance = random.Random(seed)  # noqa: S311 - invented data, not a secret
    rests: list[Rest] = []
    day = now
    while len(rests) < count:
        rests.append(_rest(len(rests), day, chance))
        day -= timedelta(days=1)
        while chance.random() > RESTED_DAYS:
            day -= timedelta(days=1)
    rests.reverse()
    return rests


def _rest(number: int, day: datetime, chance: random.Random) -> Rest:
    planned = chance.choice(MINUTES) * 60
    early = chance.random() < 0.08
    before = chance.randint(2, 6)
    rated = chance.random() < RATED
    started = day - timedelta(minutes=45 + chance.randint(0, 90))
    return Rest(
        id=f"sample-{number}",
        practice=PRACTICE,
        started_at=started,
        utc_offset_s=0,
        planned_s=planned,
        rested_s=planned // 2 if early else planned,
        outcome=Outcome.ENDED_EARLY if early else Outcome.COMPLETED,
        updated_at=started + timedelta(seconds=planned),
        ease_before=before if rated else None,
        ease_after=min(10, max(0, before + chance.randint(-1, 4))) if rated else None,
        head_support=HeadSupport.BOOK,
        arms=chance.choice(tuple(Arms)),
        legs=Legs.FLOOR,
        eyes=Eyes.OPEN,
        note=chance.choice(NOTES),
        marks=MARKS if number % 9 == 2 else (),
    )
