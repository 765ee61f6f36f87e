"""Mentees who come only together, and mentors who take a group or nobody: whole numbers decide, the flow cannot.

The flow answers first: where its plan keeps the couplings it is the best plan. Only the parts where it does not go to CP-SAT.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from pairs.matching.components import Part, split
from pairs.matching.engine import assign
from pairs.matching.floor import find_floor
from pairs.matching.goals import DEFAULT_GOALS, Goal, check_goals
from pairs.matching.instance import BadInstance, Instance, Pairing
from pairs.matching.plan import Plan
from pairs.matching.pool import Pool
from pairs.matching.problem import Problem, prepare

EFFORT = 15.0  # units of CP-SAT's deterministic time for a part, about as many seconds


@dataclass(frozen=True)
class Coupling:
    """`together`: ids of mentees who get one mentor or nobody. `least`: the smallest group a mentor takes, by id; locked mentees count."""

    together: tuple[tuple[str, ...], ...] = ()
    least: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class CoupledPlan:
    """`gap` is by how much the first goal that was not proven could still be better, all parts together; 0 is the optimum."""

    plan: Plan
    gap: int


@dataclass(frozen=True, eq=False)
class Bonds:
    """A coupling in the numbers of a pool."""

    groups: list[np.ndarray]  # numbers of mentees
    least: np.ndarray  # int64[m]

    def kept_by(self, pool: Pool, host: np.ndarray) -> bool:
        load = pool.taken + np.bincount(host[host >= 0], minlength=pool.mentors)
        whole = all((host[group] == host[group[0]]).all() for group in self.groups)
        return whole and bool(((load == 0) | (load >= self.least)).all())

    def of(self, part: Part) -> "Bonds":
        number = {mentee: place for place, mentee in enumerate(part.mentees)}
        groups = [np.array([number[one] for one in group]) for group in self.groups if group[0] in number]
        return Bonds(groups, self.least[part.mentors])


def match_coupled(instance: Instance, coupling: Coupling, goals: Sequence[Goal] = DEFAULT_GOALS, *, effort: float = EFFORT) -> CoupledPlan:
    """The best plan that keeps the coupling. Raises `BadInstance`, `BadGoals`, `TooLarge`."""
    check_goals(goals)
    problem = prepare(_lock_mates(instance, coupling.together))
    bonds = _number(problem, coupling)
    pool, floor = problem.pool, None
    if Goal.FLOOR in goals:
        floor = find_floor(pool, goals, lambda some, before: _assign(some, bonds, before, effort, tie_break=False)[0])
        pool = pool if floor is None else pool.only(pool.score >= floor)
    host, gap = _assign(pool, bonds, goals, effort)
    if not bonds.kept_by(pool, host):  # a mentor with a lock whom nobody else may have
        raise BadInstance("A mentor with a locked pair cannot get the least group: too few mentees may have that mentor.")
    return CoupledPlan(problem.plan(host, floor), gap)


def _lock_mates(instance: Instance, together: tuple[tuple[str, ...], ...]) -> Instance:
    """Where one of a group is locked the others are locked to the same mentor; whether that is possible the checks of locks say."""
    locks = dict(instance.locked)
    for group in together:
        mentors = {locks[mentee] for mentee in group if mentee in locks}
        if len(mentors) > 1:
            raise BadInstance(f"The mentees {', '.join(group)} come together but are locked to different mentors.")
        locks |= {mentee: mentor for mentor in mentors for mentee in group}
    return replace(instance, locked=tuple(Pairing(*lock) for lock in locks.items()))


def _number(problem: Problem, coupling: Coupling) -> Bonds:
    number = {mentee: place for place, mentee in enumerate(problem.mentees)}
    settled = {edge.mentee for edge in problem.locked}
    groups, seen = [], set()
    for group in coupling.together:
        if unknown := [mentee for mentee in group if mentee not in number and mentee not in settled]:
            raise BadInstance(f"The mentee {unknown[0]} of a group that comes together has no edge.")
        if seen & set(group):
            raise BadInstance(f"The mentees {', '.join(group)}: somebody stands in two groups. Join the groups.")
        seen |= set(group)
        if group[0] in number:
            groups.append(np.array([number[mentee] for mentee in group]))
    return Bonds(groups, np.array([coupling.least.get(mentor, 0) for mentor in problem.mentors], np.int64))


def _common(pool: Pool, groups: list[np.ndarray]) -> Pool:
    """Without the edges of a group that do not lead from all of its mentees to the same mentor."""
    keep = np.ones(len(pool.mentee), bool)
    for group in groups:
        edges = np.isin(pool.mentee, group)
        offers = np.bincount(pool.mentor[edges], minlength=pool.mentors)
        keep &= ~edges | (offers[pool.mentor] == len(group))
    return pool.only(keep)


def _assign(pool: Pool, bonds: Bonds, goals: Sequence[Goal], effort: float, *, tie_break: bool = True) -> tuple[np.ndarray, int]:
    """A host that keeps the bonds, and the gap."""
    from pairs.matching.cp_sat import assign_whole  # noqa: PLC0415 - large, and a process that never matches does without it

    pool = _common(pool, bonds.groups)
    host = assign(pool, goals, tie_break=tie_break)
    if bonds.kept_by(pool, host):
        return host, 0
    host, gap = np.full(pool.mentees, -1), 0
    for part in split(pool):
        own = bonds.of(part)
        found = assign(part.pool, goals, tie_break=tie_break)
        if not own.kept_by(part.pool, found):
            found, more = assign_whole(part.pool, found, own.groups, own.least, goals, effort=effort, tie_break=tie_break)
            gap += more
        host[part.mentees] = np.where(found < 0, -1, part.mentors[found])
    return host, gap
