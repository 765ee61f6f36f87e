"""The residual graph of a plan, folded to the mentors and the sink: an arc is the cheapest way to move one unit between two of them."""

from typing import NamedTuple

import numpy as np

from pairs.matching.costs import Costs
from pairs.matching.pool import Pool

FAR = np.int64(2**62)


class Arcs(NamedTuple):
    """Sorted by tail and head, one for each two nodes. Node m is the sink: who is there has no mentor."""

    tail: np.ndarray  # int64[a]
    head: np.ndarray  # int64[a]
    cost: np.ndarray  # int64[a]
    mover: np.ndarray  # int64[a], the mentee who moves, -1 when a place is taken or freed
    edge: np.ndarray  # int64[a], his edge at the head, -1 for nobody


class NotOptimal(ValueError):
    """The plan can be improved by the goals given, so it has no prices."""


def residual_arcs(pool: Pool, costs: Costs, host: np.ndarray, held: np.ndarray, usable: np.ndarray) -> Arcs:
    """`held` is what each mentee pays now, `usable` a mask of the edges that mentees may move along."""
    sink = pool.mentors
    at = np.where(host < 0, sink, host)
    edges, everybody = np.flatnonzero(usable), np.arange(pool.mentees)
    mover = np.concatenate([pool.mentee[edges], everybody])
    places = _places(pool, costs, host)
    return _cheapest(
        tail=np.concatenate([at[mover], places[0]]),
        head=np.concatenate([pool.mentor[edges], np.full(pool.mentees, sink), places[1]]),
        cost=np.concatenate([np.concatenate([costs.edge[edges], costs.nobody]) - held[mover], places[2]]),
        mover=np.concatenate([mover, np.full(len(places[0]), -1)]),
        edge=np.concatenate([edges, np.full(pool.mentees + len(places[0]), -1)]),
    )


def _places(pool: Pool, costs: Costs, host: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """A free place can be taken, a place in use can be freed: tail, head, cost."""
    used = np.bincount(host[host >= 0], minlength=pool.mentors)
    free, busy = np.flatnonzero(used < pool.places), np.flatnonzero(used)
    load = used + pool.taken
    tail = np.concatenate([free, np.full(len(busy), pool.mentors)])
    head = np.concatenate([np.full(len(free), pool.mentors), busy])
    return tail, head, np.concatenate([costs.step * (2 * load[free] + 1), -costs.step * (2 * load[busy] - 1)])


def _cheapest(**arrays: np.ndarray) -> Arcs:
    apart = np.flatnonzero(arrays["tail"] != arrays["head"])
    arcs = Arcs(**{name: array[apart] for name, array in arrays.items()})
    order = np.lexsort((arcs.mover, arcs.cost, arcs.head, arcs.tail))
    tail, head = arcs.tail[order], arcs.head[order]
    first = np.ones(len(order), bool)
    first[1:] = (tail[1:] != tail[:-1]) | (head[1:] != head[:-1])
    return Arcs(*(array[order[first]] for array in arcs))


def distances_to(target: int, nodes: int, arcs: Arcs, start: int) -> tuple[np.ndarray, np.ndarray]:
    """Cost of the cheapest way from every node to `target`, where it begins with `start`, and the arc that each way takes first (-1: none).

    Bellman–Ford, all nodes at once; a way that costs the same and is longer is not taken. Raises `NotOptimal` at a cycle that gains.
    """
    distance, first_arc = np.full(nodes, FAR), np.full(nodes, -1)
    distance[target] = start
    if not len(arcs.tail):
        return distance, first_arc
    starts = np.flatnonzero(np.diff(arcs.tail, prepend=-1))
    tails, counts = arcs.tail[starts], np.diff(starts, append=len(arcs.tail))
    for _round in range(nodes + 1):
        onward = distance[arcs.head]
        ways = np.where(onward == FAR, FAR, arcs.cost + onward)
        best = np.minimum.reduceat(ways, starts)
        better = best < distance[tails]
        if not better.any():
            return distance, first_arc
        hits = np.flatnonzero(ways == np.repeat(np.where(better, best, -FAR), counts))[::-1]
        first_arc[arcs.tail[hits]] = hits
        distance[tails[better]] = best[better]
    raise NotOptimal("This plan can be improved by these goals; match again before asking for prices.")
