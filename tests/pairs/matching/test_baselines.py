"""Greedy and deferred acceptance."""

import random
from collections import Counter

import pytest

from pairs.matching.engine import match
from pairs.matching.greedy import greedy
from pairs.matching.instance import BadInstance, Edge, Instance, Mentor, Pairing
from pairs.matching.problem import prepare
from pairs.matching.stable import deferred_acceptance
from tests.pairs.matching.instances import breaks_a_rule, invent


def invent_lists(instance: Instance, seed: int) -> dict:
    """Each wants some of those whom the rules allow, in an order of his own."""
    chance = random.Random(seed)
    wishes, ranks = {}, {}
    for edge in chance.sample(instance.edges, len(instance.edges)):
        if chance.random() < 0.9:
            wishes.setdefault(edge.mentee, []).append(edge.mentor)
        if chance.random() < 0.9:
            ranks.setdefault(edge.mentor, []).append(edge.mentee)
    for mentees in ranks.values():
        chance.shuffle(mentees)
    return {"wishes": wishes, "ranks": ranks}


def blocking_pairs(instance: Instance, plan, wishes: dict, ranks: dict) -> list[Edge]:
    host = {pair.mentee: pair.mentor for pair in plan.pairs}
    guests = {mentor.id: [pair.mentee for pair in plan.pairs if pair.mentor == mentor.id] for mentor in instance.mentors}
    capacity = {mentor.id: mentor.capacity for mentor in instance.mentors}

    def would_rather(mentee, mentor):
        wished = wishes.get(mentee, [])
        return mentor in wished and (mentee not in host or wished.index(mentor) < wished.index(host[mentee]))

    def would_take(mentor, mentee):
        liked = ranks.get(mentor, [])
        worse = any(liked.index(guest) > liked.index(mentee) for guest in guests[mentor]) if mentee in liked else False
        return mentee in liked and (worse or len(guests[mentor]) < capacity[mentor])

    return [edge for edge in instance.edges if would_rather(*edge[:2]) and would_take(edge.mentor, edge.mentee)]


@pytest.mark.parametrize("seed", range(20))
def test_deferred_acceptance_leaves_no_blocking_pair(seed):
    instance = invent(seed, mentees=20, mentors=8)
    lists = invent_lists(instance, seed)

    plan = deferred_acceptance(instance, **lists)

    assert not breaks_a_rule(instance, plan)
    assert blocking_pairs(instance, plan, **lists) == []
    assert all(pair.mentor in lists["wishes"][pair.mentee] for pair in plan.pairs)


def test_deferred_acceptance_is_the_best_stable_plan_for_the_mentees():
    edges = tuple(Edge(mentee, mentor, 1) for mentee in "ab" for mentor in "mn")
    instance = Instance((Mentor("m", 1), Mentor("n", 1)), edges)

    plan = deferred_acceptance(instance, wishes={"a": "mn", "b": "nm"}, ranks={"m": "ba", "n": "ab"})

    assert [pair[:2] for pair in plan.pairs] == [("a", "m"), ("b", "n")]


def test_deferred_acceptance_keeps_locks_and_leaves_who_wishes_nobody_alone():
    edges = (Edge("a", "m", 5), Edge("b", "m", 6), Edge("c", "m", 7))
    instance = Instance((Mentor("m", 1),), edges, locked=(Pairing("a", "m"),))

    plan = deferred_acceptance(instance, wishes={"b": ["m"]}, ranks={"m": ["b", "a"]})

    assert (plan.pairs, plan.unmatched) == ((edges[0],), ("b", "c"))


def test_deferred_acceptance_refuses_a_name_listed_twice():
    with pytest.raises(BadInstance, match="The list of ученик-1 names somebody twice"):
        deferred_acceptance(invent(1), wishes={"ученик-1": ["mentor-1", "mentor-1"]}, ranks={})


@pytest.mark.parametrize("seed", range(10))
def test_greedy_keeps_the_rules_and_is_never_better(seed):
    instance = invent(seed, mentees=20, mentors=8, density=0.3)

    plan, best = greedy(prepare(instance)), match(instance)

    assert not breaks_a_rule(instance, plan)
    assert (len(plan.pairs), plan.total) <= (len(best.pairs), best.total)


def test_greedy_takes_the_best_pair_first():
    edges = (Edge("a", "m", 900), Edge("a", "n", 899), Edge("b", "m", 898))
    instance = Instance((Mentor("m", 1), Mentor("n", 1)), edges)

    assert greedy(prepare(instance)).pairs == (edges[0],)
    assert Counter(pair.mentor for pair in match(instance).pairs) == {"m": 1, "n": 1}
