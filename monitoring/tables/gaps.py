"""Expectations and what came true."""

from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _

from monitoring.enums import Direction, Verdict
from monitoring.queries.privacy import SMALL
from monitoring.tables.group import Group
from monitoring.tables.signs import VERDICT_SIGNS, Difference, difference
from pairs.enums import Side


@dataclass(frozen=True)
class GapRow:
    gap: object
    difference: Difference | None
    word: str
    tone: str
    icon: str


def gap_groups(gaps) -> list[Group]:
    return [
        Group(title=title, side=Side(side).label, rows=[_gap_row(gap) for gap in members])
        for (title, side), members in groupby(gaps, lambda gap: (gap.group, gap.side))
    ]


def _gap_row(gap) -> GapRow:
    moved = difference(gap.gap)
    if moved is None or gap.answers < SMALL:
        return GapRow(gap, moved, Verdict.TOO_FEW.label, *VERDICT_SIGNS[Verdict.TOO_FEW])
    if gap.gap == 0:
        return GapRow(gap, moved, _("as expected"), *VERDICT_SIGNS[Verdict.UNCHANGED])
    if (gap.gap > 0) == (gap.direction != Direction.LOWER):
        return GapRow(gap, moved, _("better than expected"), *VERDICT_SIGNS[Verdict.IMPROVED])
    return GapRow(gap, moved, _("worse than expected"), *VERDICT_SIGNS[Verdict.WORSE])
