import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

import develop
from preparing.checkout import Checkout, this_checkout
from preparing.stages import CHECKS, Stage

ROOT = this_checkout().root


class Recorder:
    """Remembers commands, relative to the environment's programs, and ends as it is told."""

    def __init__(self) -> None:
        self.commands: list[list[str]] = []
        self.folders: list[Path] = []
        self.prepared: list[bool] = []
        self.codes: dict[str, int] = {}

    def run(
        self, command: list[str | Path], *, cwd: Path, check: bool
    ) -> subprocess.CompletedProcess[bytes]:
        assert not check
        program, *rest = map(str, command)
        self.commands.append([Path(program).stem, *rest])
        self.folders.append(cwd)
        return subprocess.CompletedProcess(rest, self.codes.get(" ".join(rest), 0))

    def prepare(self, _: Checkout, *, tests: bool) -> None:
        self.prepared.append(tests)


@pytest.fixture
def recorder(monkeypatch: pytest.MonkeyPatch) -> Recorder:
    record = Recorder()
    monkeypatch.setattr(subprocess, "run", record.run)
    monkeypatch.setattr(develop, "prepare", record.prepare)
    return record


def test_nothing_or_nonsense_gets_the_list(capsys: pytest.CaptureFixture[str]) -> None:
    for words in ([], ["dance"]):
        assert develop.main(words) == 2
        said = capsys.readouterr().err
        assert all(f"  {name} " in said for name in develop.HABITS)


def test_every_habit_says_what_it_does() -> None:
    assert "None" not in develop.usage()
    assert len(develop.usage().splitlines()) == 1 + len(develop.HABITS)


def test_check_runs_the_same_stages_as_a_full_test(
    recorder: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[Stage] = []

    def run_stages(_: Checkout, stages: Iterable[Stage]) -> int:
        ran.extend(stages)
        return 1

    monkeypatch.setattr(develop, "run_stages", run_stages)
    assert develop.main(["check"]) == 1
    assert ran == list(CHECKS)
    assert recorder.prepared == [True]


def test_format_mends_and_tells_what_it_could_not(recorder: Recorder) -> None:
    assert develop.main(["format"]) == 0
    assert recorder.commands == [
        ["python", "-m", "ruff", "check", "--fix"],
        ["python", "-m", "ruff", "format"],
    ]
    recorder.codes = {"-m ruff check --fix": 1}
    assert develop.main(["format"]) == 1


def test_benchmark_runs_the_folder_with_its_arguments(recorder: Recorder) -> None:
    develop.main(["benchmark", "--quick"])
    assert recorder.commands == [["python", "tests/benchmarks", "--quick"]]
    assert recorder.folders == [ROOT]


def test_screenshots_go_where_one_says(
    recorder: Recorder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    develop.main(["screenshots"])
    develop.main(["screenshots", str(tmp_path)])
    before, after = recorder.commands
    assert before == ["python", "-m", "constructive_rest", "screenshots", before[-1]]
    assert before[-1] == str(ROOT / "build" / "screenshots")
    assert after[-1] == str(tmp_path.resolve())
    assert str(tmp_path) in capsys.readouterr().err


def test_package_builds_the_wheel(recorder: Recorder) -> None:
    develop.main(["package"])
    assert recorder.commands == [
        ["python", "-m", "hatchling", "build", "--target", "wheel", "--directory", "dist"]
    ]


def test_lock_needs_no_environment(recorder: Recorder, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[list[str]] = []
    monkeypatch.setattr(develop, "renew_locks", lambda _, arguments: given.append(arguments))
    assert develop.main(["lock", "--upgrade"]) == 0
    assert given == [["--upgrade"]]
    assert recorder.prepared == []


def test_translations_are_collected_and_compiled(recorder: Recorder, checkout: Checkout) -> None:
    folder = checkout.root / "resources" / "translations"
    folder.mkdir(parents=True)
    (folder / "constructive-rest_en.ts").touch()
    (checkout.root / "src").mkdir()
    (checkout.root / "src" / "page.py").touch()
    assert develop.translations(checkout, ["de"]) == 0
    german, english, compiled = recorder.commands
    de, en = (str(folder / f"constructive-rest_{name}.ts") for name in ("de", "en"))
    source = str(checkout.root / "src" / "page.py")
    assert german == ["pyside6-lupdate", source, "-ts", de]
    assert english == ["pyside6-lupdate", source, "-pluralonly", "-ts", en]
    assert compiled == ["pyside6-lrelease", de, en]


def test_failing_to_collect_ends_there(recorder: Recorder, checkout: Checkout) -> None:
    text = checkout.root / "resources" / "translations" / "constructive-rest_de.ts"
    recorder.codes = {f"-ts {text}": 3}
    assert develop.translations(checkout, ["de"]) == 3
    assert len(recorder.commands) == 1
