"""Every text can be read on every ground it stands on, in both lights."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor

from constructive_rest import content
from constructive_rest.ui.palette import (
    DUSK,
    MORNING,
    Palette,
    blend,
    blend_skies,
    faded,
    rest_floor,
)

LIGHTS = (MORNING, DUSK)
PHASES = len(content.load_practice().phases)
TEXT = ("ink", "muted", "accent", "link", "danger", "rail_ink")
GROUNDS = ("ground", "surface")
by_name = pytest.mark.parametrize("light", LIGHTS, ids=lambda light: light.name)
colors = st.tuples(*[st.integers(0, 255)] * 4).map(lambda parts: QColor(*parts))
shares = st.floats(0, 1)


def luminance(color: QColor) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    channels = (color.redF(), color.greenF(), color.blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of WCAG 2.2, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def over(color: QColor, ground: QColor) -> QColor:
    """`color` laid over an opaque ground."""
    return blend(ground, QColor(color.rgb()), color.alphaF())


def test_the_formula_gives_the_known_ratios() -> None:
    black, white = QColor("#000000"), QColor("#ffffff")
    assert round(contrast(black, white), 2) == 21.0
    assert contrast(white, white) == 1.0
    assert round(contrast(QColor("#767676"), white), 2) == 4.54


@by_name
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("role", TEXT)
def test_text_can_be_read(light: Palette, role: str, ground: str) -> None:
    assert contrast(getattr(light, role), getattr(light, ground)) >= 4.5


@by_name
@pytest.mark.parametrize(
    ("role", "ground"),
    [
        ("on_primary", "primary"),
        ("on_primary", "primary_hover"),
        ("ink", "selected"),
        ("ink", "selected_hover"),
        ("ink", "raised"),
        ("ink", "well"),
        ("muted", "well"),
    ],
)
def test_words_on_controls_can_be_read(light: Palette, role: str, ground: str) -> None:
    assert contrast(getattr(light, role), getattr(light, ground)) >= 4.5


@by_name
@pytest.mark.parametrize("phase", range(PHASES))
def test_words_can_be_read_on_every_sky(light: Palette, phase: int) -> None:
    sky = light.skies[phase]
    for ground in (sky.top, sky.horizon):
        assert contrast(light.ink, ground) >= 4.5
        assert contrast(light.rail_ink, ground) >= 4.5


@by_name
@pytest.mark.parametrize("phase", range(PHASES))
def test_words_can_be_read_on_every_floor_while_resting(light: Palette, phase: int) -> None:
    floor = rest_floor(light, light.skies[phase])
    assert contrast(light.ink, floor) >= 4.5
    assert contrast(light.muted, floor) >= 4.5


@by_name
@pytest.mark.parametrize("phase", range(PHASES))
def test_the_suns_way_can_be_seen_on_every_sky(light: Palette, phase: int) -> None:
    sky = light.skies[phase]
    assert contrast(light.arc, sky.top) >= 3
    assert contrast(light.arc, sky.horizon) >= 3


@by_name
def test_the_open_pages_name_can_be_read_on_its_pane(light: Palette) -> None:
    for ground in (light.ground, *(sky.top for sky in light.skies)):
        assert contrast(light.ink, over(light.rail_selected, ground)) >= 4.5


@by_name
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("role", ["edge", "control", "focus", "primary", "bar"])
def test_what_has_a_meaning_without_words_can_be_seen(
    light: Palette, role: str, ground: str
) -> None:
    assert contrast(getattr(light, role), getattr(light, ground)) >= 3


@by_name
def test_before_and_after_can_be_seen_and_told_apart(light: Palette) -> None:
    assert contrast(light.before, light.ground) >= 3
    assert contrast(light.after, light.ground) >= 3
    assert light.before != light.after


@by_name
def test_there_is_a_sky_for_each_phase(light: Palette) -> None:
    assert len(light.skies) == PHASES
    assert len({sky.horizon.name() for sky in light.skies}) == PHASES


def test_dusk_is_dark_and_morning_is_light() -> None:
    assert luminance(MORNING.ground) > 0.85
    assert luminance(DUSK.ground) < 0.02


@given(start=colors, end=colors)
def test_a_blend_begins_and_ends_with_its_colours(start: QColor, end: QColor) -> None:
    assert blend(start, end, 0.0).rgba() == start.rgba()
    assert blend(start, end, 1.0).rgba() == end.rgba()


@given(start=colors, end=colors, share=shares)
def test_a_blend_lies_between_its_colours(start: QColor, end: QColor, share: float) -> None:
    mixed = blend(start, end, share)
    for part in ("red", "green", "blue", "alpha"):
        low, high = sorted((getattr(start, part)(), getattr(end, part)()))
        assert low - 1 <= getattr(mixed, part)() <= high + 1


@given(color=colors, alpha=shares)
def test_fading_changes_nothing_but_the_strength(color: QColor, alpha: float) -> None:
    before = color.rgba()
    pale = faded(color, alpha)
    assert pale.rgb() & 0xFFFFFF == color.rgb() & 0xFFFFFF
    assert abs(pale.alphaF() - alpha) < 0.01
    assert color.rgba() == before


@given(share=shares)
def test_skies_blend_from_top_to_horizon(share: float) -> None:
    first, second = MORNING.skies[:2]
    sky = blend_skies(first, second, share)
    assert sky.top == blend(first.top, second.top, share)
    assert sky.horizon == blend(first.horizon, second.horizon, share)


def test_the_floor_takes_some_of_the_skys_light() -> None:
    for light in LIGHTS:
        floors = {rest_floor(light, sky).name() for sky in light.skies}
        assert len(floors) == len(light.skies)
