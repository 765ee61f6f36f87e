"""Rated answers side by side: who gave which number at entry and at exit."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple

from monitoring.enums import ItemKind, Wave
from monitoring.models import Answer, Invitation, Item


class Question(NamedTuple):
    """One characteristic: the same question in all forms and versions that share a template."""

    side: str
    template: str
    code: str


@dataclass
class Ratings:
    """`numbers[question][person][wave]`; `invited[side]` the people of the exit wave, None before it opened."""

    numbers: dict[Question, dict[int, dict[str, int]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(dict)))
    invited: dict[str, set[int]] | None = None

    def matched(self, question) -> list[tuple[int, int]]:
        """Return (entry, exit) of the people who answered both times: only they can be compared."""
        both = [waves for waves in self.numbers[question].values() if len(waves) == 2]
        return [(waves[Wave.ENTRY], waves[Wave.EXIT]) for waves in both]

    def entry(self, question) -> list[int]:
        return [waves[Wave.ENTRY] for waves in self.numbers[question].values() if Wave.ENTRY in waves]

    def missing_exit(self, question) -> int:
        """People asked at exit who have not answered: missing, never 0."""
        return sum(self._was_invited(question, person) for person in self._only_entry(question))

    def left(self, question) -> int:
        """People who answered at entry and were no longer in a pair when the exit wave asked."""
        return sum(not self._was_invited(question, person) for person in self._only_entry(question))

    def _only_entry(self, question) -> list[int]:
        if self.invited is None:
            return []
        return [person for person, waves in self.numbers[question].items() if Wave.EXIT not in waves]

    def _was_invited(self, question, person) -> bool:
        return person in self.invited.get(question.side, ())


def ratings_of(programmes, phase) -> dict[int, Ratings]:
    """Return the ratings of each programme by its key, in two queries."""
    found = defaultdict(Ratings)
    answers = Answer.objects.filter(
        invitation__campaign__programme__in=programmes,
        invitation__campaign__phase=phase,
        item__kind=ItemKind.SCALE10,
        number__isnull=False,
    ).values_list(
        "invitation__campaign__programme_id",
        "invitation__side",
        "item__questionnaire__template",
        "item__code",
        "invitation__person_id",
        "invitation__campaign__wave",
        "number",
    )
    for programme_id, side, template, code, person_id, wave, number in answers:
        found[programme_id].numbers[Question(side, template, code)][person_id][wave] = number
    asked = Invitation.objects.filter(campaign__programme__in=programmes, campaign__phase=phase, campaign__wave=Wave.EXIT)
    for programme_id, side, person_id in asked.values_list("campaign__programme_id", "side", "person_id"):
        ratings = found[programme_id]
        ratings.invited = ratings.invited or defaultdict(set)
        ratings.invited[side].add(person_id)
    return found


def rated_items(phase) -> dict[Question, Item]:
    """Return the school's rated items in the order of the questionnaires, mentees first; the newest version speaks."""
    items = Item.objects.filter(questionnaire__phase=phase, kind=ItemKind.SCALE10).select_related("questionnaire")
    ordered = sorted(items, key=lambda item: (item.questionnaire.side != "mentee", item.questionnaire.template, item.position, item.pk))
    return {Question(item.questionnaire.side, item.questionnaire.template, item.code): item for item in ordered}
