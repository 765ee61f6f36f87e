"""Categories of need: recorded by who works with them, read by few, every reading in the journal."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from accounts.services.journal import record
from mentoring.common.refusal import Refusal
from participants.enums import ConsentPurpose, NeedCategory
from participants.models import MenteeCategory, MenteeRecord
from participants.services.consent_rules import require_consents

SHORTEST_REASON = 10


@transaction.atomic
def read_needs(*, actor, mentee: MenteeRecord, reason: str = "") -> list[MenteeCategory]:
    """The categories of a mentee; who leads without working with needs (`ASK_FOR_NEEDS`) gives a reason. The journal keeps both."""
    if not actor.may(Permission.VIEW_NEEDS):
        actor.must(Permission.ASK_FOR_NEEDS)
        if len(reason.strip()) < SHORTEST_REASON:
            raise Refusal(_("Write why you need to know it: the reason stands in the journal."))
    record(actor, "needs.viewed", mentee, reason=reason.strip())
    return list(MenteeCategory.objects.filter(mentee=mentee).lawful())


@transaction.atomic
def record_needs(*, actor, mentee: MenteeRecord, categories) -> None:
    """Exactly these categories. The journal keeps that they were recorded, not which."""
    actor.must(Permission.VIEW_NEEDS)
    wanted = set(categories)
    if not wanted <= set(NeedCategory.values):
        raise PermissionDenied
    MenteeRecord.objects.select_for_update(of=("self",)).get(pk=mentee.pk)
    if NeedCategory.HEALTH in wanted:
        require_consents([mentee.person], (ConsentPurpose.SPECIAL_CATEGORY,))
    there = set(MenteeCategory.objects.filter(mentee=mentee).values_list("category", flat=True))
    if wanted == there:
        return
    MenteeCategory.objects.filter(mentee=mentee).exclude(category__in=wanted).delete()
    new = [MenteeCategory(school_id=actor.school_id, mentee=mentee, category=one, recorded_by=actor) for one in sorted(wanted - there)]
    MenteeCategory.objects.bulk_create(new)
    record(actor, "needs.recorded", mentee)
