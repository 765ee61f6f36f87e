"""The goals in one int64 number for each arc, so that the cheapest flow is the plan that the order of goals asks for.

Two plans differ by simple cycles of the network, and a cycle passes each mentor, and the sink, at most once. So it is enough that
the weight of a goal exceeds what one cycle can gain in all later goals together; the sum over the whole plan may be larger.
That keeps the numbers small.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from pairs.matching.goals import Goal
from pairs.matching.pool import Pool

NOISE_BITS = 16


class OutOfRange(ArithmeticError):
    """A solver refused costs near its limit; smaller ones may do."""


class TooLarge(ValueError):
    """The goals do not fit into the numbers of the solver; the text is one sentence."""


@dataclass(frozen=True, eq=False)
class Costs:
    """What a unit of flow pays. The k-th pair of a mentor (his locked pairs come first) pays `step` · (2k - 1): together step · k²."""

    edge: np.ndarray  # int64[e]
    nobody: np.ndarray  # int64[n]: the mentee stays without a mentor
    step: int


def encode(pool: Pool, goals: Sequence[Goal], *, limit: int, tie_break: bool = True) -> Costs:
    """Costs of a pool with at least one edge, none above `limit`. Raises `TooLarge`.

    The tie-break gets the bits that are left over, and leaves two of them to the solver.
    """
    for bits in range(NOISE_BITS if tie_break else 0, -1, -1):
        weights, largest = _weights(pool, goals, bits)
        if largest <= (limit >> 2 if bits else limit):
            return _costs(pool, weights, bits)
    raise TooLarge(f"{pool.mentees} mentees and {pool.mentors} mentors are too many for these goals at once; name fewer goals.")


def _weights(pool: Pool, goals: Sequence[Goal], bits: int) -> tuple[dict[Goal, int], int]:
    """The weight of each goal, and the largest cost of an arc that comes of it."""
    swings, largest_arcs = _swings(pool), _largest_arcs(pool)
    weights = dict.fromkeys(Goal, 0)
    later = _passing(pool) * ((1 << bits) - 1)
    largest = (1 << bits) - 1
    for goal in reversed(goals):
        if largest_arcs[goal]:
            weights[goal] = later + 1
            later += weights[goal] * swings[goal]
            largest += weights[goal] * largest_arcs[goal]
    return weights, largest


def _passing(pool: Pool) -> int:
    """How many mentees a cycle can pass."""
    return min(pool.mentees, pool.mentors + 1)


def _swings(pool: Pool) -> dict[Goal, int]:
    """How much one cycle can change a goal."""
    top, bottom = int(pool.score.max()), int(pool.score.min())
    return {
        Goal.PRIORITY: 1,
        Goal.MATCHED: 1,
        Goal.TOTAL: _passing(pool) * (top - bottom) + 2 * top,
        Goal.LOAD: 2 * int((pool.places + pool.taken).max()),
        Goal.CLOSENESS: _passing(pool),
    }


def _largest_arcs(pool: Pool) -> dict[Goal, int]:
    """The largest cost of an arc for each goal; 0 when the goal cannot tell plans apart. The floor is kept by leaving edges out."""
    return {
        Goal.PRIORITY: int(pool.priority.any()),
        Goal.MATCHED: 1,
        Goal.FLOOR: 0,
        Goal.TOTAL: int(pool.score.max()),
        Goal.LOAD: 2 * int((pool.places + pool.taken).max()),
        Goal.CLOSENESS: int(pool.current.any()),
    }


def _costs(pool: Pool, weights: dict[Goal, int], bits: int) -> Costs:
    top = int(pool.score.max())
    edge = (top - pool.score) * weights[Goal.TOTAL]
    if weights[Goal.CLOSENESS]:
        edge += ~pool.current * np.int64(weights[Goal.CLOSENESS])
    if bits:
        edge += pool.noise >> np.uint32(32 - bits)
    always = weights[Goal.MATCHED] + top * weights[Goal.TOTAL] + weights[Goal.CLOSENESS]
    nobody = always + pool.priority * np.int64(weights[Goal.PRIORITY])
    return Costs(edge, nobody, weights[Goal.LOAD])
