"""Applications of people whom no base knows: by a link of the programme, taken in or refused by the curator."""

import datetime
import uuid

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import PersonalLink
from accounts.permissions import Permission
from accounts.services.journal import record
from accounts.services.links import issue_links, note_used, revoke_links
from mentoring.common.clock import today
from mentoring.common.refusal import Refusal
from mentoring.common.throttle import too_often
from participants.enums import ImportBase
from participants.models import Application, MenteeRecord, MentorRecord
from participants.services.entering import enter_new_person
from programmes.models import Programme

PURPOSES = {ImportBase.MENTORS: "apply-mentor", ImportBase.MENTEES: "apply-mentee"}
MOST_WAITING = 300  # of one base: a school that has not looked at them stops the stream
AT_ONCE, SECONDS = 60, 600  # of one link: a whole class in the computer room


@transaction.atomic
def issue_application_link(*, actor, programme: Programme, base: str, expires_on: datetime.date) -> PersonalLink:
    """The one link of the programme for this base; printed again it stays the same."""
    actor.must(Permission.MANAGE_PEOPLE)
    if expires_on > programme.ends_on:
        raise Refusal(_("The programme ends earlier. Choose a day within its term."))
    [link] = issue_links(actor=actor, purpose=PURPOSES[base], subjects=[programme.pk], expires_on=expires_on).values()
    record(actor, "application.link_issued", programme, base=str(ImportBase(base).label), until=expires_on.isoformat())
    return link


def revoke_application_link(*, actor, link: PersonalLink) -> None:
    actor.must(Permission.MANAGE_PEOPLE)
    revoke_links(actor=actor, purpose=link.purpose, subject=link.subject)


@transaction.atomic
def apply(*, bearer, link: PersonalLink, programme: Programme, form_key: uuid.UUID, **facts) -> Application:
    """By the link of this very programme. The same `form_key` again returns the first row; nothing says who is in a base already."""
    base = next((base for base, purpose in PURPOSES.items() if purpose == link.purpose), None)
    if base is None or link.subject != programme.pk or not link.is_open or programme.ends_on < today():
        raise Refusal(_("This link is not for this programme."))
    Programme.objects.select_for_update(of=("self",)).get(pk=programme.pk)
    first = Application.objects.filter(form_key=form_key).first()
    if first is not None:
        return first
    waiting = Application.objects.filter(programme=programme, base=base).count()
    if waiting >= MOST_WAITING or too_often("apply", str(link.pk), asks=AT_ONCE, seconds=SECONDS):
        raise Refusal(_("So many applications have come in that no more are taken now. Try again later or tell the curator."))
    row = Application.objects.create(school_id=link.school_id, programme=programme, base=base, form_key=form_key, **facts)
    note_used(link)
    record(bearer, "application.sent", row)
    return row


@transaction.atomic
def accept_application(*, actor, application: Application, **facts) -> MentorRecord | MenteeRecord:
    """Enter the person as `enter_new_person` does, twins asked about; the application is gone then."""
    locked = _take(actor, application)
    row = enter_new_person(actor=actor, base=locked.base, **facts)
    record(actor, "application.accepted", locked)
    locked.delete()
    return row


@transaction.atomic
def refuse_application(*, actor, application: Application, reason: str) -> None:
    """What it says is forgotten; the journal keeps that it was refused and why."""
    locked = _take(actor, application)
    record(actor, "application.refused", locked, reason=reason.strip())
    locked.delete()


def _take(actor, application: Application) -> Application:
    actor.must(Permission.MANAGE_PEOPLE)
    locked = Application.objects.select_for_update(of=("self",)).filter(pk=application.pk).first()
    if locked is None:
        raise Refusal(_("A colleague has just decided on this application."))
    return locked
