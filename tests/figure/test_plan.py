from collections.abc import Mapping
from pathlib import Path

import pytest

from constructive_rest.figure.body import Body
from constructive_rest.figure.composition import Group
from constructive_rest.figure.contact_book import ContactBook
from constructive_rest.figure.furniture import Back
from constructive_rest.figure.plan import Align, Plan, parse_plan
from constructive_rest.figure.reading import PoseError
from constructive_rest.practice.setup import Arms, HeadSupport, Legs

PAIRS = {
    "head-low": ("head", "low"),
    "head-level": ("head", "book"),
    "head-high": ("head", "high"),
    "heels-far": ("legs", "far"),
    "heels-right": ("legs", "floor"),
    "heels-near": ("legs", "near"),
    "back-flat": ("trunk", "pressed"),
    "back-arched": ("trunk", "arched"),
    "back-easy": ("trunk", "small-gap"),
    "knees-out": ("legs", "out"),
    "knees-over-feet": ("legs", "floor"),
    "knees-in": ("legs", "in"),
    "shoulders-hunched": ("trunk", "hunched"),
    "shoulders-easy": ("trunk", "easy"),
}
INSIDE = ("psoas-side", "psoas-front")
GETTING_DOWN = ("down-1", "down-2", "down-3")
GETTING_UP = ("up-1", "up-2", "up-3", "up-4", "up-5")
MOVING = ("sit-bones", "fold-hip", "fold-waist")
IN_ORDER = (*GETTING_DOWN, *GETTING_UP, *MOVING)
PLAN = """
draws = ["mat", "head", "arms", "belt"]
[camera]
yaw = 0
pitch = 5
[framing]
width = 1.9
focus = [0.0, 0.1, 0.0]
align = "bottom"
"""


def parse(text: str) -> Plan:
    return parse_plan(text, "plan.toml")


def test_a_plan_is_read_whole() -> None:
    plan = parse(PLAN)
    assert (plan.yaw, plan.pitch) == (0.0, 5.0)
    assert plan.framing.align is Align.BOTTOM
    assert plan.framing.height is None
    assert (plan.arms, plan.legs, plan.head) == (None, None, None)


def test_a_plan_may_fix_the_posture() -> None:
    plan = parse(PLAN + '[setup]\narms = "hips"\n')
    assert (plan.body, plan.arms, plan.legs) == (None, "hips", None)


def test_only_what_is_drawn_has_groups() -> None:
    assert parse(PLAN).groups(belt=True) == {Group.ARMS, Group.HEAD, Group.BELT}


def test_a_belt_is_drawn_only_where_it_is_worn() -> None:
    assert Group.BELT in parse(PLAN).groups(belt=True)
    assert Group.BELT not in parse(PLAN).groups(belt=False)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("draws =", 'view = "side"\ndraws =', "view: is not known here"),
        ("pitch = 5", "pitch = 120", r"camera\.pitch: must be from -20 to 90"),
        ("width = 1.9", "", r"framing\.width: is missing"),
        ('"mat",', '"rug",', r"draws\.rug: must be one of"),
        ('align = "bottom"', 'align = "left"', r"framing\.align: must be one of"),
        ("[camera]", "[lens]", r"lens: is not known here"),
        ("yaw = 0", "yaw = 0\nroll = 3", r"camera\.roll: is not known here"),
    ],
)
def test_a_wrong_plan_names_file_key_and_reason(old: str, new: str, message: str) -> None:
    with pytest.raises(PoseError, match=rf"plan\.toml: {message}"):
        parse(PLAN.replace(old, new))


def test_every_picture_file_can_be_read(pictures: list[Path], book: ContactBook) -> None:
    for path in pictures:
        plan = parse_plan(path.read_text(encoding="utf-8"), path.name)
        assert plan.arms is None or plan.arms in book.arms, path.name
        assert plan.legs is None or plan.legs in book.legs, path.name
        assert plan.head is None or plan.head in book.heads, path.name
        assert plan.trunk in book.trunks, path.name


def test_every_choice_has_its_small_picture(
    pictures: list[Path], bodies: Mapping[str, Body]
) -> None:
    names = {path.stem for path in pictures}
    wanted = {f"arms-{arms}" for arms in Arms} | {f"legs-{legs}" for legs in Legs}
    wanted |= {f"head-{head}" for head in HeadSupport} | {f"body-{key}" for key in bodies}
    wanted |= {*PAIRS, *INSIDE, *IN_ORDER, "side", "top", "feet", "back"}
    assert wanted == names


def test_a_small_picture_shows_the_choice_it_is_named_after(pictures: list[Path]) -> None:
    for path in pictures:
        plan = parse_plan(path.read_text(encoding="utf-8"), path.name)
        kind, _, choice = path.stem.partition("-")
        if choice and path.stem not in {*PAIRS, *INSIDE, *IN_ORDER}:
            assert getattr(plan, kind) == choice, path.name


def test_right_and_wrong_are_framed_alike_and_differ_in_one_thing(pictures: list[Path]) -> None:
    plans = {
        path.stem: parse_plan(path.read_text(encoding="utf-8"), path.name) for path in pictures
    }
    for name, (part, key) in PAIRS.items():
        plan = plans[name]
        assert getattr(plan, part) == key, name
        for other in (other for other in PAIRS if other.split("-")[0] == name.split("-")[0]):
            framing, same = plan.framing, plans[other].framing
            assert (framing.width, framing.height) == (same.width, same.height)
            assert list(framing.focus) == list(same.focus)
            kept = {"arms", "legs", "head", "trunk"} - {part}
            assert all(getattr(plan, p) == getattr(plans[other], p) for p in kept), other


def test_a_picture_of_a_body_fixes_the_whole_posture(pictures: list[Path]) -> None:
    for path in pictures:
        if path.stem.startswith("body-"):
            plan = parse_plan(path.read_text(encoding="utf-8"), path.name)
            assert (plan.arms, plan.legs, plan.head) == ("ribs", "floor", "book"), path.name


def test_every_group_of_the_body_can_be_drawn() -> None:
    named = ", ".join(f'"{group}"' for group in Group)
    plan = parse(PLAN.replace('"mat", "head", "arms", "belt"', named))
    assert plan.groups(belt=True) == set(Group)
    assert {thing.value for thing in plan.draws} == {group.value for group in Group}


def test_who_stands_or_kneels_has_a_chair_at_hand(pictures: list[Path]) -> None:
    plans = {
        path.stem: parse_plan(path.read_text(encoding="utf-8"), path.name) for path in pictures
    }
    backs = {name: plan.chair.back for name, plan in plans.items() if plan.chair is not None}
    assert backs == {
        "down-1": Back.FAR,
        "up-4": Back.FAR,
        "up-5": Back.NEAR,
        "sit-bones": Back.NONE,
    }


def test_a_chair_must_say_where_its_back_is() -> None:
    with pytest.raises(PoseError, match=r"chair\.back: must be one of near, far, none"):
        parse(PLAN + '[chair]\nx = 0\nz = 0\nback = "left"\n')


def test_the_two_folds_are_framed_alike(pictures: list[Path]) -> None:
    folds = [
        parse_plan(path.read_text(encoding="utf-8"), path.name)
        for path in pictures
        if path.stem.startswith("fold-")
    ]
    first, second = (fold.framing for fold in folds)
    assert (first.width, first.height) == (second.width, second.height)
    assert list(first.focus) == list(second.focus)
