"""Large pools: each mentee keeps a short list, and a list that was too short to find him a mentor grows."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from pairs.matching.engine import solve_pool
from pairs.matching.goals import DEFAULT_GOALS, Goal
from pairs.matching.plan import Plan
from pairs.matching.pool import Pool
from pairs.matching.problem import Problem
from pairs.matching.solvers import Solver

WIDTH, CHANCE = 40, 5


class Narrowed(NamedTuple):
    """A plan that is optimal among `candidates` edges; `widened` mentees have longer lists than the others."""

    plan: Plan
    candidates: int
    widened: int


def solve_narrowed(
    problem: Problem, goals: Sequence[Goal] = DEFAULT_GOALS, *, width: int = WIDTH, chance: int = CHANCE, solver: Solver | None = None
) -> Narrowed:
    """Match on the `width` strongest edges of each mentee, `chance` more picked by hash, and the current pairs.

    As many mentees are matched as on all edges: the lists grow until nobody who could be matched stays alone.
    """
    pool = problem.pool
    rank = _ranks(pool, width, chance)
    length = np.full(pool.mentees, width + chance)
    while True:
        listed = (rank < length[pool.mentee]) | pool.current
        host, floor = solve_pool(pool.only(listed), goals, solver=solver)
        short = _to_widen(pool, host, listed)
        if not short.any():
            return Narrowed(problem.plan(host, floor), int(listed.sum()), int((length > width + chance).sum()))
        length[short] *= 2


def _ranks(pool: Pool, width: int, chance: int) -> np.ndarray:
    """The place of each edge on the list of its mentee, from 0: the strongest, then those of chance, then the rest by strength."""
    rank = _places(pool.mentee, pool.noise, -pool.score)
    by_chance = _places(pool.mentee, pool.noise, rank < width) < chance
    group = np.where(rank < width, 0, np.where(by_chance, 1, 2))
    return _places(pool.mentee, rank, group)


def _places(mentee: np.ndarray, *keys: np.ndarray) -> np.ndarray:
    """The place of each edge within its mentee, sorted by the last key first."""
    order = np.lexsort((*keys, mentee))
    counts = np.bincount(mentee)
    place = np.empty(len(mentee), np.int64)
    place[order] = np.arange(len(mentee)) - np.repeat(np.cumsum(counts) - counts, counts)
    return place


def _to_widen(pool: Pool, host: np.ndarray, listed: np.ndarray) -> np.ndarray:
    """Who gets a longer list: those who stay alone, and when their lists are whole, those who hold a place that an exchange could free."""
    cut = np.bincount(pool.mentee[~listed], minlength=pool.mentees) > 0
    alone = host < 0
    if (~alone).sum() == pool.places.sum() and not (alone & pool.priority).any():
        return np.zeros(pool.mentees, bool)
    if (alone & cut).any():
        return alone & cut
    reached = alone
    while True:
        wanted = np.zeros(pool.mentors + 1, bool)
        wanted[pool.mentor[reached[pool.mentee]]] = True
        further = reached | wanted[host]
        if (further == reached).all():
            return reached & cut
        reached = further
