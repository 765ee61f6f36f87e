"""Does every group of mentees get mentors that fit as well? By class, by sex where the patronymic tells it, by newcomers."""

from collections import defaultdict
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pairs.models import PairMentee
from pairs.queries.tables import People
from pairs.runs.table import Table

FEMALE, MALE = ("вна", "чна", "кызы"), ("вич", "ич", "оглы")
SMALL = 3  # a mean of fewer people tells more of them than of the group


@dataclass(frozen=True)
class Group:
    """`mean` is None for a group of whom too few have a mentor."""

    title: str
    mentees: int
    matched: int
    mean: int | None

    @property
    def percent(self) -> int:
        return round(100 * self.matched / self.mentees)


def fairness_of(table: Table, people: People) -> list[tuple[str, list[Group]]]:
    """(what is compared, groups); a comparison of one group with itself is left out."""
    return [(title, groups) for title, groups in _comparisons(table, people) if len(groups) > 1]


def _comparisons(table: Table, people: People) -> list[tuple[str, list[Group]]]:
    earlier = _with_earlier_pairs(table)
    newcomer = {True: _("newcomers"), False: _("had a mentor before")}
    return [
        (str(gettext_lazy("By class")), _groups(table, lambda key: people.mentees[key].person.class_name or _("not pupils"))),
        (str(gettext_lazy("By sex")), _groups(table, lambda key: sex_of(people.mentees[key].person.patronymic))),
        (str(gettext_lazy("Newcomers")), _groups(table, lambda key: newcomer[people.mentees[key].person_id not in earlier])),
    ]


def sex_of(patronymic: str) -> str:
    """The base does not ask for it; a patronymic tells it, and without one it is not known."""
    ending = patronymic.lower()
    if ending.endswith(FEMALE):
        return _("girls and women")
    return _("boys and men") if ending.endswith(MALE) else _("not known")


def _groups(table: Table, group_of) -> list[Group]:
    scores, members = defaultdict(list), defaultdict(int)
    for mentee in table.snapshot.mentees:
        members[group_of(mentee)] += 1
    for mentee, mentor in table.mentor_of.items():
        scores[group_of(mentee)].append(table.snapshot.edges[mentee, mentor].points)
    return [Group(title, count, len(scores[title]), _mean(scores[title])) for title, count in sorted(members.items())]


def _mean(scores: list[int]) -> int | None:
    return round(sum(scores) / len(scores)) if len(scores) >= SMALL else None


def _with_earlier_pairs(table: Table) -> set[int]:
    seats = PairMentee.objects.filter(mentee__person__menteerecords__in=table.snapshot.mentees, finished_on__isnull=False)
    return set(seats.values_list("mentee__person_id", flat=True))
