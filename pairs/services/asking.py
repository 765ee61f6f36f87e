"""Requests from the people of a pair, and the curator's answer."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from accounts.services.journal import record
from mentoring.common.clock import today
from mentoring.common.refusal import Refusal
from pairs.enums import PairState, RequestKind
from pairs.models import Pair, PairRequest
from pairs.queries.sides import is_led_by, mentees_seen_by
from participants.notice import earliest_last_day

RUNNING = (PairState.ACTIVE, PairState.SUSPENDED)


@transaction.atomic
def ask_for_change(*, actor, pair, kind, note, last_day=None) -> PairRequest:
    """Ask the curator; the same request again returns the one that waits. `last_day` is needed to lay down the duties."""
    if not may_ask(pair, actor, kind):
        raise PermissionDenied
    locked = Pair.objects.select_for_update(of=("self",)).get(pk=pair.pk)
    waiting = locked.requests.open().filter(kind=kind).first()
    if waiting is not None:
        return waiting
    if locked.state not in RUNNING:
        raise Refusal(_("This pair does not work any more. Speak to the curator of the programme."))
    if not note.strip():
        raise Refusal(_("Say in a sentence why: the curator must understand the request."))
    if kind == RequestKind.LAY_DOWN:
        _check_notice(pair, actor, last_day)
    request = PairRequest.objects.create(
        school_id=actor.school_id, pair=locked, kind=kind, note=note.strip(), last_day=last_day, asked_by=actor
    )
    record(actor, f"pair.request_{kind}", locked, last_day=str(last_day or ""))
    return request


@transaction.atomic
def settle_request(*, actor, request, answer) -> None:
    """The curator has answered; the person who asked reads the answer."""
    actor.must(Permission.MANAGE_PAIRS)
    if not answer.strip():
        raise Refusal(_("Write the answer: the person who asked will read it."))
    if PairRequest.objects.open().filter(pk=request.pk).update(settled_on=today(), answer=answer.strip()):
        record(actor, "pair.request_settled", request.pair, answer=answer.strip())


def may_ask(pair, actor, kind) -> bool:
    """The mentor lays down the own duties (a curator for the school's side); the mentee and the guardian ask for another mentor."""
    if kind == RequestKind.LAY_DOWN:
        return is_led_by(pair, actor) or actor.may(Permission.MANAGE_PAIRS)
    return not actor.may(Permission.VIEW_PAIRS) and not is_led_by(pair, actor) and bool(mentees_seen_by(pair, actor))


def first_last_day(pair, actor):
    """The earliest last day that the notice leaves to this person."""
    return earliest_last_day(today(), by_employer=not is_led_by(pair, actor))


def _check_notice(pair, actor, last_day) -> None:
    first = first_last_day(pair, actor)
    if last_day is None or last_day < first:
        raise Refusal(
            _("The notice does not leave enough days. The last day may be %(day)s or later.") % {"day": date_format(first)},
        )
