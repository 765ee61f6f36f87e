"""What a plan is worth, in numbers that two plans can be compared by."""

from collections import Counter

from pairs.runs.snapshot import Snapshot
from pairs.runs.table import Table


def figures_of(table: Table) -> dict:
    """JSON values. `low` is the 5th percentile of the scores, `loads` how many mentors have 0, 1, 2 … mentees, `regret` how many pairs
    outside the plan would both rather have each other, `gap` is 0 for a plan proven to be the best;
    `wishes` counts mentees who got their 1st, 2nd, 3rd … wish."""
    scores = sorted(pair.score for pair in table.plan.pairs)
    mentor_of, snapshot = table.mentor_of, table.snapshot
    loads = Counter(mentor_of.values())
    spread = Counter(loads.get(mentor, 0) for mentor in snapshot.places)
    return {
        "mentees": len(snapshot.mentees),
        "matched": len(scores),
        "places": sum(snapshot.places.values()),
        "total": table.plan.total,
        "mean": round(sum(scores) / len(scores)) if scores else None,
        "worst": scores[0] if scores else None,
        "low": percentile(scores, 5),
        "confidence": _confidence(snapshot, mentor_of),
        "loads": [spread.get(load, 0) for load in range(max(spread, default=0) + 1)],
        "wishes": _wishes(snapshot, mentor_of),
        "wishers": len({mentee for mentee, _mentor in snapshot.wishes}),
        "gap": table.gap,
        "regret": len(blocking(snapshot, mentor_of)),
    }


def percentile(scores: list[int], percent: int) -> int | None:
    """By rank: the smallest score that at least `percent` of the sorted scores do not exceed."""
    return scores[max(0, -(-len(scores) * percent // 100) - 1)] if scores else None


def blocking(snapshot: Snapshot, mentor_of: dict[int, int]) -> list[tuple[int, int]]:
    """Pairs outside the plan of which both sides would gain by the score: the mentee, and the mentor over the weakest of the own."""
    held = {mentee: snapshot.edges[mentee, mentor].points for mentee, mentor in mentor_of.items()}
    weakest: dict[int, int] = {}
    for mentee, mentor in mentor_of.items():
        weakest[mentor] = min(weakest.get(mentor, 1001), held[mentee])
    loads = Counter(mentor_of.values())
    bar = {mentor: weakest.get(mentor, 0) if loads[mentor] >= places else 0 for mentor, places in snapshot.places.items()}
    return [two for two, one in snapshot.edges.items() if one.points > held.get(two[0], 0) and one.points > bar[two[1]]]


def changed_pairs(first: dict[int, int], second: dict[int, int]) -> int:
    """How many mentees have another mentor, or none, in the second plan."""
    return sum(first.get(mentee) != second.get(mentee) for mentee in first.keys() | second.keys())


def _confidence(snapshot: Snapshot, mentor_of: dict[int, int]) -> int | None:
    found = [snapshot.edges[two].confidence for two in mentor_of.items()]
    return round(sum(found) / len(found)) if found else None


def _wishes(snapshot: Snapshot, mentor_of: dict[int, int]) -> list[int]:
    ranks = Counter(snapshot.wishes[two] for two in mentor_of.items() if two in snapshot.wishes)
    return [ranks.get(rank, 0) for rank in range(1, max(ranks, default=0) + 1)]
