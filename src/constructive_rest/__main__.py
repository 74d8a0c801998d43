"""`python -m constructive_rest`."""

from constructive_rest.main import run

if __name__ == "__main__":
    run()
