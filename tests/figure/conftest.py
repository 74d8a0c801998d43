"""Bodies, postures and plans as they ship, read once."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import pytest

from constructive_rest import paths
from constructive_rest.figure.body import Body, parse_bodies
from constructive_rest.figure.contact_book import ContactBook, parse_contacts
from constructive_rest.figure.mannequin import Mannequin, build_mannequin
from constructive_rest.figure.plan import Plan, parse_plan
from constructive_rest.figure.stage import Stage, build_stage

POSES = paths.resources() / "poses"
NOT_PICTURES = ("bodies.toml", "contacts.toml")

Build = Callable[..., Mannequin]
SetStage = Callable[..., Stage]


@cache
def _bodies() -> Mapping[str, Body]:
    return parse_bodies((POSES / "bodies.toml").read_text(encoding="utf-8"), "bodies.toml")


@cache
def _book() -> ContactBook:
    return parse_contacts((POSES / "contacts.toml").read_text(encoding="utf-8"), "contacts.toml")


@cache
def _plan(name: str) -> Plan:
    file = f"{name}.toml"
    return parse_plan((POSES / file).read_text(encoding="utf-8"), file)


@cache
def _mannequin(body: str, arms: str, legs: str, head: str, trunk: str) -> Mannequin:
    return build_mannequin(_bodies()[body], _book().contacts(arms, legs, head, trunk))


@pytest.fixture(scope="session")
def bodies() -> Mapping[str, Body]:
    return _bodies()


@pytest.fixture(scope="session")
def book() -> ContactBook:
    return _book()


@pytest.fixture(scope="session")
def pictures() -> list[Path]:
    """Every pose file that describes a picture."""
    return [path for path in sorted(POSES.glob("*.toml")) if path.name not in NOT_PICTURES]


@pytest.fixture(scope="session")
def build() -> Build:
    """A mannequin by the keys of body, arms, legs, head and trunk."""

    def make(
        body: str = "reed",
        arms: str = "ribs",
        legs: str = "floor",
        head: str = "book",
        trunk: str = "easy",
    ) -> Mannequin:
        return _mannequin(body, arms, legs, head, trunk)

    return make


@pytest.fixture(scope="session")
def set_stage() -> SetStage:
    """A stage by the keys of picture, body, arms, legs and head."""

    def make(
        picture: str = "side",
        body: str = "reed",
        arms: str = "ribs",
        legs: str = "floor",
        head: str = "book",
    ) -> Stage:
        setup = {"arms": arms, "legs": legs, "head": head}
        return build_stage(_plan(picture), _bodies()[body], _book(), setup)

    return make
