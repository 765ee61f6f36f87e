"""What a plan is worth, goal by goal: of two plans the better one has the larger tuple."""

from collections.abc import Sequence

import numpy as np

from pairs.matching.goals import Goal
from pairs.matching.pool import Pool


def outcome(pool: Pool, host: np.ndarray, goals: Sequence[Goal]) -> tuple[int, ...]:
    """One number for each goal in its order, the more the better. Locked pairs count in the load only: they are in every plan."""
    matched, chosen = host >= 0, pool.chosen(host)
    scores = pool.score[chosen]
    loads = pool.taken + np.bincount(host[matched], minlength=pool.mentors)
    values = {
        Goal.PRIORITY: (matched & pool.priority).sum(),
        Goal.MATCHED: matched.sum(),
        Goal.FLOOR: scores.min(initial=1001),
        Goal.TOTAL: scores.sum(),
        Goal.LOAD: -(loads**2).sum(),
        Goal.CLOSENESS: pool.current[chosen].sum(),
    }
    return tuple(int(values[goal]) for goal in goals)
