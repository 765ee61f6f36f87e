"""Kinds of jobs: a name → a function that takes the job and returns its `StoredFile` or None.

A kind may run twice (a worker may die after the effect): the second run must do nothing new.
"""

from collections.abc import Callable

RUNNERS: dict[str, Callable] = {}


def job_kind(name: str):
    """Register a runner, in an app's `tasks` module. It runs inside the school's scope."""

    def register(function):
        if name in RUNNERS:
            message = f"Two runners are called {name}."
            raise ValueError(message)
        RUNNERS[name] = function
        return function

    return register
