"""How a movement gathers and loses speed. Shares of time and of the way are 0–1."""


def in_out_cubic(share: float) -> float:
    """From rest to rest."""
    if share < 0.5:
        return 4.0 * share**3
    return 1.0 - 4.0 * (1.0 - share) ** 3


def out_cubic(share: float) -> float:
    """To rest, from something that moves already."""
    return 1.0 - (1.0 - share) ** 3
