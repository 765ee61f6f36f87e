"""A child's confidential signal: contact stops at once, the words go to a named person who is not of the pair.

Steps and journal entries stand in the name of the person who receives the signal: nothing in the story of the pair leads to the child.
"""

from django.core.exceptions import PermissionDenied
from django.core.mail import send_mail
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.services.journal import record
from mentoring.common.clock import today
from mentoring.common.refusal import Refusal
from pairs.enums import ConcernAbout, ConcernOutcome, ConcernState, PairState
from pairs.models import Concern, ConcernNote, ConcernReading, Pair
from pairs.queries.concerns import leads_for, may_raise
from pairs.queries.sides import people_of
from pairs.workflow import PAIR_WORKFLOW
from participants.services.consent_rules import people_without_consents


@transaction.atomic
def raise_concern(*, actor, pair, about, lead, text="") -> Concern:
    """Send a signal to the member `lead`. About the mentor it holds the pair at once; a second one joins the first that is still open."""
    if not may_raise(pair, actor):
        raise PermissionDenied
    locked = Pair.objects.select_for_update(of=("self",)).get(pk=pair.pk)
    if lead not in leads_for(locked):
        raise Refusal(_("This person cannot receive the message now. Choose another one."))
    concern, is_new = Concern.objects.get_or_create(
        pair=locked, raised_by=actor, state=ConcernState.OPEN, defaults={"school_id": actor.school_id, "about": about, "lead": lead}
    )
    _note(concern, actor, text)
    if about == ConcernAbout.MENTOR:
        _hold(concern, locked, concern.lead)
    if is_new:
        record(lead, "concern.received", concern)
        transaction.on_commit(lambda: _tell(lead))
    return concern


@transaction.atomic
def note_concern(*, actor, concern, text) -> None:
    concern = _locked(actor, concern)
    if not text.strip():
        raise Refusal(_("Write what was said or done: the record must be clear in a year."))
    _note(concern, actor, text)
    record(actor, "concern.noted", concern)


@transaction.atomic
def hold_pair(*, actor, concern, pair) -> None:
    """Hold another pair of the same mentor, or this one when the signal did not hold it by itself."""
    concern = _locked(actor, concern)
    if pair.mentor.person_id != concern.pair.mentor.person_id:
        raise PermissionDenied
    _hold(concern, pair, actor)
    record(actor, "concern.pair_held", concern)


@transaction.atomic
def hand_over_concern(*, actor, concern, lead) -> None:
    """Another person looks into it; the former one does not see it any more."""
    concern = _locked(actor, concern)
    if lead not in leads_for(concern.pair):
        raise Refusal(_("This person cannot receive the message now. Choose another one."))
    concern.lead = lead
    concern.save(update_fields=["lead"])
    record(actor, "concern.handed_over", concern)
    transaction.on_commit(lambda: _tell(lead))


@transaction.atomic
def close_concern(*, actor, concern, outcome, text) -> None:
    """Close with an outcome in words. Cleared, the held pairs go on unless another signal or a consent that is not in force stops them."""
    concern = _locked(actor, concern)
    if not text.strip():
        raise Refusal(_("Write what was said or done: the record must be clear in a year."))
    _note(concern, actor, text)
    concern.state, concern.outcome, concern.closed_on = ConcernState.CLOSED, ConcernOutcome(outcome), today()
    concern.save(update_fields=["state", "outcome", "closed_on"])
    if concern.outcome == ConcernOutcome.CLEARED:
        for pair in concern.held_pairs.filter(state=PairState.SUSPENDED):
            if not pair.holds.holding().exists() and not people_without_consents(people_of(pair)):
                PAIR_WORKFLOW.take("let_go_on", pair, actor, facts={"on": today()})
    record(actor, "concern.closed", concern)


def open_record(*, actor, concern) -> None:
    """Leave the trace of a reading."""
    ConcernReading.objects.create(school_id=actor.school_id, concern=concern, by=actor)


def _locked(actor, concern) -> Concern:
    """Raises `Concern.DoesNotExist` for those who may not see it."""
    visible = Concern.objects.visible_to(actor).values("pk")
    row = Concern.objects.select_for_update(of=("self",)).select_related("pair__mentor").get(pk=concern.pk, pk__in=visible)
    if row.state == ConcernState.CLOSED:
        raise Refusal(_("This signal is closed. A new one can be written down on the page of the pair."))
    return row


def _hold(concern, pair, by) -> None:
    """A pair that does not work yet is not moved, but cannot start while the signal stands."""
    concern.held_pairs.add(pair)
    if pair.state == PairState.ACTIVE:
        PAIR_WORKFLOW.take("hold", pair, by, facts={"on": today()})


def _note(concern, by, text) -> None:
    if text.strip():
        ConcernNote.objects.create(school_id=concern.school_id, concern=concern, by=by, text=text.strip())


def _tell(lead) -> None:
    """A letter without names or facts: it may be read over a shoulder. Tandem says the same on the first page."""
    if lead.user.email:
        send_mail(
            _("Tandem: a message waits for you"), _("Sign in to Tandem and open «Signals»."), None, [lead.user.email], fail_silently=True
        )
