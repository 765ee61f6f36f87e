"""What of a person is on the site."""

from participants.enums import ConsentPurpose
from participants.models import Consent, MenteeRecord, MentorRecord


def case_links(consent: Consent) -> list[str]:
    """Addresses that a withdrawal of this consent makes the school take down; none when the consent is about something else."""
    if consent.purpose != ConsentPurpose.PUBLICATION:
        return []
    rows = (model.objects.filter(person=consent.person_id).exclude(case_link="") for model in (MentorRecord, MenteeRecord))
    return [row.case_link for found in rows for row in found]
