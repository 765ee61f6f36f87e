"""Relatives: who they are is recorded by staff, so that the matching keeps them apart."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from accounts.services.journal import record
from mentoring.common.refusal import Refusal
from participants.models import Kinship, Person


@transaction.atomic
def record_kinship(*, actor, person: Person, relative: Person) -> Kinship:
    """The same two people again are no second row."""
    actor.must(Permission.MANAGE_PEOPLE)
    if person.pk == relative.pk:
        raise Refusal(_("A person is not a relative of oneself. Choose somebody else."))
    one, other = sorted((person, relative), key=lambda someone: someone.pk)
    facts = {"school_id": actor.school_id, "recorded_by": actor}
    kinship, created = Kinship.objects.get_or_create(one=one, other=other, defaults=facts)
    if created:
        record(actor, "kinship.recorded", kinship)
    return kinship


@transaction.atomic
def remove_kinship(*, actor, kinship: Kinship) -> None:
    """It was a mistake."""
    actor.must(Permission.MANAGE_PEOPLE)
    record(actor, "kinship.removed", kinship)
    kinship.delete()
