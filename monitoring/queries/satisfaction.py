"""How many of those who answered at exit are satisfied. The threshold is the school's own, so it is always printed beside."""

from collections import defaultdict
from dataclasses import dataclass, replace
from decimal import Decimal

from django.utils.translation import gettext as _

from monitoring.enums import ItemKind, Phase, Wave
from monitoring.models import Answer
from monitoring.queries.means import percent
from monitoring.reference import satisfied_from
from pairs.enums import Side


@dataclass(frozen=True)
class Satisfaction:
    side: str
    answered: int
    satisfied: int | None
    share: int | None  # per cent

    @property
    def answers(self) -> int:
        return self.answered

    def hidden(self):
        return replace(self, satisfied=None, share=None)


def definition() -> str:
    """Return who counts as satisfied, in one sentence for pages and papers."""
    return _(
        "Satisfied is a person whose mean of the exit ratings of satisfaction is at least %(points)s of 10; "
        "where none was given, a person who is glad to have taken part."
    ) % {"points": satisfied_from()}


def satisfaction(programme) -> dict[str, Satisfaction]:
    """Return mentees and mentors; a side without answers has share None, not 0."""
    answers = Answer.objects.filter(
        invitation__campaign__programme=programme,
        invitation__campaign__phase=Phase.QUALITY,
        invitation__campaign__wave=Wave.EXIT,
        item__shows_satisfaction=True,
        number__isnull=False,
    ).values_list("invitation_id", "invitation__side", "item__kind", "number", "item__questionnaire__satisfied_from")
    people = {side: defaultdict(list) for side in (Side.MENTEE, Side.MENTOR)}
    for invitation_id, side, kind, number, threshold in answers:
        people[side][invitation_id].append((kind, number, threshold))
    return {side: _of_side(side, given.values()) for side, given in people.items()}


def _of_side(side, people) -> Satisfaction:
    satisfied = sum(_is_satisfied(given) for given in people)
    return Satisfaction(side=side, answered=len(people), satisfied=satisfied, share=percent(satisfied, len(people)))


def _is_satisfied(given) -> bool:
    rated = [(number, threshold) for kind, number, threshold in given if kind == ItemKind.SCALE10]
    if not rated:
        return all(number == 1 for _kind, number, _threshold in given)
    return Decimal(sum(number for number, _threshold in rated)) / len(rated) >= (rated[0][1] or satisfied_from())
