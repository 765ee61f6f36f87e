"""The steps of a pair. An order moves pairs in and out of itself and makes them active; the curator ends them."""

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from mentoring.common.clock import today
from mentoring.common.refusal import Refusal
from pairs.models import Pair
from pairs.workflow import PAIR_WORKFLOW


def put_in_order(*, actor, pair) -> None:
    PAIR_WORKFLOW.take("put_in_order", pair, actor)


def release_from_order(*, actor, pair) -> None:
    PAIR_WORKFLOW.take("release", pair, actor)


@transaction.atomic
def activate_pair(*, actor, pair, on) -> None:
    """Called by the signing of an order dated `on`: places are held from that day, not earlier."""
    if PAIR_WORKFLOW.take("activate", pair, actor):
        pair.seats.filter(finished_on__isnull=True, started_on__lt=on).update(started_on=on)


@transaction.atomic
def complete_pair(*, actor, pair, on, note="") -> None:
    _finish("complete", actor, pair, on, note)


@transaction.atomic
def end_pair(*, actor, pair, on, note) -> None:
    """End before the term; the reason is asked for and kept."""
    _finish("end", actor, pair, on, note)


@transaction.atomic
def withdraw_pair(*, actor, pair, note) -> None:
    """Take back a proposal that is not in an order yet; its people are free again."""
    if PAIR_WORKFLOW.take("withdraw", pair, actor, note=note):
        _close_places(pair, today())


def _finish(step, actor, pair: Pair, on, note) -> None:
    if on > today():
        raise Refusal(_("A pair cannot be finished in the future. Enter today or an earlier day."))
    if pair.meetings.held().filter(held_on__gt=on).exists():
        raise Refusal(_("There are meetings after this day. Enter the day of the last meeting or later."))
    if PAIR_WORKFLOW.take(step, pair, actor, note=note):
        _close_places(pair, on)


def _close_places(pair, on) -> None:
    """A place that was to start later closes on its first day: its dates never run backwards."""
    open_seats = pair.seats.filter(finished_on__isnull=True)
    open_seats.filter(Q(started_on__gt=on)).update(started_on=on)
    open_seats.update(finished_on=on)
