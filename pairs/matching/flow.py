"""The main solver: min-cost flow by cost scaling (Goldberg, Tarjan), OR-Tools' SimpleMinCostFlow.

mentee → mentor (1) → sink (places), and mentee → sink (1) for those who stay alone.
"""

import numpy as np

try:
    from ortools.graph.python import min_cost_flow
except ImportError:  # the fallback of assignment.py finds the same optimum
    min_cost_flow = None

from pairs.matching.costs import Costs, OutOfRange
from pairs.matching.places import arcs_of_places
from pairs.matching.pool import Pool


def available() -> bool:
    return min_cost_flow is not None


def limit(pool: Pool) -> int:
    """The largest cost: the solver multiplies it by the number of nodes and keeps a bit of int64."""
    return 2**62 // (pool.mentees + pool.mentors + 5)


def assign(pool: Pool, costs: Costs) -> np.ndarray:
    """The cheapest plan of a pool: int64[n], as `Pool` describes it.

    Raises `OutOfRange` when the prices that the solver keeps at the nodes outgrow int64, which may happen near the limit.
    """
    mentees, sink = pool.mentees, pool.mentees + pool.mentors
    places = arcs_of_places(pool, costs)
    network = min_cost_flow.SimpleMinCostFlow()
    network.add_arcs_with_capacity_and_unit_cost(
        np.concatenate([pool.mentee, np.arange(mentees, dtype=np.int32), places.mentor + np.int32(mentees)]),
        np.concatenate([pool.mentor + np.int32(mentees), np.full(mentees + len(places.mentor), sink, np.int32)]),
        np.concatenate([np.ones(len(pool.mentee) + mentees, np.int64), places.width]),
        np.concatenate([costs.edge, costs.nobody, places.cost]),
    )
    supplies = np.zeros(sink + 1, np.int64)
    supplies[:mentees], supplies[sink] = 1, -mentees
    network.set_nodes_supplies(np.arange(sink + 1, dtype=np.int32), supplies)
    status = network.solve()
    if status == network.BAD_COST_RANGE:
        raise OutOfRange
    if status != network.OPTIMAL:
        message = f"The flow ended with {status}."
        raise RuntimeError(message)
    used = np.flatnonzero(network.flows(np.arange(len(pool.mentee), dtype=np.int32)))
    host = np.full(mentees, -1)
    host[pool.mentee[used]] = pool.mentor[used]
    return host
