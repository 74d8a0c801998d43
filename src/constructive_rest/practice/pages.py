"""The pages to read and the movement cues: content files turned into values.

Raises `ContentError` (file, key and reason) for any fault, keys that are not known included.
"""

from dataclasses import dataclass

from constructive_rest.practice.guide import LONGEST_TITLE, two_lines
from constructive_rest.practice.plate import Plate, read_plates
from constructive_rest.practice.table import Table, read_toml


@dataclass(frozen=True, slots=True)
class MovementCue:
    """Something to try on the way into the day: two lines, and more of it on its page."""

    key: str
    title: str
    lines: tuple[str, str]
    paragraphs: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    plates: tuple[Plate, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page; `urgent` where it may not be overlooked."""

    heading: str
    paragraphs: tuple[str, ...]
    sources: tuple[str, ...] = ()
    urgent: bool = False
    plates: tuple[Plate, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadingPage:
    """A page to read."""

    key: str
    title: str
    sections: tuple[Section, ...]


def parse_movement_cues(text: str, file: str) -> tuple[MovementCue, ...]:
    """The cues under `[[cue]]`, in order."""
    table = read_toml(text, file)
    cues = tuple(_movement_cue(cue) for cue in table.some("cue"))
    table.close()
    return cues


def parse_page(text: str, file: str) -> ReadingPage:
    """A page with its `[[section]]`s, in order."""
    table = read_toml(text, file)
    sections = tuple(_section(section) for section in table.some("section"))
    page = ReadingPage(table.text("key"), table.text("title"), sections)
    table.close()
    return page


def movement_page(title: str, cues: tuple[MovementCue, ...]) -> ReadingPage:
    """All cues as a page to read."""
    sections = (
        Section(cue.title, (*cue.lines, *cue.paragraphs), cue.sources, plates=cue.plates)
        for cue in cues
    )
    return ReadingPage("movement", title, tuple(sections))


def _movement_cue(table: Table) -> MovementCue:
    cue = MovementCue(
        key=table.text("key"),
        title=table.text("title", LONGEST_TITLE),
        lines=two_lines(table, "lines"),
        paragraphs=table.texts("paragraphs") if "paragraphs" in table else (),
        sources=table.texts("sources") if "sources" in table else (),
        plates=read_plates(table, "plate"),
    )
    table.close()
    return cue


def _section(table: Table) -> Section:
    section = Section(
        heading=table.text("heading"),
        paragraphs=table.texts("paragraphs"),
        sources=table.texts("sources") if "sources" in table else (),
        urgent=table.flag("urgent"),
        plates=read_plates(table, "plate"),
    )
    table.close()
    return section
