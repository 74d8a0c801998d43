"""Reading content files strictly: every value is checked, and every fault says where it is."""

import tomllib
from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

_Value = TypeVar("_Value")
_Choice = TypeVar("_Choice", bound=StrEnum)

_IN_WORDS: Mapping[type, str] = {
    str: "text",
    int: "a whole number",
    bool: "true or false",
    list: "a list",
    dict: "a table",
}


class ContentError(ValueError):
    """A content file that cannot be used. `str()` is "file: key: reason"."""

    def __init__(self, file: str, key: str, reason: str) -> None:
        super().__init__(f"{file}: {key}: {reason}")
        self.file = file
        self.key = key
        self.reason = reason


class Table:
    """One table of a TOML file, read key by key; `close` refuses the keys nobody asked for."""

    def __init__(self, file: str, path: str, values: Mapping[str, object]) -> None:
        self.file = file
        self._path = path
        self._values = values
        self._read: set[str] = set()

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def error(self, key: str, reason: str) -> ContentError:
        """The error that names this file and `key` of this table."""
        return ContentError(self.file, self._at(key), reason)

    def text(self, key: str, longest: int = 1_000) -> str:
        """One line of text, not blank, of at most `longest` characters."""
        text = self._take(key, str)
        if not text.strip() or text != " ".join(text.split()):
            raise self.error(key, "must be one line of words with single spaces between them")
        if len(text) > longest:
            raise self.error(key, f"has {len(text)} characters; at most {longest} have room")
        return text

    def every_text(self) -> Mapping[str, str]:
        """Every key with its line of text."""
        return {key: self.text(key) for key in self._values}

    def texts(self, key: str, longest: int = 1_000) -> tuple[str, ...]:
        """A list of lines, each as `text` wants it."""
        items = self._items(key)
        return tuple(items.text(item, longest) for item in items._values)

    def integer(self, key: str, least: int, most: int) -> int:
        """A whole number from `least` to `most`."""
        number = self._take(key, int)
        if not least <= number <= most:
            raise self.error(key, f"is {number}; it must be from {least} to {most}")
        return number

    def integers(self, key: str, least: int, most: int) -> tuple[int, ...]:
        """A list of whole numbers, each from `least` to `most`."""
        items = self._items(key)
        return tuple(items.integer(item, least, most) for item in items._values)

    def flag(self, key: str) -> bool:
        """True or false; false where the key is absent."""
        self._read.add(key)
        return key in self._values and self._take(key, bool)

    def choice(self, key: str, kind: type[_Choice]) -> _Choice:
        """One of the values of `kind`."""
        word = self._take(key, str)
        if word not in list(kind):
            raise self.error(key, f"is “{word}”; it must be one of {', '.join(kind)}")
        return kind(word)

    def tables(self, key: str) -> tuple["Table", ...]:
        """The tables under `key`, in order; none where the key is absent."""
        self._read.add(key)
        if key not in self._values:
            return ()
        items = self._items(key)
        return tuple(
            Table(self.file, items._at(item), items._take(item, dict)) for item in items._values
        )

    def some(self, key: str) -> tuple["Table", ...]:
        """The tables under `key`, of which there must be at least one."""
        found = self.tables(key)
        if not found:
            raise self.error(key, "is missing: there must be at least one")
        return found

    def table(self, key: str) -> "Table":
        """The one table under `key`."""
        return Table(self.file, self._at(key), self._take(key, dict))

    def close(self) -> None:
        """Raise ContentError where the table holds a key that was never read."""
        for key in self._values:
            if key not in self._read:
                raise self.error(key, "is not a key that is known here")

    def _at(self, key: str) -> str:
        return f"{self._path}.{key}" if self._path else key

    def _items(self, key: str) -> "Table":
        values = enumerate(self._take(key, list))
        return Table(self.file, self._path, {f"{key}[{index}]": value for index, value in values})

    def _take(self, key: str, kind: type[_Value]) -> _Value:
        self._read.add(key)
        if key not in self._values:
            raise self.error(key, "is missing")
        value = self._values[key]
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            raise self.error(key, f"must be {_IN_WORDS[kind]}")
        return value


def read_toml(text: str, file: str) -> Table:
    """The outermost table of `text`. Raises ContentError where it is not TOML."""
    try:
        return Table(file, "", tomllib.loads(text))
    except tomllib.TOMLDecodeError as fault:
        raise ContentError(file, "TOML", str(fault)) from fault
