"""Printed guides to look into, each made once."""

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from tests.drawing.paper.samples import whole

from constructive_rest.drawing.paper.output import make_pdf
from constructive_rest.drawing.typefaces import load_fonts
from constructive_rest.practice.setup import Arms, HeadSupport, Legs, Setup

TOOLS = ("pdftotext", "pdffonts", "pdfimages", "pdfinfo", "pdftoppm")
GUIDES = {
    "oak": ("Letter", Setup(Arms.CHEST, Legs.BELT, HeadSupport.TOWEL)),
    "reed": ("A4", Setup(legs=Legs.SIDE)),
}
"""By body the guide of most bytes, and one whose pages hold the fewest words."""


@dataclass(frozen=True)
class Printed:
    """A guide on disk, and what the tools of poppler say of it."""

    file: Path
    body: str
    setup: Setup
    paper: str

    def ask(self, tool: str, *arguments: str) -> str:
        """What `tool` says; the arguments before a lone "-" come before the file."""
        before, after = list(arguments), []
        if "-" in before:
            before.remove("-")
            after.append("-")
        run = subprocess.run(
            [tool, *before, self.file, *after], capture_output=True, check=True, encoding="utf-8"
        )
        assert run.stderr == ""
        return run.stdout

    def text(self, *arguments: str) -> str:
        return self.ask("pdftotext", *arguments, "-")


@pytest.fixture(scope="session")
def printed(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Printed]:
    """The guide of a body, on its paper, with its choices."""
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if missing:
        pytest.skip(f"needs {', '.join(missing)} of poppler-utils")
    load_fonts()
    folder = tmp_path_factory.mktemp("printed")

    @cache
    def made(body: str) -> Printed:
        file = folder / f"{body}.pdf"
        paper, setup = GUIDES[body]
        file.write_bytes(make_pdf(whole(body, setup), paper, lambda _share: None))
        return Printed(file, body, setup, paper)

    return made
