"""What a picture is made of, from the back to the front, in metres of the picture plane."""

from dataclasses import dataclass
from enum import StrEnum

from constructive_rest.figure.interpolation import Array
from constructive_rest.figure.silhouette import Shape


class Tone(StrEnum):
    """The colour of a surface."""

    SKIN = "skin"
    HAIR = "hair"
    SHIRT = "shirt"
    SHIRT_BAND = "shirt_band"
    SLEEVE_INSIDE = "sleeve_inside"
    CUFF_INSIDE = "cuff_inside"
    TROUSERS = "trousers"
    BELT = "belt"
    MAT = "mat"
    MAT_EDGE = "mat_edge"
    BOOK = "book"
    PAGE = "page"
    TOWEL = "towel"
    WOOD = "wood"
    NAIL = "nail"
    BONE = "bone"
    HOLLOW = "hollow"
    CARTILAGE = "cartilage"
    SINEW = "sinew"
    PSOAS = "psoas"
    ILIACUS = "iliacus"
    DIAPHRAGM = "diaphragm"


class Ink(StrEnum):
    """The colour of a drawn line."""

    SKIN = "skin"
    LID = "lid"
    BROW = "brow"
    MOUTH = "mouth"
    SHIRT = "shirt"
    TROUSERS = "trousers"
    HAIR_SHINE = "hair_shine"
    MAT = "mat"
    PAGE = "page"
    BOOK = "book"
    TOWEL = "towel"
    BONE = "bone"
    MUSCLE = "muscle"


@dataclass(frozen=True, slots=True)
class Fade:
    """A way from unseen to seen: along the line from `start` to `end`."""

    start: tuple[float, float]
    end: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Region:
    """A rounded surface that is lit, casts a soft shadow on what lies behind, and has a contour.

    `far` 0–1 dims what is farther away; `shade` and `occlusion` are strengths around 1; `fade`
    lets the colour, `shade_fade` the shading set in along a limb. `only` the part in a shape
    is drawn, where one is given, lit as part of the whole.
    """

    tone: Tone
    outline: Shape
    far: float = 0.0
    shade: float = 1.0
    occlusion: float = 1.0
    rim: bool = True
    contour: bool = True
    fade: Fade | None = None
    shade_fade: Fade | None = None
    only: Shape | None = None


@dataclass(frozen=True, slots=True)
class Panel:
    """A flat face of a thing; `light` from -1 (dark) to 1 (bright) tells how it is turned."""

    tone: Tone
    outline: Shape
    light: float = 0.0
    occlusion: float = 0.0
    contour: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A brush line along `points` (n, 2), `width` metres wide in its middle.

    `start` and `end` 0–.5 tell how much of its swelling is cut off: 0 comes to a point.
    """

    points: Array
    width: float
    ink: Ink
    alpha: float = 1.0
    start: float = 0.0
    end: float = 0.0


@dataclass(frozen=True, slots=True)
class Lines:
    """Brush lines, kept `inside` a shape where one is given."""

    lines: tuple[Line, ...]
    inside: Shape | None = None


@dataclass(frozen=True, slots=True)
class Blush:
    """A soft round of warmer colour."""

    centre: tuple[float, float]
    radius: float
    alpha: float


@dataclass(frozen=True, slots=True)
class Shadow:
    """A shadow on the floor, soft over `softness` metres, kept `inside` a shape if given."""

    outline: Shape
    softness: float
    alpha: float
    inside: Shape | None = None


@dataclass(frozen=True, slots=True)
class Veil:
    """A wash of the room's light over the body, so that what lies inside can be drawn on it."""

    outline: Shape
    alpha: float


@dataclass(frozen=True, slots=True)
class Glass:
    """Something inside the body: as dense as `alpha`, with a contour as strong as `edge`, 0-1."""

    tone: Tone
    outline: Shape
    alpha: float
    edge: float = 0.85


Layer = Region | Panel | Lines | Blush | Shadow | Veil | Glass
