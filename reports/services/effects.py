"""What a signature does to pairs and orders. Called inside the transaction that signs.

Pairs are ended and proposed in the name of the curator who prepared the order: it is their proposal that the director puts into force.
"""

import datetime
from collections.abc import Callable

from django.utils.translation import gettext as _

from mentoring.common import clock
from mentoring.common.refusal import Refusal
from pairs.enums import PairState
from pairs.models import Pair
from pairs.services import activate_pair, complete_pair, end_pair, propose_pair, put_in_order, record_all_agreements
from reports.enums import OrderEffect, OrderState, Outcome
from reports.queries.order_texts import order_kind
from reports.queries.order_words import new_mentor
from reports.workflow import ORDER_WORKFLOW


def effect_of(order) -> OrderEffect:
    return OrderEffect(order_kind(order.kind)["effect"])


def apply_effect(order, *, actor, on: datetime.date) -> None:
    """Raises `Refusal` when one pair cannot move: then nothing of the order happens."""
    EFFECTS[effect_of(order)](order, actor, on)


def _activate(order, actor, on) -> None:
    for pair in order.pairs.all():
        activate_pair(actor=actor, pair=pair, on=on)


def _end(order, actor, on) -> None:
    outcome = order.details.get("outcome", Outcome.ENDED)
    for pair in order.ending_pairs.with_names():
        _finish(order, pair, on, outcome)


def _finish(order, pair: Pair, on, outcome) -> None:
    """A pair that a colleague has finished meanwhile would make the order say what is not so."""
    if pair.state in (PairState.COMPLETED, PairState.ENDED):
        raise Refusal(_("%(pair)s: this pair has finished meanwhile. Return the order so that the curator leaves it out.") % {"pair": pair})
    finish = complete_pair if outcome == Outcome.COMPLETED else end_pair
    finish(actor=order.author, pair=pair, on=min(on, clock.today()), note=order.details.get("reason") or order.title)


def _change(order, actor, on) -> None:
    _end(order, actor, on)
    _activate(order, actor, on)


def _replace(order, actor, on) -> None:
    """The old pair ends, its mentees go on with the new mentor; the new pair joins the order, as those of any other do."""
    mentor = new_mentor(order.details)
    for old in list(order.ending_pairs.with_names()):
        mentees = [seat.mentee for seat in old.seats.all() if seat.finished_on is None]
        _finish(order, old, on, Outcome.ENDED)
        new = propose_pair(
            actor=order.author,
            programme=old.programme,
            mentor=mentor,
            mentees=mentees,
            form=old.form,
            role_model=old.role_model,
            kind=old.kind,
            starts_on=min(on, old.ends_on - datetime.timedelta(days=1)),
            ends_on=old.ends_on,
        )
        record_all_agreements(actor=order.author, pair=new, given_on=datetime.date.fromisoformat(order.details["agreed_on"]))
        put_in_order(actor=order.author, pair=new)
        activate_pair(actor=actor, pair=new, on=on)
        order.pairs.add(new)


def _annul(order, actor, on) -> None:
    """The annulled order keeps its number; the pairs that work by it alone stop."""
    annulled = order.amends
    if annulled.state == OrderState.ANNULLED:
        raise Refusal(_("The order %(order)s has been annulled already. Return this one.") % {"order": annulled})
    for pair in annulled.pairs.with_names().filter(state=PairState.ACTIVE):
        _finish(order, pair, on, Outcome.ENDED)
    ORDER_WORKFLOW.take("annul", annulled, actor, note=order.title)


EFFECTS: dict[OrderEffect, Callable] = {
    OrderEffect.NONE: lambda order, actor, on: None,
    OrderEffect.ACTIVATE: _activate,
    OrderEffect.END: _end,
    OrderEffect.CHANGE: _change,
    OrderEffect.REPLACE: _replace,
    OrderEffect.ANNUL: _annul,
}
