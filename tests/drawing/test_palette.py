from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor

from constructive_rest import paths
from constructive_rest.drawing.palette import LIGHTING, Palette, deepened, mix, with_alpha
from constructive_rest.figure.body import Body, Theme, parse_bodies
from constructive_rest.figure.layers import Ink, Tone

colours = st.builds(QColor.fromRgb, *[st.integers(0, 255)] * 3)


@pytest.fixture(scope="module")
def bodies() -> Mapping[str, Body]:
    text = (paths.resources() / "poses" / "bodies.toml").read_text(encoding="utf-8")
    return parse_bodies(text, "bodies.toml")


@pytest.mark.parametrize("theme", list(Theme))
def test_every_tone_and_ink_has_a_colour(bodies: Mapping[str, Body], theme: Theme) -> None:
    for body in bodies.values():
        palette = Palette(body, theme)
        assert all(palette.tone(tone).isValid() for tone in Tone)
        assert all(palette.ink(ink).isValid() for ink in Ink)


def test_skin_and_clothes_are_the_bodys_own(bodies: Mapping[str, Body]) -> None:
    palette = Palette(bodies["reed"], Theme.MORNING)
    assert palette.tone(Tone.SKIN).name() == "#d9a283"
    assert palette.tone(Tone.TROUSERS).name() == "#48706f"


def test_dusk_is_darker_than_morning(bodies: Mapping[str, Body]) -> None:
    morning, dusk = (Palette(bodies["reed"], theme) for theme in (Theme.MORNING, Theme.DUSK))
    for tone in (Tone.SKIN, Tone.HAIR, Tone.SHIRT, Tone.MAT, Tone.BOOK, Tone.PAGE, Tone.WOOD):
        assert dusk.tone(tone).lightness() < morning.tone(tone).lightness(), tone
    assert LIGHTING[Theme.DUSK].shadow_strength > LIGHTING[Theme.MORNING].shadow_strength


@pytest.mark.parametrize("theme", list(Theme))
def test_what_is_far_and_what_is_in_shade_is_darker(
    bodies: Mapping[str, Body], theme: Theme
) -> None:
    palette = Palette(bodies["oak"], theme)
    for tone in (Tone.SKIN, Tone.SHIRT, Tone.TROUSERS):
        near = palette.tone(tone)
        assert palette.tone(tone, far=0.2).lightness() < near.lightness()
        assert palette.shaded(near).lightness() < near.lightness()


def test_a_face_turned_to_the_light_is_brighter(bodies: Mapping[str, Body]) -> None:
    palette = Palette(bodies["reed"], Theme.MORNING)
    bright, even, dark = (palette.panel(Tone.WOOD, light).lightness() for light in (0.2, 0.0, -0.2))
    assert bright > even > dark


def test_lines_can_be_told_from_what_they_are_drawn_on(bodies: Mapping[str, Body]) -> None:
    for body in bodies.values():
        for theme in Theme:
            palette = Palette(body, theme)
            skin, lid = palette.tone(Tone.SKIN), palette.ink(Ink.LID)
            assert skin.lightness() - lid.lightness() > 20


@given(colours, colours, st.floats(0, 1))
def test_mixing_stays_between(first: QColor, second: QColor, share: float) -> None:
    mixed = mix(first, second, share)
    for part in ("red", "green", "blue"):
        low, high = sorted((getattr(first, part)(), getattr(second, part)()))
        assert low - 1 <= getattr(mixed, part)() <= high + 1


@given(colours)
def test_mixing_nothing_in_changes_nothing(colour: QColor) -> None:
    assert mix(colour, QColor("red"), 0.0).rgb() == colour.rgb()
    assert mix(QColor("red"), colour, 1.0).rgb() == colour.rgb()


@given(colours, st.floats(0.1, 0.9))
def test_deepening_darkens(colour: QColor, value: float) -> None:
    assert deepened(colour, value).value() <= colour.value()


@given(st.floats(-1, 2))
def test_alpha_is_held_in_its_range(alpha: float) -> None:
    assert with_alpha(QColor("red"), alpha).alphaF() == pytest.approx(
        min(1.0, max(0.0, alpha)), abs=0.01
    )


@pytest.mark.parametrize("theme", list(Theme))
def test_closed_lids_are_darker_than_the_skin_even_under_white_hair(
    bodies: Mapping[str, Body], theme: Theme
) -> None:
    for body in bodies.values():
        palette = Palette(body, theme)
        assert palette.ink(Ink.LID).lightness() < palette.tone(Tone.SKIN).lightness() * 0.65
