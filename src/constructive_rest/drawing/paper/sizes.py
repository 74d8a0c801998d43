"""Which paper is usual where."""

from PySide6.QtCore import QLocale

_T = QLocale.Country
# Where letters are written on US Letter, after the Unicode CLDR's paper sizes.
_ON_LETTER = frozenset(
    {
        _T.Belize,
        _T.Canada,
        _T.Chile,
        _T.Colombia,
        _T.CostaRica,
        _T.ElSalvador,
        _T.Guatemala,
        _T.Mexico,
        _T.Nicaragua,
        _T.Panama,
        _T.Philippines,
        _T.PuertoRico,
        _T.UnitedStates,
        _T.Venezuela,
    }
)
_LETTER_HEIGHT_TO_WIDTH, _A4_HEIGHT_TO_WIDTH = 279.4 / 215.9, 297 / 210


def usual_paper(locale: QLocale) -> str:
    """ "Letter" where it is usual, "A4" everywhere else."""
    return "Letter" if locale.territory() in _ON_LETTER else "A4"


def nearer_paper(width: float, height: float) -> str:
    """Which of the two has the shape of a page of this size."""
    shape = height / width
    letter = abs(shape - _LETTER_HEIGHT_TO_WIDTH) < abs(shape - _A4_HEIGHT_TO_WIDTH)
    return "Letter" if letter else "A4"
