import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QImage

from constructive_rest.drawing import cache as cache_module
from constructive_rest.drawing.cache import LIMIT_BYTES, PictureCache, scene_key
from constructive_rest.drawing.picture import Picture, Scene
from constructive_rest.practice.setup import Arms, Eyes, HeadSupport, Legs, Setup

MakePlain = Callable[[Scene], Picture]


def files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.picture"))


def test_what_was_stored_is_loaded_again(
    tmp_path: Path, scene: Scene, make_plain: MakePlain
) -> None:
    picture = make_plain(scene)
    cache = PictureCache(tmp_path)
    assert cache.store(picture)
    loaded = cache.load(scene)
    assert loaded is not None
    assert loaded.image == picture.image
    assert loaded.anchors == picture.anchors
    assert loaded.marks == picture.marks != ()
    assert loaded.scene == scene


def test_a_loaded_picture_keeps_ratio_and_transparency(
    tmp_path: Path, scene: Scene, make_plain: MakePlain
) -> None:
    sharp = replace(scene, dpr=2.0)
    cache = PictureCache(tmp_path)
    cache.store(make_plain(sharp))
    loaded = cache.load(sharp)
    assert loaded is not None
    assert loaded.image.devicePixelRatio() == 2.0
    assert loaded.image.format() == QImage.Format.Format_ARGB32_Premultiplied
    assert loaded.image.pixelColor(0, 0).alpha() == 0
    assert loaded.image.pixelColor(9, 9).alpha() == 255


def test_an_empty_folder_holds_nothing(tmp_path: Path, scene: Scene) -> None:
    assert PictureCache(tmp_path).load(scene) is None
    assert PictureCache(tmp_path / "never" / "made").load(scene) is None


@pytest.mark.parametrize(
    "change",
    [
        {"pose": "top"},
        {"theme": "dusk"},
        {"width": 61},
        {"height": 31},
        {"dpr": 1.25},
        {"body": "oak"},
        {"setup": Setup(arms=Arms.HIPS)},
        {"setup": Setup(legs=Legs.CHAIR)},
        {"setup": Setup(head_support=HeadSupport.TOWEL)},
    ],
)
def test_whatever_changes_the_picture_changes_the_key(
    scene: Scene, change: dict[str, object]
) -> None:
    assert scene_key(replace(scene, **change)) != scene_key(scene)  # type: ignore[arg-type]


def test_eyes_change_nothing(scene: Scene) -> None:
    assert scene_key(replace(scene, setup=Setup(eyes=Eyes.CLOSED))) == scene_key(scene)


def test_new_drawing_code_makes_every_picture_anew(
    tmp_path: Path, scene: Scene, make_plain: MakePlain, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = PictureCache(tmp_path)
    cache.store(make_plain(scene))
    monkeypatch.setattr(cache_module, "drawing_version", lambda: "another")
    assert cache.load(scene) is None


@given(cut=st.integers(0, 400), junk=st.binary(max_size=40))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_file_is_no_picture_and_is_taken_away(
    tmp_path: Path, scene: Scene, make_plain: MakePlain, cut: int, junk: bytes
) -> None:
    cache = PictureCache(tmp_path)
    cache.store(make_plain(scene))
    (path,) = files(tmp_path)
    whole = path.read_bytes()
    damaged = whole[: min(cut, len(whole) - 1)] + junk
    path.write_bytes(damaged)
    if damaged != whole:
        assert cache.load(scene) is None
        assert files(tmp_path) == []
    assert cache.store(make_plain(scene))
    assert cache.load(scene) is not None


@pytest.mark.parametrize(
    "header",
    [b"[]", b"{}", b'{"check": 0}', b'{"anchors": {"a": 1}, "check": 0}', b"null", b"\xff"],
)
def test_a_foreign_header_is_no_picture(tmp_path: Path, scene: Scene, header: bytes) -> None:
    (tmp_path / f"{scene_key(scene)}.picture").write_bytes(header + b"\nPNG")
    assert PictureCache(tmp_path).load(scene) is None


def test_a_deleted_folder_is_made_again(
    tmp_path: Path, scene: Scene, make_plain: MakePlain
) -> None:
    folder = tmp_path / "pictures"
    cache = PictureCache(folder)
    cache.store(make_plain(scene))
    files(folder)[0].unlink()
    folder.rmdir()
    assert cache.load(scene) is None
    assert cache.store(make_plain(scene))
    assert cache.load(scene) is not None


def test_a_folder_that_cannot_be_made_is_no_failure(
    tmp_path: Path, scene: Scene, make_plain: MakePlain
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    cache = PictureCache(blocked / "pictures")
    assert not cache.store(make_plain(scene))
    assert cache.load(scene) is None


def test_the_cache_stays_within_its_limit(
    tmp_path: Path, scene: Scene, make_plain: MakePlain
) -> None:
    one = PictureCache(tmp_path)
    one.store(make_plain(scene))
    size = files(tmp_path)[0].stat().st_size
    cache = PictureCache(tmp_path, limit=int(size * 3.5))
    for width in range(61, 71):
        cache.store(make_plain(replace(scene, width=width)))
        assert sum(path.stat().st_size for path in files(tmp_path)) <= size * 3.6
    assert cache.load(replace(scene, width=70)) is not None


def test_the_longest_unused_goes_first(tmp_path: Path, scene: Scene, make_plain: MakePlain) -> None:
    scenes = [replace(scene, width=width) for width in (60, 61, 62)]
    cache = PictureCache(tmp_path)
    for age, each in enumerate(scenes):
        cache.store(make_plain(each))
        path = tmp_path / f"{scene_key(each)}.picture"
        os.utime(path, (1000 + age, 1000 + age))
    assert cache.load(scenes[0]) is not None, "this makes it the newest"
    size = files(tmp_path)[0].stat().st_size
    PictureCache(tmp_path, limit=int(size * 3.4)).store(make_plain(replace(scene, width=63)))
    assert cache.load(scenes[1]) is None
    assert cache.load(scenes[0]) is not None


def test_a_picture_larger_than_the_limit_is_still_kept_alone(
    tmp_path: Path, scene: Scene, make_plain: MakePlain
) -> None:
    cache = PictureCache(tmp_path, limit=10)
    cache.store(make_plain(scene))
    assert cache.load(scene) is not None


def test_what_a_broken_write_left_behind_is_swept_up(
    tmp_path: Path, scene: Scene, make_plain: MakePlain
) -> None:
    lost, young = tmp_path / "lost.part", tmp_path / "young.part"
    for unfinished in (lost, young):
        unfinished.write_bytes(b"half")
    os.utime(lost, (1000, 1000))
    PictureCache(tmp_path).store(make_plain(scene))
    assert list(tmp_path.glob("*.part")) == [young], "another process may be writing that one"


def test_two_processes_may_keep_the_same_pictures_at_once(
    tmp_path: Path, scene: Scene, make_plain: MakePlain
) -> None:
    code = (
        "import sys; from pathlib import Path; from tests.drawing.conftest import plain; "
        "from constructive_rest.drawing.cache import PictureCache; "
        "from constructive_rest.drawing.picture import Scene; "
        "cache = PictureCache(Path(sys.argv[1]), 20_000)\n"
        "for number in range(300):\n"
        "    assert cache.store(plain(Scene('side', 'morning', 60 + number % 7, 30)))"
    )
    root = Path(__file__).parents[2]
    line = [sys.executable, "-c", code, str(tmp_path)]
    both = [subprocess.Popen(line, stderr=subprocess.PIPE, cwd=root) for _ in range(2)]
    assert [(process.communicate()[1], process.returncode) for process in both] == [(b"", 0)] * 2
    cache = PictureCache(tmp_path)
    stored = [cache.load(replace(scene, width=60 + number)) for number in range(7)]
    assert [picture.image == make_plain(picture.scene).image for picture in stored if picture]
    assert list(tmp_path.glob("*.part")) == []


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are another matter there")
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_still_gives_its_pictures(
    tmp_path: Path, scene: Scene, make_plain: MakePlain
) -> None:
    cache = PictureCache(tmp_path)
    cache.store(make_plain(scene))
    tmp_path.chmod(0o500)
    try:
        assert not cache.store(make_plain(replace(scene, width=61)))
        assert cache.load(scene) is not None
    finally:
        tmp_path.chmod(0o700)


def test_a_folder_that_vanishes_while_it_is_written_is_no_failure(
    tmp_path: Path, scene: Scene, make_plain: MakePlain, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "pictures"
    whole = Path.replace

    def vanishing(self: Path, target: Path) -> Path:
        moved = whole(self, target)
        shutil.rmtree(folder)
        return moved

    monkeypatch.setattr(Path, "replace", vanishing)
    assert not PictureCache(folder).store(make_plain(scene))


def test_many_pictures_are_trimmed_without_a_stutter(
    tmp_path: Path, scene: Scene, make_plain: MakePlain
) -> None:
    for number in range(1000):
        (tmp_path / f"{number}.picture").write_bytes(b"x" * 1000)
    cache = PictureCache(tmp_path)
    began = process_time()
    cache.store(make_plain(scene))
    assert process_time() - began < 0.5
    assert len(files(tmp_path)) == 1001


def test_what_is_not_a_picture_is_left_alone(
    tmp_path: Path, scene: Scene, make_plain: MakePlain
) -> None:
    note = tmp_path / "note.txt"
    note.write_text("mine", encoding="utf-8")
    PictureCache(tmp_path, limit=1).store(make_plain(scene))
    assert note.read_text(encoding="utf-8") == "mine"


def test_the_limit_is_sixty_four_mebibytes() -> None:
    assert LIMIT_BYTES == 64 * 2**20
