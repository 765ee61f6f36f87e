"""Whom the children of the school may turn to."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from accounts.services.journal import record
from mentoring.common.clock import today
from mentoring.common.refusal import Refusal
from pairs.models import SafeguardingLead


@transaction.atomic
def name_lead(*, actor, member) -> SafeguardingLead:
    actor.must(Permission.OVERSEE_CONCERNS)
    if member.school_id != actor.school_id or not member.may(Permission.RECEIVE_CONCERNS):
        raise Refusal(_("Name a curator, a coordinator, a psychologist or the director."))
    try:
        with transaction.atomic():
            lead = SafeguardingLead.objects.create(school_id=actor.school_id, member=member, named_by=actor)
    except IntegrityError as error:
        raise Refusal(_("This person is already named.")) from error
    record(actor, "safeguarding_lead.named", lead)
    return lead


@transaction.atomic
def release_lead(*, actor, lead) -> None:
    """Signals that the person has received stay with the person until they are handed over."""
    actor.must(Permission.OVERSEE_CONCERNS)
    if SafeguardingLead.objects.filter(pk=lead.pk, ended_on__isnull=True).update(ended_on=today()):
        record(actor, "safeguarding_lead.ended", lead)
