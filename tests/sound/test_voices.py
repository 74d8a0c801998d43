"""The voice that suits, and what to install where there is none."""

import pytest

from constructive_rest.sound.voices import INSTALL, advice, family, suitable, worth_choosing

VOICES = {
    "Scots": "en_GB",
    "Yankee+Adam": "en_US",
    "Yankee": "en_US",
    "Yankee+Zac": "en_US",
}
UBUNTU = 'NAME="Ubuntu"\nID=ubuntu\nID_LIKE=debian\nVERSION_ID="24.04"\n'


@pytest.mark.parametrize(
    ("system", "voice"),
    [("en_GB", "Scots"), ("en_US", "Yankee"), ("de_DE", "Yankee"), ("C", "Yankee")],
)
def test_the_systems_own_kind_of_english_comes_first(system: str, voice: str) -> None:
    assert suitable(VOICES, system) == voice


def test_any_voice_is_better_than_none() -> None:
    assert suitable({"Kiwi": "en_NZ"}, "de_DE") == "Kiwi"
    assert suitable({"Kiwi+Robosoft": "en_NZ"}, "de_DE") == "Kiwi+Robosoft"


def test_variants_of_one_voice_are_not_offered() -> None:
    assert worth_choosing(list(VOICES)) == ["Scots", "Yankee"]


@pytest.mark.parametrize(
    ("os_release", "expected"),
    [
        ("ID=debian\n", "debian"),
        (UBUNTU, "debian"),
        ('ID=linuxmint\nID_LIKE="ubuntu debian"\n', "debian"),
        ("ID=fedora\n", "fedora"),
        ("ID='rocky'\nID_LIKE='rhel centos fedora'\n", "fedora"),
        ("ID=endeavouros\nID_LIKE=arch\n", "arch"),
        ('ID=opensuse-tumbleweed\nID_LIKE="opensuse suse"\n', "suse"),
        ("ID=nixos\n", None),
        ("", None),
    ],
)
def test_the_family_of_a_distribution(os_release: str, expected: str | None) -> None:
    assert family(os_release) == expected


@pytest.mark.parametrize("name", INSTALL)
def test_the_advice_names_the_one_command(name: str) -> None:
    assert advice("linux", f"ID={name}\n").endswith(f"\n{INSTALL[name]}")


def test_an_unknown_distribution_is_told_what_is_needed() -> None:
    assert "speech-dispatcher" in advice("linux", "ID=nixos\n")
    assert "sudo" not in advice("linux", "ID=nixos\n")


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_other_systems_have_their_voices_in_their_settings(platform: str) -> None:
    assert "speech settings" in advice(platform, UBUNTU)
