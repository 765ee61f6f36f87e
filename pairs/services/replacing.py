"""Another mentor for the same mentees: the old pair ends the day before, a new one is proposed from the day on."""

import datetime

from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from accounts.services.journal import record
from mentoring.common.refusal import Refusal
from pairs.models import Pair
from pairs.reasons import REPLACED
from pairs.services.amending import RUNNING
from pairs.services.finishing import end_pair, finish_by_order
from pairs.services.proposing import propose_pair

ONE_DAY = datetime.timedelta(days=1)


@transaction.atomic
def replace_mentor(*, actor, pair, mentor, on, note, told=(), signed_by=None) -> Pair:
    """End the work with the old mentor on the day before `on` and propose a pair with `mentor` from `on`; all or nothing.

    Meetings stay with the old pair. The new one needs agreements and an order like any other. Again with the same mentor returns it.
    When an order does it, `signed_by` is who signed: the old pair ends by that word.
    """
    actor.must(Permission.MANAGE_PAIRS)
    old = Pair.objects.select_for_update(of=("self",)).select_related("mentor__person").get(pk=pair.pk)
    done = old.followed_by.filter(mentor=mentor).first()
    if done is not None and old.finish_reason == REPLACED:
        return done
    if old.state not in RUNNING:
        raise Refusal(_("Only a running pair gets another mentor. This pair is: %(state)s.") % {"state": old.get_state_display()})
    if mentor.pk == old.mentor_id:
        raise Refusal(_("This mentor already leads the pair. Choose another one."))
    seats = list(old.seats.filter(finished_on__isnull=True).select_related("mentee__person"))
    _close(actor, old, seats, on, {"note": note, "told": told}, signed_by)
    terms = {"form": old.form, "role_model": old.role_model, "kind": old.kind, "starts_on": on, "ends_on": old.ends_on}
    new = propose_pair(actor=actor, programme=old.programme, mentor=mentor, mentees=[seat.mentee for seat in seats], **terms)
    new.follows = old
    new.save(update_fields=["follows"])
    record(actor, "pair.mentor_replaced", old, mentor=mentor.person.short_name, on=str(on))
    return new


def _close(actor, old, seats, on, words, signed_by) -> None:
    """Places that would have no day with the old mentor are removed: those mentees start with the new one."""
    last_day = on - ONE_DAY
    empty = [seat for seat in seats if seat.started_on > last_day]
    if len(empty) == len(seats):
        first = min(seat.started_on for seat in seats) + ONE_DAY
        raise Refusal(_("The work began only then. The new mentor may start on %(day)s or later.") % {"day": date_format(first)})
    old.seats.filter(pk__in=[seat.pk for seat in empty]).delete()
    if signed_by is None:
        end_pair(actor=actor, pair=old, on=last_day, reason=REPLACED, **words)
    else:
        finish_by_order(actor=signed_by, pair=old, on=last_day, reason=REPLACED, note=words["note"])
