"""Whom each mentee meets before the choice: the mentor of the plan, then the best others, so that no mentor meets too many."""

from collections import Counter
from collections.abc import Iterator

from pairs.runs.table import Table

MOST = 3  # candidates of a mentee
PER_PLACE = 3  # meetings of a mentor for each place


def candidates_of(table: Table) -> dict[int, list[int]]:
    """mentee -> mentors, the first is that of the plan; nobody is skipped for a second meeting of somebody else."""
    chosen = {mentee: [table.mentor_of[mentee]] if mentee in table.mentor_of else [] for mentee in table.snapshot.mentees}
    load = Counter(mentor for mentors in chosen.values() for mentor in mentors)
    offers = {mentee: _offers(table, mentee) for mentee in chosen}
    for _round in range(MOST):
        for mentee, mentors in chosen.items():
            if len(mentors) > _round:
                continue
            mentor = next(
                (one for one in offers[mentee] if load[one] < PER_PLACE * table.snapshot.places[one] and one not in mentors), None
            )
            if mentor is not None:
                mentors.append(mentor)
                load[mentor] += 1
    return {mentee: mentors for mentee, mentors in chosen.items() if mentors}


def _offers(table: Table, mentee: int) -> list[int]:
    return [mentor for _points, mentor in sorted(_pairable(table, mentee), reverse=True)]


def _pairable(table: Table, mentee: int) -> Iterator[tuple[int, int]]:
    for mentor in table.snapshot.places:
        one = table.snapshot.edges.get((mentee, mentor))
        if one is not None and (mentee, mentor) not in table.forbidden:
            yield one.points, mentor
