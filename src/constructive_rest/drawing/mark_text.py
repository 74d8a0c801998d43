"""Marks as they are written down between processes and in the cache."""

from collections.abc import Iterable

from constructive_rest.figure.mark import Form, Mark, Overlay

_PLACES = 2


def write_marks(marks: Iterable[Mark]) -> list[list[object]]:
    """`marks` as JSON takes them, to a hundredth of a pixel."""
    return [
        [
            mark.overlay,
            mark.form,
            mark.label,
            [[round(x, _PLACES), round(y, _PLACES)] for x, y in mark.points],
        ]
        for mark in marks
    ]


def read_marks(
    written: Iterable[tuple[str, str, str, list[tuple[float, float]]]],
) -> tuple[Mark, ...]:
    """What `write_marks` wrote. Raises ValueError or TypeError for anything else."""
    return tuple(
        Mark(
            Overlay(overlay),
            Form(form),
            tuple((float(x), float(y)) for x, y in points),
            str(label),
        )
        for overlay, form, label, points in written
    )
