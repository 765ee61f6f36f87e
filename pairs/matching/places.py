"""The places of mentors as arcs to the sink: one arc for all of them, or one for each when load costs."""

from typing import NamedTuple

import numpy as np

from pairs.matching.costs import Costs
from pairs.matching.pool import Pool


class Places(NamedTuple):
    mentor: np.ndarray  # int32[a]
    width: np.ndarray  # int64[a], how many mentees fit
    cost: np.ndarray  # int64[a]


def arcs_of_places(pool: Pool, costs: Costs) -> Places:
    if costs.step:
        return single_places(pool, costs)
    return Places(np.arange(pool.mentors, dtype=np.int32), pool.places, np.zeros(pool.mentors, np.int64))


def single_places(pool: Pool, costs: Costs) -> Places:
    """Each place alone, the cheap ones of a mentor first."""
    mentor = np.repeat(np.arange(pool.mentors, dtype=np.int32), pool.places)
    first = np.repeat(np.cumsum(pool.places) - pool.places, pool.places)
    rank = pool.taken[mentor] + np.arange(len(mentor)) - first + 1
    return Places(mentor, np.ones(len(mentor), np.int64), costs.step * (2 * rank - 1))
