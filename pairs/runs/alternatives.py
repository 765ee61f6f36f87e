"""What it would cost to give a mentee another mentor, exactly, and who gives way."""

from typing import NamedTuple

from pairs.matching.costs import TooLarge
from pairs.matching.instance import BadInstance
from pairs.runs.table import Table, plan_of

RESOLVED = 12  # alternatives of a mentee that are counted in full where people are coupled


class Shift(NamedTuple):
    """A mentee's mentor before and after; None for nobody."""

    mentee: int
    was: int | None
    becomes: int | None


class Alternative(NamedTuple):
    """The best plan in which the mentee has this mentor; the first of `shifts` is the mentee's own.

    Without `whole` it was priced as if nobody were coupled: only the loss is told, the true one may differ.
    `gap` is that of `CoupledPlan`.
    """

    mentee: int
    mentor: int
    points: int
    loss: int  # what the total falls by
    shifts: tuple[Shift, ...]
    gap: int = 0
    whole: bool = True

    @property
    def others(self) -> int:
        """How many others change to another mentor."""
        return sum(shift.becomes is not None for shift in self.shifts[1:])

    @property
    def left_alone(self) -> tuple[int, ...]:
        return tuple(shift.mentee for shift in self.shifts if shift.becomes is None)

    @property
    def gained(self) -> tuple[int, ...]:
        """Who had nobody and gets a mentor."""
        return tuple(shift.mentee for shift in self.shifts if shift.was is None and shift.becomes is not None)


def alternatives(table: Table, mentee: int) -> list[Alternative]:
    """All mentors the rules allow but the present one, the cheapest first; one whose places are all locked is left out.

    Raises KeyError for somebody who is not in the run.
    """
    if table.snapshot.coupling is not None:
        return _of_coupled(table, mentee)
    return _by_flow(table, mentee)


def alternative(table: Table, mentee: int, mentor: int) -> Alternative | None:
    """The one with this mentor; None where there is no such plan."""
    if table.snapshot.coupling is not None:
        return _resolved(table, mentee, mentor)
    return next((one for one in alternatives(table, mentee) if one.mentor == mentor), None)


def _of_coupled(table: Table, mentee: int) -> list[Alternative]:
    """A full run for each; where there are many, for those that cost the least if nobody were coupled."""
    free = table.uncoupled()
    known = {one.mentor: one for one in _by_flow(free, mentee)}
    mentors = [free.mentor_of.get(mentee), *known]  # the mentor of that plan is an alternative as well
    mentors = [mentor for mentor in mentors if mentor not in (None, table.mentor_of.get(mentee))]
    found = [one for mentor in mentors[:RESOLVED] if (one := _resolved(table, mentee, mentor))]
    more = table.plan.total - free.plan.total
    rest = [known[mentor] for mentor in mentors[RESOLVED:]]
    told = [one._replace(loss=one.loss + more, shifts=one.shifts[:1], whole=False) for one in rest]
    return sorted(found, key=_order) + told


def _resolved(table: Table, mentee: int, mentor: int) -> Alternative | None:
    """By a full run with the pair locked; None where the locks and the couplings leave no plan."""
    locked = frozenset(two for two in table.locked if two[0] != mentee) | {(mentee, mentor)}
    try:
        after = table.changed(locked=locked).counted()
    except (BadInstance, TooLarge):
        return None
    shifts = _shifts(mentee, table.mentor_of, after.mentor_of)
    points = table.snapshot.edges[mentee, mentor].points
    return Alternative(mentee, mentor, points, table.plan.total - after.plan.total, shifts, after.gap)


def _by_flow(table: Table, mentee: int) -> list[Alternative]:
    own = {two for two in table.locked if two[0] == mentee}
    if not own:
        return [_alternative(mentee, price) for price in table.prices().of(str(mentee))]
    return _when_unlocked(table, mentee, table.changed(locked=table.locked - own))


def _alternative(mentee: int, price) -> Alternative:
    shifts = tuple(Shift(int(move.mentee), _key(move.was), _key(move.becomes)) for move in price.moves)
    return Alternative(mentee, int(price.mentor), price.score, price.loss, shifts)


def _when_unlocked(table: Table, mentee: int, freed: Table) -> list[Alternative]:
    """The lock gives way first; prices are told against the plan that stands on the board."""
    freed, before = freed.uncoupled() if freed.snapshot.coupling else freed.counted(), table.mentor_of
    found = []
    for one in _by_flow(freed, mentee):
        after = moved(freed, one)
        found.append(one._replace(loss=table.plan.total - (freed.plan.total - one.loss), shifts=_shifts(mentee, before, after)))
    kept = freed.mentor_of.get(mentee)
    if kept is not None and kept != before.get(mentee):
        shifts = _shifts(mentee, before, freed.mentor_of)
        points = table.snapshot.edges[mentee, kept].points
        found.append(Alternative(mentee, kept, points, table.plan.total - freed.plan.total, shifts))
    found = [one for one in found if one.mentor != before.get(mentee)]
    return sorted(found, key=_order)


def _order(one: Alternative) -> tuple[int, int]:
    return len(one.left_alone) - len(one.gained), one.loss


def moved(table: Table, one: Alternative) -> dict[int, int]:
    """mentee -> mentor when the alternative is taken."""
    after = table.mentor_of | {shift.mentee: shift.becomes for shift in one.shifts}
    return {mentee: mentor for mentee, mentor in after.items() if mentor is not None}


def _shifts(mentee: int, before: dict[int, int], after: dict[int, int]) -> tuple[Shift, ...]:
    changed = [one for one in sorted(before.keys() | after.keys()) if before.get(one) != after.get(one) and one != mentee]
    return tuple(Shift(one, before.get(one), after.get(one)) for one in [mentee, *changed])


def taken(table: Table, one: Alternative) -> Table:
    """The board after the drop: exactly the plan that was priced, the new pair locked."""
    locked = frozenset(two for two in table.locked if two[0] != one.mentee) | {(one.mentee, one.mentor)}
    return table.changed(locked=locked, plan=plan_of(table.snapshot, moved(table, one), table.plan.floor), gap=one.gap)


def _key(id_: str | None) -> int | None:
    return None if id_ is None else int(id_)
