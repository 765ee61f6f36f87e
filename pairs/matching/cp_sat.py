"""A part with couplings as a program in whole numbers: OR-Tools' CP-SAT, one goal after the other."""

from collections.abc import Sequence

import numpy as np
from ortools.sat.python import cp_model

from pairs.matching.costs import TooLarge
from pairs.matching.goals import Goal
from pairs.matching.pool import Pool

MOST_MENTEES = 300  # above it CP-SAT's minutes and gigabytes grow out of a school's computer


def assign_whole(
    pool: Pool, host: np.ndarray, groups: Sequence[np.ndarray], least: np.ndarray, goals: Sequence[Goal], *, effort: float, tie_break: bool
) -> tuple[np.ndarray, int]:
    """A host, and how much better the first goal that was not proven could be; begins from the flow's `host`. Raises `TooLarge`.

    The same question gets the same answer: one thread, a fixed seed, an effort that is counted and not timed.
    """
    if pool.mentees > MOST_MENTEES:
        raise TooLarge(f"{pool.mentees} mentees hang together through groups; at most {MOST_MENTEES} can be matched so. Name fewer groups.")
    model = cp_model.CpModel()
    chosen = [model.new_bool_var("") for _edge in pool.mentee]
    loads = _rules(model, pool, chosen, least)
    _bind(model, pool, chosen, groups)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 1
    solver.parameters.linearization_level = 2  # halves the time of the largest parts
    solver.parameters.max_deterministic_time = effort
    wishes = [_worth(model, goal, pool, chosen, loads) for goal in goals if goal is not Goal.FLOOR]
    tie = [-cp_model.LinearExpr.weighted_sum(chosen, pool.noise.tolist())] if tie_break else []
    start = _repair(pool, host, groups, least)
    for edge, one in enumerate(chosen):
        model.add_hint(one, start[pool.mentee[edge]] == pool.mentor[edge])
    gap = _solve_in_order(model, solver, chosen, wishes, tie)
    used = np.array([solver.boolean_value(one) for one in chosen])
    host = np.full(pool.mentees, -1)
    host[pool.mentee[used]] = pool.mentor[used]
    return host, gap


def _repair(pool: Pool, host: np.ndarray, groups: Sequence[np.ndarray], least: np.ndarray) -> np.ndarray:
    """The flow's plan without what breaks the couplings: weak, but a plan to begin with."""
    start = host.copy()
    while True:
        load = pool.taken + np.bincount(start[start >= 0], minlength=pool.mentors)
        start[(load < least)[start] & (start >= 0)] = -1
        split = [group for group in groups if len(set(start[group].tolist())) > 1]
        if not split:
            return start
        start[np.concatenate(split)] = -1


def _rules(model, pool: Pool, chosen: list, least: np.ndarray) -> list:
    """Each mentee at most once; each mentor nobody or between the least group and the places. Returns the loads without locked pairs."""
    for mentee in range(pool.mentees):
        model.add_at_most_one(chosen[edge] for edge in np.flatnonzero(pool.mentee == mentee))
    loads = []
    for mentor in range(pool.mentors):
        own = [chosen[edge] for edge in np.flatnonzero(pool.mentor == mentor)]
        places, missing = int(pool.places[mentor]), int(least[mentor] - pool.taken[mentor])
        load = model.new_int_var(0, places, "")
        model.add(load == sum(own))
        if missing > 0 and pool.taken[mentor]:
            model.add(load >= missing)
        elif missing > 0:
            works = model.new_bool_var("")
            model.add(load >= missing).only_enforce_if(works)
            for one in own:  # closer to the answer than «no load» when the numbers are relaxed
                model.add_implication(one, works)
        loads.append(load)
    return loads


def _bind(model, pool: Pool, chosen: list, groups: Sequence[np.ndarray]) -> None:
    edges = {(mentee, mentor): chosen[edge] for edge, (mentee, mentor) in enumerate(zip(pool.mentee, pool.mentor, strict=True))}
    for group in groups:
        for mentor in range(pool.mentors):
            mates = [edges.get((mentee, mentor), 0) for mentee in group]
            for mate in mates[1:]:
                model.add(mate == mates[0])


def _worth(model, goal: Goal, pool: Pool, chosen: list, loads: list):
    """What the plan is worth by one goal, the more the better."""
    if goal is Goal.LOAD:
        return -sum(
            _square(model, load, int(taken), int(places)) for load, taken, places in zip(loads, pool.taken, pool.places, strict=True)
        )
    weights = {
        Goal.PRIORITY: pool.priority[pool.mentee].astype(int),
        Goal.MATCHED: np.ones(len(chosen), int),
        Goal.TOTAL: pool.score,
        Goal.CLOSENESS: pool.current.astype(int),
    }[goal]
    return cp_model.LinearExpr.weighted_sum(chosen, weights.tolist())


def _square(model, load, taken: int, places: int):
    squared = model.new_int_var(0, (taken + places) ** 2, "")
    model.add_multiplication_equality(squared, [load + taken, load + taken])
    return squared


def _solve_in_order(model, solver, chosen: list, wishes: list, tie: list) -> int:
    """Each goal as good as can be, then kept. Stops at the first that is not proven and returns its gap; a tie has none."""
    for number, wish in enumerate([*wishes, *tie]):
        model.maximize(wish)
        status = solver.solve(model)
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            raise TooLarge("The groups and the least sizes leave no plan that could be found. Name fewer groups or smaller sizes.")
        best = round(solver.objective_value)
        if status == cp_model.FEASIBLE:
            return 0 if number == len(wishes) else round(solver.best_objective_bound) - best
        model.add(wish >= best)
        model.clear_hints()
        for one in chosen:
            model.add_hint(one, solver.boolean_value(one))
    return 0
