"""The colours of the two lights in which the room is drawn."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtGui import QColor


@dataclass(frozen=True, slots=True)
class Sky:
    """A gradient from the zenith down to the horizon."""

    top: QColor
    horizon: QColor


@dataclass(frozen=True, slots=True)
class Palette:
    """Every colour role of one light; contrast on `ground` is at least 4.5 for all text roles."""

    name: Literal["morning", "dusk"]
    ground: QColor
    surface: QColor
    raised: QColor
    well: QColor
    ink: QColor
    muted: QColor
    hairline: QColor
    edge: QColor
    soft_edge: QColor
    control: QColor
    arc: QColor
    arc_ahead: QColor
    primary: QColor
    primary_hover: QColor
    on_primary: QColor
    selected: QColor
    selected_hover: QColor
    accent: QColor
    link: QColor
    link_line: QColor
    focus: QColor
    rail_selected: QColor
    rail_ink: QColor
    sun: QColor
    sun_glow: QColor
    floor_line: QColor
    light: QColor
    bar: QColor
    band: QColor
    grid: QColor
    before: QColor
    after: QColor
    danger: QColor
    plant: QColor
    plant_shade: QColor
    pot: QColor
    floor_in_rest: QColor
    floor_from_top: bool
    skies: tuple[Sky, ...]


def blend(start: QColor, end: QColor, fraction: float) -> QColor:
    """The colour `fraction` (0–1) of the way from `start` to `end`, alpha included."""
    keep = 1.0 - fraction
    return QColor.fromRgbF(
        start.redF() * keep + end.redF() * fraction,
        start.greenF() * keep + end.greenF() * fraction,
        start.blueF() * keep + end.blueF() * fraction,
        start.alphaF() * keep + end.alphaF() * fraction,
    )


def faded(color: QColor, alpha: float) -> QColor:
    """The same colour at `alpha` (0–1)."""
    result = QColor(color)
    result.setAlphaF(alpha)
    return result


def _skies(*pairs: str) -> tuple[Sky, ...]:
    return tuple(Sky(*(QColor(code) for code in pair.split())) for pair in pairs)


MORNING = Palette(
    name="morning",
    ground=QColor("#FBF7EF"),
    surface=QColor("#FFFDF8"),
    raised=QColor("#FFFFFF"),
    well=QColor("#F1E9DC"),
    ink=QColor("#2B2A33"),
    muted=QColor("#645E61"),
    hairline=QColor("#E6DBCA"),
    edge=QColor("#978A79"),
    soft_edge=QColor("#CFC1AC"),
    control=QColor("#8A7D70"),
    arc=QColor("#B26414"),
    arc_ahead=QColor(43, 42, 51, 58),
    primary=QColor("#2C5A57"),
    primary_hover=QColor("#234B48"),
    on_primary=QColor("#FFFBF2"),
    selected=QColor("#E1ECE7"),
    selected_hover=QColor("#CDDDD7"),
    accent=QColor("#8A4F12"),
    link=QColor("#2C5A57"),
    link_line=QColor("#9DB8B2"),
    focus=QColor("#B4631E"),
    rail_selected=QColor(255, 253, 248, 184),
    rail_ink=QColor("#4A474E"),
    sun=QColor("#E59A2F"),
    sun_glow=QColor("#F6C877"),
    floor_line=QColor("#C7AE8C"),
    light=QColor("#FFFDF4"),
    bar=QColor("#568781"),
    band=QColor("#F3E6C8"),
    grid=QColor("#E9DFD0"),
    before=QColor("#A05A2C"),
    after=QColor("#2C5A57"),
    danger=QColor("#9C3B2E"),
    plant=QColor("#7F9C83"),
    plant_shade=QColor("#66866C"),
    pot=QColor("#C98A64"),
    floor_in_rest=QColor("#FFFDF8"),
    floor_from_top=False,
    skies=_skies(
        "#D9E8E6 #F9EBD6",
        "#E6E2D4 #F8DFC8",
        "#CFE5E6 #F4F1DD",
        "#D5E0EC #F6E4DB",
        "#DAD9EB #F4E6E4",
        "#F2DFB8 #FEF2D6",
    ),
)

DUSK = Palette(
    name="dusk",
    ground=QColor("#1B1A26"),
    surface=QColor("#262433"),
    raised=QColor("#343145"),
    well=QColor("#14131D"),
    ink=QColor("#F3EADF"),
    muted=QColor("#B9AFB3"),
    hairline=QColor("#322F40"),
    edge=QColor("#77718A"),
    soft_edge=QColor("#4A465B"),
    control=QColor("#8F879A"),
    arc=QColor("#F6CB8E"),
    arc_ahead=QColor(243, 234, 223, 96),
    primary=QColor("#F0BD85"),
    primary_hover=QColor("#F6CC9D"),
    on_primary=QColor("#2B1C10"),
    selected=QColor("#3D3440"),
    selected_hover=QColor("#4B3F49"),
    accent=QColor("#F0BD85"),
    link=QColor("#F0BD85"),
    link_line=QColor("#8A6C55"),
    focus=QColor("#9CC9F0"),
    rail_selected=QColor(255, 240, 220, 33),
    rail_ink=QColor("#D9CFD0"),
    sun=QColor("#FBE3BC"),
    sun_glow=QColor("#F0BD85"),
    floor_line=QColor("#6B5560"),
    light=QColor("#F6CB8E"),
    bar=QColor("#9A86A8"),
    band=QColor("#2C2936"),
    grid=QColor("#2E2B3B"),
    before=QColor("#E39A73"),
    after=QColor("#F3D9A8"),
    danger=QColor("#F0A08C"),
    plant=QColor("#4E6660"),
    plant_shade=QColor("#3C524E"),
    pot=QColor("#7E564B"),
    floor_in_rest=QColor("#0E0D15"),
    floor_from_top=True,
    skies=_skies(
        "#20233B #59404F",
        "#241F36 #5C3C41",
        "#15283A #3D4F5A",
        "#1A2140 #4B4060",
        "#121427 #2E2C4C",
        "#2A2340 #7A4F44",
    ),
)


def blend_skies(start: Sky, end: Sky, fraction: float) -> Sky:
    """The sky `fraction` (0–1) of the way from `start` to `end`."""
    return Sky(blend(start.top, end.top, fraction), blend(start.horizon, end.horizon, fraction))


def rest_floor(palette: Palette, sky: Sky) -> QColor:
    """The floor's colour under `sky` while resting: the sky's light mixed 62% to the room's own."""
    source = sky.top if palette.floor_from_top else sky.horizon
    return blend(source, palette.floor_in_rest, 0.62)
