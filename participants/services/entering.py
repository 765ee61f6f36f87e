"""Somebody new enters a base: the person, the record and the representative together or not at all."""

from collections.abc import Collection

from django.db import transaction

from participants.enums import ImportBase, SignerBasis
from participants.models import MenteeRecord, MentorRecord
from participants.services.guardians import add_guardian
from participants.services.people import add_person
from participants.services.records import enter_mentee, enter_mentor

ENTER = {ImportBase.MENTORS: enter_mentor, ImportBase.MENTEES: enter_mentee}


@transaction.atomic
def enter_new_person(
    *, actor, programme, base: str, person: dict, record: dict, guardian: dict | None = None, not_same: Collection[int] = ()
) -> MentorRecord | MenteeRecord:
    """`person`, `record` and `guardian` are fields as `add_person`, `enter_…` and `add_guardian` take them; `not_same` as `add_person`."""
    newcomer = add_person(actor=actor, not_same=not_same, **person)
    if guardian and guardian["full_name"]:
        add_guardian(actor=actor, person=newcomer, **{"basis": SignerBasis.PARENT} | guardian)
    return ENTER[base](actor=actor, programme=programme, person=newcomer, **record)
