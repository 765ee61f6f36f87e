"""A few mentors whom a mentee may meet before anything is proposed."""

from pairs.runs.alternatives import alternatives
from pairs.runs.table import Table


def shortlist(table: Table, mentee: int, count: int = 3) -> tuple[int, ...]:
    """The mentor of the plan first, then the cheapest others who leave nobody without a mentor; at most `count`."""
    own = table.mentor_of.get(mentee)
    others = [one.mentor for one in alternatives(table, mentee) if not one.left_alone]
    return tuple([*([own] if own is not None else []), *others][:count])
