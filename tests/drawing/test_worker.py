import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest

from constructive_rest.drawing.cache import PictureCache
from constructive_rest.drawing.picture import Scene, picture_now
from constructive_rest.drawing.protocol import read_answer, read_picture, write_request
from constructive_rest.drawing.renderer import worker_command
from constructive_rest.drawing.worker import serve

SCENES = [Scene("side", "dusk", 80, 42), Scene("arms-hips", "morning", 61, 38, 2.0)]


def test_each_request_is_answered_in_order_and_stored(tmp_path: Path) -> None:
    requests = BytesIO(b"".join(write_request(n, scene) for n, scene in enumerate(SCENES)))
    answers, cache = BytesIO(), PictureCache(tmp_path)
    serve(requests, answers, cache)
    answers.seek(0)
    for number, scene in enumerate(SCENES):
        answer = read_answer(answers.readline())
        assert answer.number == number
        picture = read_picture(answer, answers.read(answer.size), scene)
        assert picture.image == picture_now(scene).image
        assert cache.load(scene) is not None
    assert answers.read() == b""


@pytest.mark.parametrize(
    ("scene", "word"),
    [
        (Scene("flying", "morning", 20, 10), "flying"),
        (Scene("side", "morning", 20, 10, body="cactus"), "cactus"),
        (Scene("bodies", "morning", 20, 10), "bodies.toml"),
    ],
)
def test_what_cannot_be_drawn_is_told_and_the_next_is_drawn(
    tmp_path: Path, scene: Scene, word: str
) -> None:
    requests = BytesIO(write_request(1, scene) + write_request(2, SCENES[0]))
    answers = BytesIO()
    serve(requests, answers, PictureCache(tmp_path))
    answers.seek(0)
    first = read_answer(answers.readline())
    assert first.size == 0
    assert word in first.error
    assert read_answer(answers.readline()).number == 2


def test_a_cache_that_cannot_be_written_keeps_no_answer_back(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    answers = BytesIO()
    serve(BytesIO(write_request(1, SCENES[0])), answers, PictureCache(blocked / "pictures"))
    answers.seek(0)
    assert read_answer(answers.readline()).size == 80 * 42 * 4


def test_as_a_process_it_needs_no_display_and_ends_with_its_input(tmp_path: Path) -> None:
    done = subprocess.run(
        worker_command(tmp_path),
        input=write_request(1, SCENES[0]),
        capture_output=True,
        check=True,
        env={"PATH": "", "SYSTEMROOT": "C:\\Windows"},
        timeout=60,
    )
    header, _, pixels = done.stdout.partition(b"\n")
    assert len(pixels) == read_answer(header).size
    assert done.stderr == b""
    assert len(list(tmp_path.glob("*.picture"))) == 1


def test_the_command_is_this_python() -> None:
    assert worker_command(Path("somewhere"))[0] == sys.executable


@pytest.mark.skipif(sys.platform == "win32", reason="no niceness")
def test_it_gives_way_to_the_window() -> None:
    code = "import os; from constructive_rest.drawing.worker import give_way; give_way(); "
    done = subprocess.run(
        [sys.executable, "-c", f"{code}print(os.nice(0))"], capture_output=True, check=True
    )
    assert int(done.stdout) >= min(19, os.nice(0) + 5)
