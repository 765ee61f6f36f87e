"""The two phases with their two waves each: what is to be done."""

from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext_lazy

from monitoring.enums import Phase

NAMES_SHOWN = 6


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
