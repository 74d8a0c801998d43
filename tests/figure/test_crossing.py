"""Arms that cross: whoever crosses them, one lies over the other."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from constructive_rest.figure.body import Body
from constructive_rest.figure.contact_book import ContactBook
from constructive_rest.figure.crossing import crossing, lay_over
from constructive_rest.figure.mannequin import Mannequin
from constructive_rest.figure.pose import HandOnTorso
from constructive_rest.figure.reaching import hand_goal, reach_arm
from constructive_rest.figure.sides import Side
from constructive_rest.figure.skeleton import lay_trunk, solve

Build = Callable[..., Mannequin]
every_body = pytest.mark.parametrize("body", ["reed", "willow", "oak", "poppy", "cedar"])


@every_body
def test_crossed_arms_keep_out_of_each_other(
    bodies: Mapping[str, Body], book: ContactBook, body: str
) -> None:
    crossed = solve(bodies[body], book.contacts("chest", "floor", "book", "easy"))
    deep, _ = crossing(bodies[body], crossed.arms)
    assert deep < 0.005


@every_body
def test_arms_that_do_not_cross_are_left_as_they_are(
    bodies: Mapping[str, Body], book: ContactBook, body: str
) -> None:
    contacts = book.contacts("sides", "floor", "book", "easy")
    torso = lay_trunk(bodies[body], contacts.trunk)
    goals = {s: hand_goal(bodies[body], torso, {}, s, contacts.arms[s]) for s in Side}
    arms = {s: reach_arm(bodies[body], torso, s, goals[s]) for s in Side}
    deep, apart = crossing(bodies[body], arms)
    assert deep == 0.0
    assert apart > 0.3
    assert lay_over(bodies[body], torso, goals, arms) is arms


def test_the_higher_hand_is_the_one_that_gives_way(
    bodies: Mapping[str, Body], book: ContactBook
) -> None:
    body = bodies["reed"]
    contacts = book.contacts("chest", "floor", "book", "easy")
    torso = lay_trunk(body, contacts.trunk)
    crossed = contacts.arms[Side.RIGHT]
    assert isinstance(crossed, HandOnTorso)
    flat = replace(crossed, station=0.31, wrist_lift=0.0)
    hands = {Side.RIGHT: flat, Side.LEFT: contacts.arms[Side.LEFT]}
    goals = {s: hand_goal(body, torso, {}, s, hands[s]) for s in Side}
    through = {s: reach_arm(body, torso, s, goals[s]) for s in Side}
    laid = lay_over(body, torso, goals, through)
    assert crossing(body, through)[0] > crossing(body, laid)[0]
    assert laid[Side.LEFT] is through[Side.LEFT]
    assert laid[Side.RIGHT].chain.end[1] > through[Side.RIGHT].chain.end[1]
