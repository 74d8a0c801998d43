"""The sun's way over the resting body: one stretch of a half-ellipse for each phase."""

import math
from bisect import bisect_left
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPolygonF

from constructive_rest.practice.timeline import Timeline

GAP = 9.0
_SAMPLES = 720


@dataclass(frozen=True, slots=True)
class _Stretch:
    start: float
    end: float


class RestArc:
    """A half-ellipse over the floor line, split by length in proportion to the phases.

    `center` lies on the floor line; `rx` and `ry` are in px. Positions are session milliseconds
    and are held within the rest.
    """

    def __init__(self, timeline: Timeline, center: QPointF, rx: float, ry: float) -> None:
        self._timeline = timeline
        self._points: list[QPointF] = []
        self._lengths = [0.0]
        for sample in range(_SAMPLES + 1):
            angle = math.pi * (1 - sample / _SAMPLES)
            offset = QPointF(rx * math.cos(angle), -ry * math.sin(angle))
            self._points.append(center + offset)
        for before, after in zip(self._points, self._points[1:], strict=False):
            step = after - before
            self._lengths.append(self._lengths[-1] + math.hypot(step.x(), step.y()))
        self._center = center
        self._stretches = self._split()

    def sun(self, position_ms: int) -> QPointF:
        """Where the sun stands."""
        return self._at(self._length_at(position_ms))

    def ahead(self) -> list[QPolygonF]:
        """Every stretch, whole."""
        return [self._polyline(stretch.start, stretch.end) for stretch in self._stretches]

    def done(self, position_ms: int) -> list[QPolygonF]:
        """The stretches behind the sun."""
        reached = self._length_at(position_ms)
        return [
            self._polyline(stretch.start, min(stretch.end, reached))
            for stretch in self._stretches
            if stretch.start < reached
        ]

    def label_anchor(self, index: int, distance: float) -> tuple[QPointF, float]:
        """A point `distance` px outside the middle of stretch `index`, and which side it is on.

        The side runs from -1 (left of the middle) to 1 (right of it).
        """
        stretch = self._stretches[index]
        point = self._at((stretch.start + stretch.end) / 2)
        before = self._at((stretch.start + stretch.end) / 2 - 2)
        along = point - before
        norm = math.hypot(along.x(), along.y()) or 1.0
        outward = QPointF(along.y() / norm, -along.x() / norm)
        side = (point.x() - self._center.x()) / max(1.0, self._points[-1].x() - self._center.x())
        return point + outward * distance, side

    def _split(self) -> list[_Stretch]:
        phases = self._timeline.phases
        drawn = self._lengths[-1] - GAP * (len(phases) - 1)
        stretches, at = [], 0.0
        for phase in phases:
            share = (phase.end_ms - phase.start_ms) / self._timeline.planned_ms
            stretches.append(_Stretch(at, at + drawn * share))
            at = stretches[-1].end + GAP
        return stretches

    def _length_at(self, position_ms: int) -> float:
        held = min(max(position_ms, 0), self._timeline.planned_ms)
        phase = self._timeline.phase_at(min(held, self._timeline.planned_ms - 1))
        stretch = self._stretches[phase.index]
        share = (held - phase.start_ms) / (phase.end_ms - phase.start_ms)
        return stretch.start + (stretch.end - stretch.start) * share

    def _at(self, length: float) -> QPointF:
        right = min(max(bisect_left(self._lengths, length), 1), _SAMPLES)
        low, high = self._lengths[right - 1], self._lengths[right]
        share = (length - low) / (high - low) if high > low else 0.0
        return self._points[right - 1] + (self._points[right] - self._points[right - 1]) * share

    def _polyline(self, start: float, end: float) -> QPolygonF:
        first = bisect_left(self._lengths, start)
        last = bisect_left(self._lengths, end)
        inner = self._points[first:last]
        return QPolygonF([self._at(start), *inner, self._at(end)])
