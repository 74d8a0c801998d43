"""Pelvis, ribs and the clothes on them, around a spine that may bend."""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple, Self

import numpy as np
import numpy.typing as npt

from constructive_rest.figure.body import Body
from constructive_rest.figure.interpolation import (
    Array,
    columns,
    cross,
    pchip,
    perpendicular,
    smooth_step,
    unit,
)
from constructive_rest.figure.loft import Loft, Mesh, Sweep, sweep

_STATIONS = np.linspace(-0.12, 0.62, 149)
_STEP = float(_STATIONS[1] - _STATIONS[0])
_NEAR, _ENDS = 0.02, 0.03
_SHOULDER = (0.468, -0.012, 0.172)
_LUMBAR, _LUMBAR_REACH = 0.165, 0.085
_COLLAR = 0.5


@dataclass(frozen=True, slots=True)
class Frame:
    """Directions at one station of the spine: toward the head, the front and the right."""

    up: Array
    front: Array
    right: Array


@dataclass(frozen=True, slots=True)
class Bend:
    """What a trunk does besides lying straight, metres at a height of 1.70 m.

    `lumbar` lifts the low back; `shrug` draws the shoulders toward the ears, `roll` forward.
    """

    lumbar: float = 0.0
    shrug: float = 0.0
    roll: float = 0.0


_STRAIGHT = Bend()


class _Build(NamedTuple):
    """What of a body shapes its trunk."""

    hip: float
    waist: float
    chest: float
    shoulder: float
    bust: float
    belly: float
    girth: float

    @classmethod
    def of(cls, body: Body) -> Self:
        return cls(*(getattr(body, name) for name in cls._fields))


@dataclass(frozen=True, slots=True)
class _Stations:
    """Centres, directions and reach (front, back, side) at some stations, metres."""

    centres: Array
    half_squares: Array
    ups: Array
    fronts: Array
    rights: Array
    radii: Array


class Torso:
    """The trunk from the hip line (station 0) to the neck (station .55 m at a height of 1.70 m).

    `pelvis` is the middle of the hip line in metres; `up` and `front` tell how the pelvis lies,
    `chest_up` and `chest_front` how the ribs lie; the waist turns from one into the other.
    """

    def __init__(
        self,
        body: Body,
        pelvis: Array,
        up: Array,
        front: Array,
        chest_up: Array,
        chest_front: Array,
        bend: Bend = _STRAIGHT,
    ) -> None:
        self.body, self.bend = body, bend
        weight = smooth_step((_STATIONS - 0.04) / 0.22)[:, None]
        ups = unit(up * (1 - weight) + chest_up * weight)
        fronts = front * (1 - weight) + chest_front * weight
        fronts = unit(fronts - ups * np.sum(ups * fronts, axis=1, keepdims=True))
        step = float(_STATIONS[1] - _STATIONS[0]) * body.scale
        centres = np.zeros_like(ups)
        centres[1:] = np.cumsum((ups[1:] + ups[:-1]) * 0.5 * step, axis=0)
        centres += pelvis - centres[int(np.argmin(np.abs(_STATIONS)))]
        if bend.lumbar:
            arch = bend.lumbar * np.exp(-(((_STATIONS - _LUMBAR) / _LUMBAR_REACH) ** 2))
            centres += np.outer(arch * body.scale, front)
            ups = unit(np.gradient(centres, axis=0))
            fronts = unit(fronts - ups * np.sum(ups * fronts, axis=1, keepdims=True))
        self._ups, self._fronts, self._centres = ups, fronts, centres
        self._rows = np.concatenate([ups, fronts, centres], axis=1)
        self._profile, self._widths = _measures(_Build.of(body), bend.shrug)

    def frame(self, station: float) -> Frame:
        """The directions at `station`."""
        up, front, _ = self._at(station)
        up = unit(up)
        front = perpendicular(front, up)
        return Frame(up, front, cross(front, up))

    def point(self, station: float, front: float = 0.0, right: float = 0.0) -> Array:
        """A point inside: metres at a height of 1.70 m, scaled to the body."""
        up, forward, centre = self._at(station)
        up = unit(up)
        forward = perpendicular(forward, up)
        offset = forward * front + cross(forward, up) * right
        place: Array = centre + offset * self.body.scale
        return place

    @property
    def collar(self) -> float:
        """The station where the shirt ends."""
        return 0.552 + _COLLAR * self.bend.shrug

    def shoulder(self, sign: float) -> Array:
        """The shoulder joint of one side."""
        station, front, right = _SHOULDER
        bend = self.bend
        return self.point(
            station + bend.shrug, front + bend.roll, right * sign * self.body.shoulder
        )

    def surface(self, station: float, angle: float, out: float = 0.0) -> tuple[Array, Array]:
        """The point on the skin at `angle` (radians, 0 front, + right), `out` metres above it.

        With it comes the direction straight out of the skin.
        """
        point = self._skin(station, angle)
        around = self._skin(station, angle + 0.02) - self._skin(station, angle - 0.02)
        along = self._skin(station + 0.01, angle) - self._skin(station - 0.01, angle)
        normal = unit(cross(around, along))
        if np.dot(normal, point - self.point(station)) < 0:
            normal = -normal
        return point + normal * out * self.body.scale, normal

    def depth_inside(self, points: Array, thickness: Array | float = 0.0) -> Array:
        """How many metres deep each of the points (n, 3) lies in the trunk; 0 outside.

        With a `thickness` (n,) around them, how deep that reaches.
        """
        coarse = self._coarse
        nearest = np.argmin(coarse.half_squares - points @ coarse.centres.T, axis=1)
        offset = points - coarse.centres[nearest]
        forward = np.einsum("ij,ij->i", offset, coarse.fronts[nearest])
        sideways = np.einsum("ij,ij->i", offset, coarse.rights[nearest])
        beyond = np.abs(np.einsum("ij,ij->i", offset, coarse.ups[nearest])) > _ENDS
        front, back, side = coarse.radii[nearest].T
        reach = np.where(forward > 0, front, back) + thickness
        side = side + thickness
        away = np.hypot(forward / reach, sideways / side)
        depth: Array = np.maximum(0.0, 1.0 - away) * np.minimum(reach, side)
        return np.where(beyond, 0.0, depth)

    def lowest(self) -> float:
        """The height in metres of the lowest point of the skin, were nothing to press on it."""
        coarse = self._coarse
        forward, sideways = coarse.fronts[:, 1], coarse.rights[:, 1]
        reach = np.where(forward < 0, coarse.radii[:, 0], coarse.radii[:, 1])
        depth = np.hypot(reach * forward, coarse.radii[:, 2] * sideways)
        return float((coarse.centres[:, 1] - depth).min())

    @cached_property
    def _coarse(self) -> "_Stations":
        """Every second station from the seat to the collar, for quick questions about depth."""
        first, last = np.searchsorted(_STATIONS, (self._profile[0, 0], self._profile[-1, 0]))
        chosen = slice(int(first), int(last), 2)
        centres, ups, fronts = self._centres[chosen], self._ups[chosen], self._fronts[chosen]
        return _Stations(
            centres=centres,
            half_squares=0.5 * np.einsum("ij,ij->i", centres, centres),
            ups=ups,
            fronts=fronts,
            rights=cross(fronts, ups),
            radii=self._widths[chosen] * self.body.scale,
        )

    def on_near_side(self, points: Array, toward: Array) -> npt.NDArray[np.bool_]:
        """Which of the points (n, 3) lie in front of the trunk's outline, seen from `toward`."""
        offsets = points[:, None] - self._centres[None]
        nearest = np.argmin(np.sum(offsets**2, axis=2), axis=1)
        offset = offsets[np.arange(len(points)), nearest]
        ups = self._ups[nearest]
        offset = offset - ups * np.sum(ups * offset, axis=1, keepdims=True)
        near: npt.NDArray[np.bool_] = unit(offset) @ toward > _NEAR
        return near

    def tube(
        self,
        stations: tuple[float, float],
        inflate: float,
        count: int,
        *,
        mesh: Mesh,
        hem_lean: float = 0.0,
        cap: float = 0.0,
    ) -> Loft:
        """The trunk between two stations, `inflate` metres larger, pressed flat where it lies."""
        along = np.linspace(stations[0], stations[1], count)
        ups, fronts, centres = (
            np.stack([np.interp(along, _STATIONS, values[:, axis]) for axis in range(3)], axis=1)
            for values in (self._ups, self._fronts, self._centres)
        )
        fronts = unit(fronts - ups * np.einsum("ij,ij->i", ups, fronts)[:, None])
        radii = pchip(self._profile[:, 0], self._profile[:, 1:], along) + inflate
        lean = np.interp(along, (stations[0], stations[0] + 0.08), (hem_lean, 0.0))
        shape = Sweep(
            centres=centres,
            front=fronts,
            side=cross(fronts, unit(ups)),
            radii=radii * self.body.scale,
            shear=lean * self.body.scale,
        )
        return sweep(
            shape, count, caps=(cap, 0.0), floor=mesh.floor, squareness=0.92, detail=mesh.detail
        )

    def buttock(self, sign: float, mesh: Mesh) -> Loft:
        """The rounding of one side of the seat."""
        k, hip, girth = self.body.scale, self.body.hip, self.body.girth
        frame = self.frame(0.0)
        across = np.linspace(-1.0, 1.0, 13)
        round_ = np.sqrt(np.maximum(1.0 - across * across, 1e-4))
        centre = self.point(-0.002, -0.022, 0.076 * sign * hip)
        radii = np.outer(round_, (0.060, 0.072, 0.082 * hip * girth)) * k
        centres = centre + np.outer(-across * 0.074 * hip, frame.up) * k
        shape = Sweep(centres, frame.front, frame.right, radii)
        return sweep(shape, 13, floor=mesh.floor, detail=mesh.detail)

    def _at(self, station: float) -> tuple[Array, Array, Array]:
        """Up, front and centre at `station`, between the stations that were computed."""
        place = (station - _STATIONS[0]) / _STEP
        before = min(max(int(place), 0), len(_STATIONS) - 2)
        share = min(max(place - before, 0.0), 1.0)
        row: Array = self._rows[before] * (1 - share) + self._rows[before + 1] * share
        return row[:3], row[3:6], row[6:]

    def _skin(self, station: float, angle: float) -> Array:
        front, back, side = (
            float(np.interp(station, _STATIONS, self._widths[:, column])) for column in range(3)
        )
        cosine = float(np.cos(angle))
        forward = (front if cosine > 0 else back) * cosine
        return self.point(station, forward, side * float(np.sin(angle)))


@lru_cache(maxsize=32)
def _measures(build: _Build, shrug: float) -> tuple[Array, Array]:
    """The profile, and the reach to the front, to the back and sideways at every station."""
    profile = _shrugged(_profile(build), shrug)
    held = np.clip(_STATIONS, profile[0, 0], profile[-1, 0])
    return profile, pchip(profile[:, 0], profile[:, 1:], held)


def _shrugged(profile: Array, shrug: float) -> Array:
    """The profile with the shoulders drawn up by `shrug` metres, the collar by half as much."""
    raised = profile.copy()
    raised[:, 0] += shrug * np.interp(profile[:, 0], (0.36, 0.47, 0.56), (0.0, 1.0, _COLLAR))
    return raised


def _profile(build: _Build) -> Array:
    """Station, reach to the front, to the back and sideways; metres at a height of 1.70 m."""
    hip, waist, chest, shoulder, bust, belly, girth = build
    return columns(
        (
            (-0.075, 0.030, 0.040, 0.080 * hip * girth),
            (-0.045, 0.062, 0.074, 0.128 * hip * girth),
            (0.000, 0.086 + 0.25 * belly, 0.090, 0.163 * hip * girth),
            (0.050, 0.090 + 0.6 * belly, 0.090, 0.164 * hip * girth),
            (0.100, 0.087 + belly, 0.086, 0.149 * (hip * 0.6 + waist * 0.4) * girth),
            (0.160, 0.084 + 1.1 * belly, 0.079, 0.134 * waist * girth),
            (0.220, 0.090 + 0.8 * belly, 0.080, 0.134 * waist * girth),
            (0.285, 0.105 + 0.3 * belly + 0.3 * bust, 0.088, 0.146 * chest * girth),
            (0.345, 0.114 + 0.9 * bust, 0.093, 0.157 * chest * girth),
            (0.400, 0.113 + 0.7 * bust, 0.095, 0.166 * (chest + shoulder) / 2 * girth),
            (0.450, 0.098 + 0.1 * bust, 0.093, 0.176 * shoulder),
            (0.490, 0.074, 0.086, 0.168 * shoulder),
            (0.515, 0.055, 0.074, 0.130 * shoulder),
            (0.535, 0.046, 0.062, 0.086 * shoulder),
            (0.556, 0.040, 0.056, 0.057),
        )
    )
