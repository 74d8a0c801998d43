"""Running the victim: hear what it tells, and end it without a warning."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Self

SPEED = 60.0
"""Session seconds for each real one."""
VICTIM = Path(__file__).with_name("victim.py")
Told = tuple[str, str]


def heard(line: str) -> Told:
    """A line of the victim as its word and what follows."""
    word, _, rest = line.strip().partition(" ")
    return word, rest


class Victim:
    """A running program; `told` is everything that it has said so far."""

    def __init__(self, folder: Path, end_after_ms: int = 0, answer: str = "keep") -> None:
        arguments = [str(folder), str(SPEED), str(end_after_ms), answer]
        self.told: list[Told] = []
        self.process = subprocess.Popen(
            [sys.executable, str(VICTIM), *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def listen(self, enough: Callable[[Told], bool]) -> None:
        """Hear it until a line is `enough`. Raises AssertionError where it ends before that."""
        if self.process.stdout is None:
            raise RuntimeError("the victim has no pipe")
        for line in self.process.stdout:
            self.told.append(heard(line))
            if enough(self.told[-1]):
                return
        raise AssertionError(f"the program ended by itself after {self.told[-3:]}")

    def listen_for(self, word: str) -> None:
        """Hear it until it tells `word`."""
        self.listen(lambda told: told[0] == word)

    def let_live(self, seconds: float) -> None:
        """Leave it alone for so long; it must not end meanwhile."""
        try:
            code = self.process.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            return
        raise AssertionError(f"the program ended by itself with {code}")

    def kill(self) -> None:
        """End it as a power cut does, and hear what it had told until then."""
        self.process.kill()
        if self.process.stdout is not None and not self.process.stdout.closed:
            rest, _ = self.process.communicate()
            self.told += map(heard, rest.splitlines())

    def listen_until_shown(self, rested_ms: int) -> None:
        """Hear it until the page shows that much of the rest as rested."""
        self.listen(lambda told: told[0] == "shown" and int(told[1]) >= rested_ms)

    def last(self, word: str) -> int | None:
        """The number that came with the last `word`; None where it never came."""
        numbers = [int(rest) for told, rest in self.told if told == word]
        return numbers[-1] if numbers else None

    def banners(self) -> list[str]:
        """The sentences shown, in order."""
        return [rest for word, rest in self.told if word == "banner" and rest]
