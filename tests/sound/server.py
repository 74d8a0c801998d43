"""A private sound server with one speaker, whose sound goes nowhere but into a recording."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Thread, Timer

import pytest

LONGEST_S = 60.0
LONGEST_SERVER_S = 600.0
SPEAKER = "heard"
MISSING = [tool for tool in ("pulseaudio", "parec", "pactl") if shutil.which(tool) is None]
needs_a_sound_server = [
    pytest.mark.skipif(
        sys.platform != "linux", reason="only Linux has a sound server that can be recorded"
    ),
    pytest.mark.skipif(
        bool(MISSING),
        reason=f"not installed: {', '.join(MISSING)} (Debian: pulseaudio pulseaudio-utils)",
    ),
]


@dataclass(frozen=True)
class Server:
    """A private sound server, and the environment in which programs find it."""

    environ: dict[str, str]

    def pactl(self, *words: str) -> str:
        done = subprocess.run(
            ["pactl", *words], env=self.environ, check=True, capture_output=True, text=True
        )
        return done.stdout.strip()


@contextmanager
def running(
    words: list[str],
    environ: dict[str, str],
    stderr: int | None = None,
    longest_s: float = LONGEST_S,
) -> Iterator[subprocess.Popen[bytes]]:
    """A process with pipes, ended on leaving, or early so that no test waits for it forever."""
    pipe = subprocess.PIPE
    with subprocess.Popen(words, env=environ, stdin=pipe, stdout=pipe, stderr=stderr) as process:
        watchdog = Timer(longest_s, process.kill)
        watchdog.start()
        try:
            yield process
        finally:
            watchdog.cancel()
            process.kill()


@contextmanager
def sound_server(home: Path) -> Iterator[Server]:
    """A server that lives in the folder `home`, and so does the speech that is asked from there."""
    socket = home / "native"
    environ = {
        **os.environ,
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(home),
        "PULSE_SERVER": f"unix:{socket}",
        "QT_AUDIO_BACKEND": "pulseaudio",
    }
    words = ["pulseaudio", "--daemonize=no", "--exit-idle-time=-1", "--system=false", "-n"]
    words += ["--log-level=info", "--log-target=stderr", "-L", "module-null-sink sink_name=heard"]
    words += ["-L", f"module-native-protocol-unix socket={socket}"]
    with running(words, environ, subprocess.PIPE, LONGEST_SERVER_S) as process:
        assert process.stderr is not None
        log = []
        for line in process.stderr:
            log.append(line.decode())
            if "startup complete" in log[-1]:
                break
        else:
            pytest.fail("the sound server did not start: " + "".join(log))
        Thread(target=process.stderr.read, daemon=True).start()
        yield Server(environ)
    _end_speech(home)


def _end_speech(home: Path) -> None:
    """The system's speech starts a server of its own, which outlives whoever asked for it."""
    pid = home / "speech-dispatcher" / "pid" / "speech-dispatcher.pid"
    if pid.is_file():
        with suppress(ProcessLookupError):
            os.kill(int(pid.read_text()), signal.SIGTERM)
