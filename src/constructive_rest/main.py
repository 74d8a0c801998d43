"""Arguments in, one thing done, an exit code out."""

import argparse
import math
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from constructive_rest import __version__

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from constructive_rest.compose import Program

PROGRAM = "constructive-rest"
PAGES = ("guide", "rest", "history", "settings")
DONE, FAILED = 0, 1
MAX_SPEED = 1_000.0


def run() -> None:
    """The console command; what an installation lacks is said in a line."""
    try:
        code = main(sys.argv[1:])
    except ImportError as error:
        if (error.name or "").startswith(__package__):
            raise
        code = fail(
            f"This installation is not whole ({error}). Install the program anew; where it was "
            "started by packaging/bootstrap.py, delete the folder .venv and start that again."
        )
    sys.exit(code)


def main(arguments: Sequence[str]) -> int:
    """Do what the arguments ask for; 0 done, 1 failed with a line on stderr, 2 wrong usage."""
    options = parse(arguments)
    if options.command in ("export", "import"):
        from constructive_rest.exchange_command import exchange

        return exchange(options.command, options.file, options.data_dir)
    if options.command == "screenshots":
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        from constructive_rest.screenshots import take_all

        application()
        return take_all(options.folder)
    if options.self_test:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        from constructive_rest.selftest import self_test

        return self_test(application())
    return show_window(options)


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """The arguments by name; wrong ones end the program with code 2 and the usage."""
    parser = argparse.ArgumentParser(
        prog=PROGRAM, description="A quiet companion for the Constructive Rest Position."
    )
    parser.add_argument("--data-dir", type=_folder, metavar="DIR", help="keep everything in DIR")
    parser.add_argument("--page", choices=PAGES, default="guide", help="open on this page")
    parser.add_argument(
        "--speed", type=_speed, default=1.0, metavar="N", help="run the clock N times faster"
    )
    parser.add_argument("--self-test", action="store_true", help="check this installation")
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    parser.set_defaults(command=None)
    commands = parser.add_subparsers(metavar="COMMAND")
    for name, words in (("export", "write all rests to"), ("import", "read rests from")):
        command = commands.add_parser(name, help=f"{words} a CSV or JSON file")
        command.add_argument("file", type=Path, metavar="FILE.csv|FILE.json")
        command.add_argument("--data-dir", type=_folder, metavar="DIR", default=argparse.SUPPRESS)
        command.set_defaults(command=name)
    screenshots = commands.add_parser("screenshots", help="write every page as PNG files")
    screenshots.add_argument("folder", type=_folder, metavar="DIR")
    screenshots.set_defaults(command="screenshots")
    options = parser.parse_args(arguments)
    if options.speed != 1.0 and options.data_dir is None:
        parser.error("--speed needs --data-dir, so that no trial enters your real history")
    return options


def show_window(options: argparse.Namespace) -> int:
    """Open the window and stay until it is closed."""
    from constructive_rest.desktop.display import missing_display

    missing = missing_display(os.environ, sys.platform)
    if missing is not None:
        return fail(missing)
    app = application()
    from constructive_rest.compose import Options
    from constructive_rest.opening import open_program

    program, problem = open_program(Options(options.data_dir, options.page, options.speed))
    if program is None:
        return fail(problem)
    return _stay(app, program)


def application() -> "QApplication":
    """The one application object, which every other Qt object needs."""
    from PySide6.QtWidgets import QApplication

    from constructive_rest.translation import install_translations

    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    app = QApplication([PROGRAM])
    app.setApplicationName(PROGRAM)
    app.setApplicationDisplayName("Constructive Rest")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName(PROGRAM)
    install_translations(app)
    return app


def fail(sentence: str) -> int:
    """Say on stderr why and what to do."""
    sys.stderr.write(f"{PROGRAM}: {sentence}\n")
    return FAILED


def _stay(app: "QApplication", program: "Program") -> int:
    program.window.show()
    code = app.exec()
    program.close()
    return code


def _folder(text: str) -> Path:
    """An empty name, as a forgotten shell variable gives, would be the folder one stands in."""
    if not text:
        raise argparse.ArgumentTypeError("names no folder")
    return Path(text)


def _speed(text: str) -> float:
    try:
        speed = float(text)
    except ValueError:
        speed = math.nan
    if not 0 < speed <= MAX_SPEED:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number above 0, {MAX_SPEED:g} at most")
    return speed
