"""Entry → exit: what changed, by questionnaire and side."""

from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _

from mentoring.common.charts import BarChart, Series
from monitoring.enums import Direction, Wave
from monitoring.queries.privacy import SMALL
from monitoring.tables.group import Group
from monitoring.tables.signs import VERDICT_SIGNS, Difference, difference
from pairs.enums import Side


@dataclass(frozen=True)
class DynamicsRow:
    change: object
    difference: Difference | None
    tone: str
    icon: str
    lower_is_better: bool


def dynamics_groups(changes) -> list[Group]:
    groups = []
    for (title, side), members in groupby(changes, lambda change: (change.group, change.side)):
        changed = list(members)
        people = max(change.pairs_of_answers for change in changed)
        groups.append(
            Group(
                title=title,
                side=Side(side).label,
                rows=[_dynamics_row(change) for change in changed],
                chart=_chart(title, changed),
                people=people,
                missing_exit=max(change.missing_exit for change in changed),
                left=max(change.left for change in changed),
                too_few=0 < people < SMALL,
            )
        )
    return groups


def _dynamics_row(change) -> DynamicsRow:
    tone, icon = VERDICT_SIGNS[change.verdict]
    return DynamicsRow(change, difference(change.difference), tone, icon, change.direction == Direction.LOWER)


def _chart(title, changes) -> BarChart | None:
    measured = [change for change in changes if change.entry_mean is not None]
    if not measured:
        return None
    lower = _("lower is better")
    names = [f"{change.title} ({lower})" if change.direction == Direction.LOWER else change.title for change in measured]
    entry = Series(Wave.ENTRY.label, [change.entry_mean for change in measured])
    exit_ = Series(Wave.EXIT.label, [change.exit_mean for change in measured])
    return BarChart(
        title=_("%(questionnaire)s: means at entry and at exit") % {"questionnaire": title},
        categories=names,
        series=[entry, exit_],
        maximum=10,
    )
