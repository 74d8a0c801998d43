from pathlib import Path

import pytest

from preparing import systems
from preparing.need import Kind, Need
from preparing.systems import MANAGERS, Manager, manager_of, this_manager

NEEDS = [
    Need(Kind.LIBRARY, "libGL.so.1", "libgl1", "libglvnd-glx", "libglvnd"),
    Need(Kind.LIBRARY, "libEGL.so.1", "libegl1", "libglvnd-egl", "libglvnd"),
]


def manager(name: str) -> Manager:
    [found] = [one for one in MANAGERS if one.name == name]
    return found


@pytest.mark.parametrize(
    ("os_release", "name"),
    [
        ("ID=debian\n", "apt"),
        ('NAME="Ubuntu"\nID=ubuntu\nID_LIKE=debian\n', "apt"),
        ('ID=linuxmint\nID_LIKE="ubuntu debian"\n', "apt"),
        ("ID=fedora\n", "dnf"),
        ('ID="rocky"\nID_LIKE="rhel centos fedora"\n', "dnf"),
        ("ID=arch\n", "pacman"),
        ("ID='manjaro'\nID_LIKE='arch'\n", "pacman"),
    ],
)
def test_a_known_system_has_its_manager(os_release: str, name: str) -> None:
    assert manager_of(os_release) == manager(name)


@pytest.mark.parametrize("os_release", ["", "ID=nixos\n", "# a comment\nNAME=debian\n", "ID"])
def test_an_unknown_system_has_none(os_release: str) -> None:
    assert manager_of(os_release) is None


def test_this_system_is_read_from_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(systems, "OS_RELEASE", tmp_path / "os-release")
    assert this_manager() is None
    (tmp_path / "os-release").write_text("ID=fedora\n", encoding="utf-8")
    assert this_manager() == manager("dnf")


@pytest.mark.parametrize(
    ("name", "line"),
    [
        (
            "apt",
            "sudo apt-get update && "
            "sudo apt-get install --yes --no-install-recommends libgl1 libegl1",
        ),
        ("dnf", "sudo dnf install --assumeyes libglvnd-glx libglvnd-egl"),
        ("pacman", "sudo pacman -S --needed --noconfirm libglvnd"),
    ],
)
def test_one_line_installs_everything_and_names_no_package_twice(name: str, line: str) -> None:
    chosen = manager(name)
    assert chosen.command_line(chosen.packages(NEEDS)) == line


def test_root_needs_no_sudo() -> None:
    apt = manager("apt")
    assert apt.commands(["x"]) == [
        ("apt-get", "update"),
        ("apt-get", "install", "--yes", "--no-install-recommends", "x"),
    ]
    assert "sudo" not in apt.command_line(["x"], ())
