"""A server that a test starts and ends, and that may tell where it is to be found."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

PATIENCE_S = 5


class Server:
    """A process that runs until it is closed, writing to `log`.

    `telling` is its option for a file descriptor to which it writes one line once it can be used;
    `told` is that line, empty where no option is given. Raises RuntimeError where it does not come.
    """

    def __init__(
        self, command: Sequence[str], environ: Mapping[str, str], log: Path, telling: str = ""
    ) -> None:
        self.told = ""
        hearing, saying = os.pipe()
        option = [f"{telling}={saying}"] if telling.startswith("--") else [telling, str(saying)]
        with log.open("wb") as file:
            self._process = subprocess.Popen(
                [*command, *(option if telling else [])],
                env=dict(environ),
                pass_fds=[saying] if telling else [],
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=file,
                start_new_session=True,
            )
        os.close(saying)
        with os.fdopen(hearing) as pipe:
            if telling:
                self.told = pipe.readline().strip()
        if telling and not self.told:
            self.close()
            raise RuntimeError(f"{command[0]} did not start: see {log}")

    def close(self) -> None:
        """End it."""
        self._process.terminate()
        try:
            self._process.wait(timeout=PATIENCE_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
