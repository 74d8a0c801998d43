from collections.abc import Mapping

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from constructive_rest.figure.camera import Camera
from constructive_rest.figure.interpolation import Array, unit, vector
from constructive_rest.figure.loft import Loft, Sweep, sweep
from constructive_rest.figure.order import Joint, Part, Sorting, Surfaces, Turn

FRONT = Camera(0, 0)


def tube(start: tuple[float, float, float], end: tuple[float, float, float]) -> Loft:
    """A tube of 4 cm; z points at the viewer of FRONT."""
    way: Array = np.array(end) - np.array(start)
    centres = np.array(start) + np.outer(np.linspace(0, 1, 5), way)
    across = unit(np.cross(way, vector(0.0, 0.1, 1.0)))
    front = unit(np.cross(across, way))
    return sweep(Sweep(centres, front, across, np.full(3, 0.04)), 16)


def sheet(depth: float) -> Loft:
    """A standing sheet, 40 cm to each side."""
    return tube((-0.4, 0.0, depth), (0.4, 0.0, depth))


def turns(
    surfaces: Mapping[str, Loft], limbs: str = "", **orders: set[tuple[str, str]]
) -> list[Turn]:
    seen = Surfaces({name: [loft] for name, loft in surfaces.items()}, {}, FRONT)
    parts = [Part(name, (name,), limb=name in limbs) for name in surfaces]
    return list(Sorting(parts, seen, **orders).turns())


def names(found: list[Turn]) -> list[str]:
    return [turn.part.name for turn in found if turn.over is None]


@settings(max_examples=40, deadline=None)
@given(st.permutations([0.0, 0.1, 0.2, 0.3, 0.4]))
def test_what_is_farther_is_drawn_first(depths: list[float]) -> None:
    surfaces = {f"{depth:g}": sheet(depth) for depth in depths}
    assert names(turns(surfaces)) == ["0", "0.1", "0.2", "0.3", "0.4"]


def test_what_does_not_overlap_keeps_its_place() -> None:
    beside = {name: tube((x, 0, 0), (x + 0.1, 0, 0)) for name, x in (("b", 0.5), ("a", 0.0))}
    assert names(turns(beside)) == ["b", "a"]


def test_a_settled_order_is_kept_whatever_depth_tells() -> None:
    surfaces = {"near": sheet(0.2), "far": sheet(0.0)}
    assert names(turns(surfaces, settled={("near", "far")})) == ["near", "far"]


def crossing() -> dict[str, Loft]:
    """An arm that passes through the plane of a sheet: its left half lies behind it."""
    return {"sheet": sheet(0.0), "arm": tube((-0.3, 0.0, -0.3), (0.3, 0.0, 0.3))}


def test_a_limb_on_both_sides_is_drawn_first_and_then_in_part_again() -> None:
    found = turns(crossing(), limbs="arm")
    assert names(found) == ["arm", "sheet"]
    again = found[-1]
    assert (again.part.name, again.over and again.over.name) == ("arm", "sheet")


def test_a_limb_that_has_to_come_later_leaves_out_what_is_hidden() -> None:
    found = turns(crossing(), limbs="arm", settled=set(), first={("sheet", "arm")})
    assert names(found) == ["sheet", "arm"]
    assert [part.name for part in found[-1].under] == ["sheet"]


def test_of_what_is_no_limb_nothing_is_drawn_twice() -> None:
    found = turns(crossing())
    assert len(found) == 2
    assert all(turn.over is None and not turn.under for turn in found)


def test_three_that_hide_each_other_in_a_ring_are_all_drawn() -> None:
    corners = [(-0.3, -0.2), (0.3, -0.2), (0.0, 0.3)]
    ring = {
        f"bone {number}": tube((*start, -0.1), (*corners[(number + 1) % 3], 0.1))
        for number, start in enumerate(corners)
    }
    found = turns(ring, limbs="bone 0 bone 1 bone 2")
    assert sorted(names(found)) == sorted(ring)
    assert len([turn for turn in found if turn.over is not None]) == 1


def test_runs_are_the_rings_on_one_side() -> None:
    seen = Surfaces({name: [loft] for name, loft in crossing().items()}, {}, FRONT)
    (before,) = seen.runs("arm", "sheet", before=True)
    (behind,) = seen.runs("arm", "sheet", before=False)
    assert before.vertices[..., 0].mean() > 0.08
    assert behind.vertices[..., 0].mean() < -0.08


def test_near_a_joint_neither_lies_before_the_other() -> None:
    lofts = {"one": [sheet(0.0)], "two": [sheet(0.1)]}
    joint = Joint(vector(0, 0, 0), 1.0)
    for pair in (("one", "two"), ("two", "one")):
        found = Surfaces(lofts, {pair: joint}, FRONT).overlap("one", "two")
        assert (found.before, found.behind) == (0, 0)


def test_an_overlap_reads_the_same_from_both_ends() -> None:
    seen = Surfaces({name: [loft] for name, loft in crossing().items()}, {}, FRONT)
    one, other = seen.overlap("arm", "sheet"), seen.overlap("sheet", "arm")
    assert (one.before, one.behind, one.apart) == (other.behind, other.before, other.apart)
