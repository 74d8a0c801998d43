"""What a person set in the system's print dialog."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PrintJob:
    """`paper` is "A4" or "Letter", whichever is nearer; the pages shrink to `page`, millimetres.

    `duplex` is a value of QPrinter.DuplexMode; `file` is set where it is printed to a file.
    """

    printer: str
    paper: str
    page: tuple[float, float]
    copies: int = 1
    collate: bool = True
    duplex: int = 0
    colour: bool = True
    file: str = ""
