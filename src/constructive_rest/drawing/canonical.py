"""Scenes that look the same are one scene: what a pose fixes does not depend on the person."""

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from functools import cache
from typing import TypeVar

from constructive_rest import paths
from constructive_rest.drawing.picture import Scene
from constructive_rest.practice.setup import Setup

Choice = TypeVar("Choice", bound=StrEnum)


def canonical(scene: Scene) -> Scene:
    """`scene` with the body, arms, legs and head that its pose fixes; eyes are closed in all.

    A posture that nobody can choose, such as a wrong one, stands as the usual choice. A pose file
    that cannot be read fixes nothing: the drawing process tells what is wrong.
    """
    try:
        fixed = _fixed(scene.pose)
    except (OSError, ValueError):
        return scene
    chosen, usual = scene.setup, Setup()
    setup = Setup(
        arms=_choice(fixed.get("arms"), chosen.arms, usual.arms),
        legs=_choice(fixed.get("legs"), chosen.legs, usual.legs),
        head_support=_choice(fixed.get("head"), chosen.head_support, usual.head_support),
    )
    return replace(scene, setup=setup, body=fixed.get("body", scene.body))


def _choice(fixed: str | None, chosen: Choice, usual: Choice) -> Choice:
    """What is `fixed`, if it can be chosen at all; what was `chosen` where nothing is."""
    if fixed is None:
        return chosen
    return next((member for member in type(usual) if member == fixed), usual)


@cache
def _fixed(pose: str) -> Mapping[str, str]:
    text = (paths.resources() / "poses" / f"{pose}.toml").read_text(encoding="utf-8")
    fixed: Mapping[str, str] = tomllib.loads(text).get("setup", {})
    return fixed
