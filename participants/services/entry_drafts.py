"""Unfinished questionnaires of entry: kept until they are sent, so that an interruption costs nothing."""

from accounts.models import PersonalLink
from mentoring.common.clock import now
from participants.enums import EntryWay
from participants.models import EntryDraft, MenteeRecord, MentorRecord
from participants.queries.entry import base_of
from participants.services.questionnaires import check_way, given_answers


def keep_draft(
    *, actor, record: MentorRecord | MenteeRecord, way: EntryWay, answers: dict, link: PersonalLink | None = None
) -> EntryDraft | None:
    """Put the answers in the place of the last draft of this way; without any answer there is no draft."""
    check_way(actor, record, way, link)
    known = {"school_id": record.school_id, "programme_id": record.programme_id, "person_id": record.person_id}
    known |= {"base": base_of(record), "way": way}
    kept = given_answers(record, answers)
    if not kept:
        EntryDraft.objects.filter(**known).delete()
        return None
    draft, _is_new = EntryDraft.objects.update_or_create(**known, defaults={"answers": kept, "saved_at": now()})
    return draft
