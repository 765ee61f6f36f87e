import random
from collections import Counter
from dataclasses import replace

import pytest

from pairs.matching.costs import TooLarge
from pairs.matching.coupled import Coupling, match_coupled
from pairs.matching.engine import match
from pairs.matching.goals import DEFAULT_GOALS, Goal
from pairs.matching.instance import BadInstance, Edge, Instance, Mentor, Pairing
from tests.pairs.matching.instances import all_plans, invent, invent_all_goals, worth

EVERY_GOAL = (Goal.PRIORITY, Goal.MATCHED, Goal.FLOOR, Goal.TOTAL, Goal.LOAD, Goal.CLOSENESS)


def keeps(coupling: Coupling, pairs) -> bool:
    host = {pair.mentee: pair.mentor for pair in pairs}
    loads = Counter(host.values())
    whole = all(len({host.get(mentee) for mentee in group}) == 1 for group in coupling.together)
    return whole and all(load >= coupling.least.get(mentor, 0) for mentor, load in loads.items())


def couple(instance: Instance, seed: int) -> Coupling:
    chance = random.Random(seed)
    mentees = chance.sample(sorted(instance.mentee_ids), 5)
    least = {mentor.id: 2 for mentor in instance.mentors if mentor.capacity > 1 and chance.random() < 0.6}
    return Coupling((tuple(mentees[:2]), tuple(mentees[2:4])), least)


@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize("goals", [DEFAULT_GOALS, EVERY_GOAL], ids=["usual", "every"])
def test_plan_is_the_best_of_all_that_keep_the_coupling(seed, goals):
    instance = invent_all_goals(seed, mentees=6)
    coupling = couple(instance, seed)

    found = match_coupled(instance, coupling, goals)

    best = max(worth(instance, pairs, goals) for pairs in all_plans(instance) if keeps(coupling, pairs))
    assert found.gap == 0
    assert keeps(coupling, found.plan.pairs)
    assert worth(instance, found.plan.pairs, goals) == best


def test_without_couplings_it_is_the_plan_of_the_flow():
    instance = invent(1)

    assert match_coupled(instance, Coupling()).plan == match(instance)


@pytest.mark.parametrize("seed", range(5))
def test_order_of_rows_means_nothing(seed):
    instance = invent(seed, scores=3)
    shuffled = replace(instance, edges=tuple(reversed(instance.edges)), mentors=tuple(reversed(instance.mentors)))
    coupling = couple(instance, seed)

    assert match_coupled(shuffled, coupling).plan == match_coupled(instance, coupling).plan


MENTORS = (Mentor("anna", 2), Mentor("boris", 2))
EDGES = tuple(Edge(mentee, mentor, 500) for mentee in ("vera", "gleb", "dina") for mentor in ("anna", "boris"))


def test_a_lock_takes_the_mates_along():
    instance = Instance(MENTORS, EDGES, locked=(Pairing("vera", "boris"),))

    plan = match_coupled(instance, Coupling((("vera", "gleb"),))).plan

    assert {pair.mentee for pair in plan.pairs if pair.mentor == "boris"} == {"vera", "gleb"}


@pytest.mark.parametrize(
    "instance, together, word",
    [
        (Instance(MENTORS, EDGES, locked=(Pairing("vera", "boris"), Pairing("gleb", "anna"))), (("vera", "gleb"),), "different mentors"),
        (Instance(MENTORS, EDGES), (("vera", "gleb"), ("gleb", "dina")), "two groups"),
        (Instance(MENTORS, EDGES), (("vera", "egor"),), "no edge"),
        (Instance(MENTORS, EDGES, locked=(Pairing("vera", "boris"),)), (("vera", "gleb", "dina"),), "capacity"),
    ],
)
def test_a_contradiction_is_one_sentence(instance, together, word):
    with pytest.raises(BadInstance, match=word):
        match_coupled(instance, Coupling(together))


def test_a_group_without_a_common_mentor_stays_alone():
    edges = (Edge("vera", "anna", 500), Edge("gleb", "boris", 500), Edge("dina", "boris", 500))

    plan = match_coupled(Instance(MENTORS, edges), Coupling((("vera", "gleb"),))).plan

    assert plan.unmatched == ("gleb", "vera")


def test_a_school_of_groups_beyond_the_measure_is_refused():
    instance = invent(1, mentees=320, mentors=60, density=0.2)
    mentees = sorted(instance.mentee_ids)

    with pytest.raises(TooLarge, match="300"):
        match_coupled(instance, Coupling(tuple(zip(mentees[::2], mentees[1::2], strict=True))))


def test_too_little_effort_names_the_gap():
    instance = invent(5, mentees=60, mentors=25, density=0.5)
    mentees = sorted(instance.mentee_ids)
    coupling = Coupling(tuple(zip(mentees[:20:2], mentees[1:20:2], strict=True)), {m.id: 2 for m in instance.mentors if m.capacity > 1})

    hurried = match_coupled(instance, coupling, effort=0.03)

    assert hurried.gap > 0
    assert keeps(coupling, hurried.plan.pairs)
    assert match_coupled(instance, coupling).gap == 0


def test_a_locked_mentor_whom_nobody_else_may_have_is_told_of_the_least_group():
    instance = Instance((Mentor("anna", 3),), (Edge("x", "anna", 500),), locked=(Pairing("x", "anna"),))

    with pytest.raises(BadInstance):
        match_coupled(instance, Coupling(least={"anna": 2}))
