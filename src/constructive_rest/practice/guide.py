"""The set-up guide, the pages to read and the movement cues: content files turned into values.

Raises `ContentError` (file, key and reason) for any fault, keys that are not known included.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from constructive_rest.practice.setup import Arms, Eyes, HeadSupport, Legs
from constructive_rest.practice.table import Table, read_toml

LONGEST_TITLE = 22
"""Characters of a title that stay on one row in the guide's column at 800×600."""

LONGEST_LINE = 62
"""Characters of a line that stay on one row in the guide's column at 1280×800."""


class View(StrEnum):
    """From where the body is drawn; `BACK` is the low back, close up from the side."""

    SIDE = "side"
    TOP = "top"
    FEET = "feet"
    BACK = "back"


class Choice(StrEnum):
    """What a step asks the person to choose; each value is a field of Setup."""

    ARMS = "arms"
    LEGS = "legs"
    HEAD_SUPPORT = "head_support"
    EYES = "eyes"


class Overlay(StrEnum):
    """What is drawn over a picture to point something out."""

    GAP = "gap"
    SUPPORT = "support"
    MIDLINE = "midline"
    CONTACTS = "contacts"
    KNEES = "knees"
    LOW_BACK = "low_back"


Chosen = Arms | Legs | HeadSupport | Eyes

_CHOSEN: Mapping[Choice, type[Arms] | type[Legs] | type[HeadSupport] | type[Eyes]] = {
    Choice.ARMS: Arms,
    Choice.LEGS: Legs,
    Choice.HEAD_SUPPORT: HeadSupport,
    Choice.EYES: Eyes,
}


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that can be chosen, with its name and a hint of one line."""

    key: Chosen
    name: str
    hint: str


@dataclass(frozen=True, slots=True)
class Trouble:
    """What goes wrong, and what helps.

    `wrong_picture` and `right_picture` name the pictures that show both; empty where there is
    nothing to see.
    """

    wrong: str
    helps: str
    wrong_picture: str = ""
    right_picture: str = ""


@dataclass(frozen=True, slots=True)
class GuideStep:
    """One step of setting up: two lines beside a picture.

    `alt` lets someone who cannot see the picture take the position; `options` holds every value
    of `choice`, in the order in which they are offered; `label` stands on the overlay.
    """

    key: str
    title: str
    lines: tuple[str, str]
    picture: View
    alt: str
    choice: Choice | None = None
    options: tuple[Option, ...] = ()
    overlay: Overlay | None = None
    label: str = ""
    trouble: tuple[Trouble, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """Someone the pictures may show, by the key of the body that is drawn."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class MovementCue:
    """Something to try on the way into the day."""

    key: str
    title: str
    lines: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page; `urgent` where it may not be overlooked."""

    heading: str
    paragraphs: tuple[str, ...]
    sources: tuple[str, ...] = ()
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class ReadingPage:
    """A page to read."""

    key: str
    title: str
    sections: tuple[Section, ...]


def parse_guide(text: str, file: str) -> tuple[GuideStep, ...]:
    """The steps under `[[step]]`, in order."""
    table = read_toml(text, file)
    steps = tuple(_step(step) for step in _some(table, "step"))
    table.close()
    return steps


def parse_movement_cues(text: str, file: str) -> tuple[MovementCue, ...]:
    """The cues under `[[cue]]`, in order."""
    table = read_toml(text, file)
    cues = tuple(_movement_cue(cue) for cue in _some(table, "cue"))
    table.close()
    return cues


def parse_people(text: str, file: str) -> tuple[Person, ...]:
    """The people under `[[body]]`, in the order in which they are offered."""
    table = read_toml(text, file)
    people = tuple(_person(person) for person in _some(table, "body"))
    table.close()
    return people


def parse_page(text: str, file: str) -> ReadingPage:
    """A page with its `[[section]]`s, in order."""
    table = read_toml(text, file)
    sections = tuple(_section(section) for section in _some(table, "section"))
    page = ReadingPage(table.text("key"), table.text("title"), sections)
    table.close()
    return page


def _some(table: Table, key: str) -> tuple[Table, ...]:
    found = table.tables(key)
    if not found:
        raise table.error(key, "is missing: there must be at least one")
    return found


def _two_lines(table: Table) -> tuple[str, str]:
    lines = table.texts("lines", LONGEST_LINE)
    if len(lines) != 2:
        raise table.error("lines", f"has {len(lines)} lines; there must be two")
    return lines[0], lines[1]


def _step(table: Table) -> GuideStep:
    choice = table.choice("choice", Choice) if "choice" in table else None
    overlay = table.choice("overlay", Overlay) if "overlay" in table else None
    step = GuideStep(
        key=table.text("key"),
        title=table.text("title", LONGEST_TITLE),
        lines=_two_lines(table),
        picture=table.choice("picture", View),
        alt=table.text("alt"),
        choice=choice,
        options=_options(table, choice) if choice else (),
        overlay=overlay,
        label=table.text("label", LONGEST_TITLE) if overlay else "",
        trouble=tuple(_trouble(pair) for pair in table.tables("trouble")),
    )
    table.close()
    return step


def _options(table: Table, choice: Choice) -> tuple[Option, ...]:
    options = tuple(_option(option, choice) for option in table.tables("option"))
    keys = [option.key for option in options]
    if sorted(keys) != sorted(_CHOSEN[choice]):
        wanted = ", ".join(_CHOSEN[choice])
        raise table.error("option", f"must offer each of {wanted} once")
    return options


def _option(table: Table, choice: Choice) -> Option:
    option = Option(
        key=table.choice("key", _CHOSEN[choice]),
        name=table.text("name", LONGEST_TITLE),
        hint=table.text("hint", LONGEST_LINE),
    )
    table.close()
    return option


def _trouble(table: Table) -> Trouble:
    wrong, helps = table.text("wrong", LONGEST_LINE), table.text("helps", LONGEST_LINE)
    pictured = "wrong_picture" in table or "right_picture" in table
    pictures = (table.text("wrong_picture"), table.text("right_picture")) if pictured else ("", "")
    table.close()
    return Trouble(wrong, helps, *pictures)


def _movement_cue(table: Table) -> MovementCue:
    cue = MovementCue(table.text("key"), table.text("title", LONGEST_TITLE), _two_lines(table))
    table.close()
    return cue


def _person(table: Table) -> Person:
    person = Person(table.text("key"), table.text("name", LONGEST_TITLE))
    table.close()
    return person


def _section(table: Table) -> Section:
    section = Section(
        heading=table.text("heading"),
        paragraphs=table.texts("paragraphs"),
        sources=table.texts("sources") if "sources" in table else (),
        urgent=table.flag("urgent"),
    )
    table.close()
    return section
