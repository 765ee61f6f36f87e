import random
from dataclasses import replace

import pytest

from pairs.matching.engine import match
from pairs.matching.goals import DEFAULT_GOALS, Goal
from pairs.matching.instance import Edge, Instance, Mentor, Pairing
from pairs.matching.plan import make_plan
from pairs.matching.prices import Move, Price, Prices
from pairs.matching.problem import prepare
from pairs.matching.residual import NotOptimal
from tests.pairs.matching.instances import breaks_a_rule, invent, invent_all_goals, worth

FLOOR_GOALS = (Goal.MATCHED, Goal.FLOOR, Goal.TOTAL)
LOAD_GOALS = (Goal.MATCHED, Goal.LOAD)
OTHER_ORDER = (Goal.PRIORITY, Goal.MATCHED, Goal.LOAD, Goal.CLOSENESS, Goal.TOTAL)


def carry_out(instance: Instance, plan, price: Price):
    """The plan after the moves."""
    scores = {edge[:2]: edge for edge in instance.edges}
    host = {pair.mentee: pair.mentor for pair in plan.pairs}
    for move in price.moves:
        assert host.get(move.mentee) == move.was
        host[move.mentee] = move.becomes
    pairs = [scores[mentee, mentor] for mentee, mentor in host.items() if mentor]
    return make_plan(pairs, instance.mentee_ids - {pair.mentee for pair in pairs})


@pytest.mark.parametrize("goals", [DEFAULT_GOALS, OTHER_ORDER, LOAD_GOALS], ids=["default", "other order", "load"])
@pytest.mark.parametrize("seed", range(8))
def test_price_equals_solving_the_whole_again(seed, goals):
    make = invent_all_goals if seed % 2 else invent
    instance = make(seed, mentees=25, mentors=7 + 3 * (seed % 2), density=0.35)
    plan = match(instance, goals)
    prices, chance = Prices(prepare(instance), plan, goals), random.Random(seed)

    for mentee in chance.sample(sorted(instance.mentee_ids), 5):
        for price in prices.of(mentee):
            again = match(replace(instance, locked=(Pairing(mentee, price.mentor),)), goals)
            moved = carry_out(instance, plan, price)
            assert (plan.total - price.loss, len(plan.pairs) + price.matched) == (moved.total, len(again.pairs))
            assert worth(instance, moved.pairs, goals) == worth(instance, again.pairs, goals)
            assert not breaks_a_rule(instance, moved)


@pytest.mark.parametrize("seed", range(5))
def test_price_keeps_the_floor_for_the_others(seed):
    instance = invent(seed, mentees=15, mentors=8, density=0.5)
    plan = match(instance, FLOOR_GOALS)
    prices = Prices(prepare(instance), plan, FLOOR_GOALS)

    for mentee in sorted(instance.mentee_ids)[:5]:
        for price in prices.of(mentee):
            forced = Pairing(mentee, price.mentor)
            edges = tuple(edge for edge in instance.edges if edge.score >= plan.floor or edge[:2] == forced)
            again = match(Instance(instance.mentors, edges, locked=(forced,), mentees=instance.mentees))
            assert (plan.total - price.loss, len(plan.pairs) + price.matched) == (again.total, len(again.pairs))


def test_every_alternative_has_a_price_and_the_cheapest_comes_first():
    instance = invent(4, mentees=12, mentors=5)
    plan = match(instance)
    prices = Prices(prepare(instance), plan)

    for pair in plan.pairs:
        others = {edge.mentor for edge in instance.edges if edge.mentee == pair.mentee} - {pair.mentor}
        found = prices.of(pair.mentee)
        assert {price.mentor for price in found} == others
        assert [price.matched for price in found] == sorted((price.matched for price in found), reverse=True)


def test_price_names_who_gives_way():
    edges = (Edge("Белов", "Орлова", 900), Edge("Белов", "Громов", 500), Edge("Сидоров", "Громов", 800), Edge("Сидоров", "Орлова", 750))
    instance = Instance((Mentor("Орлова", 1), Mentor("Громов", 1)), edges)

    price = Prices(prepare(instance), match(instance)).of("Белов")[0]

    moves = (Move("Белов", "Орлова", "Громов"), Move("Сидоров", "Громов", "Орлова"))
    assert price == Price("Громов", 500, 450, moves)
    assert (price.matched, price.alone) == (0, ())


def test_price_says_who_would_be_left_without_a_mentor():
    edges = (Edge("Белов", "Орлова", 900), Edge("Белов", "Громов", 500), Edge("Сидоров", "Громов", 800))
    instance = Instance((Mentor("Орлова", 1), Mentor("Громов", 1)), edges)

    price = Prices(prepare(instance), match(instance)).of("Белов")[0]

    assert (price.loss, price.matched, price.alone) == (1200, -1, ("Сидоров",))


def test_locked_places_have_no_price_and_locked_mentees_are_not_asked_about():
    edges = (Edge("Белов", "Орлова", 900), Edge("Белов", "Громов", 500), Edge("Сидоров", "Громов", 800))
    instance = Instance((Mentor("Орлова", 1), Mentor("Громов", 1)), edges, locked=(Pairing("Сидоров", "Громов"),))
    prices = Prices(prepare(instance), match(instance))

    assert prices.of("Белов") == []
    with pytest.raises(KeyError):
        prices.of("Сидоров")


def test_plan_that_is_not_the_best_has_no_prices():
    edges = (Edge("a", "m", 900), Edge("a", "n", 100), Edge("b", "n", 900), Edge("b", "m", 100))
    instance = Instance((Mentor("m", 1), Mentor("n", 1)), edges)
    plan = make_plan([edges[1], edges[3]], [])

    with pytest.raises(NotOptimal):
        Prices(prepare(instance), plan).of("a")


def test_mentee_without_edges_has_no_alternatives():
    instance = Instance((Mentor("m", 1),), (), mentees=("a",))

    assert Prices(prepare(instance), match(instance)).of("a") == []
