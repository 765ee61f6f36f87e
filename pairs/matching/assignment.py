"""The fallback without OR-Tools: the assignment problem with a column for each place and one for staying alone (scipy).

`dense` is a shortest augmenting path of Jonker and Volgenant (linear_sum_assignment), `sparse` its variant LAPJVsp
(min_weight_full_bipartite_matching). Both count in floats, whose whole numbers are exact to 2⁵³.
"""

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

from pairs.matching.costs import Costs
from pairs.matching.places import single_places
from pairs.matching.pool import Pool

DENSE_CELLS = 25_000_000


def limit(pool: Pool) -> int:
    """The largest cost: a path adds as many of them as there are mentees."""
    return 2**52 // (pool.mentees + 1)


def fits_dense(pool: Pool) -> bool:
    return pool.mentees * (int(pool.places.sum()) + pool.mentees) <= DENSE_CELLS


def dense(pool: Pool, costs: Costs) -> np.ndarray:
    """The cheapest plan of a pool: int64[n], as `Pool` describes it."""
    from scipy.optimize import linear_sum_assignment  # noqa: PLC0415 - large, and a process that never matches does without it

    places = single_places(pool, costs)
    table = np.full((pool.mentees, pool.mentors), np.inf)
    table[pool.mentee, pool.mentor] = costs.edge
    alone = np.repeat(costs.nobody[:, None], pool.mentees, axis=1)
    _, column = linear_sum_assignment(np.hstack([table[:, places.mentor] + places.cost, alone]))
    return _host(places.mentor, column)


def sparse(pool: Pool, costs: Costs) -> np.ndarray:
    """The same for pools whose table would not fit into memory."""
    places = single_places(pool, costs)
    copies = pool.places[pool.mentor]
    edge = np.repeat(np.arange(len(pool.mentee)), copies)
    within = np.arange(len(edge)) - np.repeat(np.cumsum(copies) - copies, copies)
    place = (np.cumsum(pool.places) - pool.places)[pool.mentor[edge]] + within
    mentees = np.arange(pool.mentees)
    rows = np.concatenate([pool.mentee[edge], mentees])
    columns = np.concatenate([place, len(places.mentor) + mentees])
    weights = np.concatenate([costs.edge[edge] + places.cost[place], costs.nobody]) + 1.0  # a zero would not count as an edge
    table = csr_array((weights, (rows, columns)), shape=(pool.mentees, len(places.mentor) + pool.mentees))
    _, column = min_weight_full_bipartite_matching(table)
    return _host(places.mentor, column)


def _host(mentor: np.ndarray, column: np.ndarray) -> np.ndarray:
    """Columns behind the last place mean nobody."""
    return np.concatenate([mentor, np.full(len(column), -1)])[np.minimum(column, len(mentor))]
