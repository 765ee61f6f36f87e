"""Asks a program for many signatures at once and hears what came of each."""

import json
import math
import subprocess
import sys
from dataclasses import dataclass

from tests import database


@dataclass(frozen=True)
class Outcome:
    """What came of one approval: `signed`, `failed` as it was told to, `late` (the database did not let it wait longer),

    `doubled`, or the words of a fault nobody planned.
    """

    order: int
    outcome: str
    seconds: float


def sign_at_once(*, director: int, orders: list[list[int]], failing: set[int] = frozenset(), without_lock: bool = False) -> list[Outcome]:
    """Each list of `orders` is signed by a process of its own. `failing` ones fail when their number has been taken."""
    task = {"director": director, "orders": orders, "failing": sorted(failing), "without_lock": without_lock}
    program = [sys.executable, "-m", "tests.reports.signing.program"]
    environment = database.environment(DJANGO_SETTINGS_MODULE="mentoring.settings.test")
    answer = subprocess.run(
        program, cwd=database.ROOT, env=environment, input=json.dumps(task), stdout=subprocess.PIPE, text=True, check=True
    )
    return [Outcome(*row) for row in json.loads(answer.stdout)]


def percentile(values: list[float], share: float) -> float:
    """The smallest value that `share` of all do not exceed."""
    return sorted(values)[math.ceil(len(values) * share) - 1]
