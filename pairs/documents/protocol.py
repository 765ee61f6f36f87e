"""The protocol of a matching: how the pairs were found and why each of them. Whole for the school, or the extract of one child."""

import datetime
from itertools import groupby

from mentoring.common.papers import Paper, render_paper

TEMPLATE = "pairs/papers/protocol.html"


def protocol_paper(facts: dict, *, mentee: int | None = None) -> Paper:
    """`facts` are those of pairs/queries/protocol.py; with `mentee`, a key of a record, no other child is named."""
    mentors = [list(rows) for _mentor, rows in groupby(facts["pairs"], key=_mentor)]
    shown = [_leading(rows, mentee) for rows in mentors if mentee in (None, *(row["mentee_key"] for row in rows))]
    day = datetime.date.fromisoformat(facts["counted_on"])
    return render_paper(TEMPLATE, facts | {"mentors": shown, "day": day, "extract": mentee is not None, "founder": "", "place": ""})


def _mentor(row: dict):
    """A protocol of the first autumn has no keys of mentors."""
    return row.get("mentor_key", row["mentor"])


def _leading(rows: list[dict], mentee: int | None) -> dict:
    """A mentor with the mentees that are shown; `size` counts those too whom an extract does not name."""
    first, pairs = rows[0], [row for row in rows if mentee in (None, row["mentee_key"])]
    return {"name": first["mentor"], "place": first["mentor_place"], "size": len(rows), "pairs": pairs}
