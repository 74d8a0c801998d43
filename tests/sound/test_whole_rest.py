"""A whole rest of the whole program, three times as fast, as it is heard from its speaker."""

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from tests.sound.listening import (
    FULL,
    RATE_HZ,
    STEP,
    Recording,
    Samples,
    hiss,
    likeness,
    onset,
    recording,
)
from tests.sound.server import needs_a_sound_server, sound_server

from constructive_rest.practice.turns import BELL_MS, PATIENCE_MS

ROOT = Path(__file__).parents[2]
SPEED, PACE, READY_S = 3, 50, 15
LATEST_S = 0.150
VOICE_BEGINS_S = 1.0
AT_ONCE_S = 0.010
LOUD_HISS = 0.001
A_VOICE, NO_VOICE = 0.05, 0.03
"""The share of 5 ms steps that hiss where a voice speaks and where none does; a busy computer
crackles now and then."""
BELLS = ["begin", "phase", "phase", "phase", "phase", "phase", "end"]
pytestmark = [
    *needs_a_sound_server,
    pytest.mark.skipif(
        shutil.which("speech-dispatcher") is None
        or not list(Path("/usr").glob("lib*/speech-dispatcher-modules/sd_espeak-ng")),
        reason="no voice: speech-dispatcher or eSpeak NG is not installed",
    ),
]


@dataclass(frozen=True)
class Moment:
    """What the program told: what happened, its text, and when by the monotonic clock."""

    what: str
    text: str
    at_s: float


@dataclass(frozen=True)
class Rest:
    """What was told of a rest, and what was heard of it."""

    told: list[Moment]
    heard: Recording
    sound: Samples
    hiss: Samples

    def of(self, what: str) -> list[Moment]:
        return [moment for moment in self.told if moment.what == what]

    def hissing(self, start_s: float, end_s: float) -> float:
        """The share of the time between two moments in which there is a voice's hiss."""
        first, last = (self.heard.index(at_s) // STEP for at_s in (start_s, end_s))
        return float(np.mean(self.hiss[first:last] > LOUD_HISS))


@pytest.fixture(scope="module")
def rest(tmp_path_factory: pytest.TempPathFactory) -> Rest:
    home = tmp_path_factory.mktemp("whole")
    words = [sys.executable, "-m", "tests.sound.rester", str(home / "data")]
    words += [str(SPEED), str(PACE), str(READY_S)]
    with sound_server(home) as server, recording(server) as heard:
        environ = {**server.environ, "QT_QPA_PLATFORM": "offscreen"}
        done = subprocess.run(
            words, env=environ, cwd=ROOT, stdout=subprocess.PIPE, timeout=240, check=True
        )
    told = [Moment(**json.loads(line)) for line in done.stdout.splitlines()]
    sound = heard.samples()
    return Rest(told, heard, sound, hiss(sound))


def test_every_bell_is_heard_when_it_is_due_and_for_what_it_is(rest: Rest) -> None:
    assert [bell.text for bell in rest.of("bell due")] == BELLS
    for bell in rest.of("bell due"):
        due = rest.heard.index(bell.at_s)
        heard = onset(rest.sound, due - RATE_HZ // 4, due + RATE_HZ)
        assert heard is not None, f"{bell.text} was not heard"
        assert abs(heard - due) / RATE_HZ < LATEST_S, f"{bell.text} at {bell.at_s}"
        like = likeness(rest.sound[heard : heard + RATE_HZ])
        assert max(like, key=lambda name: like[name]) == bell.text, like
        assert like[bell.text] > 0.6, like


def test_no_sample_is_clipped(rest: Rest) -> None:
    assert np.max(np.abs(rest.sound)) < FULL


def test_nothing_sounds_while_a_bell_does(rest: Rest) -> None:
    lines = list(zip(rest.of("spoken"), rest.of("voice ended"), strict=True))
    for bell in rest.of("rung"):
        end_s = bell.at_s + BELL_MS / 1000
        assert rest.hissing(bell.at_s, end_s) < NO_VOICE, f"a voice beside {bell}"
        for line, ended in lines:
            assert ended.at_s <= bell.at_s or line.at_s >= end_s - AT_ONCE_S, (
                f"{line} beside {bell}"
            )


def test_a_line_begins_only_when_the_one_before_has_ended(rest: Rest) -> None:
    lines = list(zip(rest.of("spoken"), rest.of("voice ended"), strict=True))
    assert all(
        ended.at_s <= following.at_s + AT_ONCE_S
        for (_line, ended), (following, _end) in pairwise(lines)
    )


def test_a_voice_is_heard_for_every_line_and_none_is_late(rest: Rest) -> None:
    due = {moment.text: moment.at_s for moment in rest.of("cue due")}
    spoken = rest.of("spoken")
    assert len(spoken) >= 10
    for line, ended in zip(spoken, rest.of("voice ended"), strict=True):
        first = rest.heard.index(line.at_s)
        heard = onset(rest.sound, first, first + 2 * RATE_HZ)
        assert heard is not None, f"{line} was not heard"
        assert (heard - first) / RATE_HZ < VOICE_BEGINS_S
        assert rest.hissing(line.at_s, ended.at_s) > A_VOICE, f"no voice in {line}"
        assert line.at_s - due[line.text] < PATIENCE_MS / 1000 + 0.1


def test_each_phase_is_opened_by_its_first_cue(rest: Rest) -> None:
    spoken = {line.text for line in rest.of("spoken")}
    firsts = [
        next(cue.text for cue in rest.of("cue due") if cue.at_s > bell.at_s)
        for bell in rest.of("bell due")[:-1]
    ]
    assert set(firsts) <= spoken
