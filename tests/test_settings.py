"""Settings survive being stored, and nonsense in the store becomes the default."""

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from constructive_rest.practice.setup import Arms, Eyes, HeadSupport, Legs, Setup
from constructive_rest.practice.timeline import CueDensity
from constructive_rest.settings import FLOOR_TURNS, Settings, ThemeChoice, from_mapping, to_mapping

setups = st.builds(
    Setup,
    st.sampled_from(Arms),
    st.sampled_from(Legs),
    st.sampled_from(HeadSupport),
    st.sampled_from(Eyes),
)
any_settings = st.builds(
    Settings,
    minutes=st.integers(5, 30),
    walk_down_s=st.integers(0, 300),
    sound=st.booleans(),
    volume=st.integers(0, 100),
    cues=st.sampled_from(CueDensity),
    voice=st.text(),
    voice_volume=st.integers(0, 100),
    pace=st.integers(-50, 50),
    theme=st.sampled_from(ThemeChoice),
    gentle_motion=st.booleans(),
    body=st.text(),
    floor_turn=st.sampled_from(FLOOR_TURNS),
    setup=setups,
)


@given(settings=any_settings)
def test_what_is_stored_comes_back(settings: Settings) -> None:
    assert from_mapping(to_mapping(settings)) == settings


@given(settings=any_settings)
def test_every_setting_is_stored_as_text(settings: Settings) -> None:
    stored = to_mapping(settings)
    assert all(type(key) is str and isinstance(value, str) for key, value in stored.items())
    parts = {field.name for field in fields(Settings)} | {field.name for field in fields(Setup)}
    assert set(stored) == parts - {"setup"}


def test_an_empty_store_gives_the_defaults() -> None:
    assert from_mapping({}) == Settings()


def test_the_defaults_are_what_suits_most() -> None:
    default = Settings()
    assert (default.minutes, default.walk_down_s, default.volume) == (20, 30, 70)
    assert default.sound
    assert default.cues is CueDensity.FULL
    assert default.voice == ""
    assert default.gentle_motion
    assert default.theme is ThemeChoice.SYSTEM
    assert default.body == ""


@given(stored=st.dictionaries(st.sampled_from(list(to_mapping(Settings()))), st.text()))
def test_whatever_is_stored_something_sensible_comes_out(stored: dict[str, str]) -> None:
    settings = from_mapping(stored)
    assert 5 <= settings.minutes <= 30
    assert 0 <= settings.walk_down_s <= 300
    assert 0 <= settings.volume <= 100
    assert 0 <= settings.voice_volume <= 100
    assert -50 <= settings.pace <= 50
    assert settings.floor_turn in FLOOR_TURNS
    assert from_mapping(to_mapping(settings)) == settings


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("minutes", "4"),
        ("minutes", "31"),
        ("minutes", "many"),
        ("minutes", ""),
        ("minutes", "20.5"),
        ("walk_down_s", "-1"),
        ("walk_down_s", "301"),
        ("volume", "101"),
        ("cues", "many"),
        ("voice_volume", "-1"),
        ("pace", "51"),
        ("pace", "slow"),
        ("sound", "2"),
        ("sound", "yes"),
        ("gentle_motion", "-1"),
        ("theme", "noon"),
        ("arms", "wings"),
        ("legs", ""),
        ("head_support", "pillow"),
        ("eyes", "OPEN"),
    ],
)
def test_nonsense_keeps_the_default(key: str, text: str) -> None:
    assert from_mapping({key: text}) == Settings()


def test_one_bad_value_spoils_no_other() -> None:
    chosen = replace(Settings(), minutes=10, theme=ThemeChoice.DUSK)
    stored = {**to_mapping(chosen), "volume": "loud"}
    assert from_mapping(stored) == chosen


def test_what_a_newer_version_stored_is_passed_over() -> None:
    assert from_mapping({"scent": "pine", "minutes": "15"}) == replace(Settings(), minutes=15)
