"""Invented instances by seed, and the best outcome by trying everything."""

import random
from collections import Counter
from collections.abc import Iterator, Sequence

from pairs.matching.goals import Goal
from pairs.matching.instance import Edge, Instance, Mentor, Pairing
from pairs.matching.plan import Plan


def invent(seed: int, *, mentees: int = 7, mentors: int = 4, density: float = 0.6, scores: int = 1000, **kwargs) -> Instance:
    """Few different `scores` make many ties."""
    chance = random.Random(seed)
    edges = [
        Edge(f"ученик-{mentee}", f"mentor-{mentor}", chance.randint(1, scores))
        for mentee in range(mentees)
        for mentor in range(mentors)
        if chance.random() < density
    ]
    listed = tuple(Mentor(f"mentor-{number}", chance.randint(1, 3)) for number in range(mentors))
    return Instance(listed, tuple(edges), mentees=tuple(f"ученик-{mentee}" for mentee in range(mentees)), **kwargs)


def invent_all_goals(seed: int, **kwargs) -> Instance:
    """With priority mentees and current pairs, so that every goal has something to say."""
    plain = invent(seed, scores=6, **kwargs)
    chance = random.Random(seed)
    current = {edge.mentee: Pairing(*edge[:2]) for edge in chance.sample(plain.edges, min(4, len(plain.edges)))}
    priority = tuple(chance.sample(sorted(plain.mentee_ids), 3))
    return Instance(plain.mentors, plain.edges, mentees=plain.mentees, priority=priority, current=tuple(current.values()))


def worth(instance: Instance, pairs: Sequence[Edge], goals: Sequence[Goal]) -> tuple[int, ...]:
    """The outcome counted from ids, apart from the engine's own."""
    values = {
        Goal.PRIORITY: sum(pair.mentee in instance.priority for pair in pairs),
        Goal.MATCHED: len(pairs),
        Goal.FLOOR: min((pair.score for pair in pairs), default=1001),
        Goal.TOTAL: sum(pair.score for pair in pairs),
        Goal.LOAD: -sum(load**2 for load in Counter(pair.mentor for pair in pairs).values()),
        Goal.CLOSENESS: sum(pair[:2] in instance.current for pair in pairs),
    }
    return tuple(values[goal] for goal in goals)


def best_worth(instance: Instance, goals: Sequence[Goal]) -> tuple[int, ...]:
    return max(worth(instance, pairs, goals) for pairs in all_plans(instance))


def all_plans(instance: Instance) -> Iterator[list[Edge]]:
    """Every plan that keeps the rules."""
    offers = {mentee: [] for mentee in sorted(instance.mentee_ids)}
    for edge in instance.edges:
        if edge[:2] not in instance.forbidden:
            offers[edge.mentee].append(edge)
    for mentee, mentor in instance.locked:
        offers[mentee] = [edge for edge in offers[mentee] if edge.mentor == mentor]
    must = {pairing.mentee for pairing in instance.locked}
    left = {mentor.id: mentor.capacity for mentor in instance.mentors}

    def extend(rest: list[str], pairs: list[Edge]) -> Iterator[list[Edge]]:
        if not rest:
            yield pairs
            return
        if rest[0] not in must:
            yield from extend(rest[1:], pairs)
        for edge in offers[rest[0]]:
            if left[edge.mentor]:
                left[edge.mentor] -= 1
                yield from extend(rest[1:], [*pairs, edge])
                left[edge.mentor] += 1

    return extend(list(offers), [])


def breaks_a_rule(instance: Instance, plan: Plan) -> bool:
    loads, capacity = Counter(pair.mentor for pair in plan.pairs), {mentor.id: mentor.capacity for mentor in instance.mentors}
    mentees = [pair.mentee for pair in plan.pairs]
    return (
        not set(plan.pairs) <= set(instance.edges)
        or len(set(mentees)) < len(mentees)
        or any(load > capacity[mentor] for mentor, load in loads.items())
        or any(pair[:2] in instance.forbidden for pair in plan.pairs)
        or not set(instance.locked) <= {pair[:2] for pair in plan.pairs}
        or sorted([*mentees, *plan.unmatched]) != sorted(instance.mentee_ids)
    )
