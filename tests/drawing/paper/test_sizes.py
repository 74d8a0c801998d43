"""Which paper is usual where."""

import pytest
from PySide6.QtCore import QLocale

from constructive_rest.drawing.paper.sizes import nearer_paper, usual_paper


@pytest.mark.parametrize("name", ["en_US", "fr_CA", "es_MX", "es_CO", "fil_PH"])
def test_letter_in_the_americas_and_the_philippines(name: str) -> None:
    assert usual_paper(QLocale(name)) == "Letter"


@pytest.mark.parametrize("name", ["en_GB", "de_DE", "es_ES", "pt_BR", "ja_JP", "C"])
def test_a4_elsewhere(name: str) -> None:
    assert usual_paper(QLocale(name)) == "A4"


@pytest.mark.parametrize(
    ("size", "paper"),
    [((210, 297), "A4"), ((148, 210), "A4"), ((215.9, 279.4), "Letter"), ((203, 254), "Letter")],
)
def test_the_nearer_shape(size: tuple[float, float], paper: str) -> None:
    assert nearer_paper(*size) == paper
