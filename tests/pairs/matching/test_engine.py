"""The properties that every plan has, on invented instances, against trying everything."""

import itertools
import random
from dataclasses import replace

import pytest

from pairs.matching import flow, solvers
from pairs.matching.costs import OutOfRange, TooLarge
from pairs.matching.engine import match
from pairs.matching.goals import DEFAULT_GOALS, BadGoals, Goal
from pairs.matching.instance import Edge, Instance, Mentor, Pairing
from tests.pairs.matching.instances import best_worth, breaks_a_rule, invent, invent_all_goals, worth

ALL_GOALS = (Goal.PRIORITY, Goal.MATCHED, Goal.FLOOR, Goal.TOTAL, Goal.LOAD, Goal.CLOSENESS)
ORDERS = [order for order in itertools.permutations(Goal) if order.index(Goal.MATCHED) < order.index(Goal.FLOOR)]
SOLVERS = (solvers.FLOW, solvers.DENSE, solvers.SPARSE)


def name(solver) -> str:
    return solver.name


def with_locks(seed: int) -> Instance:
    """One or two pairs locked, three forbidden."""
    instance, chance = invent(seed, mentees=6), random.Random(seed)
    edges = chance.sample(instance.edges, 5)
    locked = {edge.mentor: Pairing(*edge[:2]) for edge in edges[:2]}
    locked = {pairing.mentee: pairing for pairing in locked.values()}
    forbidden = [Pairing(*edge[:2]) for edge in edges[2:] if Pairing(*edge[:2]) not in locked.values()]
    return replace(instance, locked=tuple(locked.values()), forbidden=tuple(forbidden))


@pytest.mark.parametrize("solver", SOLVERS, ids=name)
@pytest.mark.parametrize("seed", range(12))
def test_number_matched_and_total_equal_trying_everything(seed, solver):
    instance = invent(seed, density=0.3 + seed / 24)

    plan = match(instance, solver=solver)

    assert not breaks_a_rule(instance, plan)
    assert (len(plan.pairs), plan.total) == best_worth(instance, (Goal.MATCHED, Goal.TOTAL))


@pytest.mark.parametrize("seed", range(15))
def test_locked_and_forbidden_pairs_are_kept_and_the_rest_is_the_best(seed):
    instance = with_locks(seed)

    plan = match(instance)

    assert not breaks_a_rule(instance, plan)
    assert worth(instance, plan.pairs, DEFAULT_GOALS) == best_worth(instance, DEFAULT_GOALS)


@pytest.mark.parametrize("seed", range(40))
def test_goals_decide_in_the_order_given(seed):
    instance = invent_all_goals(seed, mentees=6)
    goals = random.Random(seed).choice(ORDERS)

    plan = match(instance, goals, solver=SOLVERS[seed % 3])

    assert not breaks_a_rule(instance, plan)
    assert worth(instance, plan.pairs, goals) == best_worth(instance, goals)


@pytest.mark.parametrize("seed", range(25))
def test_floor_is_as_high_as_it_can_be(seed):
    instance, goals = invent(seed, mentees=6), (Goal.MATCHED, Goal.FLOOR, Goal.TOTAL)

    plan = match(instance, goals)

    assert worth(instance, plan.pairs, goals) == best_worth(instance, goals)
    assert plan.floor == min(pair.score for pair in plan.pairs)


@pytest.mark.parametrize("goals", [DEFAULT_GOALS, ALL_GOALS], ids=["default", "all"])
@pytest.mark.parametrize("seed", range(4))
def test_all_solvers_find_the_same_outcome(seed, goals):
    instance = invent_all_goals(seed, mentees=60, mentors=20, density=0.2)

    worths = {worth(instance, match(instance, goals, solver=solver).pairs, goals) for solver in SOLVERS}

    assert len(worths) == 1


@pytest.mark.parametrize("goals", [DEFAULT_GOALS, ALL_GOALS], ids=["default", "all"])
@pytest.mark.parametrize("seed", range(8))
def test_one_more_mentor_never_lowers_the_objective(seed, goals):
    instance, chance = invent_all_goals(seed, mentees=30, mentors=8, density=0.3), random.Random(seed)
    edges = [Edge(mentee, "новый", chance.randint(1, 6)) for mentee in chance.sample(sorted(instance.mentee_ids), 10)]
    larger = replace(instance, mentors=(*instance.mentors, Mentor("новый", 2)), edges=(*instance.edges, *edges))

    before, after = (worth(question, match(question, goals).pairs, goals) for question in (instance, larger))

    assert after >= before


@pytest.mark.parametrize("solver", SOLVERS, ids=name)
@pytest.mark.parametrize("seed", range(6))
def test_order_of_rows_changes_nothing(seed, solver):
    instance, chance = invent(seed, mentees=40, mentors=12, density=0.4, scores=3), random.Random(seed)
    shuffled = replace(
        instance, **{rows: tuple(chance.sample(getattr(instance, rows), len(getattr(instance, rows)))) for rows in ("mentors", "edges")}
    )

    assert shuffled.edges != instance.edges
    assert match(shuffled, solver=solver) == match(instance, solver=solver)


def test_equal_plans_are_told_apart_the_same_way_by_every_solver():
    instance = invent(1, mentees=20, mentors=8, scores=2)

    assert len({match(instance, solver=solver).hash for solver in SOLVERS}) == 1


def test_hash_changes_with_the_pairs():
    instance = invent(3)
    plan = match(instance)
    other = match(replace(instance, forbidden=(Pairing(*plan.pairs[0][:2]),)))

    assert plan.hash == match(instance).hash
    assert plan.hash != other.hash


def test_every_pair_reaches_the_floor_and_locked_ones_need_not():
    edges = (Edge("a", "m", 10), Edge("b", "n", 900), Edge("b", "k", 400), Edge("c", "n", 500), Edge("c", "k", 880))
    mentors = (Mentor("m", 1), Mentor("n", 1), Mentor("k", 1))
    goals = (Goal.MATCHED, Goal.FLOOR, Goal.TOTAL)

    assert match(Instance(mentors, edges), goals).floor == 10
    assert match(Instance(mentors, edges, locked=(Pairing("a", "m"),)), goals).floor == 880


def test_nothing_to_match_is_an_empty_plan():
    plan = match(Instance((Mentor("m", 2),), (), mentees=("a",)), ALL_GOALS)

    assert (plan.pairs, plan.total, plan.unmatched, plan.floor) == ((), 0, ("a",), None)


def test_without_or_tools_the_fallback_finds_the_same_outcome(monkeypatch):
    instance = invent_all_goals(5, mentees=40, mentors=12)
    wanted = worth(instance, match(instance, ALL_GOALS).pairs, ALL_GOALS)
    monkeypatch.setattr(flow, "min_cost_flow", None)

    assert worth(instance, match(instance, ALL_GOALS).pairs, ALL_GOALS) == wanted


def test_solver_that_refuses_large_costs_gets_smaller_ones():
    def assign(pool, costs):
        largest.append(costs.nobody.max())
        if len(largest) < 4:
            raise OutOfRange
        return flow.assign(pool, costs)

    instance, largest = invent(6, density=1), []

    plan = match(instance, solver=solvers.FLOW._replace(assign=assign, limit=lambda pool: 2**36))

    assert plan == match(instance)
    assert largest[3] < largest[0]


def test_goals_that_never_fit_are_refused():
    with pytest.raises(TooLarge):
        match(invent(6), solver=solvers.FLOW._replace(limit=lambda pool: 1000))


@pytest.mark.parametrize("goals", [(Goal.TOTAL,), (Goal.FLOOR, Goal.MATCHED), (Goal.MATCHED, Goal.MATCHED)])
def test_orders_without_a_meaning_are_refused(goals):
    with pytest.raises(BadGoals):
        match(invent(1), goals)
