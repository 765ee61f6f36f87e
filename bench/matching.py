"""The matching against bare OR-Tools and scipy, its memory, and the price of an alternative.

Invented pools: skills against needs, popular mentors, 8 % vetoes, wanted loads 1–7, at least a tenth more places than mentees.
"""

import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
from ortools.graph.python import min_cost_flow
from scipy.optimize import linear_sum_assignment

from bench.harness import figure
from pairs.matching import flow
from pairs.matching.costs import encode
from pairs.matching.engine import match, solve
from pairs.matching.goals import DEFAULT_GOALS
from pairs.matching.instance import Edge, Instance, Mentor, Pairing
from pairs.matching.pool import Pool
from pairs.matching.prices import Prices
from pairs.matching.problem import Problem, build_pool, prepare

TRAITS, VETOES, LISTED, BY_CHANCE = 8, 0.08, 40, 5
CHECKS = 100
GOOD_MEMORY_MB, GOOD_SECONDS, GOOD_DROP_SECONDS = 2048, 0.15, 0.2


@cache
def invent(mentees: int, mentors: int, *, listed: bool = False) -> Problem:
    """Everybody with everybody, or with the best forty and five by chance of each mentee."""
    chance = np.random.default_rng(2026)
    skills, needs = chance.random((mentors, TRAITS)) ** 2, chance.random((mentees, TRAITS)) ** 3
    fit = needs @ skills.T / needs.sum(axis=1, keepdims=True)
    score = 630 * fit + 270 * chance.random(mentors) + 180 * chance.random((mentees, mentors))
    score = np.clip(score, 1, 1000).astype(np.int64)
    score[chance.random(score.shape) < VETOES] = 0
    if listed:
        outside = np.argpartition(-score, LISTED, axis=1)[:, LISTED:]
        np.put_along_axis(score, chance.permuted(outside, axis=1)[:, BY_CHANCE:], 0, axis=1)
    mentee, mentor = np.nonzero(score)
    return problem(mentees, mentors, mentee, mentor, score[mentee, mentor])


def invent_lists(mentees: int, mentors: int) -> Problem:
    """Short lists without a table of all scores, which would not fit into memory."""
    chance = np.random.default_rng(2026)
    popular = mentors * chance.random((mentees, LISTED + BY_CHANCE), dtype=np.float32) ** 1.3
    edges = np.unique(np.arange(mentees)[:, None] * mentors + popular.astype(np.int64))
    return problem(mentees, mentors, edges // mentors, edges % mentors, chance.integers(1, 1001, len(edges)))


def problem(mentees: int, mentors: int, mentee: np.ndarray, mentor: np.ndarray, score: np.ndarray) -> Problem:
    names = [f"mentee-{number}" for number in range(mentees)], [f"mentor-{number}" for number in range(mentors)]
    wanted = np.random.default_rng(7).integers(1, 8, mentors)
    places = np.maximum(1, np.ceil(wanted * 1.1 * mentees / wanted.sum())).astype(np.int64)
    edges = {"mentee": mentee.astype(np.int32), "mentor": mentor.astype(np.int32), "score": score}
    return Problem(build_pool(*names, **edges, places=places), *names)


def bare_flow(pool: Pool) -> Callable:
    """OR-Tools on the arrays that the engine hands to it, and nothing else: no parts, no costs, no plan."""
    costs = encode(pool, DEFAULT_GOALS, limit=flow.limit(pool))
    mentees, sink = pool.mentees, pool.mentees + pool.mentors
    tail = np.concatenate([pool.mentee, np.arange(sink)]).astype(np.int32)
    head = np.concatenate([pool.mentor + mentees, np.full(sink, sink)]).astype(np.int32)
    capacity = np.concatenate([np.ones(len(pool.mentee) + mentees, np.int64), pool.places])
    cost = np.concatenate([costs.edge, costs.nobody, np.zeros(pool.mentors, np.int64)])
    supplies = np.concatenate([np.ones(mentees, np.int64), np.zeros(pool.mentors, np.int64), [-mentees]])
    nodes, edges = np.arange(sink + 1, dtype=np.int32), np.arange(len(pool.mentee), dtype=np.int32)

    def run() -> np.ndarray:
        network = min_cost_flow.SimpleMinCostFlow()
        network.add_arcs_with_capacity_and_unit_cost(tail, head, capacity, cost)
        network.set_nodes_supplies(nodes, supplies)
        assert network.solve() == network.OPTIMAL
        return network.flows(edges)

    return run


@figure("matching.run_1000_full_vs_flow", target=1.25)
def run_1000_full_vs_flow():
    return (lambda: solve(invent(1000, 275))), bare_flow(invent(1000, 275).pool)


@figure("matching.run_10000_top40_vs_flow", target=1.25)
def run_10000_top40_vs_flow():
    large = invent(10_000, 2750, listed=True)
    return (lambda: solve(large)), bare_flow(large.pool)


@figure("matching.total_vs_scipy", target=1.0)
def total_vs_scipy():
    """1 when both totals are equal, more when either is larger; places are enough for everybody."""
    pool, plan = invent(1000, 275).pool, solve(invent(1000, 275))
    table = np.full((pool.mentees, pool.mentors), -np.inf)
    table[pool.mentee, pool.mentor] = pool.score
    table = np.repeat(table, pool.places, axis=1)
    optimum = int(table[linear_sum_assignment(table, maximize=True)].sum())
    assert len(plan.pairs) == pool.mentees
    return max(plan.total / optimum, optimum / plan.total)


@figure("matching.memory_100000_top40_vs_2gb", target=1.0)
def memory_100000_top40_vs_2gb():
    """Peak memory of a process that invents the pool and solves it."""
    program = """
import resource
from bench.matching import invent_lists, solve
print(len(solve(invent_lists(100_000, 27_500)).pairs))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""
    folder = Path(__file__).parent.parent
    ended = subprocess.run([sys.executable, "-c", program], cwd=folder, check=True, capture_output=True, text=True)  # noqa: S603
    matched, kilobytes = map(int, ended.stdout.split())
    assert matched > 99_000
    return kilobytes / 1024 / GOOD_MEMORY_MB


@figure("matching.prices_1000_full_vs_150ms", target=1.0)
def prices_1000_full_vs_150ms():
    """Every alternative of one mentee, the residual graph of the plan included."""
    full = invent(1000, 275)
    plan = solve(full)

    def seconds(mentee: str) -> float:
        start = time.perf_counter()
        assert len(Prices(full, plan).of(mentee)) > 200
        return time.perf_counter() - start

    return statistics.median(seconds(mentee) for mentee in full.mentees[:9]) / GOOD_SECONDS


@figure("matching.prices_unlike_a_full_run", target=0.0)
def prices_unlike_a_full_run():
    """The share of a hundred prices, picked by chance, that differ from the plan of a whole new run with the pair locked."""
    chance, pool = random.Random(2026), invent(100, 27).pool  # noqa: S311 - picks what is measured
    edges = [Edge(str(mentee), str(mentor), int(score)) for mentee, mentor, score in zip(pool.mentee, pool.mentor, pool.score, strict=True)]
    instance = Instance(tuple(Mentor(str(number), int(places)) for number, places in enumerate(pool.places)), tuple(edges))
    plan = match(instance)
    prices, wrong = Prices(prepare(instance), plan), 0
    for _check in range(CHECKS):
        mentee = chance.choice(plan.pairs).mentee
        price = chance.choice(prices.of(mentee))
        again = match(replace(instance, locked=(Pairing(mentee, price.mentor),)))
        wrong += (plan.total - price.loss, len(plan.pairs) + price.matched) != (again.total, len(again.pairs))
    return wrong / CHECKS


@cache
def drop() -> dict[str, float]:
    from bench.board import parts_of_a_drop  # noqa: PLC0415 - asks for Django, and the process that is weighed above has none

    return parts_of_a_drop()


@figure("matching.drop_on_the_board_of_300_vs_200ms", target=1.0)
def drop_on_the_board_of_300_vs_200ms():
    """The dearest request of a drop on a board of three hundred mentees."""
    return max(drop()[part] for part in ("prices", "step", "board")) / GOOD_DROP_SECONDS


@figure("matching.drop_of_300_vs_bare_prices", target=12.0)
def drop_of_300_vs_bare_prices():
    """The step with everything around it (row, locks, journal, figures) against one residual graph and its shortest path."""
    return drop()["step"] / drop()["bare"]
