"""The drawing process: `python -m constructive_rest.drawing.worker CACHE_FOLDER`.

Reads requests from standard input until it ends, answers each on standard output, and keeps
what it drew in the cache folder. It needs no display.
"""

import os
import sys
from pathlib import Path
from typing import BinaryIO

from constructive_rest.drawing.cache import PictureCache
from constructive_rest.drawing.protocol import read_request, write_error, write_picture
from constructive_rest.drawing.scene_painter import paint_scene
from constructive_rest.figure.reading import PoseError

_NICENESS = 5


def serve(requests: BinaryIO, answers: BinaryIO, cache: PictureCache) -> None:
    """Answers `requests` until they end; a full disk keeps no picture from the window."""
    for line in iter(requests.readline, b""):
        number, scene = read_request(line)
        try:
            picture = paint_scene(scene)
        except (PoseError, OSError, KeyError) as error:
            answers.write(write_error(number, f"The picture could not be drawn: {error}"))
            answers.flush()
            continue
        answers.write(write_picture(number, picture))
        answers.flush()
        cache.store(picture)


def give_way() -> None:
    """Let the window, and the figure where it moves, have the processor first."""
    if sys.platform != "win32":
        os.nice(_NICENESS)


if __name__ == "__main__":
    give_way()
    try:
        serve(sys.stdin.buffer, sys.stdout.buffer, PictureCache(Path(sys.argv[1])))
    except BrokenPipeError:
        # The window is gone. Python flushes once more at its end, which must not fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
