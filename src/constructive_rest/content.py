"""The content files that ship with the program, read and checked."""

from constructive_rest.paths import resources
from constructive_rest.practice.alt import AltTexts, parse_alt_texts
from constructive_rest.practice.guide import GuideStep, Person, parse_guide, parse_people
from constructive_rest.practice.model import Practice
from constructive_rest.practice.pages import (
    MovementCue,
    ReadingPage,
    parse_movement_cues,
    parse_page,
)
from constructive_rest.practice.parse import ContentError, parse_practice

PAGES = ("safety", "psoas", "ease")
"""The pages to read, by key."""


def load_practice() -> Practice:
    """Constructive rest. Raises ContentError where its file is missing or faulty."""
    file = "practices/constructive-rest.toml"
    return parse_practice(_read(file), file)


def load_guide() -> tuple[GuideStep, ...]:
    """The steps of setting up, in order. Raises ContentError as `load_practice` does."""
    file = "guide/steps.toml"
    return parse_guide(_read(file), file)


def load_page(key: str) -> ReadingPage:
    """The page to read called "safety", "psoas" or "ease". Raises ContentError likewise."""
    file = f"guide/{key}.toml"
    return parse_page(_read(file), file)


def load_movement_cues() -> tuple[MovementCue, ...]:
    """The cues to carry into the day. Raises ContentError likewise."""
    file = "guide/movement.toml"
    return parse_movement_cues(_read(file), file)


def load_pose_keys() -> tuple[str, ...]:
    """Every picture that can be drawn: the pose files, by name."""
    shared = ("bodies", "contacts")
    files = sorted((resources() / "poses").glob("*.toml"))
    return tuple(file.stem for file in files if file.stem not in shared)


def load_people() -> tuple[Person, ...]:
    """Everyone the pictures may show. Raises ContentError likewise."""
    file = "guide/bodies.toml"
    return parse_people(_read(file), file)


def load_alt_texts() -> AltTexts:
    """Every picture in words. Raises ContentError likewise."""
    file = "guide/pictures.toml"
    return parse_alt_texts(_read(file), file)


def _read(file: str) -> str:
    try:
        return (resources() / file).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        reason = f"cannot be read; installing the program again brings it back ({fault})"
        raise ContentError(file, "file", reason) from fault
