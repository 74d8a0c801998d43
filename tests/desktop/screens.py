"""A screen that is held on by nobody but the test, and an executor that does not wait."""

from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import ParamSpec, TypeVar

Result = TypeVar("Result")
Arguments = ParamSpec("Arguments")


class AtOnce(Executor):
    """Does its work in the calling thread."""

    def submit(
        self,
        fn: Callable[Arguments, Result],
        /,
        *args: Arguments.args,
        **kwargs: Arguments.kwargs,
    ) -> Future[Result]:
        done: Future[Result] = Future()
        done.set_result(fn(*args, **kwargs))
        return done


class Screen:
    """Tells what was asked of it; `willing` is whether it can be held."""

    def __init__(self) -> None:
        self.willing = True
        self.asked: list[str] = []

    def take_hold(self) -> "Held":
        self.asked.append("hold")
        return Held(self)


class Held:
    """A hold on the screen."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen

    @property
    def active(self) -> bool:
        return self._screen.willing

    def release(self) -> None:
        self._screen.asked.append("release")
