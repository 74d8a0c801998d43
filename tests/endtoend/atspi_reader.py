"""Reads a window through AT-SPI. Run by the system's Python, which alone has pyatspi.

Reads JSON requests from standard input, one a line: `{"pid": …, "names": […]}` for these objects,
`{"pid": …, "names": null}` for everything that shows. Answers each with a line: a JSON list of
what was found. An object's name here is the last part of its accessible id, Qt's objectName.
"""

import json
import sys
from typing import Any

import pyatspi  # type: ignore[import-not-found]
from gi.repository import GLib  # type: ignore[import-not-found]

STATES = {
    "showing": pyatspi.STATE_SHOWING,
    "focused": pyatspi.STATE_FOCUSED,
    "enabled": pyatspi.STATE_ENABLED,
    "checked": pyatspi.STATE_CHECKED,
}
GONE = (GLib.Error, LookupError, AttributeError, NotImplementedError)
"""What pyatspi raises for an object whose window has just closed."""

Known = dict[str, Any]
Told = dict[str, Any]


def application(pid: int) -> Any:  # noqa: ANN401
    """The program's root object, None while it has not come to the bus."""
    desktop = pyatspi.Registry.getDesktop(0)
    for number in range(desktop.childCount):
        child = desktop.getChildAtIndex(number)
        if child is not None and child.get_process_id() == pid:
            return child
    return None


def name_of(thing: Any) -> str:  # noqa: ANN401
    """The objectName; a class's name where there is none."""
    return str(thing.get_accessible_id() or "").rpartition(".")[2]


def states_of(thing: Any) -> list[str]:  # noqa: ANN401
    """Those of STATES that are set."""
    held = thing.getState()
    return [name for name, state in STATES.items() if held.contains(state)]


def described(thing: Any, name: str) -> Told:  # noqa: ANN401
    """All that a test may want to know of one object, its states last."""
    role = thing.getRoleName()
    box = thing.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    return {
        "name": name,
        "role": role,
        "label": thing.name,
        "description": thing.description or "",
        "box": [box.x, box.y, box.width, box.height],
        "text": thing.queryText().getText(0, -1) if role == "text" else "",
        "value": thing.queryValue().currentValue if role == "slider" else 0.0,
        "states": states_of(thing),
    }


def showing(root: Any, known: Known) -> list[Told]:  # noqa: ANN401
    """Everything that shows, from the top down; `known` is filled with the objects by name."""
    found = []
    waiting = [root.getChildAtIndex(number) for number in range(root.childCount)]
    while waiting:
        thing = waiting.pop(0)
        if thing is None or "showing" not in states_of(thing):
            continue
        name = name_of(thing)
        known[name] = thing
        told = described(thing, name)
        if "showing" not in told["states"]:
            continue  # it went away while it was read, and its words may be those of later
        found.append(told)
        children = range(thing.childCount)
        waiting = [thing.getChildAtIndex(number) for number in children] + waiting
    return found


def named(names: list[str], known: Known) -> list[Told] | None:
    """These objects as they are now; None where one of them is not known or no longer shows."""
    if not all(name in known for name in names):
        return None
    seen = [described(known[name], name) for name in names]
    return seen if all("showing" in one["states"] for one in seen) else None


def answer(pid: int, names: list[str] | None, known: Known) -> list[Told]:
    """The objects asked for that show at this moment."""
    try:
        quick = named(names, known) if names is not None else None
    except GONE:
        quick = None
    if quick is not None:
        return quick
    known.clear()
    try:
        root = application(pid)
        everything = showing(root, known) if root is not None else []
    except GONE:
        return []
    return [one for one in everything if names is None or one["name"] in names]


def main() -> None:
    """Answer requests until they end."""
    known: Known = {}
    before = 0
    for line in sys.stdin:
        request = json.loads(line)
        if request["pid"] != before:
            known.clear()
            before = request["pid"]
        found = answer(request["pid"], request["names"], known)
        sys.stdout.write(f"{json.dumps(found)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
