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
from reports.services.numbers import MAIN_SERIES, move_past


@transaction.atomic
def register_earlier_order(
    *, actor, programme, title: str, number: str, signed_on: datetime.date, sequence: int | None = None, series: str = MAIN_SERIES
) -> Order:
    """Enter an order from paper. With `sequence`, its place in the row of numbers, the next order of that year gets a higher one."""
    actor.must(Permission.PREPARE_ORDERS)
    if signed_on > clock.today():
        raise Refusal(_("An order issued on paper cannot be dated in the future. Correct the date."))
    taken = Order.objects.filter(year=signed_on.year, series=series)
    if taken.filter(number=number).exists() or (sequence and taken.filter(sequence=sequence).exists()):
        sentence = _("The number %(number)s of %(year)s is taken by another order. Look at the list of orders.")
        raise Refusal(sentence % {"number": number, "year": signed_on.year})
    order = Order.objects.create(
        school_id=actor.school_id,
        programme=programme,
        kind=EARLIER,
        title=title,
        state=OrderState.REGISTERED,
        author=actor,
        series=series,
        year=signed_on.year,
        sequence=sequence,
        number=number,
        signed_on=signed_on,
    )
    if sequence:
        move_past(school_id=actor.school_id, year=signed_on.year, series=series, sequence=sequence)
    record(actor, "order.registered", order)
    return order


@transaction.atomic
def keep_number_template(*, actor, template: str) -> None:
    """How the next numbers of the main row look; numbers that were given stay."""
    actor.must(Permission.PREPARE_ORDERS)
    School.objects.filter(pk=actor.school_id).update(order_number_template=template)
    actor.school.order_number_template = template
    record(actor, "numbers.template_changed", actor.school, template=template)


@transaction.atomic
def add_series(*, actor, title: str, template: str) -> NumberSeries:
    """A second row of numbers with a counter of its own."""
    actor.must(Permission.PREPARE_ORDERS)
    row = NumberSeries.objects.create(school_id=actor.school_id, code=secrets.token_hex(6), title=title, template=template)
    record(actor, "numbers.series_added", row, template=template)
    return row
