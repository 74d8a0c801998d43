"""What a virtual environment was made from, kept inside it."""

import hashlib
import json
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

from preparing.checkout import Checkout


@dataclass(frozen=True, slots=True)
class Stamp:
    """Where an environment was made, by which Python, and the SHA-256 of what it was made from.

    `test_lock` is empty where the tools for the tests were left out.
    """

    root: str
    python: str
    project: str
    lock: str
    test_lock: str


def stamp_now(checkout: Checkout) -> Stamp:
    """The stamp of an environment made now, by this Python, tests' tools included."""
    return Stamp(
        root=str(checkout.root),
        python=f"{sys.version} in {sys.base_prefix}",
        project=_digest(checkout.project),
        lock=_digest(checkout.lock),
        test_lock=_digest(checkout.test_lock),
    )


def read_stamp(checkout: Checkout) -> Stamp | None:
    """The stamp in the environment; None where making it was never finished."""
    try:
        return Stamp(**json.loads(checkout.stamp.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def write_stamp(checkout: Checkout, stamp: Stamp) -> None:
    """Declare the environment finished."""
    checkout.stamp.write_text(json.dumps(asdict(stamp), indent=1), encoding="utf-8")


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
