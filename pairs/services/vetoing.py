"""Vetoes: a pair that is not to be. The reason never stands in the journal, each reading of it does."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from accounts.services.journal import record
from mentoring.common.clock import today
from mentoring.common.refusal import Refusal
from pairs.enums import Side, VetoSide
from pairs.models import Veto
from pairs.services.wishing import LINK_PURPOSES
from participants.models import MenteeRecord


@transaction.atomic
def set_veto(*, actor, mentee, mentor, side, reason, link=None) -> Veto:
    """Forbid the pair. The same side's veto that is in force stays as it is: the first reason was given for it."""
    if not may_veto(actor, mentee, mentor, side, link):
        raise PermissionDenied
    if mentee.programme_id != mentor.programme_id:
        raise Refusal(_("These two are not in one programme. Nothing can bring them together."))
    if not reason.strip():
        raise Refusal(_("Write the reason in a few words. Only those who work with it read it."))
    MenteeRecord.objects.select_for_update(of=("self",)).get(pk=mentee.pk)
    there = Veto.objects.in_force().filter(mentee=mentee, mentor=mentor, side=side).first()
    if there is not None:
        return there
    veto = Veto.objects.create(
        school_id=mentee.school_id,
        mentee=mentee,
        mentor=mentor,
        side=side,
        reason=reason.strip(),
        given_by=actor if link is None else None,
    )
    record(actor, "veto.set", veto, side=side)
    return veto


@transaction.atomic
def lift_veto(*, actor, veto) -> None:
    """The pair may be formed again; the row stays as a fact of the past."""
    actor.must(Permission.VETO_PAIRS)
    locked = Veto.objects.select_for_update(of=("self",)).get(pk=veto.pk)
    if locked.lifted_on is None:
        locked.lifted_on, locked.lifted_by = today(), actor
        locked.save(update_fields=["lifted_on", "lifted_by"])
        record(actor, "veto.lifted", locked, side=locked.side)


@transaction.atomic
def read_veto_reason(*, actor, veto) -> str:
    """The reason, for the author and for those who may forbid pairs."""
    if veto.given_by_id != actor.pk:
        actor.must(Permission.VETO_PAIRS)
    record(actor, "veto.reason_read", veto, side=veto.side)
    return veto.reason


def may_veto(actor, mentee, mentor, side, link=None) -> bool:
    """Staff write down anybody's veto; the mentee, the mentor and the guardian give their own."""
    if link is not None:
        own = {VetoSide.MENTEE: (LINK_PURPOSES[Side.MENTEE], mentee.pk), VetoSide.MENTOR: (LINK_PURPOSES[Side.MENTOR], mentor.pk)}
        return own.get(side) == (link.purpose, link.subject)
    if actor.may(Permission.VETO_PAIRS):
        return True
    users = {
        VetoSide.MENTEE: [mentee.person.user_id],
        VetoSide.MENTOR: [mentor.person.user_id],
        VetoSide.GUARDIAN: [guardian.user_id for guardian in mentee.person.guardians.all()],
    }
    return actor.user_id is not None and actor.user_id in users.get(side, [])
