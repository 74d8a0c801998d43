"""The set-up guide and the people in its pictures: content files turned into values.

Raises `ContentError` (file, key and reason) for any fault, keys that are not known included.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from constructive_rest.practice.alt import open_sentence
from constructive_rest.practice.plate import Plate, read_plates
from constructive_rest.practice.setup import Arms, Eyes, HeadSupport, Legs
from constructive_rest.practice.table import Table, read_toml

LONGEST_TITLE = 22
"""Characters of a title that stay on one row in the guide's column at 800×600."""

LONGEST_LINE = 62
"""Characters of a line that stay on one row in the guide's column at 1280×800."""


class View(StrEnum):
    """From where the body is drawn; `BACK` is the low back, close up from the side,
    and `LYING` the body on its side, seen from the front."""

    SIDE = "side"
    TOP = "top"
    FEET = "feet"
    BACK = "back"
    LYING = "legs-side"


class Choice(StrEnum):
    """What a step asks the person to choose; each value but `BODY` is a field of Setup."""

    ARMS = "arms"
    LEGS = "legs"
    HEAD_SUPPORT = "head_support"
    EYES = "eyes"
    BODY = "body"


class Overlay(StrEnum):
    """What is drawn over a picture to point something out."""

    GAP = "gap"
    SUPPORT = "support"
    MIDLINE = "midline"
    CONTACTS = "contacts"
    KNEES = "knees"
    LOW_BACK = "low_back"
    ARMS = "arms"
    ATTENTION = "attention"


_CHOSEN: Mapping[Choice, type[Arms] | type[Legs] | type[HeadSupport] | type[Eyes]] = {
    Choice.ARMS: Arms,
    Choice.LEGS: Legs,
    Choice.HEAD_SUPPORT: HeadSupport,
    Choice.EYES: Eyes,
}


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that can be chosen, with its name and a hint of one line."""

    key: str
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
class Pointer:
    """One thing that is pointed out, and the words at it; empty where none stand."""

    overlay: Overlay
    label: str = ""


@dataclass(frozen=True, slots=True)
class GuideStep:
    """One step of setting up: two lines beside a picture, or under a series of them.

    `alt` is the picture in a sentence that may leave open what `AltTexts.fill` fills; a step with
    `frames` has neither. `options` holds every value of `choice`, in the order in which they are
    offered, but for the body, which is chosen among the people. `label` stands on the overlay,
    `also` is what else is pointed out.
    `on_side` are the lines for a body that lies on its side, where nothing else of the step
    applies; empty where the step is for all.
    """

    key: str
    title: str
    lines: tuple[str, str]
    picture: View | None = None
    alt: str = ""
    choice: Choice | None = None
    options: tuple[Option, ...] = ()
    overlay: Overlay | None = None
    label: str = ""
    also: tuple[Pointer, ...] = ()
    trouble: tuple[Trouble, ...] = ()
    frames: tuple[Plate, ...] = ()
    on_side: tuple[str, ...] = ()

    @property
    def pointers(self) -> tuple[Pointer, ...]:
        """Everything that is pointed out on the picture."""
        first = (Pointer(self.overlay, self.label),) if self.overlay is not None else ()
        return first + self.also

    def lying_on_side(self) -> "GuideStep":
        """This step as it is for a body on its side: nothing that happens on the back alone."""
        if not self.on_side:
            still = tuple(trouble for trouble in self.trouble if not trouble.wrong_picture)
            picture = self.picture and View.LYING
            return replace(self, picture=picture, overlay=None, label="", also=(), trouble=still)
        first, second = self.on_side
        return GuideStep(self.key, self.title, (first, second), View.LYING)


@dataclass(frozen=True, slots=True)
class Person:
    """Someone the pictures may show, by the key of the body that is drawn."""

    key: str
    name: str


def parse_guide(text: str, file: str) -> tuple[GuideStep, ...]:
    """The steps under `[[step]]`, in order."""
    table = read_toml(text, file)
    steps = tuple(_step(step) for step in table.some("step"))
    table.close()
    return steps


def parse_people(text: str, file: str) -> tuple[Person, ...]:
    """The people under `[[body]]`, in the order in which they are offered."""
    table = read_toml(text, file)
    people = tuple(_person(person) for person in table.some("body"))
    table.close()
    return people


def two_lines(table: Table, key: str) -> tuple[str, str]:
    """Two lines of the guide under `key`. Raises ContentError for more or fewer."""
    lines = table.texts(key, LONGEST_LINE)
    if len(lines) != 2:
        raise table.error(key, f"has {len(lines)} lines; there must be two")
    return lines[0], lines[1]


def _step(table: Table) -> GuideStep:
    choice = table.choice("choice", Choice) if "choice" in table else None
    overlay = table.choice("overlay", Overlay) if "overlay" in table else None
    frames = read_plates(table, "frame")
    step = GuideStep(
        key=table.text("key"),
        title=table.text("title", LONGEST_TITLE),
        lines=two_lines(table, "lines"),
        picture=None if frames else table.choice("picture", View),
        alt="" if frames else open_sentence(table, "alt"),
        choice=choice,
        options=_options(table, choice) if choice is not None else (),
        overlay=overlay,
        label=table.text("label", LONGEST_TITLE) if overlay else "",
        also=tuple(_pointer(pointer) for pointer in table.tables("also")),
        trouble=tuple(_trouble(pair) for pair in table.tables("trouble")),
        frames=frames,
        on_side=two_lines(table, "on_side") if "on_side" in table else (),
    )
    table.close()
    return step


def _pointer(table: Table) -> Pointer:
    label = table.text("label", LONGEST_TITLE) if "label" in table else ""
    pointer = Pointer(table.choice("overlay", Overlay), label)
    table.close()
    return pointer


def _options(table: Table, choice: Choice) -> tuple[Option, ...]:
    if choice is Choice.BODY:
        return ()
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


def _person(table: Table) -> Person:
    person = Person(table.text("key"), table.text("name", LONGEST_TITLE))
    table.close()
    return person
