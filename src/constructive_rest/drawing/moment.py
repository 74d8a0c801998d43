"""The figure at one moment of its way: how it lies, where it is seen from, what is around it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtGui import QColor

from constructive_rest.drawing.palette import Palette, dimmed, mix, turned
from constructive_rest.figure.body import Theme
from constructive_rest.figure.camera import Camera
from constructive_rest.figure.flat import Flat, flat_body
from constructive_rest.figure.interpolation import Array
from constructive_rest.figure.layers import Layer, Panel, Region, Tone
from constructive_rest.figure.plan import Thing
from constructive_rest.figure.props import Mat, stool
from constructive_rest.figure.silhouette import rings
from constructive_rest.figure.stage import CHAIR, Stage, support_layers
from constructive_rest.figure.surface import Patch, Surface, between

_PATCHES: Mapping[Thing, tuple[Patch, ...]] = {
    Thing.ARMS: (Patch.UPPER_ARM, Patch.SLEEVE, Patch.FOREARM),
    Thing.TRUNK: (Patch.SHIRT,),
    Thing.HEAD: (Patch.HEAD, Patch.LOCKS),
    Thing.LEGS: (Patch.THIGH, Patch.SHIN, Patch.FOOT, Patch.SEAT),
}
Polygons = tuple[Array, ...]
Key = TypeVar("Key")
Support = tuple[str, float]


@dataclass(frozen=True, slots=True)
class Moment:
    """One moment; `presence` and `supports` 0–1 tell how far each thing is there.

    A support is what carries the head, and its height in metres. Angles are degrees.
    """

    surface: Surface
    yaw: float
    pitch: float
    scale: float
    mat: Mat
    presence: Mapping[Thing, float]
    supports: Mapping[Support, float]
    tones: Mapping[Tone, QColor]
    shaded: Mapping[Tone, QColor]
    bright: QColor

    def toward(self, other: "Moment", share: float, surface: Surface | None = None) -> "Moment":
        """`share` 0–1 of the way to `other`, with `surface` where it is known better."""
        return Moment(
            surface=between(self.surface, other.surface, share) if surface is None else surface,
            yaw=_mixed(self.yaw, other.yaw, share),
            pitch=_mixed(self.pitch, other.pitch, share),
            scale=_mixed(self.scale, other.scale, share),
            mat=Mat(
                _mixed(self.mat.head_end, other.mat.head_end, share),
                _mixed(self.mat.foot_end, other.mat.foot_end, share),
                _mixed(self.mat.half_width, other.mat.half_width, share),
            ),
            presence=_shares(self.presence, other.presence, share),
            supports=_shares(self.supports, other.supports, share),
            tones=_colours(self.tones, other.tones, share),
            shaded=_colours(self.shaded, other.shaded, share),
            bright=mix(self.bright, other.bright, share),
        )

    def shapes(self) -> Iterator[tuple[QColor, Polygons]]:
        """Polygons in metres of the picture plane, with their colour, from back to front."""
        camera = Camera(self.yaw, self.pitch)
        for flat in (*self._things(camera), *self._body(camera)):
            colour = dimmed(
                mix(self.tones[flat.tone], self.shaded[flat.tone], flat.shade), flat.far
            )
            colour = turned(colour, flat.light, self.bright)
            colour.setAlphaF(flat.alpha)
            yield colour, flat.polygons

    def _body(self, camera: Camera) -> Iterator[Flat]:
        presence = {
            patch: self.presence.get(thing, 0.0)
            for thing, patches in _PATCHES.items()
            for patch in patches
        }
        return flat_body(self.surface, camera, presence)

    def _things(self, camera: Camera) -> Iterator[Flat]:
        there, k = self.presence, self.scale
        yield from _flats(self.mat.layers(camera), there.get(Thing.MAT, 0.0))
        for (head, height), alpha in self.supports.items():
            yield from _flats(support_layers(head, height, camera, k), alpha)
        yield from _flats(stool(camera, k), there.get(Thing.STOOL, 0.0))


def moment_of(stage: Stage, surface: Surface, theme: Theme) -> Moment:
    """The moment in which the picture of `stage` is at rest."""
    plan = stage.plan
    palette = Palette(stage.figure.body, theme)
    absent = {Thing.STOOL} if stage.legs != CHAIR else set()
    supports = {(stage.head, stage.figure.support): 1.0} if Thing.SUPPORT in plan.draws else {}
    return Moment(
        surface=surface,
        yaw=plan.yaw,
        pitch=plan.pitch,
        scale=stage.figure.body.scale,
        mat=stage.mat,
        presence=dict.fromkeys(plan.draws - absent, 1.0),
        supports=supports,
        tones={tone: palette.tone(tone) for tone in Tone},
        shaded={tone: palette.shaded(palette.tone(tone)) for tone in Tone},
        bright=QColor(palette.light.rim),
    )


def _flats(layers: Iterable[Layer], alpha: float) -> Iterator[Flat]:
    """The faces of things, without their lines."""
    if alpha <= 0.0:
        return
    for layer in layers:
        match layer:
            case Panel():
                lines = tuple(rings(layer.outline))
                yield Flat(layer.tone, lines, light=layer.light, alpha=alpha)
            case Region():
                yield Flat(layer.tone, tuple(rings(layer.outline)), alpha=alpha)
            case _:
                pass


def _mixed(first: float, second: float, share: float) -> float:
    return first + (second - first) * share


def _shares(
    first: Mapping[Key, float], second: Mapping[Key, float], share: float
) -> Mapping[Key, float]:
    mixed = {
        key: _mixed(first.get(key, 0.0), second.get(key, 0.0), share)
        for key in dict.fromkeys((*first, *second))
    }
    return {key: alpha for key, alpha in mixed.items() if alpha > 0.0}


def _colours(
    first: Mapping[Tone, QColor], second: Mapping[Tone, QColor], share: float
) -> Mapping[Tone, QColor]:
    if first == second:
        return first
    return {tone: mix(first[tone], second[tone], share) for tone in first}
