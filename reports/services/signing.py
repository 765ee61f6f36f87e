"""Signing: the one moment when an order gets its number, is frozen and takes effect."""

import datetime
import secrets
import zoneinfo
from dataclasses import dataclass
from functools import partial

from django.core.exceptions import PermissionDenied
from django.db import OperationalError, transaction
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from accounts.services.journal import written_last
from mentoring.common import clock
from mentoring.common.busy import is_busy
from mentoring.common.refusal import Refusal
from mentoring.common.wording.digests import digest_of
from reports.models import Order
from reports.queries.order_facts import order_facts
from reports.services.acknowledging import open_sheet
from reports.services.effects import apply_effect, hold_subjects
from reports.services.numbers import take_number
from reports.services.paper_pdf import ask_for_pdf
from reports.workflow import ORDER_WORKFLOW


@dataclass(frozen=True)
class Signature:
    """What came of one order of a list; `refusal` is empty when it is signed."""

    order: Order
    refusal: str = ""


@transaction.atomic
def sign_order(*, actor, order: Order, on: datetime.date | None = None, site: str = "", read: str | None = None) -> Order:
    """Freeze the facts, apply the effect, take the number last; all of it or nothing. The PDF follows by a job.

    `read` is the `digest_of` of what stood before the eyes of the person who signs; None only where nobody reads: in the rehearsal.
    `site` is the address under which people open Tandem; with it the paper carries a QR code of its check page.
    """
    day = on or clock.now().astimezone(zoneinfo.ZoneInfo(actor.school.time_zone)).date()
    with written_last(actor):
        if ORDER_WORKFLOW.take("sign", order, actor, effect=partial(_apply, actor=actor, on=day, site=site, read=read)):
            ask_for_pdf(actor=actor, paper=order, title=_("PDF of the order № %(number)s") % {"number": order.number})
    return order


def sign_orders(*, actor, orders: list[Order], read: dict[int, str], site: str = "") -> list[Signature]:
    """Sign one after another, each in a transaction of its own: one that cannot be signed does not hold up the others.

    `read`: what has been read, by the keys of the orders.
    """
    actor.must(Permission.SIGN_ORDERS)
    return [_sign(actor, order, site, read.get(order.pk, "")) for order in orders]


def _sign(actor, order: Order, site: str, read: str) -> Signature:
    try:
        return Signature(sign_order(actor=actor, order=order, site=site, read=read))
    except Refusal as refusal:
        return Signature(order, refusal.sentence)
    except PermissionDenied:
        return Signature(order, _("You may not sign this order."))
    except OperationalError as error:
        if not is_busy(error):
            raise
        return Signature(order, _("Others are writing at this moment, so this order was left as it is. Sign it again in a few seconds."))


def _apply(order: Order, *, actor, on: datetime.date, site: str, read: str | None) -> list[str]:
    """The row is locked: all of it is read anew, for the caller may have loaded it before a colleague changed it."""
    order.refresh_from_db()
    hold_subjects(order)
    facts = order_facts(order)
    _check_read(facts, read)
    apply_effect(order, actor=actor, on=on)
    open_sheet(order, facts["acquaintance"]["people"])
    order.signed_on, order.signed_by, order.year = on, actor, on.year
    order.check_code = secrets.token_urlsafe(18)
    order.sequence, order.number = take_number(school=actor.school, year=order.year, series=order.series)
    order.payload = facts | {"number": order.number, "date": on.isoformat(), "check": _check(order, site)}
    return ["signed_on", "signed_by", "year", "sequence", "number", "payload", "check_code"]


def _check_read(facts: dict, read: str | None) -> None:
    if read == "":
        raise Refusal(_("It is not known which text you have read. Open the order, read it and sign it there."))
    if read is not None and read != digest_of(facts):
        raise Refusal(_("This order reads differently since you opened the page: read it again, then sign."))


def _check(order: Order, site: str) -> dict:
    """An empty `site` prints no QR code: the address is unknown, or the school wants none. The code itself is always there."""
    return {"site": site.rstrip("/") if order.school.orders_carry_code else "", "code": order.check_code}
