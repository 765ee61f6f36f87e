"""The protocol of a matching: how the pairs were found and why each of them. Whole for the school, or the extract of one child."""

import datetime

from mentoring.common.papers import Paper, render_paper

TEMPLATE = "pairs/papers/protocol.html"


def protocol_paper(facts: dict, *, mentee: int | None = None) -> Paper:
    """`facts` are those of pairs/queries/protocol.py; with `mentee`, a key of a record, no other child is named."""
    pairs = [pair for pair in facts["pairs"] if mentee in (None, pair["mentee_key"])]
    day = datetime.date.fromisoformat(facts["counted_on"])
    return render_paper(TEMPLATE, facts | {"pairs": pairs, "day": day, "extract": mentee is not None, "founder": "", "place": ""})
