"""Deferred acceptance (Gale, Shapley 1962) for programmes where both sides really rank, as between teachers."""

from collections import Counter
from collections.abc import Mapping, Sequence
from heapq import heappush, heappushpop

from pairs.matching.checks import check
from pairs.matching.instance import BadInstance, Edge, Instance
from pairs.matching.plan import Plan, make_plan

Lists = Mapping[str, Sequence[str]]


def deferred_acceptance(instance: Instance, *, wishes: Lists, ranks: Lists) -> Plan:
    """The stable plan that is best for the mentees: nobody was refused by a mentor who has somebody he likes less.

    `wishes` are lists of mentors by mentee, `ranks` lists of mentees by mentor, the dearest first; who is not on a list is not wanted.
    Scores play no part, they only stand in the plan. Raises `BadInstance`, also for a name that stands on a list twice.
    """
    check(instance)
    forbidden = set(instance.forbidden)
    scores = {edge[:2]: edge.score for edge in instance.edges if edge[:2] not in forbidden}
    settled = dict(instance.locked)
    taken = Counter(settled.values())
    left = {mentor.id: mentor.capacity - taken[mentor.id] for mentor in instance.mentors}
    rank = {mentor: _ranks(mentor, mentees) for mentor, mentees in ranks.items()}
    hopes = {}
    for mentee in instance.mentee_ids - set(settled):
        listed = _ranks(mentee, wishes.get(mentee, ()))
        hopes[mentee] = iter([mentor for mentor in listed if (mentee, mentor) in scores and mentee in rank.get(mentor, ())])
    host = settled | _propose(hopes, rank, left)
    pairs = [Edge(mentee, mentor, scores[mentee, mentor]) for mentee, mentor in host.items()]
    return make_plan(pairs, instance.mentee_ids - set(host))


def _propose(hopes: dict, rank: dict, left: dict[str, int]) -> dict[str, str]:
    """Each asks down his list; a mentor keeps the dearest so far. The order of asking does not change the end."""
    kept = {mentor: [] for mentor in left}
    asking = sorted(hopes)
    while asking:
        mentee = asking.pop()
        mentor = next(hopes[mentee], None)
        if mentor is None:
            continue
        proposal = (-rank[mentor][mentee], mentee)
        if len(kept[mentor]) < left[mentor]:
            heappush(kept[mentor], proposal)
        elif left[mentor]:
            asking.append(heappushpop(kept[mentor], proposal)[1])
        else:
            asking.append(mentee)
    return {mentee: mentor for mentor, proposals in kept.items() for _, mentee in proposals}


def _ranks(owner: str, listed: Sequence[str]) -> dict[str, int]:
    ranks = {name: place for place, name in enumerate(listed)}
    if len(ranks) != len(listed):
        raise BadInstance(f"The list of {owner} names somebody twice.")
    return ranks
