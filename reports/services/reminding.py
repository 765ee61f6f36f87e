"""The curator's letter to everybody who has not read an order."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.services.journal import record
from mentoring.common import clock
from mentoring.common.refusal import Refusal
from reports.models import Acknowledgement, Order
from reports.queries.reminding import reminder_of
from reports.services.acknowledging import check_may_mark
from reports.services.letters import tell_readers


@transaction.atomic
def remind_readers(*, actor, order: Order, site: str) -> int:
    """At most once a day an order. Returns how many of the waiting people the letters reach."""
    check_may_mark(actor, order)
    lines = order.acknowledgements.select_for_update(of=("self",))
    reminder = reminder_of(order, [line for line in lines if line.done_on is None])
    if reminder.is_sent:
        raise Refusal(_("People were reminded of this order today. Remind them tomorrow, or print the sheet to sign."))
    if not reminder.written:
        raise Refusal(_("Nobody who has not read the order has an account with an e-mail. Print the sheet to sign."))
    Acknowledgement.objects.filter(pk__in=[line.pk for line in reminder.written]).update(reminded_on=clock.today())
    record(actor, "order.reminded", order, people=len(reminder.written))
    tell_readers(order, reminder.addresses, site)
    return len(reminder.written)
