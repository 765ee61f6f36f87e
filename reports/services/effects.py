"""What a signature does to pairs and orders. Called inside the transaction that signs.

Pairs finish by the word of the person who signs (docs/adr/0006); a new pair is the proposal of the curator who prepared the order.
"""

import datetime
from collections.abc import Callable

from django.db.models import Q
from django.utils.translation import gettext as _

from mentoring.common import clock
from mentoring.common.refusal import Refusal
from pairs.enums import FINISHED
from pairs.models import Pair
from pairs.services import activate_pair, finish_by_order, mark_amendments_ordered, put_in_order, record_all_agreements, replace_mentor
from pairs.services.amending import RUNNING
from reports.enums import IN_FORCE, OrderEffect, Outcome
from reports.models import Order
from reports.queries.order_texts import effect_of
from reports.queries.order_words import new_mentor
from reports.workflow import ORDER_WORKFLOW

ONE_DAY = datetime.timedelta(days=1)


def hold_subjects(order) -> None:
    """Lock what the order speaks of, before its facts are taken: nobody changes it between the reading and the signature.

    Raises `Refusal` when the order that this one changes or annuls is not in force any more.
    """
    if order.amends_id is not None:
        order.amends = Order.objects.select_for_update(of=("self",)).get(pk=order.amends_id)
        if order.amends.state not in IN_FORCE:
            raise Refusal(_("The order %(order)s has been annulled already. Return this one.") % {"order": order.amends})
    named = Q(pk__in=order.pairs.values("pk")) | Q(pk__in=order.ending_pairs.values("pk")) | Q(pk__in=order.changed_pairs.values("pk"))
    list(Pair.objects.select_for_update(of=("self",)).filter(named).order_by("pk"))


def apply_effect(order, *, actor, on: datetime.date) -> None:
    """Raises `Refusal` when one pair cannot move: then nothing of the order happens."""
    EFFECTS[effect_of(order.kind)](order, actor, on)


def _activate(order, actor, on) -> None:
    for pair in order.pairs.all():
        activate_pair(actor=actor, pair=pair, on=on)


def _end(order, actor, on) -> None:
    outcome = order.details.get("outcome", Outcome.ENDED)
    for pair in order.ending_pairs.with_names():
        _finish(order, pair, actor, on, outcome)


def _refuse_finished(pair: Pair) -> None:
    """A pair that a colleague has finished meanwhile would make the order say what is not so."""
    if pair.state in FINISHED:
        raise Refusal(_("%(pair)s: this pair has finished meanwhile. Return the order so that the curator leaves it out.") % {"pair": pair})


def _finish(order, pair: Pair, actor, on, outcome) -> None:
    _refuse_finished(pair)
    note = order.details.get("reason") or order.title
    finish_by_order(actor=actor, pair=pair, on=min(on, clock.today()), note=note, completed=outcome == Outcome.COMPLETED)


def _change(order, actor, on) -> None:
    """Pairs that ended before the order are only written down by it: their end stands in their own story."""
    for pair in order.ending_pairs.with_names().exclude(state__in=FINISHED):
        _finish(order, pair, actor, on, Outcome.ENDED)
    _activate(order, actor, on)
    mark_amendments_ordered(actor=actor, pairs=order.changed_pairs.all(), on=on)


def _replace(order, actor, on) -> None:
    """The old pair ends, its mentees go on with the new mentor; the new pair joins the order, as those of any other do."""
    mentor, agreed_on = new_mentor(order.details), datetime.date.fromisoformat(order.details["agreed_on"])
    for old in list(order.ending_pairs.with_names()):
        _refuse_finished(old)
        note = order.details.get("reason") or order.title
        new = replace_mentor(actor=order.author, signed_by=actor, pair=old, mentor=mentor, on=_first_day(old, on), note=note)
        record_all_agreements(actor=order.author, pair=new, given_on=agreed_on)
        put_in_order(actor=order.author, pair=new)
        activate_pair(actor=actor, pair=new, on=on)
        order.pairs.add(new)


def _first_day(old: Pair, on: datetime.date) -> datetime.date:
    """A day belongs to one mentor: who has met the mentees on the day of the order keeps it, the new mentor begins on the next one."""
    return on + ONE_DAY if old.meetings.held().filter(held_on=on).exists() else on


def _annul(order, actor, on) -> None:
    """The annulled order keeps its number; the pairs that work by it alone stop."""
    for pair in order.amends.pairs.with_names().filter(state__in=RUNNING):
        _finish(order, pair, actor, on, Outcome.ENDED)
    ORDER_WORKFLOW.take("annul", order.amends, actor, note=order.title)


EFFECTS: dict[OrderEffect, Callable] = {
    OrderEffect.NONE: lambda order, actor, on: None,
    OrderEffect.ACTIVATE: _activate,
    OrderEffect.END: _end,
    OrderEffect.CHANGE: _change,
    OrderEffect.REPLACE: _replace,
    OrderEffect.ANNUL: _annul,
}
