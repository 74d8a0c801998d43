"""Scenes that look the same are one scene: what a pose fixes does not depend on the person."""

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from constructive_rest import paths
from constructive_rest.drawing.picture import Scene
from constructive_rest.practice.setup import Arms, HeadSupport, Legs, Setup


def canonical(scene: Scene) -> Scene:
    """`scene` with the arms, legs and head that its pose fixes; eyes stay closed in every pose.

    A pose file that cannot be read fixes nothing: the drawing process tells what is wrong.
    """
    try:
        fixed = _fixed(scene.pose)
        chosen = scene.setup
        setup = Setup(
            arms=Arms(fixed.get("arms", chosen.arms)),
            legs=Legs(fixed.get("legs", chosen.legs)),
            head_support=HeadSupport(fixed.get("head", chosen.head_support)),
        )
    except (OSError, ValueError):
        return scene
    return replace(scene, setup=setup)


@cache
def _fixed(pose: str) -> Mapping[str, str]:
    text = (paths.resources() / "poses" / f"{pose}.toml").read_text(encoding="utf-8")
    fixed: Mapping[str, str] = tomllib.loads(text).get("setup", {})
    return fixed
