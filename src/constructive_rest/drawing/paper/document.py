"""What stands on the two pages, as plain values, and how it travels to the process that prints.

Every word comes ready in the person's language; lengths are left to the layout.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from constructive_rest.practice.guide import Overlay, Pointer
from constructive_rest.practice.setup import Arms, Eyes, HeadSupport, Legs, Setup


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture: `pose` names a file of resources/poses, `pointers` what is shown on it."""

    pose: str
    pointers: tuple[Pointer, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person chose: what it is about, its name, and what there is to say of it."""

    about: str
    name: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Trouble:
    """What goes wrong, and what helps."""

    wrong: str
    helps: str


@dataclass(frozen=True, slots=True)
class Frame:
    """One picture of a series, with what is said under it."""

    figure: Figure
    caption: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One step: its title and lines, what was chosen, what may go wrong, and what is seen of it:
    a picture, a series of them, or nothing that is not seen elsewhere."""

    title: str
    lines: tuple[str, ...]
    figure: Figure | None = None
    choice: Choice | None = None
    trouble: tuple[Trouble, ...] = ()
    frames: tuple[Frame, ...] = ()


@dataclass(frozen=True, slots=True)
class Closing:
    """A part after the steps."""

    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """Both pages. `page_words` holds {0} and {1} for the page and how many there are."""

    title: str
    subtitle: str
    choices: tuple[Choice, ...]
    hero: Figure
    entries: tuple[Entry, ...]
    closings: tuple[Closing, ...]
    safety: str
    footer: str
    page_words: str
    author: str
    language: str
    body: str
    setup: Setup


def write_document(document: Document) -> dict[str, Any]:
    """`document` as values that JSON can carry."""
    return asdict(document)


def read_document(values: Mapping[str, Any]) -> Document:
    """The document that `write_document` wrote."""
    setup = values["setup"]
    return Document(
        title=values["title"],
        subtitle=values["subtitle"],
        choices=tuple(Choice(**choice) for choice in values["choices"]),
        hero=_figure(values["hero"]),
        entries=tuple(_entry(entry) for entry in values["entries"]),
        closings=tuple(
            Closing(closing["heading"], tuple(closing["paragraphs"]))
            for closing in values["closings"]
        ),
        safety=values["safety"],
        footer=values["footer"],
        page_words=values["page_words"],
        author=values["author"],
        language=values["language"],
        body=values["body"],
        setup=Setup(
            Arms(setup["arms"]),
            Legs(setup["legs"]),
            HeadSupport(setup["head_support"]),
            Eyes(setup["eyes"]),
        ),
    )


def _figure(values: Mapping[str, Any]) -> Figure:
    pointers = (Pointer(Overlay(each["overlay"]), each["label"]) for each in values["pointers"])
    return Figure(values["pose"], tuple(pointers))


def _entry(values: Mapping[str, Any]) -> Entry:
    choice, figure = values["choice"], values["figure"]
    return Entry(
        title=values["title"],
        lines=tuple(values["lines"]),
        figure=_figure(figure) if figure else None,
        choice=Choice(**choice) if choice else None,
        trouble=tuple(Trouble(**trouble) for trouble in values["trouble"]),
        frames=tuple(
            Frame(_figure(frame["figure"]), frame["caption"]) for frame in values["frames"]
        ),
    )
