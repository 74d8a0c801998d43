"""The head: profile, face ridges and a surface that hair and features lie on."""

import numpy as np

from constructive_rest.figure.body import Body, Hair
from constructive_rest.figure.interpolation import (
    Array,
    columns,
    cross,
    pchip,
    perpendicular,
    smooth_step,
    unit,
)
from constructive_rest.figure.loft import FULL, Detail, Loft, Mesh, Sweep, sweep

# up from the ear's axis, reach to the front, to the back, sideways; metres at a height of 1.70 m
_PROFILE = columns(
    (
        (-0.112, 0.0480, -0.0300, 0.0160),
        (-0.106, 0.0680, -0.0200, 0.0270),
        (-0.098, 0.0765, -0.0060, 0.0360),
        (-0.088, 0.0785, 0.0120, 0.0450),
        (-0.078, 0.0765, 0.0300, 0.0525),
        (-0.066, 0.0770, 0.0450, 0.0580),
        (-0.052, 0.0790, 0.0580, 0.0630),
        (-0.036, 0.0805, 0.0720, 0.0680),
        (-0.015, 0.0830, 0.0880, 0.0730),
        (0.008, 0.0835, 0.0965, 0.0755),
        (0.028, 0.0875, 0.0985, 0.0765),
        (0.050, 0.0865, 0.0950, 0.0745),
        (0.070, 0.0785, 0.0840, 0.0665),
        (0.088, 0.0620, 0.0650, 0.0525),
        (0.101, 0.0415, 0.0430, 0.0360),
        (0.108, 0.0235, 0.0235, 0.0200),
        (0.1105, 0.0040, 0.0040, 0.0030),
    )
)
# up, reach to the front, half width
_NOSE = columns(
    (
        (0.022, 0.0840, 0.0080),
        (0.010, 0.0865, 0.0075),
        (-0.004, 0.0905, 0.0075),
        (-0.018, 0.0968, 0.0085),
        (-0.029, 0.1025, 0.0100),
        (-0.0345, 0.1030, 0.0125),
        (-0.0395, 0.0985, 0.0135),
        (-0.043, 0.0880, 0.0120),
    )
)
_LIPS = columns(
    (
        (-0.046, 0.0815, 0.012),
        (-0.052, 0.0840, 0.016),
        (-0.0565, 0.0868, 0.019),
        (-0.0605, 0.0858, 0.021),
        (-0.0635, 0.0825, 0.023),
        (-0.067, 0.0850, 0.019),
        (-0.0715, 0.0845, 0.016),
        (-0.077, 0.0795, 0.014),
    )
)
_CHIN = columns(
    (
        (-0.080, 0.0775, 0.014),
        (-0.087, 0.0795, 0.018),
        (-0.094, 0.0808, 0.019),
        (-0.101, 0.0785, 0.018),
        (-0.107, 0.0710, 0.015),
    )
)
_RIDGE_DEPTH, _EARS = 0.030, -0.04
# where the hair begins: millimetres up from the ear's axis, by degrees from mid-forehead
_HAIRLINE_DEGREES = np.array((0, 22, 42, 58, 70, 82, 92, 104, 118, 140, 160, 180), dtype=np.float64)
_HAIRLINE_MM = {
    Hair.SHORT: (78, 76, 68, 50, 18, -16, -26, 16, 10, -30, -50, -54),
    Hair.CROP: (86, 82, 70, 55, 26, -8, -14, 20, 10, -28, -44, -48),
    Hair.BUN: (80, 77, 67, 48, 22, -6, -14, 16, 6, -30, -48, -52),
    Hair.LONG: (79, 77, 69, 50, 20, -14, -30, -34, -36, -44, -52, -54),
}
_HAIR_THICKNESS = {Hair.SHORT: 0.013, Hair.CROP: 0.006, Hair.BUN: 0.009, Hair.LONG: 0.014}


def lowest_of_skull(crown: Array, face: Array) -> float:
    """How high the ears' axis lies over what the skull rests on, metres at a height of 1.70 m.

    `crown` and `face` are where they point; chin and jaw hang free, so they count for nothing.
    """
    up = unit(crown)
    front = perpendicular(face, up)
    right = cross(front, up)
    skull = _PROFILE[_PROFILE[:, 0] > _EARS]
    reach = np.where(front[1] < 0, skull[:, 1], skull[:, 2])
    deepest = np.hypot(reach * front[1], skull[:, 3] * right[1]) - skull[:, 0] * up[1]
    return float(deepest.max())


class Head:
    """A head whose ears' axis passes through `centre`; `crown` and `face` tell how it lies."""

    def __init__(self, body: Body, centre: Array, crown: Array, face: Array) -> None:
        self.body, self.centre = body, centre
        self.up = unit(crown)
        self.front = perpendicular(face, self.up)
        self.right = cross(self.front, self.up)

    def point(self, front: Array, up: Array, right: Array) -> Array:
        """Points by their distances from the centre, in metres at a height of 1.70 m."""
        offsets = np.stack(np.broadcast_arrays(front, up, right), axis=-1)
        frame = np.stack([self.front, self.up, self.right])
        points: Array = self.centre + self.body.scale * (offsets @ frame)
        return points

    def on_face(self, up: Array, right: Array, out: float = 0.001) -> Array:
        """Points on the front of the face, `out` metres above the skin."""
        reach = np.interp(up, _PROFILE[:, 0], _PROFILE[:, 1])
        width = np.interp(up, _PROFILE[:, 0], _PROFILE[:, 3])
        sine = np.clip(right / width, -0.98, 0.98)
        return self.point((reach + out) * np.sqrt(1 - sine**2), up, right * (1 + out / width))

    def surface(self, up: Array, angle: Array) -> Array:
        """Points on the skull and face at `angle` radians from the front, + right."""
        front, back, width = (np.interp(up, _PROFILE[:, 0], _PROFILE[:, c]) for c in (1, 2, 3))
        width = width * np.where(up < -0.03, self.body.jaw, 1.0)
        cosine = np.cos(angle)
        return self.point(np.where(cosine > 0, front, back) * cosine, up, width * np.sin(angle))

    def lofts(self, support: float, detail: Detail = FULL) -> list[Loft]:
        """Skull and face, pressed flat on what lies at the height `support`."""
        ups = np.linspace(_PROFILE[0, 0], _PROFILE[-1, 0], round(26 * detail.rings))
        angles = np.linspace(0.0, 2.0 * np.pi, detail.ring, endpoint=False)
        skull = self.surface(np.repeat(ups[:, None], detail.ring, axis=1), angles[None, :])
        skull[..., 1] = np.maximum(skull[..., 1], support)
        return [Loft(skull), *(self._ridge(rows, detail) for rows in (_NOSE, _LIPS, _CHIN))]

    def hair(self, support: float) -> Array:
        """The hair as a grid (roots to crown, around, 3), from the hairline up."""
        around = np.linspace(0.0, 2.0 * np.pi, 73)
        degrees = np.abs(np.degrees((around + np.pi) % (2 * np.pi) - np.pi))
        line = pchip(_HAIRLINE_DEGREES, np.array(_HAIRLINE_MM[self.body.hair]) / 1000.0, degrees)
        rise = np.linspace(0.0, 1.0, 15)[:, None]
        ups = line[None] + (_PROFILE[-1, 0] - line[None]) * rise
        skin = self.surface(ups, np.broadcast_to(around, ups.shape))
        middle = self.point(
            np.full_like(ups, -0.006), np.clip(ups, -0.02, 0.035), np.zeros_like(ups)
        )
        thickness = _HAIR_THICKNESS[self.body.hair] * smooth_step(rise / 0.62) ** 0.8 + 0.0012
        grid: Array = skin + unit(skin - middle) * (thickness * self.body.scale)[..., None]
        grid[..., 1] = np.maximum(grid[..., 1], support)
        return grid

    def bun(self) -> Loft:
        """The knot of hair at the crown."""
        k = self.body.scale
        across = np.linspace(-0.98, 0.98, 9)
        round_ = 0.042 * np.sqrt(1 - across * across) * k
        centre = self.point(np.array(-0.045), np.array(0.125), np.array(0.0))
        centres = centre + np.outer(across * 0.040 * k, self.up)
        radii = np.repeat(round_[:, None], 3, axis=1)
        return sweep(Sweep(centres, self.front, self.right, radii), 9)

    def _ridge(self, rows: Array, detail: Detail) -> Loft:
        k = self.body.scale
        centres = self.point(rows[:, 1] - _RIDGE_DEPTH, rows[:, 0], np.zeros(len(rows)))
        radii = np.stack(
            [np.full(len(rows), _RIDGE_DEPTH * k), np.full(len(rows), 0.004), rows[:, 2] * k],
            axis=1,
        )
        shape = Sweep(centres, self.front, self.right, radii, knots=-rows[:, 0])
        return sweep(shape, len(rows) * 3, detail=detail)


def neck(head: Head, base: tuple[Array, Array], front: Array, right: Array, mesh: Mesh) -> Loft:
    """The neck from two points above the ribs to the skull; `front` and `right` are the ribs'."""
    k, thick = head.body.scale, head.body.neck
    zero = np.array(0.0)
    centres = np.array(
        [
            *base,
            head.point(np.array(-0.006), np.array(-0.075), zero),
            head.point(np.array(-0.004), np.array(-0.030), zero),
        ]
    )
    fronts = np.array([front, front, unit(front + head.front), head.front])
    sides = np.array([right, right, unit(right + head.right), head.right])
    radii = columns(
        ((0.054, 0.060, 0.064), (0.050, 0.056, 0.057), (0.049, 0.052, 0.053), (0.045, 0.055, 0.055))
    )
    shear = np.array((-0.026, -0.012, 0.0, 0.0)) * k
    shape = Sweep(centres, fronts, sides, radii * thick * k, shear=shear)
    return sweep(shape, 18, floor=mesh.floor, detail=mesh.detail)
