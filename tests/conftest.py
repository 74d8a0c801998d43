"""What holds for every test: no real display, no real home, and no log that nobody expected."""

import logging
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from xdist.remote import Producer
    from xdist.scheduler import Scheduling

pytest_plugins = ["pytester"]

# A busy machine is no failure of what is tested. What nobody watches tries the same examples each
# time, so that it fails by what was changed and by nothing else; a developer's runs go on looking.
settings.register_profile(
    "unhurried",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize="CI" in os.environ,
)
settings.load_profile("unhurried")

HOME = Path(tempfile.mkdtemp(prefix="constructive-rest-tests-"))
PLACES = {
    "HOME": HOME,
    "USERPROFILE": HOME,
    "APPDATA": HOME / "roaming",
    "LOCALAPPDATA": HOME / "local",
    "XDG_DATA_HOME": HOME / "data",
    "XDG_CONFIG_HOME": HOME / "config",
    "XDG_CACHE_HOME": HOME / "cache",
    "XDG_STATE_HOME": HOME / "state",
}

# Set while this file is read: before Qt is loaded and before any test module looks at its home.
os.environ.update({name: str(place) for name, place in PLACES.items()})
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if sys.platform == "linux":
    os.environ["LC_ALL"] = "C.UTF-8"


# Folders whose tests watch the clock of a running program: a window, a sound server, a kill.
IN_REAL_TIME = frozenset({"endtoend", "faults", "sound"})


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: "Producer") -> "Scheduling":
    """On several cores: each file to one process, and what runs in real time all to the same.

    pytest-xdist's own marks for groups have no effect with pytest 9.2, which keeps ids elsewhere.
    """
    from xdist.scheduler import LoadScopeScheduling

    class ByFile(LoadScopeScheduling):  # type: ignore[misc]  # it has no types
        def _split_scope(self, nodeid: str) -> str:
            file = PurePosixPath(nodeid.partition("::")[0])
            return "in real time" if file.parent.name in IN_REAL_TIME else str(file)

    return ByFile(config, log)


def pytest_unconfigure() -> None:
    """Leave nothing behind."""
    shutil.rmtree(HOME, ignore_errors=True)


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def only_expected_logs(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that logs at WARNING or above, but for what its `expects_log` mark matches."""
    listener = _Listener()
    logging.getLogger().addHandler(listener)
    yield
    logging.getLogger().removeHandler(listener)
    mark = request.node.get_closest_marker("expects_log")
    if mark is None:
        assert not listener.heard, f"unexpected log: {listener.heard}"
    else:
        assert listener.heard, f"expected a log that matches {mark.args[0]!r}"
        strange = [line for line in listener.heard if not re.search(mark.args[0], line)]
        assert not strange, f"unexpected log: {strange}"
