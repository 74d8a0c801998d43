"""`export` and `import` on the command line."""

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from constructive_rest import paths
from constructive_rest.store.errors import StoreError
from constructive_rest.store.exchange import export_file, import_file
from constructive_rest.store.store import Store

DONE, FAILED = 0, 1


def exchange(command: str, file: Path, data_dir: Path | None) -> int:
    """Write the history to `file`, or merge `file` into it; tells on stdout what it did."""
    app = QCoreApplication.instance() or QCoreApplication([])
    try:
        sentence = _exchange(command, file, paths.data_dir(data_dir))
    except StoreError as problem:
        sys.stderr.write(f"constructive-rest: {problem.sentence}\n")
        return FAILED
    finally:
        del app
    sys.stdout.write(f"{sentence}\n")
    return DONE


def _exchange(command: str, file: Path, folder: Path) -> str:
    store = Store.open(folder / paths.HISTORY_FILE)
    try:
        return _export(store, file) if command == "export" else _import(store, file)
    finally:
        store.close()


def _export(store: Store, file: Path) -> str:
    count = export_file(store, file)
    sentence = QCoreApplication.translate("Exchange", "Rests written to {0}: {1}.")
    return sentence.format(file, count)


def _import(store: Store, file: Path) -> str:
    summary = import_file(store, file)
    return QCoreApplication.translate(
        "Exchange", "{0} new, {1} updated, {2} already there."
    ).format(summary.added, summary.updated, summary.unchanged)
