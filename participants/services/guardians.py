"""Legal representatives of minors: named, corrected, the same adult of several children, and ended when the rights end."""

import datetime
import uuid

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from accounts.services.journal import record
from mentoring.common.clock import today
from mentoring.common.names import search_key
from mentoring.common.refusal import Refusal
from participants.enums import SignerBasis
from participants.models import FormerGuardian, Guardian, Person
from participants.services.rows import check_row, stripped

OF_THE_ADULT = ("full_name", "phone")  # the same in all rows of one adult; basis and document are for each child
OF_THE_CHILD = ("basis", "basis_document", "basis_date")


@transaction.atomic
def add_guardian(*, actor, person: Person, same_as: Guardian | None = None, user=None, **fields) -> Guardian:
    """Name a minor's legal representative, who signs for the minor. `same_as` is a row of the same adult with another child."""
    actor.must(Permission.MANAGE_PEOPLE)
    Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    guardian = Guardian(school=actor.school, person=person, user=user)
    if same_as is not None:
        fields |= {name: getattr(same_as, name) for name in OF_THE_ADULT}
        guardian.adult, guardian.user = _adult(same_as), user or same_as.user
    _fill(guardian, fields)
    guardian.save()
    record(actor, "guardian.added", person, guardian=guardian.full_name)
    return guardian


@transaction.atomic
def edit_guardian(*, actor, guardian: Guardian, **fields) -> Guardian:
    """Name and phone change with every child of the same adult, basis and document with this child alone."""
    actor.must(Permission.MANAGE_PEOPLE)
    Person.objects.select_for_update(of=("self",)).get(pk=guardian.person_id)
    locked = Guardian.objects.select_for_update(of=("self",)).get(pk=guardian.pk)
    _fill(locked, fields)
    locked.save()
    if locked.adult:
        Guardian.objects.filter(adult=locked.adult).update(**{name: getattr(locked, name) for name in OF_THE_ADULT})
    record(actor, "guardian.edited", locked.person, guardian=locked.full_name)
    return locked


@transaction.atomic
def end_guardian(*, actor, guardian: Guardian, ended_on: datetime.date, reason: str) -> FormerGuardian:
    """The rights ended: from the next request on this adult neither signs for the child nor sees it. What was signed stays."""
    actor.must(Permission.MANAGE_PEOPLE)
    if ended_on > today():
        raise Refusal(_("The date is in the future. Write the day on which the rights ended."))
    if not reason.strip():
        raise Refusal(_("Write why the rights ended, for example: a court decision and its date."))
    Person.objects.select_for_update(of=("self",)).get(pk=guardian.person_id)
    locked = Guardian.objects.select_for_update(of=("self",)).get(pk=guardian.pk)
    facts = {name: getattr(locked, name) for name in ("full_name", *OF_THE_CHILD)}
    former = FormerGuardian(school_id=locked.school_id, person=locked.person, ended_on=ended_on, recorded_by=actor, **facts)
    former.reason = " ".join(reason.split())
    check_row(former, exclude=("school", "person", "recorded_by"))
    former.save()
    locked.delete()
    record(actor, "guardian.ended", former.person, guardian=former.full_name, day=ended_on.isoformat(), reason=former.reason)
    return former


def _adult(guardian: Guardian) -> uuid.UUID:
    if guardian.adult is None:
        guardian.adult = uuid.uuid4()
        guardian.save(update_fields=["adult"])
    return guardian.adult


def _fill(guardian: Guardian, fields: dict) -> None:
    for name, value in stripped(fields).items():
        setattr(guardian, name, value)
    if guardian.basis not in (SignerBasis.PARENT, SignerBasis.GUARDIAN):
        raise Refusal(_("Choose the basis of the representative's rights: parent, or guardian or trustee."))
    check_row(guardian, exclude=("school", "person", "user", "adult"))
    if guardian.basis_date is not None and guardian.basis_date > today():
        raise Refusal(_("The date of the document is in the future. Check it."))
    others = guardian.person.guardians.exclude(pk=guardian.pk)
    if search_key(guardian.full_name) in {search_key(other.full_name) for other in others}:
        raise Refusal(_("%(name)s is already named as a representative.") % {"name": guardian.full_name})
