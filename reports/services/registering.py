"""Numbers that the school gives: their looks, and orders that were issued on paper before Tandem."""

import datetime
import secrets

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import School
from accounts.permissions import Permission
from accounts.services.journal import record
from mentoring.common import clock
from mentoring.common.refusal import Refusal
from reports.enums import EARLIER, OrderState
from reports.models import NumberSeries, Order
from reports.queries.numbering import borne_numbers, place_of, plain
from reports.services.numbers import MAIN_SERIES, lock_counter, move_past, number_template


@transaction.atomic
def register_earlier_order(
    *, actor, programme, title: str, number: str, signed_on: datetime.date, sequence: int | None = None, series: str = MAIN_SERIES
) -> Order:
    """Enter an order from paper. With its place in the row of numbers the next order of that year gets a higher one.

    The place is read off a number that looks like those of the series; `sequence` tells it for any other.
    """
    actor.must(Permission.PREPARE_ORDERS)
    if signed_on > clock.today():
        raise Refusal(_("An order issued on paper cannot be dated in the future. Correct the date."))
    year = signed_on.year
    lock_counter(school_id=actor.school_id, year=year, series=series)
    place = _free_place(actor.school, year, series, number, sequence)
    order = Order.objects.create(
        school_id=actor.school_id,
        programme=programme,
        kind=EARLIER,
        title=title,
        state=OrderState.REGISTERED,
        author=actor,
        series=series,
        year=year,
        sequence=place,
        number=number,
        signed_on=signed_on,
    )
    if place:
        move_past(school_id=actor.school_id, year=year, series=series, sequence=place)
    record(actor, "order.registered", order)
    return order


def _free_place(school, year: int, series: str, number: str, sequence: int | None) -> int | None:
    """The counter is locked: nobody enters the same number meanwhile. A place that «71-а» has is not taken again by «71-од»."""
    holders = Order.objects.filter(year=year, series=series)
    read = place_of(number, number_template(school, series), year)
    is_told_twice = read is None and sequence and holders.filter(sequence=sequence).exists()
    if is_told_twice or plain(number) in borne_numbers(year).get(series, set()):
        sentence = _("The number %(number)s of %(year)s is taken by another order. Look at the list of orders.")
        raise Refusal(sentence % {"number": number, "year": year})
    return sequence if read is None else None if holders.filter(sequence=read).exists() else read


@transaction.atomic
def keep_number_template(*, actor, template: str) -> None:
    """How the next numbers of the main row look; numbers that were given stay."""
    actor.must(Permission.PREPARE_ORDERS)
    school = School.objects.select_for_update(of=("self",)).get(pk=actor.school_id)
    _refuse_shared(template, NumberSeries.objects.values_list("title", "template"))
    school.order_number_template = actor.school.order_number_template = template
    school.save(update_fields=["order_number_template"])
    record(actor, "numbers.template_changed", actor.school, template=template)


@transaction.atomic
def add_series(*, actor, title: str, template: str) -> NumberSeries:
    """A second row of numbers with a counter of its own."""
    actor.must(Permission.PREPARE_ORDERS)
    school = School.objects.select_for_update(of=("self",)).get(pk=actor.school_id)
    main = (_("Main series"), school.order_number_template)
    _refuse_shared(template, [main, *NumberSeries.objects.values_list("title", "template")])
    row = NumberSeries.objects.create(school_id=actor.school_id, code=secrets.token_hex(6), title=title, template=template)
    record(actor, "numbers.series_added", row, template=template)
    return row


def _refuse_shared(template: str, others) -> None:
    """The school's row is locked: two series do not get one look at the same time."""
    for title, other in others:
        if plain(other) == plain(template):
            sentence = _("The series “%(title)s” has this look already, so two orders would get the same number. Choose another one.")
            raise Refusal(sentence % {"title": title})
