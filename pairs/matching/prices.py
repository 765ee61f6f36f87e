"""What an alternative costs the whole plan, exactly, without solving it again: one shortest path for all alternatives of a mentee."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from pairs.matching.costs import encode
from pairs.matching.flow import limit
from pairs.matching.goals import DEFAULT_GOALS, Goal
from pairs.matching.plan import Plan
from pairs.matching.problem import Problem
from pairs.matching.residual import FAR, distances_to, residual_arcs


class Move(NamedTuple):
    """`was` and `becomes` are mentors, None for nobody."""

    mentee: str
    was: str | None
    becomes: str | None


class Price(NamedTuple):
    """The best plan that has this pair. `loss` is what the total falls by; it is below 0 when an earlier goal pays for the gain.

    `moves` lead from the plan to that one: the mentee's own first, then everybody who gives way.
    """

    mentor: str
    score: int
    loss: int
    moves: tuple[Move, ...]

    @property
    def matched(self) -> int:
        """The change in the number of mentees who have a mentor."""
        return sum((move.was is None) - (move.becomes is None) for move in self.moves)

    @property
    def alone(self) -> tuple[str, ...]:
        """The mentees who would be left without a mentor."""
        return tuple(move.mentee for move in self.moves if move.becomes is None)


class Prices:
    """The residual graph of an optimal plan, built once for any number of mentees.

    `problem`, `plan` and `goals` are those of one run. A floor holds for everybody but the pair that is asked about.
    """

    def __init__(self, problem: Problem, plan: Plan, goals: Sequence[Goal] = DEFAULT_GOALS):
        pool = problem.pool
        self._problem = problem
        self._number = {mentee: number for number, mentee in enumerate(problem.mentees)}
        self._host = problem.host(plan)
        if not len(pool.mentee):
            return
        chosen = pool.chosen(self._host)
        self._held = np.zeros(pool.mentees, np.int64)
        self._held[pool.mentee[chosen]] = pool.score[chosen]
        self._costs = encode(pool, goals, limit=limit(pool), tie_break=False)
        self._held_cost = self._costs.nobody.copy()
        self._held_cost[pool.mentee[chosen]] = self._costs.edge[chosen]
        self._arcs = residual_arcs(pool, self._costs, self._host, self._held_cost, pool.score >= (plan.floor or 0))

    def of(self, mentee: str) -> list[Price]:
        """All mentors the rules allow him but his own, the cheapest first; one whose places are all locked is left out.

        Raises KeyError for a mentee who is not in the problem or is locked, `NotOptimal` for a plan of other goals.
        """
        number, pool = self._number[mentee], self._problem.pool
        edges = np.arange(*np.searchsorted(pool.mentee, [number, number + 1]))
        edges = edges[pool.mentor[edges] != self._host[number]]
        if not len(edges):
            return []
        target = self._host[number] if self._host[number] >= 0 else pool.mentors
        distance, first_arc = distances_to(target, pool.mentors + 1, self._arcs, -self._held_cost[number])
        ways = distance[pool.mentor[edges]]
        reached = ways < FAR
        order = np.lexsort((edges[reached], ways[reached] + self._costs.edge[edges[reached]]))
        return [self._price(number, edge, first_arc) for edge in edges[reached][order]]

    def _price(self, number: int, edge: int, first_arc: np.ndarray) -> Price:
        pool, arcs = self._problem.pool, self._arcs
        mentor = int(pool.mentor[edge])
        moves, loss = [self._move(number, mentor)], self._held[number] - pool.score[edge]
        arc = first_arc[mentor]
        while arc >= 0:
            mover = arcs.mover[arc]
            if mover >= 0:
                moves.append(self._move(mover, arcs.head[arc]))
                loss += self._held[mover] - (pool.score[arcs.edge[arc]] if arcs.edge[arc] >= 0 else 0)
            arc = first_arc[arcs.head[arc]]
        return Price(self._problem.mentors[mentor], int(pool.score[edge]), int(loss), tuple(moves))

    def _move(self, number: int, mentor: int) -> Move:
        was = self._host[number]
        mentors = self._problem.mentors
        becomes = mentors[mentor] if mentor < len(mentors) else None
        return Move(self._problem.mentees[number], mentors[was] if was >= 0 else None, becomes)
