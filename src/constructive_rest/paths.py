"""Where files live: the person's data, what can be made again, and what ships with the program."""

from pathlib import Path

from appdirs import user_cache_dir, user_data_dir

APP_NAME = "constructive-rest"
HISTORY_FILE = "history.sqlite3"


def data_dir(chosen: Path | None = None) -> Path:
    """The folder of the history: `chosen`, or this system's place for a program's data."""
    if chosen is not None:
        return chosen.absolute()
    return Path(user_data_dir(APP_NAME, appauthor=False))


def cache_dir() -> Path:
    """The folder of what can be made again at any time and may be deleted at any time."""
    return Path(user_cache_dir(APP_NAME, appauthor=False))


def resources() -> Path:
    """The folder of everything that is not code: in the package, or beside `src` in a checkout."""
    package = Path(__file__).parent
    shipped = package / "resources"
    return shipped if shipped.is_dir() else package.parents[1] / "resources"


def make_private(folder: Path) -> None:
    """Create `folder` for its owner alone; one that is there already keeps its permissions.

    Raises OSError where it cannot be made.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
