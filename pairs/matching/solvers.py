"""Which solver works: all of them find the same optimum."""

from collections.abc import Callable
from typing import NamedTuple

from pairs.matching import assignment, flow
from pairs.matching.pool import Pool


class Solver(NamedTuple):
    """`assign(pool, costs)` answers a host; `limit(pool)` is the largest cost that it adds up exactly."""

    name: str
    assign: Callable
    limit: Callable


FLOW = Solver("flow", flow.assign, flow.limit)
DENSE = Solver("dense", assignment.dense, assignment.limit)
SPARSE = Solver("sparse", assignment.sparse, assignment.limit)


def choose(pool: Pool) -> Solver:
    """The quickest of those that are installed."""
    if flow.available():
        return FLOW
    return DENSE if assignment.fits_dense(pool) else SPARSE
