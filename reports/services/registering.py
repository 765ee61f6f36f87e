"""Orders that were issued on paper before Tandem: entered, corrected, taken out again."""

import datetime

from django.core.files import File
from django.db import transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from accounts.services.journal import record
from mentoring.common import clock
from mentoring.common.refusal import Refusal
from reports.enums import EARLIER, OrderState
from reports.models import Order
from reports.queries.numbering import MAIN_SERIES, borne_numbers, place_of, plain
from reports.services.numbers import lock_counter, number_template, settle_counter
from reports.services.order_scans import attach_scan

REQUISITES = ("programme", "kind", "title", "series", "year", "sequence", "number", "signed_on")


@transaction.atomic
def register_earlier_order(
    *,
    actor,
    programme,
    title: str,
    number: str,
    signed_on: datetime.date,
    kind: str = EARLIER,
    sequence: int | None = None,
    series: str = MAIN_SERIES,
    scan: File | None = None,
) -> Order:
    """Enter an order from paper. With its place in the row of numbers the next order of that year gets a higher one.

    The place is read off a number that looks like those of the series; `sequence` tells it for any other.
    """
    actor.must(Permission.PREPARE_ORDERS)
    order = Order(school_id=actor.school_id, state=OrderState.REGISTERED, author=actor)
    _take_over(order, actor.school, programme, kind, title, series, sequence, number, signed_on)
    order.save()
    settle_counter(school_id=order.school_id, year=order.year, series=order.series)
    record(actor, "order.registered", order)
    if scan:
        attach_scan(actor=actor, order=order, upload=scan)
    return order


@transaction.atomic
def correct_earlier_order(
    *, actor, order: Order, programme, title: str, number: str, signed_on: datetime.date, kind: str, series: str, sequence: int | None
) -> None:
    """Other requisites, because they were typed wrong; the journal keeps what stood there. A counter that had moved too far goes back."""
    locked = _lock_earlier(actor, order)
    before = {name: getattr(locked, name) for name in REQUISITES}
    _take_over(locked, actor.school, programme, kind, title, series, sequence, number, signed_on)
    locked.twin = 0
    locked.save(update_fields=[*REQUISITES, "twin"])
    for year, name in {(before["year"], before["series"]), (locked.year, locked.series)}:
        settle_counter(school_id=locked.school_id, year=year, series=name)
    changes = {name: f"{old} → {getattr(locked, name)}" for name, old in before.items() if old != getattr(locked, name)}
    if changes:
        record(actor, "order.corrected", locked, **changes)


@transaction.atomic
def take_out_earlier_order(*, actor, order: Order, reason: str) -> None:
    """The order was entered by mistake. What it was stands in the journal."""
    locked = _lock_earlier(actor, order)
    if not reason.strip():
        raise Refusal(_("Say why the order is taken out: the journal keeps it."))
    facts = {"number": locked.number, "signed_on": str(locked.signed_on), "programme": str(locked.programme), "note": reason.strip()}
    record(actor, "order.taken_out", locked, **facts)
    lock_counter(school_id=locked.school_id, year=locked.year, series=locked.series)
    try:
        locked.delete()
    except ProtectedError as fault:
        raise Refusal(_("Another order refers to this one, so it stays in the register. Correct what was typed wrong.")) from fault
    settle_counter(school_id=locked.school_id, year=locked.year, series=locked.series)


def _lock_earlier(actor, order: Order) -> Order:
    actor.must(Permission.PREPARE_ORDERS)
    locked = Order.objects.select_for_update(of=("self",)).get(pk=order.pk)
    if locked.state != OrderState.REGISTERED:
        raise Refusal(_("Only an order issued before Tandem and in force can be corrected. Any other is changed by another order."))
    return locked


def _take_over(order: Order, school, programme, kind, title, series, sequence, number, signed_on) -> None:
    """Set the requisites; the counters of both rows are locked before anything is looked at, always in one order."""
    if signed_on > clock.today():
        raise Refusal(_("An order issued on paper cannot be dated in the future. Correct the date."))
    rows = {(order.year or signed_on.year, order.series or series), (signed_on.year, series)}
    for year, name in sorted(rows):
        lock_counter(school_id=order.school_id, year=year, series=name)
    order.programme, order.kind, order.title, order.number, order.signed_on = programme, kind, title, number, signed_on
    order.series, order.year = series, signed_on.year
    order.sequence = _free_place(order, school, sequence)


def _free_place(order: Order, school, told: int | None) -> int | None:
    """A place that «71-а» has is not taken again by «71-од»."""
    others = Order.objects.filter(year=order.year, series=order.series).exclude(pk=order.pk)
    read = place_of(order.number, number_template(school, order.series), order.year)
    if read is None and told and others.filter(sequence=told).exists():
        sentence = _("The place %(place)s of %(year)s is taken by another order. Leave the place empty: the number stays as it is written.")
        raise Refusal(sentence % {"place": told, "year": order.year})
    if plain(order.number) in borne_numbers(others).get(order.series, set()):
        sentence = _("The number %(number)s of %(year)s is taken by another order. Look at the list of orders.")
        raise Refusal(sentence % {"number": order.number, "year": order.year})
    return told if read is None else None if others.filter(sequence=read).exists() else read
