"""The file on disk: whole or not at all; and what goes to a printer."""

import errno
import os
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinterInfo
from tests.drawing.paper.samples import SMALL

from constructive_rest.drawing.paper import worker
from constructive_rest.drawing.paper.job import PrintJob
from constructive_rest.drawing.paper.order import Answer, Fault, Order
from constructive_rest.drawing.paper.output import PrinterError, make_pdf, save, send
from constructive_rest.drawing.typefaces import load_fonts
from constructive_rest.figure.reading import PoseError

TO_FILE = PrintJob("", "A4", (210.0, 297.0), file="guide.pdf")


@pytest.fixture(autouse=True)
def fonts(qapp: object) -> None:
    load_fonts()


def hush(_share: float) -> None:
    """Nobody wants to know how far it is."""


def test_progress_is_told_after_every_picture() -> None:
    told: list[float] = []
    make_pdf(SMALL, "A4", told.append)
    assert told == pytest.approx([1 / 3, 2 / 3, 1.0])


def test_saving_puts_the_whole_in_place(tmp_path: Path) -> None:
    file = tmp_path / "guide.pdf"
    file.write_bytes(b"old")
    save(file, b"new and whole")
    assert file.read_bytes() == b"new and whole"
    assert list(tmp_path.iterdir()) == [file]


def test_a_full_disk_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "guide.pdf"
    file.write_bytes(b"old")

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        save(file, b"new")
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def carried_out(path: Path) -> Answer:
    return worker.carry_out(Order(SMALL, "A4", str(path)), hush)


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages need not be drawn to see where they go."""
    monkeypatch.setattr(worker, "make_pdf", lambda *_: b"%PDF")


@pytest.mark.usefixtures("drawn")
class TestFaults:
    def test_all_is_well(self, tmp_path: Path) -> None:
        assert carried_out(tmp_path / "guide.pdf") == Answer(1.0, done=True)
        assert (tmp_path / "guide.pdf").read_bytes() == b"%PDF"

    def test_a_folder_that_is_not_there(self, tmp_path: Path) -> None:
        assert carried_out(tmp_path / "gone" / "guide.pdf").fault is Fault.NO_PLACE

    def test_a_folder_where_the_file_should_be(self, tmp_path: Path) -> None:
        (tmp_path / "guide.pdf").mkdir()
        assert carried_out(tmp_path / "guide.pdf").fault in (Fault.NO_PLACE, Fault.NOT_ALLOWED)
        assert [path.name for path in tmp_path.iterdir()] == ["guide.pdf"]

    @pytest.mark.parametrize(
        ("number", "fault"),
        [
            (errno.ENOSPC, Fault.NO_SPACE),
            (errno.EDQUOT, Fault.NO_SPACE),
            (errno.EACCES, Fault.NOT_ALLOWED),
            (errno.EROFS, Fault.NOT_ALLOWED),
            (errno.ENOTDIR, Fault.NO_PLACE),
        ],
    )
    def test_what_the_system_says(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, fault: Fault
    ) -> None:
        def refuse(*_: object) -> None:
            raise OSError(number, os.strerror(number))

        monkeypatch.setattr(worker, "save", refuse)
        answer = carried_out(tmp_path / "guide.pdf")
        assert (answer.fault, answer.detail) == (fault, os.strerror(number))

    @pytest.mark.parametrize(
        "damage",
        [
            PoseError("side.toml", "view", "torn"),
            KeyError("nobody"),
            FileNotFoundError(errno.ENOENT, "No such file", "side.toml"),
        ],
    )
    def test_a_picture_that_cannot_be_drawn(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: Exception
    ) -> None:
        def torn(*_: object) -> bytes:
            raise damage

        monkeypatch.setattr(worker, "make_pdf", torn)
        assert carried_out(tmp_path / "guide.pdf").fault is Fault.DRAWING
        assert list(tmp_path.iterdir()) == []


def test_a_printer_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Other"])
    job = PrintJob("Laser", "A4", (210.0, 297.0))
    with pytest.raises(PrinterError, match="Laser"):
        send(job, SMALL, hush)
    assert worker.carry_out(Order(SMALL, job=job), hush) == Answer(
        fault=Fault.PRINTER, detail="Laser"
    )


@pytest.mark.parametrize("page", [(210.0, 297.0), (148.0, 210.0)], ids=["A4", "A5"])
def test_printing_to_a_file_draws_both_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: tuple[float, float]
) -> None:
    monkeypatch.chdir(tmp_path)
    told: list[float] = []
    job = PrintJob("", "A4", page, file="guide.pdf")
    send(job, SMALL, told.append)
    content = (tmp_path / "guide.pdf").read_bytes()
    assert content.startswith(b"%PDF")
    assert content.count(b"/Type /Page\n") + content.count(b"/Type /Page ") == 2
    assert b"/Subtype /Image" not in content
    assert told[-1] == 1.0


def test_the_names_of_the_printers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Laser", "Ink"])
    assert worker.printers() == ["Laser", "Ink"]
