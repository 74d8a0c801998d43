"""What can stand in the way, said in one sentence a person can act on; and speaking at all."""

import sys
from collections.abc import Callable

INTERRUPTED = 130


class PreparationError(Exception):
    """Something expected stands in the way. str() is a sentence saying what to do."""


def say(sentence: str) -> None:
    """Tell the person one thing, on stderr: stdout belongs to the program that is started."""
    print(sentence, file=sys.stderr, flush=True)


def told(action: Callable[[], int]) -> int:
    """The exit code of `action`; what stood in its way is said and ends with 1, Ctrl-C with 130."""
    try:
        return action()
    except PreparationError as error:
        say(str(error))
        return 1
    except OSError as error:
        say(f"{error}. Mend that, and start again.")
        return 1
    except KeyboardInterrupt:
        say("Stopped. Start again at any time: what is unfinished will be finished.")
        return INTERRUPTED
