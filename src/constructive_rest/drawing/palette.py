"""Colours of tones, inks and light, per theme and body."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import QColor

from constructive_rest.figure.body import Body, Theme
from constructive_rest.figure.layers import Ink, Tone

_MORNING = {
    Tone.MAT: "#A9BDB0",
    Tone.MAT_EDGE: "#8CA497",
    Tone.BOOK: "#B4613F",
    Tone.PAGE: "#FBF3E2",
    Tone.TOWEL: "#F3E8D8",
    Tone.WOOD: "#C79E78",
    Tone.BELT: "#C98A4B",
    Tone.BONE: "#F6E9CC",
    Tone.HOLLOW: "#8A6A50",
    Tone.CARTILAGE: "#C9D6DC",
    Tone.SINEW: "#FFF6E6",
    Tone.PSOAS: "#BF4A38",
    Tone.ILIACUS: "#D98C6B",
    Tone.DIAPHRAGM: "#9C5F86",
}
_DUSK = {
    Tone.MAT: "#4C5A66",
    Tone.MAT_EDGE: "#3C4853",
    Tone.BOOK: "#A4573D",
    Tone.PAGE: "#D8CBBB",
    Tone.TOWEL: "#C2B2A6",
    Tone.WOOD: "#86685A",
    Tone.BELT: "#B0793F",
    Tone.BONE: "#E4D6BC",
    Tone.HOLLOW: "#3A2C34",
    Tone.CARTILAGE: "#9FB2BE",
    Tone.SINEW: "#F2E6D2",
    Tone.PSOAS: "#C9543F",
    Tone.ILIACUS: "#B97354",
    Tone.DIAPHRAGM: "#A873A0",
}


@dataclass(frozen=True, slots=True)
class Lighting:
    """How a theme lights the room; strengths are around 1."""

    haze: str
    shadow: str
    shadow_strength: float
    rim: str
    rim_strength: float
    shade_value: float
    shade: str
    blush: str
    veil: str


LIGHTING: Mapping[Theme, Lighting] = {
    Theme.MORNING: Lighting(
        "#F3E6D2", "#4F3A2C", 1.0, "#FFF4DE", 1.0, 0.72, "#9A5B42", "#D9694F", "#FBF5EA"
    ),
    Theme.DUSK: Lighting(
        "#3A3348", "#08070F", 1.35, "#F6CB9A", 0.75, 0.62, "#3C2C4C", "#C4553F", "#2A2838"
    ),
}


def mix(first: QColor, second: QColor, share: float) -> QColor:
    """`share` 0–1 of the second colour in the first."""
    keep = 1.0 - share
    return QColor.fromRgbF(
        first.redF() * keep + second.redF() * share,
        first.greenF() * keep + second.greenF() * share,
        first.blueF() * keep + second.blueF() * share,
    )


def with_alpha(colour: QColor, alpha: float) -> QColor:
    """The colour at `alpha` 0–1."""
    copy = QColor(colour)
    copy.setAlphaF(max(0.0, min(1.0, alpha)))
    return copy


def deepened(colour: QColor, value: float) -> QColor:
    """A darker tone of the same hue, a little fuller: `value` 0–1 of its brightness."""
    hue = colour.hsvHueF() if colour.hsvHueF() >= 0 else 0.07
    fuller = min(1.0, colour.hsvSaturationF() * 1.2 + 0.06)
    return QColor.fromHsvF(hue, fuller, colour.valueF() * value)


def dimmed(colour: QColor, far: float) -> QColor:
    """The colour of what is `far` 0–1 away."""
    return mix(colour, deepened(colour, 0.55), far * 1.5) if far else colour


def turned(colour: QColor, light: float, bright: QColor) -> QColor:
    """The colour of a face that is turned to (+1) or from (-1) a `bright` light."""
    if light > 0:
        return mix(colour, bright, light)
    return mix(colour, deepened(colour, 0.5), -light)


def _darker(first: QColor, second: QColor) -> QColor:
    return min(first, second, key=QColor.lightnessF)


class Palette:
    """The colours of one body in one theme."""

    def __init__(self, body: Body, theme: Theme) -> None:
        worn = body.colours[theme]
        self.light = LIGHTING[theme]
        skin, hair, shirt, trousers = map(QColor, (worn.skin, worn.hair, worn.shirt, worn.trousers))
        things = _MORNING if theme is Theme.MORNING else _DUSK
        white = QColor("#FFFFFF")
        self._tones = {tone: QColor(name) for tone, name in things.items()} | {
            Tone.SKIN: skin,
            Tone.HAIR: hair,
            Tone.SHIRT: shirt,
            Tone.SHIRT_BAND: mix(shirt, self.shaded(shirt), 0.35),
            Tone.SLEEVE_INSIDE: mix(self.shaded(shirt), QColor(self.light.shadow), 0.45),
            Tone.CUFF_INSIDE: deepened(trousers, 0.5),
            Tone.TROUSERS: trousers,
            Tone.NAIL: mix(skin, white, 0.32),
        }
        self._inks = {
            Ink.SKIN: deepened(skin, 0.50),
            Ink.LID: mix(deepened(skin, 0.40), _darker(hair, deepened(skin, 0.40)), 0.55),
            Ink.BROW: mix(hair, skin, 0.40 if hair.lightnessF() > skin.lightnessF() else 0.18),
            Ink.MOUTH: mix(deepened(skin, 0.50), QColor("#9A4638"), 0.55),
            Ink.SHIRT: mix(deepened(shirt, 0.62), QColor(self.light.shade), 0.35),
            Ink.TROUSERS: deepened(trousers, 0.58),
            Ink.HAIR_SHINE: mix(hair, white, 0.28),
            Ink.MAT: deepened(self._tones[Tone.MAT], 0.80),
            Ink.PAGE: deepened(self._tones[Tone.PAGE], 0.72),
            Ink.BOOK: deepened(self._tones[Tone.BOOK], 0.62),
            Ink.TOWEL: self._tones[Tone.BOOK],
            Ink.BONE: self.edge(Tone.BONE),
            Ink.MUSCLE: QColor("#FFE6D2"),
        }

    def tone(self, tone: Tone, far: float = 0.0) -> QColor:
        """The colour of a surface, dimmed by `far` 0–1."""
        return dimmed(self._tones[tone], far)

    def shaded(self, colour: QColor) -> QColor:
        """The colour on the side away from the light, leaning toward the room's own shade."""
        return mix(deepened(colour, self.light.shade_value), QColor(self.light.shade), 0.22)

    def ink(self, ink: Ink) -> QColor:
        """The colour of a line."""
        return self._inks[ink]

    def edge(self, tone: Tone) -> QColor:
        """The colour of the contour of something inside the body."""
        return deepened(self._tones[tone], 0.42)

    def panel(self, tone: Tone, light: float) -> QColor:
        """The colour of a face that is turned to (+) or from (-) the light."""
        return turned(self._tones[tone], light, QColor(self.light.rim))
