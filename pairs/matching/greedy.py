"""What a person does with two stacks of questionnaires: the best pair first, then the next one. For comparison only.

When both sides rank by one common score this is also the stable matching.
"""

import numpy as np

from pairs.matching.plan import Plan
from pairs.matching.problem import Problem


def greedy(problem: Problem) -> Plan:
    """Never better than `solve` by number matched and total; equal scores are taken in the order of their hashes."""
    pool = problem.pool
    order = np.lexsort((pool.noise, -pool.score))
    left, host = pool.places.tolist(), [-1] * pool.mentees
    for mentee, mentor in zip(pool.mentee[order].tolist(), pool.mentor[order].tolist(), strict=True):
        if host[mentee] < 0 and left[mentor]:
            host[mentee] = mentor
            left[mentor] -= 1
    return problem.plan(np.array(host, dtype=np.int64))
