"""Asking for the PDF of a signed order, and again when it could not be made."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from jobs.models import Job
from jobs.services import put_back, start
from reports.models import Order
from reports.queries.orders import order_pdf_key


def ask_for_pdf(*, actor, order: Order) -> Job:
    """Once, however often it is asked for."""
    title = _("PDF of the order № %(number)s") % {"number": order.number}
    return start(actor=actor, kind="order_pdf", title=title, dedupe_key=order_pdf_key(order), order_id=order.pk)


@transaction.atomic
def repeat_pdf(*, actor, order: Order) -> None:
    """The paper is the school's, not the signer's: whoever prepares or signs orders may have its failed PDF made again."""
    if not may_repeat_pdf(actor):
        raise PermissionDenied
    put_back(job=ask_for_pdf(actor=actor, order=order))


def may_repeat_pdf(actor) -> bool:
    return actor.may(Permission.PREPARE_ORDERS) or actor.may(Permission.SIGN_ORDERS)
