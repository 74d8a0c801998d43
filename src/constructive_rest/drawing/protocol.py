"""What renderer and worker say to each other: one JSON line a message, pixels after an answer.

A request is a scene with a number. An answer is that number with anchors and the length of the
pixels that follow, or with one sentence about what went wrong.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtGui import QImage

from constructive_rest.drawing.mark_text import read_marks, write_marks
from constructive_rest.drawing.picture import Picture, Scene
from constructive_rest.figure.mark import Mark
from constructive_rest.practice.setup import Arms, Eyes, HeadSupport, Legs, Setup

_BYTES_PER_PIXEL = 4


@dataclass(frozen=True, slots=True)
class Answer:
    """A worker's header line; `size` bytes of pixels follow. `error` is empty where it drew."""

    number: int
    anchors: Mapping[str, tuple[float, float]]
    width: int
    height: int
    error: str
    marks: tuple[Mark, ...] = ()

    @property
    def size(self) -> int:
        """How many bytes of pixels follow."""
        return self.width * self.height * _BYTES_PER_PIXEL


def write_request(number: int, scene: Scene) -> bytes:
    """The request line."""
    return json.dumps({"number": number, **scene_message(scene)}).encode() + b"\n"


def read_request(line: bytes) -> tuple[int, Scene]:
    """Number and scene of a request line."""
    message = json.loads(line)
    return message["number"], scene_from(message)


def scene_message(scene: Scene) -> dict[str, Any]:
    """A scene in words of JSON."""
    setup = scene.setup
    return {
        "pose": scene.pose,
        "theme": scene.theme,
        "width": scene.width,
        "height": scene.height,
        "dpr": scene.dpr,
        "body": scene.body,
        "setup": [setup.arms, setup.legs, setup.head_support, setup.eyes],
    }


def scene_from(message: Mapping[str, Any]) -> Scene:
    """The scene of such a message."""
    arms, legs, head, eyes = message["setup"]
    return Scene(
        pose=message["pose"],
        theme=message["theme"],
        width=message["width"],
        height=message["height"],
        dpr=message["dpr"],
        setup=Setup(Arms(arms), Legs(legs), HeadSupport(head), Eyes(eyes)),
        body=message["body"],
    )


def write_picture(number: int, picture: Picture) -> bytes:
    """The answer with `picture`."""
    image = picture.image
    header = {
        "number": number,
        "anchors": dict(picture.anchors),
        "marks": write_marks(picture.marks),
        "width": image.width(),
        "height": image.height(),
    }
    return json.dumps(header).encode() + b"\n" + bytes(image.constBits())


def write_error(number: int, sentence: str) -> bytes:
    """The answer that nothing could be drawn, and why."""
    return json.dumps({"number": number, "error": sentence}).encode() + b"\n"


def read_answer(line: bytes) -> Answer:
    """The header of an answer."""
    message = json.loads(line)
    anchors = {name: (x, y) for name, (x, y) in message.get("anchors", {}).items()}
    return Answer(
        message["number"],
        anchors,
        message.get("width", 0),
        message.get("height", 0),
        message.get("error", ""),
        read_marks(message.get("marks", [])),
    )


def read_picture(answer: Answer, pixels: bytes, scene: Scene) -> Picture:
    """The picture of `scene` from an answer and the pixels after it."""
    stride = answer.width * _BYTES_PER_PIXEL
    form = QImage.Format.Format_ARGB32_Premultiplied
    image = QImage(pixels, answer.width, answer.height, stride, form).copy()
    image.setDevicePixelRatio(scene.dpr)
    return Picture(scene, image, answer.anchors, answer.marks)
