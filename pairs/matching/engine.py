"""The run: floor → parts → solver → plan."""

from collections.abc import Sequence
from functools import partial

import numpy as np

from pairs.matching.components import split
from pairs.matching.costs import OutOfRange, encode
from pairs.matching.floor import find_floor
from pairs.matching.goals import DEFAULT_GOALS, Goal, check_goals
from pairs.matching.instance import Instance
from pairs.matching.plan import Plan
from pairs.matching.pool import Pool
from pairs.matching.problem import Problem, prepare
from pairs.matching.solvers import Solver, choose


def match(instance: Instance, goals: Sequence[Goal] = DEFAULT_GOALS, *, solver: Solver | None = None) -> Plan:
    """The best plan of an instance. Raises `BadInstance`, `BadGoals`, `TooLarge`."""
    return solve(prepare(instance), goals, solver=solver)


def solve(problem: Problem, goals: Sequence[Goal] = DEFAULT_GOALS, *, solver: Solver | None = None) -> Plan:
    """The best plan of a prepared problem. Raises `BadGoals`, `TooLarge`."""
    host, floor = solve_pool(problem.pool, goals, solver=solver)
    return problem.plan(host, floor)


def solve_pool(pool: Pool, goals: Sequence[Goal], *, solver: Solver | None = None) -> tuple[np.ndarray, int | None]:
    """The same in numbers: the host, as `Pool` describes it, and the floor."""
    check_goals(goals)
    floor = None
    if Goal.FLOOR in goals:
        floor = find_floor(pool, goals, partial(assign, solver=solver, tie_break=False))
        pool = pool if floor is None else pool.only(pool.score >= floor)
    return assign(pool, goals, solver=solver), floor


def assign(pool: Pool, goals: Sequence[Goal], *, solver: Solver | None = None, tie_break: bool = True) -> np.ndarray:
    """The best host by all goals but the floor. Without a solver the quickest of those installed works."""
    host = np.full(pool.mentees, -1)
    for part in split(pool):
        found = _assign_part(part.pool, goals, solver or choose(part.pool), tie_break=tie_break)
        host[part.mentees] = np.where(found < 0, -1, part.mentors[found])
    return host


def _assign_part(pool: Pool, goals: Sequence[Goal], solver: Solver, *, tie_break: bool) -> np.ndarray:
    limit = solver.limit(pool)
    while True:
        costs = encode(pool, goals, limit=limit, tie_break=tie_break)
        try:
            return solver.assign(pool, costs)
        except OutOfRange:
            limit = int(costs.nobody.max()) >> 1
