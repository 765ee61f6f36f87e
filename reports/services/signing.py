"""Signing: the one moment when an order gets its number, is frozen and takes effect."""

import datetime
import zoneinfo
from functools import partial

from django.db import transaction
from django.utils.translation import gettext as _

from jobs.services import start
from mentoring.common import clock
from pairs.services import activate_pair
from reports.models import Order
from reports.queries.order_facts import order_facts
from reports.queries.orders import order_pdf_key
from reports.services.numbers import number_text, take_number
from reports.workflow import ORDER_WORKFLOW


@transaction.atomic
def sign_order(*, actor, order: Order, on: datetime.date | None = None) -> Order:
    """Activate the pairs, freeze the facts, take the number last; all of it or nothing. The PDF follows by a job."""
    day = on or clock.now().astimezone(zoneinfo.ZoneInfo(actor.school.time_zone)).date()
    if ORDER_WORKFLOW.take("sign", order, actor, effect=partial(_apply, actor=actor, on=day)):
        start(
            actor=actor,
            kind="order_pdf",
            title=_("PDF of the order № %(number)s") % {"number": order.number},
            dedupe_key=order_pdf_key(order),
            order_id=order.pk,
        )
    return order


def _apply(order: Order, *, actor, on: datetime.date) -> list[str]:
    for pair in order.pairs.all():
        activate_pair(actor=actor, pair=pair, on=on)
    facts = order_facts(order)
    order.signed_on, order.signed_by, order.year = on, actor, on.year
    order.sequence = take_number(school_id=order.school_id, year=order.year, series=order.series)
    order.number = number_text(actor.school.order_number_template, order.sequence)
    order.payload = facts | {"number": order.number, "date": on.isoformat()}
    return ["signed_on", "signed_by", "year", "sequence", "number", "payload"]
