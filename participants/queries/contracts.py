"""Mentors who must sign a contract and have none in force."""

from mentoring.common.clock import today
from participants.models import MentorContract, MentorRecord
from participants.models.gates import UNDER_CONTRACT


def mentors_without_contract(actor) -> list[MentorRecord]:
    """Teachers and outsiders in the bases of running programmes, by name; `draft` is the contract that waits for signatures, or None."""
    there = MentorContract.objects.visible_to(actor)
    in_force = set(there.in_force(today()).values_list("person_id", "programme_id"))
    drafts = {(row.person_id, row.programme_id): row for row in there.filter(state="draft")}
    rows = MentorRecord.objects.visible_to(actor).present().filter(programme__ends_on__gte=today())
    rows = rows.filter(person__kind__in=UNDER_CONTRACT).with_person().order_by("person__search_key", "pk")
    lacking = [row for row in rows if (row.person_id, row.programme_id) not in in_force]
    for row in lacking:
        row.draft = drafts.get((row.person_id, row.programme_id))
    return lacking
