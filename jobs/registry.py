"""Kinds of jobs: a name → a function that takes the job and returns its `StoredFile` or None.

A kind may run twice (a worker may die after the effect): the second run must do nothing new.
"""

from collections.abc import Callable

from accounts.permissions import Permission

RUNNERS: dict[str, Callable] = {}
REPEATERS: dict[str, tuple[Permission, ...]] = {}


def job_kind(name: str, *, repeated_by: tuple[Permission, ...] = ()):
    """Register a runner, in an app's `tasks` module. It runs inside the school's scope.

    `repeated_by`: what comes of the job is the school's, so whoever holds one of these repeats it when it has failed; else only who asked.
    """

    def register(function):
        if name in RUNNERS:
            message = f"Two runners are called {name}."
            raise ValueError(message)
        RUNNERS[name], REPEATERS[name] = function, repeated_by
        return function

    return register
