"""Start the program, or run its tests, from a fresh checkout: one command, nothing before it.

    python3 packaging/bootstrap.py [--yes] run [ARGS...]
    python3 packaging/bootstrap.py [--yes] test [ARGS...]

This file keeps to the syntax of very old Pythons, so that they too can say which one is needed.
"""

import os
import sys

if sys.version_info < (3, 11):  # noqa: UP036 - the one place that meets a Python too old
    sys.exit(
        "Python 3.11 or newer is needed; this is Python "
        + ".".join([str(part) for part in sys.version_info[:3]])
        + ". Install a newer one from your system's packages or from python.org, and start "
        + os.path.basename(sys.argv[0])  # noqa: PTH119 - pathlib is younger than these Pythons
        + " with that."
    )

if __name__ == "__main__":
    from preparing.commands import main

    sys.exit(main(sys.argv[1:]))
