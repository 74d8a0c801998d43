"""Waiting for another process: look, and look again until a deadline."""

import time
from collections.abc import Callable
from typing import TypeVar

LOOK_S = 0.02
"""Seconds between two looks at what another process does."""
Found = TypeVar("Found")


def wait_for(look: Callable[[], Found | None], what: str, within_s: float = 15.0) -> Found:
    """The first thing `look` gives that is neither None nor False.

    Raises AssertionError where nothing came within `within_s` seconds.
    """
    deadline = time.monotonic() + within_s
    while True:
        found = look()
        if found is not None and found is not False:
            return found
        if time.monotonic() > deadline:
            raise AssertionError(f"waited {within_s} s in vain for {what}")
        time.sleep(LOOK_S)
