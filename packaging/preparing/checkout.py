"""Where things are in a checkout of the project."""

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Checkout:
    """A checkout of the project, by its folder; everything else about it follows."""

    root: Path

    @property
    def project(self) -> Path:
        """The file that describes the project."""
        return self.root / "pyproject.toml"

    @property
    def venv(self) -> Path:
        """The folder of the virtual environment."""
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        """The environment's own interpreter."""
        return self.venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    @property
    def stamp(self) -> Path:
        """What the environment was made from. Written last: without it nothing is finished."""
        return self.venv / "made-from.json"

    @property
    def lock(self) -> Path:
        """What the program needs, with hashes."""
        return self.root / "packaging" / "requirements.txt"

    @property
    def test_lock(self) -> Path:
        """The same and what its tests need."""
        return self.root / "packaging" / "requirements-test.txt"


def this_checkout() -> Checkout:
    """The checkout that this file belongs to."""
    return Checkout(Path(__file__).resolve().parents[2])
