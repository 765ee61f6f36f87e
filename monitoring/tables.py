"""What the programme page shows, in rows and words: a difference with its arrow, a verdict with its sign."""

from dataclasses import dataclass
from itertools import groupby

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mentoring.common.charts import BarChart, Series
from monitoring.enums import Direction, Phase, Verdict, Wave
from monitoring.queries.privacy import SMALL
from pairs.enums import Side

VERDICT_SIGNS = {
    Verdict.IMPROVED: ("good", "check-circle"),
    Verdict.UNCHANGED: ("neutral", "dash-circle"),
    Verdict.WORSE: ("bad", "exclamation-triangle"),
    Verdict.TOO_FEW: ("neutral", "question-circle"),
    Verdict.NO_EXIT: ("wait", "hourglass-split"),
}
NAMES_SHOWN = 6


@dataclass(frozen=True)
class Difference:
    """A signed number, its arrow and the arrow's word: colour alone says nothing."""

    text: str
    icon: str
    word: str


def difference(value: float | None) -> Difference | None:
    if value is None:
        return None
    number = number_format(abs(value), 1)
    if value > 0:
        return Difference(f"+{number}", "arrow-up", _("rose"))
    if value < 0:
        return Difference(f"\N{MINUS SIGN}{number}", "arrow-down", _("fell"))
    return Difference(number, "arrow-right", _("as before"))


# Task list


@dataclass(frozen=True)
class Task:
    slot: object
    title: str
    names: str  # who has not answered, shortened
    others: int


def task_list(slots, waiting) -> list[dict]:
    """Return the two phases with their two waves each."""
    texts = {
        Phase.QUALITY: gettext_lazy("What people expect of the programme, and what came true."),
        Phase.INFLUENCE: gettext_lazy("The same questions twice: what changed in the participants."),
    }
    tasks = [_task(slot, waiting) for slot in slots]
    return [
        {"title": phase.label, "text": texts[phase], "tasks": list(group)} for phase, group in groupby(tasks, lambda task: task.slot.phase)
    ]


def _task(slot, waiting) -> Task:
    people = waiting.get(slot.campaign.pk, []) if slot.campaign else []
    names = ", ".join(person.short_name for person in people[:NAMES_SHOWN])
    return Task(slot=slot, title=slot.wave.label, names=names, others=max(len(people) - NAMES_SHOWN, 0))


# Entry → exit


@dataclass(frozen=True)
class DynamicsRow:
    change: object
    difference: Difference | None
    tone: str
    icon: str
    lower_is_better: bool


@dataclass(frozen=True)
class Group:
    """One questionnaire: its rows, its chart (None when nothing can be drawn) and who is missing."""

    title: str
    side: str
    rows: list
    chart: BarChart | None = None
    people: int = 0
    missing_exit: int = 0
    left: int = 0
    too_few: bool = False


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


# Expectations


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
