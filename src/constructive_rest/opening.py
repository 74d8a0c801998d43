"""Opens the program on a data folder, or says in one sentence why that cannot be done."""

from PySide6.QtCore import QCoreApplication

from constructive_rest import paths
from constructive_rest.compose import Options, Program
from constructive_rest.desktop.instance import CannotClaim, claim
from constructive_rest.fault_report import FaultReport
from constructive_rest.practice.table import ContentError
from constructive_rest.store.errors import StoreError


def open_program(options: Options) -> tuple[Program | None, str]:
    """The program, or None and the sentence that says why."""
    folder = paths.data_dir(options.data_dir)
    try:
        held = claim(folder)
        if held is None:
            return None, _already_open()
        program = Program(options)
    except (CannotClaim, StoreError) as problem:
        return None, problem.sentence
    except ContentError as problem:
        return None, str(problem)
    program.keep(held)
    FaultReport(folder, program.window.banner.tell).install()
    return program, ""


def _already_open() -> str:
    return QCoreApplication.translate(
        "Opening", "Constructive Rest is already open. Look for its window."
    )
