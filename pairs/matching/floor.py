"""The floor: the largest score that every pair can reach without loss in the goals that stand before it."""

from collections.abc import Callable, Sequence

import numpy as np

from pairs.matching.goals import Goal
from pairs.matching.outcome import outcome
from pairs.matching.pool import Pool


def find_floor(pool: Pool, goals: Sequence[Goal], assign: Callable) -> int | None:
    """Binary search over the scores that occur; `assign(pool, goals)` answers a host. None when nobody can be matched."""
    before = goals[: goals.index(Goal.FLOOR)]
    host = assign(pool, before)
    wanted, chosen = outcome(pool, host, before), pool.chosen(host)
    if not len(chosen):
        return None
    scores = np.unique(pool.score)
    low, high = _rank(scores, pool.score[chosen].min()), len(scores) - 1
    while low < high:
        middle = (low + high + 1) // 2
        strong = pool.only(pool.score >= scores[middle])
        host = assign(strong, before)
        if outcome(strong, host, before) == wanted:
            low = _rank(scores, strong.score[strong.chosen(host)].min())
        else:
            high = middle - 1
    return int(scores[low])


def _rank(scores: np.ndarray, score: int) -> int:
    return int(np.searchsorted(scores, score))
