"""The school's own text of a consent: every change is a version, what was given keeps its own."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from accounts.services.journal import record
from mentoring.common.refusal import Refusal
from mentoring.common.wording.digests import digest_of
from mentoring.common.wording.versions import refuse_stale
from participants.models import ConsentWording
from participants.queries.consent_reference import consent_placeholders, template_wording
from participants.queries.consent_requisites import all_lines, lost_requisites
from participants.queries.consent_texts import ConsentTexts
from programmes.services.wording import lock_wordings, refuse_unknown


@transaction.atomic
def keep_consent_wording(*, actor, purpose: str, texts: dict, version: str = "") -> ConsentWording | None:
    """Sheets that are printed from now on read so. No consent that was given loses its force; None when nothing has changed.

    `version` is the `digest_of` the wording that the curator saw; without it nobody has seen any.
    """
    actor.must(Permission.RECORD_CONSENTS)
    check_consent_wording(purpose, texts)
    lock_wordings(actor)
    stand = ConsentTexts()
    present = stand.wording(purpose)
    if version:
        refuse_stale(version, digest_of(present))
    if texts == present:
        return None
    row = ConsentWording.objects.create(
        school_id=actor.school_id,
        purpose=purpose,
        number=len(stand.versions[purpose]) + 1,
        texts={} if texts == template_wording(purpose) else texts,
        changed_by=actor,
    )
    record(actor, "consentwording.changed", row)
    return row


def check_consent_wording(purpose: str, texts: dict) -> None:
    """Raises `Refusal`."""
    refuse_unknown(all_lines(texts), consent_placeholders())
    if lost := lost_requisites(purpose, texts):
        sentence = _("A written consent cannot do without this (ст. 9 ч. 4 of 152-ФЗ): %(list)s. Put it back.")
        raise Refusal(sentence % {"list": "; ".join(lost)})
