"""Typed reading of the figure's data: every mistake names the file, the key and the reason."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import TypeVar

import numpy as np

from constructive_rest.figure.interpolation import Array

Choice = TypeVar("Choice", bound=StrEnum)
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


class PoseError(ValueError):
    """The figure's data does not say what it must; `str()` is "file: key: reason"."""

    def __init__(self, file: str, key: str, reason: str) -> None:
        super().__init__(f"{file}: {key}: {reason}")
        self.file, self.key, self.reason = file, key, reason


class Table:
    """One TOML table, and the way to it for messages."""

    def __init__(self, values: Mapping[str, object], file: str, path: str = "") -> None:
        self._values, self._file, self._path = values, file, path

    def error(self, key: str, reason: str) -> PoseError:
        """The error to raise for `key` of this table."""
        return PoseError(self._file, f"{self._path}{key}", reason)

    def has(self, key: str) -> bool:
        """Whether the table holds `key`."""
        return key in self._values

    def allow(self, *known: str) -> None:
        """Raises PoseError for the first key that is not `known`: a misspelt key is a mistake."""
        for key in self._values:
            if key not in known:
                raise self.error(key, f"is not known here; known are {', '.join(sorted(known))}")

    def table(self, key: str) -> "Table":
        """The table under `key`."""
        value = self._need(key)
        if not isinstance(value, dict):
            raise self.error(key, "must be a table")
        return Table(value, self._file, f"{self._path}{key}.")

    def tables(self) -> Iterator[tuple[str, "Table"]]:
        """Every key with the table under it."""
        for key in self._values:
            yield key, self.table(key)

    def number(self, key: str, low: float, high: float, default: float | None = None) -> float:
        """The number under `key`, from `low` to `high`."""
        value = self._values.get(key, default) if default is not None else self._need(key)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.error(key, "must be a number")
        if not low <= value <= high:
            raise self.error(key, f"must be from {low:g} to {high:g}, not {value:g}")
        return float(value)

    def flag(self, key: str) -> bool:
        """Whether `key` is there and true."""
        value = self._values.get(key, False)
        if not isinstance(value, bool):
            raise self.error(key, "must be true or false")
        return value

    def point(self, key: str) -> Array:
        """Three numbers under `key`, each within two metres of the hips."""
        value = self._need(key)
        numbers = value if isinstance(value, list) else []
        right = [x for x in numbers if isinstance(x, int | float) and not isinstance(x, bool)]
        if len(right) != 3 or len(numbers) != 3 or max(map(abs, right)) > 2.0:
            raise self.error(key, "must be three numbers from -2 to 2")
        return np.array(right, dtype=np.float64)

    def text(self, key: str) -> str:
        """The text under `key`."""
        value = self._need(key)
        if not isinstance(value, str):
            raise self.error(key, "must be text")
        return value

    def colour(self, key: str) -> str:
        """The colour under `key`, as "#RRGGBB"."""
        value = self.text(key)
        if not _COLOUR.fullmatch(value):
            raise self.error(key, f'must be a colour such as "#D9A283", not "{value}"')
        return value

    def choice(self, key: str, kind: type[Choice]) -> Choice:
        """The member of `kind` named under `key`."""
        value = self.text(key)
        try:
            return kind(value)
        except ValueError:
            raise self.error(key, f'must be one of {", ".join(kind)}, not "{value}"') from None

    def choices(self, key: str, kind: type[Choice]) -> list[Choice]:
        """The members of `kind` listed under `key`."""
        value = self._need(key)
        if not isinstance(value, list):
            raise self.error(key, "must be a list")
        names = Table({str(name): name for name in value}, self._file, f"{self._path}{key}.")
        return [names.choice(name, kind) for name in map(str, value)]

    def texts(self, key: str) -> list[str]:
        """The texts listed under `key`."""
        value = self._need(key)
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise self.error(key, "must be a list of texts")
        return value

    def text_rows(self, key: str) -> list[list[str]]:
        """The lists of texts listed under `key`."""
        value = self._need(key)
        rows = value if isinstance(value, list) else [None]
        named = Table(
            {str(number): row for number, row in enumerate(rows)}, self._file, f"{self._path}{key}."
        )
        return [named.texts(str(number)) for number in range(len(rows))]

    def _need(self, key: str) -> object:
        if key not in self._values:
            raise self.error(key, "is missing")
        return self._values[key]


def read(text: str, file: str) -> Table:
    """The TOML in `text`. Raises PoseError where it is no TOML; `file` is named in errors."""
    try:
        return Table(tomllib.loads(text), file)
    except tomllib.TOMLDecodeError as error:
        raise PoseError(file, "TOML", str(error)) from None
