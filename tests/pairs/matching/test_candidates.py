from dataclasses import replace

import pytest

from pairs.matching.candidates import solve_narrowed
from pairs.matching.engine import solve
from pairs.matching.goals import Goal
from pairs.matching.instance import Edge, Instance, Mentor, Pairing
from pairs.matching.problem import prepare
from tests.pairs.matching.instances import breaks_a_rule, invent


@pytest.mark.parametrize("goals", [(Goal.MATCHED, Goal.TOTAL), (Goal.MATCHED, Goal.FLOOR, Goal.TOTAL)], ids=["total", "floor"])
@pytest.mark.parametrize("seed", range(8))
def test_lists_grow_until_nobody_who_could_be_matched_stays_alone(seed, goals):
    instance = invent(seed, mentees=60, mentors=30, density=0.3)
    problem = prepare(instance)

    narrowed = solve_narrowed(problem, goals, width=1, chance=1)

    assert not breaks_a_rule(instance, narrowed.plan)
    assert len(narrowed.plan.pairs) == len(solve(problem, goals).pairs)


def test_lists_stay_short_when_all_places_are_taken():
    problem = prepare(Instance((Mentor("m", 1), Mentor("n", 1)), tuple(Edge(mentee, mentor, 5) for mentee in "abcd" for mentor in "mn")))

    narrowed = solve_narrowed(problem, width=1, chance=0)

    assert len(narrowed.plan.pairs) == 2
    assert narrowed.candidates < 8


def test_lists_grow_also_for_those_who_can_give_way():
    edges = (Edge("a", "m", 900), Edge("b", "m", 800), Edge("b", "n", 1))
    problem = prepare(Instance((Mentor("m", 1), Mentor("n", 1)), edges))

    narrowed = solve_narrowed(problem, width=1, chance=0)

    assert narrowed.plan.pairs == (edges[0], edges[2])
    assert (narrowed.candidates, narrowed.widened) == (3, 1)


def test_long_enough_lists_give_the_plan_of_all_edges():
    problem = prepare(invent(3, mentees=40, mentors=15))

    narrowed = solve_narrowed(problem, width=40)

    assert narrowed == (solve(problem), len(problem.pool.mentee), 0)


def test_list_keeps_the_strongest_and_the_current():
    instance = invent(5, mentees=10, mentors=8, density=1, scores=500)
    weakest = min(instance.edges, key=lambda edge: edge.score)
    problem = prepare(replace(instance, current=(Pairing(*weakest[:2]),)))

    narrowed = solve_narrowed(problem, (Goal.CLOSENESS, Goal.MATCHED, Goal.TOTAL), width=3, chance=0)

    assert weakest in narrowed.plan.pairs
    assert narrowed.candidates < len(instance.edges)
